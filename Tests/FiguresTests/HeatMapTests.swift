import Figures
import Scenes
import Statistics
import Testing

@Suite struct HeatMapTests {
    private func chart(_ values: [(String, String)], months: Int? = nil, measure: Measure = Fixtures.killed) throws -> HeatMap {
        let count = months ?? max(2, values[0].1.split(separator: " ").count)
        return try HeatMap(
            OptionValues(["measure": .measures([measure]), "months": .number(count)]),
            data: Fixtures.data(values.map { (measure, $0.0, $0.1) }, provinces: values.map(\.0)))
    }

    @Test func typical() throws {
        expectGolden(Fixtures.scene(try chart([("Homs", "5 2 - 0 14"), ("Hama", "1 - 8 5 3")])), "heat.txt")
    }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart([("Homs", "- 14")])), "heat-one.txt") }
    @Test func allZero() throws { expectGolden(Fixtures.plot(try chart([("Homs", "0 0"), ("Hama", "0 0")])), "heat-zero.txt") }
    @Test func allUnknown() throws { expectGolden(Fixtures.plot(try chart([("Homs", "- -"), ("Hama", "- -")])), "heat-unknown.txt") }
    @Test func negative() throws { expectGolden(Fixtures.plot(try chart([("Homs", "-4 6"), ("Hama", "3 -9")])), "heat-negative.txt") }
    @Test func longNames() throws {
        expectGolden(Fixtures.plot(try chart([(Fixtures.veryLongName, "2 5"), ("Homs", "1 1")])), "heat-long.txt")
    }
    @Test func arabicNames() throws {
        expectGolden(Fixtures.plot(try chart(Fixtures.arabicNames.map { ($0, "1 2") })), "heat-arabic.txt")
    }

    @Test func sixtyMonthsAndThirtyProvincesStayTidy() throws {
        let row = (1...60).map(String.init).joined(separator: " ")
        let scene = Fixtures.scene(try chart((1...30).map { ("Province \($0)", row) }), width: 499)
        expectTidy(scene, "60 months, 30 provinces")
        #expect(scene.bars.count == 60 * 30)
    }

    /// A few numbers that have no room take it from no others; of many none is written.
    @Test func anOutlierLeavesTheOthersTheirNumbers() throws {
        func labels(_ values: String) throws -> [String] {
            Fixtures.plot(try chart([("Homs", values), ("Hama", "1 1 1 1 1 1 1 1 1 1")])).texts.filter { $0.groups == ["labels"] }.map(\.item.text)
        }
        #expect(try labels("2 3 2 3 2 3 2 3 2 3").count == 20)
        #expect(try labels("2 3 2 3 2 3 2 3 2 30000") == "2 3 2 3 2 3 2 3 2 1 1 1 1 1 1 1 1 1 1".split(separator: " ").map(String.init))
        #expect(try labels("2 3 2 3 2 3 2 30000 30000 30000").isEmpty)
    }

    @Test func classesAreRoundAndZeroIsOneOfItsOwn() throws {
        let key = try chart([("Homs", "0 14"), ("Hama", "3 9")]).plot(in: FixtureStyle.style).key
        #expect(key.map(\.text) == ["0", "1–5", "6–10", "11–15"])
        #expect(key.map(\.role) == [.ground, .step(0, of: 3), .step(1, of: 3), .step(2, of: 3)])
    }

    /// A value belongs to the class that its upper end closes.
    @Test func cellsHaveTheColourOfTheirClass() throws {
        let plot = try chart([("Homs", "0 1 5 6 10 11 15")]).plot(in: FixtureStyle.style)
        let roles = plot.marks.compactMap { mark -> MarkRole? in if case .bar(_, _, _, _, let role, _) = mark { role } else { nil } }
        #expect(roles == [.ground, .step(0, of: 3), .step(0, of: 3), .step(1, of: 3), .step(1, of: 3), .step(2, of: 3), .step(2, of: 3)])
    }

    private func key(_ values: String) throws -> [Plot.KeyEntry] { try chart([("Homs", values)]).plot(in: FixtureStyle.style).key }

    /// As wide below zero as above it, in the order of the numbers, and no class holds both.
    @Test func classesBelowZeroMirrorThoseAboveIt() throws {
        let key = try key("-290 -140 -40 0 20 120 300")
        #expect(key.map(\.text) == ["−300 to −201", "−200 to −101", "−100 to −1", "0", "1–100", "101–200", "201–300"])
        #expect(
            key.map(\.role) == [
                .below(2, of: 3), .below(1, of: 3), .below(0, of: 3), .ground, .step(0, of: 3), .step(1, of: 3), .step(2, of: 3),
            ])
    }

    @Test func onlyClassesWithAValueStandInTheKey() throws {
        #expect(try key("-40 300").map(\.text) == ["−100 to −1", "201–300"])
        #expect(try key("-300 40").map(\.text) == ["−300 to −201", "1–100"])
        #expect(try key("-2 -3").map(\.text) == ["−3", "−2"])
        #expect(try key("1 2 3 10000").map(\.text) == ["1–2,000", "8,001–10,000"])
        #expect(try key("1 2 3 10000").map(\.role) == [.step(0, of: 5), .step(4, of: 5)])
    }

    @Test func cellsBelowZeroHaveTheColourOfTheirClass() throws {
        let plot = try chart([("Homs", "-300 -201 -200 -1 0 1 200 201")]).plot(in: FixtureStyle.style)
        let roles = plot.marks.compactMap { mark -> MarkRole? in if case .bar(_, _, _, _, let role, _) = mark { role } else { nil } }
        #expect(
            roles == [
                .below(2, of: 3), .below(2, of: 3), .below(1, of: 3), .below(0, of: 3), .ground, .step(0, of: 3), .step(1, of: 3), .step(2, of: 3),
            ])
    }

    /// A copy in grey has no hues: where the numbers have no room their minus stays.
    @Test func cellsBelowZeroKeepTheirMinus() throws {
        let chart = try chart([("Homs", "-1000 1000 -1000 1000 -1000 1000 -1000 1000 -1000 1000"), ("Hama", "1 1 1 1 1 1 1 1 1 1")])
        #expect(Fixtures.plot(chart).texts.filter { $0.groups == ["labels"] }.map(\.item.text) == Array(repeating: "−", count: 5))
        #expect(Fixtures.shortfall(of: chart, width: 240) == Shortfall())
        let long = try self.chart([("Homs", (1...60).map { String($0 - 30) }.joined(separator: " "))], months: 60)
        let needed = try #require(Fixtures.shortfall(of: long, width: 240).width)
        #expect(Fixtures.shortfall(of: long, width: needed - 1).width != nil && Fixtures.shortfall(of: long, width: needed) == Shortfall())
    }

    @Test func unknownIsASignInItsCell() throws {
        let chart = try chart([("Homs", "5 -"), ("Hama", "- 3")])
        let scene = Fixtures.plot(chart)
        #expect(scene.bars.count == 2)
        #expect(scene.texts.count { $0.item.text == "×" } == 2)
        #expect(chart.remarks(in: FixtureStyle.style) == ["× No figure known for Homs in January 2024 and Hama in December 2023."])
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try chart([("Homs", "5 14"), ("Hama", "- 3")]).alternativeText
                == "Map of values of people killed in the region by province, December 2023 to January 2024: Homs: from 5 (December 2023) to 14 (January 2024); Hama: 3 in January 2024; one month not known."
        )
    }
}
