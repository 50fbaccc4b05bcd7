import Diagnostics
import Figures
import Foundation
import Reports
import TestSupport
import Testing

@testable import brevier

/// Input that nobody means well: each ends soon, with a message at its place or with a sound brief.
@Suite struct AdversarialTests {
    enum End: Sendable {
        /// Status 1, and a message with these words.
        case refused(String)
        /// Status 74, and a message with these words.
        case unreadable(String)
        case rendered
    }

    struct Attack: Sendable, CustomTestStringConvertible {
        let name: String
        let end: End
        let spoil: @Sendable (SmallReport) throws -> Void
        var testDescription: String { name }

        init(_ name: String, _ end: End, _ spoil: @escaping @Sendable (SmallReport) throws -> Void) {
            self.name = name
            self.end = end
            self.spoil = spoil
        }

        static func write(_ name: String, _ path: String, _ text: String, _ end: End) -> Attack {
            Attack(name, end) { try $0.write(Array(text.utf8), to: "report/" + path) }
        }

        static func change(_ name: String, _ path: String, _ old: String, _ new: String, _ end: End) -> Attack {
            Attack(name, end) { try $0.change("report/" + path, old, to: new) }
        }

        /// In the place of a sentence of the prose.
        static func prose(_ name: String, _ text: String, _ end: End) -> Attack {
            .change(name, "2024-01.md", "The north had three.", text, end)
        }

        /// In the place of a title of a figure.
        static func title(_ name: String, _ text: String, _ end: End) -> Attack {
            .change(name, "report.yaml", "Attacks rose to five", text, end)
        }

        /// In the place of January's total.
        static func cell(_ name: String, _ text: String, _ end: End) -> Attack {
            .change(name, "data/monthly.csv", "2024-01,Total,5,6", "2024-01,Total,\(text),6", end)
        }

        /// A brief of another month than January 2024, with rows of these.
        static func months(_ name: String, _ month: String, rows: [String], _ end: End) -> Attack {
            Attack(name, end) { report in
                try report.remove("report/2024-01.md")
                let text = SmallReport.plain["report/2024-01.md"] ?? ""
                try report.write(Array(text.replacing("month: 2024-01", with: "month: \(month)").utf8), to: "report/\(month).md")
                let table = "month,province,attacks,wounded\n" + rows.map { "\($0),Total,5,6\n" }.joined()
                try report.write(Array(table.utf8), to: "report/data/monthly.csv")
            }
        }

        /// A style of the author's own over the house style.
        static func style(_ name: String, _ text: String, _ end: End) -> Attack {
            Attack(name, end) { report in
                try FileManager.default.removeItem(atPath: report.folder + "/styles")
                try report.write(Array(try Repository.text(of: "styles/house.yaml").utf8), to: "styles/house.yaml")
                try report.write(Array(text.utf8), to: "styles/odd.yaml")
                try report.change("report/report.yaml", "place: the valley", to: "style: odd")
            }
        }
    }

