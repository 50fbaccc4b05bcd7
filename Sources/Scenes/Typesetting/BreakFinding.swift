extension MeasuredText {
    /// Everywhere that a line may end, in order; the end of the text last. Empty for an empty text.
    ///
    /// - Parameter width: a word wider than this may be parted anywhere.
    package func breakPoints(width: Double, hyphenation: HyphenationPoints?) -> [BreakPoint] {
        var points: [BreakPoint] = []
        var spaces = 0.0
        var lineStart = 0
        var index = 0
        while index < bytes.count {
            let word = index..<(bytes[index...].firstIndex { $0 == space || $0 == lineFeed } ?? bytes.count)
            for (offset, sort) in breaks(within: word, isLast: endsParagraph(word), width: width, hyphenation: hyphenation) {
                let hyphen = sort == .hyphen ? hyphenWidth(before: offset) : 0
                points.append(point(sort, end: offset, start: offset, spaces, spaces, added: hyphen))
            }
            // Spaces belong to no line that ends or begins beside them.
            let before = spaces
            index = word.upperBound
            while index < bytes.count, bytes[index] == space {
                spaces += positions[index + 1] - positions[index]
                index += 1
            }
            if index == bytes.count {
                points.append(point(.forced, end: word.upperBound, start: index, before, spaces))
            } else if bytes[index] == lineFeed {
                index += 1
                lineStart = index
                points.append(point(.forced, end: word.upperBound, start: index, before, spaces))
            } else if word.upperBound > lineStart {
                let sort: BreakPoint.Sort = isTied(word, toWordAt: index) ? .tie : .space
                points.append(point(sort, end: word.upperBound, start: index, before, spaces))
            }
        }
        return points
    }

    private func point(
        _ sort: BreakPoint.Sort, end: Int, start: Int, _ spacesBeforeEnd: Double, _ spacesBeforeStart: Double,
        added: Double = 0
    ) -> BreakPoint {
        BreakPoint(
            sort: sort, end: end, start: start, endPosition: positions[end], startPosition: positions[start],
            spacesBeforeEnd: spacesBeforeEnd, spacesBeforeStart: spacesBeforeStart, added: added)
    }

    private func isTied(_ word: Range<Int>, toWordAt next: Int) -> Bool {
        guard let first = bytes[word].first, let last = bytes[word].last else { return false }
        return isDigit(last) || isDigit(bytes[next]) && isCapital(first)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

    /// Whether nothing follows a word but what the author ends a line with.
    private func endsParagraph(_ word: Range<Int>) -> Bool {
        bytes[word.upperBound...].first { $0 != space } ?? lineFeed == lineFeed
    }

    /// The breaks within a word: after dashes and slashes, at hyphenation points, and anywhere where no line could hold it.
    ///
    /// - Parameter isLast: it ends the paragraph, whose last line is to be no rest of a word.
    private func breaks(
        within word: Range<Int>, isLast: Bool, width: Double, hyphenation: HyphenationPoints?
    ) -> [(offset: Int, sort: BreakPoint.Sort)] {
        guard word.count > 1 else { return [] }
        let isTooLong = positions[word.upperBound] - positions[word.lowerBound] > width
        var found: [Int: BreakPoint.Sort] = [:]
        var further: [Int] = []
        for token in tokens(in: word) {
            for offset in token.breaks { found[offset] = .after }
            if isTooLong { further += token.furtherBreaks }
            guard let hyphenation, token.isHyphenated, !isLast || isTooLong else { continue }
            for offset in token.softHyphenEnds { found[offset] = .hyphen }
            for part in letters(in: token.range) where isHyphenated(at: part.lowerBound) && isHyphenated(at: part.upperBound - 1) {
                for offset in hyphenation(String(decoding: bytes[part], as: UTF8.self)) where found[part.lowerBound + offset] == nil {
                    found[part.lowerBound + offset] = .hyphen
                }
            }
        }
        guard !found.isEmpty || isTooLong else { return [] }
        var breaks: [(offset: Int, sort: BreakPoint.Sort)] = []
        var start = word.lowerBound
        var rest = further[...]
        for end in found.keys.sorted() + [word.upperBound] {
            let hyphen = found[end] == .hyphen ? hyphenWidth(before: end) : 0
            let inner = rest.prefix { $0 < end }
            rest = rest.dropFirst(inner.count).drop { $0 == end }
            if positions[end] - positions[start] + hyphen > width {
                breaks += emergencies(in: start..<end, at: inner, width: width, hyphen: hyphen)
            }
            if let sort = found[end] { breaks.append((end, sort)) }
            start = end
        }
        return breaks
    }

    /// The breaks within a part of a word that no line holds: at `offsets`, and anywhere where these do not help.
    private func emergencies(
        in part: Range<Int>, at offsets: ArraySlice<Int>, width: Double, hyphen: Double
    ) -> [(offset: Int, sort: BreakPoint.Sort)] {
        var breaks: [(offset: Int, sort: BreakPoint.Sort)] = []
        var start = part.lowerBound
        for end in offsets + [part.upperBound] {
            if positions[end] - positions[start] + (end == part.upperBound ? hyphen : 0) > width {
                breaks += characterEnds(in: start..<end).map { ($0, .emergency) }
            }
            if end < part.upperBound { breaks.append((end, .after)) }
            start = end
        }
        return breaks
    }

    /// After each character but the last.
    private func characterEnds(in part: Range<Int>) -> [Int] {
        var offset = part.lowerBound
        return String(decoding: bytes[part], as: UTF8.self).dropLast().map { character in
            offset += character.utf8.count
            return offset
        }
    }

    /// A word in its parts: one for most.
    private func tokens(in word: Range<Int>) -> [Token] {
        guard bytes[word].contains(where: Token.hasMeaning) else { return [Token(plain: word)] }
        return Token.tokens(of: String(decoding: bytes[word], as: UTF8.self), from: word.lowerBound)
    }

    /// The stretches of letters in a word, without quotes, dashes and stops around them.
    private func letters(in word: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start: Int?
        for index in word {
            let byte = bytes[index]
            let isLetter = byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
            if isLetter, start == nil { start = index }
            if !isLetter, let begun = start {
                parts.append(begun..<index)
                start = nil
            }
        }
        if let start { parts.append(start..<word.upperBound) }
        return parts.filter { $0.count >= shortestHyphenated }
    }
}

private let space = UInt8(ascii: " ")
private let lineFeed = UInt8(ascii: "\n")
/// In bytes: no language parts a word of fewer letters.
private let shortestHyphenated = 5
