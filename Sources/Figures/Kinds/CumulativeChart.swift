import Statistics

/// What the months of this year add up to, against the year before.
package struct CumulativeChart: PlotKind {
    package static let keyword = "cumulative"
    package static let summary = "What one measure adds up to from January on, month by month, against the year before."
    package static let options = [
        FigureOption("measure", .measure, "what is added up", standard: nil),
        FigureOption("province", .province, "of which province; the total where it is not written", standard: "the total"),
        FigureOption(
            "years", .number(0...10), "how many earlier years at most, the latest of which something is known", unit: "years", standard: "1"),
    ]

    private let measure: Measure
    private let province: String
    private let lines: YearLines
    /// Of each year.
    private let sums: [SumLine]
    /// Whether no figure is below zero, as none of a count is.
    private let isCount: Bool
    private let data: FigureData

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let measure = try options.required(measures: "measure")[0]
        let province = options.province("province") ?? data.total
        let lines = YearLines(of: measure, in: province, count: options.number("years") ?? 1, data: data)
        let isCount = lines.years.flatMap(\.series.observations).flatMap(\.quantity.ends).allSatisfy { $0 >= 0 }
        self.measure = measure
        self.province = province
        self.lines = lines
        self.isCount = isCount
        self.data = data
        sums = lines.years.map { SumLine($0.series.cumulative(isCount: isCount)) }
    }

    package var subtitle: String { wording.qualified(shown, [measure]) }

    package func remarks(in style: FigureStyle) -> [String] {
        var own: [String] = []
        if let gaps = lines.gaps { own.append(Self.gaps.phrase(wording)(gaps)) }
        own += remarksOnLook(in: style)
        // Where the year before goes on, its line tells what it ended with, not what it had by now.
        if let before = lines.earlier.last, before.series.observations.count > data.month.month,
            let sum = text(of: sums[lines.earlier.count - 1], at: data.month.month - 1),
            let month = before.series.observations.dropFirst(data.month.month - 1).first?.month
        {
            own.append(Self.before.phrase(wording)(wording.month(month), sum))
        }
        // Bounds are drawn as bounds of the sum.
        return Remarks(wording, in: style).onLines(lines.quantitiesShown.map(\.withoutRange)) + own
    }

    package func remarksOnLook(in style: FigureStyle) -> [String] {
        var remarks: [String] = []
        if sums.contains(where: { !$0.points.floor.isEmpty }) { remarks.append(Self.dashed(wording)) }
        if !isCount, sums.contains(where: \.ends) { remarks.append(Self.stops(wording)) }
        if sums.contains(where: { !$0.ranges.isEmpty }) { remarks.append(Self.ribbon(wording)) }
        return remarks
    }

    package var alternativeText: String {
        let findings = zip(lines.years, sums).reversed().map { year, sums in
            let bands = Set([data.month.month - 1, year.series.observations.count - 1]).sorted()
            let parts = bands.compactMap { band in
                text(of: sums, at: band).map { Self.by.phrase(wording)($0, wording.name(of: year.series.observations[band].month)) }
            }
            return parts.isEmpty ? wording.notKnown(String(year.number)) : wording.named(String(year.number), wording.list(parts))
        }
        return wording.alternativeText(
            Self.noun(wording), of: wording.inSentence(shown), [measure], finding: findings.joined(separator: wording.partSeparator))
    }

    package var values: ValueTable {
        var table = lines.values
        table.header.append("\(measure.key)_sum")
        for (index, sum) in sums.flatMap(\.sums).enumerated() { table.rows[index].append(sum.cell) }
        return table
    }

    package var wording: Wording { data.wording }

    package func plot(in style: FigureStyle) -> Plot {
        let values = sums.flatMap(\.sums).flatMap(\.ends)
        var plot = Plot(
            direction: .vertical, bands: lines.bands,
            ticks: Ticks(around: values, wholeNumbers: lines.years.allSatisfy(\.series.hasWholeNumbers)), valueAxis: .always,
            marks: lines.missing, missing: .belowPlot)
        plot.marks += sums.flatMap { $0.ranges.count > 1 ? [Mark.area($0.ranges, .ribbon)] : [] }
        for (year, sums) in zip(lines.years, sums) {
            let (role, points) = (lines.role(of: year), sums.points)
            if points.whole.count > 1 { plot.marks.append(.line(points.whole, role)) }
            if points.floor.count > 1 { plot.marks.append(.line(points.floor, role, .dashed)) }
            if let range = sums.ranges.first, sums.ranges.count == 1 {
                plot.marks.append(.whisker(band: range.band, .whole, from: range.low, to: range.high))
            }
            if let end = sums.last, role == .focus || max(points.whole.count, points.floor.count) == 1 { plot.marks.append(.dot(end, role)) }
        }
        plot.years = Dictionary(uniqueKeysWithValues: zip(lines.years, sums).map { ($0.number, $1.heights) })
        // This year's label is given room first, then those of the latest years.
        for (year, sums) in zip(lines.years, sums).reversed() {
            guard let end = sums.last, let sum = text(of: sums, at: end.band) else { continue }
            lines.addLabel(wording.named(String(year.number), sum), of: year, at: end, to: &plot)
        }
        return plot
    }

    /// A sum that lacks a month is said to be a minimum, also of minimum counts: it is less than they are.
    private func text(of sums: SumLine, at band: Int) -> String? {
        guard sums.sums.indices.contains(band), let number = sums.sums[band].number else { return nil }
        if sums.isMinimum(at: band) { return wording.atLeast + wording.number(number) }
        return wording.quantity(sums.sums[band], of: measure)
    }

    private var shown: String {
        wording.during(Self.sum.phrase(wording)(wording.names(of: [measure]), data.name(of: province)), lines.period)
    }

    private static let noun: LocalText = ["en": "Line chart"]
    private static let sum: LocalText = ["en": "%1 in %2, added up since January"]
    private static let by: LocalText = ["en": "%1 by %2"]
    private static let before: LocalText = ["en": "The sum by %1: %2."]
    private static let gaps: LocalText = ["en": "No figure known in earlier years for %1."]
    private static let dashed: LocalText = [
        "en": "Dashed lines are minimums: sums that lack a month that is not known, or known as a minimum."
    ]
    private static let stops: LocalText = ["en": "A line ends before the first month that is not known, for figures below zero may follow."]
    private static let ribbon: LocalText = ["en": "Bands around lines span the possible sums."]
}

extension Shown {
    /// Its marks, and that there is a number, without what it is between.
    fileprivate var withoutRange: Shown {
        guard case .range(let lower, _) = quantity.value else { return self }
        var shown = self
        shown.quantity.value = .exact(lower)
        return shown
    }
}
