/// What each province added to the change of the total between two months.
package struct Contributions: Hashable, Sendable {
    package struct Contribution: Hashable, Sendable {
        package let province: String
        package let change: Change
        /// By how much it moved the total, negative where it lowered it.
        package let difference: Interval
        /// That as a share of the total’s change, 0.42 for 42 % of it; see `Contributions.hasShares`.
        package let share: Interval?
    }

    package let measure: Measure
    package let total: Change
    /// The provinces whose change is known, in the report’s order.
    package let known: [Contribution]
    /// The provinces whose change is not, in the report’s order: a month is missing, or both are minimums that their cells
    /// state. They are not zero.
    package let unknown: [String]
    /// What the known provinces moved the total by together; nil where none is known, or nothing is of their sum.
    package let sum: Interval?
    /// The total’s change less that sum: what the other provinces, and what belongs to none, moved it by. Nil where that is
    /// unknown.
    package let residual: Interval?

    /// Whether the contributions have shares: where the total surely changed, all provinces are known, and neither they nor
    /// the residual can have gone the other way. Of a rise by 8 that is one by 10 and a fall by 2, “125 %” would mislead.
    package var hasShares: Bool { known.contains { $0.share != nil } }
}

/// A difference below this share of the total is what adding decimal fractions in binary leaves.
private let tolerance = 1e-9

extension StatisticsTable {
    /// - Parameter provinces: in the report’s order, without the total.
    package func contributions(
        to total: String, of measure: Measure, provinces: [String], from earlier: Month, to later: Month
    ) -> Contributions {
        let whole = change(of: measure, in: total, from: earlier, to: later)
        let parts = provinces.map { province in
            let change = change(of: measure, in: province, from: earlier, to: later)
            return (province: province, change: change, difference: change.difference)
        }
        let differences = parts.compactMap(\.difference)
        let sum = differences.dropFirst().reduce(differences.first) { sum, next in sum.flatMap { $0 + next } }
        let size = max(1, whole.earlier.quantity.number?.magnitude ?? 0, whole.later.quantity.number?.magnitude ?? 0)
        let residual = whole.difference.flatMap { whole in sum.flatMap { whole - $0 } }.flatMap {
            ($0.number?.magnitude ?? size) < tolerance * size ? Interval(0, 0, isEstimate: $0.isEstimate) : $0
        }
        let isComplete = differences.count == parts.count
        let shares = isComplete ? shares(of: differences, residual: residual, in: whole.difference) : nil
        return Contributions(
            measure: measure, total: whole,
            known: parts.enumerated().compactMap { index, part in
                part.difference.map {
                    Contributions.Contribution(
                        province: part.province, change: part.change, difference: $0, share: shares?[index])
                }
            },
            unknown: parts.filter { $0.difference == nil }.map(\.province), sum: sum, residual: residual)
    }
}

/// Nil unless all surely went one way, or did not change, and the whole surely changed.
private func shares(of parts: [Interval], residual: Interval?, in whole: Interval?) -> [Interval?]? {
    guard let residual, let whole else { return nil }
    // A fall is shared out like the rise that it is seen from the other side.
    func turned(_ interval: Interval) -> Interval? { whole.upper < 0 ? negated(interval) : interval }
    let rises = parts.compactMap(turned)
    guard let whole = turned(whole), whole.lower > 0, let residual = turned(residual), residual.lower >= 0,
        rises.count == parts.count, rises.allSatisfy({ $0.lower >= 0 })
    else { return nil }
    return rises.map { $0.share(of: whole) }
}

private func negated(_ interval: Interval) -> Interval? {
    Interval(-interval.upper, -interval.lower, isEstimate: interval.isEstimate)
}
