import Figures
import Scenes
import Statistics
import Testing

@Suite struct SmallMultiplesTests {
    private func chart(
        _ values: [(String, String)], of kind: String = "columns", _ options: [String: OptionValues.Value] = [:]
    ) throws -> SmallMultiples {
        let months = values.first?.1.split(separator: " ").count ?? 1
        let measure: [String: OptionValues.Value] =
            kind == "columns" ? ["measure": .measures([Fixtures.killed])] : ["measures": .measures([Fixtures.killed])]
        return try SmallMultiples(
            OptionValues(["of": .word(kind), "months": .number(months)].merging(measure) { $1 }.merging(options) { $1 }),
            data: Fixtures.data(values.map { (Fixtures.killed, $0.0, $0.1) }, provinces: values.map(\.0)))
    }

    private let thirty = (1...30).map { province in
        ("Province \(province)", (1...24).map { (province + $0) % 9 == 0 ? "-" : "\((province * 7 + $0 * 5) % 31)" }.joined(separator: " "))
    }

    @Test func typical() throws {
        expectGolden(Fixtures.plot(try chart([("Homs", "5 9 14"), ("Hama", "4 - 2")])), "multiples.txt")
    }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart([("Homs", "14")])), "multiples-one.txt") }
    @Test func allZero() throws { expectGolden(Fixtures.plot(try chart([("Homs", "0 0"), ("Hama", "0 0")])), "multiples-zero.txt") }
    @Test func allUnknown() throws { expectGolden(Fixtures.plot(try chart([("Homs", "- -"), ("Hama", "- -")])), "multiples-unknown.txt") }
    @Test func negative() throws {
        expectGolden(Fixtures.plot(try chart([("Homs", "-3 -12 4"), ("Hama", "2 1 4")], of: "trend")), "multiples-negative.txt")
    }
    @Test func longAndArabicNames() throws {
        expectGolden(Fixtures.plot(try chart([(Fixtures.veryLongName, "5 9"), ("دير الزور", "4 2")])), "multiples-names.txt")
    }

    @Test(arguments: ["columns", "trend"], [240.0, 320, 499]) func thirtyProvincesAreTidy(of kind: String, width: Double) throws {
        let scene = Fixtures.scene(try chart(thirty, of: kind), width: width)
        expectTidy(scene, "\(kind), \(width)")
        let heads = scene.texts.filter { $0.groups.contains("head") }
        #expect(heads.map(\.item.text) == thirty.map(\.0))
        // Two panels at least, side by side.
        #expect(heads[1].box.minY == heads[0].box.minY)
    }

    @Test func sixtyMonthsAreTidy() throws {
        let values = ["A", "B", "C"].map { ($0, (1...60).map { "\($0 * 13 % 40)" }.joined(separator: " ")) }
        for kind in ["columns", "trend"] { expectTidy(Fixtures.scene(try chart(values, of: kind), width: 499), kind) }
    }

    /// One bar of 20 is as high as another, and all begin at one line, however the labels of their panels fall.
    @Test func panelsShareTheScale() throws {
        let scene = Fixtures.plot(try chart([("A", "20 3"), ("B", "1 20"), ("C", "20 -")]), width: 400)
        let highest = scene.bars.sorted { $0.height > $1.height }.prefix(3)
        #expect(highest.allSatisfy { abs($0.height - highest[0].height) < 0.001 && abs($0.maxY - highest[0].maxY) < 0.001 })
        // The numbers stand once.
        #expect(scene.texts.filter { $0.groups.contains("axis") && $0.item.text == "10" }.count == 1)
    }

    @Test func monthsStandBelowTheLastOfEachColumn() throws {
        let five = ["A", "B", "C", "D", "E"].map { ($0, "1 2 3") }
        let scene = Fixtures.plot(try chart(five), width: 400)
        #expect(scene.texts.filter { $0.item.text == "Jan" }.count == 3)
    }

    @Test func aPanelWithoutAKnownMonthSaysSo() throws {
        let chart = try chart([("Homs", "5 9 14"), ("Hama", "- - -")])
        let words = Fixtures.plot(chart).texts.filter { $0.groups.contains("nothing") }.map(\.item.text)
        #expect(words.joined(separator: " ") == "No figure is known")
        #expect(chart.remarks(in: FixtureStyle.style).first == "× No figure known for Hama in November and December 2023, and January 2024.")
    }

    @Test func whatLinesMeanIsSaidOnceForAllPanels() throws {
        let kind = try SmallMultiples(
            OptionValues(["of": .word("cumulative"), "measure": .measures([Fixtures.killed])]),
            data: Fixtures.data([(Fixtures.killed, "Homs", "5 - 4"), (Fixtures.killed, "Hama", "- 2 1")], provinces: ["Homs", "Hama"]))
        let dashed = kind.remarks(in: FixtureStyle.style).filter { $0.hasPrefix("Dashed lines are minimums") }
        #expect(dashed.count == 1)
    }

    @Test func theOrderIsSaid() throws {
        let values = [("B", "1 5"), ("C", "1 -"), ("A", "1 9")]
        func heads(_ order: String) throws -> [String] {
            Fixtures.plot(try chart(values, ["order": .word(order)])).texts.filter { $0.groups.contains("head") }.map(\.item.text)
        }
        #expect(try heads("report") == ["B", "C", "A"])
        #expect(try heads("value") == ["A", "B", "C"])
        #expect(try heads("name") == ["A", "B", "C"])
        let remarks = try chart(values, ["order": .word("value")]).remarks(in: FixtureStyle.style)
        #expect(remarks.last == "All panels have one scale; they stand in the order of their figures for January 2024.")
    }

    /// They say which panels there are, not which lines each has.
    @Test func provincesCanBeChosenForLines() throws {
        let data = Fixtures.data(["Homs", "Hama", "Raqqa"].map { (Fixtures.attacks, $0, "3 4") })
        let options = OptionValues([
            "of": .word("trend"), "measures": .measures([Fixtures.attacks]), "provinces": .provinces(["Raqqa", "Homs"]), "months": .number(2),
        ])
        let scene = Fixtures.plot(try SmallMultiples(options, data: data))
        #expect(scene.texts.filter { $0.groups.contains("head") }.map(\.item.text) == ["Raqqa", "Homs"])
    }

    @Test func linesHaveOneKeyAndTheirValues() throws {
        let data = Fixtures.data(
            ["Homs", "Hama"].flatMap { [(Fixtures.attacks, $0, "3 4"), (Fixtures.killed, $0, "7 9")] })
        let options = OptionValues(["of": .word("trend"), "measures": .measures([Fixtures.attacks, Fixtures.killed]), "months": .number(2)])
        let scene = Fixtures.plot(try SmallMultiples(options, data: data))
        #expect(scene.texts.filter { $0.groups == ["key"] }.map(\.item.text) == ["attacks", "people killed"])
        #expect(scene.texts.filter { $0.groups.contains("labels") }.map(\.item.text).sorted() == ["4", "4", "9", "9"])
    }

    @Test func manyPanelsSayWhatSignsMeanOnce() throws {
        let remarks = try chart(thirty.map { ($0.0, $0.1 + ($0.0.hasSuffix("7") ? "[p]" : "")) }).remarks(in: FixtureStyle.style)
        #expect(remarks.first == "× No figure known.")
        #expect(remarks.dropFirst().first?.hasPrefix("Hatched bars are provisional: Province 7") == true)
    }

    @Test func textsAreOfAllProvinces() throws {
        let chart = try chart([("Homs", "5 14"), ("Hama", "4 -")])
        #expect(chart.subtitle == "People killed a month in the region by province, December 2023 to January 2024")
        #expect(
            chart.alternativeText
                == "Small multiples of people killed a month in the region by province, December 2023 to January 2024: Homs: from 5 (December 2023) to 14 (January 2024); Hama: January 2024 not known."
        )
        #expect(try self.chart(thirty).alternativeText.contains(": January 2024: from "))
        #expect(chart.values.rows.map { $0[1] } == ["Homs", "Homs", "Hama", "Hama"])
    }

    @Test func optionsAreThoseOfTheKindInThePanels() throws {
        let values = [("Homs", "5 14")]
        let names = SmallMultiples.options.map(\.name)
        for name in ["of", "provinces", "order", "measure", "measures", "months", "mean"] { #expect(names.contains(name)) }
        #expect(!names.contains("province"))
        guard case .choice(let kinds)? = SmallMultiples.options.first?.shape else { return }
        #expect(kinds.contains("columns") && kinds.contains("trend") && kinds.contains("stacked") && !kinds.contains("multiples") && !kinds.contains("calendar"))
        let foreign = #expect(throws: FigureProblems.self) { try chart(values, ["mean": .number(3)]) }
        #expect(foreign?.problems.first?.option == "mean")
        let wide = #expect(throws: FigureProblems.self) { try chart(values, ["months": .number(240)]) }
        #expect(wide?.problems.first?.option == "months")
        #expect(throws: FigureProblems.self) { try chart(values, ["provinces": .provinces([])]) }
    }
}
