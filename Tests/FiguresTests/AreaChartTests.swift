import Figures
import Scenes
import Statistics
import Testing

@Suite struct AreaChartTests {
    private func chart(_ rows: [(String, String)], of measure: Measure = Fixtures.killed) throws -> AreaChart {
        try AreaChart(
            OptionValues([
                "measure": .measures([measure]), "provinces": .provinces(rows.map(\.0)),
                "months": .number(rows[0].1.split(separator: " ").count),
            ]), data: Fixtures.data(rows.map { (measure, $0.0, $0.1) }, provinces: rows.map(\.0)))
    }

    private func labels(_ kind: AreaChart, width: Double = 400) -> [String] {
        Fixtures.plot(kind, width: width).texts.filter { $0.groups == ["labels"] }.map(\.item.text)
    }

    /// The filled shapes of parts that have a slope, each drawn once.
    private func areas(_ kind: AreaChart) -> Int {
        Fixtures.plot(kind, width: 400).dump.split(separator: "\n").filter { $0.contains("Z fill") && !$0.contains("fill #ffffff") }.count
    }

    @Test func typical() throws { expectGolden(Fixtures.plot(try chart([("Homs", "4 1 - 3"), ("Hama", "4 3 2 1")])), "area.txt") }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart([("Homs", "3"), ("Hama", "1")])), "area-one.txt") }
    @Test func allZero() throws { expectGolden(Fixtures.plot(try chart([("Homs", "0 0"), ("Hama", "0 0")])), "area-zero.txt") }
    @Test func allUnknown() throws { expectGolden(Fixtures.plot(try chart([("Homs", "- -"), ("Hama", "- -")])), "area-unknown.txt") }
    @Test func negative() throws { expectGolden(Fixtures.plot(try chart([("Homs", "-4 3"), ("Hama", "2 1")])), "area-negative.txt") }
    @Test func longNames() throws {
        let names = ["The governorate with the longest name of all that are known", "Another one of almost the same length"]
        expectGolden(Fixtures.plot(try chart([(names[0], "4 5"), (names[1], "1 2")])), "area-long.txt")
    }
    @Test func arabicNames() throws { expectGolden(Fixtures.plot(try chart([("حمص", "4 5"), ("دير الزور", "1 2")])), "area-arabic.txt") }

    @Test func sixtyMonths() throws {
        let values = (0..<60).map { $0 % 7 == 2 ? "-" : String($0 % 11) }.joined(separator: " ")
        let kind = try chart([("A", values), ("B", values), ("C", values), ("D", values)])
        for width in [240.0, 499] { expectTidy(Fixtures.scene(kind, width: width), "60 months, \(width)") }
        #expect(labels(kind) == ["25% D", "25% C", "25% B", "25% A"])
    }

    @Test func sharesAreThoseOfTheSum() throws {
        #expect(labels(try chart([("Homs", "1 3"), ("Hama", "1 1")])) == ["25% Hama", "75% Homs"])
        #expect(labels(try chart([("Homs", "1 1"), ("Hama", "1 999")])) == [">99% Hama", "<1% Homs"])
        #expect(labels(try chart([("Homs", "1 0"), ("Hama", "1 7")])) == ["100% Hama", "0% Homs"])
        #expect(
            try chart([("Homs", "1 3"), ("Hama", "1 1")]).subtitle
                == "People killed a month in Homs and Hama, each as a share of their sum, December 2023 to January 2024")
    }

    @Test func theAxisSaysPerCentOnce() throws {
        let axis = Fixtures.plot(try chart([("Homs", "1 3"), ("Hama", "1 1")])).texts.filter { $0.groups == ["axis"] }.map(\.item.text)
        #expect(axis.filter { $0.hasSuffix("%") } == ["100%"])
        #expect(axis.prefix(4) == ["0", "25", "50", "75"])
    }

    @Test func areasBreakWhereAPartIsNotKnown() throws {
        #expect(areas(try chart([("Homs", "1 3 4 5"), ("Hama", "1 1 2 2")])) == 2)
        let broken = try chart([("Homs", "1 3 - 4 5"), ("Hama", "1 1 1 2 2")])
        #expect(areas(broken) == 4)
        #expect(Fixtures.plot(broken).texts.filter { $0.item.text == "×" }.count == 1)
        #expect(broken.remarks(in: FixtureStyle.style) == ["× No figure known for Homs in November 2023."])
    }

    /// The line between two areas is laid over both, and is thin where one of them is.
    @Test func aThinAreaIsSeen() throws {
        let kind = try AreaChart(
            OptionValues(["measures": .measures([Fixtures.killed, Fixtures.wounded]), "months": .number(3)]),
            data: Fixtures.data([(Fixtures.killed, "Total", "1 50 99"), (Fixtures.wounded, "Total", "99 50 1")]))
        let joints = kind.plot(in: FixtureStyle.style).marks.compactMap { mark in if case .joint(let joints) = mark { joints } else { nil } }
        #expect(joints == [[
            PlotJoint(band: 0, value: 1, shorter: 1), PlotJoint(band: 1, value: 50, shorter: 50), PlotJoint(band: 2, value: 99, shorter: 1),
        ]])
        let scene = Fixtures.plot(kind, width: 400)
        let style = FixtureStyle.style
        let areas = scene.rings.filter { $0.fill != style.colours.background }.map(\.corners)
        let line = try #require(scene.rings.first { $0.fill == style.colours.background }?.corners)
        let high = areas[0][0..<3].map(\.y), low = areas[0][3..<6].reversed().map(\.y)
        #expect(areas.count == 2 && zip(high, low).map { $1 - $0 }.enumerated().allSatisfy { abs($1 / (low[0] - areas[1][0].y) - [0.01, 0.5, 0.99][$0]) < 1e-9 })
        let widths = zip(line[0..<3], line[3..<6].reversed()).map { $1.y - $0.y }
        #expect(abs(widths[0] - (low[0] - high[0]) / 10) < 1e-9 && abs(widths[1] - style.lines.separator) < 1e-9 && widths[2] > 0)
        for (index, y) in high.enumerated() { #expect(abs((line[index].y + line[5 - index].y) / 2 - y) < 1e-9) }
    }

    @Test func aMonthBetweenGapsIsAColumn() throws {
        let kind = try chart([("Homs", "1 - 3 - 4"), ("Hama", "1 1 1 1 2")])
        #expect(areas(kind) == 0)
        #expect(Fixtures.plot(kind).bars.count == 6)
    }

    @Test func noShareIsMadeOfBounds() throws {
        let kind = try chart([("Homs", "1 2..4 >=3 0 4"), ("Hama", "1 1 1 0 2")])
        #expect(Fixtures.plot(kind).bars.count == 4)
        #expect(
            kind.remarks(in: FixtureStyle.style) == [
                "No shares are drawn for October, November and December 2023, where figures are below zero, known within bounds only, or add up to nothing."
            ])
        // Of minimums by the same rule shares are taken.
        #expect(areas(try chart([("Homs", ">=1 2"), ("Hama", "1 1")], of: Fixtures.attacks)) == 2)
    }

    @Test func periodsAndEventsAreSeenOnAreas() throws {
        let kind = try chart([("Homs", "1 2 3 4 5 6"), ("Hama", "1 1 1 2 2 2")])
        let annotations = Annotations(
            periods: [.init(Fixtures.month("2023-09")...Fixtures.month("2023-10"), "Autumn")],
            events: [.init(Fixtures.month("2023-12"), "An event")], callOuts: [.init(.month(Fixtures.month("2023-11")), "A note")])
        let scene = Fixtures.plot(kind, width: 300, height: 160, annotations)
        expectTidy(scene, "annotations")
        #expect(Set(scene.texts.map(\.item.text)).isSuperset(of: ["Autumn", "An event", "A note"]))
        #expect(scene.dump.split(separator: "\n").filter { $0.contains("dash 4-2") }.count == 3, "both ends of the period, and the event")
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try chart([("Homs", "1 3"), ("Hama", "1 1")]).alternativeText
                == "Area chart of people killed a month in Homs and Hama, each as a share of their sum, December 2023 to January 2024: Homs: from 50% (December 2023) to 75% (January 2024); 75% in January 2024; Hama: from 25% (January 2024) to 50% (December 2023); 25% in January 2024."
        )
        #expect(try chart([("Homs", "- -"), ("Hama", "1 1")]).alternativeText.hasSuffix(": no figure is known."))
    }
}
