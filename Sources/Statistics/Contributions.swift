/// What each province added to the change of the total between two months.
package struct Contributions: Hashable, Sendable {
    package struct Contribution: Hashable, Sendable {
        package let province: String
        package let change: Change
        /// By how much it moved the total as a share of the total’s change, 0.42 for 42 % of it; see `Contributions.hasShares`.
        package let share: Interval?

        /// By how much it moved the total, negative where it lowered it.
        package var difference: Interval? { change.difference }
    }

    package let measure: Measure
    package let total: Change
    /// The provinces whose change is one number, in the order asked for.
    package let known: [Contribution]
    /// The provinces whose change is known within bounds only.
    package let bounded: [Contribution]
    /// The provinces whose change is not known: a month is missing, or both are minimums that their cells state. They are
    /// not zero.
    package let unknown: [Contribution]
    /// What the known provinces moved the total by together; nil where none is known.
    package let sum: Interval?
    /// The total’s change less that sum: what all others, and what belongs to no province, moved it by. Nil where that is
    /// unknown.
    package let residual: Interval?

    /// Whether the contributions have shares: where the total surely changed, all provinces are known, and neither they nor
    /// the residual can have gone the other way. Of a rise by 8 that is one by 10 and a fall by 2, “125 %” would mislead.
    package var hasShares: Bool { known.contains { $0.share != nil } }
}

/// A difference below this share of the total is what adding decimal fractions in binary leaves.
private let tolerance = 1e-9

extension StatisticsTable {
    /// - Parameter provinces: without the total.
    package func contributions(
        to total: String, of measure: Measure, provinces: [String], from earlier: Month, to later: Month
    ) -> Contributions {
        let whole = change(of: measure, in: total, from: earlier, to: later)
        let parts = provinces.map { ($0, change(of: measure, in: $0, from: earlier, to: later)) }
        let known = parts.filter { $0.1.difference?.number != nil }
        let differences = known.compactMap(\.1.difference)
        let sum = differences.dropFirst().reduce(differences.first) { sum, next in sum.flatMap { $0 + next } }
        let size = max(1, whole.earlier.quantity.number?.magnitude ?? 0, whole.later.quantity.number?.magnitude ?? 0)
        let residual = whole.difference.flatMap { whole in sum.map { whole - $0 } ?? whole }.flatMap {
            ($0.number?.magnitude ?? size) < tolerance * size ? Interval(0, 0, isEstimate: $0.isEstimate) : $0
        }
        let shares = known.count == parts.count ? shares(of: differences, residual: residual, in: whole.difference) : nil
        func others(_ isIncluded: (Change) -> Bool) -> [Contributions.Contribution] {
            parts.filter { isIncluded($0.1) }.map { .init(province: $0, change: $1, share: nil) }
        }
        return Contributions(
            measure: measure, total: whole,
            known: known.enumerated().map { index, part in .init(province: part.0, change: part.1, share: shares?[index]) },
            bounded: others { $0.difference.map { $0.number == nil } ?? false }, unknown: others { $0.difference == nil },
            sum: sum, residual: residual)
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
