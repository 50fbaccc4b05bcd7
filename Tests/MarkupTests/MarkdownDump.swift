import Diagnostics
import Markup

extension MarkdownDocument {
    /// All inlines, each before those inside it; the text first, then the footnotes.
    var allInlines: [MarkdownInline] {
        blocks.flatMap(\.allInlines) + footnotes.flatMap { $0.blocks.flatMap(\.allInlines) }
    }

    var inlineSources: [String] { allInlines.filter { !$0.isBreak }.map(\.span.text) }

    var links: [MarkdownLink] {
        allInlines.compactMap { inline in
            switch inline.content {
            case .link(let link), .image(let link): link
            default: nil
            }
        }
    }

    var references: [(name: String, number: Int)] {
        allInlines.compactMap { inline in
            if case .footnote(let name, let number) = inline.content { (name, number) } else { nil }
        }
    }
}

extension MarkdownInline {
    var isBreak: Bool {
        switch content {
        case .softBreak, .hardBreak: true
        default: false
        }
    }

    var withInner: [MarkdownInline] {
        switch content {
        case .emphasis(let inner), .strong(let inner), .shifted(_, let inner): [self] + inner.flatMap(\.withInner)
        case .link(let link), .image(let link): [self] + link.inlines.flatMap(\.withInner)
        case .text, .softBreak, .hardBreak, .footnote, .code, .html: [self]
        }
    }
}

extension MarkdownBlock {
    var allInlines: [MarkdownInline] {
        switch content {
        case .heading(_, let inlines), .paragraph(let inlines): inlines.flatMap(\.withInner)
        case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.allInlines) }
        case .quote(let blocks): blocks.flatMap(\.allInlines)
        case .table(let table):
            ([table.header] + table.rows).flatMap { $0.cells.flatMap { $0.inlines.flatMap(\.withInner) } }
        case .thematicBreak, .code, .html: []
        }
    }

    var plainText: String? {
        switch content {
        case .heading(_, let inlines), .paragraph(let inlines): inlines.plainText
        default: nil
        }
    }

    var dump: String {
        let source = "‹\(span.text)›"
        switch content {
        case .heading(let level, _): return "heading \(level) \(source)"
        case .paragraph: return "paragraph \(source)"
        case .list(let list):
            let items = list.items.map { "item ‹\($0.span.text)›: " + $0.blocks.map(\.dump).joined(separator: ", ") }
            let start = list.start.map { " from \($0)" } ?? ""
            return "list\(start) \(list.tight ? "tight" : "loose")(\(items.joined(separator: "; "))) \(source)"
        case .quote(let blocks): return "quote(\(blocks.map(\.dump).joined(separator: ", "))) \(source)"
        case .thematicBreak: return "break \(source)"
        case .table(let table):
            let rows = ([table.header] + table.rows).map { $0.cells.map { "‹\($0.span.text)›" }.joined(separator: " ") }
            return "table \(table.alignments.map { "\($0)" }.joined(separator: " "))(\(rows.joined(separator: " / "))) \(source)"
        case .code(let language, let text): return "code \(language) \"\(text)\" \(source)"
        case .html(let text): return "html \"\(text)\" \(source)"
        }
    }
}
