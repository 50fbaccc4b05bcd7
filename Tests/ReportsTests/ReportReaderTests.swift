import Diagnostics
import Figures
import Statistics
import TestSupport
import Testing

@testable import Reports

@Suite struct ReportReaderTests {
    private static let least = """
        title: A report
        publisher: A desk
        data: {monthly: data/monthly.csv}
        measures:
          attacks: {name: Attacks, singular: attack, plural: attacks}

        """

    private func read(_ text: String) -> Reading<ReportSource?> {
        let file = SourceFile(path: "report.yaml", text: text)
        return Reading { readReport(file, problems: $0) }
    }

    @Test func fillsInNothingButWhatIsDocumented() throws {
        let reading = read(Self.least)
        let source = try #require(reading.value)
        #expect(reading.messages.isEmpty)
        #expect(source.series.value == "A report" && source.place.value == "Total" && source.total.value == "Total")
        #expect(source.language.value == "en" && source.style.value == "house" && source.paper == nil)
        #expect(source.source == nil && source.about == nil && source.incidentFiles.isEmpty && source.provinces.isEmpty && source.figures.isEmpty)
        #expect(source.measures == [Measure(key: "attacks", name: "Attacks", unit: "attacks", singular: "attack", plural: "attacks", counting: .count, definition: "")])
        #expect(source.monthlyFiles.map(\.value) == ["data/monthly.csv"])
    }

    @Test func aValueThatIsNotWrittenIsAsIfItsWordWereNot() throws {
        #expect(try #require(read(Self.least + "series:\nstyle:\nlanguage: ~\nfigures:\n").value).series.value == "A report")
    }

    @Test func readsWhatTheProvincesAreCalled() throws {
        let source = try #require(read(Self.least + "provinces: {order: [A], singular: sector, plural: sectors}\n").value)
        #expect(source.provinceNoun?.singular == "sector" && source.provinceNoun?.plural == "sectors")
        #expect(try #require(read(Self.least + "provinces: {order: [A]}\n").value).provinceNoun == nil)
    }

    @Test func readsTheMonthOfAFigure() throws {
        let figures = "figures:\n  one: {kind: columns, title: T, measure: attacks, month: 2023-05}\n  two: {kind: columns, title: T, measure: attacks}\n"
        let source = try #require(read(Self.least + figures).value)
        #expect(source.figures.map(\.month?.value) == [Month("2023-05"), nil])
    }

    @Test func readsBlocksAsLines() throws {
        let text = Self.least.replacing("title: A report", with: "title: |\n  A\n  report\nabout: >\n  It is made\n  so.\n\n  And so.\nplace: \"\\tthe\\nvalley \"")
        let source = try #require(read(text).value)
        #expect(source.title.value == "A report" && source.about?.value == "It is made so. And so." && source.place.value == "the valley ")
    }

    @Test func readsListsOfFilesAndOfNotes() throws {
        let text = Self.least.replacing("{monthly: data/monthly.csv}", with: "{monthly: [a.csv, b/c.csv], incidents: d.csv}")
            + "figures:\n  one: {kind: columns, title: One, measure: attacks, notes: A note., width: page, height: 120.5}\n"
        let source = try #require(read(text).value)
        #expect(source.monthlyFiles.map(\.value) == ["a.csv", "b/c.csv"] && source.incidentFiles.map(\.value) == ["d.csv"])
        let figure = try #require(source.figures.first)
        #expect(figure.notes.map(\.plainText) == ["A note."] && figure.width == .page && figure.height?.value == 120.5)
        #expect(source.texts.map(\.value).contains("A note.") && source.texts.map(\.value).contains("One"))
    }

    @Test func readsProvinces() throws {
        let source = try #require(read(Self.least + "provinces:\n  total: All\n  order: [Homs, Hama]\n  aliases: {Homs: [Hims, Emesa], All: [Sum]}\n").value)
        #expect(source.total.value == "All" && source.provinces.map(\.value) == ["Homs", "Hama"])
        #expect(source.aliases == ["Hims": "Homs", "Emesa": "Homs", "Sum": "All"])
        #expect(source.place.value == "All")
    }

