import Figures
import Statistics

/// What a quantity is against what it was.
extension Rules {
    /// - Parameter holds: of the later and the earlier figure, as they are recorded.
    func change(from base: Base, _ holds: (Interval?, Interval?) -> Verdict) throws(Mismatch) -> Finding {
        let (later, earlier) = try sides(base)
        return Finding(holds(later.recorded, earlier.recorded), shown: later.witnesses + earlier.witnesses)
    }

    /// The figure and the one that it is held against. A quotient or a difference names both itself.
    private func sides(_ base: Base) throws(Mismatch) -> (later: Reading, earlier: Reading) {
        if base == .previous, case .operation(let sign, let left, let right) = subject.expression, sign == .over || sign == .minus {
            return (subject.evaluation.reading(of: left), subject.evaluation.reading(of: right))
        }
        if case .province(let province) = base { return (subject.reading(0), try reading(of: province)) }
        return (subject.reading(0), subject.reading(try shift(to: base)))
    }

    private func shift(to base: Base) throws(Mismatch) -> Int {
        switch base {
        case .previous, .province: return -subject.step
        case .yearBefore: return -12
        case .year(let year):
            guard subject.period.isYear, year < subject.month.year else {
                throw Mismatch(message: "only a year can be held against \(year), and only a later one", hint: "name a quantity of a year: [\(year + 1)]")
            }
            return (year - subject.month.year) * 12
        case .month(let month):
            let shift = subject.month.distance(to: month)
            guard subject.step == 1 else {
                throw Mismatch(message: "a period of \(subject.step) months cannot be held against one month", hint: "name a quantity of one month")
            }
            guard shift < 0 else {
                throw Mismatch(message: "\(evidence.data.wording.month(month)) is not before \(evidence.data.wording.month(subject.month))", hint: nil)
            }
            return shift
        }
    }

    func isSteady(_ later: Interval?, _ earlier: Interval?) -> Verdict {
        let (low, high) = (earlier?.scaled(by: 1 - settings.steady), earlier?.scaled(by: 1 + settings.steady))
        return later === earlier || (earlier > Interval(0) && later >= low && later <= high)
    }

    func differs(_ later: Interval?, _ earlier: Interval?, _ direction: Change.Direction, _ bound: Bound, _ amount: Amount) -> Verdict {
        guard let later, let earlier else { return .undecidable }
        let difference = direction == .fall ? earlier - later : later - earlier
        return Allowance(bound, amount, .number, settings: settings).holds(of: difference)
            && Self.compare(later, earlier, direction)
    }

    func multiple(_ bound: Bound, _ times: Double) -> Allowance {
        Allowance(bound, Amount(value: times, halfUnit: 0), .multiple, settings: settings)
    }

    func changeBetween(
        _ from: Amount?, _ to: Amount?, _ bound: Bound, _ direction: Change.Direction?, _ base: Base
    ) throws(Mismatch) -> Finding {
        let (later, earlier) = try sides(base)
        var verdict = Verdict.borneOut
        if let from { verdict = verdict && holds(.rounded, from, of: earlier) }
        if let to { verdict = verdict && holds(bound, to, of: later) }
        if let direction { verdict = verdict && Self.compare(later.recorded, earlier.recorded, direction) }
        // The figure that is said comes first.
        let isOfEarlier = to == nil && direction == nil
        return Finding(verdict, shown: isOfEarlier ? earlier.witnesses + later.witnesses : later.witnesses + earlier.witnesses)
    }
}
