import Figures
package import Statistics

/// Something that the data say this month and that is worth a sentence.
package struct Fact: Hashable, Sendable {
    package var measure: Measure
    /// The province, or the total.
    package var province: String
    /// What is true of it: "the most since April 2023".
    package var phrase: String
    package var destination: String
    /// A sentence with its claims, ready for an instalment.
    package var markdown: String
    /// The figures behind it, a line a quantity.
    package var figures: [String]
    /// The higher the more newsworthy.
    package var weight: Double
}

/// A fact about a province weighs less than the same of the whole.
private let provinceWeight = 0.6

/// Small numbers leap easily: below this a fact loses weight.
private let smallNumber = 10.0

extension Evidence {
    /// What is true this month of every measure, in the total and in each province, the most newsworthy first.
    ///
    /// Each phrase is judged like one of an author's, and is borne out; what only the known months bear out says so.
    package func facts() -> [Fact] {
        let judge = Judge(self)
        var facts: [Fact] = []
        for measure in data.measures {
            let standing = Standing(measure, month: data.month, evidence: self)
            for province in [data.total] + data.provinces {
                facts += FactFinding(judge, measure: measure, province: province, evidence: self, standing: standing).facts()
            }
        }
        return facts.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element)
    }
}

private struct FactFinding {
    let judge: Judge
    let measure: Measure
    let province: String
    let evidence: Evidence
    let subject: Subject
    let offering: Offering
    let destination: String

    init(_ judge: Judge, measure: Measure, province: String, evidence: Evidence, standing: Standing) {
        self.judge = judge
        self.measure = measure
        self.province = province
        self.evidence = evidence
        let cells = Expression.Cells(
            series: evidence.history(of: measure, in: province), period: Period(evidence.data.month...evidence.data.month),
            name: evidence.name(of: measure, in: province))
        subject = Subject(.cells(cells), evidence: evidence)
        offering = Offering(judge, subject, evidence: evidence, standing: standing)
        destination = province == evidence.data.total ? measure.key : "\(measure.key)@\(province.isPlainName ? province : "\"\(province)\"")"
    }

    func facts() -> [Fact] {
        guard let number = subject.now?.lower, number.isFinite else { return [] }
        return [.extreme, .change, .run, .provinces, .share].flatMap { (topic: Offering.Topic) -> [Fact] in
            // The best of a topic says it.
            let found = offering.candidates(topic).filter { $0.weight > 0 }.sorted { $0.weight > $1.weight }
            for candidate in found {
                guard let phrase = offering.truth(of: candidate) else { continue }
                return fact(phrase, topic, candidate.weight, number).map { [$0] } ?? []
            }
            return []
        }
    }

    private func fact(_ phrase: String, _ topic: Offering.Topic, _ weight: Double, _ number: Double) -> Fact? {
        guard let markdown = sentence(phrase, topic) else { return nil }
        let statement = judge.read(phrase, of: subject)
        let finding = statement.flatMap { try? Rules(subject: subject, evidence: evidence, isQualified: $0.isQualified).finding(of: $0.assertion) }
        var weight = weight * (province == evidence.data.total ? 1 : provinceWeight)
        let size = max(number, subject.recorded(-1)?.lower ?? 0)
        if size < smallNumber { weight *= 0.3 + 0.7 * size / smallNumber }
        if statement?.isQualified == true { weight *= 0.8 }
        return Fact(
            measure: measure, province: province, phrase: phrase, destination: destination, markdown: markdown,
            figures: evidence.describe(finding?.shown ?? []), weight: weight)
    }

    // MARK: Sentences

    private var sentences: Phrasebook.Sentences { evidence.phrasebook.sentences }

    private func sentence(_ phrase: String, _ topic: Offering.Topic) -> String? {
        let wording = evidence.data.wording
        let name = measure.name
        let place = evidence.data.name(of: province)
        let said = claim(phrase, destination)
        guard let now = claim(of: "", province) else { return nil }
        switch topic {
        case .extreme, .provinces, .mean: return sentences.were(name, place, said, now)
        case .run: return subject.now?.number == 0 ? sentences.plain(name, place, said) : sentences.moved(name, place, said, now)
        case .change:
            guard let before = claim(of: "[-1]", province) else { return nil }
            return sentences.fromTo(name, place, said, before, now)
        case .share:
            guard let whole = claim(of: "", evidence.data.total) else { return nil }
            return sentences.accounted(wording.capitalised(place), said, wording.inSentence(name), now, whole)
        case .number: return nil
        }
    }

    /// A figure as a claim, in words that are borne out.
    private func claim(of period: String, _ province: String) -> String? {
        let shift = period.isEmpty ? 0 : -1
        let month = evidence.data.month.advanced(by: shift)
        let cells = Expression.Cells(
            series: evidence.history(of: measure, in: province), period: Period(month...month), name: "")
        let other = Subject(.cells(cells), evidence: evidence)
        guard let text = judge.fill(other), judge.verdict(of: text, other) == .borneOut else { return nil }
        let name = province == self.province ? destination : measure.key
        return claim(text, name + period)
    }

    private func claim(_ phrase: String, _ destination: String) -> String {
        destination.contains(" ") ? "[\(phrase)](<=\(destination)>)" : "[\(phrase)](=\(destination))"
    }
}

extension String {
    /// Whether a destination can name it without quotes.
    fileprivate var isPlainName: Bool { allSatisfy { $0.isLetter || $0.isNumber || $0 == " " || $0 == "_" } }
}
