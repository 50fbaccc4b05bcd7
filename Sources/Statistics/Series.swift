package import Diagnostics

/// The quantities of one measure in one province, month by month, gaps kept.
package struct Series: Hashable, Sendable {
    /// A month's quantity, and the cell that it was read from; no cell where the table has none.
    package struct Observation: Hashable, Sendable {
        package var month: Month
        package var quantity: Quantity
        package var source: Span?

        package init(month: Month, quantity: Quantity, source: Span?) {
            self.month = month
            self.quantity = quantity
            self.source = source
        }
    }

    package var measure: Measure
    package var province: String
    /// One for each month, in order, without a hole: an unknown month is an observation of `Quantity.unknown`.
    package var observations: [Observation]

    package init(measure: Measure, province: String, observations: [Observation]) {
        self.measure = measure
        self.province = province
        self.observations = observations
    }
}
