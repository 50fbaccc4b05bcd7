import Foundation
import TestSupport
import Testing

/// What an author is told of each mistake: place, line, fact and way out, as a whole text.
@Suite struct MessageTests {
    /// A way to spoil a report.
    struct Spoiling: CustomTestStringConvertible, Sendable {
        let name: String
        let spoil: @Sendable (SmallReport) throws -> Void
        var testDescription: String { name }

        init(_ name: String, _ spoil: @escaping @Sendable (SmallReport) throws -> Void) {
            self.name = name
            self.spoil = spoil
        }

        static func change(_ name: String, _ path: String, _ old: String, _ new: String) -> Spoiling {
            Spoiling(name) { try $0.change("report/" + path, old, to: new) }
        }
    }

    static let spoilings: [Spoiling] = [
        Spoiling("sound") { _ in },

        // Files
        Spoiling("missing-data") { try $0.remove("report/data/monthly.csv") },
        .change("misspelt-data", "report.yaml", "monthly: data/monthly.csv", "monthly: data/montly.csv"),
        Spoiling("missing-report") { try $0.remove("report/report.yaml") },
        Spoiling("no-instalment") { try $0.remove("report/2024-01.md") },
        Spoiling("not-utf8") { try $0.write([0x6D, 0x6F, 0x0A, 0xE9, 0x74], to: "report/data/monthly.csv") },
        Spoiling("folder-as-data") {
            try $0.remove("report/data/monthly.csv")
            try FileManager.default.createDirectory(atPath: $0.report + "/data/monthly.csv", withIntermediateDirectories: false)
        },
        .change("path-out", "report.yaml", "monthly: data/monthly.csv", "monthly: ../other/monthly.csv"),
        .change("path-absolute", "report.yaml", "monthly: data/monthly.csv", "monthly: /etc/passwd"),
        Spoiling("link-out") {
            try $0.remove("report/data/monthly.csv")
            try FileManager.default.createSymbolicLink(atPath: $0.report + "/data/monthly.csv", withDestinationPath: "/etc/passwd")
        },

        // The table
        .change("ragged-row", "data/monthly.csv", "2023-12,South,2,\n", "2023-12,South,2\n"),
        .change("unclosed-quote", "data/monthly.csv", "2023-12,South,2,", "2023-12,\"South,2,"),
        .change("bad-month", "data/monthly.csv", "2023-11,Total", "2023-13,Total"),
        .change("bad-quantity", "data/monthly.csv", "2024-01,Total,5,6", "2024-01,Total,five,1,"),
        .change("thousands", "data/monthly.csv", "2024-01,Total,5,6", "2024-01,Total,5,\"1,204\""),
        .change("duplicate-row", "data/monthly.csv", "2024-01,South,2,", "2024-01,North,2,"),
        .change("unknown-province", "data/monthly.csv", "2024-01,South", "2024-01,Sough"),
        .change("unknown-column", "data/monthly.csv", "attacks,wounded", "attacks,wounds"),
        .change("no-rows", "data/monthly.csv", SmallReport.sound["report/data/monthly.csv"] ?? "", "month,province,attacks,wounded\n"),

        // report.yaml
        .change("unknown-key", "report.yaml", "publisher:", "publisheer:"),
        .change("unknown-kind", "report.yaml", "kind: columns", "kind: colums"),
        .change("unknown-option", "report.yaml", "months: 4", "mnths: 4"),
        .change("figure-of-an-unknown-month", "report.yaml", "months: 4", "months: 4\n    month: 2024-02"),
        .change(
            "past-event", "report.yaml", "months: 4", "months: 4\n    events:\n      - {month: 2022-11, text: A truce}\n      - {month: 2025-01, text: A treaty}"),
        .change("unknown-measure", "report.yaml", "measure: attacks\n    months", "measure: attaks\n    months"),
        .change("unknown-style", "report.yaml", "place: the valley", "style: hous"),
        .change("unknown-language", "report.yaml", "language: en-GB", "language: tlh"),
        .change("wrong-type", "report.yaml", "months: 4", "months: four"),
        .change("wrong-flag", "report.yaml", "floor: yes", "floor: maybe"),
        .change("wrong-list", "report.yaml", "title: Attacks [rose to five](=attacks)", "title: [Attacks, rose]"),
        .change("not-a-mapping", "report.yaml", "data:\n  monthly: data/monthly.csv", "data: monthly.csv"),
        .change("missing-word", "report.yaml", "title: Attacks [rose to five](=attacks)\n", "\n"),
        .change("broken-yaml", "report.yaml", "title: Attacks [rose to five](=attacks)", "title: \"Attacks rose"),
        .change("unquoted-colon", "report.yaml", "title: Attacks [rose to five](=attacks)", "title: Attacks: up"),
        .change("duplicate-key", "report.yaml", "place: the valley", "title: Another"),
        .change("province-twice", "report.yaml", "[North, South]", "[North, South, North]"),
        .change("alt-empty", "report.yaml", "months: 4", "months: 4\n    alt: \"\""),
        .change("alt-of-spaces", "report.yaml", "months: 4", "months: 4\n    alt: '  \u{A0}'"),
        .change("alt-of-marks", "report.yaml", "months: 4", "months: 4\n    alt: \"[…](=attacks) – \u{200B}\""),
        .change("alt-of-an-empty-claim", "report.yaml", "months: 4", "months: 4\n    alt: \"[ ](=attacks)\""),
        .change("too-low", "report.yaml", "months: 4", "months: 4\n    height: 90"),
        .change("too-narrow", "report.yaml", "kind: columns\n    title: Attacks [rose to five](=attacks)\n    measure: attacks\n    months: 4", "kind: table\n    title: Attacks [rose to five](=attacks)\n    measures: [attacks, wounded, attacks, wounded, attacks, wounded, attacks, wounded]"),
        .change("too-high", "report.yaml", "months: 4", "months: 4\n    height: 1500"),

        // The instalment
        Spoiling("no-front-matter") { try $0.write(Array("# A headline\n\nWords.\n".utf8), to: "report/2024-01.md") },
        .change("open-front-matter", "2024-01.md", "standfirst: Attacks [rose](=attacks) in January.\n---\n", "standfirst: Attacks [rose](=attacks) in January.\n"),
        .change("other-month", "2024-01.md", "month: 2024-01", "month: 2023-12"),
        Spoiling("month-without-data") {
            let text = SmallReport.sound["report/2024-01.md"] ?? ""
            try $0.write(Array(text.replacingOccurrences(of: "month: 2024-01", with: "month: 2025-03").utf8), to: "report/2025-03.md")
        },
        .change("bad-date", "2024-01.md", "published: 2024-02-14", "published: 2024-02-31"),
        .change("unknown-figure", "2024-01.md", "![](by-month)", "![](by-moth)"),
        .change("placed-twice", "2024-01.md", "![](by-province)", "![](by-month)"),
        .change("never-placed", "2024-01.md", "![](by-province)\n", "\n"),
        .change("figure-in-a-line", "2024-01.md", "The north had [three](=attacks@North).", "The north ![](by-month) led."),
        .change("html", "2024-01.md", "The north had [three](=attacks@North).", "The <b>north</b> led."),
        .change("code", "2024-01.md", "The north had [three](=attacks@North).", "Of `12` rows:\n\n```\n13 三\n```"),
        .change("code-in-a-title", "2024-01.md", "![](by-month)", "![Attacks are in `attacks`](by-month)"),
        .change("table-in-prose", "2024-01.md", "The north had [three](=attacks@North).", "| a | b |\n| --- | --- |\n| 1 | 2 |"),
        .change("note-without-text", "2024-01.md", "[^count]: As the desk counts them.", "Another word."),
        .change("glyph", "2024-01.md", "The north had [three](=attacks@North).", "The north had [three](=attacks@North) 三."),
        .change("unknown-reference", "2024-01.md", "The north had [three](=attacks@North).", "The north led ([](#by-provinc))."),
        Spoiling("reference-to-what-cannot-be-made") {
            try $0.change(
                "report/report.yaml", "kind: columns\n    title: Attacks [rose to five](=attacks)\n    measure: attacks\n    months: 4",
                to: "kind: trend\n    title: Attacks [rose to five](=attacks)\n    measures: [attacks]\n    provinces: [North, North]")
            try $0.change("report/2024-01.md", "The north had [three](=attacks@North).", to: "The north led ([](#by-month)).")
        },
        .change("reference-without-number", "2024-01.md", "The north had [three](=attacks@North).", "The north led, see [](#by-month) and [here](elsewhere)."),
        .change("two-headlines", "2024-01.md", "## The provinces", "# The provinces"),

        // Claims
        .change("claim-contradicted", "data/monthly.csv", "2024-01,Total,5,6", "2024-01,Total,3,6"),
        .change("claim-undecidable", "data/monthly.csv", "2023-12,Total,3,4", "2023-12,Total,,4"),
        .change("claim-of-many-months", "2024-01.md", "The north had [three](=attacks@North).", "Attacks were [a record](=attacks), [the most since November 2023](=attacks@North) there, and wounded [the most on record](=wounded)."),
        .change("claim-unreadable", "2024-01.md", "[three](=attacks@North)", "[rather a lot](=attacks@North) and [mor than doubled](=attacks)"),
        .change("claim-unsayable", "2024-01.md", "[three](=attacks@North)", "[42%](=attacks), [second only to South](=attacks), [the most since 1990](=attacks) and [rose since January 2024](=attacks)"),
        .change("claim-destination", "2024-01.md", "[three](=attacks@North)", "[three](=attaks@North), [three](=attacks@Noth), [three](=attacks[2023-13]), [three](=attacks[2024-02]), [three](=attacks+), [three](=share(attacks)), [three](=incidents())"),
        .change("claim-with-blanks", "2024-01.md", "[three](=attacks@North)", "[three](=attacks @North)"),
        .change("claim-filled-in", "2024-01.md", "The north had [three](=attacks@North).", "The north had [](=attacks@North), [](=wounded) were wounded and in November [](=wounded[2023-11])."),
        .change("claim-in-a-name", "report.yaml", "publisher: The Valley Desk", "publisher: The [five](=attacks) Desk"),
        .change("claim-understated", "2024-01.md", "[three](=attacks@North)", "[at least two](=attacks@North)"),
        .change("unmarked-numbers", "2024-01.md", "The north had [three](=attacks@North).", "On 4 and 5 January 2024 in June 1855 and in 2023’s last days, Unit 404 had 1,204 men, twenty-one cars, two *or* three dogs and one cat."),
        Spoiling("not-claims") {
            try $0.change("report/2024-01.md", "authors:", to: "not-claims: [Unit 404, two or, nine lives]\nauthors:")
            try $0.change("report/2024-01.md", "The north had [three](=attacks@North).", to: "Unit 404 had two or three dogs.")
        },
        .change("phrases", "report.yaml", "publisher:", "phrases: {steady: 2, multipel: 1, about: x}\npublisher:"),
        .change("title-of-a-figure", "2024-01.md", "![](by-month)", "![Attacks *fell* to [two](=attacks)](by-month)"),

        // Rules
        .change("rule-of-findings", "report.yaml", "title: Attacks [rose to five](=attacks)", "title: Attacks"),
        .change("rule-of-titles", "2024-01.md", "![](by-month)", "![Attacks In The Valley Rose Quickly And Clearly To [five](=attacks) During This Very Cold January Of War.](by-month)"),
        .change("rule-of-sources", "report.yaml", "source: the desk’s own records\n", ""),
        .change("rule-of-words", "report.yaml", "months: 4", "months: 4\n    subtitle: Attacks in the valley\n    alt: Attacks rose to five"),
        .change("rule-of-minima", "report.yaml", "measure: attacks\n    months: 4", "measure: wounded\n    months: 4\n    subtitle: Wounded in the valley, to January 2024\n    notes: ×"),

        // Several at once
        Spoiling("several") {
            try $0.change("report/report.yaml", "kind: columns", to: "kind: colums")
            try $0.change("report/data/monthly.csv", "2024-01,South", to: "2024-01,Sough")
            try $0.change("report/data/monthly.csv", "2023-11", to: "2023-1")
            try $0.change("report/2024-01.md", "published: 2024-02-14", to: "published: soon")
        },
    ]