    @Test(arguments: [
        ("", "1:1: "), ("- a\n", "1:1: "), ("a\n", "1:1: "),
        (least + "titel: x\n", "6:1: report.yaml has no word \"titel\" (did you mean \"title\"?)"),
        (least.replacing("title: A report\n", with: ""), "1:1: report.yaml lacks \"title\""),
        (least.replacing("title: A report", with: "title:"), "1:1: report.yaml lacks \"title\""),
        (least.replacing("title: A report", with: "title: {a: b}"), "1:8: \"title\" is not a text"),
        (least.replacing("{monthly: data/monthly.csv}", with: "{}"), "3:7: `data` lacks \"monthly\""),
        (least.replacing("{monthly: data/monthly.csv}", with: "data/monthly.csv"), "3:7: `data` is not a mapping"),
        (least.replacing("data/monthly.csv", with: "[]"), "3:17: \"monthly\" names no file"),
        (least.replacing("data/monthly.csv", with: "../x.csv"), "3:17: the path \"../x.csv\" leads out of the report’s folder"),
        (least.replacing("data/monthly.csv", with: "a/../../x.csv"), "3:17: the path \"a/../../x.csv\" leads out"),
        (least.replacing("data/monthly.csv", with: "/x.csv"), "3:17: the path \"/x.csv\" leads out"),
        (least.replacing("data/monthly.csv", with: "\"\""), "3:17: the path \"\" leads out"),
        (least + "language: klingon!\n", "6:11: \"klingon!\" is not a language"),
        (least + "language: e\n", "6:11: \"e\" is not a language"),
        (least + "language: fr-FR\n", "6:11: Brevier has no words for a brief in \"fr-FR\" (languages: en)"),
        (least + "paper: a4\n", "6:8: \"paper\" cannot be \"a4\""),
        (least.replacing("measures:\n", with: "measures: none\n").replacing("  attacks: {name: Attacks, singular: attack, plural: attacks}\n", with: ""), "4:11: \"measures\" is not a mapping"),
        (least.replacing("name: Attacks, ", with: ""), "5:3: a measure lacks \"name\""),
        (least.replacing("{name: Attacks, singular: attack, plural: attacks}", with: "attacks"), "5:12: a measure is not a mapping"),
        (least.replacing("  attacks:", with: "  month:"), "5:3: a measure cannot be called \"month\""),
        (least.replacing("plural: attacks", with: "plural: attacks, floor: 1"), "5:70: \"floor\" is neither yes nor no"),
        (least + "provinces: {order: [A, B, A]}\n", "6:27: the province \"A\" is named twice"),
        (least + "provinces: {order: [A, Total]}\n", "6:24: the province \"Total\" is named twice"),
        (least + "provinces: {total: T}\n", "6:12: `provinces` lacks \"order\""),
        (least + "provinces: {order: [Homs], aliases: {Hms: [H]}}\n", "6:38: aliases of an unknown province \"Hms\" (did you mean \"Homs\"?)"),
        (least + "provinces: {order: [A], aliases: {A: B}}\n", "6:38: the aliases of a province are not a list (write [B])"),
        (least + "provinces: {order: [A, B], aliases: {A: [C], B: [C]}}\n", "6:50: \"C\" already means A"),
        (least + "provinces: {order: [A, B], aliases: {A: [B]}}\n", "6:42: \"B\" already means B"),
        (least + "provinces: {order: [A], singular: sector}\n", "6:12: `provinces` lacks \"plural\""),
        (least + "provinces: {order: [A], singular: \"-\", plural: sectors}\n", "6:35: \"-\" is no word for a province"),
        (least + "figures:\n  one: {kind: columns, title: T, measure: attacks, month: May 2023}\n", "7:59: \"May 2023\" is not a month"),
        (least + "figures:\n  One: {kind: columns, title: T, measure: attacks}\n", "7:3: \"One\" cannot name a figure"),
        (least + "figures:\n  ../x: {kind: columns, title: T, measure: attacks}\n", "7:3: \"../x\" cannot name a figure"),
        (least + "figures:\n  one: columns\n", "7:8: the figure \"one\" is not a mapping"),
        (least + "figures:\n  one: {title: T}\n", "7:3: the figure \"one\" lacks its kind"),
        (least + "figures:\n  one: {kind: collumns, title: T}\n", "7:15: \"kind\" cannot be \"collumns\" (did you mean \"columns\"?)"),
        (least + "figures:\n  one: {kind: columns, title: T}\n", "7:3: a figure of kind columns lacks \"measure\""),
        (least + "figures:\n  one: {kind: columns, title: T, measure: atacks}\n", "7:43: the report has no measure \"atacks\" (did you mean \"attacks\"?)"),
        (least + "figures:\n  one: {kind: columns, title: T, measure: [attacks]}\n", "7:43: \"measure\" is not a text"),
        (least + "figures:\n  one: {kind: columns, title: T, measure: attacks, province: Homs}\n", "7:62: the report has no province \"Homs\""),
        (least + "figures:\n  one: {kind: columns, title: T, measure: attacks, months: 0}\n", "7:60: \"months\" is not a whole number from 1 to 120"),
        (least + "figures:\n  one: {kind: columns, title: T, measure: attacks, months: \"4\"}\n", "7:60: \"months\" is not a whole number"),
        (least + "figures:\n  one: {kind: trend, title: T, measures: []}\n", "7:42: \"measures\" has 0 measures, not 1 to 2"),
        (least + "figures:\n  one: {kind: columns, title: T, measure: attacks, rows: months}\n", "7:52: a figure has no word \"rows\""),
        (least + "figures:\n  one: {kind: columns, title: T, measure: attacks, width: wide}\n", "7:59: \"width\" cannot be \"wide\""),
        (least + "figures:\n  one: {kind: columns, title: T, measure: attacks, height: 5}\n", "7:60: a figure cannot be 5 points high (from 20 to 2,000)"),
        (least + "figures:\n  one: {kind: columns, title: \"T\\a\", measure: attacks}\n", "7:31: a control character stands in the text: U+0007"),
    ])
    func tellsWhatIsWrong(_ text: String, _ message: String) {
        let reading = read(text)
        #expect(reading.messages.contains { $0.hasPrefix(message) }, "\(reading.messages)")
    }

