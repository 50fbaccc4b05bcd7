import Statistics

/// The mean of a stated window, which a chart of months is held against.
struct MeanReference {
    static let option = "reference"

    private let series: Series
    private let wording: Wording

    init(of series: Series, wording: Wording) {
        self.series = series
        self.wording = wording
    }

    /// Nil where a month of the window is not known: a mean of the others would be another.
    private var mean: Double? {
        guard let count = series.months?.count, let interval = series.sum.interval?.number else { return nil }
        return interval / Double(count)
    }

    var references: [Plot.Reference] {
        mean.map { [Plot.Reference(value: $0, text: wording.meanOf(name, wording.rounded($0)), name: wording.capitalised(wording.theMeanOf(name)))] } ?? []
    }

    var remarks: [String] { mean == nil ? [wording.noMean(name)] : [] }

    /// "2023", "February to May 2023".
    private var name: String { series.months.map { wording.window($0) } ?? "" }
}

extension FigureOption {
    /// Of kinds that show months.
    static let reference = FigureOption(
        MeanReference.option, .period, "the months whose mean is drawn as a line, `2023-01..2023-12`", standard: "none")
}
