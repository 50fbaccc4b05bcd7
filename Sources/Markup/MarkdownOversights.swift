internal import Diagnostics

extension MarkdownDocument {
    /// What the text holds that Markdown reads otherwise than the author will have meant.
    ///
    /// - Parameter verbatim: where code and HTML stand: nothing in them is looked at.
    func oversights(in lines: MarkdownLines, verbatim: [Range<Int>]) -> Messages {
        var diagnostics = Messages()
        let names = footnotes.map(\.name.value)
        let labels = lines.linkLabels(verbatim: verbatim)
        for inlines in allInlines {
            diagnostics += inlines.lineMarks
            inlines.forEachText { span, followsLink in
                tellUndefinedFootnotes(in: span, names: names, &diagnostics)
                diagnostics += span.brokenLinks(followsLink: followsLink)
                diagnostics += span.undefinedLinks(labels: labels)
                diagnostics += span.foreignMarks
            }
        }
        for list in allLists { diagnostics += list.tasks }
        tellStrayDefinitions(in: lines, verbatim: verbatim, &diagnostics)
        return diagnostics
    }

    /// References that lead nowhere: Markdown leaves them in the text as they are.
    private func tellUndefinedFootnotes(in span: Span, names: [String], _ diagnostics: inout Messages) {
        let bytes = span.file.bytes
        for start in span.places(of: "[^") {
            // What is longer is no name: CommonMark ends labels there.
            let end = bytes[start..<min(span.range.upperBound, start + 1_000)].firstIndex(of: UInt8(ascii: "]"))
            guard let end, end > start + 2 else { continue }
            let name = span.file.text(start + 2..<end)
            diagnostics.appendError(
                .error(
                    span.file.span(start..<end + 1), "no footnote is called \"\(name)\"",
                    hint: suggestion(for: name, among: names, called: "footnotes") ?? "define it on a line of its own: [^\(name)]: …"))
        }
    }

    /// Definitions that cmark dropped: of a name that nothing refers to, or that is defined already.
    private func tellStrayDefinitions(in lines: MarkdownLines, verbatim: [Range<Int>], _ diagnostics: inout Messages) {
        let bytes = lines.file.bytes
        let verbatim = verbatim.sorted { $0.lowerBound < $1.lowerBound }
        var verbatimIndex = 0
        let kept = Set(footnotes.map(\.span.range.lowerBound))
        let firsts = Dictionary(footnotes.map { ($0.name.value.lowercased(), $0) }) { first, _ in first }
        for line in 1...lines.count {
            let range = lines.range(line)
            let start = lines.contentStart(line, quotes: 0, insideList: false)
            while verbatimIndex < verbatim.count, verbatim[verbatimIndex].upperBound <= start { verbatimIndex += 1 }
            if verbatimIndex < verbatim.count, verbatim[verbatimIndex].contains(start) { continue }
            guard start - range.lowerBound <= 3, bytes[start..<range.upperBound].starts(with: "[^".utf8),
                let end = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "]")), end > start + 2,
                end + 1 < range.upperBound, bytes[end + 1] == UInt8(ascii: ":"),
                !kept.contains(start)
            else { continue }
            let name = lines.file.span(start + 2..<end)
            let marker = lines.file.span(start..<end + 1)
            if let first = firsts[name.text.lowercased()] {
                diagnostics.append(.error(
                    marker, "the footnote \"\(name.text)\" is defined twice",
                    facts: ["the first time in line \(first.name.span.line)"], hint: "keep one of the two"))
            } else {
                diagnostics.append(.warning(
                    marker, "nothing refers to the footnote \"\(name.text)\"", hint: "it is left out of the text"))
            }
        }
    }

    private var allLists: [MarkdownList] {
        (blocks + footnotes.flatMap(\.blocks)).flatMap(\.lists)
    }

    private var allInlines: [[MarkdownInline]] {
        var found: [[MarkdownInline]] = []
        for block in blocks { block.collectInlines(into: &found) }
        for footnote in footnotes {
            for block in footnote.blocks { block.collectInlines(into: &found) }
        }
        return found
    }
}

extension MarkdownBlock {
    fileprivate var lists: [MarkdownList] {
        switch content {
        case .list(let list): [list] + list.items.flatMap { $0.blocks.flatMap(\.lists) }
        case .quote(let blocks): blocks.flatMap(\.lists)
        case .heading, .paragraph, .thematicBreak, .table, .code, .html: []
        }
    }

    fileprivate func collectInlines(into found: inout [[MarkdownInline]]) {
        switch content {
        case .heading(_, let inlines), .paragraph(let inlines):
            found.append(inlines)
        case .list(let list):
            for item in list.items {
                for block in item.blocks { block.collectInlines(into: &found) }
            }
        case .quote(let blocks):
            for block in blocks { block.collectInlines(into: &found) }
        case .table(let table):
            for row in [table.header] + table.rows { found += row.cells.map(\.inlines) }
        case .thematicBreak, .code, .html:
            break
        }
    }
}

extension Sequence<MarkdownInline> {
    /// Each stretch of plain text, at its place, and whether a link stands before it.
    fileprivate func forEachText(_ body: (Span, Bool) -> Void) {
        var followsLink = false
        for inline in self {
            switch inline.content {
            case .text: body(inline.span, followsLink)
            case .emphasis(let inner), .strong(let inner), .shifted(_, let inner): inner.forEachText(body)
            case .link(let link), .image(let link):
                followsLink = true
                link.inlines.forEachText(body)
            case .softBreak, .hardBreak, .footnote, .code, .html: break
            }
        }
    }
}

extension Span {
    /// Where `sign` begins in it, unless a backslash escapes it.
    func places(of sign: String) -> [Int] {
        let sign = Array(sign.utf8)
        var found: [Int] = []
        var place = range.lowerBound
        while place + sign.count <= range.upperBound {
            if file.bytes[place] == UInt8(ascii: "\\") {
                place += 2
            } else if file.bytes[place] == sign[0], file.bytes[place..<place + sign.count].elementsEqual(sign) {
                found.append(place)
                place += sign.count
            } else {
                place += 1
            }
        }
        return found
    }
}
