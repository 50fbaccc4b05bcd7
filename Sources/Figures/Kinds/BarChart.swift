package import Statistics

/// Provinces in the order of the month's figures, with the month before beside it.
package struct BarChart: PlotKind {
    package static let keyword = "bars"
    package static let summary = "The provinces ranked by one measure in the month of the brief, with the month before."
    package static let options = [
        FigureOption("measure", .measure, "what is shown", standard: nil),
        FigureOption("provinces", .provinces, "which provinces; all where it is not written", standard: "all"),
        FigureOption("previous", .flag, "whether the month before stands beside, with the change", standard: "yes"),
    ]

    private let measure: Measure
    private let rows: [Row]
    private let hasPrevious: Bool
    private let data: FigureData

    private struct Row {
        var province: String
        var change: Change

        var now: Quantity { change.later.quantity }
        var before: Quantity { change.earlier.quantity }
    }

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let measure = try options.required(measures: "measure")[0]
        let ranking = data.table.ranking(of: measure, in: options.provinces("provinces") ?? data.provinces(of: [measure]), month: data.month)
        rows = (ranking.places.map(\.province) + ranking.unranked.map(\.province)).map { province in
            Row(
                province: province,
                change: data.table.change(of: measure, in: province, from: data.month.advanced(by: -1), to: data.month))
        }
        self.measure = measure
        self.data = data
        hasPrevious = options.flag("previous") ?? true
    }

    package var subtitle: String { data.wording.qualified(shown, [measure]) }

    package func remarks(in style: FigureStyle) -> [String] {
        let now = rows.map { Shown($0.now, of: measure, subject: $0.province, month: hasPrevious ? data.month : nil) }
        let before = rows.map { Shown($0.before, of: measure, subject: $0.province, month: previousMonth) }
        return Remarks(data.wording, in: style).onBars(hasPrevious ? now + before : now)
    }

    package var breakdowns: [Measure] { data.provinces(of: [measure]).allSatisfy(rows.map(\.province).contains) ? [measure] : [] }

    package var alternativeText: String {
        let wording = data.wording
        let known = rows.filter { !$0.now.isMissing }
        var parts = known.map { row in
            let value = wording.value(of: row.now, of: measure, in: row.province)
            return change(row).map { wording.withChange(value, $0) } ?? value
        }
        let missing = rows.filter { $0.now.isMissing }.map(\.province)
        if !missing.isEmpty { parts.append(wording.notKnown(wording.list(missing))) }
        let finding = known.isEmpty ? wording.noneKnown : wording.list(parts)
        return wording.alternativeText(Self.noun(wording), of: shown, [measure], finding: finding)
    }

    package var values: ValueTable {
        let months = hasPrevious ? [previousMonth, data.month] : [data.month]
        return ValueTable(
            header: ["month", "province", measure.key],
            rows: months.flatMap { month in
                rows.map { [month.description, $0.province, (month == data.month ? $0.now : $0.before).cell] }
            })
    }

    package var wording: Wording { data.wording }

    package func plot(in style: FigureStyle) -> Plot {
        let lanes = Lanes(hasPrevious, style)
        var marks: [Mark] = []
        var labels: [Plot.Label] = []
        for (band, row) in rows.enumerated() {
            marks += Mark.bar(of: row.now, measure: measure, band: band, lane: lanes.now, role: .focus)
            if hasPrevious {
                marks += Mark.bar(of: row.before, measure: measure, band: band, lane: lanes.before, role: .previous)
            }
            guard let text = data.wording.quantity(row.now, of: measure), let end = row.now.upperNumber else { continue }
            let change = change(row).map { [Plot.Label.Part.change(" (\($0))")] } ?? []
            labels.append(
                Plot.Label(band: band, lane: lanes.now, value: end, parts: [.focus(text)] + change, isBeyondOpenEnd: row.now.isOpen(in: measure)))
        }
        let values = rows.flatMap { [$0.now, $0.before] }.flatMap(\.ends)
        return Plot(
            direction: .horizontal, bands: .names(rows.map(\.province)),
            ticks: Ticks(around: values, wholeNumbers: values.allSatisfy { $0 == $0.rounded() }), valueAxis: .never,
            marks: marks, labels: labels,
            key: hasPrevious
                ? [.init(.focus, wording.month(data.month)), .init(.previous, wording.month(previousMonth))] : [])
    }

    /// "+9", "no change"; nil where it is not known, or not asked for.
    private func change(_ row: Row) -> String? {
        guard hasPrevious, let difference = row.change.difference, let text = data.wording.text(of: difference) else { return nil }
        return row.change.direction == .unchanged ? data.wording.unchanged : text
    }

    private var previousMonth: Month { data.month.advanced(by: -1) }

    private var shown: String {
        let wording = data.wording
        let shown = wording.during(wording.byProvince(wording.names(of: [measure]), data.place, data.provinceNoun.singular), wording.month(data.month))
        return hasPrevious ? wording.changeSince(shown, wording.month(previousMonth)) : shown
    }

    private static let noun: LocalText = ["en": "Bar chart"]
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
