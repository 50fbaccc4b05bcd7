import Statistics

/// Lines over months, broken where a month is not known.
package struct TrendChart: PlotKind {
    package static let keyword = "trend"
    package static let summary = "One or two measures over time, or one of up to four provinces, as lines, with a rolling mean where it is asked for."
    package static let options = [
        FigureOption("measures", .measures(1...2), "what is shown", standard: nil),
        FigureOption("province", .province, "of which province; the total where it is not written", standard: "the total"),
        FigureOption(
            "provinces", .provinces, "up to four provinces, a line each; with one measure and instead of `province`", standard: "`province`"),
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
    private let places: [String]

    private struct Line {
        var series: Series
        /// Of the same months; nil without a window.
        var mean: Series?
        /// The measure, or the province, within a sentence.
        var name: String
    }

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let measures = try options.required(measures: "measures")
        let months = data.months(options.number("months") ?? 24)
        let places = options.provinces("provinces") ?? [options.province("province") ?? data.total]
        let problems = Self.problems(options, measures, places)
        guard problems.isEmpty else { throw FigureProblems(problems) }
        let window = options.number("mean").flatMap { $0 > 1 ? $0 : nil }
        // The mean of the first month needs those before it.
        let read = months.lowerBound.advanced(by: 1 - (window ?? 1))...months.upperBound
        lines = places.flatMap { place in
            measures.map { measure in
                let series = data.table.series(of: measure, in: place, months: read)
                return Line(
                    series: series.limited(to: months), mean: window.map { series.rollingMean(window: $0).limited(to: months) },
                    name: places.count > 1 ? place : data.wording.inSentence(measure.name))
            }
        }
        self.data = data
        self.months = months
        self.window = window
        self.places = places
    }

    private static func problems(_ options: OptionValues, _ measures: [Measure], _ places: [String]) -> [FigureProblems.Problem] {
        guard options.provinces("provinces") != nil else { return [] }
        var problems: [FigureProblems.Problem] = []
        if options.provinces("province") != nil {
            problems.append(.init(option: "province", "both `province` and `provinces` are set", hint: "leave one out"))
        }
        if measures.count > 1 {
            problems.append(
                .init(option: "provinces", "several measures of several provinces are too much for one figure", hint: "name one measure"))
        }
        if !(1...4).contains(places.count) || Set(places).count < places.count {
            problems.append(
                .init(
                    option: "provinces", "\(places.count) provinces are not one to four different ones",
                    hint: "name up to four, each once, or use `multiples`"))
        }
        return problems
    }

    private var areProvinces: Bool { places.count > 1 }

    private func roles(in style: FigureStyle) -> [MarkRole] {
        areProvinces ? data.roles(of: places, in: style) : [.focus, .second]
    }

    package var subtitle: String { data.wording.qualified(shown, measures) }

    package func remarks(in style: FigureStyle) -> [String] {
        let remarks = Remarks(data.wording, in: style)
        let shown = Shown.together(lines.map { line in line.series.observations.map { Shown($0, of: line.series.measure, subject: line.name) } })
        let means = window.map { [data.wording.meanNeedsAll(String($0))] } ?? []
        let isBroken = lines.contains { $0.mean?.missingMonths.isEmpty == false }
        return remarks.onLines(shown) + (isBroken ? means : []) + remarks.onMinimumCounts(measures)
    }

    package var alternativeText: String {
        let wording = data.wording
        let findings = lines.map { line in
            let finding = wording.finding(of: line.series, focus: data.month)
            return lines.count == 1 ? finding : wording.named(line.name, finding)
        }
        return wording.alternativeText(
            Self.noun(wording), of: shown, measures, finding: findings.joined(separator: wording.partSeparator))
    }

    package var values: ValueTable {
        var table = areProvinces ? ValueTable(provinces: lines.map(\.series)) : ValueTable(lines.map(\.series))
        guard let window else { return table }
        table.header += measures.map { "\($0.key)_mean_\(window)" }
        for (place, line) in lines.enumerated() {
            for (index, observation) in (line.mean?.observations ?? []).enumerated() {
                table.rows[areProvinces ? index * lines.count + place : index].append(observation.quantity.cell)
            }
        }
        return table
    }

    package var wording: Wording { data.wording }

    package func plot(in style: FigureStyle) -> Plot {
        var marks: [Mark] = []
        var labels: [Plot.DirectLabel] = []
        for (line, own) in zip(lines, roles(in: style)) {
            let role = line.mean == nil ? own : .faint
            marks += Mark.line(of: line.series, role)
            if let mean = line.mean { marks += Mark.line(of: mean, own) }
            let numbers = line.series.observations.map(\.quantity.number)
            // A last month after a gap is a dot already.
            if let last = numbers.last ?? nil, (numbers.dropLast().last ?? nil) != nil {
                marks.append(.dot(PlotPoint(band: numbers.count - 1, value: last), role))
            }
            labels += self.labels(line, own)
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
    private func labels(_ line: Line, _ role: MarkRole) -> [Plot.DirectLabel] {
        let wording = data.wording
        let name = line.name
        let last = line.series.observations.last?.quantity ?? .unknown
        let text = wording.quantity(last, of: line.series.measure)
        let end = line.series.known.last?.quantity.number
        guard let window, let meanEnd = line.mean?.known.last?.quantity.number else {
            guard let end else { return [] }
            let label = lines.count == 1 ? text : text.map { wording.valueOf(name, $0) } ?? name
            return label.map { [Plot.DirectLabel(value: end, text: $0, role: role)] } ?? []
        }
        if lines.count > 1 { return [Plot.DirectLabel(value: meanEnd, text: name, role: role)] }
        let mean = Plot.DirectLabel(value: meanEnd, text: wording.mean(String(window)), role: role)
        guard let end, let text else { return [mean] }
        return [mean, Plot.DirectLabel(value: end, text: wording.valueIn(wording.name(of: data.month), text), role: .faint)]
    }

    private var measures: [Measure] { areProvinces ? lines.prefix(1).map(\.series.measure) : lines.map(\.series.measure) }

    private var shown: String {
        let wording = data.wording
        let (names, place) = (wording.names(of: measures), data.wording.list(places.map { data.name(of: $0) }))
        let what = window.map { wording.monthlyWithMean(names, place, String($0)) } ?? wording.monthly(names, place)
        return wording.during(what, wording.months(months))
    }

    private static let noun: LocalText = ["en": "Line chart"]
}
