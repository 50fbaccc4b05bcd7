import Scenes
import TestSupport
import Testing

@testable import brevier

/// Whatever blocks stand in each other, and however long they are, each word of the source is printed and read once, in its order.
@Suite struct NothingIsLostTests {
    static func arranged(seed: UInt64, isHuge: Bool) throws -> (RandomProse, ArrangedReport) {
        let prose = RandomProse(seed: seed, isHuge: isHuge)
        let report = try SmallReport(claims: false)
        try report.change("report/2024-01.md", "The north had three.", to: prose.text)
        return (prose, try ArrangedReport(reading: report.report, month: "2024-01", named: "random prose \(seed)", folder: report.report))
    }

    @Test(arguments: (1...40).map(UInt64.init))
    func eachWordIsReadOnce(seed: UInt64) throws {
        let (prose, report) = try Self.arranged(seed: seed, isHuge: seed % 2 == 0)
        let read = words(of: report.document)
        #expect(read.filter { $0.hasPrefix("t") } == prose.words)
        // A note is read as a whole; those that are referred to only within others follow them.
        let notes = read.filter { $0.hasPrefix("n") }
        #expect(notes.sorted() == prose.notes.flatMap { $0 }.sorted())
        for note in prose.notes {
            guard let first = note.first, let start = notes.firstIndex(of: first) else { continue }
            #expect(Array(notes[start...].prefix(note.count)) == note)
        }
        for page in report.pages {
            let paper = Rect(page.scene.size)
            for text in page.texts { #expect(paper.contains(text.ink, tolerance: 0.01), "“\(text.item.text)” leaves \(page.scene.name)") }
        }
    }

    /// The random words in the order of reading: eight letters each, whatever lines and hyphens part them.
    private func words(of document: Document) -> [String] {
        var painted: [ContentID: String] = [:]
        func collect(_ items: [SceneItem], isArtifact: Bool) {
            for item in items {
                switch item {
                case .shape, .link: continue
                case .group(let group): collect(group.items, isArtifact: isArtifact || group.leaf == .artifact)
                case .text(let text):
                    guard let content = text.content, !isArtifact, text.continuation != .restOfWord else { continue }
                    painted[content, default: ""] += text.text
                }
            }
        }
        for page in document.pages { collect(page.items, isArtifact: false) }
        func read(_ element: StructureElement) -> [String] {
            element.children.flatMap { child -> [String] in
                switch child {
                case .content(let content): (painted[content] ?? "").matches(of: /[tn]a[a-z]{6}/).map { String($0.output) }
                case .element(let inner): read(inner)
                }
            }
        }
        return read(document.structure)
    }
}
