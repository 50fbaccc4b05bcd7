import Figures
import Foundation
import Testing

/// Adding a kind takes one file, one line and one test file.
@Suite struct FigureKindsTests {
    private let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    private var sources: URL {
        tests.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources")
    }

    private func swiftFiles(in folder: URL) throws -> [URL] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let files = (all?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
        return files.sorted { $0.path < $1.path }
    }

    @Test func eachKindIsAFileALineAndATestFile() throws {
        let kinds = figureKinds.map { String(describing: $0) }
        #expect(kinds.count >= 5)
        let files = try swiftFiles(in: sources.appendingPathComponent("Figures/Kinds")).map(\.lastPathComponent)
        #expect(Set(files) == Set(kinds.map { "\($0).swift" } + ["FigureKinds.swift"]))
        for kind in kinds {
            let test = tests.appendingPathComponent("\(kind)Tests.swift")
            #expect(FileManager.default.fileExists(atPath: test.path), "\(kind) has no tests")
        }
    }

    @Test func noOtherFileKnowsAKind() throws {
        let files = try swiftFiles(in: sources)
        #expect(files.count > 30)
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            let name = file.deletingPathExtension().lastPathComponent
            let isOfFigures = file.path.contains("/Sources/Figures/")
            for kind in figureKinds where name != String(describing: kind) {
                if name != "FigureKinds" { #expect(!text.contains(String(describing: kind)), "\(name) names \(kind)") }
                // Elsewhere the same word may mean something else: a table of Markdown.
                if isOfFigures { #expect(!text.contains("\"\(kind.keyword)\""), "\(name) names \(kind.keyword)") }
            }
        }
    }

    @Test func keywordsAndOptionsAreDocumentedOnce() {
        #expect(Set(figureKinds.map { $0.keyword }).count == figureKinds.count)
        for kind in figureKinds {
            #expect(kind.summary.hasSuffix("."))
            #expect(Set(kind.options.map(\.name)).count == kind.options.count)
            for option in kind.options { #expect(!option.what.isEmpty && !option.what.hasSuffix(".")) }
        }
    }
}
