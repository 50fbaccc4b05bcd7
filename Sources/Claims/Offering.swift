import Figures
import Statistics

/// A fraction is offered only where it is this near, though more would be let through.
private let offeredWidth = 0.012

/// Finds phrases that are true of a quantity. Each is made from the data, then held against the rules like an author's.
struct Offering {
    let judge: Judge
    let subject: Subject
    let evidence: Evidence
    /// Of the subject’s measure in its month, where many offerings share one; else it is made when it is asked for.
    private let standing: Standing?

    init(_ judge: Judge, _ subject: Subject, evidence: Evidence, standing: Standing? = nil) {
        self.judge = judge
        self.subject = subject
        self.evidence = evidence
        self.standing = standing
    }

    /// What may be said, whether or not it is true.
    struct Candidate {
        var text: String
        /// What is said where only the known months bear it out; nil for the text with its qualifier.
        var qualified: String?
        var topic: Topic
        /// The higher the more newsworthy.
        var weight: Double
    }

    /// What a phrase is about: what is offered instead of one is about the same.
    enum Topic {
        case number, share, change, extreme, run, provinces, mean
    }

    /// True phrases about the same as those of a sort, the most telling first; with their qualifier where they need it.
    func phrases(like statement: Statement) -> [String] {
        let sort = statement.sort
        let topics: [Topic]
        switch sort {
        case .changeTo, .changeFrom, .changeFromTo: topics = [.change, .number]
        default:
            switch sort.topic {
            case .number, .share, .change, .provinces: topics = [sort.topic]
            case .extreme, .run, .mean: topics = [sort.topic, .change]
            }
        }
        return topics.flatMap { topic in
            (topic == .change ? changes(from: statement.assertion.base ?? .previous) : candidates(topic)).sorted { $0.weight > $1.weight }.compactMap { truth(of: $0) }
        }
    }

    /// The phrase where it is borne out; with its qualifier where only that makes it so.
    func truth(of candidate: Candidate) -> String? {
        switch judge.verdict(of: candidate.text, subject) {
        case .borneOut: return candidate.text
        case .undecidable:
            let qualified = candidate.qualified ?? words.qualified(candidate.text, evidence.phrasebook.qualifier)
            return judge.verdict(of: qualified, subject) == .borneOut ? qualified : nil
        case .contradicted, nil: return nil
        }
    }

    func candidates(_ topic: Topic) -> [Candidate] {
        switch topic {
        case .number: judge.fill(subject).map { [Candidate(text: $0, topic: .number, weight: 1)] } ?? []
        case .share: shares
        case .change: changes(from: .previous)
        case .extreme: extremes
        case .run: runs
        case .provinces: provinces
        case .mean: means
        }
    }

    private var words: Phrasebook.Offers { evidence.phrasebook.offers }
    private var wording: Wording { evidence.data.wording }

    // MARK: Candidates

    private var shares: [Candidate] {
        guard let share = shareOfTotal, share > 0 else { return [] }
        let percent = words.percent(wording.number((share * 100).rounded()))
        var found = [Candidate(text: percent, topic: .share, weight: 2)]
        if let fraction = simpleFraction(near: share) { found.append(Candidate(text: fraction, topic: .share, weight: 2.5)) }
        if share > 0.5 { found.append(Candidate(text: words.majority, topic: .share, weight: 1)) }
        return found
    }

    private var shareOfTotal: Double? {
        guard let cells = subject.expression.cells, cells.series.province != evidence.data.total else {
            return subject.expression.cells == nil ? subject.now?.number : nil
        }
        let whole = evidence.data.table.observation(of: cells.series.measure, in: evidence.data.total, month: subject.month)
        guard subject.step == 1, let whole = whole.quantity.interval else { return nil }
        return subject.now?.share(of: whole)?.number
    }

    /// Halves, thirds and quarters, which read better than per cent.
    private func simpleFraction(near share: Double) -> String? {
        words.fractions.filter { abs($0.share - share) <= min(evidence.settings.fraction, offeredWidth) }.min { abs($0.share - share) < abs($1.share - share) }?.text
    }

