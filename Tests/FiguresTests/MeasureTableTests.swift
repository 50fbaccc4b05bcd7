import Figures
import Scenes
import Statistics
import Testing

@Suite struct MeasureTableTests {
    private func table(_ options: [String: OptionValues.Value], _ series: [(Measure, String, String)]) throws -> MeasureTable {
        try MeasureTable(OptionValues(options), data: Fixtures.data(series.map { (measure: $0.0, province: $0.1, values: $0.2) }))
    }

    private let months: [(Measure, String, String)] = [
        (Fixtures.attacks, "Total", "14 - 33"), (Fixtures.killed, "Total", ">=1200 [x] 31[p]"),
    ]

    @Test func typical() throws { expectGolden(Fixtures.scene(try table(["months": .number(3)], months)), "table.txt") }
    @Test func byProvince() throws {
        let table = try table(
            ["rows": .word("provinces")],
            [(Fixtures.attacks, "Homs", "14"), (Fixtures.attacks, "Hama", "5"), (Fixtures.attacks, "Total", "33")])
        expectGolden(Fixtures.plot(table), "table-provinces.txt")
    }
    @Test func onePoint() throws {
        expectGolden(Fixtures.plot(try table(["months": .number(1)], [(Fixtures.attacks, "Total", "3")])), "table-one.txt")
    }
    @Test func allZero() throws {
        expectGolden(Fixtures.plot(try table(["months": .number(2)], [(Fixtures.attacks, "Total", "0 0")])), "table-zero.txt")
    }
    @Test func allUnknown() throws {
        expectGolden(Fixtures.plot(try table(["months": .number(2)], [(Fixtures.attacks, "Total", "- -")])), "table-unknown.txt")
    }
    @Test func longNames() throws {
        let series = [(Fixtures.longName, "Total", "1 2"), (Fixtures.killed, "Total", "3 4")]
        expectGolden(Fixtures.plot(try table(["months": .number(2)], series)), "table-long.txt")
    }

    @Test func valuesStandUnderEachOther() throws {
        let scene = Fixtures.plot(try table(["months": .number(3)], months))
        let cells = scene.texts.filter { $0.groups == ["cells"] }
        let rights = ["1,200", "≥1,200", "31", "[x]"].compactMap { text in cells.first { $0.item.text == text }?.box.maxX }
        #expect(rights.count == 3)
        #expect(rights.allSatisfy { abs($0 - rights[0]) < 0.01 })
    }

    @Test func everySymbolIsExplained() throws {
        #expect(
            try table(["months": .number(3)], months).remarks(in: FixtureStyle.style) == [
                "× No figure known.", "[x] Not available.", "≥ At least.", "p Provisional.", "Minimum counts: attacks.",
            ])
    }

    @Test func barsAndLinesStandBesideTheirValues() throws {
        let table = try MeasureTable(
            OptionValues([
                "rows": .word("provinces"), "measures": .measures([Fixtures.killed]), "cell-bars": .measures([Fixtures.killed]),
                "sparklines": .measures([Fixtures.killed]), "months": .number(3),
            ]),
            data: Fixtures.data([(Fixtures.killed, "Homs", "2 - 10"), (Fixtures.killed, "Hama", "1 2 5"), (Fixtures.killed, "Total", "3 9 15")]))
        let scene = Fixtures.scene(table)
        expectGolden(Fixtures.plot(table), "table-graphics.txt")
        expectTidy(scene, "graphics in a table")
        let bars = scene.shapes(in: "graphics").filter { $0.height > 4 && $0.width > 4 && $0.minX < 130 }
        #expect(bars.count >= 2 && abs(bars[0].width - 2 * bars[1].width) < 0.01)
        #expect(table.remarks(in: FixtureStyle.style).last == "Small lines show November 2023 to January 2024, each from zero to its highest month.")
    }

    @Test func linesOfMonthsNeedProvincesInTheRows() {
        #expect(throws: FigureProblems([.init(option: "sparklines", "months are in the rows already", hint: "write `rows: provinces`, or take `sparklines` out")])) {
            try MeasureTable(
                OptionValues(["measures": .measures([Fixtures.killed]), "sparklines": .measures([Fixtures.killed])]),
                data: Fixtures.data([(Fixtures.killed, "Total", "3 9 15")]))
        }
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try table(["months": .number(3)], months).alternativeText
                == "Table of the region by month, November 2023 to January 2024: 3 rows, with attacks and people killed; January 2024: 33 attacks and 31 people killed; 2 values not known. Minimum counts: attacks."
        )
    }

    @Test func needsMeasures() {
        #expect(throws: FigureProblems.self) { try table([:], []) }
    }
}
