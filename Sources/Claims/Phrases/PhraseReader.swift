import Figures
package import Statistics

/// Reads phrases by the patterns of a phrasebook.
package struct PhraseReader: Sendable {
    private let phrasebook: Phrasebook
    private let wording: Wording
    private let patterns: Patterns
    private let qualifiers: [[String]]
    /// By their first words, the longest first.
    private let provinces: [String: [(words: [String], name: String)]]
    private let synonyms: Synonyms

    package init(_ evidence: Evidence) {
        phrasebook = evidence.phrasebook
        wording = evidence.data.wording
        patterns = Patterns(phrasebook)
        let synonyms = Synonyms(of: wording.province, evidence.data.provinceNoun)
        self.synonyms = synonyms
        qualifiers = phrasebook.qualifiers.map { Tokens($0).words }.sorted { $0.count > $1.count }
        let spellings = evidence.names.spellings.map { (words: synonyms.replaced(in: Tokens($0.written).words), name: $0.name) }
        provinces = Dictionary(grouping: spellings.filter { !$0.words.isEmpty }.sorted { $0.words.count > $1.words.count }) { $0.words[0] }
    }

    /// What a phrase claims; nil where it is none that the phrasebook knows.
    ///
    /// - Parameters:
    ///   - month: the one that the claim is about, from which "December" or "the month before" is counted.
    ///   - nouns: what may follow a number: "attacks", "confirmed attacks".
    package func read(_ text: String, month: Month, nouns: [String]) -> Statement? {
        var words = synonyms.replaced(in: Tokens(text).words.flatMap(parted))
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
            provinces: provinces, nouns: nouns.map { synonyms.replaced(in: Tokens($0).words) }.sorted { $0.count > $1.count })
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

/// What the report calls its provinces, read as the word that patterns know.
private struct Synonyms: Sendable {
    private let pairs: [(own: [String], known: [String])]

    init(of known: Noun, _ own: Noun) {
        guard known != own else {
            pairs = []
            return
        }
        pairs = [(own.plural, known.plural), (own.singular, known.singular)].map { (Tokens($0.0).words, Tokens($0.1).words) }.filter { !$0.own.isEmpty }
    }

    func replaced(in words: [String]) -> [String] {
        guard !pairs.isEmpty else { return words }
        var result: [String] = []
        var rest = words[...]
        while let word = rest.first {
            if let pair = pairs.first(where: { rest.starts(with: $0.own) }) {
                result += pair.known
                rest = rest.dropFirst(pair.own.count)
            } else {
                result.append(word)
                rest = rest.dropFirst()
            }
        }
        return result
    }
}

/// More than any phrase has: a paragraph in brackets is not tried against every pattern.
private let mostWords = 40
