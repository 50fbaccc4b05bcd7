package import Statistics

/// A table of measures, by month or by province.
package struct MeasureTable: FigureKind {
    package static let keyword = "table"
    package static let summary = "Measures in columns, months or provinces in rows."
    package static let numbering = FigureNumbering.table
    package static let options = [
        FigureOption("rows", .choice(["months", "provinces"]), "what stands in the rows", standard: "months"),
        FigureOption("measures", .measures(1...8), "what stands in the columns; all where it is not written", standard: "all"),
        FigureOption(
            "months", .number(1...60), "how many months, the month of the brief the last; with `rows: months`",
            unit: "months", standard: "12"),
        FigureOption(
            "province", .province, "of which province; with `rows: months`, the total where it is not written",
            standard: "the total"),
        FigureOption(
            "provinces", .provinces, "which provinces; with `rows: provinces`, all and the total where it is not written",
            standard: "all"),
        FigureOption("cell-bars", .measures(1...8), "which columns have bars beside their values", standard: "none"),
        FigureOption("sparklines", .measures(1...4), "for which measures a last column shows the months, with `rows: provinces`", standard: "none"),
    ]

    private enum Rows {
        case months(ClosedRange<Month>, province: String)
        case provinces([String])
    }

    private let rows: Rows
    private let measures: [Measure]
    private let bars: [Measure]
    private let sparklines: [Measure]
    /// Of the small lines.
    private let months: ClosedRange<Month>
    private let data: FigureData

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let measures = options.measures("measures") ?? data.measures
        guard !measures.isEmpty else {
            throw FigureProblems([.init(option: "measures", "the table has no measures", hint: "name some: `measures: […]`")])
        }
        let isByProvince = options.word("rows") == "provinces"
        sparklines = options.measures("sparklines") ?? []
        bars = options.measures("cell-bars") ?? []
        var problems: [FigureProblems.Problem] = []
        if !isByProvince, !sparklines.isEmpty {
            problems.append(.init(option: "sparklines", "months are in the rows already", hint: "write `rows: provinces`, or take `sparklines` out"))
        }
        for measure in bars where !measures.contains(measure) {
            problems.append(.init(option: "cell-bars", "the table has no column for \(measure.key)", hint: "name it under `measures`"))
        }
        guard problems.isEmpty else { throw FigureProblems(problems) }
        self.measures = measures
        self.data = data
        months = data.months(options.number("months") ?? 12)
        rows =
            isByProvince
            ? .provinces(options.provinces("provinces") ?? data.provinces(of: measures) + (data.place(of: measures) == nil ? [] : [data.total]))
            : .months(months, province: options.province("province") ?? data.total)
    }

    package var subtitle: String { data.wording.qualified(shown, measures) }

    package func remarks(in style: FigureStyle) -> [String] {
        let remarks = Remarks(data.wording, in: style)
        let shown = lines.flatMap { line in zip(line.quantities, measures).map { Shown($0, of: $1) } }
        let small = self.lines.flatMap { line in sparklines.map { sparkline(of: $0, in: line.province) } }
        let lines = small.isEmpty ? [] : [Sparkline.remark(on: small, months, data.wording)]
        return remarks.onTable(shown) + remarks.onMinimumCounts(measures) + lines
    }

    package var breakdowns: [Measure] {
        guard case .provinces(let shown) = rows else { return [] }
        return measures.filter { data.provinces(of: [$0]).allSatisfy(shown.contains) }
    }

    package var alternativeText: String {
        let wording = data.wording
        var parts = [wording.rowsAndColumns(String(lines.count), wording.names(of: measures))]
        let focus: (name: String, quantities: [Quantity])?
        switch rows {
        case .months: focus = lines.last.map { (wording.month($0.month), $0.quantities) }
        case .provinces(let provinces):
            focus = provinces.contains(data.total) ? lines.last { $0.key == data.total }.map { ($0.name, $0.quantities) } : nil
        }
        if let focus {
            let values = zip(focus.quantities, measures).compactMap { quantity, measure in
                wording.quantity(quantity, of: measure).map { wording.valueOf(wording.inSentence(measure.name), $0) }
            }
            if !values.isEmpty { parts.append(wording.named(focus.name, wording.list(values))) }
        }
        let missing = lines.reduce(0) { $0 + $1.quantities.count { $0.isMissing } }
        if missing > 0 { parts.append(missing == 1 ? wording.oneValueUnknown : wording.valuesUnknown(String(missing))) }
        return wording.alternativeText(
            Self.noun(wording), of: shown, measures, finding: parts.joined(separator: wording.partSeparator))
    }

    package var values: ValueTable {
        ValueTable(
            header: ["month", "province"] + measures.map(\.key),
            rows: lines.map { [$0.month.description, $0.province] + $0.quantities.map(\.cell) })
    }

    package func content(in style: FigureStyle) -> any FigureContent {
        TableContent(
            heads: measures.map(\.name) + sparklines.map { data.wording.tableByMonth($0.name) },
            rows: lines.map { line in
                TableContent.Row(
                    line.name, role: line.role,
                    cells: zip(line.quantities, measures).map { cell($0, $1, line.role, style) }
                        + sparklines.map { measure in
                            .init("", graphic: .sparkline(sparkline(of: measure, in: line.province)))
                        })
            }, style: style)
    }

    private func sparkline(of measure: Measure, in province: String) -> Sparkline {
        Sparkline(data.table.series(of: measure, in: province, months: months).observations.map(\.quantity.number))
    }

    /// The bar of a value on the scale of its column, from zero; none for the total, which is of another size.
    private func bar(_ quantity: Quantity, _ measure: Measure, _ role: TableContent.Role) -> TableContent.Cell.Graphic? {
        guard bars.contains(measure), role != .total, let number = quantity.number, let column = measures.firstIndex(of: measure) else { return nil }
        let numbers = lines.filter { $0.role != .total }.compactMap { $0.quantities[column].number }
        guard let scale = Domain(min(0, numbers.min() ?? 0), max(0, numbers.max() ?? 0)) else { return nil }
        let ends = [0, number].map { ($0 - scale.lower) / scale.length }
        return .bar(from: min(ends[0], ends[1]), to: max(ends[0], ends[1]))
    }

    private func cell(_ quantity: Quantity, _ measure: Measure, _ role: TableContent.Role, _ style: FigureStyle) -> TableContent.Cell {
        let letters = Quantity.Marks.letters.filter { quantity.marks.contains($0.mark) }.map { " " + style.letter(of: $0.mark) }
        if case .missing(let absence) = quantity.value {
            return .init(style.symbol(of: absence), letters: letters.joined(), isMissing: true)
        }
        return .init(data.wording.quantity(quantity, of: measure) ?? "", letters: letters.joined(), graphic: bar(quantity, measure, role))
    }

    private struct Line {
        var name: String
        var key: String
        var role: TableContent.Role
        var month: Month
        var province: String
        var quantities: [Quantity]
    }

    private var lines: [Line] {
        func quantities(_ province: String, _ month: Month) -> [Quantity] {
            measures.map { data.table.observation(of: $0, in: province, month: month).quantity }
        }
        return switch rows {
        case .months(let months, let province):
            months.map { month in
                Line(
                    name: data.wording.shortMonth(month), key: month.description, role: month == data.month ? .focus : .plain,
                    month: month, province: province, quantities: quantities(province, month))
            }
        case .provinces(let provinces):
            provinces.map { province in
                Line(
                    name: province, key: province, role: province == data.total ? .total : .plain, month: data.month,
                    province: province, quantities: quantities(province, data.month))
            }
        }
    }

    private var shown: String {
        let wording = data.wording
        return switch rows {
        case .months(let months, let province):
            wording.during(wording.tableByMonth(data.name(of: province)), wording.months(months))
        case .provinces: wording.during(byProvince, wording.month(data.month))
        }
    }

    private var byProvince: String {
        let noun = data.provinceNoun.singular
        return data.place(of: measures).map { data.wording.tableByProvince($0, noun) }
            ?? data.wording.byProvinceAlone(data.wording.names(of: measures), noun)
    }

    private static let noun: LocalText = ["en": "Table"]
}
