extension Series {
    /// The months of one calendar year, up to one of them; months outside the series are unknown.
    ///
    /// - Parameter last: 1 to 12; no months for anything else.
    package func year(_ year: Int, through last: Int = 12) -> Series {
        guard let january = Month(year: year, month: 1), let end = Month(year: year, month: last) else {
            return Series(measure: measure, province: province, observations: [])
        }
        return limited(to: january...end)
    }

    /// The calendar years that it has months of; nil for a series without months.
    package var years: ClosedRange<Int>? { months.map { $0.lowerBound.year...$0.upperBound.year } }

    /// Each month and all before it together, without cells; unknown before the first that is known.
    ///
    /// A range makes ranges, and a minimum minimums, but for a measure whose every figure is one.
    ///
    /// - Parameter isCount: whether nothing of it is ever below zero. A sum that lacks a month is then a minimum; otherwise
    ///   nothing is known from a missing month on.
    package func cumulative(isCount: Bool) -> Series {
        var sums = self
        var sum = Interval(0, 0)
        var marks: Quantity.Marks = []
        var hasBegun = false
        for (index, observation) in observations.enumerated() {
            let quantity = observation.quantity
            hasBegun = hasBegun || !quantity.isMissing
            sum = sum.flatMap { sum in addend(quantity, isCount).flatMap { sum + $0 } }
            marks.formUnion(quantity.marks)
            // At least about so many is at least so many.
            let known = sum.flatMap { Interval($0.lower, $0.upper, isEstimate: $0.isEstimate && $0.upper < .infinity) }
            sums.observations[index] = Observation(
                month: observation.month, quantity: hasBegun ? Quantity(known, marks: marks) : quantity, source: nil)
        }
        return sums
    }

    /// What a month can add to a sum; nil where that is anything.
    private func addend(_ quantity: Quantity, _ isCount: Bool) -> Interval? {
        switch quantity.value {
        case .missing: isCount ? Interval(0, .infinity) : nil
        case .atLeast(let number) where measure.counting == .floor: Interval(number, number)
        case .atMost(let number) where isCount: Interval(0, number)
        default: quantity.interval
        }
    }

    /// A month against the same month of all earlier years of the series.
    package func seasonalComparison(_ month: Month) -> SeasonalComparison {
        let earlier = observations.filter { $0.month < month && $0.month.month == month.month }
        return SeasonalComparison(now: self[month], earlier: earlier)
    }
}
