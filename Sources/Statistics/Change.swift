/// How a quantity differs between two months.
package struct Change: Hashable, Sendable {
    package enum Direction: Hashable, Sendable {
        case rise, unchanged, fall
    }

    package let earlier: Series.Observation
    package let later: Series.Observation

    package init(from earlier: Series.Observation, to later: Series.Observation) {
        self.earlier = earlier
        self.later = later
    }

    /// By how much the later is more, negative where it is less; nil where that is unknown: a month is missing, or both are
    /// minimums that their cells state.
    package var difference: Interval? {
        guard let earlier = earlier.quantity.interval, let later = later.quantity.interval else { return nil }
        return later - earlier
    }

    /// How many times the earlier the later is, 2 for a doubling; nil where that is unknown, or the earlier can be zero or less.
    package var ratio: Interval? {
        guard let earlier = earlier.quantity.interval, let later = later.quantity.interval else { return nil }
        return later / earlier
    }

    /// Nil where the difference is unknown, or its sign is: where it can be zero and can be something else.
    package var direction: Direction? {
        guard let difference else { return nil }
        if difference.lower > 0 { return .rise }
        if difference.upper < 0 { return .fall }
        return difference.number == 0 ? .unchanged : nil
    }
}

extension Series {
    /// The change from one month to another; unknown where either is missing or outside the series.
    package func change(from earlier: Month, to later: Month) -> Change {
        Change(from: self[earlier], to: self[later])
    }
}

extension StatisticsTable {
    /// The change of a measure in a province (or the total) from one month to another; unknown where either is missing.
    package func change(of measure: Measure, in province: String, from earlier: Month, to later: Month) -> Change {
        Change(
            from: observation(of: measure, in: province, month: earlier),
            to: observation(of: measure, in: province, month: later))
    }
}
