package import Diagnostics

/// Deeper than any text goes; reading is recursive.
private let deepest = 50

/// Reads Markdown: CommonMark with tables and footnotes.
///
/// Quotes and dashes stay as written. A destination that begins with `=` is a destination like any other.
///
/// - Parameters:
///   - file: what is read; all spans are in it.
///   - range: the bytes of the file to read, what follows the front matter, say; the whole file where nil.
/// - Returns: the tree, empty for an empty text; and what the author will not have meant: a footnote without a
///   definition, a definition given twice or never referred to, a link to a quantity that Markdown does not take for one.
package func readMarkdown(_ file: SourceFile, range: Range<Int>? = nil) -> (MarkdownDocument, Messages) {
    let range = (range ?? 0..<file.bytes.count).clamped(to: 0..<file.bytes.count)
    let empty = MarkdownDocument(blocks: [], footnotes: [])
    return file.bytes.withUnsafeBufferPointer { bytes in
        guard let tree = MarkdownTree(UnsafeBufferPointer(rebasing: bytes[range])) else {
            return (empty, [.error(file.span(range), "no memory is left to read this")])
        }
        return tree.withRoot { root in
            var reader = MarkdownReader(lines: MarkdownLines(file: file, body: range))
            return reader.read(root)
        }
    }
}

/// Turns blocks into nodes with their places.
struct MarkdownReader {
    let lines: MarkdownLines
    private var diagnostics = Messages()
    /// Code and HTML, in which nothing is a footnote.
    private var verbatim: [Range<Int>] = []
    private var saysTooDeep = false

    init(lines: MarkdownLines) {
        self.lines = lines
    }

    /// The blocks around a block, as far as its lines show them.
    private struct Surroundings {
        var depth = 1
        var quotes = 0
        var insideList = false

        func inQuote() -> Surroundings { Surroundings(depth: depth + 1, quotes: quotes + 1, insideList: insideList) }
        func inList() -> Surroundings { Surroundings(depth: depth + 1, quotes: quotes, insideList: true) }
    }

    mutating func read(_ root: MarkdownTreeNode) -> (MarkdownDocument, Messages) {
        var footnotes: [MarkdownFootnote] = []
        for node in root.children where node.kind == .footnote {
            footnotes.append(footnote(node, number: footnotes.count + 1))
        }
        let document = MarkdownDocument(blocks: blocks(of: root, in: Surroundings()), footnotes: footnotes)
        diagnostics += document.oversights(in: lines, verbatim: verbatim)
        return (document, diagnostics)
    }

    // MARK: Blocks

    private mutating func blocks(of node: MarkdownTreeNode, in surroundings: Surroundings) -> [MarkdownBlock] {
        guard surroundings.depth <= deepest else {
            sayTooDeep(at: place(of: node))
            return []
        }
        var blocks: [MarkdownBlock] = []
        var paragraphBeforeTable: MarkdownTreeNode?
        for child in node.children where child.kind != .footnote {
            if child.kind == .paragraph, child.startLine == 0 {
                // cmark loses the place of a paragraph that ends where a table begins: it began where cmark says that
                // the table does.
                paragraphBeforeTable = child
                continue
            }
            if let paragraph = paragraphBeforeTable, child.kind == .table {
                let end = headerLine(of: child, in: surroundings) - 1
                let start = lines.contentStart(child.startLine, quotes: surroundings.quotes, insideList: surroundings.insideList)
                let span = lines.file.span(lines.trimmed(start..<max(start, lines.range(end).upperBound)))
                blocks.append(MarkdownBlock(
                    content: .paragraph(inlines(of: paragraph, from: child.startLine, to: end, start: start, in: surroundings, at: span)),
                    span: span))
            }
            paragraphBeforeTable = nil
            if let block = block(child, in: surroundings) { blocks.append(block) }
        }
        return blocks
    }

