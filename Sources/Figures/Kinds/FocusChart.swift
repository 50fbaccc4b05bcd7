import Statistics

/// This year over earlier years, by month of the year.
package struct FocusChart: PlotKind {
    package static let keyword = "focus"
    package static let summary = "One measure in the brief's year, as a line over those of earlier years in grey, by month of the year."
    package static let options = [
        FigureOption("measure", .measure, "what is shown", standard: nil),
        FigureOption("province", .province, "of which province; the total where it is not written", standard: "the total"),
        YearLines.option,
        .reference,
    ]

    private let measure: Measure
    private let province: String
    private let lines: YearLines
    private let data: FigureData
    private let reference: MeanReference?

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let measure = try options.required(measures: "measure")[0]
        let province = options.province("province") ?? data.total
        self.measure = measure
        self.province = province
        self.data = data
        lines = YearLines(of: measure, in: province, count: options.number(YearLines.option.name) ?? 5, data: data)
        reference = options.period(MeanReference.option).map { period in
            MeanReference(of: data.table.series(of: measure, in: province, months: period), wording: data.wording)
        }
    }

    package var subtitle: String { data.wording.qualified(shown, [measure]) }

    package func remarks(in style: FigureStyle) -> [String] {
        let gaps = lines.gaps.map { [Self.gaps.phrase(wording)($0)] } ?? []
        return Remarks(wording, in: style).onLines(lines.quantitiesShown) + gaps + (reference?.remarks ?? [])
    }

    package var alternativeText: String {
        let findings = lines.years.reversed().map { year in
            wording.named(String(year.number), wording.finding(of: year.series, focus: data.month))
        }
        return wording.alternativeText(
            Self.noun(wording), of: shown, [measure], finding: findings.joined(separator: wording.partSeparator))
    }

    package var values: ValueTable { lines.values }

    package var wording: Wording { data.wording }

    package func plot(in style: FigureStyle) -> Plot {
        let values = lines.years.flatMap(\.series.observations).flatMap(\.quantity.ends)
        var plot = Plot(
            direction: .vertical, bands: lines.bands,
            ticks: Ticks(around: values, wholeNumbers: lines.years.allSatisfy(\.series.hasWholeNumbers)), valueAxis: .always,
            marks: lines.missing, missing: .belowPlot)
        for year in lines.years { plot.marks += Mark.line(of: year.series, lines.role(of: year)) }
        // This year's label is given room first, then those of the latest years.
        for year in lines.years.reversed() {
            guard let band = year.series.observations.lastIndex(where: { !$0.quantity.isMissing }),
                let value = year.series.observations[band].quantity.number
            else { continue }
            let role = lines.role(of: year)
            let end = PlotPoint(band: band, value: value)
            // A month after a gap is a dot already.
            if role == .focus, band > 0, !year.series.observations[band - 1].quantity.isMissing { plot.marks.append(.dot(end, role)) }
            lines.addLabel(text(of: year, at: band), of: year, at: end, to: &plot)
        }
        plot.years = Dictionary(uniqueKeysWithValues: lines.years.map { ($0.number, $0.series.observations.map(\.quantity.number)) })
        plot.references = reference?.references ?? []
        return plot
    }

    /// "2024: 33", and an earlier year by itself, as this one where its last month is not known.
    private func text(of year: YearLines.Year, at band: Int) -> String {
        let name = String(year.number)
        guard lines.role(of: year) == .focus, band == data.month.month - 1 else { return name }
        return wording.quantity(year.series.observations[band].quantity, of: measure).map { wording.named(name, $0) } ?? name
    }

    private var shown: String {
        wording.during(wording.monthly(wording.names(of: [measure]), data.name(of: province)), lines.period)
    }

    private static let noun: LocalText = ["en": "Line chart"]
    private static let gaps: LocalText = ["en": "The lines of earlier years are broken where no figure is known: %1."]
}
