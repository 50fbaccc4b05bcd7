import ArgumentParser
import Diagnostics
import Figures
import Foundation
import Reports
import Scenes
import TestSupport
import Testing

@testable import brevier

/// Two ways to write the same report give the same brief.
@Suite struct PairTests {
    /// Central Syria with one of its files written another way.
    struct Rewriting: Sendable, CustomTestStringConvertible {
        let name: String
        let file: String
        let rewrite: @Sendable (String) throws -> String
        var testDescription: String { name }

        init(_ name: String, _ file: String, _ rewrite: @escaping @Sendable (String) throws -> String) {
            self.name = name
            self.file = file
            self.rewrite = rewrite
        }
    }

    static let rewritings: [Rewriting] = [
        Rewriting("rows in another order", "data/monthly.csv") { text in
            var random = SeededGenerator(seed: 7)
            let lines = text.split(separator: "\n")
            return ([lines[0]] + lines.dropFirst().shuffled(using: &random)).joined(separator: "\n") + "\n"
        },
        Rewriting("columns in another order", "data/monthly.csv") { text in
            text.split(separator: "\n").map { line in
                line.split(separator: ",", omittingEmptySubsequences: false).reversed().joined(separator: ",") + "\n"
            }.joined()
        },
        Rewriting("every cell quoted", "data/monthly.csv") { text in
            text.split(separator: "\n").map { line in
                line.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }.joined(separator: ",") + "\n"
            }.joined()
        },
        Rewriting("no line end at the end", "data/monthly.csv") { String($0.dropLast()) },
        Rewriting("empty lines at the end", "data/monthly.csv") { $0 + "\n\n" },
        Rewriting("a long table", "data/monthly.csv", PairTests.long),
        Rewriting("provinces by another name", "data/monthly.csv") { $0.replacing(",Raqqa,", with: ",Ar Raqqa,") },
        Rewriting("a table of another system", "data/monthly.csv", PairTests.windows),
        Rewriting("a report of another system", "report.yaml", PairTests.windows),
        Rewriting("an instalment of another system", "2024-01.md", PairTests.windows),
        Rewriting("incidents of another system", "data/incidents-2024-01.csv", PairTests.windows),
        Rewriting("comments", "report.yaml") { $0.replacing("\n\n", with: "\n\n# A word of the author’s.\n\n") },
        Rewriting("one line for each sentence", "2024-01.md") { $0.replacing(". The ", with: ".\nThe ") },
    ]

    private static func windows(_ text: String) -> String {
        "\u{FEFF}" + text.replacing("\n", with: "\r\n")
    }

    /// A row for each value.
    private static func long(_ text: String) throws -> String {
        let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        let rows = lines.dropFirst().flatMap { line in
            zip(lines[0], line).dropFirst(2).map { "\(line[0]),\(line[1]),\($0),\($1)\n" }
        }
        return "month,province,measure,value\n" + rows.joined()
    }

    @Test(arguments: rewritings)
    func theSameReportWrittenAnotherWay(_ rewriting: Rewriting) throws {
        let copy = try TemporaryFolder()
        try copy.copy(Brevier.centralSyria, to: "central-syria")
        let path = "central-syria/\(rewriting.file)"
        let (before, after) = try (copy.text(of: path), rewriting.rewrite(copy.text(of: path)))
        #expect(Array(before.utf8) != Array(after.utf8), "the file has not been written another way")
        try copy.write(after, to: path)
        let styles = Repository.root + "/styles"
        #expect(try Self.document(copy.path + "/central-syria", styles: styles) == Self.document(Brevier.centralSyria, styles: styles))
    }

    /// What is printed of a report, and how it is to be read. The PDF holds the ledger too, which names the lines of the data.
    private static func document(_ report: String, styles: String) throws -> Document {
        var run = RunRecord()
        let arranged = Rendering(options: try ReportOptions.parse([report, "--styles", styles]), destination: nil, asked: []).arranged(in: &run)
        #expect(run.problems.diagnostics.map(\.formatted) == [])
        return try #require(arranged?.document)
    }

    // MARK: Defaults

    /// What holds where an option is not written, as an author would write it; nil where that is nothing that can be written.
    private static func written(_ option: FigureOption) -> String? {
        guard let standard = option.standard else { return nil }
        return switch option.shape {
        case .number: Int(standard).map(String.init)
        case .choice(let words): words.contains(standard) ? standard : nil
        case .flag: standard
        case .province: standard == "the total" ? "Total" : nil
        case .provinces: standard == "all" ? "[North, South]" : nil
        case .measure, .measures, .month, .period: nil
        }
    }

    /// What a kind must have.
    private static func required(_ kind: any FigureKind.Type) -> String {
        let needed = kind.options.filter { $0.standard == nil }.map { "\($0.name): attacks" }
        // Of several measures or of one by province: something must be said to be shown.
        let chosen = ["stacked", "grouped", "area", "multiples"].contains(kind.keyword) ? ["measure: attacks"] : []
        return (needed + chosen.filter { !needed.contains($0) }).joined(separator: "\n    ")
    }

    @Test(arguments: figureKinds.map { $0.keyword })
    func aDefaultWrittenOutChangesNothing(_ keyword: String) throws {
        let kind = try #require(figureKinds.first { $0.keyword == keyword })
        let required = Self.required(kind)
        let plain = try dump(keyword, required)
        for option in kind.options where !required.contains("\(option.name):") {
            // The provinces of a table have no say where its rows are months.
            guard let value = Self.written(option), !(keyword == "table" && option.name == "provinces") else { continue }
            // One province has no parts; panels have the options of the kind that is in them.
            if ["stacked", "grouped", "area"].contains(keyword), option.name == "province" { continue }
            if keyword == "multiples", !["of", "provinces", "order"].contains(option.name) { continue }
            #expect(try dump(keyword, required + "\n    \(option.name): \(value)") == plain, "\(keyword), \(option.name): \(value)")
        }
        #expect(try dump(keyword, required + "\n    width: column") == plain)
    }

    @Test func theProvincesOfATableAreAllAndTheTotal() throws {
        let plain = try dump("table", "rows: provinces")
        #expect(try dump("table", "rows: provinces\n    provinces: [North, South, Total]") == plain)
        #expect(try dump("table", "rows: provinces\n    provinces: [North]") != plain)
    }

    @Test(arguments: ["series: Incidents in the valley", "style: house", "paper: A4"])
    func aDefaultOfTheReportWrittenOutChangesNothing(_ line: String) throws {
        let (plain, written) = (try SmallReport(), try SmallReport())
        try written.change("report/report.yaml", "publisher:", to: line + "\npublisher:")
        #expect(try written.dump() == plain.dump())
    }

    @Test func defaultsOfMeasuresWrittenOutChangeNothing() throws {
        let (plain, written) = (try SmallReport(), try SmallReport())
        try written.change("report/report.yaml", "    plural: attacks\n", to: "    plural: attacks\n    unit: attacks\n    floor: no\n")
        try written.change("report/report.yaml", "  order: [North, South]", to: "  total: Total\n  order: [North, South]")
        #expect(try written.dump() == plain.dump())
    }

    /// The scenes of a small report whose first figure is of a kind.
    private func dump(_ keyword: String, _ options: String) throws -> String {
        let report = try SmallReport()
        try report.change(
            "report/report.yaml", "kind: columns\n    title: Attacks [rose to five](=attacks)\n    measure: attacks\n    months: 4",
            to: "kind: \(keyword)\n    title: Attacks [rose to five](=attacks)\n    \(options)")
        try report.change("report/report.yaml", "data:\n", to: "data:\n  incidents: data/incidents.csv\n")
        try report.write(Array("date,province,kind,claimed\n2024-01-03,North,raid,yes\n2024-01-09,South,mine,no\n".utf8), to: "report/data/incidents.csv")
        return try report.dump()
    }
}

extension SmallReport {
    /// The scenes of its pages and figures, and the texts and values beside them.
    func dump() throws -> String {
        var run = RunRecord()
        let arranged = Rendering(options: try options(), destination: nil, asked: []).arranged(in: &run)
        guard let arranged else { throw ProgramFailure(run.problems.diagnostics.map(\.formatted).joined(separator: "\n")) }
        let figures = arranged.report.figures.map { figure in
            arrangePicture(of: figure, in: arranged.report, measurer: arranged.fonts).dump + figure.figure.kind.values.csv
                + figure.figure.alternativeText + "\n"
        }
        return (arranged.document.pages.map(\.dump) + figures).joined()
    }
}
