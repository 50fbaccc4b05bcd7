import Figures
import Scenes
import Statistics
import Testing

@Suite struct BarChartTests {
    private func chart(
        _ values: [(String, String)], previous: Bool = true, measure: Measure = Fixtures.killed, _ options: [String: OptionValues.Value] = [:]
    ) throws -> BarChart {
        try BarChart(
            OptionValues(["measure": .measures([measure]), "previous": .flag(previous)].merging(options) { $1 }),
            data: Fixtures.data(values.map { (measure, $0.0, $0.1) }, provinces: values.map(\.0)))
    }

    @Test func typical() throws {
        expectGolden(Fixtures.scene(try chart([("Hama", "4 5"), ("Homs", "5 14"), ("Raqqa", "- 3")])), "bars.txt")
    }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart([("Homs", "14")], previous: false)), "bars-one.txt") }
    @Test func allZero() throws { expectGolden(Fixtures.plot(try chart([("Homs", "0 0"), ("Hama", "0 0")])), "bars-zero.txt") }
    @Test func allUnknown() throws { expectGolden(Fixtures.plot(try chart([("Homs", "- -"), ("Hama", "- -")])), "bars-unknown.txt") }
    @Test func longNames() throws {
        let name = "The governorate with the longest name of all that are known"
        expectGolden(Fixtures.plot(try chart([(name, "1500 2500"), ("Homs", "1 1")])), "bars-long.txt")
    }

    @Test func ranksByValueAndKeepsTheOrderOfEquals() throws {
        let chart = try chart([("A", "1 5"), ("B", "1 -"), ("C", "1 9"), ("D", "1 5")])
        #expect(chart.values.rows.filter { $0[0] == "2024-01" }.map { $0[1] } == ["C", "A", "D", "B"])
    }

    @Test func labelsSayTheChange() throws {
        let scene = Fixtures.plot(try chart([("A", "5 14"), ("B", "5 5"), ("C", "9 2"), ("D", "- 1"), ("E", "1 >=1")]))
        let labels = scene.texts.filter { $0.groups == ["labels"] }.map(\.item.text)
        #expect(labels == ["14", " (+9)", "5", " (no change)", "2", " (−7)", "1", "≥1", " (≥0)"])
    }

    @Test func remarksSayWhereAndWhen() throws {
        let chart = try chart([("A", "5 -"), ("B", "- 3"), ("C", ">=1 2")])
        #expect(
            chart.remarks(in: FixtureStyle.style) == [
                "× No figure known for A in January 2024 and B in December 2023.",
                "Bars open at their end are minimum counts: C in December 2023.",
            ])
        let now = try self.chart([("A", "5 -"), ("B", "- -"), ("C", "1 2")], previous: false)
        #expect(now.remarks(in: FixtureStyle.style) == ["× No figure known for A and B."])
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try chart([("A", "5 14"), ("B", "1 -")]).alternativeText
                == "Bar chart of people killed in the region by province, January 2024, and change since December 2023: 14 in A (+9) and B not known."
        )
        #expect(try chart([("A", "5 -")]).alternativeText.hasSuffix(": no figure is known."))
    }

    @Test func negative() throws {
        expectGolden(Fixtures.plot(try chart([("Homs", "-3 -12"), ("Hama", "-2 4"), ("Raqqa", "6 -1")])), "bars-negative.txt")
    }

    @Test func arabicNames() throws {
        expectGolden(Fixtures.plot(try chart([("حمص", "5 14"), ("دير الزور", "1 3")], previous: false)), "bars-arabic.txt")
    }

    @Test func thirtyProvincesAreReadableAndTidy() throws {
        let values = (1...30).map { ("Province \($0)", "\($0 * 7 % 31) \($0 * 11 % 29)") }
        for previous in [true, false] {
            let scene = Fixtures.scene(try chart(values, previous: previous))
            expectTidy(scene, "\(previous)")
            let names = scene.texts.filter { $0.item.text.hasPrefix("Province") }.map(\.item.origin.y).sorted()
            #expect(names.count == 30)
            for (one, next) in zip(names, names.dropFirst()) { #expect(next - one >= 10.5 && next - one < 23) }
        }
    }

    private let several = [("A", "1 5"), ("B", "1 7"), ("C", "1 9"), ("D", "2 4"), ("E", "3 1")]

    @Test func keepsTheOrderOfTheReport() throws {
        let chart = try chart(several, ["order": .word("report")])
        #expect(chart.values.rows.suffix(5).map { $0[1] } == ["A", "B", "C", "D", "E"])
    }

    @Test func addsTheOthersWhereAllAreKnown() throws {
        let chart = try chart(several, ["top": .number(2)])
        #expect(chart.values.rows.suffix(3) == [["2024-01", "C", "9"], ["2024-01", "B", "7"], ["2024-01", "3 others", "10"]])
        #expect(chart.remarks(in: FixtureStyle.style) == ["3 others: A, D and E, added up here."])
        let marks = chart.plot(in: FixtureStyle.style).marks
        #expect(marks.contains { if case .bar(2, _, _, 10, .rest, _) = $0 { true } else { false } })
        #expect(chart.breakdowns == [Fixtures.killed])
    }

    @Test func othersThatAreNotKnownAreNoSum() throws {
        let chart = try chart(several + [("F", "1 -")], ["top": .number(2)])
        #expect(chart.values.rows.suffix(2).map { $0[1] } == ["C", "B"])
        #expect(chart.remarks(in: FixtureStyle.style) == ["Not shown: A, D, E and F."])
        #expect(chart.breakdowns.isEmpty)
        let many = try self.chart((1...12).map { ("P\($0)", "1 \($0 == 5 ? "-" : "3")") }, ["top": .number(2)])
        #expect(many.remarks(in: FixtureStyle.style) == ["Not shown: 10 provinces, 1 of them without a known figure."])
    }

    @Test func ofOneOtherThereIsNothingToAdd() throws {
        let chart = try chart(several, ["top": .number(4)])
        #expect(chart.values.rows.suffix(5).map { $0[1] } == ["C", "B", "A", "D", "E"])
    }

    @Test func callOutsPointAtAProvince() throws {
        let chart = try chart([("Homs", "5 14"), ("Hama", "4 3"), ("Raqqa", "- -")])
        for province in ["Homs", "Hama", "Raqqa"] {
            let scene = Fixtures.plot(chart, width: 320, Annotations(callOuts: [.init(.province(province), "Words about it")]))
            expectTidy(scene, province)
            let words = try #require(scene.texts.first { $0.groups == ["annotations"] })
            #expect(!scene.bars.contains { $0.intersection(words.box) != nil })
        }
    }
}