    /// Against what a phrase names, so that what is offered instead is about the same.
    private func changes(from base: Base) -> [Candidate] {
        let shift: Int
        var suffixed: (String) -> String = { $0 }
        switch base {
        case .previous: shift = -subject.step
        case .yearBefore:
            shift = -12
            suffixed = { words.onYear($0) }
        case .month(let month):
            shift = subject.month.distance(to: month)
            suffixed = { words.since($0, wording.month(month)) }
        case .year, .province: return []
        }
        return changes(over: shift).map { Candidate(text: suffixed($0.text), topic: $0.topic, weight: $0.weight) }
    }

    private func changes(over shift: Int) -> [Candidate] {
        guard let now = subject.now?.number, let before = subject.recorded(shift)?.number else {
            return [words.rose, words.fell].map { Candidate(text: $0, topic: .change, weight: 0) }
        }
        var found: [Candidate] = []
        func add(_ text: String, _ weight: Double) { found.append(Candidate(text: text, topic: .change, weight: weight)) }
        if now == before { add(words.unchanged, 0) }
        if before > 0, now != before {
            let change = abs(now - before) / before
            // The percentage of a handful tells nothing.
            let weight = min(2, change) * min(1, max(now, before) / 20)
            if let multiple = words.multiples.first(where: { now >= $0.times * before * (1 - evidence.settings.multiple) }) {
                add(now > multiple.times * before * (1 + evidence.settings.multiple) ? multiple.more : multiple.exactly, 3 + weight)
            } else if now > 0, let divisor = words.divisors.first(where: { before >= $0.times * now * (1 - evidence.settings.multiple) }) {
                add(before > divisor.times * now * (1 + evidence.settings.multiple) ? divisor.more : divisor.exactly, 3 + weight)
            }
            let share = simpleFraction(near: change) ?? words.percent(wording.number((change * 100).rounded()))
            if now > 0, now < 2 * before { add((now > before ? words.roseBy : words.fellBy)(share), 1 + weight) }
        }
        if now != before {
            add(now > before ? words.rose : words.fell, 0.5)
            add((now > before ? words.roseBy : words.fellBy)(judge.spelt(abs(now - before))), 0.4)
        }
        return found
    }

    private var extremes: [Candidate] {
        let history = subject.history
        guard let now = subject.now?.number, !history.isEmpty else { return [] }
        var found: [Candidate] = []
        // Only months that are known are left behind.
        func known(_ count: Int) -> Double { Double(min(60, history.prefix(count).count { subject.recorded($0) != nil })) / 6 }
        func add(_ text: String, reach: Int, qualified: String? = nil, more: Double = 0) {
            found.append(Candidate(text: text, qualified: qualified, topic: .extreme, weight: known(reach) + more))
        }
        func reach(_ isAsFar: (Interval) -> Bool) -> Int? {
            history.firstIndex { subject.recorded($0).map(isAsFar) ?? false }
        }
        for (since, record, known, isAsFar) in [
            (words.mostSince, words.record, words.mostKnown, { $0.upper >= now }),
            (words.leastSince, words.recordLow, words.leastKnown, { $0.lower <= now }),
        ] as [(Phrase, String, String, (Interval) -> Bool)] {
            guard let index = reach(isAsFar) else {
                add(record, reach: history.count, qualified: known, more: 2)
                continue
            }
            // To be the most since the month before is a rise.
            if index > 0, subject.step == 1 { add(since(wording.month(subject.month.advanced(by: history[index]))), reach: index) }
        }
        if now > 0, let index = reach({ $0.lower > 0 }), index > 1, subject.step == 1 {
            add(words.firstSince(wording.month(subject.month.advanced(by: history[index]))), reach: index + 1)
        }
        let higher = history.filter { subject.recorded($0).map { $0.lower > now } ?? false }
        if higher.count == 1, subject.step == 1 {
            add(words.onlyBehind(wording.month(subject.month.advanced(by: higher[0]))), reach: history.count)
        }
        return found
    }

