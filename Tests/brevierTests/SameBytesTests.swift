import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes: every file, the manifest too.
@Suite struct SameBytesTests {
    /// A way to start a run that must make no difference.
    struct Way: Sendable, CustomTestStringConvertible {
        let name: String
        var environment: [String: String] = [:]
        var folder = "/"
        var report = Brevier.centralSyria
        var processors: String?

        var testDescription: String { name }
    }

    static let ways: [Way] = [
        Way(name: "again"),
        Way(name: "in Auckland", environment: ["TZ": "Pacific/Auckland"]),
        Way(name: "in a zone of no name", environment: ["TZ": "<+1437>-14:37"]),
        Way(name: "in German", environment: ["LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de"]),
        Way(name: "in the C locale", environment: ["LANG": "C", "LC_ALL": "C", "LANGUAGE": "C"]),
        Way(name: "in Turkish, by one category", environment: ["LC_ALL": "", "LC_CTYPE": "tr_TR.UTF-8", "LC_NUMERIC": "tr_TR.UTF-8"]),
        Way(name: "without a terminal", environment: ["TERM": "dumb", "COLUMNS": "20"]),
        Way(name: "without a home", environment: ["HOME": "/nonexistent"]),
        Way(name: "with a slash at the end", report: Brevier.centralSyria + "/"),
        Way(name: "from the repository", folder: Repository.root, report: "reports/central-syria"),
        Way(name: "from the report", folder: Brevier.centralSyria, report: "."),
        Way(name: "from beside it", folder: Repository.root + "/styles", report: "../reports/./central-syria/"),
        Way(name: "on one processor", processors: "0"),
    ]

    /// A brief with small pictures, made once in the plainest way.
    private static let plain = Result { () throws -> [String: [UInt8]] in
        let styles = try Brevier.smallStyles()
        return try rendered(Way(name: "plain"), styles: styles.path)
    }

    private static func rendered(_ way: Way, styles: String) throws -> [String: [UInt8]] {
        let out = try TemporaryFolder()
        var command = [try Brevier.path(), "render", way.report, "--to", out.path + "/brief", "--styles", styles]
        if let processors = way.processors { command = ["taskset", "-c", processors] + command }
        let run = try run(command[0], Array(command.dropFirst()), in: way.folder, environment: way.environment)
        guard run.status == 0, !run.wasKilled else { throw ProgramFailure("\(way.name): \(run.end)") }
        return try contents(of: out.path + "/brief")
    }

    @Test(arguments: ways)
    func howItIsStartedMakesNoDifference(_ way: Way) throws {
        let styles = try Brevier.smallStyles()
        expectSame(try Self.rendered(way, styles: styles.path), try Self.plain.get(), way.name)
    }

    /// With the pictures as they are published, and all that could make a difference at once.
    @Test func theWholeBriefIsTheSameEverywhere() throws {
        let styles = Repository.root + "/styles"
        let here = try Self.rendered(Way(name: "here"), styles: styles)
        let there = try Self.rendered(
            Way(
                name: "elsewhere",
                environment: ["TZ": "America/St_Johns", "LC_ALL": "fr_FR.UTF-8", "LANG": "fr_FR.UTF-8", "LANGUAGE": "fr", "HOME": "/nonexistent"],
                folder: Repository.root, report: "reports/central-syria/", processors: "0"), styles: styles)
        #expect(here.keys.contains("brief.pdf") && here.keys.contains("manifest.json") && here.keys.contains("pages/page-1.png"))
        expectSame(here, there, "elsewhere")
    }

    /// Both editions and all pictures, of a report in two places.
    @Test func allPartsInOneRunAreTheSameInTwoFolders() throws {
        let styles = try Brevier.smallStyles()
        let parts = ["--only", "pdf,press,pages,figures", "--styles", styles.path]
        let runs = try ["one", "another folder, with a longer name"].map { name in
            let (report, out) = (try TemporaryFolder(name), try TemporaryFolder(name))
            try report.copy(Brevier.centralSyria, to: "central-syria")
            let run = try Brevier.run(["render", report.path + "/central-syria", "--to", out.path] + parts)
            guard run.status == 0 else { throw ProgramFailure(run.end) }
            return try contents(of: out.path)
        }
        #expect(runs[0].keys.contains("brief-press.pdf") && runs[0].keys.contains("brief.pdf") && runs[0].keys.contains("pages/page-1.png"))
        expectSame(runs[1], runs[0], "in another folder")
        // Made by themselves, the two editions are no other.
        for part in ["pdf", "press"] {
            let out = try TemporaryFolder()
            let run = try Brevier.run(["render", Brevier.centralSyria, "--to", out.path, "--only", part, "--styles", styles.path])
            guard run.status == 0 else { throw ProgramFailure(run.end) }
            let name = part == "pdf" ? "brief.pdf" : "brief-press.pdf"
            #expect(try out.bytes(of: name) == runs[0][name], "\(name) alone is another")
        }
    }

    @Test func twoRunsAtATimeDoNotMeet() async throws {
        let styles = try Brevier.smallStyles()
        let path = styles.path
        let all = try await withThrowingTaskGroup(of: [String: [UInt8]].self) { group in
            for number in 1...2 { group.addTask { try Self.rendered(Way(name: "run \(number)"), styles: path) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        for files in all { expectSame(files, try Self.plain.get(), "one of two at a time") }
    }

    /// Two runs into one folder: whoever is last, the folder holds one whole brief.
    @Test func twoRunsIntoOneFolderLeaveAWholeBrief() async throws {
        let (styles, out) = (try Brevier.smallStyles(), try TemporaryFolder())
        let arguments = ["render", Brevier.centralSyria, "--to", out.path, "--styles", styles.path]
        let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
            for _ in 1...2 { group.addTask { try Brevier.run(arguments).status } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == [0, 0])
        expectSame(try contents(of: out.path), try Self.plain.get(), "two runs into one folder")
    }

    @Test func anotherReportGivesOtherBytes() throws {
        // Or the comparisons above would prove nothing.
        let (copy, styles) = (try TemporaryFolder(), try Brevier.smallStyles())
        try copy.copy(Brevier.centralSyria, to: "central-syria")
        let table = try copy.text(of: "central-syria/data/monthly.csv")
        try copy.write(table.replacing("2022-10,Total,12,", with: "2022-10,Total,11,"), to: "central-syria/data/monthly.csv")
        let files = try Self.rendered(Way(name: "another", report: copy.path + "/central-syria"), styles: styles.path)
        let plain = try Self.plain.get()
        let different = plain.keys.filter { files[$0] != plain[$0] }
        #expect(Set(different).isSuperset(of: ["brief.pdf", "manifest.json", "figures/attacks-by-month.csv", "figures/attacks-by-month.png"]))
        #expect(!different.contains("figures/attacks-by-province.png"))
    }
}

/// Compares two sets of files by path and byte.
func expectSame(_ found: [String: [UInt8]], _ expected: [String: [UInt8]], _ comment: String, location: SourceLocation = #_sourceLocation) {
    #expect(found.keys.sorted() == expected.keys.sorted(), "\(comment): other files", sourceLocation: location)
    for path in expected.keys.sorted() {
        #expect(found[path] == expected[path], "\(comment): \(path) is another", sourceLocation: location)
    }
}
