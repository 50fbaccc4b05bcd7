/// What of the incidents a measure counts.
package enum IncidentTally: Hashable, Sendable {
    /// Each row.
    case rows
    /// Those that answer a question with yes.
    case claimed, highQuality
    /// The people in a column.
    case killed, wounded, captured

    /// The words for them in a report.
    package static let words: [(word: String, tally: IncidentTally)] = [
        ("rows", .rows), ("claimed", .claimed), ("high_quality", .highQuality), ("killed", .killed), ("wounded", .wounded),
        ("captured", .captured),
    ]

    /// What an incident adds, as far as it is known: an empty answer adds one or nothing, an empty number nothing or more.
    func part(of incident: Incident) -> Interval? {
        switch self {
        case .rows: Interval(1, 1)
        case .claimed: answer(incident.isClaimed)
        case .highQuality: answer(incident.isHighQuality)
        case .killed: people(incident.killed)
        case .wounded: people(incident.wounded)
        case .captured: people(incident.captured)
        }
    }

    private func answer(_ answer: Bool?) -> Interval? {
        answer.map { $0 ? Interval(1, 1) : Interval(0, 0) } ?? Interval(0, 1)
    }

    private func people(_ quantity: Quantity) -> Interval? { quantity.interval ?? Interval(0, .infinity) }
}

/// The incidents that are described, held against the figure of the month that counts them.
package struct IncidentReconciliation: Hashable, Sendable {
    package let measure: Measure
    package let province: String
    package let figure: Series.Observation
    /// What the incidents amount to.
    package let described: Interval
    /// The figure less that; nil where the figure is missing.
    package let residual: Interval?

    /// Whether the two cannot be the same.
    package var disagrees: Bool {
        guard let residual else { return false }
        return residual.lower > 0 || residual.upper < 0
    }
}

extension StatisticsTable {
    /// Nil where no incident of that month is described at all, or nothing is known of their sum.
    ///
    /// - Parameter province: nil for all provinces, against the total.
    package func reconciliation(
        of measure: Measure, by tally: IncidentTally, with incidents: [Incident], province: String?, total: String, month: Month
    ) -> IncidentReconciliation? {
        guard incidents.contains(where: { $0.month == month }) else { return nil }
        var sum = Interval(0, 0)
        for incident in incidents where province == nil || incident.province == province {
            guard incident.month == month || incident.month == nil, var part = tally.part(of: incident) else { continue }
            // One without a month may be of this one.
            if incident.month == nil { part = Interval(min(0, part.lower), part.upper) ?? part }
            sum = sum.flatMap { $0 + part }
        }
        let figure = observation(of: measure, in: province ?? total, month: month)
        guard let sum else { return nil }
        return IncidentReconciliation(
            measure: measure, province: province ?? total, figure: figure, described: sum,
            residual: figure.quantity.interval.flatMap { $0 - sum })
    }
}
