/// The values that a scale covers, from the lowest to the highest, which differ.
package struct Domain: Hashable, Sendable {
    package let lower: Double
    package let upper: Double

    /// Nil for what is empty, infinite or not a number.
    package init?(_ lower: Double, _ upper: Double) {
        guard lower.isFinite, upper.isFinite, lower < upper, (upper - lower).isFinite else { return nil }
        self.lower = lower
        self.upper = upper
    }

    private init(unchecked range: ClosedRange<Double>) {
        lower = range.lowerBound
        upper = range.upperBound
    }

    /// From 0 to 1.
    package static let unit = Domain(unchecked: 0...1)

    package var length: Double { upper - lower }

    package func contains(_ value: Double) -> Bool { value >= lower && value <= upper }
}
