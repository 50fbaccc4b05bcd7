package import Statistics

/// Provinces by months, each value as the strength of a colour.
package struct HeatMap: PlotKind {
    package static let keyword = "heat"
    package static let summary = "Provinces by months, the height of each value as the strength of a colour, in classes of equal width."
    package static let options = [
        FigureOption("measure", .measure, "what is shown", standard: nil),
        FigureOption("provinces", .provinces, "which provinces, in this order; all where it is not written", standard: "all"),
        FigureOption(
            "months", .number(2...60), "how many months, the month of the brief the last", unit: "months", standard: "12"),
    ]

    private let measure: Measure
    private let rows: [Series]
    private let months: ClosedRange<Month>
    private let data: FigureData

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let measure = try options.required(measures: "measure")[0]
        let months = data.months(options.number("months") ?? 12)
        rows = (options.provinces("provinces") ?? data.provinces(of: [measure])).map { data.table.series(of: measure, in: $0, months: months) }
        self.measure = measure
        self.months = months
        self.data = data
    }

    package var wording: Wording { data.wording }

    package var subtitle: String { wording.qualified(shown, [measure]) }

    package func remarks(in style: FigureStyle) -> [String] {
        Remarks(wording, in: style).onLines(
            rows.flatMap { row in row.observations.map { Shown($0, of: measure, subject: row.province) } })
    }

    package var alternativeText: String {
        let findings = rows.map { wording.named($0.province, wording.finding(of: $0, focus: data.month)) }
        return wording.alternativeText(
            Self.noun(wording), of: shown, [measure], finding: findings.joined(separator: wording.partSeparator))
    }

    package var values: ValueTable {
        ValueTable(
            header: ["month", "province", measure.key],
            rows: rows.flatMap { row in row.observations.map { [$0.month.description, row.province, $0.quantity.cell] } })
    }

    package func plot(in style: FigureStyle) -> Plot {
        let classes = ValueClasses(rows.flatMap { $0.observations.compactMap(\.quantity.number) })
        var marks: [Mark] = []
        var labels: [Plot.Label] = []
        for (band, row) in rows.enumerated() {
            for (column, observation) in row.observations.enumerated() {
                let cell = (from: Double(column), to: Double(column + 1))
                guard let number = observation.quantity.number else {
                    if case .missing(let absence) = observation.quantity.value {
                        marks.append(.missing(band: band, .cell, absence, at: (cell.from + cell.to) / 2))
                    }
                    continue
                }
                let role = classes.role(of: number)
                marks.append(.bar(band: band, .cell, from: cell.from, value: cell.to, role, .whole))
                guard let text = wording.quantity(observation.quantity, of: measure) else { continue }
                labels.append(.init(band: band, lane: .cell, value: cell.to, parts: [.value(text)], place: .inside(from: cell.from, role)))
            }
        }
        var plot = Plot(
            direction: .horizontal, bands: .names(rows.map(\.province)), values: .bands(.months(Array(months), focus: data.month)),
            marks: marks, labels: labels, key: classes.key(wording))
        plot.isGrid = true
        return plot
    }

    private var shown: String { wording.during(data.byProvince([measure]), wording.months(months)) }

    private static let noun: LocalText = ["en": "Map of values"]
}

extension Lane {
    /// A cell of a grid, with the ground between it and the next.
    static let cell = Lane(offset: 0, thickness: 0.94)
}

/// Classes of equal width, whose ends are round numbers; zero is a class of its own.
struct ValueClasses {
    private let bounds: [Double]
    private let hasZero: Bool
    private let isWhole: Bool
    private let isEmpty: Bool

    init(_ values: [Double]) {
        isEmpty = values.allSatisfy { $0 == 0 }
        hasZero = values.contains(0)
        isWhole = values.allSatisfy { $0 == $0.rounded() }
        bounds = Ticks(around: values, wholeNumbers: isWhole).values
    }

    private var count: Int { bounds.count - 1 }

    func role(of value: Double) -> MarkRole {
        guard value != 0 else { return .ground }
        // A class reaches to its upper end, which belongs to it.
        let upper = bounds.dropFirst().firstIndex { value <= $0 } ?? bounds.count - 1
        return .step(upper - 1, of: count)
    }

    func key(_ wording: Wording) -> [Plot.KeyEntry] {
        let zero = hasZero ? [Plot.KeyEntry(.ground, wording.number(0))] : []
        guard !isEmpty else { return zero }
        return zero
            + (0..<count).map { index in
                // Of whole numbers 10 to 20 is 11 to 20 where 10 belongs to the class below, and zero is a class of its own.
                let isLowest = index == 0 && bounds[0] != 0
                let lower = isWhole && !isLowest ? bounds[index] + 1 : bounds[index]
                let upper = isWhole && bounds[index + 1] == 0 ? -1 : bounds[index + 1]
                let ends = [lower, upper].map { wording.number($0) }
                let span = lower < 0 ? wording.period(ends[0], ends[1]) : wording.span(ends[0], ends[1])
                return .init(.step(index, of: count), ends[0] == ends[1] ? ends[0] : span)
            }
    }
}