    @Test(arguments: spoilings)
    func tellsWhatIsWrongAndWhatToDo(_ spoiling: Spoiling) throws {
        let report = try SmallReport()
        try spoiling.spoil(report)
        expectGolden(try report.messages(), "\(spoiling.name).txt")
    }

    @Test func tellsOfAFamilyThatIsNotInstalled() throws {
        let report = try SmallReport()
        try report.change("report/report.yaml", "place: the valley", to: "style: odd")
        try FileManager.default.removeItem(atPath: report.folder + "/styles")
        let house = try String(contentsOf: SmallReport.root.appendingPathComponent("styles/house.yaml"), encoding: .utf8)
        try report.write(Array(house.utf8), to: "styles/house.yaml")
        try report.write(Array("base: house\nfonts:\n  text:\n    family: Latto\n".utf8), to: "styles/odd.yaml")
        expectGolden(try report.messages(), "missing-family.txt")
    }

    @Test func tellsOfAFamilyForCodeThatIsNotInstalled() throws {
        let report = try SmallReport()
        try report.change("report/report.yaml", "place: the valley", to: "style: odd")
        try FileManager.default.removeItem(atPath: report.folder + "/styles")
        try report.write(Array(try Repository.text(of: "styles/house.yaml").utf8), to: "styles/house.yaml")
        try report.write(Array("base: house\nfonts:\n  mono:\n    family: Noto Sans Mon\n".utf8), to: "styles/odd.yaml")
        #expect(try report.messages().contains("the font family \"Noto Sans Mon\" is not installed"))
    }

