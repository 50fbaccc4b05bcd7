/// The provinces of a month held against the report's own total, so that a residual is stated and never hidden.
package struct Reconciliation: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        /// Every province has a value, and they can add up to the total.
        case agrees
        /// Every province has a value, and they add up to less.
        case short
        /// The provinces that have a value add up to more, whatever the others are (a count is never below zero).
        case exceeds
        /// Some provinces have no value, and those that have one leave room for them.
        case incomplete
        /// The total is missing, or every province is, or both are minimums that their cells state.
        case unknown
    }

    package let measure: Measure
    package let month: Month
    package let total: Series.Observation
    /// The sum of the provinces that have a value; unknown where none has.
    package let sum: Quantity
    /// The total less that sum; unknown where either is. "31 of 35" leaves 4.
    package let residual: Quantity
    /// The provinces that have a value, in the report's order.
    package let known: [String]
    /// The provinces that have none, in the report's order.
    package let missing: [String]

    package var outcome: Outcome {
        guard let residual = residual.interval else { return .unknown }
        if residual.upper < 0 { return .exceeds }
        if !missing.isEmpty { return .incomplete }
        return residual.lower > 0 ? .short : .agrees
    }
}

/// A residual below this share of the total is what adding decimal fractions in binary leaves.
private let tolerance = 1e-9

extension StatisticsTable {
    /// - Parameter provinces: in the report's order, without the total.
    package func reconciliation(of measure: Measure, provinces: [String], total: String, month: Month) -> Reconciliation {
        let whole = observation(of: measure, in: total, month: month)
        let parts = provinces.map { (province: $0, quantity: observation(of: measure, in: $0, month: month).quantity) }
        let known = parts.filter { !$0.quantity.isMissing }
        let sum = known.map(\.quantity).sum()
        var residual = whole.quantity - sum
        if case .exact(let number) = residual.value, let size = whole.quantity.number,
            number.magnitude < tolerance * max(1, size.magnitude)
        {
            residual.value = .exact(0)
        }
        return Reconciliation(
            measure: measure, month: month, total: whole, sum: sum, residual: residual, known: known.map(\.province),
            missing: parts.filter(\.quantity.isMissing).map(\.province))
    }
}
