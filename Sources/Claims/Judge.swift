package import Diagnostics
import Figures
package import Statistics

/// Judges the claims of a brief.
package struct Judge {
    let evidence: Evidence
    private let phrases: PhraseReader
    private var destinations: DestinationReader

    package init(_ evidence: Evidence) {
        self.init(evidence, PhraseReader(evidence))
    }

    private init(_ evidence: Evidence, _ phrases: PhraseReader) {
        self.evidence = evidence
        self.phrases = phrases
        destinations = DestinationReader(evidence)
    }

    /// For a figure with a month of its own. The patterns of phrases are the same in all months, and dear to make.
    package func about(_ month: Month) -> Judge {
        Judge(evidence.about(month), phrases)
    }

    /// Judges one claim.
    ///
    /// - Parameter diagnostics: gains an error where it cannot be read, or is not borne out.
    /// - Returns: nil where it cannot be read.
    package mutating func judge(_ claim: Claim, diagnostics: inout Messages) -> Judgement? {
        let destination: Destination
        do {
            destination = try destinations.read(claim.destination.value)
        } catch {
            diagnostics.appendError(
                .error(claim.destination.stretch(error.range), error.message, hint: error.hint))
            return nil
        }
        switch destination {
        case .comparison(let left, let relation, let right):
            return compared(claim, left, relation, right, diagnostics: &diagnostics)
        case .quantity(let expression):
            let subject = Subject(expression, evidence: evidence)
            if claim.phrase.value.allSatisfy(\.isWhitespace) { return filled(claim, subject, diagnostics: &diagnostics) }
            return judged(claim, subject, diagnostics: &diagnostics)
        }
    }

    // MARK: Phrases

    private func judged(_ claim: Claim, _ subject: Subject, diagnostics: inout Messages) -> Judgement? {
        guard let phrase = read(claim.phrase.value, of: subject) else {
            diagnostics.appendError(unreadable(claim))
            return nil
        }
        do throws(Mismatch) {
            let finding = try Rules(subject: subject, evidence: evidence, isQualified: phrase.isQualified).finding(of: phrase.assertion)
            let judgement = Judgement(
                claim: claim, printed: claim.phrase.value, rule: phrase.sort.rawValue, value: value(of: subject),
                verdict: finding.verdict, isQualified: phrase.isQualified, witnesses: finding.shown + finding.read)
            if finding.verdict != .borneOut {
                diagnostics.appendError(refusal(of: claim, finding, hint: hint(for: phrase, finding, subject)))
            } else if case .amount(.atLeast, let amount) = phrase.assertion, let lower = subject.reading(0).meant?.lower, lower - amount.value >= 1 {
                diagnostics.append(
                    .warning(
                        claim.phrase.span, "“\(claim.phrase.value)” is true, but the figure is higher",
                        facts: describe(finding.shown), hint: "true of it: “\(fill(subject) ?? "")”"))
            }
            return judgement
        } catch {
            diagnostics.appendError(.error(claim.phrase.span, "“\(claim.phrase.value)” cannot be said here: \(error.message)", hint: error.hint))
            return nil
        }
    }

    func read(_ text: String, of subject: Subject) -> Statement? {
        let nouns = subject.expression.leading.map { $0.cells?.series.measure.nouns ?? evidence.phrasebook.words.incidents }
        return phrases.read(text, month: subject.month, nouns: nouns ?? [])
    }

    /// Whether a phrase is borne out; nil where it cannot be said.
    func verdict(of text: String, _ subject: Subject) -> Verdict? {
        guard let phrase = read(text, of: subject) else { return nil }
        return try? Rules(subject: subject, evidence: evidence, isQualified: phrase.isQualified).finding(of: phrase.assertion).verdict
    }

    private func unreadable(_ claim: Claim) -> Diagnostic {
        let known = evidence.phrasebook.forms.compactMap { $0.examplePhrase }
        // A paragraph is like none of them, and takes long to compare.
        let isShort = claim.phrase.value.utf8.count <= 200
        let likely = isShort ? likelyMeant(claim.phrase.value, among: known).map { "did you mean “\($0)”? " } ?? "" : ""
        return .error(
            claim.phrase.span, "no rule says what “\(claim.phrase.value)” claims",
            hint: likely + "mark only the words that claim something; reports/README.md lists them: “33”, “at least 33”, “42%”, “rose”, “more than doubled”, “the most since April 2023”, …")
    }

    private func refusal(of claim: Claim, _ finding: Finding, hint: String?) -> Diagnostic {
        let message = finding.verdict == .contradicted ? "the data contradict" : "the data do not decide"
        return .error(claim.phrase.span, "\(message) “\(claim.phrase.value)”", facts: describe(finding.shown), hint: hint)
    }

    /// What is true instead, or what would decide it.
    private func hint(for phrase: Statement, _ finding: Finding, _ subject: Subject) -> String? {
        let offers = Offering(self, subject, evidence: evidence).phrases(like: phrase)
        let truth = offers.isEmpty ? nil : "true of it: " + offers.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
        guard finding.verdict == .undecidable else { return truth }
        let isMissing = finding.shown.contains { $0.quantity.isMissing }
        let way = isMissing && !phrase.isQualified && phrase.sort.canBeQualified
            ? "say “… \(evidence.phrasebook.qualifier)”, or write what is known of the missing figures into the data: 11..19, >=8" : nil
        let parts = [truth, way].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: "; ")
    }

    // MARK: Figures filled in

    private func filled(_ claim: Claim, _ subject: Subject, diagnostics: inout Messages) -> Judgement? {
        let reading = subject.reading(0)
        guard let text = fill(subject) else {
            diagnostics.appendError(
                .error(
                    claim.phrase.span.range.isEmpty ? claim.destination.span : claim.phrase.span,
                    "this cannot be filled in: the figure is not known", facts: describe(reading.witnesses),
                    hint: "write a phrase of your own, or another quantity"))
            return nil
        }
        return Judgement(
            claim: claim, printed: text, rule: "filled in", value: value(of: subject), verdict: .borneOut, isQualified: false,
            witnesses: reading.witnesses)
    }

    /// A quantity in words: "33", "at least eight", "11 to 19", "about 40", "42%".
    func fill(_ subject: Subject) -> String? {
        let offers = evidence.phrasebook.offers
        let wording = evidence.data.wording
        let reading = subject.reading(0)
        if case .function(.share, _) = subject.expression {
            return reading.recorded?.number.map { offers.percent(wording.number(($0 * 100).rounded())) }
        }
        if reading.witnesses.count == 1, case .estimate(let value) = reading.witnesses[0].quantity.value, subject.expression.cells != nil {
            return offers.about(spelt(value))
        }
        guard let interval = reading.recorded else { return nil }
        if let value = interval.number { return spelt(value) }
        if interval.upper == .infinity { return offers.atLeast(spelt(interval.lower)) }
        if interval.lower == -.infinity { return offers.atMost(spelt(interval.upper)) }
        return offers.range(spelt(interval.lower), spelt(interval.upper))
    }

    /// A small count in words, any other number in digits.
    func spelt(_ value: Double) -> String {
        let words = evidence.phrasebook.words.spelt
        if value >= 0, value <= evidence.settings.spelt, let index = Int(exactly: value), index < words.count { return words[index] }
        return evidence.data.wording.number(value)
    }

    private func value(of subject: Subject) -> String {
        let reading = subject.reading(0)
        if subject.expression.cells?.period.length == 1, let witness = reading.witnesses.first { return witness.quantity.cell }
        return Quantity(reading.recorded).cell
    }

    // MARK: Comparisons

    private func compared(
        _ claim: Claim, _ left: Expression, _ relation: Destination.Relation, _ right: Expression, diagnostics: inout Messages
    ) -> Judgement? {
        guard !claim.phrase.value.allSatisfy(\.isWhitespace) else {
            diagnostics.appendError(
                .error(claim.destination.span, "a comparison has nothing that could be filled in", hint: "write the words that it bears out"))
            return nil
        }
        let evaluation = Evaluation(estimateWidth: evidence.settings.about)
        let (one, other) = (evaluation.reading(of: left), evaluation.reading(of: right))
        let verdict: Verdict
        switch relation {
        case .less: verdict = one.recorded < other.recorded
        case .lessOrEqual: verdict = one.recorded <= other.recorded
        case .greater: verdict = one.recorded > other.recorded
        case .greaterOrEqual: verdict = one.recorded >= other.recorded
        case .equal: verdict = one.recorded === other.recorded
        case .unequal: verdict = !(one.recorded === other.recorded)
        }
        let witnesses = one.witnesses + other.witnesses
        if verdict != .borneOut {
            diagnostics.appendError(refusal(of: claim, Finding(verdict, shown: witnesses), hint: nil))
        }
        return Judgement(
            claim: claim, printed: claim.phrase.value, rule: "comparison", value: Quantity(one.recorded).cell, verdict: verdict,
            isQualified: false, witnesses: witnesses)
    }
}

