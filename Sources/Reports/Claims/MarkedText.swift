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
    var mayHoldClaims: Bool { ClaimMark(in: Substring(value)) != nil }

    /// A text of one line with its claims, `[33](=attacks)` or `[33](<=attacks@Deir Ez Zor>)`, set with typographic marks.
    ///
    /// All else that Markdown would mark stands as it is: a title has no emphasis and no links.
    package var marked: [Inline] {
        var typography = Typography()
        var inlines: [Inline] = []
        var rest = Substring(value)
        var cursor = span.range.lowerBound
        func words(_ text: Substring) {
            if !text.isEmpty { inlines.append(.text(Located(typography.set(String(text)), at: span))) }
        }
        while let mark = ClaimMark(in: rest) {
            words(rest[..<mark.range.lowerBound])
            let phrase = typography.set(String(rest[mark.phrase]))
            let place = place(of: rest[mark.range], from: &cursor)
            func stretch(_ part: Range<Substring.Index>) -> Span {
                guard let place else { return span }
                let before = rest[mark.range.lowerBound..<part.lowerBound].utf8.count
                return span.file.span(place + before..<place + before + rest[part].utf8.count)
            }
            let claim = Claim(
                phrase: Located(phrase, at: stretch(mark.phrase)),
                destination: Located<String>(String(rest[mark.destination]), at: stretch(mark.destination)))
            inlines.append(.claim(claim, phrase.isEmpty ? [] : [.text(Located(phrase, at: stretch(mark.phrase)))]))
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

/// Characters; what is longer is no destination.
private let longestDestination = 2_000

/// The first claim in a text.
private struct ClaimMark {
    /// With its brackets.
    var range: Range<Substring.Index>
    var phrase: Range<Substring.Index>
    /// Without the `=`.
    var destination: Range<Substring.Index>

    init?(in text: Substring) {
        var opening: Substring.Index?
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == "[" { opening = index }
            if let start = opening, text[index] == "]", let (destination, end) = Self.tail(text[text.index(after: index)...]) {
                phrase = text.index(after: start)..<index
                self.destination = destination
                range = start..<end
                return
            }
            index = text.index(after: index)
        }
        return nil
    }

    /// `(=…)` or `(<=…>)` at the beginning of a text: the destination and what follows it.
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
        guard text.hasPrefix("(=") else { return nil }
        let start = text.index(text.startIndex, offsetBy: 2)
        var depth = 0
        var end = start
        let text = text.prefix(longestDestination)
        while end < text.endIndex {
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
