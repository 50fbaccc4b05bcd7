import ArgumentParser
import Claims
import Diagnostics
import Figures
import Foundation
import Reports
import Statistics
import TestSupport
import Testing

@testable import brevier

/// The claims of the reports: that the data bear them out, and that they would not bear out others.
@Suite struct ClaimTests {
    /// A report with its claims, and a way to judge them by other data.
    struct Judged: Sendable {
        var loaded: LoadedReport
        var ledger: Ledger

        /// A report whose instalment is the newest.
        init(_ folder: String) throws {
            var run = RunRecord()
            let options = try ReportOptions.parse([folder, "--styles", "\(Repository.root)/styles"])
            var loading = ReportLoading(options: options, problems: run.problems)
            let found = loading.load()
            loaded = try #require(found)
            _ = Rendering(options: options, destination: nil, asked: []).arranged(in: &run)
            ledger = try #require(run.ledger)
        }

        /// What becomes of a claim where some stretches of the data are written otherwise.
        func verdict(of claim: Claim, replacing stretches: [Span], with text: String) throws -> Verdict? {
            func changed(_ file: SourceFile) -> SourceFile {
                var bytes = file.bytes
                for span in stretches where span.file.path == file.path { bytes.replaceSubrange(span.range, with: Array(text.utf8)) }
                return SourceFile(path: file.path, text: String(decoding: bytes, as: UTF8.self))
            }
            let problems = Problems()
            let evidence = readEvidence(
                loaded.source, monthly: loaded.files.monthly.map(changed), incidents: loaded.files.incidents.map(changed),
                month: loaded.month, problems: problems)
            guard problems.diagnostics.isEmpty, let evidence else { return nil }
            var judge = Judge(evidence)
            var diagnostics = Messages()
            return judge.judge(claim, diagnostics: &diagnostics)?.verdict
        }
    }

    private static let centralSyria = Result { try Judged(Brevier.centralSyria) }

    @Test func bearsOutWhatCentralSyriaSays() throws {
        let ledger = try Self.centralSyria.get().ledger
        #expect(ledger.judgements.count >= 40)
        #expect(Set(ledger.judgements.map(\.rule)).count >= 15, "\(Set(ledger.judgements.map(\.rule)).sorted())")
        #expect(ledger.judgements.allSatisfy { $0.verdict == .borneOut })
        #expect(ledger.unmarkedNumbers == 0)
        // What the months alone would not decide is decided by bounds, and what they leave open is said to be so.
        let most = ledger.judgements.filter { $0.rule == PhraseSort.most.rawValue }
        #expect(most.contains { $0.claim.destination.value == "attacks" && !$0.isQualified })
        #expect(most.contains { $0.claim.destination.value == "high_quality" && $0.isQualified })
    }

    /// The claim's own figure comes first among what was read for it.
    @Test(arguments: try centralSyria.get().ledger.judgements.indices)
    func failsWhereItsFigureIsAnother(_ index: Int) throws {
        let judged = try Self.centralSyria.get()
        let judgement = judged.ledger.judgements[index]
        let own = try #require(judgement.witnesses.first)
        #expect(try judged.verdict(of: judgement.claim, replacing: [], with: "") == .borneOut)
        // A cell holds another number; a row of incidents is not there, or of another day.
        let number = own.quantity.number ?? 0
        let numbers = [number + 1, number - 1, number * 10 + 7, 0].map { Quantity(.exact(max(0, $0))).cell }
        let others = own.cell.map { cell in numbers.map { (cell, $0) } } ?? own.rows.flatMap { row in [(row, ""), (row, "2024-01-31" + row.text.dropFirst(10))] }
        let fails = try others.contains { place, text in
            let verdict = try judged.verdict(of: judgement.claim, replacing: [place], with: text)
            return verdict == .contradicted || verdict == .undecidable
        }
        #expect(fails, "“\(judgement.printed)” is borne out whatever its figure is")
    }

    @Test func losesTheClaimWithoutTheBounds() throws {
        let judged = try Self.centralSyria.get()
        let claim = try #require(judged.ledger.judgements.first { $0.rule == PhraseSort.most.rawValue && $0.claim.destination.value == "attacks" })
        let bounds = claim.witnesses.filter { $0.quantity.interval?.number == nil }.compactMap(\.cell)
        #expect(bounds.map(\.text) == ["15..23", "11..19"])
        #expect(try judged.verdict(of: claim.claim, replacing: bounds, with: "      ") == .undecidable)
    }

