import Statistics

/// Lines over months, broken where a month is not known.
package struct TrendChart: PlotKind {
    package static let keyword = "trend"
    package static let summary = "One or two measures over time, as lines, with a rolling mean where it is asked for."
    package static let options = [
        FigureOption("measures", .measures(1...2), "what is shown", standard: nil),
        FigureOption("province", .province, "of which province; the total where it is not written", standard: "the total"),
        FigureOption(
            "months", .number(2...240), "how many months, the month of the brief the last", unit: "months", standard: "24"),
        FigureOption(
            "mean", .number(0...24), "how many months the rolling mean is taken over; 0 for none", unit: "months",
            standard: "0"),
    ]

    private let lines: [Line]
    private let data: FigureData
    private let months: ClosedRange<Month>
    /// Nil for none.
    private let window: Int?
    private let province: String

    private struct Line {
        var series: Series
        /// Of the same months; nil without a window.
        var mean: Series?
        var role: MarkRole
    }

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let measures = try options.required(measures: "measures")
        let months = data.months(options.number("months") ?? 24)
        let province = options.province("province") ?? data.total
        let window = options.number("mean").flatMap { $0 > 1 ? $0 : nil }
        // The mean of the first month needs those before it.
        let read = months.lowerBound.advanced(by: 1 - (window ?? 1))...months.upperBound
        lines = zip(measures, [MarkRole.focus, .second]).map { measure, role in
            let series = data.table.series(of: measure, in: province, months: read)
            return Line(
                series: series.limited(to: months), mean: window.map { series.rollingMean(window: $0).limited(to: months) },
                role: role)
        }
        self.data = data
        self.months = months
        self.window = window
        self.province = province
    }

    package var subtitle: String { data.wording.qualified(shown, measures) }

    package func remarks(in style: FigureStyle) -> [String] {
        let remarks = Remarks(data.wording, in: style)
        let quantities = lines.map { $0.series.observations.map(\.quantity) }
        // What both lines have in common is said once.
        let isAlike = quantities.dropFirst().allSatisfy { line in
            zip(line, quantities[0]).allSatisfy { Self.areAlike($0, $1) }
        }
        let shown = (isAlike ? Array(lines.prefix(1)) : lines).flatMap { line in
            line.series.observations.map {
                Shown($0, of: line.series.measure, subject: isAlike ? nil : data.wording.inSentence(line.series.measure.name))
            }
        }
        let means = window.map { [data.wording.meanNeedsAll(String($0))] } ?? []
        let isBroken = lines.contains { $0.mean?.missingMonths.isEmpty == false }
        return remarks.onLines(shown) + (isBroken ? means : []) + remarks.onMinimumCounts(measures)
    }

    /// Whether remarks say the same of both, whatever their values.
    private static func areAlike(_ one: Quantity, _ other: Quantity) -> Bool {
        guard one.marks == other.marks else { return false }
        return switch (one.value, other.value) {
        case (.exact, .exact): true
        case (.missing(let absence), .missing(let second)): absence == second
        default: false
        }
    }

    package var alternativeText: String {
        let wording = data.wording
        let findings = lines.map { line in
            let finding = wording.finding(of: line.series, focus: data.month)
            return lines.count == 1 ? finding : wording.named(wording.inSentence(line.series.measure.name), finding)
        }
        return wording.alternativeText(
            Self.noun(wording), of: shown, measures, finding: findings.joined(separator: wording.partSeparator))
    }

    package var values: ValueTable {
        var table = ValueTable(lines.map(\.series))
        for line in lines {
            guard let window, let mean = line.mean else { continue }
            table.header.append("\(line.series.measure.key)_mean_\(window)")
            for (index, observation) in mean.observations.enumerated() { table.rows[index].append(observation.quantity.cell) }
        }
        return table
    }

    package var wording: Wording { data.wording }

    package func plot(in style: FigureStyle) -> Plot {
        var marks: [Mark] = []
        var labels: [Plot.DirectLabel] = []
        for line in lines {
            let role = line.mean == nil ? line.role : .faint
            marks += Mark.line(of: line.series, role)
            if let mean = line.mean { marks += Mark.line(of: mean, line.role) }
            let numbers = line.series.observations.map(\.quantity.number)
            // A last month after a gap is a dot already.
            if let last = numbers.last ?? nil, (numbers.dropLast().last ?? nil) != nil {
                marks.append(.dot(PlotPoint(band: numbers.count - 1, value: last), role))
            }
            labels += self.labels(line)
        }
        let observations = lines.first?.series.observations ?? []
        // One sign for a month, however many lines miss it; the remarks say which.
        for band in observations.indices {
            let absences = lines.compactMap { line -> Quantity.Absence? in
                if case .missing(let absence) = line.series.observations[band].quantity.value { absence } else { nil }
            }
            if let absence = absences.first { marks.append(.missing(band: band, .whole, absence)) }
        }
        // A mean can be higher than any month shown, by the months before them.
        let values = lines.flatMap { line in
            (line.series.observations + (line.mean?.observations ?? [])).flatMap(\.quantity.ends)
        }
        var plot = Plot(
            direction: .vertical, bands: .months(observations.map(\.month), focus: data.month),
            ticks: Ticks(around: values, wholeNumbers: lines.allSatisfy(\.series.hasWholeNumbers)), valueAxis: .always,
            marks: marks, missing: .belowPlot, directLabels: labels)
        plot.breaks = lines.flatMap(\.series.breaks)
        return plot
    }

    /// The value of the brief's month and, where there is more than one line, what the line is.
    private func labels(_ line: Line) -> [Plot.DirectLabel] {
        let wording = data.wording
        let name = wording.inSentence(line.series.measure.name)
        let last = line.series.observations.last?.quantity ?? .unknown
        let text = wording.quantity(last, of: line.series.measure)
        let end = line.series.known.last?.quantity.number
        guard let window, let meanEnd = line.mean?.known.last?.quantity.number else {
            guard let end else { return [] }
            let label = lines.count == 1 ? text : text.map { wording.valueOf(name, $0) } ?? name
            return label.map { [Plot.DirectLabel(value: end, text: $0, role: line.role)] } ?? []
        }
        if lines.count > 1 { return [Plot.DirectLabel(value: meanEnd, text: name, role: line.role)] }
        let mean = Plot.DirectLabel(value: meanEnd, text: wording.mean(String(window)), role: line.role)
        guard let end, let text else { return [mean] }
        return [mean, Plot.DirectLabel(value: end, text: wording.valueIn(wording.name(of: data.month), text), role: .faint)]
    }

    private var measures: [Measure] { lines.map(\.series.measure) }

    private var shown: String {
        let wording = data.wording
        let (names, place) = (wording.names(of: measures), data.name(of: province))
        let what = window.map { wording.monthlyWithMean(names, place, String($0)) } ?? wording.monthly(names, place)
        return wording.during(what, wording.months(months))
    }

    private static let noun: LocalText = ["en": "Line chart"]
}
