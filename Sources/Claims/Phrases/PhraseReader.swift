import Figures
package import Statistics

/// Reads phrases by the patterns of a phrasebook.
package struct PhraseReader: Sendable {
    private let phrasebook: Phrasebook
    private let wording: Wording
    private let patterns: Patterns
    private let qualifiers: [[String]]
    private let provinces: [(words: [String], name: String)]

    package init(_ evidence: Evidence) {
        phrasebook = evidence.phrasebook
        wording = evidence.data.wording
        patterns = Patterns(phrasebook)
        qualifiers = phrasebook.qualifiers.map { Tokens($0).words }.sorted { $0.count > $1.count }
        provinces = evidence.names.spellings.map { (Tokens($0.written).words, $0.name) }.sorted { $0.0.count > $1.0.count }
    }

    /// What a phrase claims; nil where it is none that the phrasebook knows.
    ///
    /// - Parameters:
    ///   - month: the one that the claim is about, from which "December" or "the month before" is counted.
    ///   - nouns: what may follow a number: "attacks", "confirmed attacks".
    package func read(_ text: String, month: Month, nouns: [String]) -> Statement? {
        var words = Tokens(text).words.flatMap(parted)
        guard words.count <= mostWords else { return nil }
        var isQualified = false
        for qualifier in qualifiers where words.count > qualifier.count {
            if words.suffix(qualifier.count).elementsEqual(qualifier) {
                words.removeLast(qualifier.count)
            } else if words.starts(with: qualifier) {
                words.removeFirst(qualifier.count)
            } else {
                continue
            }
            isQualified = true
            break
        }
        let match = PatternMatch(
            tokens: Tokens(words: words), numbers: patterns.numbers(of: words), reading: WordReading(words: phrasebook.words, wording: wording, month: month),
            provinces: provinces, nouns: nouns.map { Tokens($0).words }.sorted { $0.count > $1.count })
        for (index, pattern) in patterns.rows {
            let sort = phrasebook.forms[index].sort
            guard let captures = match.captures(of: pattern), let assertion = captures.assertion(of: sort) else { continue }
            return Statement(sort: sort, assertion: assertion, isQualified: isQualified || captures.tags.contains("qualified"))
        }
        return nil
    }

    /// "second-highest" as the two words that patterns know.
    private func parted(_ word: String) -> [String] {
        guard let dash = word.firstIndex(of: "-"), phrasebook.words.ordinals[String(word[..<dash])] != nil else { return [word] }
        return [String(word[..<dash]), String(word[word.index(after: dash)...])].filter { !$0.isEmpty }
    }
}

/// More than any phrase has: a paragraph in brackets is not tried against every pattern.
private let mostWords = 40
