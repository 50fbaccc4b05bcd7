import Foundation
import TestSupport
import Testing

/// What the Makefile says of a system on which something is missing.
@Suite struct SetupTests {
    /// Programs by which the Makefile works, and the given scripts, on a path of their own.
    private func path(_ programs: [String], scripts: [String: String] = [:]) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for program in programs {
            let place = try output(of: "which", [program]).trimmingCharacters(in: .newlines)
            try FileManager.default.createSymbolicLink(atPath: "\(folder.path)/\(program)", withDestinationPath: place)
        }
        for (name, script) in scripts {
            try folder.write("#!/bin/sh\n\(script)\n", to: name)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/\(name)")
        }
        return folder
    }

    private static let tools = ["make", "bash", "sh", "awk", "find", "grep", "sed", "tr", "head", "sort", "uname"]

    private func make(_ target: String, _ path: TemporaryFolder) throws -> ProgramRun {
        try run("make", ["--silent", "-C", Repository.root, target], environment: ["PATH": path.path, "MAKEFLAGS": ""])
    }

    /// The table of README is the only list of what things are called elsewhere; the Makefile installs what it names.
    @Test func theTableNamesWhatIsInstalled() throws {
        let makefile = try Repository.text(of: "Makefile").replacing("\\\n", with: " ")
        let list = try #require(makefile.split(separator: "\n").first { $0.hasPrefix("LIBRARIES :=") })
        let table = try #require(try Repository.text(of: "README.md").firstMatch(of: /\| what \| found as .*\n((?:\|.*\n)+)/)).output.1
        let named = table.split(separator: "\n").dropFirst().flatMap { row in
            row.split(separator: "|")[2].matches(of: /`([^`]+)`/).map { String($0.output.1) }
        }
        #expect(named.sorted() == list.split(separator: " ").dropFirst(2).map(String.init).sorted())
    }

    @Test func whatIsMissingElsewhereIsNamed() throws {
        let run = try make("setup", try path(Self.tools, scripts: ["pkg-config": #"[ "$2" != yaml-0.1 ]"#]))
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("""
            Not found here, and Debian's packages are unknown to this system:
              libyaml (module yaml-0.1). Debian: libyaml-dev; Fedora: libyaml-devel; Arch: libyaml

            """), "\(run.errors)")
        let whole = try make("setup", try path(Self.tools, scripts: ["pkg-config": "exit 0"]))
        #expect(whole.status == 0 && whole.errors.isEmpty && whole.text.isEmpty, "\(whole.errors)")
    }

    @Test(arguments: [("", "Swift 6.1 or later is needed. "), ("Swift version 5.9.2 (x)", "Swift 6.1 or later is needed, and 5.9.2 is here. ")])
    func withoutSwiftItIsSaidHowToGetIt(_ version: String, _ told: String) throws {
        let run = try make("swift", try path(Self.tools, scripts: version.isEmpty ? [:] : ["swift": "echo '\(version)'"]))
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix(told) && run.errors.contains("https://www.swift.org/install"), "\(run.errors)")
        let newer = try make("swift", try path(Self.tools, scripts: ["swift": "echo 'Swift version 6.10 (x)'"]))
        #expect(newer.status == 0 && newer.errors.isEmpty, "\(newer.errors)")
    }
}
