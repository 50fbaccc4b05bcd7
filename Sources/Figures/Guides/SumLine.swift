import Statistics

/// The line of what the months of a year add up to, from January on.
struct SumLine {
    /// For each month the sum up to it.
    let sums: [Quantity]
    /// From which month on the sum is a minimum, or not known.
    private let firstLacking: Int

    /// - Parameter series: what has been added up.
    init(_ series: Series) {
        sums = series.observations.map(\.quantity)
        firstLacking = sums.firstIndex { sum in sum.interval.map { $0.upper == .infinity } ?? true } ?? sums.count
    }

    /// What the line has at each month; nil where it has nothing.
    var heights: [Double?] { sums.map { $0.interval.flatMap { $0.lower.isFinite ? $0.lower : nil } } }

    /// Whether the sum at a month lacks one that is not known.
    func isMinimum(at band: Int) -> Bool { band >= firstLacking }

    /// Whether the line comes to an end before the year does.
    var ends: Bool { last.map { $0.band < sums.count - 1 } ?? false }

    /// The months of the line, each with its sum: those that are whole, and those from the last of them on that are minimums.
    var points: (whole: [PlotPoint], floor: [PlotPoint]) {
        let points = heights.enumerated().compactMap { band, height in height.map { PlotPoint(band: band, value: $0) } }
        let whole = points.filter { !isMinimum(at: $0.band) }
        let floor = points.filter { isMinimum(at: $0.band) }
        return (whole, floor.isEmpty ? [] : whole.suffix(1) + floor)
    }

    /// Where the sum may lie as long as it has an upper end: from the month before the first that has bounds.
    var ranges: [PlotRange] {
        let bounds = sums.prefix(firstLacking).enumerated().compactMap { band, sum -> PlotRange? in
            guard let low = sum.number, let high = sum.upperNumber else { return nil }
            return PlotRange(band: band, low: low, high: high)
        }
        guard let first = bounds.firstIndex(where: { $0.low < $0.high }) else { return [] }
        return Array(bounds[max(0, first - 1)...])
    }

    /// The end of the line.
    var last: PlotPoint? { points.floor.last ?? points.whole.last }
}
