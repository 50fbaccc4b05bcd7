package import Statistics

/// Provinces in the order of the month's figures, with the month before beside it.
package struct BarChart: PlotKind {
    package static let keyword = "bars"
    package static let summary = "The provinces ranked by one measure in the month of the brief, with the month before."
    package static let options = [
        FigureOption("measure", .measure, "what is shown", standard: nil),
        FigureOption("provinces", .provinces, "which provinces; all where it is not written", standard: "all"),
        FigureOption("previous", .flag, "whether the month before stands beside, with the change", standard: "yes"),
        .order([.value, .report], standard: .value),
        FigureOption(top, .number(1...60), "how many are shown by themselves; the others are added where all of them are known", standard: "all"),
    ]

    private let rows: ProvinceRows
    /// Those beyond `top` that cannot be added, for not all of them are known.
    private let left: [ProvinceRows.Row]
    /// Those that are added.
    private let added: [String]
    private let hasPrevious: Bool
    private let data: FigureData

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let measure = try options.required(measures: "measure")[0]
        let provinces = options.provinces("provinces") ?? data.provinces(of: [measure])
        func rows(_ order: ProvinceRows.Order) -> ProvinceRows {
            ProvinceRows(measure, in: provinces, since: data.month.advanced(by: -1), order: order, data: data)
        }
        let ranked = rows(.value)
        var shown = options.order(standard: .value) == .value ? ranked : rows(.report)
        let top = options.number(Self.top) ?? provinces.count
        // Of one only there is nothing to add.
        let others = top + 1 < provinces.count ? Array(ranked.rows.dropFirst(top)) : []
        shown.rows.removeAll { row in others.contains { $0.province == row.province } }
        let sum = others.map(\.now).sum()
        if !others.isEmpty, !sum.isMissing {
            let before = others.map(\.before).sum()
            shown.rows.append(
                ProvinceRows.Row(
                    province: Self.others.phrase(data.wording)(String(others.count)),
                    change: Change(
                        from: .init(month: shown.since, quantity: before, source: nil), to: .init(month: data.month, quantity: sum, source: nil)),
                    isSum: true))
            added = others.map(\.province)
            left = []
        } else {
            added = []
            left = others
        }
        self.rows = shown
        self.data = data
        hasPrevious = options.flag("previous") ?? true
    }

    package var subtitle: String { data.wording.qualified(shown, [rows.measure]) }

    package func remarks(in style: FigureStyle) -> [String] {
        let now = rows.rows.map { Shown($0.now, of: rows.measure, subject: $0.province) }
        return Remarks(data.wording, in: style).onBars(hasPrevious ? rows.shown : now) + remarksOnOthers
    }

    private var remarksOnOthers: [String] {
        let wording = data.wording
        if let sum = rows.rows.last, sum.isSum {
            return [added.count > Self.mostListed ? Self.isSum.phrase(wording)(sum.province) : Self.isSumOf.phrase(wording)(sum.province, wording.list(added))]
        }
        guard !left.isEmpty else { return [] }
        let unknown = left.count { $0.now.isMissing }
        if left.count <= Self.mostListed { return [Self.notShown.phrase(wording)(wording.list(left.map(\.province)))] }
        return [Self.notShownOf.phrase(wording)(String(left.count), String(unknown), data.provinceNoun.plural)]
    }

    package var breakdowns: [Measure] {
        data.provinces(of: [rows.measure]).allSatisfy { rows.names.contains($0) || added.contains($0) } ? [rows.measure] : []
    }

    package var alternativeText: String {
        data.wording.alternativeText(
            Self.noun(data.wording), of: shown, [rows.measure], finding: rows.finding(hasChanges: hasPrevious))
    }

    package var values: ValueTable { rows.values(of: hasPrevious ? [rows.since, data.month] : [data.month]) }

    package var wording: Wording { data.wording }

    package func plot(in style: FigureStyle) -> Plot {
        let lanes = Lanes(hasPrevious, style)
        let measure = rows.measure
        var marks: [Mark] = []
        var labels: [Plot.Label] = []
        for (band, row) in rows.rows.enumerated() {
            marks += Mark.bar(of: row.now, measure: measure, band: band, lane: lanes.now, role: row.isSum ? .rest : .focus)
            if hasPrevious {
                marks += Mark.bar(of: row.before, measure: measure, band: band, lane: lanes.before, role: .previous)
            }
            guard let text = data.wording.quantity(row.now, of: measure), let end = row.now.upperNumber else { continue }
            let change = (hasPrevious ? rows.change(of: row) : nil).map { [Plot.Label.Part.change(" (\($0))")] } ?? []
            labels.append(
                Plot.Label(
                    band: band, lane: lanes.now, value: end, parts: [row.isSum ? .value(text) : .focus(text)] + change,
                    isBeyondOpenEnd: row.now.isOpen(in: measure)))
        }
        let values = rows.ends
        var plot = Plot(
            direction: .horizontal, bands: .names(rows.names),
            values: .unlabelled(values),
            marks: marks, labels: labels,
            key: hasPrevious ? [.init(.focus, wording.month(data.month)), .init(.previous, wording.month(rows.since))] : [])
        // Two bars in a row need more of it.
        plot.rowShare = Plot.rowShare(of: rows.rows.count, least: hasPrevious ? 0.75 : 0.63)
        return plot
    }

    private var shown: String {
        let wording = data.wording
        let shown = wording.during(data.byProvince([rows.measure]), wording.month(data.month))
        return hasPrevious ? wording.changeSince(shown, wording.month(rows.since)) : shown
    }

    private static let top = "top"
    /// A longer list is counted.
    private static let mostListed = 8
    private static let noun: LocalText = ["en": "Bar chart"]
    private static let others: LocalText = ["en": "%1 others"]
    private static let isSum: LocalText = ["en": "%1: their figures added up here."]
    private static let isSumOf: LocalText = ["en": "%1: %2, added up here."]
    private static let notShown: LocalText = ["en": "Not shown: %1."]
    private static let notShownOf: LocalText = ["en": "Not shown: %1 %3, %2 of them without a known figure."]
}

/// How this month's bar and the thinner one of the month before share a row.
private struct Lanes {
    var now = Lane.whole
    var before = Lane.whole

    init(_ hasPrevious: Bool, _ style: FigureStyle) {
        guard hasPrevious else { return }
        let (thin, gap) = (style.spaces.previousBar, style.spaces.previousGap)
        let bar = 1 / (1 + gap + thin)
        now = Lane(offset: (bar - 1) / 2, thickness: bar)
        before = Lane(offset: (1 - bar * thin) / 2, thickness: bar * thin)
    }
}
