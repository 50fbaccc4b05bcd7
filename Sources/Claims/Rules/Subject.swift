import Figures
import Statistics

/// The quantity that a claim is about, with what it was at other times.
struct Subject {
    let expression: Expression
    let evaluation: Evaluation
    /// Its own months; those of the brief for an expression without any.
    let period: Period
    /// From the first month of the table to that of the brief.
    let months: ClosedRange<Month>

    init(_ expression: Expression, evidence: Evidence) {
        self.expression = expression
        evaluation = Evaluation(estimateWidth: evidence.settings.about)
        period = expression.leading?.period ?? Period(evidence.data.month...evidence.data.month)
        months = evidence.months
    }

    /// The month that a phrase counts from.
    var month: Month { period.months.lowerBound }

    /// From one value to the next, in months: a month, a year.
    var step: Int { period.length }

    var now: Interval? { recorded(0) }

    /// The recorded value so many months away; negative is earlier.
    func recorded(_ shift: Int) -> Interval? { evaluation.recorded(expression, shift: shift) }

    func witnesses(_ shift: Int) -> [Witness] { evaluation.witnesses(of: expression, shift: shift) }

    func reading(_ shift: Int) -> Reading { evaluation.reading(of: expression, shift: shift) }

    /// The moves to each other value on record, those after it among them, the nearest earlier one first.
    var others: [Int] {
        let later = max(0, period.months.upperBound.distance(to: months.upperBound) / step)
        return history + stride(from: 1, through: later, by: 1).map { $0 * step }
    }

    /// The moves to each earlier value on record, the nearest first.
    var history: [Int] {
        let count = max(0, months.lowerBound.distance(to: month) / step)
        return stride(from: 1, through: count, by: 1).map { -$0 * step }
    }

    /// The moves to each earlier value back to the beginning of a year, the nearest first: those before the table too, which
    /// are not known.
    func moves(backTo year: Int) -> [Int] {
        (1...).lazy.map { -$0 * step }.prefix { period.advanced(by: $0).months.lowerBound.year >= year }.map { $0 }
    }

    /// A year’s months up to that of the brief; those before the table are not known.
    func months(of year: Int) -> [Month] {
        (1...12).compactMap { Month(year: year, month: $0) }.filter { $0 <= months.upperBound }
    }
}

/// What was found about a claim.
struct Finding {
    var verdict: Verdict
    /// The figures that decide it, for the author.
    var shown: [Witness] = []
    /// All that was read besides.
    var read: [Witness] = []

    init(_ verdict: Verdict, shown: [Witness], read: [Witness] = []) {
        self.verdict = verdict
        self.shown = shown
        self.read = read
    }
}

/// Why a phrase cannot be said of a quantity at all.
struct Mismatch: Error {
    var message: String
    var hint: String?
}
