import Diagnostics
import Foundation
import Publishing
import Testing

@Suite struct OutputFolderTests {
    private func file(_ path: String, _ text: String) -> FinishedFile { FinishedFile(path: path, bytes: Array(text.utf8)) }

    private func manifest(_ outputs: [FinishedFile]) -> FinishedFile {
        Manifest(program: "brevier 1", report: "r", month: "2024-01", inputs: [], outputs: outputs).file
    }

    @Test func makesFoldersAndLeavesNothingElse() throws {
        let scratch = try ScratchFolder()
        let folder = OutputFolder("\(scratch.path)/deep/er")
        try folder.write([file("brief.pdf", "one"), file("pages/page-1.png", "two"), file("empty", "")])
        #expect(scratch.everything == ["deep", "deep/er", "deep/er/brief.pdf", "deep/er/empty", "deep/er/pages", "deep/er/pages/page-1.png"])
        #expect(scratch.text("deep/er/pages/page-1.png") == "two")
        try folder.write([file("brief.pdf", "three")])
        #expect(scratch.text("deep/er/brief.pdf") == "three")
    }

    @Test func writesThroughALinkToAFolder() throws {
        let scratch = try ScratchFolder()
        try scratch.write("", to: "real/here")
        try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/link", withDestinationPath: "real")
        try OutputFolder("\(scratch.path)/link").write([file("a/b.txt", "x")])
        #expect(scratch.text("real/a/b.txt") == "x")
    }

    /// A reader who has the old file open keeps it whole: the new one is another file under the same name.
    @Test func replacesByRenaming() throws {
        let scratch = try ScratchFolder()
        let folder = OutputFolder(scratch.path)
        try folder.write([file("a.txt", "old old old")])
        let reader = try #require(FileHandle(forReadingAtPath: "\(scratch.path)/a.txt"))
        try folder.write([file("a.txt", "new")])
        #expect(reader.readDataToEndOfFile() == Data("old old old".utf8))
        #expect(scratch.text("a.txt") == "new")
    }

