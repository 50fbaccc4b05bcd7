package import Statistics

/// Provinces in rows, a dot for each of two months and a line between them.
package struct DumbbellChart: PlotKind {
    package static let keyword = "dumbbell"
    package static let summary = "The provinces in two months, a dot for each, with a line between then and now."
    package static let options = [
        FigureOption("measure", .measure, "what is shown", standard: nil),
        FigureOption("provinces", .provinces, "which provinces; all where it is not written", standard: "all"),
        .since,
        .order(ProvinceRows.Order.allCases, standard: .value),
    ]

    private let rows: ProvinceRows
    private let data: FigureData

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let measure = try options.required(measures: "measure")[0]
        rows = ProvinceRows(
            measure, in: options.provinces("provinces") ?? data.provinces(of: [measure]),
            since: try options.since(data), order: options.order(standard: .value), data: data)
        self.data = data
    }

    package var subtitle: String { rows.subtitle }

    package func remarks(in style: FigureStyle) -> [String] { Remarks(data.wording, in: style).onLines(rows.shown) }

    package var alternativeText: String { rows.alternativeText(Self.noun(wording)) }

    package var breakdowns: [Measure] { rows.breakdowns }

    package var values: ValueTable { rows.values }

    package var wording: Wording { data.wording }

    package func plot(in style: FigureStyle) -> Plot {
        let ends = rows.ends
        var plot = Plot(
            direction: .horizontal, bands: .names(rows.names),
            values: .unlabelled(ends),
            marks: rows.rows.enumerated().flatMap { Self.marks(of: $1, band: $0) },
            labels: rows.rows.enumerated().flatMap { labels(of: $1, band: $0, style) },
            key: [
                .init(.rest, data.wording.month(rows.since), .dot(.ring)), .init(.focus, data.wording.month(data.month), .dot(.disc)),
            ])
        plot.rowShare = Plot.rowShare(of: rows.rows.count, least: 0.63)
        return plot
    }

    // MARK: A row

    private static func marks(of row: ProvinceRows.Row, band: Int) -> [Mark] {
        let whiskers = [row.before, row.now].compactMap { quantity -> Mark? in
            guard case .range(let lower, let upper) = quantity.value else { return nil }
            return .whisker(band: band, .whole, from: lower, to: upper)
        }
        let (before, now) = (row.before.number, row.now.number)
        var marks: [Mark] = []
        if let before, let now, before != now {
            marks.append(.span(band: band, from: before, to: now, .rest))
        }
        marks += whiskers
        if let before { marks.append(.dot(PlotPoint(band: band, value: before), .rest, .ring)) }
        if let now { marks.append(.dot(PlotPoint(band: band, value: now), .focus)) }
        if before == nil, now == nil, case .missing(let absence) = row.now.value {
            marks.append(.missing(band: band, .whole, absence))
        }
        return marks
    }

    /// Beyond the two ends, or beyond the higher one alone where the lower is near zero; where the two are the same, or one only is known, one label says so.
    private func labels(of row: ProvinceRows.Row, band: Int, _ style: FigureStyle) -> [Plot.Label] {
        let then = data.wording.quantity(row.before, of: rows.measure).map { Plot.Label.Part.value($0) }
        let now = data.wording.quantity(row.now, of: rows.measure).map { Plot.Label.Part.focus($0) }
        let ends = row.before.ends + row.now.ends
        guard let lowest = ends.min(), let highest = ends.max() else { return [] }
        func right(_ parts: [Plot.Label.Part], joined: [Plot.Label.Part] = []) -> Plot.Label {
            Plot.Label(band: band, value: highest, parts: parts, place: .after, joined: joined)
        }
        func symbol(_ quantity: Quantity) -> Plot.Label.Part {
            if case .missing(let absence) = quantity.value { .change("  " + style.symbol(of: absence)) } else { .change("") }
        }
        switch (then, now) {
        case (let then?, nil): return [right([then, symbol(row.now)])]
        case (nil, let now?): return [right([now, symbol(row.before)])]
        case (let then?, let now?):
            if row.before.value == row.now.value { return [right([now])] }
            let isRise = (row.before.number ?? 0) <= (row.now.number ?? 0)
            let joined = [then, .change(Self.to(data.wording)), now]
            return [
                right([isRise ? now : then], joined: joined),
                Plot.Label(band: band, value: lowest, parts: [isRise ? then : now], place: .before, joined: joined),
            ]
        case (nil, nil): return []
        }
    }

    private static let noun: LocalText = ["en": "Dumbbell chart"]
    private static let to: LocalText = ["en": " to "]
}
