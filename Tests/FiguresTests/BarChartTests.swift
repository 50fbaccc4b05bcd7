import Figures
import Scenes
import Statistics
import Testing

@Suite struct BarChartTests {
    private func chart(
        _ values: [(String, String)], previous: Bool = true, measure: Measure = Fixtures.killed
    ) throws -> BarChart {
        try BarChart(
            OptionValues(["measure": .measures([measure]), "previous": .flag(previous)]),
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
}
