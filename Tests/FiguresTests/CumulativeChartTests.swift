import Figures
import Scenes
import Statistics
import Testing

@Suite struct CumulativeChartTests {
    private func chart(
        _ values: String, of measure: Measure = Fixtures.killed, years: Int? = nil, until month: String = "2024-01"
    ) throws -> CumulativeChart {
        var options: [String: OptionValues.Value] = ["measure": .measures([measure])]
        if let years { options["years"] = .number(years) }
        return try CumulativeChart(OptionValues(options), data: Fixtures.data(measure, values, until: Fixtures.month(month)))
    }

    private func texts(_ kind: CumulativeChart, width: Double = 400) -> [String] {
        Fixtures.plot(kind, width: width).texts.filter { $0.groups == ["labels"] }.map(\.item.text)
    }

    private let year = "1 2 3 4 5 6 7 8 9 10 11 12 "
    private let unknownYear = "- - - - - - - - - - - - "

    @Test func typical() throws { expectGolden(Fixtures.plot(try chart(year + "4 1 3", until: "2024-03")), "cumulative.txt") }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart("33")), "cumulative-one.txt") }
    @Test func allZero() throws { expectGolden(Fixtures.plot(try chart("0 0 0", until: "2024-03")), "cumulative-zero.txt") }
    @Test func allUnknown() throws { expectGolden(Fixtures.plot(try chart("- - -", until: "2024-03")), "cumulative-unknown.txt") }
    @Test func negative() throws { expectGolden(Fixtures.plot(try chart("-4 3 -2", until: "2024-03")), "cumulative-negative.txt") }
    @Test func bounds() throws { expectGolden(Fixtures.plot(try chart("4 2..5 - 3", until: "2024-04")), "cumulative-bounds.txt") }
    @Test func longName() throws { expectGolden(Fixtures.scene(try chart("2 3", of: Fixtures.longName, until: "2024-02")), "cumulative-long.txt") }

    @Test func sixtyMonths() throws {
        let kind = try chart(String(repeating: year, count: 5) + "7", years: 4)
        for width in [240.0, 400, 499] { expectTidy(Fixtures.scene(kind, width: width), "60 months, \(width)") }
        #expect(texts(kind) == ["2024: 7", "2023: 78", "2022: 78", "2021: 78", "2020: 78"])
    }

    @Test func sumsRunFromJanuary() throws {
        let kind = try chart(year + "4 1 3", until: "2024-03")
        #expect(kind.values.header == ["month", "province", "killed", "killed_sum"])
        #expect(kind.values.rows.map(\.last) == ["1", "3", "6", "10", "15", "21", "28", "36", "45", "55", "66", "78", "4", "5", "8"])
        #expect(texts(kind) == ["2024: 8", "2023: 78"])
        #expect(kind.remarks(in: FixtureStyle.style) == ["The sum by March 2023: 6."])
        #expect(kind.subtitle == "People killed in the region, added up since January, January to March 2024 against 2023")
    }

    @Test func aSumThatLacksAMonthIsADashedMinimum() throws {
        let kind = try chart("4 - 3", until: "2024-03")
        #expect(kind.values.rows.map(\.last) == ["4", ">=4", ">=7"])
        #expect(texts(kind) == ["2024: ≥7"])
        #expect(Fixtures.plot(kind).dump.split(separator: "\n").filter { $0.contains("stroke #12436d 1.75") && $0.contains("dash 4-2") }.count == 1)
        #expect(
            kind.remarks(in: FixtureStyle.style) == [
                "× No figure known for February 2024.",
                "Dashed lines are minimums: sums that lack a month that is not known, or known as a minimum.",
            ])
        // Also of minimum counts, for it is less than they are.
        #expect(texts(try chart("4 - 3", of: Fixtures.attacks, until: "2024-03")) == ["2024: ≥7"])
        #expect(texts(try chart("4 2 3", of: Fixtures.attacks, until: "2024-03")) == ["2024: 9"])
    }

    @Test func aLineBeginsWhereSomethingIsKnown() throws {
        let kind = try chart("- - 3 2", until: "2024-04")
        #expect(kind.values.rows.map(\.last) == ["", "", ">=3", ">=5"])
        #expect(Fixtures.plot(kind).texts.filter { $0.item.text == "×" }.count == 2)
    }

    @Test func whatCanFallEndsAtAGap() throws {
        let kind = try chart("4 -2 - 9", until: "2024-04")
        #expect(kind.values.rows.map(\.last) == ["4", "2", "", ""])
        #expect(
            kind.remarks(in: FixtureStyle.style).last
                == "A line ends before the first month that is not known, for figures below zero may follow.")
        #expect(!Fixtures.plot(kind).dump.contains("#12436d 1.75 dash"))
    }

    @Test func rangesGiveARibbonUntilNothingBoundsTheSum() throws {
        let kind = try chart("4 2..5 1 >=3 2", until: "2024-05")
        #expect(kind.values.rows.map(\.last) == ["4", "6..9", "7..10", ">=10", ">=12"])
        #expect(Fixtures.plot(kind).dump.contains("fill #dfe7ef"))
        #expect(kind.remarks(in: FixtureStyle.style).contains("Bands around lines span the possible sums."))
        #expect(!Fixtures.plot(try chart("4 2 1", until: "2024-03")).dump.contains("fill #dfe7ef"))
    }

    @Test func aMaximumIsFromNoneToThat() throws {
        #expect(try chart("4 <=2", until: "2024-02").values.rows.map(\.last) == ["4", "4..6"])
    }

    @Test func yearsOfWhichNothingIsKnownAreLeftOut() throws {
        let kind = try chart(year + unknownYear + "7")
        #expect(kind.subtitle.hasSuffix("January 2024 against 2022"))
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try chart(year + "4 1 3", until: "2024-03").alternativeText
                == "Line chart of people killed in the region, added up since January, January to March 2024 against 2023: 2024: 8 by March; 2023: 6 by March and 78 by December."
        )
        #expect(try chart("- -", until: "2024-02").alternativeText.hasSuffix(": 2024 not known."))
    }
}