    @Test func tellsAllThatIsWrongAtOnce() {
        let text = Self.least.replacing("publisher", with: "publishr") + "paper: A5\nlanguage: xx-yy\nfigures:\n  a: {kind: bras, title: T}\n  b: {title: T}\n"
        let messages = read(text).messages
        for word in ["publishr", "lacks \"publisher\"", "A5", "xx-yy", "bras", "lacks its kind"] {
            #expect(messages.contains { $0.contains(word) }, "nothing is said of \(word)")
        }
    }

    // MARK: Instalments

    private func instalment(_ text: String) throws -> Reading<Instalment?> {
        let file = SourceFile(path: "2024-01.md", text: text)
        let month = try #require(Month("2024-01"))
        return Reading { readInstalment(file, month: month, problems: $0) }
    }

    @Test func readsAnInstalment() throws {
        let reading = try instalment("---\nmonth: 2024-01\npublished: 2024-02-29\nauthors: Ada Example\nstandfirst: >\n  Two\n  lines.\n---\n# A headline\n")
        let instalment = try #require(reading.value)
        #expect(reading.messages.isEmpty)
        #expect(instalment.month.value.description == "2024-01" && instalment.published.value.description == "2024-02-29")
        #expect(instalment.authors.map(\.value) == ["Ada Example"] && instalment.standfirst.plainText == "Two lines.")
        #expect(instalment.prose.headline.dump == "A headline")
    }

    @Test(arguments: [
        ("# A\n", "1:1: the instalment has no front matter"), ("", "1:1: the instalment has no front matter"),
        ("---\nmonth: 2024-02\npublished: 2024-02-01\nauthors: A\n---\n", "2:8: the front matter is of 2024-02, the file is named after 2024-01"),
        ("---\nmonth: January\npublished: 2024-02-01\nauthors: A\n---\n", "2:8: \"January\" is not a month"),
        ("---\nmonth: 2024-01\npublished: 2023-02-29\nauthors: A\n---\n", "3:12: \"2023-02-29\" is not a date"),
        ("---\nmonth: 2024-01\npublished: 2024-2-1\nauthors: A\n---\n", "3:12: \"2024-2-1\" is not a date"),
        ("---\nmonth: 2024-01\npublished: 2024-02-01\n---\n", "2:1: the front matter of an instalment lacks \"authors\""),
        ("---\nmonth: 2024-01\npublished: 2024-02-01\nauthors: A\nauthor: B\n---\n", "5:1: the front matter of an instalment has no word \"author\" (did you mean \"authors\"?)"),
        ("---\n- a\n---\n", "2:1: the front matter of an instalment is not a mapping"),
    ])
    func tellsWhatIsWrongWithAnInstalment(_ text: String, _ message: String) throws {
        let reading = try instalment(text)
        #expect(reading.messages.contains { $0.hasPrefix(message) }, "\(reading.messages)")
    }
}
