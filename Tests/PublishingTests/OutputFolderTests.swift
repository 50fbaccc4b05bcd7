import Diagnostics
import Foundation
import Publishing
import Testing

@Suite struct OutputFolderTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("brevier-\(UUID().uuidString)").path

    private func names() -> [String] {
        (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).sorted()
    }

    private func text(_ name: String) -> String? {
        FileManager.default.contents(atPath: "\(folder)/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }

    private func write(_ files: [FinishedFile]) throws {
        let manifest = Manifest(program: "brevier 0", report: "r", month: "2024-01", inputs: [], outputs: files)
        try OutputFolder(folder).write(files + [manifest.file]) { _ in true }
    }

    @Test func writesFilesInFoldersOfTheirOwn() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write([FinishedFile(path: "a/b/c.txt", text: "hello"), FinishedFile(path: "d.txt", text: "")])
        #expect(names() == ["a", "a/b", "a/b/c.txt", "d.txt", "manifest.json"])
        #expect(text("a/b/c.txt") == "hello")
    }

    @Test func removesWhatAnEarlierRunMadeAndNothingElse() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write([FinishedFile(path: "pages/page-1.png", text: "1"), FinishedFile(path: "pages/page-2.png", text: "2")])
        FileManager.default.createFile(atPath: folder + "/pages/mine.png", contents: Data("x".utf8))
        try write([FinishedFile(path: "pages/page-1.png", text: "one")])
        #expect(names() == ["manifest.json", "pages", "pages/mine.png", "pages/page-1.png"])
        #expect(text("pages/page-1.png") == "one")
    }

    @Test func neverRemovesOutsideTheFolder() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let outside = folder + "-outside.txt"
        FileManager.default.createFile(atPath: outside, contents: Data("x".utf8))
        defer { try? FileManager.default.removeItem(atPath: outside) }
        try write([])
        let forged = "{\n  \"outputs\": [\n    {\n      \"path\": \"../\(URL(fileURLWithPath: outside).lastPathComponent)\",\n"
        FileManager.default.createFile(atPath: folder + "/manifest.json", contents: Data(forged.utf8))
        try write([])
        #expect(FileManager.default.fileExists(atPath: outside))
    }

    @Test func leavesTheLastGoodFilesWhereOneCannotBeWritten() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write([FinishedFile(path: "a.txt", text: "old"), FinishedFile(path: "b/c.txt", text: "old")])
        // A file stands where a folder is needed: no user, not even root, can write through it.
        let bad = [FinishedFile(path: "a.txt", text: "new"), FinishedFile(path: "b/c.txt/d.txt", text: "new")]
        let failure = #expect(throws: Failure.self) { try write(bad) }
        #expect(failure?.diagnostics.count == 1)
        #expect(failure?.diagnostics.first?.cause == .system)
        #expect(failure?.diagnostics.first?.message == "cannot make the folder \(folder)/b/c.txt: File exists")
        #expect(text("a.txt") == "old")
        #expect(names() == ["a.txt", "b", "b/c.txt", "manifest.json"])
    }

    @Test func tellsOfAFolderInTheWay() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try write([FinishedFile(path: "a/b.txt", text: "old")])
        let failure = #expect(throws: Failure.self) { try write([FinishedFile(path: "a", text: "new")]) }
        #expect(failure?.diagnostics.first?.message == "cannot write \(folder)/a: a folder of that name is in the way")
        #expect(names() == ["a", "a/b.txt", "manifest.json"])
    }

    @Test func listsSizesAndDigests() {
        let file = FinishedFile(path: "b.txt", text: "abc")
        let manifest = Manifest(
            program: "brevier 0", report: "r", month: "2024-01", inputs: [file], outputs: [file, FinishedFile(path: "a", text: "")])
        let text = String(decoding: manifest.file.bytes, as: UTF8.self)
        // FIPS 180-4's own example for "abc".
        #expect(text.contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"))
        let outputs = text.components(separatedBy: "\"outputs\"")[1]
        #expect(outputs.range(of: "\"a\"")!.lowerBound < outputs.range(of: "\"b.txt\"")!.lowerBound)
    }
}
