import Statistics

/// The month's key figures in large numerals, with the change since the month before.
package struct KeyNumbers: FigureKind {
    package static let keyword = "numbers"
    package static let numbering = FigureNumbering.uncounted
    package static let summary = "The key figures of the month, large, with the change since the month before."
    package static let options = [
        FigureOption("measures", .measures(1...6), "what is shown, in this order", standard: nil),
        FigureOption(
            "sparkline", .number(0...36), "how many months a small line below each number shows; 0 for none", unit: "months", standard: "0"),
        FigureOption("province", .province, "of which province; the total where it is not written", standard: "the total"),
    ]

    private let entries: [Entry]
    private let province: String
    /// Nil for no lines.
    private let months: ClosedRange<Month>?
    private let data: FigureData

    private struct Entry {
        var measure: Measure
        var change: Change
        var series: Series?

        var now: Quantity { change.later.quantity }
        var sparkline: Sparkline? { series.map { Sparkline($0.observations.map(\.quantity.number)) } }
    }

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let province = options.province("province") ?? data.total
        let months = options.number("sparkline").flatMap { $0 > 1 ? data.months($0) : nil }
        self.months = months
        entries = try options.required(measures: "measures").map { measure in
            Entry(
                measure: measure,
                change: data.table.change(of: measure, in: province, from: data.month.advanced(by: -1), to: data.month),
                series: months.map { data.table.series(of: measure, in: province, months: $0) })
        }
        self.province = province
        self.data = data
    }

    package var subtitle: String {
        data.wording.qualified(data.wording.changeSince(shown, data.wording.month(previousMonth)), entries.map(\.measure))
    }

    package func remarks(in style: FigureStyle) -> [String] {
        let remarks = Remarks(data.wording, in: style)
        let shown = entries.map { Shown($0.now, of: $0.measure, subject: data.wording.inSentence($0.measure.name)) }
        return remarks.onNumbers(shown)
            + remarks.onMinimumCounts(entries.map(\.measure))
            + (months.map { [Sparkline.remark(on: entries.compactMap(\.sparkline), $0, data.wording)] } ?? [])
    }

    package var alternativeText: String {
        let wording = data.wording
        let findings = entries.map { entry in
            let name = wording.inSentence(entry.measure.name)
            guard let value = wording.quantity(entry.now, of: entry.measure) else { return wording.notKnown(name) }
            return wording.withChange(wording.valueOf(name, value), wording.changeInWords(entry.change))
        }
        return wording.alternativeText(
            Self.noun(wording), of: shown, entries.map(\.measure),
            finding: findings.joined(separator: wording.partSeparator))
    }

    package var values: ValueTable {
        ValueTable(
            header: ["month", "province"] + entries.map(\.measure.key),
            rows: (months ?? previousMonth...data.month).map { month in
                [month.description, province] + entries.map { data.table.observation(of: $0.measure, in: province, month: month).quantity.cell }
            })
    }

    package func content(in style: FigureStyle) -> any FigureContent {
        PanelContent(
            entries.map { entry in
                let symbol: String? = if case .missing(let absence) = entry.now.value { style.symbol(of: absence) } else { nil }
                return PanelContent.Entry(
                    number: symbol ?? data.wording.quantity(entry.now, of: entry.measure) ?? "", isMissing: symbol != nil,
                    name: data.wording.capitalised(data.wording.names(of: [entry.measure])), change: data.wording.changeInWords(entry.change),
                    sparkline: entry.sparkline)
            }, style: style)
    }

    private var previousMonth: Month { data.month.advanced(by: -1) }

    private var shown: String { data.wording.during(data.name(of: province), data.wording.month(data.month)) }

    private static let noun: LocalText = ["en": "Key figures"]
}
