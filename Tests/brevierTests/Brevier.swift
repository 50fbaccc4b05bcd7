import Foundation
import TestSupport

/// The program as its users start it.
enum Brevier {
    /// Beside the bundle of the tests, where the package manager has built both.
    static func path() throws -> String {
        let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        let program = tests.deletingLastPathComponent().appendingPathComponent("brevier").path
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw ProgramFailure("\(program) has not been built: run `swift build`")
        }
        return program
    }

    /// Runs it to its end.
    static func run(_ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]) throws -> ProgramRun {
        try TestSupport.run(try path(), arguments, in: folder, environment: environment)
    }

    static let centralSyria = "\(Repository.root)/reports/central-syria"

    /// A folder of styles like the repository's, with pictures so small that a whole brief is made in no time.
    static func smallStyles() throws -> TemporaryFolder {
        let folder = try TemporaryFolder("styles")
        for style in try Repository.styles() {
            let text = try Repository.text(of: "styles/\(style).yaml")
                .replacing(try Regex("\n  resolution: [0-9]+\n"), with: "\n  resolution: 14\n")
                .replacing(try Regex("\n  figure-width: [0-9]+\n"), with: "\n  figure-width: 60\n")
            try folder.write(text, to: "\(style).yaml")
        }
        return folder
    }
}

extension ProgramRun {
    /// How it ended, for messages: status and what it said.
    var end: String { (wasKilled ? "killed by signal \(status)" : "status \(status)") + "\n" + errors }
}
