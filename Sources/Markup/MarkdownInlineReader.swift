internal import Diagnostics

/// Turns the inlines of one block into nodes with their places.
struct MarkdownInlineReader {
    /// Deeper than any text goes; reading is recursive.
    private static let deepest = 50

    /// Definitions at the head of a paragraph are looked for in so many lines: each try reads the paragraph again.
    private static let mostDefinitionLines = 100

    private var aligner: MarkdownAligner
    /// Set where something was nested too deep to be read.
    private(set) var tooDeep = false

    init(content: MarkdownContent, file: SourceFile, whole: Span) {
        aligner = MarkdownAligner(content: content, file: file, whole: whole)
    }

    /// The children of `node`, from the first line at which they fit.
    ///
    /// cmark takes the definitions of references from the head of a paragraph, and does not say how many lines they took.
    mutating func read(_ node: MarkdownTreeNode) -> [MarkdownInline] {
        let lines = min(aligner.content.lineStarts.count, Self.mostDefinitionLines)
        var first: [MarkdownInline]?
        for line in 0..<lines {
            aligner.restart(at: line)
            aligner.skipBlanks()
            tooDeep = false
            let inlines = children(of: node, raw: false, depth: 1)
            if !aligner.isLost || tooDeep { return inlines }
            if first == nil { first = inlines }
            // Only a text that begins with a bracket can begin with definitions.
            guard line > 0 || aligner.content.bytes.first == UInt8(ascii: "[") else { break }
        }
        return first ?? []
    }

    private mutating func children(of node: MarkdownTreeNode, raw: Bool, depth: Int) -> [MarkdownInline] {
        guard depth <= Self.deepest else {
            tooDeep = true
            return []
        }
        var shifts = MarkdownShifts()
        for child in node.children {
            if child.kind == .text, !raw {
                // cmark leaves an empty one where the blanks of a hard break were.
                if child.literal.isEmpty { continue }
                for piece in aligner.pieces(of: child.literal) {
                    shifts.add(MarkdownInline(content: .text(piece.text), span: piece.span), isMark: piece.isMark)
                }
            } else if let inline = inline(child, raw: raw, depth: depth) {
                shifts.add(inline, isMark: false)
            }
        }
        let (inlines, isTooDeep) = shifts.paired(limit: Self.deepest - depth)
        if isTooDeep { tooDeep = true }
        return inlines
    }

    private mutating func inline(_ node: MarkdownTreeNode, raw: Bool, depth: Int) -> MarkdownInline? {
        switch node.kind {
        case .text:
            let literal = node.literal
            // cmark leaves one where the blanks of a hard break were.
            guard !literal.isEmpty else { return nil }
            return MarkdownInline(content: .text(literal), span: aligner.text(literal, raw: raw))
        case .softBreak:
            return MarkdownInline(content: .softBreak, span: aligner.lineBreak())
        case .hardBreak:
            return MarkdownInline(content: .hardBreak, span: aligner.lineBreak())
        case .inlineCode:
            return MarkdownInline(content: .code(node.literal), span: aligner.code())
        case .inlineHTML:
            let literal = node.literal
            return MarkdownInline(content: .html(literal), span: aligner.text(literal, raw: true))
        case .emphasis:
            let (inner, span) = delimited(node, by: 1, depth: depth)
            return MarkdownInline(content: .emphasis(inner), span: span)
        case .strong:
            let (inner, span) = delimited(node, by: 2, depth: depth)
            return MarkdownInline(content: .strong(inner), span: span)
        case .link:
            let (link, span) = link(node, depth: depth)
            return MarkdownInline(content: .link(link), span: span)
        case .image:
            let start = aligner.cursor
            aligner.expect("!")
            let (image, _) = link(node, depth: depth)
            return MarkdownInline(content: .image(image), span: aligner.span(start..<aligner.cursor))
        case .footnoteReference:
            let (name, span) = aligner.footnoteReference()
            return MarkdownInline(content: .footnote(name: name, number: Int(node.literal) ?? 0), span: span)
        case .quote, .list, .item, .code, .html, .paragraph, .heading, .thematicBreak, .footnote, .table, .tableHeader,
            .tableRow, .tableCell, .other:
            return nil
        }
    }

    private mutating func delimited(
        _ node: MarkdownTreeNode, by length: Int, depth: Int
    ) -> (inner: [MarkdownInline], span: Span) {
        let start = aligner.cursor
        for _ in 0..<length { aligner.expect("*", "_") }
        let inner = children(of: node, raw: false, depth: depth + 1)
        for _ in 0..<length { aligner.expect("*", "_") }
        return (inner, aligner.span(start..<aligner.cursor))
    }

    private mutating func link(_ node: MarkdownTreeNode, depth: Int) -> (link: MarkdownLink, span: Span) {
        let start = aligner.cursor
        let isAutomatic = aligner.peek("<")
        aligner.expect("[", "<")
        let phraseStart = aligner.cursor
        let inner = children(of: node, raw: isAutomatic, depth: depth + 1)
        if !isAutomatic { aligner.skipBlanks() }
        let phrase = aligner.span(phraseStart..<aligner.cursor)
        aligner.expect("]", ">")
        let destination = isAutomatic ? phrase : aligner.linkTail()
        let span = aligner.span(start..<aligner.cursor)
        let link = MarkdownLink(
            destination: Located(node.destination, at: destination ?? span), title: node.title, inlines: inner,
            phrase: phrase)
        return (link, span)
    }
}
