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
}

extension PhraseReader {
    /// "second-highest" as the two words that patterns know.
    private func parted(_ word: String) -> [String] {
        guard let dash = word.firstIndex(of: "-"), phrasebook.words.ordinals[String(word[..<dash])] != nil else { return [word] }
        return [String(word[..<dash]), String(word[word.index(after: dash)...])].filter { !$0.isEmpty }
    }
}

/// More than any phrase has: a paragraph in brackets is not tried against every pattern.
private let mostWords = 40

/// What was read out of a phrase.
private struct Captures {
    var numbers: [Amount] = []
    var share: Amount?
    var multiple: Double?
    var months: [Month] = []
    var year: Int?
    var span: Int?
    var ordinal: Int?
    var province: String?
    var tags: [String] = []
}

/// A phrase held against patterns, from left to right, with a way back at each choice.
private final class PatternMatch {
    let tokens: Tokens
    /// Of the words, as patterns have them.
    let numbers: [Int]
    let reading: WordReading
    let provinces: [(words: [String], name: String)]
    let nouns: [[String]]
    /// What a capture reads at a place: many patterns ask for it.
    private var known: [Int: [(Int, (inout Captures) -> Void)]] = [:]
    /// What was read on the way so far.
    private var found = Captures()

    init(tokens: Tokens, numbers: [Int], reading: WordReading, provinces: [(words: [String], name: String)], nouns: [[String]]) {
        self.tokens = tokens
        self.numbers = numbers
        self.reading = reading
        self.provinces = provinces
        self.nouns = nouns
    }

    func captures(of pattern: Patterns.Row) -> Captures? {
        guard pattern.canBegin(with: numbers.first ?? -1) else { return nil }
        found = Captures()
        return match(pattern.nodes[...], at: 0) { $0 == numbers.count } ? found : nil
    }

    private func match(_ nodes: ArraySlice<Patterns.Node>, at place: Int, then rest: (Int) -> Bool) -> Bool {
        guard let node = nodes.first else { return rest(place) }
        let others = nodes.dropFirst()
        switch node {
        case .word(let word):
            guard place < numbers.count, numbers[place] == word else { return false }
            return match(others, at: place + 1, then: rest)
        case .tag(let tag):
            found.tags.append(tag)
            if match(others, at: place, then: rest) { return true }
            found.tags.removeLast()
            return false
        case .choice(let rows):
            let word = place < numbers.count ? numbers[place] : -1
            return rows.contains { row in
                row.canBegin(with: word) && match(row.nodes[...], at: place) { match(others, at: $0, then: rest) }
            }
        case .capture(let capture):
            for (length, store) in knownCandidates(capture, at: place) {
                let before = found
                store(&found)
                if match(others, at: place + length, then: rest) { return true }
                found = before
            }
            return false
        }
    }

    private func knownCandidates(_ capture: Patterns.Capture, at place: Int) -> [(Int, (inout Captures) -> Void)] {
        let key = capture.rawValue * (numbers.count + 1) + place
        if let found = known[key] { return found }
        let found = candidates(capture, at: place)
        known[key] = found
        return found
    }

    private func candidates(_ capture: Patterns.Capture, at place: Int) -> [(Int, (inout Captures) -> Void)] {
        switch capture {
        case .n: reading.numbers(tokens, at: place).map { number in (number.length, { $0.numbers.append(number.value) }) }
        case .share: reading.shares(tokens, at: place).map { share in (share.length, { $0.share = share.value }) }
        case .multiple: word(reading.words.multiples, at: place)
        case .divisor: word(reading.words.divisors, at: place)
        case .month: reading.months(tokens, at: place).map { month in (month.length, { $0.months.append(month.value) }) }
        case .year: reading.year(tokens, at: place).map { year in (year.length, { $0.year = year.value }) }
        case .span: reading.spans(tokens, at: place).map { span in (span.length, { $0.span = span.value }) }
        case .ordinal: reading.ordinals(tokens, at: place).map { ordinal in (ordinal.length, { $0.ordinal = ordinal.value }) }
        case .province:
            provinces.filter { tokens.hasWords($0.words, at: place) }.map { province in
                (province.words.count, { $0.province = province.name })
            }
        case .noun: nouns.filter { !$0.isEmpty && tokens.hasWords($0, at: place) }.map { ($0.count, { _ in }) }
        }
    }

    private func word(_ multiples: [String: Double], at place: Int) -> [(Int, (inout Captures) -> Void)] {
        guard place < tokens.words.count, let multiple = multiples[tokens.words[place]] else { return [] }
        return [(1, { $0.multiple = multiple })]
    }
}

