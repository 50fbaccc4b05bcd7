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

    /// A line under a run of months without a figure, and a sign as large as others where it has room.
    @Test(arguments: [240.0, 499]) func signsOfManyMonthsAreNotSmaller(_ width: Double) throws {
        let unknown = Set(20..<32).union([40, 42, 44, 119])
        let values = (0..<120).map { unknown.contains($0) ? "-" : String($0 % 9 + 1) }.joined(separator: " ")
        let chart = try ColumnChart(
            OptionValues(["measure": .measures([Fixtures.killed]), "months": .number(120)]), data: Fixtures.data([(Fixtures.killed, "Total", values)]))
        let scene = Fixtures.plot(chart, width: width)
        let signs = scene.texts.filter { $0.item.text == "×" }
        #expect(signs.allSatisfy { $0.item.font.size == 8.5 } && (3...5).contains(signs.count))
        expectTidy(scene, "120 months")
        // Each month without a figure has a line or a sign below the plot.
        let columns = scene.bars
        let lowest = try #require(columns.map(\.maxY).max())
        let marks = signs.map(\.box) + scene.shapes(in: "marks").filter { $0.minY > lowest && $0.height < 1 }
        let (first, last) = (try #require(columns.map(\.minX).min()), try #require(columns.map(\.maxX).max()))
        let step = (last - first) / 118.6
        for month in unknown {
            let centre = first + (Double(month) + 0.3) * step
            #expect(marks.contains { $0.minX - step <= centre && centre <= $0.maxX + step }, "\(month)")
        }
        #expect(chart.remarks(in: FixtureStyle.style) == ["× No figure known for 16 of the 120 months."])
    }

    @Test func notesNameRunsOfMonths() throws {
        func note(_ unknown: Set<Int>) throws -> String? {
            try chart((0..<24).map { unknown.contains($0) ? "-" : "3" }.joined(separator: " "), measure: Fixtures.killed).remarks(in: FixtureStyle.style).first
        }
        #expect(try note(Set(3..<13).union([20])) == "× No figure known for May 2022 to February 2023 and October 2023.")
        #expect(try note(Set(0..<24)) == "× No figure known for 24 of the 24 months.")
        #expect(try note(Set((0..<9).map { $0 * 2 })) == "× No figure known for 9 of the 24 months.")
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
        // The lower end of a range is not what another month had.
        #expect(try chart("10 20 10..16").alternativeText.contains("; 10–16 in January 2024"))
        #expect(try chart("10 10..16 20").alternativeText.contains(": from 10 (November 2023) to 20 (January 2024)"))
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
