import Statistics

/// Columns for months, the month of the brief in the accent colour.
package struct ColumnChart: PlotKind {
    package static let keyword = "columns"
    package static let summary = "One measure month by month, as columns; the month of the brief stands out."
    package static let options = [
        FigureOption("measure", .measure, "what is shown", standard: nil),
        FigureOption("province", .province, "of which province; the total where it is not written", standard: "the total"),
        FigureOption(
            "months", .number(1...120), "how many months, the month of the brief the last", unit: "months", standard: "24"),
        .reference,
    ]

    private let series: Series
    private let data: FigureData
    private let months: ClosedRange<Month>
    private let reference: MeanReference?

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let measure = try options.required(measures: "measure")[0]
        self.data = data
        months = data.months(options.number("months") ?? 24)
        reference = options.period(MeanReference.option).map { period in
            MeanReference(of: data.table.series(of: measure, in: options.province("province") ?? data.total, months: period), wording: data.wording)
        }
        series = data.table.series(of: measure, in: options.province("province") ?? data.total, months: months)
    }

    package var subtitle: String { data.wording.qualified(shown, [series.measure]) }

    package func remarks(in style: FigureStyle) -> [String] {
        Remarks(data.wording, in: style).onBars(series.observations.map { Shown($0, of: series.measure) }) + (reference?.remarks ?? [])
    }

    package var alternativeText: String {
        data.wording.alternativeText(
            Self.noun(data.wording), of: shown, [series.measure], finding: data.wording.finding(of: series, focus: data.month))
    }

    package var values: ValueTable { ValueTable([series]) }

    package var wording: Wording { data.wording }

    package func plot(in style: FigureStyle) -> Plot {
        let observations = series.observations
        let isEveryBarLabelled = observations.count < Self.fewestForAxis
        // Of several months with the highest value the latest is labelled.
        let highest = series.extremes?.largest.last?.month
        let marks = observations.enumerated().flatMap { band, observation in
            Mark.bar(
                of: observation.quantity, measure: series.measure, band: band,
                role: observation.month == data.month ? .focus : .other)
        }
        let labels = observations.enumerated().reversed().compactMap { band, observation in
            label(observation, band: band, highest: highest)
        }
        // The month of the brief is placed first, then the highest, which is left out where the two would meet. A zero is
        // labelled always: without a bar it would look as if nothing were known.
        let essential = labels.filter { $0.isEssential }
        let others = labels.filter { !$0.isEssential }
        var plot = Plot(
            direction: .vertical, bands: .months(observations.map(\.month), focus: data.month),
            ticks: Ticks(around: observations.flatMap(\.quantity.ends), wholeNumbers: series.hasWholeNumbers),
            valueAxis: isEveryBarLabelled ? .unlessAllLabelled : .always, marks: marks,
            labels: isEveryBarLabelled ? essential + others : essential)
        plot.references = reference?.references ?? []
        plot.breaks = series.breaks
        return plot
    }

    private func label(_ observation: Series.Observation, band: Int, highest: Month?) -> Plot.Label? {
        guard let end = observation.quantity.upperNumber,
            let text = data.wording.quantity(observation.quantity, of: series.measure)
        else { return nil }
        let isFocus = observation.month == data.month
        return Plot.Label(
            band: band, value: end, parts: [isFocus ? .focus(text) : .value(text)], isBeyondOpenEnd: observation.quantity.isOpen(in: series.measure),
            isEssential: isFocus || observation.month == highest || end == 0)
    }

    private var shown: String {
        let wording = data.wording
        return wording.during(
            wording.monthly(wording.names(of: [series.measure]), data.name(of: series.province)), wording.months(months))
    }

    private static let noun: LocalText = ["en": "Column chart"]
    /// Fewer bars than this are labelled one by one and have no axis (Urban Institute).
    private static let fewestForAxis = 10
}