    @Test func whereOneRenamingFailsAllAreUndone() throws {
        let scratch = try ScratchFolder()
        try scratch.write("old", to: "out/a.txt")
        try scratch.write("stranger", to: "out/c.txt/inner")
        let before = scratch.everything
        let error = #expect(throws: OutputError.self) {
            try OutputFolder("\(scratch.path)/out").write([
                file("a.txt", "new"), file("b/b.txt", "new"), file("c.txt", "new"), file("d.txt", "new"),
            ])
        }
        #expect(error?.diagnostic.formatted == """
            \(scratch.path)/out/c.txt: error: cannot write \(scratch.path)/out/c.txt: Is a directory
              hint: a folder stands where the file is to go: move it, or choose another folder with --to
            """)
        #expect(error?.diagnostic.cause == .system)
        #expect(scratch.everything == before)
        #expect(scratch.text("out/a.txt") == "old")
    }

    @Test func aFileInTheWayOfAFolderIsAnErrorAndNothingIsTouched() throws {
        let scratch = try ScratchFolder()
        try scratch.write("old", to: "a.txt")
        try scratch.write("stranger", to: "pages")
        let error = #expect(throws: OutputError.self) {
            try OutputFolder(scratch.path).write([file("a.txt", "new"), file("pages/page-1.png", "new")])
        }
        #expect(error?.diagnostic.message == "cannot make the folder \(scratch.path)/pages: Not a directory")
        #expect(scratch.everything == ["a.txt", "pages"])
        #expect(scratch.text("a.txt") == "old")
    }

    /// A file takes no folders from anyone, root included.
    @Test func aFolderThatCannotBeMadeIsAnError() throws {
        let scratch = try ScratchFolder()
        try scratch.write("A file.", to: "file")
        let place = scratch.path + "/file/brevier/out"
        let error = #expect(throws: OutputError.self) { try OutputFolder(place).write([file("a", "x")]) }
        let diagnostic = try #require(error?.diagnostic)
        #expect(diagnostic.message.hasPrefix("cannot make the folder \(place): "))
        #expect(diagnostic.cause == .system)
        #expect(diagnostic.hint?.isEmpty == false)
    }

    @Test func saysPermissionDeniedWithAWayOut() throws {
        guard getuid() != 0 else { return try whatRootIsTold() }
        let scratch = try ScratchFolder()
        try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: scratch.path)
        defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: scratch.path) }
        let error = #expect(throws: OutputError.self) { try OutputFolder(scratch.path).write([file("a", "x")]) }
        #expect(error?.diagnostic.message == "cannot write \(scratch.path)/a: Permission denied")
        #expect(error?.diagnostic.hint == "choose a folder that you may write to, with --to")
    }

    /// Root may write to any folder but not to one whose name is too long for the system.
    private func whatRootIsTold() throws {
        let scratch = try ScratchFolder()
        let name = String(repeating: "n", count: 300)
        let error = #expect(throws: OutputError.self) { try OutputFolder(scratch.path).write([file("a", "x"), file(name, "x")]) }
        #expect(error?.diagnostic.message == "cannot write \(scratch.path)/\(name): File name too long")
        #expect(scratch.everything == [])
    }

    @Test(arguments: ["../a", "/a", "a/../../b", "", "a//b", "a/", ".", "a\0b"])
    func aPathThatLeadsOutIsRefused(path: String) throws {
        let scratch = try ScratchFolder()
        let error = #expect(throws: OutputError.self) { try OutputFolder(scratch.path).write([file("ok", ""), file(path, "x")]) }
        #expect(error?.reason == .leadsOutside)
        #expect(scratch.everything == [])
    }

    @Test func twoFilesOfOneNameAreRefused() throws {
        let scratch = try ScratchFolder()
        let error = #expect(throws: OutputError.self) { try OutputFolder(scratch.path).write([file("a", "1"), file("a", "2")]) }
        #expect(error?.reason == .givenTwice)
        #expect(scratch.everything == [])
    }

    @Test func removesWhatTheLastRunMadeAndThisOneDidNot() throws {
        let scratch = try ScratchFolder()
        let folder = OutputFolder(scratch.path)
        let first = [file("brief.pdf", "1"), file("pages/page-1.png", "1"), file("pages/page-2.png", "2"), file("figures/f.png", "f")]
        try folder.write(first + [manifest(first)])
        try scratch.write("mine", to: "pages/notes.txt")
        try scratch.write("mine", to: "pages/page-9.png")
        let second = [file("brief.pdf", "2"), file("pages/page-1.png", "1")]
        #expect(try folder.write(second + [manifest(second)]) == ["figures/f.png", "pages/page-2.png"])
        #expect(scratch.everything == ["brief.pdf", "manifest.json", "pages", "pages/notes.txt", "pages/page-1.png", "pages/page-9.png"])
    }

    @Test func aFileChangedSinceItWasMadeStays() throws {
        let scratch = try ScratchFolder()
        let folder = OutputFolder(scratch.path)
        let first = [file("a", "1"), file("b", "2"), file("c", "3")]
        try folder.write(first + [manifest(first)])
        try scratch.write("edited", to: "b")
        try FileManager.default.removeItem(atPath: "\(scratch.path)/c")
        try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/c", withDestinationPath: "a")
        #expect(try folder.write([manifest([])]) == ["a"])
        #expect(scratch.text("b") == "edited")
    }

    @Test func aRunOfSomeOutputsKeepsTheOthers() throws {
        let scratch = try ScratchFolder()
        let folder = OutputFolder(scratch.path)
        let first = [file("a", "1"), file("b", "2")]
        try folder.write(first + [manifest(first)])
        let earlier = try #require(folder.earlierManifest())
        let second = [file("b", "3")]
        let part = Manifest(program: "p", report: "r", month: "m", inputs: [], outputs: second).keepingOutputs(of: earlier)
        #expect(try folder.write(second + [part.file], removingStale: false) == [])
        #expect(scratch.text("a") == "1")
        #expect(try folder.write([manifest([])]) == ["a", "b"])
    }

    /// A manifest by another hand must not make the program remove files elsewhere.
    @Test func aForgedManifestRemovesNothingOutside() throws {
        let scratch = try ScratchFolder()
        try scratch.write("secret", to: "secret")
        try FileManager.default.createDirectory(atPath: "\(scratch.path)/out", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/out/link", withDestinationPath: "..")
        let forged = manifest([file("../secret", "secret"), file("link/secret", "secret"), file("\(scratch.path)/secret", "secret")])
        try scratch.write(forged.bytes, to: "out/manifest.json")
        #expect(try OutputFolder("\(scratch.path)/out").write([manifest([])]) == [])
        #expect(scratch.text("secret") == "secret")
    }

    // MARK: Other runs

    @Test func removesWhatKilledRunsLeft() throws {
        let scratch = try ScratchFolder()
        let folder = OutputFolder(scratch.path)
        let first = [file("brief.pdf", "1"), file("maps/deep/a.png", "1")]
        try folder.write(first + [manifest(first)])
        for place in ["", "pages/", "figures/", "maps/deep/"] { try scratch.write("torn", to: place + ".brevier-4711-2") }
        for name in [".brevier-4711", ".brevier-a-1", ".brevier-1-2-3", "pages/brevier-1-2", "other/.brevier-1-2"] { try scratch.write("mine", to: name) }
        try FileManager.default.createDirectory(atPath: "\(scratch.path)/.brevier-1-1", withIntermediateDirectories: false)
        try folder.write([file("brief.pdf", "2")], removingStale: false)
        #expect(scratch.everything.filter { $0.contains("4711-2") } == [])
        #expect(scratch.everything.count { $0.contains("brevier-") } == 6)
        #expect(scratch.text("brief.pdf") == "2")
    }

    /// A name that is taken already must not be taken for that of the old file.
    @Test func whatIsLeftOverDoesNotStandForAnOldFile() throws {
        let scratch = try ScratchFolder()
        try scratch.write("old a", to: "a.txt")
        try scratch.write("old b", to: "b.txt")
        try scratch.write("stranger", to: "c.txt/inner")
        // Folders are nobody’s leftovers, and keep the names that the run would give.
        for number in 1...8 {
            try FileManager.default.createDirectory(atPath: "\(scratch.path)/.brevier-\(getpid())-\(number)", withIntermediateDirectories: false)
        }
        let before = scratch.everything
        #expect(throws: OutputError.self) {
            try OutputFolder(scratch.path).write([file("a.txt", "new"), file("b.txt", "new"), file("c.txt", "new")])
        }
        #expect(scratch.text("a.txt") == "old a" && scratch.text("b.txt") == "old b")
        #expect(scratch.everything == before)
    }

    @Test func waitsForAnotherRun() async throws {
        let scratch = try ScratchFolder()
        let descriptor = open(scratch.path, O_RDONLY | O_DIRECTORY)
        #expect(flock(descriptor, LOCK_EX) == 0)
        let path = scratch.path
        let written = Task.detached { try OutputFolder(path).write([FinishedFile(path: "a.txt", bytes: [65])]) }
        try await Task.sleep(for: .milliseconds(300))
        #expect(scratch.everything == [])
        close(descriptor)
        _ = try await written.value
        #expect(scratch.text("a.txt") == "A")
    }

    /// Of two runs that make different parts at the same time neither loses the other’s from the manifest.
    @Test func runsAtTheSameTimeKeepEachOthersOutputs() async throws {
        let scratch = try ScratchFolder()
        let path = scratch.path
        await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...3 {
                group.addTask {
                    let files = [FinishedFile(path: "part-\(number)", bytes: [UInt8(number)])]
                    let manifest = Manifest(program: "p", report: "r", month: "m", inputs: [], outputs: files)
                    _ = try OutputFolder(path).write(files, manifest, isWhole: false)
                }
            }
        }
        let manifest = try #require(OutputFolder(path).earlierManifest())
        #expect(manifest.outputs.map(\.path) == (1...3).map { "part-\($0)" })
    }

    // MARK: Bounds

    @Test(arguments: ["build", "build/r", "build/r/2024-01", "build/r/2024-01/pages"], ["outside", "gone"])
    func aLinkLeadsNoFilesOut(_ place: String, _ target: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write("mine", to: "outside/file")
        try scratch.write("", to: "here/\(place)/../x")
        try? FileManager.default.removeItem(atPath: "\(scratch.path)/here/\(place)")
        try FileManager.default.createSymbolicLink(atPath: "\(scratch.path)/here/\(place)", withDestinationPath: "\(scratch.path)/\(target)")
        let before = scratch.everything
        let bounds = try #require(ConfinedFolder("\(scratch.path)/here"))
        let error = #expect(throws: OutputError.self) {
            try OutputFolder("build/r/2024-01", within: bounds).write([file("brief.pdf", "x"), file("pages/page-1.png", "x")])
        }
        #expect(error?.diagnostic.message == "cannot write \(place.hasSuffix("pages") ? place : "build/r/2024-01"): a link leads it out of the current folder")
        #expect(error?.diagnostic.cause == .system)
        #expect(scratch.everything == before)
    }
}
