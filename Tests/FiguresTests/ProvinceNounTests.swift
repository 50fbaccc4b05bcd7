import Figures
import Statistics
import Testing

/// What provinces are called, and which of them a measure is about.
@Suite struct ProvinceNounTests {
    private func kind(_ type: any FigureKind.Type, _ options: [String: OptionValues.Value], noun: Noun?) throws -> any FigureKind {
        var data = Fixtures.data([(Fixtures.attacks, "Homs", "5 14"), (Fixtures.attacks, "Hama", "9 5")])
        if let noun { data.provinceNoun = noun }
        return try type.init(OptionValues(options), data: data)
    }

    @Test func subtitlesAndAlternativeTextsSayIt() throws {
        for (noun, word) in [(nil, "province"), (Noun(singular: "sector", plural: "sectors"), "sector")] {
            let bars = try kind(BarChart.self, ["measure": .measures([Fixtures.attacks])], noun: noun)
            #expect(bars.subtitle == "Attacks in the region by \(word), January 2024, and change since December 2023; minimum counts")
            #expect(bars.alternativeText.contains(" by \(word), January 2024"))
            let table = try kind(MeasureTable.self, ["rows": .word("provinces"), "measures": .measures([Fixtures.attacks])], noun: noun)
            #expect(table.subtitle.hasSuffix(" by \(word), January 2024; minimum counts"), "\(table.subtitle)")
        }
    }

    @Test func sumsSayIt() {
        #expect(Wording.english.provincesAddUp("5", "6", "sectors") == "The sectors add up to 5; the total is 6.")
        #expect(Wording.english.knownProvincesAddUp("5", "6", "sectors") == "The sectors that are known add up to 5 of 6.")
    }
}
