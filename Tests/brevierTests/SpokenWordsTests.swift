import Foundation
import Scenes
import TestSupport
import Testing

@testable import brevier

/// What is painted as a leaf is what its element says, whatever the libraries beneath do: every word of the scenes, no other
/// one, in the element that it is of and in the order of reading.
@Suite struct SpokenWordsTests {
    @Test func eachElementSaysTheWordsOfItsLeaves() throws {
        for report in try ArrangedReport.all() + Self.odd() {
            let painted = stretches(of: report.document)
            let spoken = try stretches(of: PDFProof(report.pdf()).structureText())
            #expect(painted.count > 5)
            let place = zip(spoken, painted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(spoken.count, painted.count)
            #expect(spoken == painted, "\(report.name): “\(spoken.dropFirst(place).first ?? "")” is said, and “\(painted.dropFirst(place).first ?? "")” is painted")
        }
    }

    /// Small reports with everything that prose can hold, and with what only a reader of the PDF could stumble over.
    private static func odd() throws -> [ArrangedReport] {
        var reports = [("everything", try SmallReport.full())]
        for attack in ConformanceTests.attacks {
            let report = try SmallReport(claims: false)
            try attack.spoil(report)
            reports.append((attack.name, report))
        }
        return try reports.map { name, report in
            try ArrangedReport(reading: report.report, month: "2024-01", named: name, folder: report.report)
        } + (1...6).map { try NothingIsLostTests.arranged(seed: $0, isHuge: $0 % 2 == 0).1 }
    }

    // Both ways the words are parted where an element begins or ends, and nowhere else.

    private func stretches(of document: Document) -> [String] {
        var words: [ContentID: String] = [:]
        func collect(_ items: [SceneItem], within leaf: Leaf?) {
            for item in items {
                switch item {
                case .shape, .link: continue
                case .group(let group): collect(group.items, within: leaf ?? group.leaf)
                case .text(let text):
                    if case .content(let content)? = leaf ?? text.content.map(Leaf.content) { words[content, default: ""] += text.text }
                }
            }
        }
        for page in document.pages { collect(page.items, within: nil) }
        func stretches(_ element: StructureElement) -> [String] {
            element.children.reduce(into: [""]) { parts, child in
                switch child {
                case .content(let content): parts[parts.count - 1] += words[content] ?? ""
                case .element(let inner): parts += stretches(inner) + [""]
                }
            }
        }
        return stretches(document.structure).map(\.letters).filter { !$0.isEmpty }
    }

    private func stretches(of structure: String) -> [String] {
        var (parts, depth) = ([""], 0)
        for line in structure.split(separator: "\n") {
            let indent = line.prefix { $0 == " " }.count
            let text = line.dropFirst(indent)
            if text.hasPrefix("Object ") || text.hasPrefix("/") { continue }
            let isText = text.count > 1 && text.hasPrefix("\"") && text.hasSuffix("\"")
            if !isText || indent != depth { parts.append("") }
            depth = indent
            if isText { parts[parts.count - 1] += text.dropFirst().dropLast() }
        }
        return parts.map(\.letters).filter { !$0.isEmpty }
    }
}

extension String {
    /// What is seen of it: no spaces, ligatures as their letters, hyphens of all sorts as one. Of words that are written from the
    /// right the letters alone, since readers differ in how they order them.
    fileprivate var letters: String {
        let scalars = decomposedStringWithCompatibilityMapping.unicodeScalars.filter { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint }
            .map { ["\u{2010}", "\u{2011}"].contains($0) ? "-" : $0 }
        let isFromRight = scalars.contains { (0x590...0x8FF).contains($0.value) }
        return (isFromRight ? scalars.sorted() : scalars).map { String($0) }.joined()
    }
}