    private mutating func block(_ node: MarkdownTreeNode, in surroundings: Surroundings) -> MarkdownBlock? {
        let span = place(of: node)
        switch node.kind {
        case .heading:
            let start = headingTextStart(span)
            let inlines = inlines(of: node, from: node.startLine, to: node.endLine, start: start, in: surroundings, at: span)
            return MarkdownBlock(content: .heading(level: node.headingLevel, inlines), span: span)
        case .paragraph:
            let inlines = inlines(
                of: node, from: node.startLine, to: node.endLine, start: span.range.lowerBound, in: surroundings, at: span)
            return MarkdownBlock(content: .paragraph(inlines), span: span)
        case .quote:
            return MarkdownBlock(content: .quote(blocks(of: node, in: surroundings.inQuote())), span: span)
        case .list:
            var list = MarkdownList(start: node.listStart, tight: node.isTight, items: [])
            for item in node.children where item.kind == .item {
                list.items.append(.init(blocks: blocks(of: item, in: surroundings.inList()), span: place(of: item)))
            }
            return MarkdownBlock(content: .list(list), span: span)
        case .thematicBreak:
            let line = lines.range(node.startLine).upperBound
            let whole = lines.trimmed(span.range.lowerBound..<max(span.range.lowerBound, line))
            return MarkdownBlock(content: .thematicBreak, span: lines.file.span(whole))
        case .table:
            return table(node, in: surroundings)
        case .code:
            verbatim.append(span.range)
            return MarkdownBlock(content: .code(language: node.fenceInfo, text: node.literal), span: span)
        case .html:
            verbatim.append(span.range)
            return MarkdownBlock(content: .html(node.literal), span: span)
        case .item, .footnote, .tableHeader, .tableRow, .tableCell, .text, .softBreak, .hardBreak, .inlineCode,
            .inlineHTML, .emphasis, .strong, .link, .image, .footnoteReference, .other:
            return nil
        }
    }

    private mutating func footnote(_ node: MarkdownTreeNode, number: Int) -> MarkdownFootnote {
        let inner = place(of: node)
        // cmark places the definition after its marker.
        let bytes = lines.file.bytes
        let line = lines.range(node.startLine)
        var start = inner.range.lowerBound
        while start > line.lowerBound, !bytes[start...].starts(with: "[^".utf8) { start -= 1 }
        let nameStart = min(start + 2, inner.range.lowerBound)
        var nameEnd = nameStart
        while nameEnd < line.upperBound, bytes[nameEnd] != UInt8(ascii: "]") { nameEnd += 1 }
        let name = lines.file.span(nameStart..<nameEnd)
        var surroundings = Surroundings()
        surroundings.insideList = true
        return MarkdownFootnote(
            name: Located(name.text, at: name), number: number, blocks: blocks(of: node, in: surroundings),
            span: lines.file.span(start..<max(start, inner.range.upperBound)))
    }

    // MARK: Tables

    private mutating func table(_ node: MarkdownTreeNode, in surroundings: Surroundings) -> MarkdownBlock {
        let header = headerLine(of: node, in: surroundings)
        var rows: [MarkdownTable.Row] = []
        for (index, child) in node.children.enumerated() {
            // Between the header and the first row stands the line of hyphens.
            rows.append(row(child, line: index == 0 ? header : header + 1 + index, in: surroundings))
        }
        let alignments = node.alignments.map { letter -> MarkdownTable.Alignment in
            switch letter {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .centre
            case UInt8(ascii: "r"): .right
            default: .unstated
            }
        }
        let first = rows.first ?? MarkdownTable.Row(cells: [], span: place(of: node))
        let lastLine = lines.range(header + max(1, rows.count)).upperBound
        let range = lines.trimmed(first.span.range.lowerBound..<max(first.span.range.upperBound, lastLine))
        return MarkdownBlock(
            content: .table(MarkdownTable(alignments: alignments, header: first, rows: Array(rows.dropFirst()))),
            span: lines.file.span(range))
    }

    /// The line of a table's header: the one above its line of hyphens.
    private func headerLine(of table: MarkdownTreeNode, in surroundings: Surroundings) -> Int {
        var line = max(1, table.startLine)
        while line < lines.count, !lines.isDelimiterRow(line + 1, quotes: surroundings.quotes) { line += 1 }
        return line
    }

