internal import Diagnostics

/// What other programs make something of, and CommonMark prints as it stands.
extension Span {
    /// Marks within a text: `~~struck~~`, `$x^2$`, `[TOC]` and the like.
    var foreignMarks: [Diagnostic] {
        var found: [Diagnostic] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let byte = file.bytes[place]
            if byte == UInt8(ascii: "\\") {
                let command = command(at: place)
                if let command { found.append(told(command, "a command of LaTeX is not carried out", "take it out")) }
                place = command?.range.upperBound ?? place + 2
            } else if let (mark, message, hint) = foreignMark(byte, at: place) {
                found.append(told(mark, message, hint))
                place = mark.range.upperBound
            } else {
                place += byte == UInt8(ascii: "$") ? 1 + dollarsPassed(from: place) : 1
            }
        }
        return found
    }

    private func told(_ mark: Span, _ message: String, _ hint: String) -> Diagnostic {
        .error(mark, message, hint: hint + "; for the signs themselves, write \\\(mark.text.prefix(1))")
    }

    private func foreignMark(_ byte: UInt8, at place: Int) -> (mark: Span, message: String, hint: String)? {
        switch byte {
        case UInt8(ascii: "~"): enclosed(by: "~~", at: place).map { ($0, "words are not struck out", "leave them out") }
        case UInt8(ascii: "="): enclosed(by: "==", at: place).map { ($0, "words are not marked by colour", "write *emphasis* or **strong**") }
        case UInt8(ascii: "+"): enclosed(by: "++", at: place).map { ($0, "words are not marked as new", "write *emphasis* or **strong**") }
        case UInt8(ascii: "$"): formula(at: place).map { ($0, "formulas are not set", "write it in words and signs: H~2~O, km^2^, ×, ≤") }
        case UInt8(ascii: "["): contents(at: place).map { ($0, "there is no table of contents", "take it out: headings are the PDF's bookmarks") }
            ?? citation(at: place).map { ($0, "citations are not looked up", "write the source as a note: words.[^source]") }
        case UInt8(ascii: "{"): attributes(at: place).map { ($0, "nothing is made of what stands in braces", "take it out") }
        case UInt8(ascii: ":"): emoji(at: place).map { ($0, "names of pictures are not replaced", "write the sign or a word") }
        default: nil
        }
    }

    /// Words between two equal marks, from the first to the second or to the end of the text.
    private func enclosed(by mark: String, at place: Int) -> Span? {
        guard hasPrefix(mark, at: place), place == range.lowerBound || !isNameByte(file.bytes[place - 1]) || mark == "~~" else { return nil }
        let start = place + 2
        guard start < range.upperBound, !file.bytes[start].isBlankOrLineEnd, file.bytes[start] != file.bytes[place] else { return nil }
        let end = (start..<range.upperBound).first { hasPrefix(mark, at: $0) }
        if let end, !file.bytes[end - 1].isBlankOrLineEnd { return file.span(place..<end + 2) }
        // The other may stand behind emphasis.
        return mark == "~~" && end == nil ? file.span(place..<start) : nil
    }

    /// `$x^2$` or `$$…$$`; not the dollars of "$5.5m and $6m".
    private func formula(at place: Int) -> Span? {
        let isDisplayed = hasPrefix("$$", at: place)
        let start = place + (isDisplayed ? 2 : 1)
        guard start < range.upperBound, isDisplayed || !file.bytes[start].isBlankOrLineEnd,
            let end = file.bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: "$")), end > start
        else { return nil }
        if isDisplayed { return file.span(place..<min(end + 2, range.upperBound)) }
        guard !file.bytes[end - 1].isBlankOrLineEnd, end + 1 == range.upperBound || !file.bytes[end + 1].isASCIILetterOrDigit,
            file.bytes[start..<end].contains(where: { formulaSigns.contains($0) })
                || !isDigit(file.bytes[start]) && !file.bytes[start..<end].contains(where: \.isBlankOrLineEnd)
        else { return nil }
        return file.span(place..<end + 1)
    }

    /// As far as the next dollar, which no formula can end at again.
    private func dollarsPassed(from place: Int) -> Int {
        var end = place + 1
        while end < range.upperBound, file.bytes[end] == UInt8(ascii: "$") { end += 1 }
        return end - place - 1
    }

    private func contents(at place: Int) -> Span? {
        let forms = ["[toc]", "[[toc]]"]
        return forms.first { form in
            place + form.utf8.count <= range.upperBound && file.text(place..<place + form.utf8.count).lowercased() == form
        }.map { file.span(place..<place + $0.utf8.count) }
    }

    private func citation(at place: Int) -> Span? {
        guard hasPrefix("[@", at: place), place + 2 < range.upperBound, file.bytes[place + 2].isASCIILetterOrDigit else { return nil }
        return bracketed(from: place, to: "]")
    }

    private func attributes(at place: Int) -> Span? {
        if hasPrefix("{{", at: place) || hasPrefix("{%", at: place) { return bracketed(from: place, to: "}") }
        guard place + 2 < range.upperBound, Set(".#:".utf8).contains(file.bytes[place + 1]) else { return nil }
        return bracketed(from: place, to: "}")
    }

    private func emoji(at place: Int) -> Span? {
        guard place == range.lowerBound || file.bytes[place - 1].isBlankOrLineEnd else { return nil }
        let name = file.bytes[(place + 1)..<range.upperBound].prefix { isNameByte($0) && !isCapital($0) }
        guard name.count > 1, name.contains(where: { !isDigit($0) }), hasPrefix(":", at: name.endIndex),
            name.endIndex + 1 == range.upperBound || !isNameByte(file.bytes[name.endIndex + 1])
        else { return nil }
        return file.span(place..<name.endIndex + 1)
    }

    private func command(at place: Int) -> Span? {
        guard place == range.lowerBound || file.bytes[place - 1].isBlankOrLineEnd else { return nil }
        // The author may have escaped the backslash.
        let start = place + (hasPrefix("\\\\", at: place) ? 2 : 1)
        guard start < range.upperBound else { return nil }
        let name = file.bytes[start..<range.upperBound].prefix { isNameByte($0) && !isDigit($0) }
        return commands.contains(String(decoding: name, as: UTF8.self)) ? file.span(place..<name.endIndex) : nil
    }

    /// To the next closing bracket, which may be doubled.
    private func bracketed(from place: Int, to sign: Unicode.Scalar) -> Span? {
        let close = UInt8(ascii: sign)
        guard var end = file.bytes[place..<min(place + longestBraces, range.upperBound)].firstIndex(of: close) else { return nil }
        while end + 1 < range.upperBound, file.bytes[end + 1] == close { end += 1 }
        return file.span(place..<end + 1)
    }

    private func hasPrefix(_ prefix: String, at place: Int) -> Bool {
        place < range.upperBound && file.bytes[place..<range.upperBound].starts(with: prefix.utf8)
    }
}