extension Measure {
    /// What may follow a number of it.
    var nouns: [String] { [singular, plural, unit, name] }
}

extension PhraseSort {
    /// Whether a claim can be limited to what is known: those that compare with many.
    var canBeQualified: Bool {
        switch self {
        case .most, .least, .jointMost, .nthMost, .first, .onlyBehindMonth, .run, .mostOfProvinces, .leastOfProvinces, .nthOfProvinces,
            .onlyBehindProvince, .aboveMean, .belowMean, .nearMean: true
        case .number, .atLeast, .atMost, .moreThan, .fewerThan, .exactly, .about, .nearly, .justOver, .between, .none, .share, .majority,
            .all, .rise, .fall, .unchanged, .steady, .changeTo, .changeFrom, .changeFromTo, .difference, .relativeChange, .multiple,
            .divided, .runOfMonths, .againstProvince: false
        }
    }
}

extension Phrasebook.Form {
    /// The words of the example.
    package var examplePhrase: String? { example.split(separator: "]").first.map { String($0.dropFirst()) } }

    /// The destination of the example, without its `=`.
    package var exampleDestination: String? {
        guard let start = example.firstIndex(of: "=") else { return nil }
        return String(example[example.index(after: start)...].dropLast(example.hasSuffix(">)") ? 2 : 1))
    }
}

extension Located<String> {
    /// Some of its characters, where the source has them as they are; else all of it.
    package func stretch(_ characters: Range<Int>) -> Span {
        guard span.text == value else { return span }
        let before = value.prefix(characters.lowerBound).utf8.count
        let length = value.dropFirst(characters.lowerBound).prefix(characters.count).utf8.count
        let start = span.range.lowerBound + before
        return span.file.span(start..<max(start + length, min(start + 1, span.range.upperBound)))
    }
}