    private mutating func row(_ node: MarkdownTreeNode, line: Int, in surroundings: Surroundings) -> MarkdownTable.Row {
        let start = lines.contentStart(line, quotes: surroundings.quotes, insideList: surroundings.insideList)
        let range = lines.trimmed(start..<max(start, lines.range(line).upperBound))
        var pieces = lines.cells(of: range).makeIterator()
        var cells: [MarkdownTable.Cell] = []
        for cell in node.children {
            let piece = pieces.next() ?? range.upperBound..<range.upperBound
            let span = lines.file.span(piece)
            var content = MarkdownContent()
            content.appendCell(piece, of: lines)
            cells.append(.init(inlines: read(cell, content: content, at: span), span: span))
        }
        return MarkdownTable.Row(cells: cells, span: lines.file.span(range))
    }

    // MARK: Inlines

    private mutating func inlines(
        of node: MarkdownTreeNode, from first: Int, to last: Int, start: Int, in surroundings: Surroundings, at span: Span
    ) -> [MarkdownInline] {
        var content = MarkdownContent()
        content.append(start..<max(start, lines.range(first).upperBound), of: lines)
        for line in stride(from: first + 1, through: last, by: 1) {
            let start = lines.contentStart(line, quotes: surroundings.quotes, insideList: surroundings.insideList)
            content.append(start..<max(start, lines.range(line).upperBound), of: lines)
        }
        return read(node, content: content, at: span)
    }

    private mutating func read(_ node: MarkdownTreeNode, content: MarkdownContent, at span: Span) -> [MarkdownInline] {
        var reader = MarkdownInlineReader(content: content, file: lines.file, whole: span)
        let inlines = reader.read(node)
        if reader.tooDeep { sayTooDeep(at: span) }
        return inlines
    }

    // MARK: Places

    /// Where cmark says that a block stands, without blanks and lines after it.
    private func place(of node: MarkdownTreeNode) -> Span {
        let start = lines.offset(line: max(1, node.startLine), column: node.startColumn)
        let end = node.endLine == 0 ? start : lines.range(node.endLine).lowerBound + node.endColumn
        return lines.file.span(lines.trimmed(start..<min(lines.body.upperBound, max(start, end))))
    }

    /// After the signs `#` and the blanks of a heading; where it begins if it is underlined.
    private func headingTextStart(_ span: Span) -> Int {
        let bytes = lines.file.bytes
        var start = span.range.lowerBound
        while start < span.range.upperBound, bytes[start] == UInt8(ascii: "#") { start += 1 }
        // An underlined heading may begin with such a sign, but no blank follows it then.
        guard start == span.range.upperBound || bytes[start].isBlankOrLineEnd else { return span.range.lowerBound }
        while start < span.range.upperBound, bytes[start] == UInt8(ascii: " ") || bytes[start] == UInt8(ascii: "\t") { start += 1 }
        return start
    }

    private mutating func sayTooDeep(at span: Span) {
        guard !saysTooDeep else { return }
        saysTooDeep = true
        diagnostics.append(.error(span, "this is nested more than \(deepest) levels deep"))
    }
}

extension MarkdownLines {
    /// The cells of a row between its bars, without the blanks around them.
    func cells(of row: Range<Int>) -> [Range<Int>] {
        let bytes = file.bytes
        let bar = UInt8(ascii: "|")
        var cells: [Range<Int>] = []
        var start = row.lowerBound
        if start < row.upperBound, bytes[start] == bar { start += 1 }
        var place = start
        while place < row.upperBound {
            if bytes[place] == UInt8(ascii: "\\"), place + 1 < row.upperBound, bytes[place + 1].isASCIIPunctuation {
                place += 2
            } else if bytes[place] == bar {
                cells.append(start..<place)
                place += 1
                start = place
            } else {
                place += 1
            }
        }
        if start < row.upperBound { cells.append(start..<row.upperBound) }
        return cells.map { cell in
            var start = cell.lowerBound
            while start < cell.upperBound, bytes[start].isBlankOrLineEnd { start += 1 }
            return trimmed(start..<cell.upperBound)
        }
    }
}
