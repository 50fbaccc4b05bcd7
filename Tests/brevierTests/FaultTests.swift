import Foundation
import TestSupport
import Testing

@testable import brevier

/// Where the system fails, or a stranger's folder would have the program do what its user does not want.
@Suite struct FaultTests {
    // MARK: Streams

    private static let commands: [[String]] = [["facts"], ["facts", "--json"], ["check"], ["check", "--json"], ["render", "--only", "pdf", "--to", "out"]]

    private func shell(_ script: String, in report: SmallReport) throws -> ProgramRun {
        try TestSupport.run("/bin/sh", ["-c", script], in: report.folder, environment: ["BREVIER": try Brevier.path()])
    }

    private func words(_ command: [String]) -> String { (["\"$BREVIER\"", command[0], "report"] + command.dropFirst()).joined(separator: " ") }

    @Test(arguments: commands)
    func aFullDiskIsTold(_ command: [String]) throws {
        let run = try shell("\(words(command)) > /dev/full", in: try SmallReport())
        #expect(run.status == 74 && !run.wasKilled, "\(run.end)")
        #expect(run.errors.contains("standard output: error: cannot be written: No space left on device"))
    }

    @Test(arguments: commands)
    func aClosedPipeIsTold(_ command: [String]) throws {
        // The pipe has no reader from the start, and its signal ends whoever does not see to it.
        let script = "import os, signal, sys; r, w = os.pipe(); os.close(r); os.dup2(w, 1); signal.signal(signal.SIGPIPE, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
        let run = try shell("exec python3 -c '\(script)' \(words(command))", in: try SmallReport())
        #expect(run.errors.contains("standard output: error: cannot be written: Broken pipe"), "\(run.end)")
        #expect(run.status == 74 && !run.wasKilled, "\(run.end)")
    }

    @Test func messagesThatCannotBeSaidAreTold() throws {
        let report = try SmallReport()
        try report.change("report/report.yaml", "kind: columns", to: "kind: colums")
        #expect(try shell("\(words(["check"])) 2> /dev/full", in: report).status == 74)
    }

    @Test func aLimitOfFileSizesIsTold() throws {
        let report = try SmallReport()
        let run = try shell("ulimit -f 8; \(words(["render", "--to", "out"])) > /dev/null", in: report)
        #expect(run.status == 74 && !run.wasKilled, "\(run.end)")
        #expect(run.errors.contains("File too large") && run.errors.contains("ulimit -f"), "\(run.errors)")
        #expect(!FileManager.default.fileExists(atPath: report.folder + "/out"))
    }

    @Test(arguments: [4, 5])
    func aLimitOfOpenFilesIsTold(_ most: Int) throws {
        let run = try shell("ulimit -n \(most); \(words(["render", "--to", "out"]))", in: try SmallReport())
        #expect(run.status == 74 && !run.wasKilled, "\(run.end)")
        #expect(run.errors.contains("no more files can be opened: allow more with ulimit -n"), "\(run.errors)")
    }

    @Test func aSmallStackIsEnough() throws {
        let run = try shell("ulimit -s 256; \(words(["render", "--to", "out"]))", in: try SmallReport())
        #expect(run.status == 0 && !run.wasKilled, "\(run.end)")
    }

    // MARK: Floods

    @Test func aHundredMessagesAreShownAndTheRestCounted() throws {
        let report = try SmallReport()
        try report.change("report/2024-01.md", "The north had", to: "\(String(repeating: "There were 17 others. ", count: 400))The north had")
        let rows = String(repeating: "2024-01,Total,5,6\n", count: 1_001)
        try report.change("report/data/monthly.csv", "2024-01,Total,5,6\n", to: rows)
        let run = try Brevier.run(["check", "report"], in: report.folder)
        #expect(run.status == 1)
        #expect(run.errors.matches(of: #/error: a second row for Total/#).count == 100)
        #expect(run.errors.hasSuffix("\nand 900 more\n1000 errors\n"), "\(run.errors.suffix(300))")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(try Brevier.run(["check", "report", "--json"], in: report.folder).output)) as? [String: Any])
        #expect((json["diagnostics"] as? [Any])?.count == 100 && json["more"] as? Int == 900)

        try report.change("report/data/monthly.csv", rows, to: "2024-01,Total,5,6\n")
        let warned = try Brevier.run(["check", "report"], in: report.folder)
        #expect(warned.status == 0)
        #expect(warned.errors.hasSuffix("\nand 300 more\n"), "\(warned.errors.suffix(300))")
        #expect(warned.text.contains("400 numbers are not claimed"), "\(warned.text)")
    }

    // MARK: Strangers' folders

    private func link(_ report: SmallReport, _ place: String, to target: String) throws {
        try? FileManager.default.removeItem(atPath: "\(report.folder)/\(place)")
        try FileManager.default.createSymbolicLink(atPath: "\(report.folder)/\(place)", withDestinationPath: target)
    }

