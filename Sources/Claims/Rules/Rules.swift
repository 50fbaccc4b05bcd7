import Figures
import Statistics

/// The rules of all phrases, for one claim. Each asks the data what the reference says that its phrase claims.
struct Rules {
    let subject: Subject
    let evidence: Evidence
    /// Whether months and provinces that are not known do not count.
    let isQualified: Bool

    var settings: PhraseSettings { evidence.settings }

    func finding(of assertion: Assertion) throws(Mismatch) -> Finding {
        switch assertion {
        case .amount(let bound, let amount): number { self.holds(bound, amount, of: $0) }
        case .between(let lower, let upper): number { [min(lower, upper), max(lower, upper)].between($0.recorded) }
        case .none: number { $0.recorded === Interval(0) }
        case .share(let bound, let amount):
            try share { Allowance(bound, amount, .share, settings: settings).holds(of: $0) }
        case .majority: try share { $0 > Interval(0.5) }
        case .all: try share { $0 === Interval(1) }
        case .change(let direction, let base): try change(from: base) { Self.compare($0, $1, direction) }
        case .steady(let base): try change(from: base, isSteady)
        case .changeBetween(let from, let to, let bound, let direction, let base):
            try changeBetween(from, to, bound, direction, base)
        case .difference(let direction, let bound, let amount, let base):
            try change(from: base) { later, earlier in self.differs(later, earlier, direction, bound, amount) }
        case .relativeChange(let direction, let bound, let amount, let base):
            try change(from: base) { later, earlier in
                let allowed = Allowance(bound, amount, .share, settings: settings).changed(direction)
                return earlier > Interval(0) && Self.compare(later, earlier, direction) && allowed.holds(of: later, inUnitsOf: earlier)
            }
        case .multiple(let bound, let times, let base):
            try change(from: base) { later, earlier in
                earlier > Interval(0) && multiple(bound, times).holds(of: later, inUnitsOf: earlier)
            }
        case .divided(let bound, let times, let base):
            try change(from: base) { later, earlier in
                earlier > Interval(0) && multiple(bound, times).holds(of: earlier, inUnitsOf: later)
            }
        case .extreme(let extreme, let reach, let rank, let isJoint):
            try self.extreme(extreme, reach, rank: rank, isJoint: isJoint)
        case .first(let reach): try first(reach)
        case .onlyBehind(let month, let reach): try onlyBehind(month, reach)
        case .run(let run, let count, let isExact): self.run(run, count, isExact: isExact)
        case .rankOfProvinces(let extreme, let rank): try rankOfProvinces(extreme, rank)
        case .onlyBehindProvince(let province): try onlyBehind(province)
        case .againstProvince(let province, let direction): try against(province, direction)
        case .mean(let direction, let window): try mean(direction, window)
        }
    }

    static func compare(_ one: Interval?, _ other: Interval?, _ direction: Change.Direction) -> Verdict {
        switch direction {
        case .rise: one > other
        case .fall: one < other
        case .unchanged: one === other
        }
    }

    // MARK: Numbers and shares

    func holds(_ bound: Bound, _ amount: Amount, of reading: Reading) -> Verdict {
        Allowance(bound, amount, .number, settings: settings).holds(of: bound.isOfMeaning ? reading.meant : reading.recorded)
    }

    private func number(_ holds: (Reading) -> Verdict) -> Finding {
        let reading = subject.reading(0)
        return Finding(holds(reading), shown: reading.witnesses)
    }

    /// Of a share as it stands, of a percentage, or of a province in the total.
    private func share(_ holds: (Interval?) -> Verdict) throws(Mismatch) -> Finding {
        guard let cells = subject.expression.cells else { return number { holds($0.recorded) } }
        if evidence.phrasebook.isPercent(cells.series.measure.unit) { return number { holds($0.recorded?.scaled(by: 0.01)) } }
        guard cells.series.province != evidence.data.total else {
            throw Mismatch(message: "this is no share: it is the whole", hint: "write share(part, whole)")
        }
        var whole = cells
        whole.series = evidence.history(of: cells.series.measure, in: evidence.data.total)
        whole.name = evidence.name(of: cells.series.measure, in: evidence.data.total)
        let reading = subject.evaluation.reading(of: .function(.share, [.cells(cells), .cells(whole)]))
        return Finding(holds(reading.recorded), shown: reading.witnesses)
    }
}

extension [Double] {
    /// Whether a number lies between the first and the last.
    fileprivate func between(_ number: Interval?) -> Verdict { number.isWithin(self[0]...self[count - 1]) }
}
