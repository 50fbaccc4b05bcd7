package import Diagnostics

/// A text in Markdown, as a tree: its blocks, and its footnotes in the order in which the text first refers to them.
package struct MarkdownDocument: Sendable {
    package var blocks: [MarkdownBlock]
    package var footnotes: [MarkdownFootnote]
}

/// What a reference such as `[^quality]` leads to.
package struct MarkdownFootnote: Sendable {
    /// As the author wrote it, at its place in the definition.
    package var name: Located<String>
    /// From 1, in the order of first reference.
    package var number: Int
    package var blocks: [MarkdownBlock]
    package var span: Span
}

/// A part of a text that stands on lines of its own.
package struct MarkdownBlock: Sendable {
    package enum Content: Sendable {
        /// `level` is 1 to 6.
        case heading(level: Int, [MarkdownInline])
        case paragraph([MarkdownInline])
        case list(MarkdownList)
        case quote([MarkdownBlock])
        case thematicBreak
        case table(MarkdownTable)
        /// `language` is what stands after the opening fence, empty where nothing does.
        case code(language: String, text: String)
        case html(String)
    }

    package var content: Content
    /// From the first to the last character, markers included, blank lines after it not.
    package var span: Span
}

package struct MarkdownList: Sendable {
    package struct Item: Sendable {
        package var blocks: [MarkdownBlock]
        package var span: Span
    }

    /// The number of the first item; nil for a list with bullets.
    package var start: Int?
    /// Whether no blank line stands between the items.
    package var tight: Bool
    package var items: [Item]
}

package struct MarkdownTable: Sendable {
    package enum Alignment: Sendable {
        case unstated, left, centre, right
    }

    package struct Cell: Sendable {
        package var inlines: [MarkdownInline]
        /// Without the blanks around it; empty, at the end of its row, where the row is too short.
        package var span: Span
    }

    package struct Row: Sendable {
        package var cells: [Cell]
        package var span: Span
    }

    /// One for each column.
    package var alignments: [Alignment]
    package var header: Row
    package var rows: [Row]
}

/// A part of a line of text.
package struct MarkdownInline: Sendable {
    package enum Content: Sendable {
        /// As written but for escapes and entities: quotes and dashes are still the author's.
        case text(String)
        case softBreak
        case hardBreak
        case emphasis([MarkdownInline])
        case strong([MarkdownInline])
        /// `H~2~O`, `km^2^`, or in tags of HTML.
        case shifted(MarkdownShift, [MarkdownInline])
        case link(MarkdownLink)
        case image(MarkdownLink)
        /// `name` as the reference writes it; `number` is that of the footnote.
        case footnote(name: String, number: Int)
        case code(String)
        case html(String)
    }

    package var content: Content
    /// From the first to the last character, markers included: `[33](=attacks)`.
    package var span: Span
}

/// From the line on which the words around stand.
package enum MarkdownShift: Hashable, Sendable {
    case below, above
}

/// A link, or an image: `[phrase](destination "title")`.
package struct MarkdownLink: Sendable {
    /// Without escapes. At its place in the parentheses; of a link by reference, at the link as a whole.
    package var destination: Located<String>
    /// Empty where there is none.
    package var title: String
    /// What stands in the brackets: for an image, its alternative text.
    package var inlines: [MarkdownInline]
    /// Between the brackets, empty where nothing stands there.
    package var phrase: Span
}

extension Sequence<MarkdownInline> {
    /// The words alone: a break is a space; footnotes and HTML leave nothing.
    package var plainText: String {
        var text = ""
        for inline in self {
            switch inline.content {
            case .text(let words), .code(let words): text += words
            case .softBreak, .hardBreak: text += " "
            case .emphasis(let inner), .strong(let inner), .shifted(_, let inner): text += inner.plainText
            case .link(let link), .image(let link): text += link.inlines.plainText
            case .footnote, .html: break
            }
        }
        return text
    }
}
