/// The numbers that a value can be, from `lower` to `upper`, both possible; either end can be infinite.
package struct Interval: Hashable, Sendable {
    package let lower: Double
    package let upper: Double
    /// Whether an estimate went into it: the ends are then near the truth, not around it.
    package let isEstimate: Bool

    /// Nil for ends that are no numbers or in the wrong order, and for an interval that says nothing: infinite at both ends.
    package init?(_ lower: Double, _ upper: Double, isEstimate: Bool = false) {
        guard lower <= upper, lower < .infinity, upper > -.infinity, lower > -.infinity || upper < .infinity else { return nil }
        self.lower = lower
        self.upper = upper
        self.isEstimate = isEstimate
    }

    /// The one number that it can be; nil where it can be several.
    package var number: Double? { lower == upper ? lower : nil }

    package func contains(_ number: Double) -> Bool { lower <= number && number <= upper }

    /// Nil where nothing is known of the sum.
    package static func + (left: Interval, right: Interval) -> Interval? {
        Interval(left.lower + right.lower, left.upper + right.upper, isEstimate: left.isEstimate || right.isEstimate)
    }

    /// Nil where nothing is known of the difference, as of two minimums.
    package static func - (left: Interval, right: Interval) -> Interval? {
        Interval(left.lower - right.upper, left.upper - right.lower, isEstimate: left.isEstimate || right.isEstimate)
    }

    /// The quotient; nil where the divisor can be zero or less, and where nothing is known of it.
    package static func / (left: Interval, right: Interval) -> Interval? {
        guard right.lower > 0 else { return nil }
        return Interval(
            left.lower >= 0 ? left.lower / right.upper : left.lower / right.lower,
            left.upper >= 0 ? left.upper / right.lower : left.upper / right.upper,
            isEstimate: left.isEstimate || right.isEstimate)
    }

    /// The product; nil where nothing is known of it.
    package static func * (left: Interval, right: Interval) -> Interval? {
        // Nothing times a number that may be anything is nothing.
        func product(_ one: Double, _ other: Double) -> Double { one == 0 || other == 0 ? 0 : one * other }
        let corners = [
            product(left.lower, right.lower), product(left.lower, right.upper), product(left.upper, right.lower),
            product(left.upper, right.upper),
        ]
        return Interval(
            corners.reduce(.infinity, min), corners.reduce(-.infinity, max), isEstimate: left.isEstimate || right.isEstimate)
    }

    /// This as a share of `whole`, 0.42 for 42 %; nil where the whole can be zero or less.
    ///
    /// A part is no more than its whole and no less than nothing, so an open end of the share is 1 or 0. Parts that are
    /// recorded as more than their whole give what they give.
    package func share(of whole: Interval) -> Interval? {
        guard let share = self / whole else { return nil }
        return Interval(
            share.lower == -.infinity ? min(0, share.upper) : share.lower,
            share.upper == .infinity ? max(1, share.lower) : share.upper, isEstimate: share.isEstimate)
    }
}
