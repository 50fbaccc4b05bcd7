import Scenes
import Statistics

/// What a plot finds out about its marks.
extension Plot {
    /// Whether its marks are columns, which keep together; lines go to their labels.
    var isOfBars: Bool {
        marks.contains { if case .bar = $0 { true } else { false } } && !hasAreas
    }

    /// Whether areas of parts hide what lies behind them.
    var hasAreas: Bool { marks.contains { if case .area(_, let role) = $0 { role != .ribbon } else { false } } }

    /// The share of a bar that the thinnest of those side by side has; infinite where none are.
    var narrowestLane: Double {
        direction == .horizontal || isGrid ? .infinity : marks.reduce(.infinity) { least, mark in
            if case .bar(_, let lane, _, _, _, _) = mark, lane != .whole { min(least, lane.thickness) } else { least }
        }
    }

    /// The same, with one sign of missing values below each band where the lanes of columns are too narrow for one each, and with
    /// one for a run of bands where these are.
    ///
    /// - Parameter isThinned: whether there is a row for such runs.
    func withSigns(in bands: BandScale, isThinned: Bool, _ style: FigureStyle, _ measurer: any TextMeasurer) -> Plot {
        let plot = withSigns(lanesOf: bands.bar, style, measurer)
        return isThinned ? plot.withRuns(in: bands, style, measurer) : plot
    }

    private func withRuns(in bands: BandScale, _ style: FigureStyle, _ measurer: any TextMeasurer) -> Plot {
        var runs: [MissingRun] = []
        for mark in marks {
            guard case .missing(let band, _, let absence, nil) = mark else { continue }
            if let last = runs.last, last.absence == absence, last.bands.upperBound == band - 1 {
                runs[runs.count - 1].bands = last.bands.lowerBound...band
            } else {
                runs.append(MissingRun(bands: band...band, absence: absence))
            }
        }
        let widest = runs.map { measurer.advance(of: style.symbol(of: $0.absence), in: style.texts.value.font) }.max() ?? 0
        guard direction == .vertical, widest > bands.step else { return self }
        var plot = self
        plot.missing = .belowPlot
        plot.marks = marks.filter { !$0.isMissing } + [.missingRuns(runs)]
        return plot
    }

    /// - Parameter bar: how wide the bars of a band are together.
    private func withSigns(lanesOf bar: Double, _ style: FigureStyle, _ measurer: any TextMeasurer) -> Plot {
        let isCramped = direction == .vertical && marks.contains { mark in
            guard case .missing(_, let lane, let absence, _) = mark, lane != .whole else { return false }
            return measurer.advance(of: style.symbol(of: absence), in: style.texts.value.font) > bar * lane.thickness
        }
        guard isCramped else { return self }
        var plot = self
        plot.missing = .belowPlot
        var signed: [Int] = []
        plot.marks = marks.compactMap { mark in
            guard case .missing(let band, _, let absence, _) = mark else { return mark }
            guard !signed.contains(band) else { return nil }
            signed.append(band)
            return .missing(band: band, .whole, absence)
        }
        return plot
    }
}

extension Mark {
    /// The highest value that it reaches in a band; nil where it is not in it.
    func end(in band: Int) -> Double? {
        switch self {
        case .bar(let own, _, let from, let value, _, _): own == band ? max(from, value) : nil
        case .span(let own, let from, let to, _): own == band ? max(from, to) : nil
        case .whisker(let own, _, _, let to): own == band ? to : nil
        case .line(let points, _, _): points.first { $0.band == band }?.value
        case .dot(let point, _, _, _): point.band == band ? point.value : nil
        case .area(let ranges, let role): role == .ribbon ? nil : ranges.first { $0.band == band }?.high
        case .joint, .connector, .missing, .missingRuns: nil
        }
    }
}
