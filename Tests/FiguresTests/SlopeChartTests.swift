import Figures
import Scenes
import Statistics
import TestSupport
import Testing

@Suite struct SlopeChartTests {
    private func chart(_ values: [(String, String)], _ options: [String: OptionValues.Value] = [:]) throws -> SlopeChart {
        try SlopeChart(
            OptionValues(["measure": .measures([Fixtures.killed])].merging(options) { $1 }),
            data: Fixtures.data(values.map { (Fixtures.killed, $0.0, $0.1) }, provinces: values.map(\.0)))
    }

    @Test func typical() throws {
        expectGolden(Fixtures.scene(try chart([("Hama", "4 5"), ("Homs", "5 14"), ("Raqqa", "- 3")])), "slope.txt")
    }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart([("Homs", "5 14")])), "slope-one.txt") }
    @Test func allZero() throws { expectGolden(Fixtures.plot(try chart([("Homs", "0 0"), ("Hama", "0 0")])), "slope-zero.txt") }
    @Test func allUnknown() throws { expectGolden(Fixtures.plot(try chart([("Homs", "- -"), ("Hama", "- -")])), "slope-unknown.txt") }
    @Test func negative() throws { expectGolden(Fixtures.plot(try chart([("Homs", "-3 -12"), ("Hama", "-2 4")])), "slope-negative.txt") }
    @Test func longAndArabicNames() throws {
        let name = "The governorate with the longest name of all"
        expectGolden(Fixtures.plot(try chart([(name, "15 25"), ("حمص", "1 1"), ("دير الزور", "7 3")]), width: 300), "slope-names.txt")
    }

    /// All labels in the order of the values, none on another, each of its province and value.
    @Test func thirtyProvincesMakeItHigher() throws {
        let values = (1...30).map { ("Ort\($0)", "\($0 * 7 % 31) \($0 * 11 % 29)") }
        let scene = Fixtures.scene(try chart(values), width: 499)
        expectTidy(scene, "thirty")
        let right = scene.texts.filter { $0.groups.contains("labels") && $0.box.minX > 250 }
        #expect(right.count == 30)
        let printed = right.sorted { $0.box.minY < $1.box.minY }.compactMap { Int($0.item.text.prefix { $0 != " " }) }
        #expect(printed == (1...30).map { $0 * 11 % 29 }.sorted(by: >))
        #expect(Fixtures.figure(try chart(values)).arranged(width: 499, height: 200, style: FixtureStyle.style, measurer: FixedWidthMeasurer()).shortfall.height == nil)
    }

    private func highlighted(_ chart: SlopeChart) -> [String] {
        chart.plot(in: FixtureStyle.style).directLabels.filter { $0.side == .right && $0.role != .faint }.map(\.text)
    }

    @Test func theLargestChangesStandOut() throws {
        #expect(highlighted(try chart([("A", "5 14"), ("B", "9 2"), ("C", "1 2")])) == ["14 A"])
        #expect(highlighted(try chart([("A", "5 14"), ("B", "11 2"), ("C", "1 2")])) == ["14 A", "2 B"])
        #expect(highlighted(try chart([("A", "5 6"), ("B", "1 2"), ("C", "2 3")])).isEmpty)
        #expect(highlighted(try chart([("A", "5 5"), ("B", "1 -")])).isEmpty)
    }

    @Test func theAuthorChoosesUpToFour() throws {
        let values = ["A", "B", "C", "D", "E"].map { ($0, "1 2") }
        let chosen = try chart(values, ["highlight": .provinces(["B", "D"])])
        #expect(highlighted(chosen) == ["2 B", "2 D"])
        #expect(Set(chosen.plot(in: FixtureStyle.style).directLabels.filter { $0.side == .right }.map(\.role)) == [.faint, .part(1), .part(3)])
        #expect(throws: FigureProblems.self) { try self.chart(values, ["highlight": .provinces(["A", "B", "C", "D", "E"])]) }
        #expect(throws: FigureProblems.self) {
            try self.chart(values, ["highlight": .provinces(["A"]), "provinces": .provinces(["B", "C"])])
        }
    }

    @Test func unknownIsNoPointAndHasASign() throws {
        let chart = try chart([("A", "5 -"), ("B", "- 3"), ("C", "- -")])
        let plot = chart.plot(in: FixtureStyle.style)
        #expect(plot.directLabels.map(\.text) == ["A 5", "3 B"])
        #expect(plot.marks.count { if case .line = $0 { true } else { false } } == 0)
        #expect(plot.marks.count { if case .missing = $0 { true } else { false } } == 2)
        #expect(chart.remarks(in: FixtureStyle.style) == ["× No figure known for A and C in January 2024, and B and C in December 2023."])
    }

    @Test func equalValuesStandInTheOrderOfTheirLines() throws {
        let all = ["highlight": OptionValues.Value.provinces(["A", "B", "C"])]
        let plot = try chart([("A", "5 1"), ("B", "5 9"), ("C", "5 4")], all).plot(in: FixtureStyle.style)
        #expect(plot.directLabels.filter { $0.side == .left }.map(\.role) == [.part(1), .part(2), .part(0)])
    }

    /// Names stand once, on the right, and leave most of a column to the lines.
    @Test func longNamesLeaveRoomForTheLines() throws {
        let chart = try chart([(Fixtures.veryLongName, "15 25"), ("Another governorate with a long name", "7 3")])
        #expect(chart.plot(in: FixtureStyle.style).directLabels.filter { $0.side == .left }.map(\.text) == ["15", "7"])
        let scene = Fixtures.plot(chart, width: 240)
        let lines = try #require(scene.shapes(in: "marks").max { $0.width < $1.width })
        #expect(lines.width > 240 / 2)
        expectTidy(scene, "long names")
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try chart([("A", "5 14"), ("B", "1 -")]).alternativeText
                == "Slope chart of people killed in the region by province, December 2023 and January 2024: 14 in A (+9) and B not known.")
    }
}
