package import Statistics

/// A small chart for each province, all along one scale.
package struct SmallMultiples: FigureKind {
    package static let keyword = "multiples"
    package static let summary = "A small chart of months for each province, all along one scale; the other options are those of the kind in the panels."
    package static let options =
        [
            FigureOption(of, .choice(panelKinds.map { $0.keyword }), "the kind in the panels", standard: panelKinds[0].keyword),
            FigureOption(provinces, .provinces, "which provinces; all where it is not written", standard: "all"),
            FigureOption(
                order, .choice(Order.allCases.map(\.rawValue)),
                "which panel comes first: as the report lists them, the largest figure of the month, or by name", standard: Order.report.rawValue),
        ] + FigureOption.union(of: panelKinds, without: [of, provinces, order, province])

    private static let panelKinds: [any PlotKind.Type] = figureKinds.compactMap { $0 as? any PlotKind.Type }.filter { $0.standsInPanels }

    private enum Order: String, CaseIterable { case report, value, name }

    private struct Panel {
        var province: String
        var kind: any PlotKind
    }

    private let panels: [Panel]
    /// Of the place as a whole, for what all panels have in common.
    private let whole: any PlotKind
    private let order: Order
    /// The months whose mean every panel is held against.
    private let reference: ClosedRange<Month>?
    private let data: FigureData

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let kind = Self.panelKinds.first { $0.keyword == options.word(Self.of) } ?? Self.panelKinds[0]
        try Self.check(options, of: kind)
        whole = try Self.panel(kind, data.total, options, Self.ofAll(options, data))
        let measures = Self.measures(of: whole, data)
        let provinces = options.provinces(Self.provinces) ?? data.provinces(of: measures)
        guard !provinces.isEmpty else {
            throw FigureProblems([.init(option: Self.provinces, "there is no province to show", hint: "name one: `provinces: […]`")])
        }
        order = options.word(Self.order).flatMap(Order.init) ?? .report
        reference = options.period(MeanReference.option)
        var panels: [Panel] = []
        for province in provinces { panels.append(Panel(province: province, kind: try Self.panel(kind, province, options, data))) }
        switch order {
        case .report: self.panels = panels
        case .name: self.panels = panels.map { (NameOrder($0.province), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
        case .value:
            let ranked = measures.first.map { ProvinceRows($0, in: provinces, since: data.month, order: .value, data: data).names } ?? provinces
            self.panels = ranked.compactMap { name in panels.first { $0.province == name } }
        }
        self.data = data
    }

    /// Options that the kind in the panels does not have, or not like this.
    private static func check(_ options: OptionValues, of kind: any PlotKind.Type) throws(FigureProblems) {
        let problems = Self.options.dropFirst(3).compactMap { option -> FigureProblems.Problem? in
            guard let value = options[option.name] else { return nil }
            guard let own = kind.options.first(where: { $0.name == option.name }) else {
                return .init(option: option.name, "\(kind.keyword) has no option \"\(option.name)\"", hint: "leave it out, or choose another kind with `of`")
            }
            return own.problem(with: value, in: kind)
        }
        if !problems.isEmpty { throw FigureProblems(problems) }
    }

    private static func panel(
        _ kind: any PlotKind.Type, _ name: String, _ options: OptionValues, _ data: FigureData
    ) throws(FigureProblems) -> any PlotKind {
        var own = OptionValues([:])
        for option in kind.options { own[option.name] = options[option.name] }
        // An order is that of the panels, and so are the provinces.
        (own[order], own[provinces]) = (nil, nil)
        own[province] = .provinces([name])
        return try kind.init(own, data: data)
    }

    /// The same data of "central Syria by province", or of "6 provinces" where the report's place is not what they are parts of.
    private static func ofAll(_ options: OptionValues, _ data: FigureData) -> FigureData {
        let measures = ["measure", "measures"].flatMap { options.measures($0) ?? [] }
        let (wording, noun) = (data.wording, data.provinceNoun)
        let count = (options.provinces(provinces) ?? data.provinces(of: measures)).count
        var all = data
        all.place = data.place(of: measures).map { byProvince.phrase(wording)($0, noun.singular) }
            ?? alone.phrase(wording)(String(count), count == 1 ? noun.singular : noun.plural)
        return all
    }

    /// Those whose values the panels have.
    private static func measures(of kind: any PlotKind, _ data: FigureData) -> [Measure] {
        kind.values.header.compactMap { key in data.measures.first { $0.key == key } }
    }

    private var measures: [Measure] { Self.measures(of: whole, data) }

    // MARK: Texts

    package var subtitle: String { whole.subtitle }

    package func remarks(in style: FigureStyle) -> [String] {
        let wording = data.wording
        let remarks = Remarks(wording, in: style)
        let order =
            switch order {
            case .report: Self.asReported(wording)
            case .value: Self.byValue.phrase(wording)(wording.month(data.month))
            case .name: Self.byName(wording)
            }
        return (panels.count > Self.mostListed ? remarks.onPanels(shown, hasBars: hasBars(style)) : detailed(remarks, hasBars(style)))
            + panels.flatMap { $0.kind.remarksOnLook(in: style) }.distinct + remarks.onMinimumCounts(measures) + remarksOnMean(style) + [order]
    }

    /// A panel without the line that the others have says nothing of why.
    private func remarksOnMean(_ style: FigureStyle) -> [String] {
        guard let reference else { return [] }
        let lacking = panels.filter { $0.kind.plot(in: style).references.isEmpty }.map(\.province)
        let (wording, name) = (data.wording, data.wording.window(reference))
        if lacking.isEmpty { return [] }
        return lacking.count == panels.count ? [wording.noMean(name)] : [Self.noMean.phrase(wording)(name, wording.list(lacking))]
    }

    private func detailed(_ remarks: Remarks, _ hasBars: Bool) -> [String] { hasBars ? remarks.onBars(shown) : remarks.onLines(shown) }

    private func hasBars(_ style: FigureStyle) -> Bool {
        panels.contains { panel in panel.kind.plot(in: style).marks.contains { if case .bar = $0 { true } else { false } } }
    }

    /// Read from the values, which all kinds have alike.
    private var shown: [Shown] {
        panels.flatMap { panel in
            let values = panel.kind.values
            return values.header.enumerated().flatMap { column, key -> [Shown] in
                guard let measure = data.measures.first(where: { $0.key == key }) else { return [] }
                return values.rows.compactMap { row in
                    guard row.indices.contains(column), let quantity = try? Quantity(cell: row[column]) else { return nil }
                    return Shown(quantity, of: measure, subject: panel.province, month: Month(row[0]))
                }
            }
        }
    }

    package var alternativeText: String {
        let wording = data.wording
        return wording.alternative(Self.noun(wording), wording.inSentence(subtitle), finding)
    }

    /// Of few provinces what each shows; of many the range of the month.
    private var finding: String {
        let wording = data.wording
        guard let measure = measures.first else { return wording.noneKnown }
        if panels.count > Self.mostListed || measures.count > 1 {
            let parts = measures.map { measure in
                let rows = ProvinceRows(measure, in: panels.map(\.province), since: data.month, order: .value, data: data)
                let finding = rows.finding(hasChanges: false)
                return measures.count > 1 ? wording.named(wording.inSentence(measure.name), finding) : finding
            }
            return wording.named(wording.month(data.month), parts.joined(separator: wording.partSeparator))
        }
        let parts = panels.map { panel in
            let months = panel.kind.values.rows.compactMap { Month($0[0]) }
            let range = (months.min() ?? data.month)...(months.max() ?? data.month)
            let series = data.table.series(of: measure, in: panel.province, months: range)
            return wording.named(panel.province, wording.finding(of: series, focus: data.month))
        }
        return parts.joined(separator: wording.partSeparator)
    }

    package var breakdowns: [Measure] {
        data.provinces(of: measures).allSatisfy { province in panels.contains { $0.province == province } } ? measures : []
    }

    package var values: ValueTable {
        ValueTable(header: panels[0].kind.values.header, rows: panels.flatMap { $0.kind.values.rows })
    }

    package func content(in style: FigureStyle) -> any FigureContent {
        MultiplesContent(
            panels.map { .init(name: $0.province, plot: $0.kind.plot(in: style)) },
            nothing: data.wording.capitalised(data.wording.noneKnown), style: style, wording: data.wording)
    }

    private static let (of, province, provinces, order) = ("of", "province", "provinces", "order")
    /// Of more provinces not all is said of each.
    private static let mostListed = 4
    private static let noun: LocalText = ["en": "Small multiples"]
    private static let noMean: LocalText = ["en": "No mean of %1 is drawn for %2, for not all its months are known."]
    private static let byProvince: LocalText = ["en": "%1 by %2"]
    private static let alone: LocalText = ["en": "%1 %2"]
    private static let asReported: LocalText = ["en": "All panels have one scale; they stand in the report’s order."]
    private static let byValue: LocalText = ["en": "All panels have one scale; they stand in the order of their figures for %1."]
    private static let byName: LocalText = ["en": "All panels have one scale; they stand in alphabetical order."]
}