    private static func many(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

    private static let mebibyte = 1 << 20

    static let empty: [Attack] = [
        .write("an empty report", "report.yaml", "", .refused("report.yaml:1:1: error: ")),
        .write("a report of comments", "report.yaml", "# nothing\n", .refused("report.yaml:1:1: error: ")),
        .write("an empty instalment", "2024-01.md", "", .refused("2024-01.md:1:1: error: the instalment has no front matter")),
        .write("an empty table", "data/monthly.csv", "", .refused("monthly.csv: error: ")),
        .write("a table of line ends", "data/monthly.csv", "\n\n\n", .refused("monthly.csv")),
        .write("a table of one byte order mark", "data/monthly.csv", "\u{FEFF}", .refused("monthly.csv")),
        .style("an empty style", "", .refused("styles/odd.yaml")),
        Attack("empty incidents", .refused("incidents.csv")) {
            try $0.write([], to: "report/data/incidents.csv")
            try $0.change("report/report.yaml", "monthly: data/monthly.csv", to: "monthly: data/monthly.csv\n  incidents: data/incidents.csv")
        },
        .write(
            "front matter only", "2024-01.md", "---\nmonth: 2024-01\npublished: 2024-02-14\nauthors: [Ada Example]\n---\n", .rendered),
        .write("front matter of nothing", "2024-01.md", "---\n---\n", .refused("2024-01.md:")),
        .change("a report without figures", "report.yaml", SmallReport.figures, "", .refused("the report defines no figure")),
    ]

    static let large: [Attack] = [
        .prose("a line of a megabyte", many(mebibyte / 8, "attacks "), .rendered),
        .prose("a hundred thousand letters without a space", many(100_000, "a"), .rendered),
        .title("a title of a megabyte", many(mebibyte / 8, "attacks "), .refused("does not fit its page")),
        .cell("a cell of a megabyte", many(mebibyte, "1"), .refused("monthly.csv:8:15: error: ")),
        .change("a province of a megabyte", "data/monthly.csv", "2024-01,South", "2024-01," + many(mebibyte, "S"), .refused("monthly.csv:7:9: error: ")),
        .write("a key of a megabyte", "report.yaml", many(mebibyte, "k") + ": 1\n", .refused("report.yaml:1:1: error: ")),
        .prose("five thousand paragraphs", many(5_000, "There were five attacks in January, two of them in the south.\n\n"), .rendered),
        .prose("a word of ten thousand letters", many(10_000, "w"), .rendered),
        .title("a title of one long word", many(300, "w"), .rendered),
        .change("a headline of one long word", "2024-01.md", "# Attacks rose to five", "# " + many(2_000, "w"), .refused("the headline is too long")),
        .change("a standfirst of one long word", "2024-01.md", "Attacks rose in January.", many(1_000, "w"), .rendered),
        .change("a series of one long word", "report.yaml", "title: Incidents in the valley", "title: " + many(1_000, "w"), .refused("the title of the report is too long")),
        .prose("a thousand headings", many(1_000, "## The provinces\n\nWords.\n\n"), .rendered),
        .prose("a thousand headings without words", many(1_000, "## The provinces\n\n"), .rendered),
        .prose("a thousand notes", (1...1_000).map { "Words.[^n\($0)]\n\n" }.joined() + (1...1_000).map { "[^n\($0)]: A note.\n\n" }.joined(), .rendered),
        .prose("a note longer than a page", "Words.[^long]\n\n[^long]: " + many(3_000, "many words "), .rendered),
        .prose("a long list", many(2_000, "- An item.\n"), .rendered),
        Attack("two hundred figures", .rendered) { report in
            let names = (1...200).map { "figure-\($0)" }
            try report.change("report/report.yaml", "figures:\n", to: "figures:\n" + names.map { "  \($0):\n    kind: columns\n    title: Attacks rose\n    measure: attacks\n" }.joined())
            try report.change("report/2024-01.md", "The north had three.", to: names.map { "![](\($0))\n\nWords.\n\n" }.joined())
        },
        Attack("fifty years", .rendered) { report in
            let rows = (1974..<2024).flatMap { year in
                (1...12).map { month in "\(year)-\(month < 10 ? "0" : "")\(month),Total,\((year * month) % 97),\n" }
            }
            try report.change("report/data/monthly.csv", "2023-11,Total,2,\n2023-12,North,1,\n2023-12,South,2,\n2023-12,Total,3,4\n", to: rows.joined())
            try report.change("report/report.yaml", "kind: columns\n    title: Attacks rose to five\n    measure: attacks\n    months: 4", to: "kind: trend\n    title: Attacks rose\n    measures: [attacks]\n    months: 240\n    mean: 12")
        },
        Attack("five hundred provinces", .refused("does not fit its page")) { report in
            let names = (1...500).map { "Province \($0)" }
            try report.change("report/report.yaml", "order: [North, South]", to: "order: [North, South, \(names.joined(separator: ", "))]")
        },
        Attack("a thousand columns", .refused("no measure is called")) { report in
            let names = (1...1_000).map { "c\($0)" }.joined(separator: ",")
            try report.change("report/data/monthly.csv", "month,province,attacks,wounded", to: "month,province,\(names)")
        },
        .change("a mistake in each of ten thousand rows", "data/monthly.csv", "2023-11,Total,2,\n", many(10_000, "2023-11,Totla,x\n"), .refused("monthly.csv:2")),
    ]

    static let structures: [Attack] = [
        .write("deep lists in YAML", "report.yaml", "title: " + many(50_000, "[") + many(50_000, "]"), .refused("report.yaml:1")),
        .write("deep mappings in YAML", "report.yaml", "title: " + many(20_000, "{a: ") + "1" + many(20_000, "}"), .refused("report.yaml:1")),
        .write("deep blocks in YAML", "report.yaml", (0..<1_500).map { many($0, " ") + "a:\n" }.joined(), .refused("report.yaml:")),
        .write("lists that never end", "report.yaml", "title: " + many(100_000, "["), .refused("report.yaml:1")),
        .write(
            "aliases of aliases", "report.yaml",
            "a: &a [x, x, x, x, x, x, x, x, x]\n" + zip("bcdefghij", "abcdefghi").map { "\($0): &\($0) [\(many(8, "*\($1), "))*\($1)]\n" }.joined(),
            .refused("report.yaml:")),
        .write("an alias of itself", "report.yaml", "title: &a [*a]\n", .refused("report.yaml:1")),
        .write("an alias of nothing", "report.yaml", "title: *a\n", .refused("report.yaml:1")),
        .write("tags in YAML", "report.yaml", "title: !!binary aGVsbG8=\n", .refused("report.yaml:1")),
        .write("two documents", "report.yaml", "title: a\n---\ntitle: b\n", .refused("report.yaml:")),
        .change("front matter of lists", "2024-01.md", "authors: [Ada Example]", "authors: " + many(5_000, "[") + many(5_000, "]"), .refused("2024-01.md:4")),
        .prose("deep quotes", many(3_000, "> ") + "Words.", .refused("nested more than 50 levels deep")),
        .prose("deep lists", (0..<200).map { many($0 * 2, " ") + "- Words.\n" }.joined(), .refused("nested more than 50 levels deep")),
        .prose("deep emphasis", many(20_000, "*a "), .rendered),
        .prose("emphasis within emphasis", many(2_000, "**a *b ") + many(2_000, "c* d**"), .refused("nested more than 50 levels deep")),
        .prose("brackets", many(50_000, "["), .rendered),
        .prose("links within links", many(5_000, "[a](") + many(5_000, ")"), .refused("this is not read as a link")),
        .prose("backquotes", (1...300).map { many($0, "`") + " " }.joined(), .rendered),
        .prose("a note that refers to itself", "Words.[^a]\n\n[^a]: Words.[^a]", .rendered),
        .prose("notes that refer to each other", "Words.[^a]\n\n[^a]: Words.[^b]\n\n[^b]: Words.[^a]", .rendered),
        .prose("a note of a note", "Words.[^a]\n\n[^a]: Words.[^b]\n\n[^b]: The last words.", .rendered),
        .prose("an empty note", "Words.[^a]\n\n[^a]:", .rendered),
        .prose("an empty heading", "##\n\nWords.", .rendered),
        .prose("an empty item", "- \n- Words.", .rendered),
        .prose("an empty quote", ">\n\nWords.", .rendered),
        .prose("an empty link", "[](https://a.example) Words.", .rendered),
        .prose("a list from a number without end", "999999999. Words.\n1. More.", .rendered),
        .prose("an address with odd characters", "[Words](<https://a.example/(x) y?é=\"'%00%zz>)", .rendered),
        .prose("an address of a hundred thousand letters", "[Words](https://a.example/\(many(100_000, "a")))", .refused("2024-01.md:15:9: error: an address of 100018 bytes is too long for a PDF")),
        .prose("an address as long as it may be", "[Words](https://a.example/\(many(2_660, "é"))\(many(2_660, "a")))", .rendered),
        .change("an alternative text of a megabyte", "report.yaml", "months: 4", "months: 4\n    alt: \(many(mebibyte / 8, "attacks "))", .refused("report.yaml:29:10: error: the alternative text of the figure \"by-month\" is too long for a PDF")),
    ]

    static let characters: [Attack] = [
        .title("controls in a title", "\"A\\u0001B\\u001bC\\u007f\\u0085D\\bE\"", .refused("a control character stands in the text: U+0001")),
        .title("line ends in a title", "\"Attacks\\nrose\\r\\n\\tto\\u2028five\\u2029\"", .rendered),
        .title("a null in a title", "\"Attacks\\0rose\"", .refused("a control character stands in the text: U+0000")),
        .title("Arabic in a title", "ارتفعت الهجمات إلى خمس", .rendered),
        .title("Arabic and Latin in a title", "الهجمات rose to 5 (حمص) 12–14", .rendered),
        .title("marks that combine", "A\(many(50, "\u{301}"))ttacks ro\u{308}se", .rendered),
        .title("directions", "\u{202E}evif ot esor\u{202C} \u{2066}x\u{2069} \u{200F}\u{200B}\u{FEFF}", .rendered),
        .title("a title of spaces", "\"     \"", .rendered),
        .title("a title of no-break spaces", "\"\(many(400, "\u{A0}x"))\"", .rendered),
        .title("emoji in a title", "Attacks 🧨 rose", .refused("no font of the style has the character")),
        .title("a scalar for private use", "Attacks \u{F8FFF} rose", .refused("no font of the style has the character")),
        .title("a percent sign and a number", "\"%1 %9 %% rose\"", .rendered),
        .prose("Arabic prose", many(60, "ارتفعت الهجمات إلى خمس هجمات في حمص. "), .rendered),
        .prose("soft hyphens and joiners", many(60, "at\u{AD}tacks\u{200D} ro\u{2060}se "), .rendered),
        .prose("thin and other spaces", many(60, "14\u{2009}000\u{202F}attacks\u{3000}and\u{2003}more\u{1680}\u{205F}of "), .rendered),
        .prose("tabs", "a\tb\t\tc", .rendered),
        .prose("entities", "&nbsp;&shy;&#0;&#x1F4A3;&amp;&lt;b&gt;", .refused("no font of the style has the character")),
        .prose("a null character", "Words\0words.", .refused("2024-01.md:15:6: error: a NUL byte")),
        .prose("controls in prose", "Words\u{1}\u{1B}[31mwords\u{7F}.", .refused("2024-01.md:15:6: error: a control character")),
        .change("an escape in a province", "data/monthly.csv", "2024-01,South", "2024-01,\u{1B}]0;x\u{7}\u{9B}31mSouth", .refused("monthly.csv:7:9: error: ")),
        .title("a block of lines", "|\n      Attacks rose\n      to five\n", .rendered),
        .prose("format characters", "a\u{600}b\u{FFF9}c\u{FFFB}d\u{110BD}e\u{E0041}f\u{1D173}g", .refused("no font of the style has the character")),
        .change("a null in a report", "report.yaml", "place: the valley", "place: the\0valley", .refused("report.yaml:4")),
        .change("a null in a table", "data/monthly.csv", "2024-01,North,3", "2024-01,North,\0", .refused("monthly.csv:6")),
        .change("controls in a province", "report.yaml", "order: [North, South]", "order: [\"No\\nrth\\u0007\", North, South]", .refused("a control character stands in the text: U+0007")),
        Attack("quotes and line ends in a column", .rendered) { report in
            try report.change("report/data/monthly.csv", "attacks,wounded", to: "\"att\"\"ac\nks\",wounded")
            try report.change("report/report.yaml", "  attacks:\n", to: "  \"att\\\"ac\\nks\":\n")
            try report.change("report/report.yaml", "measure: attacks", to: "measure: \"att\\\"ac\\nks\"")
        },
        .change("carriage returns alone", "2024-01.md", "\n", "\r", .refused("2024-01.md:")),
        .change("carriage returns alone in a table", "data/monthly.csv", "\n", "\r", .refused("monthly.csv:1")),
        .change("a formula in a province", "report.yaml", "order: [North, South]", "order: [\"=cmd|' /C calc'!A0\", North, South]", .rendered),
    ]

    static let numbers: [Attack] = [
        .cell("1e308", "1e308", .refused("monthly.csv:8:15: error: ")),
        .cell("a number of 300 digits", many(300, "9"), .refused("monthly.csv:8:15: error: ")),
        .cell("a number that is just too large", "1000000000000000000", .refused("monthly.csv:8:15: error: ")),
        .cell("not a number", "nan", .refused("monthly.csv:8:15: error: ")),
        .cell("infinity", "inf", .refused("monthly.csv:8:15: error: ")),
        .cell("a negative number", "-5", .rendered),
        .cell("a hexadecimal number", "0x1p4", .refused("monthly.csv:8:15: error: ")),
        .cell("a range backwards", "10..3", .refused("monthly.csv:8:15: error: ")),
        .cell("a range to anywhere", "10..", .refused("monthly.csv:8:15: error: ")),
        .cell("a large number", "999999999999", .rendered),
        .cell("a small number", "0.000000001", .rendered),
        .cell("a large range", "0..999999999999", .rendered),
        .cell("a minus of zero", "-0", .rendered),
        .cell("a zero", "0", .rendered),
        .change("a height of no number", "report.yaml", "months: 4", "months: 4\n    height: .nan", .refused("\"height\" is not a number")),
        .change("a height without end", "report.yaml", "months: 4", "months: 4\n    height: 1e308", .refused("a figure cannot be")),
        .change("a height of twenty points", "report.yaml", "months: 4", "months: 4\n    height: 20", .refused("is too low")),
        .change("a number of months too large", "report.yaml", "months: 4", "months: 99999999999999999999", .refused("is not a whole number from")),
        .change("a negative number of months", "report.yaml", "months: 4", "months: -4", .refused("is not a whole number from")),
        .change("a date of the year 0", "2024-01.md", "published: 2024-02-14", "published: 0000-00-00", .refused("is not a date")),
        .change("a date of the year 9999", "2024-01.md", "published: 2024-02-14", "published: 9999-12-31", .rendered),
        .months("the first month of all", "1000-01", rows: ["1000-01"], .rendered),
        .months("the last month of all", "9999-12", rows: ["9999-12", "1000-01"], .rendered),
        .months("a month before the first", "0999-12", rows: ["0999-12"], .refused("0999-12.md: error: the file is named after no month")),
        .months("a row before the first month", "1000-01", rows: ["1000-01", "0001-06"], .refused("and 0001 is none of them")),
        Attack("a claim of a month before the first", .refused("\"-30\" is not a period")) { report in
            try Attack.months("", "1000-01", rows: ["1000-01"], .rendered).spoil(report)
            try report.change("report/1000-01.md", "The north had three.", to: "There were [5](=attacks[-30]).")
        },
        .change("a figure of a month before the first", "report.yaml", "months: 4", "months: 4\n    month: 0001-06", .refused("\"0001-06\" is not a month")),
    ]

    static let files: [Attack] = [
        Attack("a pipe as a table", .unreadable("it is not a file")) { try $0.replaceByPipe("data/monthly.csv") },
        Attack("a pipe as a report", .unreadable("it is not a file")) { try $0.replaceByPipe("report.yaml") },
        Attack("a pipe as an instalment", .unreadable("it is not a file")) { try $0.replaceByPipe("2024-01.md") },
        Attack("a folder as an instalment", .unreadable("it is not a file")) { try $0.replaceByFolder("2024-01.md") },
        Attack("a device as a table", .refused("leads out of the report’s folder")) { try $0.replaceByLink("data/monthly.csv", to: "/dev/zero") },
        Attack("a link to itself", .unreadable("Too many levels of symbolic links")) { try $0.replaceByLink("data/monthly.csv", to: "monthly.csv") },
        Attack("a loop of links", .unreadable("Too many levels of symbolic links")) { report in
            try report.replaceByLink("report.yaml", to: "other.yaml")
            try FileManager.default.createSymbolicLink(atPath: report.report + "/other.yaml", withDestinationPath: "report.yaml")
        },
        Attack("a link to nothing", .refused("there is no file")) { try $0.replaceByLink("data/monthly.csv", to: "gone.csv") },
        Attack("a link within the report", .rendered) { report in
            try report.change("report/report.yaml", "monthly: data/monthly.csv", to: "monthly: data/other.csv")
            try FileManager.default.createSymbolicLink(atPath: report.report + "/data/other.csv", withDestinationPath: "monthly.csv")
        },
        .change("a path of four thousand letters", "report.yaml", "monthly: data/monthly.csv", "monthly: data/\(many(4_200, "m")).csv", .unreadable("cannot be read")),
        .change("the same table twice", "report.yaml", "monthly: data/monthly.csv", "monthly: [data/monthly.csv, data/monthly.csv]", .refused("monthly.csv")),
        .change("a picture as a table", "report.yaml", "monthly: data/monthly.csv", "monthly: report.yaml", .refused("report.yaml:")),
        Attack("a program as a table", .refused("monthly.csv")) {
            try $0.write([UInt8](try Data(contentsOf: URL(fileURLWithPath: "/bin/true"))), to: "report/data/monthly.csv")
        },
    ]

    static let styles: [Attack] = [
        .style("a thousand columns on a page", "base: house\npage:\n  columns: 1000\n", .refused("\"columns\" cannot be 1000")),
        .style("no column", "base: house\npage:\n  columns: 0\n", .refused("\"columns\" cannot be 0")),
        .style("columns without end", "base: house\npage:\n  columns: 1e300\n", .refused("error: ")),
        .style("columns narrower than words", "base: house\npage:\n  columns: 12\n", .refused("leaves no room for text")),
        .style("margins as wide as the page", "base: house\npage:\n  margin-left: 500\n  margin-right: 500\n", .refused("leaves no room for text")),
        .style("margins wider than the page", "base: house\npage:\n  margin-left: 5000\n", .refused("\"margin-left\" cannot be 5000")),
        .style("a leading of nothing", "base: house\npage:\n  body: {leading: 0}\n", .refused("error: ")),
        .style("a negative leading", "base: house\npage:\n  body: {leading: -13}\n", .refused("error: ")),
        .style("a leading without end", "base: house\npage:\n  note: {leading: 1e300}\n", .refused("error: ")),
        .style("a size of nothing", "base: house\npage:\n  body: {size: 0}\n", .refused("\"size\" cannot be 0")),
        .style("pictures without end", "base: house\nimages:\n  resolution: 1e9\n  figure-width: 1e12\n", .refused("error: ")),
        .style("pictures of nothing", "base: house\nimages:\n  resolution: 0\n  figure-width: 0\n", .refused("error: ")),
        .style("pictures of a negative width", "base: house\nimages:\n  figure-points: -100\n", .refused("error: ")),
        .style("spaces without end", "base: house\nfigures:\n  before-notes: 1e300\n", .refused("error: ")),
        .style("negative spaces", "base: house\nfigures:\n  row: -23\n  hatch: -1\n  band: -5\n", .refused("error: ")),
        .style("a heading space without end", "base: house\npage:\n  heading-space: [1e300]\n", .refused("error: ")),
        Attack("a dash of nothing", .rendered) { report in
            try Attack.style("", "base: house\nfigures:\n  second-dash: [0, 0]\n", .rendered).spoil(report)
            try report.change("report/report.yaml", "kind: columns\n    title: Attacks rose to five\n    measure: attacks", to: "kind: trend\n    title: Attacks rose\n    measures: [attacks, wounded]")
        },
        .style("measures at their ends", "base: house\npage:\n  paragraph-indent: 1000\n  list-indent: 1000\n  note-indent: 1000\nfigures:\n  band: 1\n  row: 1\n  hatch: 0\n  bar-gap: 0\n", .refused("is too narrow")),
    ]

    static let all = empty + large + structures + characters + numbers + files + styles

    @Test(arguments: all)
    func endsWithAMessageOrABrief(_ attack: Attack) throws {
        // What is attacked here is all the rest: figures that change would only be held against their claims.
        let report = try SmallReport(claims: false)
        try attack.spoil(report)
        // All parts where pictures are what is attacked; else they would only take time.
        let arguments = ["render", report.report, "--to", report.folder + "/out", "--only", attack.name.contains("pictures") ? "pdf,pages,figures" : "pdf"]
        let run = try Brevier.run(arguments)
        #expect(!run.wasKilled, "\(run.end.prefix(2_000))")
        switch attack.end {
        case .refused(let words):
            #expect(run.status == 1, "\(run.end.prefix(2_000))")
            #expect(run.errors.contains(words), "\(run.errors.prefix(2_000))")
        case .unreadable(let words):
            #expect(run.status == 74, "\(run.end.prefix(2_000))")
            #expect(run.errors.contains(words), "\(run.errors.prefix(2_000))")
        case .rendered:
            #expect(run.status == 0, "\(run.end.prefix(2_000))")
            #expect(try output(of: "qpdf", ["--check", report.folder + "/out/brief.pdf"]).contains("No syntax or stream encoding errors found"))
        }
        // A message is for a person: no line of a megabyte, nothing that a terminal would obey.
        for line in run.errors.split(separator: "\n") {
            #expect(line.count < 1_000, "\(line.count) characters: \(line.prefix(200))")
            #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(line.debugDescription)")
        }
        if run.status != 0 { #expect(!FileManager.default.fileExists(atPath: report.folder + "/out")) }
    }

    /// Each number of a style at its least and at its most, over every kind of figure: a brief, or a message.
    @Test func everyMeasureOfAStyleMayStandAtItsEnds() throws {
        let report = try SmallReport(claims: false)
        try Attack.style("", "", .rendered).spoil(report)
        var figures = "figures:\n"
        let kinds = ["numbers": "measures: [attacks, wounded]", "columns": "measure: attacks", "trend": "measures: [attacks, wounded]\n    mean: 2", "bars": "measure: attacks", "table": ""]
        for (kind, options) in kinds.sorted(by: { $0.key < $1.key }) { figures += "  \(kind):\n    kind: \(kind)\n    title: Attacks rose\n    \(options)\n" }
        try report.change("report/report.yaml", SmallReport.figures, to: figures)
        try report.change("report/2024-01.md", "![](by-month)", to: kinds.keys.sorted().map { "![](\($0))\n\n" }.joined())
        try report.change("report/2024-01.md", "![](by-province)", to: "- An item.\n\n> A quote.\n\n### A heading")
        func tryAt(_ section: String, _ name: String, _ value: Double, isList: Bool) throws {
            try report.write(Array("base: house\n\(section):\n  \(name): \(isList ? "[\(value), \(value)]" : "\(value)")\n".utf8), to: "styles/odd.yaml")
            let run = try report.rendered()
            #expect(run.exitStatus != 74, "\(section), \(name): \(value): \(run.problems.diagnostics.map(\.formatted))")
        }
        func tryAll<Root>(_ section: String, _ words: [StyleWord<Root>]) throws {
            for word in words {
                for end in [word.range.lowerBound, word.range.upperBound] {
                    switch word.property {
                    case .number: try tryAt(section, word.name, end, isList: false)
                    case .numbers: try tryAt(section, word.name, end, isList: true)
                    case .colour, .colours, .symbol, .text: break
                    }
                }
            }
        }
        try tryAll("page", PageStyle.words)
        try tryAll("figures", FigureStyle.words)
        try tryAll("images", ImageStyle.words)
    }

    @Test(arguments: ["it's a \"report\"", "a\nreport", "-report", "отчёт $HOME *", "report.", "%s%n", "a b/c d"])
    func theReportsFolderMayHaveAnyName(_ name: String) throws {
        let (report, scratch) = (try SmallReport(), try TemporaryFolder())
        try scratch.copy(report.report, to: name)
        let styles = ["--styles", Repository.root + "/styles"]
        let run = try Brevier.run(["render", "./" + name, "--only", "pdf", "--json"] + styles, in: scratch.path)
        #expect(run.status == 0, "\(run.end)")
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.output)) }
        let last = String(name.split(separator: "/").last ?? "")
        #expect(FileManager.default.fileExists(atPath: "\(scratch.path)/build/\(last)/2024-01/brief.pdf"))
        try scratch.write("title: [\n", to: name + "/report.yaml")
        let broken = try Brevier.run(["check", "./" + name] + styles, in: scratch.path)
        #expect(broken.status == 1 && !broken.errors.isEmpty)
    }
}

extension SmallReport {
    /// The figures of the sound report, as it defines them.
    static let figures: String = {
        let text = plain["report/report.yaml"] ?? ""
        return text.range(of: "figures:").map { String(text[$0.lowerBound...]) } ?? ""
    }()

    fileprivate func replaceByPipe(_ path: String) throws {
        try remove("report/" + path)
        guard mkfifo(report + "/" + path, 0o600) == 0 else { throw ProgramFailure("no pipe at \(path)") }
    }

    fileprivate func replaceByFolder(_ path: String) throws {
        try remove("report/" + path)
        try FileManager.default.createDirectory(atPath: report + "/" + path, withIntermediateDirectories: true)
    }

    fileprivate func replaceByLink(_ path: String, to target: String) throws {
        try remove("report/" + path)
        try FileManager.default.createSymbolicLink(atPath: report + "/" + path, withDestinationPath: target)
    }
}
