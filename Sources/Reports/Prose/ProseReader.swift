import Claims
import Diagnostics
import Markup

/// Turns the Markdown of an instalment into prose: what a brief can print, with figures at their places.
struct ProseReader {
    let problems: Problems

    /// Reads the text of `range` of a file; what cannot be printed is an error at its place.
    func read(_ file: SourceFile, range: Range<Int>) -> Prose {
        let (document, diagnostics) = readMarkdown(file, range: range)
        problems.add(contentsOf: diagnostics)
        var prose = Prose()
        var blocks = document.blocks
        if let index = blocks.firstIndex(where: { $0.isHeadline }), case .heading(_, let inlines) = blocks[index].content {
            prose.headline = self.inlines(inlines)
            if !prose.headline.noteIndices.isEmpty {
                problems.error(blocks[index].span, "the headline has a footnote", hint: "put it into the first paragraph")
            }
            if let reference = prose.headline.figureReferences.first {
                problems.error(reference.name.span, "the headline refers to a figure", hint: "refer to it in the first paragraph")
            }
            blocks.remove(at: index)
        }
        prose.blocks = self.blocks(blocks)
        checkLevels(of: blocks)
        prose.notes = document.footnotes.map { note in
            let blocks = self.blocks(note.blocks)
            if let figure = blocks.figures.first {
                problems.error(figure.name.span, "a figure cannot stand in a footnote", hint: "place it in the prose")
            }
            return blocks
        }
        return prose
    }

    /// A screen reader counts the levels: none may be left out.
    private func checkLevels(of blocks: [MarkdownBlock]) {
        for block in blocks {
            guard case .heading(let level, _) = block.content else { continue }
            if level == 2 { return }
            guard level == 3 else { continue }
            problems.error(block.span, "a heading of the third level stands before any of the second", hint: "begin it with ##")
            return
        }
    }

    // MARK: Blocks

    /// Code right after a figure goes with it.
    private func blocks(_ blocks: [MarkdownBlock]) -> [Block] {
        var result: [Block] = []
        for block in blocks.flatMap(self.blocks) {
            if case .code(let lines) = block, case .figure(var call)? = result.last, call.code.isEmpty {
                call.code = lines
                result[result.count - 1] = .figure(call)
            } else {
                result.append(block)
            }
        }
        return result
    }

    private func blocks(_ block: MarkdownBlock) -> [Block] {
        switch block.content {
        case .heading(let level, let inlines):
            if level == 1 {
                problems.error(block.span, "a brief has one headline", hint: "begin the heading of a section with ##")
            } else if level > 3 {
                problems.error(block.span, "headings go down to ###", hint: "use ## for sections and ### within them")
            }
            return [.heading(level: max(2, min(3, level)), self.inlines(inlines))]
        case .paragraph(let inlines):
            if let figures = figures(inlines) { return figures }
            return [.paragraph(self.inlines(inlines))]
        case .list(let list):
            return [.list(ProseList(start: list.start, items: list.items.map { blocks($0.blocks) }))]
        case .quote(let inner):
            return [.quote(blocks(inner))]
        case .thematicBreak:
            return [.pause]
        case .table:
            problems.error(block.span, "a table cannot stand in the prose", hint: "define a figure of kind table in report.yaml, and place it with ![](name)")
        case .code(_, let text):
            let lines = code(text, at: block.span)
            return lines.isEmpty ? [] : [.code(lines)]
        case .html(let text):
            if text.isComments { return [] }
            problems.error(
                block.span, "HTML cannot stand in the prose",
                hint: text.hasPrefix("<!--") ? "a comment ends with --> at the end of its line" : "write it in Markdown")
        }
        return []
    }

    /// The lines of a block of code, each at its place; none where no line has anything.
    private func code(_ text: String, at span: Span) -> [Located<String>] {
        let isFenced = span.text.hasPrefix("```") || span.text.hasPrefix("~~~")
        // Two characters in Unicode, and one in Swift, may end a line.
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.dropLast(text.last?.isNewline ?? false ? 1 : 0)
        guard lines.contains(where: { !$0.allSatisfy(\.isWhitespace) }) else { return [] }
        return lines.enumerated().map { index, line in
            let place = span.file.span(span.file.lineRange(span.line + index + (isFenced ? 1 : 0)))
            return problems.printable(Located(withoutTabs(line), at: place))
        }
    }

    /// The figures of a paragraph that holds nothing but images; nil for any other.
    private func figures(_ inlines: [MarkdownInline]) -> [Block]? {
        var figures: [Block] = []
        for inline in inlines {
            switch inline.content {
            case .image(let image): figures.append(.figure(FigureCall(name: image.destination, title: title(image.inlines))))
            case .softBreak: continue
            default: return nil
            }
        }
        return figures.isEmpty ? nil : figures
    }

    /// A title is words and claims.
    private func title(_ inlines: [MarkdownInline]) -> [Inline] {
        let title = self.inlines(inlines)
        for inline in title {
            switch inline {
            case .text, .claim: continue
            case .emphasis, .strong, .shifted, .link, .language, .figure, .note, .code, .lineBreak:
                problems.error(
                    inlines.first?.span ?? title.texts[0].span, "the title of a figure has emphasis, code, a link or a note",
                    hint: "write plain words and claims: ![Attacks reached [33](=attacks)](attacks-by-month)")
                return []
            }
        }
        return title
    }

    // MARK: Inlines

    private func inlines(_ inlines: [MarkdownInline]) -> [Inline] {
        var typography = Typography()
        return self.inlines(inlines, &typography)
    }

