/// A month held against the same month of earlier years.
package struct SeasonalComparison: Hashable, Sendable {
    package let now: Series.Observation
    /// The same month of earlier years, the earliest first, those without a value among them.
    package let earlier: [Series.Observation]

    package init(now: Series.Observation, earlier: [Series.Observation]) {
        self.now = now
        self.earlier = earlier
    }

    /// The earlier years that have a value: the comparison is with these.
    package var known: [Series.Observation] { earlier.filter { !$0.quantity.isMissing } }

    /// The earlier years that the comparison knows nothing of.
    package var missingMonths: [Month] { earlier.filter(\.quantity.isMissing).map(\.month) }

    /// The mean of the earlier years that have a value; unknown where none has. With a minimum in it it is one.
    package var mean: Quantity {
        let known = known
        return known.isEmpty ? .unknown : known.lazy.map(\.quantity).sum().divided(by: Double(known.count))
    }

    /// From the least that an earlier year can have been to the most; nil where none has a value.
    package var range: Interval? {
        let intervals = known.compactMap(\.quantity.interval)
        guard let first = intervals.first else { return nil }
        return intervals.dropFirst().reduce(first as Interval?) { range, next in
            range.flatMap {
                Interval(
                    min($0.lower, next.lower), max($0.upper, next.upper), isEstimate: $0.isEstimate || next.isEstimate)
            }
        }
    }

    /// The place of this month among all that have a value, 1 for the most; a span where ranges or minimums leave it open.
    /// Years that tie share a place. Nil where this month is missing.
    package var rank: ClosedRange<Int>? {
        guard let now = now.quantity.interval else { return nil }
        let others = known.compactMap(\.quantity.interval)
        let surelyMore = others.filter { $0.lower > now.upper }.count
        let possiblyMore = others.filter { $0.upper > now.lower }.count
        return (1 + surelyMore)...(1 + possiblyMore)
    }
}
