import Figures
import Statistics

/// The words of a phrase, as patterns are held against them: in small letters, without punctuation.
struct Tokens {
    let words: [String]

    /// Commas and the like are left out; `%` and a dash between numbers are words of their own.
    init(_ text: String) {
        var words: [String] = []
        var word = ""
        func end() {
            while let last = word.last, ",;:.".contains(last) { word.removeLast() }
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for character in text.lowercased() {
            switch character {
            case "'": word.append("’")
            case "%", "–", "—":
                end()
                words.append(String(character))
            case "“", "”", "\"", "(", ")": end()
            case _ where character.isWhitespace || character == "\u{A0}": end()
            default: word.append(character)
            }
        }
        end()
        self.words = words
    }

    init(words: [String]) {
        self.words = words
    }

    func hasWords(_ wanted: [String], at place: Int) -> Bool {
        place + wanted.count <= words.count && words[place..<place + wanted.count].elementsEqual(wanted)
    }
}

/// The numbers and the times that words can say, in one language.
struct WordReading {
    let words: Phrasebook.Words
    let wording: Wording
    /// The month that a claim is about: "December" is the last one before it.
    let month: Month

    typealias Candidates<Value> = [(length: Int, value: Value)]

    // MARK: Numbers

    /// "33", "1,204", "1.2 million", "twelve", "one hundred and four", "two dozen": the longest first.
    func numbers(_ tokens: Tokens, at place: Int) -> Candidates<Amount> {
        guard place < tokens.words.count else { return [] }
        if let (value, halfUnit) = digits(tokens.words[place]) {
            var found: Candidates<Amount> = [(1, Amount(value: value, halfUnit: halfUnit))]
            if place + 1 < tokens.words.count, let scale = words.scales[tokens.words[place + 1]], scale >= 1_000 {
                found.insert((2, Amount(value: value * scale, halfUnit: halfUnit * scale)), at: 0)
            }
            return found
        }
        return spelt(tokens, at: place)
    }

    private func digits(_ word: String) -> (Double, Double)? {
        let (group, point) = (Array(wording.groupSeparator), Array(wording.decimalSeparator))
        var digits = ""
        var places: Int?
        var grouped: Int?
        for character in word {
            if character.isASCII, character.isNumber {
                digits.append(character)
                places = places.map { $0 + 1 }
                grouped = grouped.map { $0 + 1 }
            } else if [character] == point, places == nil, !digits.isEmpty, grouped ?? 3 == 3 {
                digits.append(".")
                places = 0
                grouped = nil
            } else if [character] == group, places == nil, !digits.isEmpty, grouped.map({ $0 == 3 }) ?? (digits.count <= 3) {
                grouped = 0
            } else {
                return nil
            }
        }
        guard !digits.isEmpty, grouped ?? 3 == 3, digits.count <= 16, let value = Double(digits) else { return nil }
        return (value, (0..<(places ?? 0)).reduce(0.5) { half, _ in half / 10 })
    }

    private func spelt(_ tokens: Tokens, at start: Int) -> Candidates<Amount> {
        var found: Candidates<Amount> = []
        var (total, current) = (0.0, 0.0)
        // Scales go down: "one million two thousand".
        var lastScale = Double.infinity
        var place = start
        var hasNumber = false
        while place < tokens.words.count {
            let word = tokens.words[place]
            let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
            let values = parts.compactMap { words.numbers[$0] }
            if !parts.isEmpty, values.count == parts.count {
                for value in values {
                    let last = current.truncatingRemainder(dividingBy: 100)
                    guard !hasNumber || (last == 0 && current > 0) || last == 0 && total > 0 || last >= 20 && last.truncatingRemainder(dividingBy: 10) == 0 && value < 10
                    else { return found }
                    current += value
                    hasNumber = true
                }
                found.insert((place - start + 1, Amount(value: total + current, halfUnit: 0.5)), at: 0)
            } else if let scale = words.scales[word], hasNumber {
                guard current > 0, scale >= 1_000 ? scale < lastScale : current < 100 else { return found }
                if scale >= 1_000 {
                    total += current * scale
                    (current, lastScale) = (0, scale)
                } else {
                    current *= scale
                }
                found.insert((place - start + 1, Amount(value: total + current, halfUnit: scale >= 1_000 ? scale / 2 : 0.5)), at: 0)
            } else if place == start, words.articles.contains(word), place + 1 < tokens.words.count, words.scales[tokens.words[place + 1]] != nil {
                current = 1
                hasNumber = true
            } else if hasNumber, words.numberJoins.contains(word), current >= 100 || total > 0 {
                // It joins only what follows: no candidate ends with it.
            } else {
                return found
            }
            place += 1
        }
        return found
    }

    // MARK: Shares

