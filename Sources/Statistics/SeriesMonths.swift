extension Series {
    /// From the first month to the last; nil for a series without months.
    package var months: ClosedRange<Month>? {
        guard let first = observations.first?.month, let last = observations.last?.month, first <= last else { return nil }
        return first...last
    }

    /// The observation of a month; unknown, without a cell, for a month outside the series.
    package subscript(month: Month) -> Observation {
        if let first = observations.first?.month, case let index = first.distance(to: month),
            observations.indices.contains(index), observations[index].month == month
        {
            return observations[index]
        }
        return Observation(month: month, quantity: .unknown, source: nil)
    }

    /// The same series from one month to another; months outside it are unknown.
    package func limited(to months: ClosedRange<Month>) -> Series {
        Series(measure: measure, province: province, observations: months.map { self[$0] })
    }

    /// The observations that have a value, in order.
    package var known: [Observation] { observations.filter { !$0.quantity.isMissing } }

    /// The months without a value, in order.
    package var missingMonths: [Month] { observations.filter(\.quantity.isMissing).map(\.month) }

    /// Whether no value that is known has a fraction, as counts have none; true where none is known.
    package var hasWholeNumbers: Bool {
        observations.allSatisfy { observation in
            [observation.quantity.number, observation.quantity.upperNumber].allSatisfy { $0.map { $0 == $0.rounded() } ?? true }
        }
    }

    /// All months together; missing where one of them is.
    package var sum: Quantity { observations.lazy.map(\.quantity).sum() }
}
