/// A smooth through the months of a series: at each a line fitted to the months nearest to it, the nearer the weightier.
///
/// Locally weighted regression of degree 1 with tricube weights: Cleveland, “Robust Locally Weighted Regression and
/// Smoothing Scatterplots”, Journal of the American Statistical Association 74 (1979). What R’s `lowess` gives at the
/// months that enter; at a month that does not, what its neighbours say of it.
package struct LOESS: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        package let month: Month
        /// Nil for a month that does not enter and has no neighbour near enough to weigh anything.
        package let value: Double?
        /// Whether the month itself entered; a line through the smooth is to break, or be faint, where it did not.
        package let isKnown: Bool
    }

    package let sample: Sample
    /// A month each, from the first that enters to the last.
    package let points: [Point]

    /// Nil where fewer than two months enter.
    ///
    /// - Parameters:
    ///   - span: what share of the months that enter a line is fitted to, 0 to 1; two at least.
    ///   - robustness: how often the fit is repeated with less weight for months far off it, by Tukey’s bisquare; 0 for never.
    package init?(_ series: Series, span: Double = 2.0 / 3, robustness: Int = 3) {
        sample = Sample(series)
        guard sample.count >= 2, let first = sample.points.first, let last = sample.points.last, let origin = sample.origin else {
            return nil
        }
        let known = sample.points
        let share = Int(min(1, max(0, span)) * Double(known.count) + rounding)
        var fit = LocalFit(points: known, neighbours: max(2, share), robustness: known.map { _ in 1 })
        var repetitions = max(0, robustness)
        while repetitions > 0, let weights = fit.robustnessWeights() {
            fit.robustness = weights
            repetitions -= 1
        }
        let numbers = Dictionary(known.map { ($0.month, $0.y) }) { one, _ in one }
        points = (first.month...last.month).map { month in
            let value = fit.value(at: Double(origin.distance(to: month)))
            // Where nothing weighs anything, as where all near months are far off the fit, Cleveland takes the month itself.
            return Point(month: month, value: value ?? numbers[month], isKnown: numbers[month] != nil)
        }
    }
}

/// So that 0.3 of 10 months are three.
private let rounding = 1e-7
/// Within this share of the farthest neighbour’s distance, or of the scale of residuals, a weight is 1; beyond one less it, 0.
private let edge = 0.001

private struct LocalFit {
    let points: [Sample.Point]
    let neighbours: Int
    /// A weight for each point.
    var robustness: [Double]

    /// The line fitted around `x`, there; nil where no point weighs anything.
    func value(at x: Double) -> Double? {
        let reach = points.map { abs($0.x - x) }.sorted()[neighbours - 1]
        let weights = zip(points, robustness).map { point, robustness in
            weight(abs(point.x - x), of: reach) { cube(1 - cube($0)) } * robustness
        }
        let sum = weights.reduce(0, +)
        guard sum > 0 else { return nil }
        func mean(_ term: (Sample.Point) -> Double) -> Double {
            zip(points, weights).reduce(0) { $0 + $1.1 * term($1.0) } / sum
        }
        let (centre, level) = (mean(\.x), mean(\.y))
        let spread = mean { ($0.x - centre) * ($0.x - centre) }
        let range = points[points.count - 1].x - points[0].x
        // One month alone has no slope.
        guard spread.squareRoot() > edge * range else { return level }
        return level + mean { ($0.x - centre) * $0.y } / spread * (x - centre)
    }

    /// Bisquare weights by the distance of each point from the fit; nil where most lie on it.
    func robustnessWeights() -> [Double]? {
        let residuals = points.map { abs($0.y - (value(at: $0.x) ?? $0.y)) }
        guard let median = residuals.median, let mean = residuals.mean, 6 * median > rounding * mean else { return nil }
        return residuals.map { weight($0, of: 6 * median) { square(1 - square($0)) } }
    }

    private func weight(_ distance: Double, of reach: Double, by kernel: (Double) -> Double) -> Double {
        if distance <= edge * reach { return 1 }
        return distance <= (1 - edge) * reach ? kernel(distance / reach) : 0
    }

    private func square(_ number: Double) -> Double { number * number }
    private func cube(_ number: Double) -> Double { number * number * number }
}
