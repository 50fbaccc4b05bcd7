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
            for (offset, sort) in breaks(within: word, width: width, hyphenation: hyphenation) {
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

    /// The breaks within a word: after dashes, at hyphenation points, and anywhere where no line could hold it.
    private func breaks(
        within word: Range<Int>, width: Double, hyphenation: HyphenationPoints?
    ) -> [(offset: Int, sort: BreakPoint.Sort)] {
        guard word.count > 1 else { return [] }
        var found: [Int: BreakPoint.Sort] = [:]
        for offset in dashEnds(in: word) { found[offset] = .after }
        if let hyphenation {
            for part in letters(in: word) where isHyphenated(at: part.lowerBound) && isHyphenated(at: part.upperBound - 1) {
                for offset in hyphenation(String(decoding: bytes[part], as: UTF8.self)) where found[part.lowerBound + offset] == nil {
                    found[part.lowerBound + offset] = .hyphen
                }
            }
        }
        guard !found.isEmpty || positions[word.upperBound] - positions[word.lowerBound] > width else { return [] }
        var breaks: [(offset: Int, sort: BreakPoint.Sort)] = []
        var start = word.lowerBound
        for end in found.keys.sorted() + [word.upperBound] {
            let hyphen = found[end] == .hyphen ? hyphenWidth(before: end) : 0
            if positions[end] - positions[start] + hyphen > width {
                breaks += characterEnds(in: start..<end).map { ($0, .emergency) }
            }
            if let sort = found[end] { breaks.append((end, sort)) }
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

    /// Before the letters and digits that follow a dash or a slash within a word.
    private func dashEnds(in word: Range<Int>) -> [Int] {
        guard bytes[word].contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "/") || $0 == firstOfDash }) else {
            return []
        }
        var ends: [Int] = []
        var offset = word.lowerBound
        var previous: Character?
        for character in String(decoding: bytes[word], as: UTF8.self) {
            // A dash that begins a word, a minus among them, stays with it.
            if let before = previous, dashes.contains(before), offset - word.lowerBound > before.utf8.count,
                character.isLetter || character.isNumber
            {
                ends.append(offset)
            }
            offset += character.utf8.count
            previous = character
        }
        return ends
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
private let dashes: [Character] = ["-", "–", "—", "/"]
/// Of the dashes from U+2010 in UTF-8.
private let firstOfDash: UInt8 = 0xE2
/// In bytes: no language parts a word of fewer letters.
private let shortestHyphenated = 5
