import Figures

/// The numbers of a text, in digits or in words, as a reader would take them for figures.
package struct NumberWords: Sendable {
    private let words: Phrasebook.Words
    private let monthNames: Set<String>

    init(_ words: Phrasebook.Words, wording: Wording) {
        self.words = words
        monthNames = Set((wording.monthNames + wording.shortMonthNames).map { $0.lowercased() })
    }

    private struct Word {
        var text: String
        var range: Range<Int>
        /// Whether punctuation stands between it and the next one.
        var endsPart: Bool
    }

    /// Where numbers stand, in characters: from two on where they are written out. Days, months and years are none.
    package func numbers(in text: [Character]) -> [Range<Int>] {
        let found = split(text)
        var isDate = [Bool](repeating: false, count: found.count)
        for (index, word) in found.enumerated() where monthNames.contains(base(word.text)) { markDate(around: index, found, &isDate) }
        var numbers: [Range<Int>] = []
        var index = 0
        while index < found.count {
            let start = index
            if !isDate[start], isDigits(found[start].text), !isYear(found[start].text) {
                numbers.append(found[start].range)
            } else if isSpelt(found[start].text) {
                while index + 1 < found.count, !found[index].endsPart, continues(found, index + 1) { index += 1 }
                numbers.append(found[start].range.lowerBound..<found[index].range.upperBound)
            }
            index += 1
        }
        return numbers
    }

    /// Days before a month, also several, and a day or a year after it.
    private func markDate(around index: Int, _ found: [Word], _ isDate: inout [Bool]) {
        var before = index - 1
        while before >= 0, isDay(found[before].text) || words.dateJoins.contains(found[before].text) && before > 0 && isDay(found[before - 1].text) {
            isDate[before] = true
            before -= 1
        }
        if index + 1 < found.count, !found[index].endsPart, isDay(found[index + 1].text) || isFourDigits(found[index + 1].text) {
            isDate[index + 1] = true
        }
    }

    private func base(_ word: String) -> String {
        word.hasSuffix(words.possessive) ? String(word.dropLast(words.possessive.count)) : word
    }

    private func isDay(_ word: String) -> Bool { Int(word).map { (1...31).contains($0) } ?? false }

    private func isYear(_ word: String) -> Bool {
        isFourDigits(word) && Int(base(word)).map { (1900...2100).contains($0) } ?? false
    }

    private func isFourDigits(_ word: String) -> Bool { base(word).utf8.count == 4 && Int(base(word)) != nil }

    private func isDigits(_ word: String) -> Bool {
        word.first?.isNumber ?? false && word.allSatisfy { $0.isNumber || ".,%–-’s".contains($0) }
    }

    private func isSpelt(_ word: String) -> Bool {
        let parts = word.split(separator: "-").map(String.init)
        guard !parts.isEmpty, parts.allSatisfy({ words.numbers[$0] != nil }) else { return false }
        return parts.compactMap { words.numbers[$0] }.reduce(0, +) >= 2
    }

    private func continues(_ found: [Word], _ index: Int) -> Bool {
        let word = found[index].text
        if words.scales[word] != nil { return true }
        return words.numberJoins.contains(word) && words.scales[found[index - 1].text] != nil && index + 1 < found.count
            && isSpelt(found[index + 1].text)
            || isSpelt(word) && (words.scales[found[index - 1].text] != nil || words.numberJoins.contains(found[index - 1].text))
    }

    private func split(_ text: [Character]) -> [Word] {
        var found: [Word] = []
        var start = 0
        while start < text.count {
            guard text[start].isOfWord else {
                start += 1
                continue
            }
            var end = start
            while end < text.count, !text[end].isBetweenWords { end += 1 }
            var last = end
            while last > start + 1, !text[last - 1].isOfWord, text[last - 1] != "%" { last -= 1 }
            let word = String(text[start..<last].map { $0 == "'" ? "’" : $0 }).lowercased()
            found.append(Word(text: word, range: start..<last, endsPart: last < end))
            start = max(end, start + 1)
        }
        return found
    }
}

extension Character {
    /// A letter or a digit. Most are ASCII, which needs no table.
    fileprivate var isOfWord: Bool {
        guard let byte = asciiValue else { return isLetter || isNumber }
        return byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
    }

    /// White space, a dash, or what stands for a claim.
    fileprivate var isBetweenWords: Bool {
        if let byte = asciiValue { return byte <= 0x20 }
        return isWhitespace || self == "\u{FFFC}" || self == "—"
    }
}

extension Evidence {
    package var numberWords: NumberWords { NumberWords(phrasebook.words, wording: data.wording) }
}
