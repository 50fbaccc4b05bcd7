import Figures
import Foundation
import TestSupport
import Testing

@testable import Reports

/// The reference pages hold every word that the program reads, with what it says of it, and no other.
@Suite struct ReferenceTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func documentsEveryWordOfReports() throws {
        try expectReference("reports/README.md", Vocabulary.ofReports)
    }

    @Test func documentsEveryWordOfStyles() throws {
        try expectReference("styles/README.md", Vocabulary.ofStyles)
    }

    @Test func documentsEveryKind() throws {
        let page = try String(contentsOf: Self.root.appendingPathComponent("reports/README.md"), encoding: .utf8)
        for kind in figureKinds {
            #expect(page.contains("**`\(kind.keyword)`** \(kind.summary)"), "reports/README.md does not say what \(kind.keyword) shows")
        }
    }

    /// Each vocabulary stands between two comments; `UPDATE_GOLDENS=1` writes it there.
    private func expectReference(_ path: String, _ vocabularies: [Vocabulary]) throws {
        let file = Self.root.appendingPathComponent(path)
        var page = try String(contentsOf: file, encoding: .utf8)
        let update = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"
        for vocabulary in vocabularies {
            let begin = "<!-- words of \(vocabulary.place.replacingOccurrences(of: "`", with: "")) -->\n"
            let end = "<!-- end -->"
            guard let start = page.range(of: begin), let stop = page.range(of: end, range: start.upperBound..<page.endIndex) else {
                Issue.record("\(path) has no place for the words of \(vocabulary.place): add \(begin)\(end)")
                continue
            }
            let table = table(of: vocabulary)
            if update {
                page.replaceSubrange(start.upperBound..<stop.lowerBound, with: table)
            } else {
                #expect(String(page[start.upperBound..<stop.lowerBound]) == table, "\(path) is out of date on \(vocabulary.place)")
            }
        }
        let places = page.components(separatedBy: "<!-- words of ").count - 1
        #expect(places == vocabularies.count, "\(path) has tables that the program does not know")
        if update { try page.write(to: file, atomically: true, encoding: .utf8) }
    }

    private func table(of vocabulary: Vocabulary) -> String {
        guard !vocabulary.words.isEmpty else { return "It has no options.\n" }
        let rows = vocabulary.words.map { word in
            let unit = word.unit.isEmpty ? "" : ", in \(word.unit)"
            return "| `\(word.name)` | \(word.what) | \(word.form)\(unit) | \(word.standard ?? "must be written") |"
        }
        return (["| word | what it says | what is written | if it is not |", "| --- | --- | --- | --- |"] + rows)
            .joined(separator: "\n") + "\n"
    }
}