    @Test func tellsOfMistakesInAStyle() throws {
        let report = try SmallReport()
        try report.change("report/report.yaml", "place: the valley", to: "style: odd")
        try FileManager.default.removeItem(atPath: report.folder + "/styles")
        let house = try String(contentsOf: SmallReport.root.appendingPathComponent("styles/house.yaml"), encoding: .utf8)
        try report.write(Array(house.utf8), to: "styles/house.yaml")
        let odd = """
            base: house
            colours:
              ink: {screen: "#12345", press: [0, 0, 0, 100]}
              pale: {screen: "#bfbfbf", press: [0, 0, 0]}
            page:
              guter: 12
              link: acent
              body: {size: huge, leading: 13}

            """
        try report.write(Array(odd.utf8), to: "styles/odd.yaml")
        expectGolden(try report.messages(), "style.txt")
    }

    @Test func readsNoStyleOutsideItsFolder() throws {
        let report = try SmallReport()
        try report.change("report/report.yaml", "place: the valley", to: "style: ../secret")
        try report.write(Array("base: house\n".utf8), to: "secret.yaml")
        #expect(try report.messages().contains("\"../secret\" is not the name of a style"))
        try report.change("report/report.yaml", "style: ../secret", to: "style: odd")
        try FileManager.default.removeItem(atPath: report.folder + "/styles")
        try report.write(Array("base: ../secret\n".utf8), to: "styles/odd.yaml")
        #expect(try report.messages().contains("\"../secret\" is not the name of a style"))
    }

    @Test func tellsOfAStyleThatIsItsOwnBase() throws {
        let report = try SmallReport()
        try report.change("report/report.yaml", "place: the valley", to: "style: a")
        try FileManager.default.removeItem(atPath: report.folder + "/styles")
        try report.write(Array("base: b\n".utf8), to: "styles/a.yaml")
        try report.write(Array("base: a\n".utf8), to: "styles/b.yaml")
        #expect(try report.messages().contains("the style \"a\" is based on itself"))
    }
}
