import Statistics

/// What is laid through the months of a series: a mean, a smooth or a straight line.
struct Smooth {
    enum Fit: Hashable {
        case mean(window: Int)
        /// - Parameter span: per cent of the months.
        case loess(span: Int)
        case leastSquares, theilSen
    }

    private enum Found {
        case mean(Series)
        case loess(LOESS)
        case leastSquares(LeastSquaresLine)
        case theilSen(TheilSenLine)
        case nothing
    }

    let fit: Fit
    private let found: Found
    private let series: Series
    /// Whether nothing of the series is below zero, so that no interval is drawn there.
    private let isCount: Bool

    /// - Parameters:
    ///   - series: with as many months before the first that is shown as a mean needs.
    ///   - months: those that are shown.
    init(_ fit: Fit, of series: Series, months: ClosedRange<Month>) {
        self.fit = fit
        let shown = series.limited(to: months)
        self.series = shown
        isCount = shown.known.allSatisfy { ($0.quantity.number ?? 0) >= 0 }
        found =
            switch fit {
            case .mean(let window): .mean(series.rollingMean(window: window).limited(to: months))
            case .loess(let span): LOESS(shown, span: Double(span) / 100).map(Found.loess) ?? .nothing
            case .leastSquares: LeastSquaresLine(shown).map(Found.leastSquares) ?? .nothing
            case .theilSen: TheilSenLine(shown).map(Found.theilSen) ?? .nothing
            }
    }

    /// The smooth month by month; unknown where it has no value, and a smooth where the month itself has none.
    private var line: [Quantity] {
        switch found {
        case .mean(let mean): return mean.observations.map(\.quantity)
        case .loess(let loess):
            let values = Dictionary(uniqueKeysWithValues: loess.points.map { ($0.month, $0.isKnown ? $0.value : nil) })
            return series.observations.map { (values[$0.month] ?? nil).map { Quantity(.exact($0)) } ?? .unknown }
        case .leastSquares(let line): return series.observations.map { Quantity(.exact(line.value(at: $0.month))) }
        case .theilSen(let line): return series.observations.map { Quantity(.exact(line.value(at: $0.month))) }
        case .nothing: return series.observations.map { _ in .unknown }
        }
    }

    /// Where it may lie, each run of months by itself: a mean of bounds, or a line with its interval.
    private var bands: [[PlotRange]] {
        if case .mean(let mean) = found { return Self.bounds(of: mean) }
        guard case .leastSquares(let line) = found else { return [] }
        let band: [PlotRange] = series.observations.enumerated().compactMap { band, observation in
            line.meanInterval(at: observation.month).map {
                PlotRange(band: band, low: isCount ? max(0, $0.lowerBound) : $0.lowerBound, high: isCount ? max(0, $0.upperBound) : $0.upperBound)
            }
        }
        return band.isEmpty ? [] : [band]
    }

    /// Runs of months without a gap of which one at least is known within bounds only.
    private static func bounds(of mean: Series) -> [[PlotRange]] {
        let ranges = mean.observations.enumerated().map { band, observation in
            observation.quantity.number.flatMap { low in observation.quantity.upperNumber.map { PlotRange(band: band, low: low, high: $0) } }
        }
        return ranges.split(whereSeparator: { $0 == nil }).map { $0.compactMap(\.self) }
            .filter { run in run.count > 1 && run.contains { $0.low < $0.high } }
    }

    func marks(_ role: MarkRole) -> [Mark] {
        let bands = bands
        let covered = Set(bands.flatMap { $0.map(\.band) })
        var smooth = series
        for (index, quantity) in line.enumerated() {
            // A band spans what is possible: no whiskers.
            smooth.observations[index].quantity = covered.contains(index) ? Quantity(.exact(quantity.number ?? 0)) : quantity
        }
        return bands.map { .area($0, .ribbon) } + Mark.line(of: smooth, role)
    }

    /// What its scale must hold.
    var ends: [Double] { line.flatMap(\.ends) + bands.joined().flatMap { [$0.low, $0.high] } }

    /// Where it ends; nil where it has no value.
    var end: Double? { line.last { !$0.isMissing }?.number }

    /// Whether it is broken where a month is missing that it needs.
    var isBroken: Bool { if case .mean(let mean) = found { !mean.missingMonths.isEmpty } else { false } }

    // MARK: In words

    /// Within a subtitle: "the mean over 3 months".
    func name(_ wording: Wording) -> String {
        switch fit {
        case .mean(let window): wording.theMean(String(window))
        case .loess(let span): wording.theLoess(String(span))
        case .leastSquares: wording.theLeastSquares
        case .theilSen: wording.theTheilSen
        }
    }

    /// Beside its end.
    func label(_ wording: Wording) -> String {
        switch found {
        case .mean, .nothing: if case .mean(let window) = fit { wording.mean(String(window)) } else { name(wording) }
        case .loess: wording.smooth
        case .leastSquares(let line): wording.aMonth(signed(line.slope, wording))
        case .theilSen(let line): wording.aMonth(signed(line.slope, wording))
        }
    }

    func remarks(_ wording: Wording) -> [String] {
        let interval: ClosedRange<Double>? =
            switch found {
            case .leastSquares(let line): line.slopeInterval()
            case .theilSen(let line): line.slopeInterval()
            case .mean, .loess, .nothing: nil
            }
        if case .mean(let window) = fit {
            return (bands.isEmpty ? [] : [wording.possibleMeans]) + (isBroken ? [wording.meanNeedsAll(String(window))] : [])
        }
        return interval.map { [wording.slopeInterval(signed($0.lowerBound, wording), signed($0.upperBound, wording))] } ?? []
    }

    private func signed(_ slope: Double, _ wording: Wording) -> String {
        let hundredths = (slope * 100).rounded() / 100
        return wording.signed(hundredths)
    }

    // MARK: As values

    /// The columns that it adds to the values of the figure.
    func columns(key: String) -> [(head: String, cells: [String])] {
        let cells = line.map { quantity in quantity.number.map { $0 == $0.rounded() ? quantity : Quantity(.exact(Self.rounded($0))) } ?? quantity }
        let suffix =
            switch fit {
            case .mean(let window): "mean_\(window)"
            case .loess: "loess"
            case .leastSquares: "line"
            case .theilSen: "theil_sen"
            }
        var columns = [(head: "\(key)_\(suffix)", cells: fit.isMean ? line.map(\.cell) : cells.map(\.cell))]
        if case .leastSquares = fit, let band = bands.first {
            columns.append(("\(key)_line_low", band.map { Quantity(.exact(Self.rounded($0.low))).cell }))
            columns.append(("\(key)_line_high", band.map { Quantity(.exact(Self.rounded($0.high))).cell }))
        }
        return columns
    }

    /// To what a reader of the file can use.
    private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}

extension Smooth.Fit {
    var isMean: Bool { if case .mean = self { true } else { false } }
}
