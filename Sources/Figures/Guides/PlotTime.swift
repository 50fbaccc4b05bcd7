package import Statistics

/// Where months and provinces stand in a plot.
extension Plot {
    /// The months that the bands stand for: a stretch of time, or one for each of several years, the latest last.
    private var stretches: [ClosedRange<Month>] {
        guard case .months(let months, _) = bands else {
            return years.keys.sorted().compactMap { year in Month(year: year, month: 1).map { $0...$0.advanced(by: 11) } }
        }
        return [months.first.map { $0...$0.advanced(by: months.count - 1) }].compactMap { $0 }
    }

    /// The bands of a period as far as the plot shows it; of one in several years, where each band is a month of all of
    /// them, those of the latest. Nil for none.
    package func bands(of period: ClosedRange<Month>) -> ClosedRange<Int>? {
        guard let stretch = stretches.last(where: { $0.overlaps(period) }) else { return nil }
        let shown = period.clamped(to: stretch)
        return stretch.lowerBound.distance(to: shown.lowerBound)...stretch.lowerBound.distance(to: shown.upperBound)
    }

    /// Whether all that it shows comes after a month.
    func isAfter(_ month: Month) -> Bool { stretches.first.map { month < $0.lowerBound } ?? false }

    func band(of month: Month) -> Int? { bands(of: month...month)?.lowerBound }

    /// What a call-out points at: the highest mark of a band, or its year's line. Nil where the plot shows nothing of it.
    ///
    /// - Parameter base: where a band without a mark has its end.
    package func point(of target: Annotations.CallOut.Target, base: Double = 0) -> PlotPoint? {
        func highest(_ band: Int) -> PlotPoint {
            PlotPoint(band: band, value: marks.reduce(base) { max($0, $1.end(in: band) ?? base) })
        }
        switch (target, bands) {
        case (.province(let province), .names(let names)): return names.firstIndex(of: province).map(highest)
        case (.province, _): return nil
        case (.month(let month), .months): return band(of: month).map(highest)
        case (.month(let month), _):
            guard let band = band(of: month), let line = years[month.year], line.indices.contains(band) else { return nil }
            return PlotPoint(band: band, value: line[band] ?? base)
        }
    }

    /// For an author who named another place.
    var placesToName: String {
        if case .names(let names) = bands {
            return isSpanning
                ? "periods, events and call-outs have no place in it: take it out, or choose another kind"
                : "periods and events have no place in it: write call-outs, each at one of \(names.joined(separator: ", "))"
        }
        guard let first = stretches.first else { return "it shows no months of time: take it out" }
        return stretches.count == 1
            ? "it shows \(first.lowerBound) to \(first.upperBound): name a month of these"
            : "it shows the months of \(years.keys.sorted().map(String.init).joined(separator: ", ")) as far as they are known: name one of these"
    }
}