extension Captures {
    /// What a phrase of a sort claims; nil where something is missing for it.
    func assertion(of sort: PhraseSort) -> Assertion? {
        switch sort {
        case .number: numbers.first.map { .amount(.rounded, $0) }
        case .atLeast: numbers.first.map { .amount(.atLeast, $0) }
        case .atMost: numbers.first.map { .amount(.atMost, $0) }
        case .moreThan: numbers.first.map { .amount(.moreThan, $0) }
        case .fewerThan: numbers.first.map { .amount(.fewerThan, $0) }
        case .exactly: numbers.first.map { .amount(.exactly, $0) }
        case .about: numbers.first.map { .amount(.about, $0) }
        case .nearly: numbers.first.map { .amount(.nearly, $0) }
        case .justOver: numbers.first.map { .amount(.justOver, $0) }
        case .between: numbers.count == 2 ? .between(numbers[0].value, numbers[1].value) : nil
        case .none: Assertion.none

        case .share: share.map { .share(bound, $0) }
        case .majority: .majority
        case .all: .all

        case .rise: .change(.rise, base)
        case .fall: .change(.fall, base)
        case .unchanged: .change(.unchanged, base)
        case .steady: .steady(base)
        case .changeTo: numbers.first.map { .changeBetween(nil, $0, bound, direction, base) }
        case .changeFrom: numbers.first.map { .changeBetween($0, nil, .rounded, direction, base) }
        case .changeFromTo: changeFromTo
        case .difference: numbers.first.flatMap { number in direction.map { .difference($0, bound, number, base) } }
        case .relativeChange: share.flatMap { share in direction.map { .relativeChange($0, bound, share, base) } }
        case .multiple: (multiple ?? numbers.first?.value).map { .multiple(bound, $0, base) }
        case .divided: multiple.map { .divided(bound, $0, base) }

        case .most: reach.map { .extreme(.most, $0, rank: 1, isJoint: false) }
        case .least: reach.map { .extreme(.least, $0, rank: 1, isJoint: false) }
        case .jointMost: reach.map { .extreme(extreme, $0, rank: 1, isJoint: true) }
        case .nthMost: reach.flatMap { reach in ordinal.map { .extreme(extreme, reach, rank: $0, isJoint: false) } }
        case .first: reach.map { .first($0) }
        case .onlyBehindMonth: onlyBehind

        case .run: ordinal.map { .run(run, $0, isExact: true) }
        case .runOfMonths: numbers.first.map { .run(run, Int(min($0.value, 1e6)), isExact: false) }

        case .mostOfProvinces: .rankOfProvinces(.most, 1)
        case .leastOfProvinces: .rankOfProvinces(.least, 1)
        case .nthOfProvinces: ordinal.map { .rankOfProvinces(extreme, $0) }
        case .onlyBehindProvince: province.map { .onlyBehindProvince($0) }
        case .againstProvince: province.map { .againstProvince($0, direction ?? .unchanged) }

        case .aboveMean: window.map { .mean(.rise, $0) }
        case .belowMean: window.map { .mean(.fall, $0) }
        case .nearMean: window.map { .mean(.unchanged, $0) }
        }
    }

    private var changeFromTo: Assertion? {
        guard numbers.count == 2 else { return nil }
        let (from, to) = tags.contains("backwards") ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
        return .changeBetween(from, to, .rounded, direction, base)
    }

    private var onlyBehind: Assertion? {
        guard let ahead = months.first else { return nil }
        var others = self
        others.months.removeFirst()
        return .onlyBehind(ahead, others.reach ?? .record)
    }

    private var bound: Bound { tags.lazy.compactMap(Bound.init(rawValue:)).first ?? .rounded }

    private var direction: Change.Direction? {
        if tags.contains("rise") { return .rise }
        return tags.contains("fall") ? .fall : nil
    }

    private var base: Base {
        if let month = months.first { return .month(month) }
        return tags.contains("year") ? .yearBefore : .previous
    }

    private var extreme: Extreme { tags.contains("least") ? .least : .most }

    private var run: Run {
        if tags.contains("zero") { return .zeros }
        return direction.map { $0 == .rise ? .rises : .falls } ?? .sameChanges
    }

    private var reach: Reach? {
        if tags.contains("record") { return .record }
        if tags.contains("thisYear") { return .thisYear }
        if let month = months.first { return .sinceMonth(month) }
        if let span { return .span(span) }
        return year.map { tags.contains("inYear") ? .year($0) : .sinceYear($0) }
    }

    private var window: Window? {
        if let span { return .last(span) }
        if let year { return .year(year) }
        return months.first.map { .since($0) }
    }
}
