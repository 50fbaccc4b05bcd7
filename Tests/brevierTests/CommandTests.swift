import Foundation
import TestSupport
import Testing

@testable import brevier

/// The program as a process: what it prints, what it writes, how it ends.
@Suite struct CommandTests {
    // MARK: Words

    @Test(arguments: [[], ["render"], ["check"]])
    func helpHasAnExample(_ command: [String]) throws {
        for run in [try Brevier.run(command + ["--help"]), try Brevier.run(["help"] + command)] {
            #expect(run.status == 0 && run.errors.isEmpty)
            #expect(run.text.contains("\n  brevier \(command.first ?? "render") reports/"), "\(run.text)")
            #expect(run.text.contains("USAGE: brevier"))
        }
    }

    /// The examples of the help run as they stand.
    @Test(arguments: ["render", "check"])
    func examplesOfTheHelpWork(_ command: String) throws {
        let scratch = try TemporaryFolder()
        try scratch.copy(Brevier.centralSyria, to: "reports/central-syria")
        try scratch.copy(Repository.root + "/styles", to: "styles")
        let examples = try Brevier.run([command, "--help"]).text.split(separator: "\n")
            .filter { $0.hasPrefix("  brevier \(command) reports/") }
        #expect(!examples.isEmpty)
        for example in examples {
            // The plainest one makes all pictures; what it makes is looked at elsewhere.
            let isWhole = example.hasSuffix("render reports/central-syria") || example.contains("--month")
            let run = try Brevier.run((example + (isWhole ? " --only pdf" : "")).split(separator: " ").dropFirst().map { $0 == "/tmp/brief" ? "brief" : String($0) }, in: scratch.path)
            #expect(run.status == 0, "\(example): \(run.end)")
        }
    }

    @Test func tellsItsVersion() throws {
        let run = try Brevier.run(["--version"])
        #expect(run.status == 0)
        #expect(run.text.wholeMatch(of: try Regex(#"[0-9]+\.[0-9]+\.[0-9]+\n"#)) != nil)
    }

    // MARK: Exit status

