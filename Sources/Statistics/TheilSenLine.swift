/// The straight line with the median slope of all pairs of months: a few months far off do not turn it.
///
/// Theil (1950); the interval by Sen, “Estimates of the Regression Coefficient Based on Kendall’s Tau”, Journal of the
/// American Statistical Association 63 (1968), with the variance corrected for ties.
package struct TheilSenLine: Hashable, Sendable {
    package let sample: Sample
    /// By how much the line rises in a month.
    package let slope: Double
    /// The line at the first month of the series: the median of the values less the slope times the median of the months.
    ///
    /// The other convention, the median of all values less their months’ slope, gives another number.
    package let intercept: Double

    private let origin: Month
    /// Of all pairs, in order.
    private let slopes: [Double]

    /// Nil where fewer than two months enter.
    package init?(_ series: Series) {
        sample = Sample(series)
        let points = sample.points
        // At 240 months these are 28 680 pairs.
        slopes = points.indices.flatMap { later in
            points[..<later].map { (points[later].y - $0.y) / (points[later].x - $0.x) }
        }.sorted()
        guard let origin = sample.origin, let slope = slopes.median, let centre = points.map(\.x).median,
            let level = points.map(\.y).median
        else { return nil }
        (self.origin, self.slope) = (origin, slope)
        intercept = level - slope * centre
    }

    /// The line at a month, which may lie outside the series.
    package func value(at month: Month) -> Double { intercept + slope * Double(origin.distance(to: month)) }

    /// What the slope may be; nil unless the confidence lies between 0 and 1.
    ///
    /// Of few months the interval ends at the outermost slopes, and holds the truth less often than it says.
    package func slopeInterval(confidence: Double = 0.95) -> ClosedRange<Double>? {
        guard confidence > 0, let reach = normalQuantile((1 + confidence) / 2) else { return nil }
        let pairs = Double(slopes.count)
        let margin = reach * kendallVariance.squareRoot()
        let lower = ((pairs - margin) / 2).rounded(.toNearestOrEven) - 1
        let upper = ((pairs + margin) / 2).rounded(.toNearestOrEven)
        return slopes[Int(max(0, lower))]...slopes[Int(min(pairs - 1, upper))]
    }

    /// The variance of Kendall’s S, with values that tie; months never do.
    private var kendallVariance: Double {
        func term(_ count: Int) -> Double { Double(count * (count - 1) * (2 * count + 5)) }
        let ties = Dictionary(grouping: sample.points, by: \.y).values.map(\.count).sorted()
        return (term(sample.count) - ties.map(term).reduce(0, +)) / 18
    }
}