    private var runs: [Candidate] {
        var found: [Candidate] = []
        for (phrase, atLeast, holds) in [
            (words.roseInARow, words.roseMonths, { $0 > $1 }), (words.fellInARow, words.fellMonths, { $0 < $1 }),
            (words.zeroInARow, words.zeroMonths, { one, _ in one === Interval(0) }),
        ] as [(Phrase, Phrase, (Interval?, Interval?) -> Verdict)] {
            let shifts = [0] + subject.history
            let count = shifts.prefix { holds(subject.recorded($0), subject.recorded($0 - subject.step)) == .borneOut }.count
            guard count > 1, count <= words.ordinals.count else { continue }
            // What came before may not be known: then it has lasted so long at least.
            let number = judge.spelt(Double(count))
            found.append(Candidate(text: phrase(words.ordinals[count - 1]), qualified: atLeast(number), topic: .run, weight: Double(count)))
        }
        return found
    }

    private var provinces: [Candidate] {
        guard let cells = subject.expression.cells, cells.series.province != evidence.data.total, subject.step == 1 else { return [] }
        let standing = standing ?? Standing(cells.series.measure, month: subject.month, evidence: evidence)
        let noun = evidence.data.provinceNoun.singular
        // Provinces that tie are none of these.
        guard standing.places.count > 2, let rank = standing.ownRank(of: cells.series.province) else { return [] }
        var found: [Candidate] = []
        if rank == 1 { found.append(Candidate(text: words.mostOfProvinces(noun), topic: .provinces, weight: 3)) }
        if rank == 2 { found.append(Candidate(text: words.onlyBehindProvince(standing.places[0].province), topic: .provinces, weight: 2)) }
        if rank > 2, rank <= words.ordinals.count, rank < standing.places.count {
            found.append(Candidate(text: words.nthOfProvinces(words.ordinals[rank - 1], noun), topic: .provinces, weight: 0.5))
        }
        if rank == standing.places.count { found.append(Candidate(text: words.leastOfProvinces(noun), topic: .provinces, weight: 1)) }
        return found
    }

    private var means: [Candidate] {
        [words.aboveMean, words.belowMean].map { Candidate(text: $0, topic: .mean, weight: 0.8) }
    }
}

/// How the provinces stand by a measure in a month.
struct Standing {
    let places: [Ranking.Place]
    private let indices: [String: Int]

    init(_ measure: Measure, month: Month, evidence: Evidence) {
        places = evidence.data.table.ranking(of: measure, in: evidence.data.provinces, month: month).places
        indices = Dictionary(places.enumerated().map { ($1.province, $0) }) { first, _ in first }
    }

    /// The rank that a province has for itself; nil where it shares it, or has none.
    func ownRank(of province: String) -> Int? {
        guard let index = indices[province] else { return nil }
        let rank = places[index].rank
        let neighbours = [index - 1, index + 1].filter(places.indices.contains)
        return neighbours.contains { places[$0].rank == rank } ? nil : rank
    }
}

extension PhraseSort {
    var topic: Offering.Topic {
        switch self {
        case .number, .atLeast, .atMost, .moreThan, .fewerThan, .exactly, .about, .nearly, .justOver, .between, .none: .number
        case .share, .majority, .all: .share
        case .rise, .fall, .unchanged, .steady, .changeTo, .changeFrom, .changeFromTo, .difference, .relativeChange, .multiple, .divided:
            .change
        case .most, .least, .jointMost, .nthMost, .first, .onlyBehindMonth: .extreme
        case .run, .runOfMonths: .run
        case .mostOfProvinces, .leastOfProvinces, .nthOfProvinces, .onlyBehindProvince, .againstProvince: .provinces
        case .aboveMean, .belowMean, .nearMean: .mean
        }
    }
}
