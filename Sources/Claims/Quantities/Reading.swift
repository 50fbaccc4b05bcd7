package import Diagnostics
package import Statistics

/// What a quantity amounts to, as far as the data say, and what was read for it.
package struct Reading: Hashable, Sendable {
    /// By the figures as they are recorded; nil where nothing is known.
    package var recorded: Interval?
    /// By what the figures mean: a recorded 33 of a measure of minimums is 33 or more.
    package var meant: Interval?
    package var witnesses: [Witness] = []

    static let unknown = Reading(recorded: nil, meant: nil)
}

/// A figure that was read: a cell of the monthly table, or a count of incidents.
package struct Witness: Hashable, Sendable {
    /// "attacks in Hama".
    package var subject: String
    package var period: Period
    package var quantity: Quantity
    /// The cell; nil where the table has none.
    package var cell: Span?
    /// The rows that were counted.
    package var rows: [Span] = []

    /// The cell, or the rows.
    package var sources: [Span] { cell.map { [$0] } ?? rows }
}

extension Quantity {
    /// An estimate stands for the numbers around it; the rest as it is.
    func interval(estimatesWithin share: Double) -> Interval? {
        guard case .estimate(let number) = value else { return interval }
        return Interval(number - abs(number) * share, number + abs(number) * share, isEstimate: true)
    }
}
