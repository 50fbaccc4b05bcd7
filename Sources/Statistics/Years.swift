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

    /// Each month and all before it together, without cells. From a missing month on nothing is known; a range makes
    /// ranges, and a minimum minimums.
    package var cumulative: Series {
        var sums = self
        var sum: Quantity?
        for index in observations.indices {
            let quantity = observations[index].quantity
            let next = sum.map { $0 + quantity } ?? quantity
            sums.observations[index] = Observation(month: observations[index].month, quantity: next, source: nil)
            sum = next
        }
        return sums
    }

    /// The year up to a month against the same months of the year before.
    package func yearToDate(_ month: Month) -> YearToDate {
        YearToDate(
            now: year(month.year, through: month.month).cumulative,
            before: year(month.year - 1, through: month.month).cumulative)
    }

    /// A month against the same month of all earlier years of the series.
    package func seasonalComparison(_ month: Month) -> SeasonalComparison {
        let earlier = observations.filter { $0.month < month && $0.month.month == month.month }
        return SeasonalComparison(now: self[month], earlier: earlier)
    }
}

/// A year up to a month, and the same months of the year before, each month with all before it together.
package struct YearToDate: Hashable, Sendable {
    package let now: Series
    package let before: Series

    /// From all months of the year before to all of this one; unknown where one of them is.
    package var change: Change? {
        guard let before = before.observations.last, let now = now.observations.last else { return nil }
        return Change(from: before, to: now)
    }
}
