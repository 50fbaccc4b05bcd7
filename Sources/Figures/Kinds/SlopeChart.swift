import Scenes
package import Statistics

/// Two months as two columns of values, and a line for each province between them.
package struct SlopeChart: PlotKind {
    package static let keyword = "slope"
    package static let summary = "The provinces in two months, a line for each from then to now; the largest changes stand out."
    package static let options = [
        FigureOption("measure", .measure, "what is shown", standard: nil),
        FigureOption("provinces", .provinces, "which provinces; all where it is not written", standard: "all"),
        .since,
        FigureOption(
            highlight, .provinces, "up to four provinces that stand out, each in its colour",
            standard: "the one or two with the largest change"),
    ]

    private let rows: ProvinceRows
    private let highlighted: [String]
    /// Whether the author chose them: then each has its own colour.
    private let isChosen: Bool
    private let data: FigureData

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let measure = try options.required(measures: "measure")[0]
        rows = ProvinceRows(
            measure, in: options.provinces("provinces") ?? data.provinces(of: [measure]),
            since: try options.since(data), data: data)
        let chosen = options.provinces(Self.highlight)
        if let chosen { try Self.check(chosen, among: rows.names) }
        highlighted = chosen ?? Self.largest(rows)
        isChosen = chosen != nil
        self.data = data
    }

    private static func check(_ chosen: [String], among names: [String]) throws(FigureProblems) {
        if let stranger = chosen.first(where: { !names.contains($0) }) {
            throw FigureProblems([
                .init(option: highlight, "\"\(stranger)\" is not among the provinces shown", hint: "add it to `provinces`, or leave it out here")
            ])
        }
        guard chosen.count > mostHighlighted else { return }
        throw FigureProblems([
            .init(option: highlight, "\(chosen.count) provinces cannot all stand out", hint: "name up to four provinces, or use multiples")
        ])
    }

    /// The province with the largest change, or two that share it; of more none is singled out.
    private static func largest(_ rows: ProvinceRows) -> [String] {
        let changes = rows.rows.compactMap { row -> (String, Double)? in
            guard let before = row.before.number, let now = row.now.number else { return nil }
            return (row.province, (now - before).magnitude)
        }
        guard let most = changes.map(\.1).max(), most > 0 else { return [] }
        let largest = changes.filter { $0.1 == most }.map(\.0)
        return largest.count <= 2 ? largest : []
    }

    package var subtitle: String { rows.subtitle }

    package func remarks(in style: FigureStyle) -> [String] { Remarks(data.wording, in: style).onLines(rows.shown) }

    package var alternativeText: String { rows.alternativeText(Self.noun(wording)) }

    package var breakdowns: [Measure] { rows.breakdowns }

    package var values: ValueTable { rows.values }

    package var wording: Wording { data.wording }

    package func plot(in style: FigureStyle) -> Plot {
        let colours = isChosen ? data.roles(of: highlighted, in: style) : highlighted.map { _ in .focus }
        func role(_ row: ProvinceRows.Row) -> MarkRole { highlighted.firstIndex(of: row.province).map { colours[$0] } ?? .faint }
        // What stands out lies over the others.
        let order = rows.rows.filter { role($0) == .faint } + rows.rows.filter { role($0) != .faint }
        let ends = rows.ends
        var plot = Plot(
            direction: .vertical, bands: .names([data.wording.shortMonth(rows.since), data.wording.shortMonth(data.month)]),
            values: .unlabelled(ends),
            marks: order.flatMap { marks(of: $0, role($0)) } + missing, missing: .belowPlot,
            directLabels: labels(of: \.before, then: \.now, .left, role) + labels(of: \.now, then: \.before, .right, role))
        plot.isSpanning = true
        return plot
    }

    private func marks(of row: ProvinceRows.Row, _ role: MarkRole) -> [Mark] {
        let points = [row.before, row.now].enumerated().compactMap { band, quantity in
            quantity.number.map { PlotPoint(band: band, value: $0) }
        }
        let whiskers = [row.before, row.now].enumerated().compactMap { band, quantity -> Mark? in
            guard case .range(let lower, let upper) = quantity.value else { return nil }
            return .whisker(band: band, .whole, from: lower, to: upper)
        }
        return (points.count == 2 ? [.line(points, role)] : []) + whiskers
            // As open dots, those that do not stand out are told from a colour that is as light.
            + points.map { .dot($0, role, role == .faint ? .ring : .disc) }
    }

    /// One sign for a month, however many provinces lack it; the remarks say which.
    private var missing: [Mark] {
        [rows.rows.map(\.before), rows.rows.map(\.now)].enumerated().compactMap { band, quantities in
            let absences = quantities.compactMap { quantity -> Quantity.Absence? in
                if case .missing(let absence) = quantity.value { absence } else { nil }
            }
            return absences.first.map { .missing(band: band, .whole, $0) }
        }
    }

    /// Those of a side from the top down; of equal values that comes first whose line comes from above, so that none crosses.
    private func labels(
        of value: KeyPath<ProvinceRows.Row, Quantity>, then other: KeyPath<ProvinceRows.Row, Quantity>, _ side: Plot.DirectLabel.Side,
        _ role: (ProvinceRows.Row) -> MarkRole
    ) -> [Plot.DirectLabel] {
        let order = rows.rows.enumerated().sorted { one, next in
            func key(_ row: ProvinceRows.Row) -> (Double, Double) {
                (row[keyPath: value].number ?? -.infinity, row[keyPath: other].number ?? -.infinity)
            }
            let (first, second) = (key(one.element), key(next.element))
            return first != second ? first > second : one.offset < next.offset
        }
        return order.compactMap { _, row in
            guard let number = row[keyPath: value].number, let text = data.wording.quantity(row[keyPath: value], of: rows.measure) else { return nil }
            // Named once, so that the lines have the room: on the right, where they end, or where alone a value is known.
            let name = Direction.isolated(row.province)
            let words = side == .right ? "\(text) \(name)" : row.now.number == nil ? "\(name) \(text)" : text
            return Plot.DirectLabel(value: number, text: words, role: role(row), side: side)
        }
    }

    private static let highlight = "highlight"
    /// As many as a figure has categories (Analysis Function).
    private static let mostHighlighted = 4
    private static let noun: LocalText = ["en": "Slope chart"]
}
