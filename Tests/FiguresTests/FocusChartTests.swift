import Figures
import Scenes
import Statistics
import Testing

@Suite struct FocusChartTests {
    /// - Parameter month: where the figures end.
    private func chart(
        _ values: String, of measure: Measure = Fixtures.killed, years: Int? = nil, until month: String = "2024-01",
        more: [String: OptionValues.Value] = [:]
    ) throws -> FocusChart {
        var options: [String: OptionValues.Value] = ["measure": .measures([measure])]
        if let years { options["years"] = .number(years) }
        options.merge(more) { $1 }
        return try FocusChart(OptionValues(options), data: Fixtures.data(measure, values, until: Fixtures.month(month)))
    }

    private func texts(_ kind: FocusChart, width: Double = 400) -> [String] {
        Fixtures.plot(kind, width: width).texts.filter { $0.groups == ["labels"] }.map(\.item.text)
    }

    private let year = "1 2 3 4 5 6 7 8 9 10 11 12 "

    @Test func typical() throws { expectGolden(Fixtures.plot(try chart("4 5 6 - 7 8 2 3", years: 1, until: "2024-03")), "focus.txt") }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart("33")), "focus-one.txt") }
    @Test func allZero() throws { expectGolden(Fixtures.plot(try chart("0 0 0")), "focus-zero.txt") }
    @Test func allUnknown() throws { expectGolden(Fixtures.plot(try chart("- - -")), "focus-unknown.txt") }
    @Test func negative() throws { expectGolden(Fixtures.plot(try chart("-4 3 -2", until: "2024-02")), "focus-negative.txt") }
    @Test func longName() throws { expectGolden(Fixtures.scene(try chart("2 3", of: Fixtures.longName)), "focus-long.txt") }

    @Test func sixtyMonths() throws {
        let kind = try chart(String(repeating: year, count: 5) + "7")
        for width in [240.0, 400, 499] { expectTidy(Fixtures.scene(kind, width: width), "60 months, \(width)") }
        #expect(texts(kind) == ["2024: 7", "2023", "2022", "2021", "2020", "2019"])
        #expect(kind.subtitle == "People killed a month in the region, January 2024 against 2019 to 2023")
    }

    @Test func yearsOfWhichNothingIsKnownAreLeftOut() throws {
        let nothing = String(repeating: "- ", count: 12)
        let kind = try chart(year + nothing + year + "7", years: 2)
        #expect(kind.subtitle.hasSuffix("January 2024 against 2021 and 2023"))
        #expect(Set(texts(kind)) == ["2024: 7", "2021", "2023"])
        #expect(try chart(year + "7", years: 0).subtitle == "People killed a month in the region, January 2024")
    }

    @Test func thisYearIsInTheAccentAndLast() throws {
        let dump = Fixtures.plot(try chart(year + year + "3 4", until: "2024-02"), width: 400).dump.split(separator: "\n")
        let lines = dump.filter { $0.contains("stroke #12436d 1.75") || $0.contains("stroke #8e959b 1.75") || $0.contains("stroke #8e959b 0.75") }
        #expect(lines.count == 3)
        #expect(lines.last?.contains("#12436d") == true)
        #expect(lines.first?.contains("#8e959b") == true)
    }

    @Test func linesBreakAndSingleMonthsAreDots() throws {
        let kind = try chart("1 2 3 - 5 - 7 8 9 1 2 3 4 - 6", until: "2024-03")
        #expect(
            kind.remarks(in: FixtureStyle.style) == [
                "× No figure known for February 2024.",
                "The lines of earlier years are broken where no figure is known: April and June 2023.",
            ])
        let scene = Fixtures.plot(kind, width: 400)
        #expect(scene.texts.filter { $0.item.text == "×" }.count == 1, "of this year")
        #expect(scene.dump.split(separator: "\n").filter { $0.contains("Z fill") }.count == 3, "May, January and March")
    }

    @Test func theLabelOfThisYearKeepsOffLines() throws {
        let kind = try chart(year + "1 2 3 4 5", until: "2024-05")
        let scene = Fixtures.plot(kind, width: 499)
        let label = try #require(scene.texts.first { $0.item.text == "2024: 5" })
        #expect(label.groups == ["labels"])
        let month = try #require(scene.texts.first { $0.item.text == "May" })
        // The earlier line runs on upwards from there.
        #expect(label.box.maxX <= month.box.midX + 2.5, "above its end, and left of it")
    }

    @Test func aYearNearlyOverIsLabelledAtTheEdge() throws {
        let kind = try chart(year + year, until: "2024-12")
        #expect(texts(kind, width: 240) == ["2024: 12", "2023"])
        expectTidy(Fixtures.scene(kind, width: 240), "December")
    }

    @Test func theFocusIsAlwaysNamed() throws {
        for width in stride(from: 160.0, through: 400, by: 20) {
            let axis = Fixtures.plot(try chart(year + "7"), width: width).texts.filter { $0.item.font.weight == .bold && $0.groups == ["axis"] }
            #expect(axis.map(\.item.text) == ["Jan"])
        }
    }

    @Test func aReferenceIsAMeanOfItsMonths() throws {
        let period = Fixtures.month("2023-01")...Fixtures.month("2023-12")
        #expect(texts(try chart(year + "7", more: ["reference": .period(period)])).joined(separator: " ").contains("mean of 2023: 6.5"))
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try chart("1 4 2 7", until: "2024-02").alternativeText
                == "Line chart of people killed a month in the region, January to February 2024 against 2023: 2024: from 2 (January 2024) to 7 (February 2024); 2023: from 1 (November 2023) to 4 (December 2023); 10 months not known."
        )
    }
}
