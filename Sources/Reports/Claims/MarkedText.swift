import Claims
import Diagnostics

extension Located<String> {
    /// The destination of a claim, without the `=` that marks it; nil for any other.
    var claimed: Located<String>? {
        guard value.hasPrefix("=") else { return nil }
        let range = span.range
        let isWritten = span.text.hasPrefix("=")
        return Located(String(value.dropFirst()), at: span.file.span(isWritten ? range.lowerBound + 1..<range.upperBound : range))
    }

    /// Whether it would print a claim as it is written.
    var mayHoldClaims: Bool {
        var rest = Substring(value)
        while let mark = LinkMark(in: rest) {
            if mark.isClaim { return true }
            rest = rest[mark.range.upperBound...]
        }
        return false
    }

    /// A text of one line as it is printed where nothing can be a link: with typographic marks, and with the addresses of links
    /// after their words.
    var withAddresses: Located<String> {
        LinkMark(in: Substring(value)) == nil ? typeset : Located(marked.printedText, at: span)
    }

    /// A text of one line with its claims, `[33](=attacks)` or `[33](<=attacks@Deir Ez Zor>)`, and its links,
    /// `[words](https://…)`, set with typographic marks.
    ///
    /// All else that Markdown would mark stands as it is: a title has no emphasis.
    package var marked: [Inline] {
        var typography = Typography()
        var inlines: [Inline] = []
        var rest = Substring(value)
        var cursor = span.range.lowerBound
        func words(_ text: Substring) {
            if !text.isEmpty { inlines.append(.text(Located(typography.set(String(text)), at: span))) }
        }
        while let mark = LinkMark(in: rest) {
            words(rest[..<mark.range.lowerBound])
            let phrase = typography.set(String(rest[mark.phrase]))
            let place = place(of: rest[mark.range], from: &cursor)
            func stretch(_ part: Range<Substring.Index>) -> Span {
                guard let place else { return span }
                let before = rest[mark.range.lowerBound..<part.lowerBound].utf8.count
                return span.file.span(place + before..<place + before + rest[part].utf8.count)
            }
            let destination = Located<String>(String(rest[mark.destination]), at: stretch(mark.destination))
            let shown: [Inline] = phrase.isEmpty ? [] : [.text(Located(phrase, at: stretch(mark.phrase)))]
            inlines.append(
                mark.isClaim
                    ? .claim(Claim(phrase: Located(phrase, at: stretch(mark.phrase)), destination: destination), shown)
                    : .link(address: destination.value, shown.isEmpty ? [.text(destination)] : shown))
            rest = rest[mark.range.upperBound...]
        }
        words(rest)
        return inlines
    }

    /// Where a part of the text begins in the file; nil where YAML writes it another way, over two lines say.
    private func place(of part: Substring, from cursor: inout Int) -> Int? {
        let wanted = Array(part.utf8)
        let bytes = span.file.bytes
        var start = cursor
        while start + wanted.count <= span.range.upperBound {
            if bytes[start..<start + wanted.count].elementsEqual(wanted) {
                cursor = start + wanted.count
                return start
            }
            start += 1
        }
        return nil
    }
}

/// How addresses begin that a PDF can lead to.
private let schemes = ["http://", "https://", "mailto:"]

/// Characters; what is longer is no destination.
private let longestDestination = 2_000

extension [Inline] {
    /// The words alone, with the addresses of links after them.
    var printedText: String {
        map { inline in
            guard case .link(let address, let words) = inline, words.plainText != address else { return [inline].plainText }
            return "\(words.plainText) (\(address))"
        }.joined()
    }
}

/// The first claim or link in a text.
private struct LinkMark {
    /// With its brackets.
    var range: Range<Substring.Index>
    var phrase: Range<Substring.Index>
    /// Without the `=` of a claim.
    var destination: Range<Substring.Index>
    var isClaim: Bool

    init?(in text: Substring) {
        var opening: Substring.Index?
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == "[" { opening = index }
            if let start = opening, text[index] == "]", let (destination, end) = Self.tail(text[text.index(after: index)...]) {
                phrase = text.index(after: start)..<index
                self.destination = destination
                isClaim = !schemes.contains { text[destination].hasPrefix($0) }
                range = start..<end
                return
            }
            index = text.index(after: index)
        }
        return nil
    }

    /// `(=…)`, `(<=…>)` or `(https://…)` at the beginning of a text: the destination and what follows it.
    private static func tail(_ text: Substring) -> (Range<Substring.Index>, Substring.Index)? {
        if text.hasPrefix("(<=") {
            let start = text.index(text.startIndex, offsetBy: 3)
            var end = start
            let text = text.prefix(longestDestination)
            while end < text.endIndex {
                // A comparison has such a sign too.
                if text[end...].hasPrefix(">)") { return (start..<end, text.index(end, offsetBy: 2)) }
                end = text.index(after: end)
            }
            return nil
        }
        let isAddress = schemes.contains { text.dropFirst().hasPrefix($0) }
        guard text.hasPrefix("(=") || text.first == "(" && isAddress else { return nil }
        let start = text.index(text.startIndex, offsetBy: isAddress ? 1 : 2)
        var depth = 0
        var end = start
        let text = text.prefix(longestDestination)
        while end < text.endIndex {
            if isAddress, text[end].isWhitespace { return nil }
            if text[end] == "(" { depth += 1 }
            if text[end] == ")" {
                if depth == 0 { return (start..<end, text.index(after: end)) }
                depth -= 1
            }
            end = text.index(after: end)
        }
        return nil
    }
}
