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
        self.silenced = silenced.map { ($0, Array($0.value.lowercased())) }.filter { !$0.text.isEmpty }
    }

    /// The entries that no text has had a number for.
    var unused: [Located<String>] { silenced.indices.filter { !used.contains($0) }.map { silenced[$0].entry } }

    /// The numbers of a paragraph, in order, without dates and what the author lists.
    mutating func unmarked(in inlines: [Inline]) -> [Located<String>] {
        let pieces = inlines.searchedTexts
        let text = pieces.flatMap { Array($0.value) }
        guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
        var cursors: [Int: Int] = [:]
        var numbers: [Range<Int>] = []
        for range in words.numbers(in: text) where !isSilenced(range, in: text) { numbers.append(range) }
        return numbers.map { range in
            let number = String(text[range])
            return Located(number, at: place(of: number, at: range.lowerBound, in: pieces, &cursors))
        }
    }

    private mutating func isSilenced(_ range: Range<Int>, in text: [Character]) -> Bool {
        let index = silenced.firstIndex { _, entry in
            let first = max(0, range.upperBound - entry.count)
            let last = min(range.lowerBound, text.count - entry.count)
            guard first <= last else { return false }
            return (first...last).contains { start in
                zip(text[start..<start + entry.count], entry).allSatisfy { $0 == $1 || $0.lowercased() == String($1) }
            }
        }
        if let index { used.insert(index) }
        return index != nil
    }

    /// Where a number of the joined text stands in the file.
    private func place(of number: String, at offset: Int, in pieces: [Located<String>], _ cursors: inout [Int: Int]) -> Span {
        var end = 0
        for (index, piece) in pieces.enumerated() {
            end += piece.value.count
            guard offset < end else { continue }
            let wanted = Array(number.utf8)
            let (file, range) = (piece.span.file, piece.span.range)
            var start = cursors[index] ?? range.lowerBound
            while start + wanted.count <= range.upperBound {
                if file.bytes[start..<start + wanted.count].elementsEqual(wanted) {
                    cursors[index] = start + wanted.count
                    return file.span(start..<start + wanted.count)
                }
                start += 1
            }
            return piece.span
        }
        return pieces.last?.span ?? pieces[0].span
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
            case .note, .lineBreak: []
            }
        }
    }
}