extension [MarkdownInline] {
    /// What is a mark at the beginning of a line: `: a definition`.
    var lineMarks: [Diagnostic] {
        var begins = true
        return compactMap { inline in
            defer { begins = inline.endsLine }
            guard begins, case .text = inline.content, inline.span.text.hasPrefix(": ") || inline.span.text.hasPrefix(":\t") else { return nil }
            return .error(
                inline.span.file.span(inline.span.range.lowerBound..<inline.span.range.lowerBound + 1), "there are no lists of definitions",
                hint: "write a list: - **Term**: what it means; for the sign itself, write \\:")
        }
    }
}

extension MarkdownInline {
    fileprivate var endsLine: Bool {
        switch content {
        case .softBreak, .hardBreak: true
        case .text, .emphasis, .strong, .shifted, .link, .image, .footnote, .code, .html: false
        }
    }
}

extension MarkdownList {
    /// The boxes of a list of tasks: `- [ ] to do`.
    var tasks: [Diagnostic] {
        items.compactMap { item in
            guard case .paragraph(let inlines)? = item.blocks.first?.content, let first = inlines.first, case .text = first.content,
                ["[ ]", "[x]", "[X]"].contains(where: { first.span.text == $0 || first.span.text.hasPrefix($0 + " ") })
            else { return nil }
            let start = first.span.range.lowerBound
            return .error(
                first.span.file.span(start..<start + 3), "there are no boxes to be ticked",
                hint: "write what is done and what is not in words; for the signs themselves, write \\[")
        }
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

private func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

private func isNameByte(_ byte: UInt8) -> Bool { byte.isASCIILetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte >= 0x80 }

/// What an amount of money has not.
private let formulaSigns = Set("^_\\{}".utf8)
/// In bytes: nobody means longer ones.
private let longestBraces = 300
private let commands: Set<String> = [
    "newpage", "pagebreak", "clearpage", "begin", "end", "cite", "ref", "label", "footnote", "textbf", "textit", "emph", "LaTeX", "vspace",
    "hspace", "noindent", "centering", "section", "subsection", "item", "includegraphics", "tableofcontents",
]