    private func inlines(_ inlines: [MarkdownInline], _ typography: inout Typography) -> [Inline] {
        var result: [Inline] = []
        // A comment leaves nothing: of the blanks on both sides one stays.
        var followsComment = false
        for inline in inlines {
            defer { followsComment = inline.isComment }
            switch inline.content {
            case .text(let text):
                let text = followsComment && typography.followsBlank ? String(text.drop { $0 == " " }) : text
                result.append(.text(problems.printable(Located(text, at: inline.span)).map { typography.set($0) }))
            case .softBreak:
                if followsComment, typography.followsBlank { continue }
                result.append(.text(Located(typography.set(" "), at: inline.span)))
            case .hardBreak:
                _ = typography.set(" ")
                result.append(.lineBreak)
            case .emphasis(let inner):
                result.append(.emphasis(self.inlines(inner, &typography)))
            case .strong(let inner):
                result.append(.strong(self.inlines(inner, &typography)))
            case .shifted(let shift, let inner):
                result.append(.shifted(shift, self.inlines(inner, &typography)))
            case .link(let link):
                let inner = self.inlines(link.inlines, &typography)
                if let other = link.inlines.firstLink {
                    problems.error(other, "a link stands within another", hint: "end the first before the second begins")
                }
                if let destination = link.destination.claimed {
                    let claim = Claim(phrase: Located(inner.plainText, at: link.phrase), destination: destination)
                    result.append(.claim(claim, inner))
                } else if link.destination.value.hasPrefix("#") {
                    result.append(.figure(figureName(link.destination), inner))
                } else if link.destination.value.hasPrefix(languageMark) {
                    let tag = String(link.destination.value.dropFirst(languageMark.count))
                    checkLanguage(tag, at: link.destination.span)
                    result.append(.language(tag, inner))
                } else {
                    checkAddress(link.destination)
                    result.append(.link(address: link.destination.value, inner))
                }
            case .image(let image):
                problems.error(
                    inline.span, "the figure \"\(image.destination.value)\" stands within a line",
                    hint: "put it into a paragraph of its own")
            case .footnote(_, let number):
                result.append(.note(number - 1))
            case .code(let text):
                typography.pass(text)
                result.append(.code(problems.printable(Located(text, at: inline.span))))
            case .html:
                if inline.isComment { continue }
                problems.error(inline.span, "HTML cannot stand in the prose", hint: "write it in Markdown: *emphasis*, **strong**, H~2~O, km^2^")
            }
        }
        return result
    }

    private func figureName(_ destination: Located<String>) -> Located<String> {
        let range = destination.span.range
        let start = destination.span.text.hasPrefix("#") ? min(range.lowerBound + 1, range.upperBound) : range.lowerBound
        return Located(String(destination.value.dropFirst()), at: destination.span.file.span(start..<range.upperBound))
    }

    private func checkLanguage(_ tag: String, at place: Span) {
        guard !isLanguageTag(tag) else { return }
        problems.error(
            place, "\"\(tag)\" is not the tag of a language", hint: "write two or three letters, and a region where it matters: lang:ar, lang:pt-BR")
    }

    private func checkAddress(_ address: Located<String>) {
        if address.value.utf8.count > longestAddress {
            problems.error(
                address.span, "an address of \(address.value.utf8.count) bytes is too long for a PDF", hint: "write a shorter one, of \(longestAddress) bytes at most")
        }
        let schemes = ["http://", "https://", "mailto:"]
        guard !schemes.contains(where: { address.value.lowercased().hasPrefix($0) }) else { return }
        problems.error(
            address.span, "the link leads nowhere from a PDF: \"\(address.value)\"",
            hint: "write the whole address, https://…, #name to refer to a figure, =measure to have a claim checked, or lang:ar for words of another language")
    }
}

extension MarkdownBlock {
    fileprivate var isHeadline: Bool {
        if case .heading(level: 1, _) = content { return true }
        return false
    }
}

extension [MarkdownInline] {
    /// Where the first link among them stands: Markdown takes an address in angle brackets for one wherever it is.
    fileprivate var firstLink: Span? {
        for inline in self {
            switch inline.content {
            case .link: return inline.span
            case .emphasis(let inner), .strong(let inner), .shifted(_, let inner): if let found = inner.firstLink { return found }
            case .text, .softBreak, .hardBreak, .image, .footnote, .code, .html: continue
            }
        }
        return nil
    }
}

extension MarkdownInline {
    fileprivate var isComment: Bool {
        if case .html(let text) = content { text.isComments } else { false }
    }
}

extension String {
    /// Whether it is comments of HTML and nothing else: what the author notes down for himself.
    fileprivate var isComments: Bool {
        var rest = self[...].drop(while: \.isWhitespace)
        guard !rest.isEmpty else { return false }
        while rest.hasPrefix("<!--") {
            guard let end = rest.firstRange(of: "-->") else { return false }
            rest = rest[end.upperBound...].drop(while: \.isWhitespace)
        }
        return rest.isEmpty
    }
}

/// With as many spaces for each tab as lead to the next column of four.
private func withoutTabs(_ line: Substring) -> String {
    var column = 0
    return line.reduce(into: "") { text, character in
        let width = character == "\t" ? 4 - column % 4 : 1
        text += character == "\t" ? String(repeating: " ", count: width) : String(character)
        column += width
    }
}

/// Before the tag in the destination of words in another language: `[réfugiés](lang:fr)`.
private let languageMark = "lang:"

/// Whether a text is formed as BCP 47 wants it: letters of the language, then parts of letters and digits.
private func isLanguageTag(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard let language = parts.first, (2...3).contains(language.utf8.count), language.allSatisfy({ $0.isASCII && $0.isLetter }) else { return false }
    return parts.dropFirst().allSatisfy { (1...8).contains($0.utf8.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
}

/// Bytes: what RFC 9110 wants read at least, and a PDF/A holds with every byte escaped (ISO 19005-3, 6.1.13).
private let longestAddress = 8_000
