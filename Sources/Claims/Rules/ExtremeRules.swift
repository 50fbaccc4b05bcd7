import Figures
import Statistics

/// How a month compares with many others.
extension Rules {
    /// Moves to the months that are compared with, and to those of which one at least must be as far.
    struct Reached {
        var between: [Int]
        /// Nil where the reach has no such month: "in three years".
        var anchor: [Int]?
        /// Whether it goes back to before the first month on record, which leaves it open whatever is known.
        var isBeyondRecord = false
    }

    func extreme(_ extreme: Extreme, _ reach: Reach, rank: Int, isJoint: Bool) throws(Mismatch) -> Finding {
        let reached = try self.reached(reach)
        let between = values(reached.between)
        let anchor = reached.anchor.map { shifts in shifts.map { subject.recorded($0) } }
        let now = subject.now
        func isBeyond(_ other: Interval?) -> Verdict { extreme == .most ? other > now : other < now }
        func isShort(_ other: Interval?) -> Verdict { extreme == .most ? other < now : other > now }

        var verdict: Verdict
        if rank > 1 {
            // A month that ties would share the rank.
            let others = between + (anchor ?? [])
            verdict = others.count(isBeyond, is: rank - 1) && others.all { !($0 === now) }
        } else if isJoint {
            verdict = between.all { !isBeyond($0) } && between.any { $0 === now } && (anchor?.any { !isShort($0) } ?? .borneOut)
        } else {
            verdict = between.all(isShort) && (anchor?.any { !isShort($0) } ?? .borneOut)
        }
        // A month by itself is the most of nothing, as is one after months of which none is known.
        if reached.isBeyondRecord || between.isEmpty && (anchor == nil || !reached.between.isEmpty) { verdict = verdict && .undecidable }
        return finding(verdict, reached) { isShort($0) != .borneOut }
    }

    /// Not zero, after nothing but zeros, and the anchor not zero either.
    func first(_ reach: Reach) throws(Mismatch) -> Finding {
        let reached = try self.reached(reach)
        let between = values(reached.between)
        let zero = Interval(0)
        var verdict = subject.now > zero && between.all { $0 === zero }
        if let anchor = reached.anchor { verdict = verdict && anchor.any { subject.recorded($0) > zero } }
        if reached.isBeyondRecord || between.isEmpty && (reached.anchor == nil || !reached.between.isEmpty) { verdict = verdict && .undecidable }
        return finding(verdict, reached) { ($0 === zero) != .borneOut }
    }

    func onlyBehind(_ month: Month, _ reach: Reach) throws(Mismatch) -> Finding {
        let reached = try self.reached(reach)
        let ahead = subject.month.distance(to: month)
        guard ahead < 0, month >= subject.months.lowerBound else { throw outside(month) }
        let others = values((reached.between + (reached.anchor ?? [])).filter { $0 != ahead })
        let now = subject.now
        let verdict = subject.recorded(ahead) > now && others.all { $0 < now }
        var finding = finding(verdict, reached) { ($0 < now) != .borneOut }
        finding.shown += subject.witnesses(ahead).filter { !finding.shown.contains($0) }
        return finding
    }

    func mean(_ direction: Change.Direction, _ window: Window) throws(Mismatch) -> Finding {
        let shifts = try self.shifts(of: window)
        let known = values(shifts)
        let sum = known.reduce(Interval(0) as Interval?) { sum, value in
            guard let sum, let value else { return nil }
            return sum + value
        }
        let mean = known.isEmpty ? nil : sum?.scaled(by: 1 / Double(known.count))
        var verdict = Self.compare(subject.now, mean, direction)
        if direction == .unchanged {
            // A mean of zero has no tenth: only zero is near it.
            let isNear = mean > Interval(0) && subject.now >= mean?.scaled(by: 1 - settings.about) && subject.now <= mean?.scaled(by: 1 + settings.about)
            verdict = verdict || isNear
        }
        let read = shifts.flatMap { subject.witnesses($0) }
        return Finding(verdict, shown: subject.witnesses(0) + read, read: [])
    }

    // MARK: Runs

    func run(_ run: Run, _ count: Int, isExact: Bool) -> Finding {
        let longest = subject.history.count + 2
        let shifts = (0...min(count, longest) + 1).map { -$0 * subject.step }
        let values = shifts.map { subject.recorded($0) }
        func holds(_ index: Int, _ kind: Run) -> Verdict {
            switch kind {
            case .rises: values[index] > values[index + 1]
            case .falls: values[index] < values[index + 1]
            case .zeros: values[index] === Interval(0)
            case .sameChanges: .undecidable
            }
        }
        func lasts(_ kind: Run) -> Verdict {
            let during = (0..<min(count, longest)).all { holds($0, kind) }
            guard isExact, count <= longest, during != .contradicted else { return during }
            let before = holds(count, kind)
            return before == .undecidable && isQualified ? during : during && !before
        }
        let verdict = run == .sameChanges ? lasts(.rises) || lasts(.falls) : lasts(run)
        let last = run == .zeros && !isExact ? shifts.dropLast(2) : isExact && run != .zeros ? shifts[...] : shifts.dropLast()
        return Finding(count < 1 ? .contradicted : verdict, shown: last.flatMap { subject.witnesses($0) })
    }

