/// The straight line that is nearest to the months of a series by the squares of their distances from it.
///
/// Its intervals hold where the months scatter about a straight line independently of each other and alike, which the
/// months of a series rarely do quite: they show how much a trend may owe to chance, at the least.
package struct LeastSquaresLine: Hashable, Sendable {
    package let sample: Sample
    /// By how much the line rises in a month.
    package let slope: Double
    /// The line at the first month of the series.
    package let intercept: Double
    /// The mean distance of a month from the line; nil where only two months enter, which always lie on it.
    package let residualStandardError: Double?
    /// What share of the variance the line accounts for, 0 to 1; nil where all months have the same value.
    package let rSquared: Double?

    private let origin: Month
    private let centre: Double
    /// The sum of the squares of the months’ distances from their centre.
    private let spread: Double

    /// Nil where fewer than two months enter.
    package init?(_ series: Series) {
        sample = Sample(series)
        let points = sample.points
        guard points.count >= 2, let origin = sample.origin, let centre = points.map(\.x).mean,
            let level = points.map(\.y).mean
        else { return nil }
        func sum(_ term: (Sample.Point) -> Double) -> Double { points.reduce(0) { $0 + term($1) } }
        let spread = sum { ($0.x - centre) * ($0.x - centre) }
        let slope = sum { ($0.x - centre) * ($0.y - level) } / spread
        let variation = sum { ($0.y - level) * ($0.y - level) }
        let residual = sum { point in
            let distance = point.y - level - slope * (point.x - centre)
            return distance * distance
        }
        (self.origin, self.centre, self.spread, self.slope) = (origin, centre, spread, slope)
        intercept = level - slope * centre
        residualStandardError = points.count > 2 ? (residual / Double(points.count - 2)).squareRoot() : nil
        rSquared = variation > 0 ? max(0, 1 - residual / variation) : nil
    }

    /// The line at a month, which may lie outside the series.
    package func value(at month: Month) -> Double { intercept + slope * x(month) }

    /// What the slope may be; nil where only two months enter.
    ///
    /// - Parameter confidence: how often such an interval holds the truth, between 0 and 1.
    package func slopeInterval(confidence: Double = 0.95) -> ClosedRange<Double>? {
        interval(around: slope, confidence) { $0 / spread.squareRoot() }
    }

    /// What the mean of the months like this one may be: the band around the line. Nil where only two months enter.
    package func meanInterval(at month: Month, confidence: Double = 0.95) -> ClosedRange<Double>? {
        interval(around: value(at: month), confidence) { $0 * leverage(month).squareRoot() }
    }

    /// What the one month may be, scatter about the line included; nil where only two months enter.
    package func predictionInterval(at month: Month, confidence: Double = 0.95) -> ClosedRange<Double>? {
        interval(around: value(at: month), confidence) { $0 * (1 + leverage(month)).squareRoot() }
    }

    private func x(_ month: Month) -> Double { Double(origin.distance(to: month)) }

    private func leverage(_ month: Month) -> Double {
        let distance = x(month) - centre
        return 1 / Double(sample.count) + distance * distance / spread
    }

    /// - Parameter standardError: what it is for a residual standard error.
    private func interval(
        around value: Double, _ confidence: Double, standardError: (Double) -> Double
    ) -> ClosedRange<Double>? {
        guard let residualStandardError,
            let reach = StudentT(degreesOfFreedom: Double(sample.count - 2)).reach(of: confidence), reach >= 0
        else { return nil }
        let margin = reach * standardError(residualStandardError)
        return (value - margin)...(value + margin)
    }
}
