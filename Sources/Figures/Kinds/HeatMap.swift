import Statistics

/// Provinces by months, each value as the strength of a colour.
package struct HeatMap: PlotKind {
    package static let keyword = "heat"
    package static let summary = "Provinces by months, the height of each value as the strength of a colour, in classes of equal width; below zero in another colour."
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
        Remarks(wording, in: style).onCells(
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
                labels.append(
                    .init(
                        band: band, lane: .cell, value: cell.to, parts: [.value(text)], place: .inside(from: cell.from, role),
                        // A copy in grey has no hues.
                        sign: number < 0 ? wording.minus : nil))
            }
        }
        var plot = Plot(
            direction: .horizontal, bands: .names(rows.map(\.province)), values: .bands(.months(Array(months), focus: data.month)),
            marks: marks, labels: labels, key: classes.key(wording))
        plot.isGrid = true
        plot.rowShare = Plot.rowShare(of: rows.count, least: 0.63)
        return plot
    }

    private var shown: String { wording.during(data.byProvince([measure]), wording.months(months)) }

    private static let noun: LocalText = ["en": "Map of values"]
}

extension Lane {
    /// A cell of a grid, with the ground between it and the next.
    static let cell = Lane(offset: 0, thickness: 0.94)
}

/// Classes of equal width, whose ends are round numbers; zero is a class of its own. Below zero they mirror those above it, so that
/// as much above as below has colours as strong.
struct ValueClasses {
    /// Of the magnitudes, zero first.
    private let bounds: [Double]
    /// Those that a value is in, the lowest first; zero for zero.
    private let shown: [Int]
    private let isWhole: Bool

    init(_ values: [Double]) {
        let isSigned = values.contains { $0 < 0 }
        isWhole = values.allSatisfy { $0 == $0.rounded() }
        bounds = Ticks(around: values.map(\.magnitude), wholeNumbers: isWhole, counts: isSigned ? Self.boundsOfASide : Ticks.counts).values
        let places = values.map { [bounds] in Self.place(of: $0, in: bounds) }
        shown = Set(places).sorted()
    }

    /// 0 for zero, then counted from it on either side.
    private static func place(of value: Double, in bounds: [Double]) -> Int {
        guard value != 0 else { return 0 }
        // A class reaches to its outer end, which belongs to it.
        let outer = bounds.dropFirst().firstIndex { value.magnitude <= $0 } ?? bounds.count - 1
        return value < 0 ? -outer : outer
    }

    func role(of value: Double) -> MarkRole { role(at: Self.place(of: value, in: bounds)) }

    private func role(at place: Int) -> MarkRole {
        let count = bounds.count - 1
        return place == 0 ? .ground : place < 0 ? .below(-place - 1, of: count) : .step(place - 1, of: count)
    }

    func key(_ wording: Wording) -> [Plot.KeyEntry] {
        shown.map { place in
            let index = abs(place)
            guard index > 0 else { return .init(.ground, wording.number(0)) }
            // Of whole numbers 10 to 20 is 11 to 20, where 10 belongs to the class nearer to zero, and zero is a class of its own.
            let ends = [isWhole ? bounds[index - 1] + 1 : bounds[index - 1], bounds[index]]
            let words = (place < 0 ? ends.reversed().map { -$0 } : ends).map { wording.number($0) }
            // After a minus a dash would be taken for another.
            let span = place < 0 ? wording.period(words[0], words[1]) : wording.span(words[0], words[1])
            return .init(role(at: place), words[0] == words[1] ? words[0] : span)
        }
    }

    /// Three classes at most above zero and three below: more shades of two hues are not told apart.
    private static let boundsOfASide = 3...4
}