    // MARK: Months

    /// The values that count.
    private func values(_ shifts: [Int]) -> [Interval?] {
        let values = shifts.map { subject.recorded($0) }
        return isQualified ? values.filter { $0 != nil } : values
    }

    private func finding(_ verdict: Verdict, _ reached: Reached, isShown: (Interval?) -> Bool) -> Finding {
        var finding = Finding(verdict, shown: subject.witnesses(0))
        for shift in reached.between + (reached.anchor ?? []) {
            let value = subject.recorded(shift)
            let counts = !isQualified || value != nil
            let isAnchor = reached.anchor?.contains(shift) ?? false
            if isAnchor || counts && isShown(value) {
                finding.shown += subject.witnesses(shift)
            } else {
                finding.read += subject.witnesses(shift)
            }
        }
        return finding
    }

    private func reached(_ reach: Reach) throws(Mismatch) -> Reached {
        let history = subject.history
        func period(_ shift: Int) -> ClosedRange<Month> { subject.period.advanced(by: shift).months }
        switch reach {
        case .sinceMonth(let month):
            guard month < subject.month, month >= subject.months.lowerBound else { throw outside(month) }
            return Reached(
                between: history.filter { period($0).lowerBound > month }, anchor: history.filter { period($0).contains(month) })
        case .sinceYear(let year):
            guard year < subject.month.year, year >= subject.months.lowerBound.year else {
                throw Mismatch(message: "\(year) is not a year on record before \(evidence.data.wording.month(subject.month))", hint: recordHint)
            }
            let moves = subject.moves(backTo: year)
            return Reached(
                between: moves.filter { period($0).lowerBound.year > year }, anchor: moves.filter { period($0).lowerBound.year == year })
        case .span(let months):
            let count = max(1, months / subject.step)
            // One month before the first on record is enough to leave it open.
            return Reached(
                between: (1..<max(1, min(count, history.count + 2))).map { -$0 * subject.step }, anchor: nil,
                isBeyondRecord: count > history.count + 1)
        case .thisYear:
            guard subject.month.year == evidence.data.month.year else {
                throw Mismatch(
                    message: "\(evidence.data.wording.month(subject.month)) is not in the year of the brief", hint: "name the year: “in \(subject.month.year)”")
            }
            return Reached(between: subject.moves(backTo: subject.month.year), anchor: nil)
        case .year(let year, let isOwn):
            guard !isOwn || subject.month.year == year else {
                throw Mismatch(
                    message: "\(evidence.data.wording.month(subject.month)) is not in \(year)",
                    hint: "say “more than in any month of \(year)”, or name a month of it: [\(year)-01]")
            }
            let others = subject.months(of: year).filter { !subject.period.months.contains($0) }
            guard others.contains(where: subject.months.contains), subject.step == 1 else {
                throw Mismatch(message: "no month of \(year) is on record besides", hint: recordHint)
            }
            return Reached(between: others.reversed().map { subject.month.distance(to: $0) }, anchor: nil)
        case .record:
            return Reached(between: subject.others, anchor: nil)
        }
    }

    private func shifts(of window: Window) throws(Mismatch) -> [Int] {
        guard subject.step == 1 else {
            throw Mismatch(message: "a period of \(subject.step) months cannot be held against a mean of months", hint: "name a quantity of one month")
        }
        switch window {
        case .last(let count):
            return (1...max(1, min(count, subject.history.count + 1))).map { -$0 }
        case .year(let year):
            let months = subject.months(of: year)
            guard months.contains(where: subject.months.contains) else {
                throw Mismatch(message: "no month of \(year) is on record", hint: recordHint)
            }
            return months.map { subject.month.distance(to: $0) }
        case .since(let month):
            guard month < subject.month, month >= subject.months.lowerBound else { throw outside(month) }
            return (1...month.distance(to: subject.month)).map { -$0 }
        }
    }

    private func outside(_ month: Month) -> Mismatch {
        let wording = evidence.data.wording
        return Mismatch(message: "\(wording.month(month)) is not a month on record before \(wording.month(subject.month))", hint: recordHint)
    }

    private var recordHint: String { "the table begins in \(evidence.data.wording.month(subject.months.lowerBound))" }
}

extension [Interval?] {
    /// Whether something holds of just so many.
    func count(_ holds: (Interval?) -> Verdict, is number: Int) -> Verdict {
        let verdicts = map(holds)
        let sure = verdicts.count { $0 == .borneOut }
        let possible = sure + verdicts.count { $0 == .undecidable }
        if sure > number || possible < number { return .contradicted }
        return sure == possible ? .borneOut : .undecidable
    }
}