    @Test(arguments: [
        ["render"], ["check"], ["render", "REPORT", "--colour"], ["render", "REPORT", "--only", "pdf,page"],
        ["render", "REPORT", "--only", ""], ["render", "REPORT", "REPORT"], ["render", "REPORT", "--to"],
        ["check", "REPORT", "--only", "pdf"], ["reder", "REPORT"], ["check", "REPORT", "--month"],
    ])
    func wrongUsageEndsWith64(_ arguments: [String]) throws {
        let report = try SmallReport()
        let run = try Brevier.run(arguments.map { $0 == "REPORT" ? report.report : $0 }, in: report.folder)
        #expect(run.status == 64, "\(run.end)")
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("Error: ") && run.errors.contains("Usage: brevier"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: report.folder + "/build"))
    }

    @Test func aPartThatIsNoneIsNamed() throws {
        let run = try Brevier.run(["render", "x", "--only", "pdf,pictures"])
        #expect(run.errors.contains("There is no part \"pictures\". Parts: pdf, pages, figures, press."))
    }

    @Test func aReportThatIsNotThereEndsWith74() throws {
        let report = try SmallReport()
        for folder in [report.folder + "/nowhere", report.report + "/report.yaml", report.report + "/report.yaml/x", "/proc/self/mem"] {
            for command in ["check", "render"] {
                let run = try Brevier.run([command, folder], in: report.folder)
                #expect(run.status == 74, "\(folder): \(run.end)")
                #expect(run.errors.hasPrefix("\(folder): error: "), "\(run.errors)")
                #expect(run.errors.contains("hint: "))
            }
        }
    }

    /// Also where the tests run as root, to whom hardly a folder is closed.
    @Test func aFolderThatCannotBeWrittenEndsWith74() throws {
        let report = try SmallReport()
        try report.write(Array("a file".utf8), to: "file")
        try report.write([], to: "taken/manifest.json/x")
        for folder in [report.folder + "/file", report.folder + "/file/inner", "/proc/brief", report.folder + "/taken", "/dev/null"] {
            let run = try Brevier.run(["render", report.report, "--to", folder, "--only", "pdf"])
            #expect(run.status == 74, "\(folder): \(run.end)")
            #expect(run.errors.contains("error: ") && run.errors.contains("1 error: nothing was written"), "\(run.errors)")
            #expect(run.output.isEmpty)
        }
        #expect(try String(contentsOfFile: report.folder + "/file", encoding: .utf8) == "a file")
        #expect(try contents(of: report.folder + "/taken").keys.sorted() == ["manifest.json/x"])
    }

    @Test func aFullDiskEndsWith74() throws {
        let report = try SmallReport()
        let limited = "ulimit -f 8; trap '' XFSZ; exec \"$0\" \"$@\""
        let out = report.folder + "/out"
        let run = try TestSupport.run("bash", ["-c", limited, try Brevier.path(), "render", report.report, "--to", out])
        #expect(run.status == 74, "\(run.end)")
        #expect(run.errors.contains("error: "))
        #expect(!FileManager.default.fileExists(atPath: out))
    }

    @Test func aReportWithAnErrorEndsWith1AndIsLeftAsItWas() throws {
        let report = try SmallReport()
        let out = report.folder + "/out"
        #expect(try Brevier.run(["render", report.report, "--to", out, "--only", "pdf,figures"]).status == 0)
        let before = try contents(of: out)
        #expect(before.count > 4)
        try report.change("report/report.yaml", "kind: columns", to: "kind: colums")
        for command in [["render", report.report, "--to", out], ["check", report.report]] {
            let run = try Brevier.run(command)
            #expect(run.status == 1, "\(run.end)")
            #expect(run.output.isEmpty)
            #expect(run.errors.contains("report.yaml:") && run.errors.contains("did you mean \"columns\"?"), "\(run.errors)")
        }
        #expect(try contents(of: out) == before)
    }

    @Test func warningsDoNotStopIt() throws {
        let report = try SmallReport()
        try report.change("report/2024-01.md", "![](by-province)\n", to: "\n")
        let run = try Brevier.run(["check", report.report])
        #expect(run.status == 0)
        #expect(run.errors.contains("warning: the figure \"by-province\" is never placed"))
        #expect(run.text.contains("no errors"))
    }

    // MARK: JSON

    @Test func jsonTellsOfFilesAndDiagnostics() throws {
        let report = try SmallReport()
        try report.change("report/2024-01.md", "![](by-province)\n", to: "\n")
        let out = report.folder + "/out"
        let run = try Brevier.run(["render", report.report, "--to", out, "--only", "pdf", "--json", "--timings"])
        #expect(run.status == 0 && run.errors.isEmpty)
        let value = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        #expect(value["status"] as? Int == 0)
        let files = try #require(value["files"] as? [[String: Any]])
        #expect(files.compactMap { $0["path"] as? String } == ["brief.pdf", "claims.csv", "manifest.json"].map { out + "/" + $0 })
        for file in files {
            let path = try #require(file["path"] as? String)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == file["bytes"] as? Int)
        }
        let diagnostics = try #require(value["diagnostics"] as? [[String: Any]])
        #expect(diagnostics.count == 1)
        #expect(diagnostics[0]["severity"] as? String == "warning")
        let lines = (SmallReport.sound["report/report.yaml"] ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        #expect(diagnostics[0]["line"] as? Int == lines.firstIndex(of: "  by-province:").map { $0 + 1 })
        let timings = try #require(value["timings"] as? [String: Double])
        #expect(timings["arrange"] != nil && timings.values.allSatisfy { $0 >= 0 })
        let processors = try #require(value["processors"] as? [String: Double])
        #expect(Set(processors.keys) == Set(timings.keys.filter { !$0.hasPrefix("of all processors") }))
        #expect((processors["arrange"] ?? 0) > 0)
    }

    @Test func jsonTellsOfErrors() throws {
        let report = try SmallReport()
        try report.change("report/report.yaml", "title: Attacks [rose to five](=attacks)", to: "title: Attacks “rose” \\ to \u{7} five\n    colour: \"\"")
        for command in ["render", "check"] {
            let run = try Brevier.run([command, report.report, "--json"], in: report.folder)
            #expect(run.status == 1 && run.errors.isEmpty, "\(run.end)")
            let value = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
            #expect(value["status"] as? Int == 1)
            let diagnostics = try #require(value["diagnostics"] as? [[String: Any]])
            #expect(!diagnostics.isEmpty && diagnostics.allSatisfy { ($0["message"] as? String)?.isEmpty == false })
            #expect((value["files"] as? [Any])?.isEmpty == true)
        }
    }

    @Test func jsonTellsOfAFolderThatIsNotThere() throws {
        let run = try Brevier.run(["check", "/nowhere", "--json"])
        #expect(run.status == 74 && run.errors.isEmpty)
        let value = try #require(try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
        #expect(value["status"] as? Int == 74)
    }

    // MARK: Files

    private func render(_ report: SmallReport, _ arguments: String...) throws -> [String: [UInt8]] {
        let styles = try Brevier.smallStyles()
        let run = try Brevier.run(["render", report.report, "--to", report.folder + "/out", "--styles", styles.path] + arguments)
        #expect(run.status == 0, "\(run.end)")
        return try contents(of: report.folder + "/out")
    }

    @Test(arguments: [("pdf", ["brief.pdf", "claims.csv"]), ("pages", ["pages/page-1.png"]), ("figures", ["figures/"]), ("pages,pdf", ["brief.pdf", "claims.csv", "pages/page-1.png"])])
    func onlyWritesJustThat(_ parts: String, _ prefixes: [String]) throws {
        let files = try render(try SmallReport(), "--only", parts)
        for path in files.keys where path != "manifest.json" {
            #expect(prefixes.contains { path.hasPrefix($0) }, "\(path) is none of \(parts)")
        }
        for prefix in prefixes { #expect(files.keys.contains { $0.hasPrefix(prefix) }, "\(prefix) is missing") }
        #expect(files["manifest.json"] != nil)
    }

    @Test func onlyKeepsTheOtherFiles() throws {
        let report = try SmallReport()
        let whole = try render(report)
        #expect(Set(whole.keys).isSuperset(of: ["brief.pdf", "pages/page-1.png", "figures/by-month.png", "figures/by-month@2x.png", "figures/by-month.svg", "figures/by-month.csv", "figures/by-month.txt"]))
        try report.change("report/2024-01.md", "were in the south.", to: "were in the far south.")
        let partly = try render(report, "--only", "pdf")
        #expect(partly.keys.sorted() == whole.keys.sorted())
        let changed = whole.keys.filter { whole[$0] != partly[$0] }.sorted()
        #expect(changed == ["brief.pdf", "manifest.json"])
        // The manifest goes on listing what is there.
        let manifest = String(decoding: partly["manifest.json"] ?? [], as: UTF8.self)
        for path in whole.keys where path != "manifest.json" { #expect(manifest.contains("\"\(path)\"")) }
    }

    @Test func removesPagesAndFiguresOfALongerBrief() throws {
        let report = try SmallReport()
        let text = SmallReport.sound["report/2024-01.md"] ?? ""
        try report.write(
            Array(text.replacing("The north had [three](=attacks@North).", with: String(repeating: "The north had three attacks.\n\n", count: 200)).utf8),
            to: "report/2024-01.md")
        let long = try render(report)
        #expect(long["pages/page-2.png"] != nil)
        try FileManager.default.createDirectory(atPath: report.folder + "/out/notes", withIntermediateDirectories: true)
        try report.write(Array("mine".utf8), to: "out/notes/mine.txt")
        try report.write(Array(text.replacing("![](by-province)\n", with: "\n").utf8), to: "report/2024-01.md")
        let short = try render(report)
        let gone = Set(long.keys).subtracting(short.keys)
        #expect(gone.isSuperset(of: ["pages/page-2.png", "figures/by-province.png", "figures/by-province.csv"]))
        #expect(short["pages/page-1.png"] != nil && short["notes/mine.txt"] == Array("mine".utf8))
    }

    @Test func writesNothingBesides() throws {
        let report = try SmallReport()
        let before = try contents(of: report.folder)
        let files = try render(report)
        let after = try contents(of: report.folder)
        #expect(after.keys.filter { !$0.hasPrefix("out/") }.sorted() == before.keys.sorted())
        // As many files as the manifest lists, and itself; none half-written.
        let manifest = String(decoding: files["manifest.json"] ?? [], as: UTF8.self)
        for path in files.keys where path != "manifest.json" { #expect(manifest.contains("\"\(path)\"")) }
        #expect(!files.keys.contains { $0.contains(".brevier-") })
    }

    @Test func checkWritesNothing() throws {
        let report = try SmallReport()
        let before = try contents(of: report.folder)
        #expect(try Brevier.run(["check", report.report], in: report.folder).status == 0)
        #expect(try contents(of: report.folder) == before)
    }

    @Test func filesGoToBuildBeneathTheCurrentFolder() throws {
        let report = try SmallReport()
        let run = try Brevier.run(["render", "report", "--only", "pdf"], in: report.folder)
        #expect(run.status == 0)
        #expect(run.text.contains("  build/report/2024-01/brief.pdf\n"))
        #expect(FileManager.default.fileExists(atPath: report.folder + "/build/report/2024-01/brief.pdf"))
        #expect(run.text.contains("3 files in "))
    }

    // MARK: Instalments

    private func withTwoMonths() throws -> SmallReport {
        let report = try SmallReport()
        // What a figure shows is said anew each month.
        let text = (SmallReport.sound["report/2024-01.md"] ?? "").replacing("month: 2024-01", with: "month: 2023-12")
            .replacing("rose to five", with: "rose to three").replacing("[five](", with: "[three](").replacing("[three](=attacks@North)", with: "[one](=attacks@North)")
            .replacing("![](by-month)", with: "![Attacks [rose to three](=attacks)](by-month)")
            .replacing("![](by-province)", with: "![The south had [two](=attacks@South) attacks](by-province)")
        try report.write(Array(text.utf8), to: "report/2023-12.md")
        try report.write(Array("# Not an instalment\n".utf8), to: "report/README.md")
        return report
    }

    @Test func theNewestInstalmentIsMade() throws {
        let report = try withTwoMonths()
        #expect(try Brevier.run(["render", "report", "--only", "pdf"], in: report.folder).status == 0)
        #expect(FileManager.default.fileExists(atPath: report.folder + "/build/report/2024-01/brief.pdf"))
        #expect(!FileManager.default.fileExists(atPath: report.folder + "/build/report/2023-12"))
    }

    @Test func anotherMonthIsMadeWhereItIsAskedFor() throws {
        let report = try withTwoMonths()
        #expect(try Brevier.run(["render", "report", "--only", "pdf", "--month", "2023-12"], in: report.folder).status == 0)
        let pdf = report.folder + "/build/report/2023-12/brief.pdf"
        #expect(try output(of: "pdftotext", [pdf, "-"]).contains("December 2023"))
    }

    @Test(arguments: [("2023-13", "is not a month"), ("2023-11", "there is no instalment 2023-11.md"), ("January", "is not a month"), ("", "is not a month")])
    func aMonthThatIsNotThereIsAnError(_ month: String, _ message: String) throws {
        let report = try withTwoMonths()
        let run = try Brevier.run(["check", "report", "--month", month], in: report.folder)
        #expect(run.status == 1, "\(run.end)")
        #expect(run.errors.contains(message))
    }
}
