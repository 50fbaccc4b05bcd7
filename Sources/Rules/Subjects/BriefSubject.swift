package import Scenes

/// The pages of a brief, and what they were made by.
package struct BriefSubject: Sendable {
    package struct PlacedName: Sendable {
        package var name: String
        /// "Figure 1"; nil where it has no number.
        package var label: String?

        package init(name: String, label: String?) {
            self.name = name
            self.label = label
        }
    }

    let document: Document
    let body: TextStyle
    let columnCount: Int
    /// Of the body's small letters, in points.
    let xHeight: Double
    let figures: [PlacedName]
    /// The lines of prose in the order of reading, without notes and figures.
    let lines: [ProseLine]

    package init(_ document: Document, body: TextStyle, columnCount: Int, figures: [PlacedName], measurer: any TextMeasurer) {
        self.document = document
        self.body = body
        self.columnCount = columnCount
        self.figures = figures
        xHeight = measurer.metrics(of: body.font).xHeight
        lines = ProseLine.all(in: document)
    }
}

/// A line of prose in its place.
struct ProseLine {
    enum Role { case heading, paragraph }

    /// From 1.
    var page: Int
    /// "column 1".
    var column: String
    /// Of which heading or paragraph of the brief.
    var block: Int
    var role: Role
    var texts: [TextItem]

    var words: String { texts.map(\.text).joined() }
    var font: Font? { texts.max { $0.width < $1.width }?.font }

    static func all(in document: Document) -> [ProseLine] {
        let blocks = Blocks(document.structure)
        return document.pages.enumerated().flatMap { index, page in
            page.items.flatMap { item -> [ProseLine] in
                guard case .group(let column) = item, column.name.hasPrefix("column ") else { return [] }
                return column.items.compactMap { item in
                    guard case .group(let line) = item, line.name == "line" else { return nil }
                    let texts = line.items.compactMap { item -> TextItem? in if case .text(let text) = item { text } else { nil } }
                    guard let (block, role) = texts.lazy.compactMap({ $0.content.flatMap { blocks.block(of: $0) } }).first else { return nil }
                    return ProseLine(page: index + 1, column: column.name, block: block, role: role, texts: texts)
                }
            }
        }
    }
}

/// Which heading or paragraph each content of a document is of. Notes are none: they stand apart from the prose.
private struct Blocks {
    private var found: [ContentID: (Int, ProseLine.Role)] = [:]
    private var count = 0

    init(_ structure: StructureElement) { add(structure, nil) }

    func block(of content: ContentID) -> (Int, ProseLine.Role)? { found[content] }

    private mutating func add(_ element: StructureElement, _ outer: (Int, ProseLine.Role)?) {
        var block = outer
        switch element.role {
        case .note, .table, .figure, .caption: return
        case .heading2, .heading3, .paragraph:
            block = (count, element.role == .paragraph ? .paragraph : .heading)
            count += 1
        default: break
        }
        for child in element.children {
            switch child {
            case .element(let inner): add(inner, block)
            case .content(let content): if let block { found[content] = block }
            }
        }
    }
}
