import Statistics

/// Lines over months, broken where a month is not known.
package struct TrendChart: PlotKind {
    package static let keyword = "trend"
    package static let summary = "One or two measures over time, or one of up to four provinces, as lines, with a rolling mean, a smooth or a straight line where it is asked for."
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
        FigureOption(
            "fit", .choice(["none", "loess", "line", "theil-sen"]),
            "what is laid through the months: a LOESS smooth, the line of least squares with its interval, or the Theil–Sen line",
            standard: "none"),
        FigureOption("span", .number(10...100), "the share of the months that a LOESS smooth looks at around each", unit: "per cent", standard: "67"),
        FigureOption("scale", .choice(["linear", "log"]), "whether equal ratios are equally high", standard: "linear"),
        .reference,
    ]

    private let lines: [Line]
    private let data: FigureData
    private let months: ClosedRange<Month>
    private let isLogarithmic: Bool
    private let reference: MeanReference?
    private let places: [String]

    private struct Line {
        var series: Series
        /// Nil where none is asked for.
        var smooth: Smooth?
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
        let fit = try Self.fit(options, window: window)
        // The mean of the first month needs those before it.
        let read = months.lowerBound.advanced(by: 1 - (window ?? 1))...months.upperBound
        lines = places.flatMap { place in
            measures.map { measure in
                let series = data.table.series(of: measure, in: place, months: read)
                return Line(
                    series: series.limited(to: months), smooth: fit.map { Smooth($0, of: series, months: months) },
                    name: places.count > 1 ? place : data.wording.inSentence(measure.name))
            }
        }
        isLogarithmic = options.word("scale") == "log"
        reference = options.period(MeanReference.option).map { period in
            MeanReference(of: data.table.series(of: measures[0], in: places[0], months: period), wording: data.wording)
        }
        self.data = data
        self.months = months
        self.places = places
        if isLogarithmic, let line = lines.first(where: { $0.series.known.contains { ($0.quantity.number ?? 1) <= 0 } }) {
            throw FigureProblems([
                .init(
                    option: "scale", "a logarithmic scale has no place for zero and less, which \(line.series.measure.key) has",
                    hint: "take `scale` out, or show other months")
            ])
        }
    }

    private static func fit(_ options: OptionValues, window: Int?) throws(FigureProblems) -> Smooth.Fit? {
        let fit: Smooth.Fit? =
            switch options.word("fit") {
            case "loess": .loess(span: options.number("span") ?? 67)
            case "line": .leastSquares
            case "theil-sen": .theilSen
            default: nil
            }
        if window != nil, fit != nil {
            throw FigureProblems([.init(option: "fit", "a chart has either a rolling mean or a fit", hint: "take `mean` or `fit` out")])
        }
        return fit ?? window.map { .mean(window: $0) }
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
        // A mean that is broken is the same for all lines; a slope is each line's own.
        let smooths = lines.flatMap { $0.smooth?.remarks(data.wording) ?? [] }.distinct
        return remarks.onLines(shown) + smooths + (reference?.remarks ?? []) + remarks.onMinimumCounts(measures)
    }

    /// Of a mean, for a slope is each line's own.
    package func remarksOnLook(in style: FigureStyle) -> [String] {
        lines.flatMap { line in line.smooth.map { $0.fit.isMean ? $0.remarks(data.wording) : [] } ?? [] }
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
        for (place, line) in lines.enumerated() {
            for column in line.smooth?.columns(key: line.series.measure.key) ?? [] {
                // Provinces share the columns of their measure.
                if !areProvinces || place == 0 { table.header.append(column.head) }
                for (index, cell) in column.cells.enumerated() { table.rows[areProvinces ? index * lines.count + place : index].append(cell) }
            }
        }
        return table
    }

    package var wording: Wording { data.wording }

    package func plot(in style: FigureStyle) -> Plot {
        var marks: [Mark] = []
        var labels: [Plot.DirectLabel] = []
        for (line, own) in zip(lines, roles(in: style)) {
            let role = line.smooth == nil ? own : .faint
            let smooth = line.smooth?.marks(own) ?? []
            // Where it may lie is behind everything.
            marks += smooth.filter(\.isArea) + Mark.line(of: line.series, role) + smooth.filter { !$0.isArea }
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
        let values = lines.flatMap { $0.series.observations.flatMap(\.quantity.ends) + ($0.smooth?.ends ?? []) }
        let ticks =
            isLogarithmic ? Ticks(logarithmic: values) : Ticks(around: values, wholeNumbers: lines.allSatisfy(\.series.hasWholeNumbers))
        var plot = Plot(
            direction: .vertical, bands: .months(observations.map(\.month), focus: data.month), ticks: ticks, valueAxis: .always,
            marks: marks, missing: .belowPlot, directLabels: labels)
        plot.isLogarithmic = isLogarithmic
        plot.references = reference?.references ?? []
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
        guard let smooth = line.smooth, let smoothEnd = smooth.end else {
            guard let end else { return [] }
            let label = lines.count == 1 ? text : text.map { wording.valueOf(name, $0) } ?? name
            return label.map { [Plot.DirectLabel(value: end, text: $0, role: role, name: lines.count == 1 ? nil : name, short: text)] } ?? []
        }
        if lines.count > 1 { return [Plot.DirectLabel(value: smoothEnd, text: name, role: role, name: name)] }
        let label = smooth.label(wording)
        let mean = Plot.DirectLabel(value: smoothEnd, text: label, role: role, name: label)
        guard let end, let text else { return [mean] }
        return [mean, Plot.DirectLabel(value: end, text: wording.valueIn(wording.name(of: data.month), text), role: .faint, short: text)]
    }

    private var measures: [Measure] { areProvinces ? lines.prefix(1).map(\.series.measure) : lines.map(\.series.measure) }

    private var shown: String {
        let wording = data.wording
        let (names, place) = (wording.names(of: measures), wording.list(places.map { data.name(of: $0) }))
        let smooth = lines.first?.smooth.map { wording.monthlyWith(names, place, $0.name(wording)) }
        let shown = wording.during(smooth ?? wording.monthly(names, place), wording.months(months))
        return isLogarithmic ? wording.during(shown, wording.logarithmic) : shown
    }

    private static let noun: LocalText = ["en": "Line chart"]
}
