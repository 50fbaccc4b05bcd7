import Statistics

/// What the months of a year add up to, from January on.
struct YearToDate {
    /// For each month the sum up to it: unknown before the first that is known, and where the sum has come to its end.
    private(set) var sums: [Quantity] = []
    /// From which month on the sum lacks one that is not known, and is a minimum; nil where it lacks none.
    private(set) var firstLacking: Int?

    /// - Parameters:
    ///   - series: from January on.
    ///   - isCount: whether nothing of it is ever below zero, so that what is known of a sum is a minimum of it. Otherwise
    ///     the sum ends before the first month that is not known.
    init(_ series: Series, isCount: Bool) {
        var (low, high) = (0.0, 0.0)
        var (hasBegun, hasEnded, isEstimate) = (false, false, false)
        for (index, observation) in series.observations.enumerated() {
            let quantity = observation.quantity
            let upper: Double
            switch quantity.value {
            case .missing: upper = .infinity
            case .atLeast: upper = quantity.isOpen(in: series.measure) ? .infinity : quantity.number ?? 0
            default: upper = quantity.upperNumber ?? 0
            }
            let lower: Double? = if case .atMost = quantity.value { isCount ? 0 : nil } else { quantity.number }
            low += lower ?? 0
            high += upper
            if upper == .infinity || lower == nil {
                firstLacking = firstLacking ?? index
                if !isCount { hasEnded = true }
            }
            if case .estimate = quantity.value { isEstimate = true }
            hasBegun = hasBegun || !quantity.isMissing
            let interval = hasBegun && !hasEnded ? Interval(low, high, isEstimate: isEstimate && high < .infinity) : nil
            sums.append(Quantity(interval))
        }
    }

    /// The months of the line, each with its sum: those that are whole, and those from the last of them on that are minimums.
    var points: (whole: [PlotPoint], floor: [PlotPoint]) {
        let points = sums.enumerated().compactMap { band, sum in sum.number.map { PlotPoint(band: band, value: $0) } }
        let whole = points.filter { $0.band < firstLacking ?? sums.count }
        let floor = points.filter { $0.band >= firstLacking ?? sums.count }
        return (whole, floor.isEmpty ? [] : whole.suffix(1) + floor)
    }

    /// Where the sum may lie as long as it has an upper end: from the month before the first that has bounds.
    var ranges: [PlotRange] {
        let bounds = sums.enumerated().compactMap { band, sum -> PlotRange? in
            guard band < firstLacking ?? sums.count, let low = sum.number, let high = sum.upperNumber else { return nil }
            return PlotRange(band: band, low: low, high: high)
        }
        guard let first = bounds.firstIndex(where: { $0.low < $0.high }) else { return [] }
        return Array(bounds[max(0, first - 1)...])
    }

    var last: (band: Int, sum: Quantity)? {
        sums.lastIndex { !$0.isMissing }.map { ($0, sums[$0]) }
    }
}