    /// The same is said whether or not there is something outside.
    @Test(arguments: ["report/styles/house.yaml", "report/styles", "report/data/monthly.csv", "report/2024-01.md", "report/report.yaml", "styles"])
    func readsNothingOutside(_ place: String) throws {
        let outside = try TemporaryFolder("outside")
        var said: Set<String> = []
        for target in ["file", "folder", "gone"] {
            let report = try SmallReport()
            try outside.write("month: [root:x:0:0", to: "file")
            try outside.write("month: [root:x:0:0", to: "folder/house.yaml")
            try report.write(Array(try Repository.text(of: "styles/house.yaml").utf8), to: "report/styles/house.yaml")
            if place == "styles" { try FileManager.default.removeItem(atPath: report.report + "/styles") }
            try link(report, place, to: "\(outside.path)/\(target)")
            let run = try Brevier.run(["check", "report"], in: report.folder)
            #expect(run.status == 1, "\(run.end)")
            #expect(run.errors.contains("leads out of"), "\(run.errors)")
            #expect(!run.errors.contains("root:") && !run.errors.contains(outside.path), "\(run.errors)")
            said.insert(run.errors)
        }
        #expect(said.count == 1, "\(said)")
    }

    @Test func theUsersOwnStylesMayBeALink() throws {
        let report = try SmallReport()
        try FileManager.default.removeItem(atPath: report.folder + "/styles")
        try link(report, "mine", to: Repository.root + "/styles")
        #expect(try Brevier.run(["check", "report", "--styles", "mine"], in: report.folder).status == 0)
        // A link to a folder beside it leads nowhere else.
        let other = try SmallReport()
        try FileManager.default.moveItem(atPath: other.folder + "/styles", toPath: other.folder + "/looks")
        try link(other, "styles", to: "looks")
        #expect(try Brevier.run(["check", "report"], in: other.folder).status == 0)
    }

    @Test(arguments: ["build", "build/report"])
    func writesNothingThroughALinkThatLeadsOut(_ place: String) throws {
        let (report, outside) = (try SmallReport(), try TemporaryFolder("outside"))
        try FileManager.default.createDirectory(atPath: report.folder + "/build", withIntermediateDirectories: true)
        try link(report, place, to: outside.path)
        let run = try Brevier.run(["render", "report", "--only", "pdf"], in: report.folder)
        #expect(run.status == 74)
        #expect(run.errors.contains("a link leads it out of the current folder") && !run.errors.contains(outside.path), "\(run.errors)")
        #expect(try contents(of: outside.path).isEmpty)
        // What the user names is where he wants it.
        let named = try Brevier.run(["render", "report", "--only", "pdf", "--to", place + "/mine"], in: report.folder)
        #expect(named.status == 0, "\(named.end)")
        #expect(try contents(of: outside.path).keys.contains("mine/brief.pdf"))
    }

    // MARK: Reports without an instalment

    @Test func checkHoldsWhatThereIsWithoutAnInstalment() throws {
        let report = try SmallReport()
        try report.remove("report/2024-01.md")
        let run = try Brevier.run(["check", "report"], in: report.folder)
        #expect(run.status == 0, "\(run.end)")
        #expect(run.errors == "report: warning: the report has no instalment\n  hint: write one, named after its month: 2024-01.md\n")
        // The claims in the titles of figures are about the newest month.
        #expect(run.text.hasPrefix("2 claims: 2 borne out"), "\(run.text)")
        let rendered = try Brevier.run(["render", "report"], in: report.folder)
        #expect(rendered.status == 1 && rendered.errors.contains("error: the report has no instalment"), "\(rendered.end)")
        #expect(!FileManager.default.fileExists(atPath: report.folder + "/build"))
    }

    @Test(arguments: [
        ("report.yaml", "kind: bars", "kind: bers", "\"kind\" cannot be"), ("report.yaml", "measure: attacks\n    months", "measure: attaks\n    months", "attaks"),
        ("report.yaml", "months: 4", "months: four", "four"), ("report.yaml", "rose to five", "rose to six", "the data contradict"),
        ("data/monthly.csv", "2024-01,North,3,", "2024-01,Nroth,3,", "no province is called"), ("report.yaml", "place: the valley", "style: hous", "there is no style"),
    ])
    func checkTellsWhatIsWrongWithoutAnInstalment(_ path: String, _ old: String, _ new: String, _ words: String) throws {
        let report = try SmallReport()
        try report.remove("report/2024-01.md")
        try report.change("report/" + path, old, to: new)
        let run = try Brevier.run(["check", "report"], in: report.folder)
        #expect(run.status == 1, "\(run.end)")
        #expect(run.errors.contains(words), "\(run.errors)")
    }
}
