/// The months of a series that enter a fit, each as a point: its place in the series, and a number.
///
/// A quantity enters by the number that is known best: an exact one, a minimum and an estimate by theirs, a range by its
/// middle. A maximum does not enter, for its lower end is not known, and a missing month does not: unknown is not zero.
package struct Sample: Hashable, Sendable {
    package struct Point: Hashable, Sendable {
        package let month: Month
        /// Months since the first of the series.
        package let x: Double
        package let y: Double
    }

    /// The first month of the series; nil where it has none.
    package let origin: Month?
    /// In order.
    package let points: [Point]
    /// The months that do not enter, in order: missing, or maximums.
    package let leftOut: [Month]

    package init(_ series: Series) {
        origin = series.observations.first?.month
        var points: [Point] = []
        var leftOut: [Month] = []
        for (index, observation) in series.observations.enumerated() {
            if let number = observation.quantity.fitted {
                points.append(Point(month: observation.month, x: Double(index), y: number))
            } else {
                leftOut.append(observation.month)
            }
        }
        self.points = points
        self.leftOut = leftOut
    }

    package var count: Int { points.count }
}

extension Quantity {
    /// What it enters a fit by.
    fileprivate var fitted: Double? {
        switch value {
        case .exact(let number), .atLeast(let number), .estimate(let number): number
        case .range(let lower, let upper): lower + (upper - lower) / 2
        case .atMost, .missing: nil
        }
    }
}

extension [Double] {
    /// Of an even count the mean of the two in the middle; nil of none.
    var median: Double? {
        guard !isEmpty else { return nil }
        let sorted = sorted()
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2
    }

    var mean: Double? { isEmpty ? nil : reduce(0, +) / Double(count) }
}
