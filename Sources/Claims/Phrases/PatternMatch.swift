/// A phrase held against patterns, from left to right, with a way back at each choice.
final class PatternMatch {
    let tokens: Tokens
    /// Of the words, as patterns have them.
    let numbers: [Int]
    let reading: WordReading
    /// By their first words.
    let provinces: [String: [(words: [String], name: String)]]
    let nouns: [[String]]
    /// What a capture reads at a place: many patterns ask for it.
    private var known: [Int: [(Int, (inout Captures) -> Void)]] = [:]
    /// What was read on the way so far.
    private var found = Captures()

    init(tokens: Tokens, numbers: [Int], reading: WordReading, provinces: [String: [(words: [String], name: String)]], nouns: [[String]]) {
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
        case .own: reading.ownMonth(tokens, at: place).map { own in (own.length, { _ in }) }
        case .year: reading.year(tokens, at: place).map { year in (year.length, { $0.year = year.value }) }
        case .span: reading.spans(tokens, at: place).map { span in (span.length, { $0.span = span.value }) }
        case .ordinal: reading.ordinals(tokens, at: place).map { ordinal in (ordinal.length, { $0.ordinal = ordinal.value }) }
        case .province:
            (place < tokens.words.count ? provinces[tokens.words[place]] ?? [] : []).filter { tokens.hasWords($0.words, at: place) }.map { province in
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
