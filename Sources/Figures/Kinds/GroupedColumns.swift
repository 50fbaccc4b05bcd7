import Statistics

/// Two to four parts of each month side by side.
package struct GroupedColumns: PlotKind {
    package static let keyword = "grouped"
    package static let summary = "Two to four measures, or provinces of one measure, side by side as columns for each month."
    package static let options = Parts.options(months: 12)

    private let parts: Parts
    private let data: FigureData

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        parts = try Parts(options, data: data, standardMonths: 12, isWhole: false)
        self.data = data
    }

    package var subtitle: String { data.wording.qualified(shown, parts.measures) }

    package func remarks(in style: FigureStyle) -> [String] {
        let remarks = Remarks(data.wording, in: style)
        return remarks.onBars(parts.quantitiesShown) + remarks.onMinimumCounts(parts.measures)
    }

    package var alternativeText: String {
        data.wording.alternativeText(Self.noun(data.wording), of: shown, parts.measures, finding: parts.finding)
    }

    package var values: ValueTable { parts.values() }

    package var wording: Wording { data.wording }

    package func plot(in style: FigureStyle) -> Plot {
        let roles = parts.roles(in: style)
        var marks: [Mark] = []
        var labels: [Plot.Label] = []
        for (index, part) in parts.parts.enumerated() {
            let lane = Lane.side(index, of: parts.parts.count, gap: style.spaces.previousGap)
            let measure = part.series.measure
            for (band, observation) in part.series.observations.enumerated() {
                marks += Mark.bar(of: observation.quantity, measure: measure, band: band, lane: lane, role: roles[index])
                guard let text = wording.quantity(observation.quantity, of: measure), let end = observation.quantity.upperNumber else { continue }
                let isFocus = observation.month == data.month
                labels.append(
                    Plot.Label(
                        band: band, lane: lane, value: end, parts: [isFocus ? .focus(text) : .value(text)],
                        isBeyondOpenEnd: observation.quantity.isOpen(in: measure), isEssential: isFocus || end == 0))
            }
        }
        let isEveryColumnLabelled = parts.parts.count * Array(parts.months).count < Self.fewestForAxis
        let values = parts.parts.flatMap(\.series.observations).flatMap(\.quantity.ends)
        var plot = Plot(
            direction: .vertical, bands: .months(Array(parts.months), focus: data.month),
            ticks: Ticks(around: values, wholeNumbers: parts.parts.allSatisfy(\.series.hasWholeNumbers)),
            valueAxis: isEveryColumnLabelled ? .unlessAllLabelled : .always, marks: marks,
            labels: labels.filter(\.isEssential) + (isEveryColumnLabelled ? labels.filter { !$0.isEssential } : []),
            key: zip(roles, parts.parts).map { .init($0, $1.name) })
        plot.breaks = Set(parts.parts.flatMap(\.series.breaks)).sorted()
        return plot
    }

    private var shown: String { data.wording.during(parts.shown, data.wording.months(parts.months)) }

    private static let noun: LocalText = ["en": "Grouped column chart"]
    /// Fewer columns than this are labelled one by one and have no axis (Urban Institute).
    private static let fewestForAxis = 10
}
