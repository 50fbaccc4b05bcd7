import Claims
import Diagnostics

/// Finds numbers in prose that are part of no claim.
struct NumberSearch {
    private let words: NumberWords
    private let silenced: [(entry: Located<String>, text: [Character])]
    /// The entries that have silenced a number.
    private var used: Set<Int> = []

    init(_ evidence: Evidence, silenced: [Located<String>]) {
        words = evidence.numberWords
        self.silenced = silenced.map { entry in
            (entry, FoldedText(Array(entry.value.drop(while: \.isWhitespace))).characters)
        }.filter { !$0.text.isEmpty }
    }

    /// The entries that no text has had a number for.
    var unused: [Located<String>] { silenced.indices.filter { !used.contains($0) }.map { silenced[$0].entry } }

    /// The numbers of a paragraph, in order, without dates and what the author lists.
    mutating func unmarked(in inlines: [Inline]) -> [Located<String>] {
        let pieces = inlines.searchedTexts
        let text = pieces.flatMap { Array($0.value) }
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
        let found = words.numbers(in: text)
        guard !found.isEmpty else { return [] }
        let folded = silenced.isEmpty ? nil : FoldedText(text)
        var numbers: [Located<String>] = []
        // The piece that a number begins in, where that ends in the text, and how far the file has been searched for it.
        var (piece, end) = (0, pieces[0].value.count)
        var cursor = Cursor(place: pieces[0].span.range.lowerBound)
        for range in found where !(folded.map { isSilenced(range, in: $0) } ?? false) {
            while range.lowerBound >= end, piece + 1 < pieces.count {
                piece += 1
                end += pieces[piece].value.count
                cursor = Cursor(place: pieces[piece].span.range.lowerBound)
            }
            let number = String(text[range])
            numbers.append(Located(number, at: place(of: number, in: pieces[piece].span, &cursor)))
        }
        return numbers
    }

    private mutating func isSilenced(_ range: Range<Int>, in folded: FoldedText) -> Bool {
        let text = folded.characters
        let range = folded.range(range)
        let index = silenced.firstIndex { _, entry in
            let first = max(0, range.upperBound - entry.count)
            let last = min(range.lowerBound, text.count - entry.count)
            guard first <= last else { return false }
            return (first...last).contains { start in
                text[start..<start + entry.count].elementsEqual(entry)
            }
        }
        if let index { used.insert(index) }
        return index != nil
    }

    /// How far a piece of the file has been searched.
    private struct Cursor {
        var place: Int
        /// Numbers that were not found: written as entities, say. Each has the rest of the piece searched.
        var misses = 0
    }

    /// Where a number stands in the file, from a place on; all of the piece where it is written another way there.
    private func place(of number: String, in piece: Span, _ cursor: inout Cursor) -> Span {
        let wanted = Array(number.utf8)
        let (bytes, last) = (piece.file.bytes, piece.range.upperBound - wanted.count)
        guard let first = wanted.first, cursor.misses < 20, cursor.place <= last else { return piece }
        for start in cursor.place...last where bytes[start] == first && bytes[start..<start + wanted.count].elementsEqual(wanted) {
            cursor.place = start + wanted.count
            return piece.file.span(start..<cursor.place)
        }
        cursor.misses += 1
        return piece
    }
}

extension [Inline] {
    /// The texts outside claims and code; a break in their place, so that no number reaches over one.
    fileprivate var searchedTexts: [Located<String>] {
        flatMap { inline -> [Located<String>] in
            switch inline {
            case .text(let text): [text]
            case .emphasis(let inner), .strong(let inner), .link(_, let inner), .language(_, let inner), .figure(_, let inner): inner.searchedTexts
            case .claim(let claim, _): [Located(" \u{FFFC} ", at: claim.phrase.span)]
            case .code(let text): [Located(" \u{FFFC} ", at: text.span)]
            // The 2 of "km²" counts nothing.
            case .shifted(_, let inner): inner.place.map { [Located("\u{FFFC}", at: $0)] } ?? []
            case .note, .lineBreak: []
            }
        }
    }
}
