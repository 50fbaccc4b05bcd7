import Figures
import Rules
import Scenes
import Statistics
import TestSupport
import Testing

@Suite struct DumbbellChartTests {
    private func chart(_ values: [(String, String)], _ options: [String: OptionValues.Value] = [:]) throws -> DumbbellChart {
        try DumbbellChart(
            OptionValues(["measure": .measures([Fixtures.killed])].merging(options) { $1 }),
            data: Fixtures.data(values.map { (Fixtures.killed, $0.0, $0.1) }, provinces: values.map(\.0)))
    }

    @Test func typical() throws {
        expectGolden(Fixtures.scene(try chart([("Hama", "4 5"), ("Homs", "5 14"), ("Raqqa", "- 3")])), "dumbbell.txt")
    }
    @Test func onePoint() throws { expectGolden(Fixtures.plot(try chart([("Homs", "5 14")])), "dumbbell-one.txt") }
    @Test func allZero() throws { expectGolden(Fixtures.plot(try chart([("Homs", "0 0"), ("Hama", "0 0")])), "dumbbell-zero.txt") }
    @Test func allUnknown() throws { expectGolden(Fixtures.plot(try chart([("Homs", "- -"), ("Hama", "- -")])), "dumbbell-unknown.txt") }
    @Test func negative() throws { expectGolden(Fixtures.plot(try chart([("Homs", "-3 -12"), ("Hama", "-2 4")])), "dumbbell-negative.txt") }
    @Test func longAndArabicNames() throws {
        let name = "The governorate with the longest name of all that are known"
        expectGolden(Fixtures.plot(try chart([(name, "1500 2500"), ("حمص", "1 1"), ("دير الزور", "7 3")])), "dumbbell-names.txt")
    }

    @Test func thirtyProvincesAreReadableAndTidy() throws {
        let values = (1...30).map { ("Province \($0)", "\($0 * 7 % 31) \($0 * 11 % 29)") }
        for width in [240.0, 499] {
            let scene = Fixtures.scene(try chart(values), width: width)
            expectTidy(scene, "\(width)")
            let names = scene.texts.filter { $0.item.text.hasPrefix("Province") }.map(\.item.origin.y).sorted()
            #expect(names.count == 30)
            // Closer than the rows of a few provinces, and no closer than lines of text.
            for (one, next) in zip(names, names.dropFirst()) { #expect(next - one >= 10.5 && next - one < 23) }
        }
    }

    @Test func valuesStandOnTheOuterSides() throws {
        let scene = Fixtures.plot(try chart([("Rise", "5 14"), ("Fall", "9 2"), ("Below", "-6 -2")]))
        func x(_ text: String) throws -> Double { try #require(scene.texts.first { $0.item.text == text && $0.groups == ["labels"] }).box.minX }
        #expect(try x("5") < x("14"))
        #expect(try x("2") < x("9"))
        #expect(try x("−6") < x("−2"))
        let now = scene.texts.filter { $0.item.font.weight == .bold }.map(\.item.text)
        #expect(now == ["14", "2", "−2"])
    }

    /// Left of the line at zero are the names.
    @Test func noLabelStandsAmongTheNames() throws {
        let scene = Fixtures.plot(try chart([("Homs", "1 300"), ("Hama", "120 2"), ("Raqqa", "150 200"), ("Aleppo", "0 9")]))
        let labels = scene.texts.filter { $0.groups == ["labels"] }
        #expect(labels.map(\.item.text) == ["1", " to ", "300", "200", "150", "0", " to ", "9", "120", " to ", "2"])
        #expect(labels.filter { $0.item.font.weight == .bold }.map(\.item.text) == ["300", "200", "9", "2"])
        let zero = try #require(scene.shapes(in: "marks").filter { $0.width == 0 }.max { $0.height < $1.height })
        #expect(labels.allSatisfy { $0.box.minX > zero.minX })
        expectTidy(scene, "near zero")
    }

    /// What leads from dot to dot is no bar, which would have to begin at zero.
    @Test func rowsThatBeginAlikeAreNotTakenForBars() throws {
        let chart = try chart([("A", "30 80"), ("B", "30 50")])
        let subject = FigureSubject(
            Fixtures.figure(chart), Fixtures.scene(chart), medium: .figure, style: FixtureStyle.style, profile: .newsroom,
            measures: [Fixtures.killed], measurer: FixedWidthMeasurer())
        #expect(RuleRun(RuleSettings()).findings(in: [subject]).map(\.rule.code) == [])
    }

    @Test func equalValuesHaveOneLabelAndUnequalBoundsTwo() throws {
        #expect(Fixtures.plot(try chart([("Homs", "5 5")])).texts.filter { $0.groups == ["labels"] }.map(\.item.text) == ["5"])
        let bounds = Fixtures.plot(try chart([("Homs", "5 >=5")])).texts.filter { $0.groups == ["labels"] }.map(\.item.text)
        #expect(bounds == ["≥5", "5"])
    }

    @Test func oneUnknownMonthShowsTheOther() throws {
        let chart = try chart([("Homs", "- 3"), ("Hama", "4 -")])
        let scene = Fixtures.plot(chart)
        #expect(scene.texts.filter { $0.groups == ["labels"] }.map(\.item.text) == ["3", "  ×", "4", "  ×"])
        #expect(scene.bars.isEmpty)
        #expect(chart.remarks(in: FixtureStyle.style) == ["× No figure known for Hama in January 2024 and Homs in December 2023."])
    }

    @Test func ordersByValueChangeOrReport() throws {
        let values = [("A", "9 1"), ("B", "1 5"), ("C", "- 7"), ("D", "5 6")]
        func order(_ word: String) throws -> [String] {
            try chart(values, ["order": .word(word)]).values.rows.suffix(4).map { $0[1] }
        }
        #expect(try order("value") == ["C", "D", "B", "A"])
        #expect(try order("change") == ["B", "D", "A", "C"])
        #expect(try order("report") == ["A", "B", "C", "D"])
    }

    @Test func sinceIsAnEarlierMonth() throws {
        let since = try chart([("A", "9 5 1")], ["since": .month(Fixtures.month("2023-11"))])
        #expect(since.values.rows == [["2023-11", "A", "9"], ["2024-01", "A", "1"]])
        #expect(since.subtitle == "People killed in the region by province, November 2023 and January 2024")
        #expect(throws: FigureProblems.self) { try self.chart([("A", "1 2")], ["since": .month(Fixtures.month)]) }
    }

    @Test func alternativeTextIsTrue() throws {
        #expect(
            try chart([("A", "5 14"), ("B", "1 -")]).alternativeText
                == "Dumbbell chart of people killed in the region by province, December 2023 and January 2024: 14 in A (+9) and B not known.")
        let many = try chart((1...20).map { ("P\($0)", "1 \($0 <= 3 ? 0 : $0)") } + [("Q", "1 -")])
        #expect(many.alternativeText.hasSuffix(": from 0 (3 provinces) to 20 (P20); one value not known."))
    }

    @Test func callOutsPointAtAProvince() throws {
        let chart = try chart([("Homs", "5 14"), ("Hama", "4 -"), ("Raqqa", "2 1"), ("Aleppo", "- -")])
        for province in ["Homs", "Hama", "Aleppo"] {
            let scene = Fixtures.plot(chart, width: 320, Annotations(callOuts: [.init(.province(province), "Words about it")]))
            expectTidy(scene, province)
            #expect(scene.texts.contains { $0.groups == ["annotations"] && $0.item.text.hasPrefix("Words") })
        }
    }
}
