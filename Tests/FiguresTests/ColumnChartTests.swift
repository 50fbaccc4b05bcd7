import Figures
import Foundation
import Scenes
import Statistics
import Testing

@Suite struct ColumnChartTests {
    private func chart(_ values: String, measure: Measure = Fixtures.attacks, months: Int? = nil) throws -> ColumnChart {
        let count = months ?? values.split(separator: " ").count
        return try ColumnChart(
            OptionValues(["measure": .measures([measure]), "months": .number(count)]),
            data: Fixtures.data([(measure, "Total", values)]))
    }

    @Test func typical() throws { expectGolden(Fixtures.scene(try chart("17 11 19 - 14 33")), "columns.txt") }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart("33")), "columns-one.txt") }
    @Test func zerosArePrintedAmongManyBars() throws {
        let plot = Fixtures.plot(try chart("3 0 - 5 2 2 2 2 2 2 2 1")).dump
        #expect(plot.components(separatedBy: "text \"0\"").count == 3, "the zero, and the axis’ own")
    }

    @Test func everyYearHasItsNumber() throws {
        // Fourteen months to January 2024: of 2022 only December.
        let dump = Fixtures.plot(try chart("8 0 0 0 0 0 2 2 3 0 0 2 1 7")).dump
        for year in ["2022", "2023", "2024"] { #expect(dump.contains("text \"\(year)\"")) }
    }

    @Test func allZero() throws { expectGolden(Fixtures.plot(try chart("0 0 0")), "columns-zero.txt") }
    @Test func allUnknown() throws { expectGolden(Fixtures.plot(try chart("- - -", months: 3)), "columns-unknown.txt") }
    @Test func longName() throws { expectGolden(Fixtures.scene(try chart("2 3", measure: Fixtures.longName)), "columns-long.txt") }
    @Test func bounds() throws {
        expectGolden(Fixtures.plot(try chart(">=4 2..6 <=5 ~8", measure: Fixtures.killed)), "columns-bounds.txt")
    }

    @Test func negative() throws { expectGolden(Fixtures.plot(try chart("4 -6 2 -3", measure: Fixtures.killed)), "columns-negative.txt") }

    @Test func sixtyMonthsStayTidy() throws {
        let values = (0..<60).map { String($0 * 7 % 40) }.joined(separator: " ")
        for width in [240.0, 499] { expectTidy(Fixtures.scene(try chart(values), width: width), "60 months") }
    }

    /// The number of a column below zero stands beneath it.
    @Test func labelsOfNegativeColumnsStandBelowThem() throws {
        let scene = Fixtures.plot(try chart("4 -6 2 -3", measure: Fixtures.killed))
        expectTidy(scene, "negative")
        let lowest = try #require(scene.bars.map(\.maxY).max())
        #expect(scene.texts.contains { $0.item.text == "−6" && $0.box.minY >= lowest })
        for text in scene.texts where text.groups == ["labels"] { #expect(scene.bars.allSatisfy { $0.intersection(text.box) == nil }) }
    }

    @Test func provisionalIsHatchedAndSaidSo() throws {
        let chart = try chart("4 8[p]", measure: Fixtures.killed)
        #expect(Fixtures.plot(chart).dump.contains("hatching within"))
        #expect(chart.remarks(in: FixtureStyle.style) == ["Hatched bars are provisional: January 2024."])
    }

    @Test func unknownIsNoBar() throws {
        #expect(Fixtures.scene(try chart("3 - 4")).bars.count == 2)
        #expect(Fixtures.scene(try chart("3 0 4")).bars.count == 2)
        #expect(try chart("3 0 4").remarks(in: FixtureStyle.style).isEmpty)
        #expect(try chart("3 - 4").remarks(in: FixtureStyle.style) == ["× No figure known for December 2023."])
    }

    @Test func tenBarsHaveAnAxisAndTwoLabels() throws {
        let few = Fixtures.scene(try chart("1 2 3 4 5 6 7 8 9"), width: 499)
        #expect(few.texts.filter { $0.groups.contains("labels") }.count == 9)
        let many = Fixtures.scene(try chart("1 2 3 14 5 6 7 8 9 10"), width: 499)
        #expect(many.texts.filter { $0.groups.contains("labels") }.map(\.item.text).sorted() == ["10", "14"])
        #expect(many.texts.filter { $0.groups.contains("axis") }.map(\.item.text).contains("15"))
    }

    @Test func theLastMonthIsAlwaysLabelled() throws {
        for count in [12, 25, 48, 90, 120] {
            let scene = Fixtures.scene(try chart("5", months: count))
            let axis = scene.texts.filter { $0.groups.contains("axis") && $0.item.font.weight == .bold }
            #expect(axis.map(\.item.text) == ["Jan"])
            #expect(scene.texts.map(\.item.text).contains("2024"))
        }
    }

    @Test func subtitleSaysMeasurePlaceAndPeriod() throws {
        #expect(try chart("1 2").subtitle == "Attacks a month in the region, December 2023 to January 2024; minimum counts")
        #expect(try chart("1 2", measure: Fixtures.killed).subtitle == "People killed a month in the region, December 2023 to January 2024")
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try chart("17 11 19 - 14 13").alternativeText
                == "Column chart of attacks a month in the region, August 2023 to January 2024; minimum counts: from 11 (September 2023) to 19 (October 2023); 13 in January 2024; one month not known."
        )
        #expect(try chart("- -").alternativeText.hasSuffix(": no figure is known."))
        #expect(try chart("4 4 4").alternativeText.hasSuffix(": 4 throughout; 4 in January 2024."))
        #expect(try chart("4 11..19 6 5").alternativeText.hasSuffix("; 5 in January 2024; 11–19 in November 2023."))
        #expect(try chart("4 1..9 2..3 5..7 5").alternativeText.hasSuffix("; 3 months known within bounds."))
        #expect(try chart("4 6 -").alternativeText.hasSuffix("to 6 (December 2023); January 2024 not known."))
    }

    @Test func valuesAreThoseOfTheData() throws {
        let values = try chart(">=4 - 8[p]", measure: Fixtures.killed).values
        #expect(values.header == ["month", "province", "killed"])
        #expect(values.rows == [["2023-11", "Total", ">=4"], ["2023-12", "Total", ""], ["2024-01", "Total", "8 [p]"]])
    }

    @Test func needsAMeasure() {
        #expect(throws: FigureProblems.self) {
            try ColumnChart(OptionValues([:]), data: Fixtures.data([(Fixtures.attacks, "Total", "1")]))
        }
    }
}