    /// A false sentence stops the build and leaves the last good brief as it was.
    @Test func stopsTheBuild() throws {
        let report = try SmallReport()
        let out = report.folder + "/out"
        #expect(try Brevier.run(["render", report.report, "--to", out, "--only", "pdf"]).status == 0)
        let before = try contents(of: out)
        try report.change("report/data/monthly.csv", "2024-01,Total,5,6", to: "2024-01,Total,4,6")
        let run = try Brevier.run(["render", report.report, "--to", out, "--only", "pdf"])
        #expect(run.status == 1 && run.output.isEmpty)
        #expect(run.errors.contains("the data contradict “rose to five”"))
        #expect(try contents(of: out) == before)
    }

    @Test func writesTheLedger() throws {
        let report = try SmallReport()
        let out = report.folder + "/out"
        // Neither the folder nor the place from where it is named is in it.
        for (folder, name) in [(report.folder, "report"), (report.report, "."), ("/", report.report)] {
            #expect(try Brevier.run(["render", name, "--to", out, "--only", "pdf", "--styles", report.folder + "/styles"], in: folder).status == 0)
            expectGolden(try String(contentsOfFile: out + "/claims.csv", encoding: .utf8), "claims.csv")
        }
    }

    @Test func countsClaimsInTheSummary() throws {
        let report = try SmallReport()
        try report.change("report/2024-01.md", "[Two](=attacks@South) were", to: "[Three](=attacks@South), not two, [fell](=wounded[2023-11]) there: they were")
        let run = try Brevier.run(["check", report.report])
        #expect(run.status == 1)
        #expect(run.text == "8 claims: 6 borne out, 1 undecidable, 1 contradicted; 1 number is not claimed\n", "\(run.text)")
        let json = try Brevier.run(["check", report.report, "--json"])
        let value = try #require(try JSONSerialization.jsonObject(with: Data(json.output)) as? [String: Any])
        #expect(value["claims"] as? [String: Int] == ["borneOut": 6, "undecidable": 1, "contradicted": 1, "unreadable": 0, "unmarkedNumbers": 1])
    }

    // MARK: Residuals

    @Test func printsWhatDoesNotAddUp() throws {
        let report = try SmallReport()
        try report.change("report/data/monthly.csv", "2024-01,Total,5,6", to: "2024-01,Total,6,6")
        for (path, old, new) in [("2024-01.md", "rose to five", "rose to six"), ("2024-01.md", "[five]", "[six]"), ("report.yaml", "rose to five", "rose to six")] {
            try report.change("report/" + path, old, to: new)
        }
        let note = "The provinces add up to 5; the total is 6."
        let run = try Brevier.run(["check", report.report])
        #expect(run.status == 0 && run.text.hasPrefix("residual: attacks: \(note)\n"), "\(run.end)")
        let notes = try arranged(report).report.figures.map { ($0.figure.name, $0.figure.notes.contains(note)) }
        #expect(notes.map(\.0) == ["by-month", "by-province"] && notes.map(\.1) == [false, true])
        try report.change("report/report.yaml", "publisher:", to: "residual: error\npublisher:")
        let refused = try Brevier.run(["check", report.report])
        #expect(refused.status == 1 && refused.errors.contains("data/monthly.csv:8:15: error: attacks: \(note)"), "\(refused.end)")
    }

    @Test func holdsIncidentsAgainstTheFigures() throws {
        let report = try SmallReport()
        try report.change("report/report.yaml", "  monthly: data/monthly.csv", to: "  monthly: data/monthly.csv\n  incidents: data/incidents.csv")
        try report.change("report/report.yaml", "    plural: attacks\n", to: "    plural: attacks\n    incidents: rows\n")
        let rows = ["2024-01-02,North", "2024-01,North", "2024-01-03,South", "2024-01-03,South", "2023-12-01,South"]
        try report.write(Array("date,province\n\(rows.joined(separator: "\n"))\n".utf8), to: "report/data/incidents.csv")
        let note = "Incidents described: 4 of 5; 2 of 3 in North."
        let run = try Brevier.run(["check", report.report])
        #expect(run.status == 0 && run.text.hasPrefix("residual: attacks: \(note)\n"), "\(run.end)")
        #expect(try arranged(report).report.figures.last?.figure.notes.contains(note) == true)
        try report.write(Array("date,province\n\(rows.joined(separator: "\n"))\n2024-01-05,North\n".utf8), to: "report/data/incidents.csv")
        #expect(try Brevier.run(["check", report.report]).text.contains("residual") == false)
    }

    private func arranged(_ report: SmallReport) throws -> Rendering.Arranged {
        var run = RunRecord()
        return try #require(Rendering(options: try report.options(), destination: nil, asked: []).arranged(in: &run))
    }
}