    /// "42%", "42 per cent", "a third", "half", "two-thirds", "two in five".
    func shares(_ tokens: Tokens, at place: Int) -> Candidates<Amount> {
        var found: Candidates<Amount> = []
        for (length, amount) in numbers(tokens, at: place) {
            let next = place + length
            for percent in words.percents where tokens.hasWords(percent, at: next) {
                found.append((length + percent.count, Amount(value: amount.value / 100, halfUnit: amount.halfUnit / 100)))
            }
            for (join, largest) in words.ratioJoins where tokens.hasWords(join, at: next) {
                for (second, whole) in numbers(tokens, at: next + join.count) where whole.value > 0 && whole.value <= largest {
                    found.append((length + join.count + second, Amount(value: amount.value / whole.value, halfUnit: 0, isFraction: true)))
                }
            }
            if next < tokens.words.count, let divisor = words.fractions[tokens.words[next]] {
                found.append((length + 1, Amount(value: amount.value / divisor, halfUnit: 0, isFraction: true)))
            }
        }
        guard place < tokens.words.count else { return found }
        let word = tokens.words[place]
        let parts = word.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, let count = words.numbers[parts[0]], let divisor = words.fractions[parts[1]] {
            found.append((1, Amount(value: count / divisor, halfUnit: 0, isFraction: true)))
        }
        if words.articles.contains(word), place + 1 < tokens.words.count, let divisor = words.fractions[tokens.words[place + 1]] {
            found.append((2, Amount(value: 1 / divisor, halfUnit: 0, isFraction: true)))
        }
        if words.fractions[word] == 2 { found.append((1, Amount(value: 0.5, halfUnit: 0, isFraction: true))) }
        return found
    }

    // MARK: Times

    /// "April 2023", "Apr 2023", "December" or "December’s", "the month before", "a year earlier".
    func months(_ tokens: Tokens, at place: Int) -> Candidates<Month> {
        var found: Candidates<Month> = []
        for previous in words.previousMonth where tokens.hasWords(previous, at: place) {
            found.append((previous.count, month.advanced(by: -1)))
        }
        for previous in words.yearBefore where tokens.hasWords(previous, at: place) {
            found.append((previous.count, month.advanced(by: -12)))
        }
        guard place < tokens.words.count else { return found }
        var name = tokens.words[place]
        let isPossessive = name.hasSuffix(words.possessive)
        if isPossessive { name.removeLast(words.possessive.count) }
        guard let index = [wording.monthNames, wording.shortMonthNames].lazy
            .compactMap({ names in names.firstIndex { $0.lowercased() == name } }).first
        else { return found }
        if !isPossessive, let year = year(tokens, at: place + 1).first?.value, let dated = Month(year: year, month: index + 1) {
            found.append((2, dated))
        }
        let back = (month.month - 1 - index + 12) % 12
        found.append((1, month.advanced(by: -(back == 0 ? 12 : back))))
        return found
    }

    /// The name of the month itself, "January" or "January 2024": it says when, and is compared with nothing.
    func ownMonth(_ tokens: Tokens, at place: Int) -> Candidates<Month> {
        guard place < tokens.words.count,
            [wording.name(of: month), wording.shortName(of: month)].contains(where: { $0.lowercased() == tokens.words[place] })
        else { return [] }
        let isDated = year(tokens, at: place + 1).first?.value == month.year
        return (isDated ? [(2, month)] : []) + [(1, month)]
    }

    func year(_ tokens: Tokens, at place: Int) -> Candidates<Int> {
        guard place < tokens.words.count, tokens.words[place].count == 4, let year = Int(tokens.words[place]), year >= 1_000
        else { return [] }
        return [(1, year)]
    }

    /// "three years", "a year", "18 months", "twelve-month": in months.
    func spans(_ tokens: Tokens, at place: Int) -> Candidates<Int> {
        guard place < tokens.words.count else { return [] }
        let parts = tokens.words[place].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 2, let length = length(of: parts[1]) {
            return numbers(Tokens(words: [parts[0]]), at: 0).map { (1, Int(min($0.value.value, 1e6)) * length) }
        }
        var counts = numbers(tokens, at: place).map { (length: $0.length, value: $0.value.value) }
        if words.articles.contains(tokens.words[place]) { counts.append((1, 1)) }
        return counts.compactMap { count, value in
            guard place + count < tokens.words.count, let length = length(of: tokens.words[place + count]), value >= 1, value <= 1e6
            else { return nil }
            return (count + 1, Int(value) * length)
        }
    }

    private func length(of unit: String) -> Int? {
        if words.months.contains(unit) { return 1 }
        return words.years.contains(unit) ? 12 : nil
    }

    func ordinals(_ tokens: Tokens, at place: Int) -> Candidates<Int> {
        guard place < tokens.words.count else { return [] }
        let word = tokens.words[place]
        if let known = words.ordinals[word] { return [(1, known)] }
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), number > 0, words.ordinalEndings.contains(String(word.dropFirst(digits.count))) else { return [] }
        return [(1, number)]
    }
}
