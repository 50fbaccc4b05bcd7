import Statistics

/// Two to four parts of each month on each other, with what they are a whole of.
package struct StackedColumns: PlotKind {
    package static let keyword = "stacked"
    package static let summary =
        "Two to four parts of each month as stacked columns: provinces of one measure with the total, or measures with their sum."
    package static let options = Parts.options(months: 24) + [.reference]

    private let parts: Parts
    private let stacks: [PartStack]
    private let data: FigureData
    private let reference: MeanReference?

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let parts = try Parts(options, data: data, standardMonths: 24, isWhole: true)
        self.parts = parts
        self.data = data
        let measure = Self.measure(of: parts)
        let areAll = !parts.areProvinces || Set(data.provinces(of: [measure])).isSubset(of: parts.parts.map(\.series.province))
        stacks = Array(parts.months).indices.map { index in
            PartStack(parts.quantities(at: index), total: parts.total?.observations[index].quantity, areAll: areAll, of: measure)
        }
        reference = options.period(MeanReference.option).map { period in
            var whole = data.table.series(of: measure, in: parts.areProvinces ? data.total : parts.province, months: period)
            if !parts.areProvinces {
                let all = parts.measures.map { data.table.series(of: $0, in: parts.province, months: period) }
                for index in whole.observations.indices { whole.observations[index].quantity = all.map { $0.observations[index].quantity }.sum() }
            }
            return MeanReference(of: whole, wording: data.wording)
        }
    }

    /// By whose counting the whole is understood: a sum of minimums and counts is no minimum that the subtitle states.
    private static func measure(of parts: Parts) -> Measure {
        parts.measures.first { $0.counting != .floor } ?? parts.measures[0]
    }

    package var subtitle: String { data.wording.qualified(shown, parts.measures) }

    package func remarks(in style: FigureStyle) -> [String] {
        let wording = data.wording
        let measure = Self.measure(of: parts)
        let totals = zip(stacks, parts.total?.observations ?? []).filter { if case .total = $0.0.whole { true } else { false } }
        let remarks = Remarks(wording, in: style)
        func months(_ matches: (PartStack) -> Bool) -> String? {
            let found = zip(parts.months, stacks).filter { matches($0.1) }.map(\.0)
            return found.isEmpty ? nil : wording.list(found, of: stacks.count)
        }
        var own: [String] = []
        if let whole = months(\.isUndivided) { own.append(Self.undivided.phrase(wording)(style.symbol(of: .unknown), whole)) }
        if let open = months({ if case .floor = $0.whole { true } else { false } }) { own.append(Self.open.phrase(wording)(open)) }
        if let sums = months({ if case .sum = $0.whole { true } else { false } }) {
            own.append(parts.areProvinces ? Self.sums.phrase(wording)(sums) : Self.allSums(wording))
        }
        if let net = months({ $0.net != nil }) { own.append(Self.net.phrase(wording)(net)) }
        if let more = months(\.exceedsTotal) { own.append(Self.exceeds.phrase(wording)(more)) }
        let undivided = zip(parts.months, stacks).filter(\.1.isUndivided).map(\.0)
        let divided = parts.quantitiesShown.filter { shown in !(shown.month.map(undivided.contains) ?? false) }
        return remarks.onStacks(divided + totals.map { Shown($0.1, of: measure, subject: data.total) }) + own
            + remarks.onMinimumCounts(parts.measures) + (reference?.remarks ?? [])
    }

    package var alternativeText: String {
        data.wording.alternativeText(Self.noun(data.wording), of: shown, parts.measures, finding: finding)
    }

    private var finding: String {
        guard let total = parts.total, !total.known.isEmpty else { return parts.finding }
        return parts.finding + wording.partSeparator + wording.named(data.total, wording.finding(of: total, focus: data.month))
    }

    package var values: ValueTable {
        var table = parts.values(withTotal: true)
        let sums = stacks.map { stack in
            switch stack.whole {
            case .sum(let sum), .floor(let sum): sum.cell
            case .total, .missing: ""
            }
        }
        guard parts.areProvinces else {
            table.header.append(Self.sum)
            for index in sums.indices { table.rows[index].append(sums[index]) }
            return table
        }
        for (month, sum) in zip(parts.months, sums) where !sum.isEmpty { table.rows.append([month.description, Self.sum, sum]) }
        return table
    }

    package var wording: Wording { data.wording }

    package func plot(in style: FigureStyle) -> Plot {
        let roles = parts.roles(in: style)
        func role(_ segment: PartStack.Segment) -> MarkRole { segment.part.map { roles[$0] } ?? .rest }
        let isEveryColumnLabelled = stacks.count < Self.fewestForAxis
        var plot = Plot(
            direction: .vertical, bands: .months(Array(parts.months), focus: data.month),
            ticks: Ticks(around: stacks.flatMap { [$0.top, $0.bottom] }, wholeNumbers: parts.parts.allSatisfy(\.series.hasWholeNumbers)),
            valueAxis: isEveryColumnLabelled ? .unlessAllLabelled : .always, marks: [], missing: .belowPlot)
        for (band, stack) in stacks.enumerated() {
            let last = stack.segments.lastIndex { $0.to >= 0 }
            for (index, segment) in stack.segments.enumerated() {
                let look = BarLook(isOpen: stack.isOpen && index == last, isHatched: segment.isHatched)
                plot.marks.append(.bar(band: band, .whole, from: segment.from, value: segment.to, role(segment), look))
            }
            plot.marks += stack.joints(in: band).map { .joint([$0]) }
            plot.marks += stack.whiskers.map { .whisker(band: band, .whole, from: $0.lowerBound, to: $0.upperBound) }
            if let net = stack.net { plot.marks.append(.dot(PlotPoint(band: band, value: net), .rest, .ring)) }
            if let absence = stack.absence { plot.marks.append(.missing(band: band, .whole, absence)) }
        }
        plot.labels = wholeLabels(areAll: isEveryColumnLabelled) + partLabels(roles)
        plot.references = reference?.references ?? []
        plot.breaks = Set(parts.parts.flatMap(\.series.breaks)).sorted()
        // From the top down, as they are stacked.
        let rest = stacks.contains { $0.segments.contains { $0.part == nil } } ? [Plot.KeyEntry(.rest, Self.rest(wording))] : []
        plot.key = rest + zip(roles, parts.parts).map { .init($0, $1.name) }.reversed()
        plot.directLabels = directLabels(roles)
        plot.hasSpareKey = !plot.directLabels.isEmpty
        return plot
    }

    // MARK: Labels

    /// Above the columns: the month of the brief first, then the highest.
    private func wholeLabels(areAll: Bool) -> [Plot.Label] {
        // Of several that are as high the latest is labelled.
        let most = stacks.map(\.top).max()
        let highest = stacks.lastIndex { $0.top == most }
        let labels = stacks.indices.reversed().compactMap { band -> Plot.Label? in
            let stack = stacks[band]
            guard let text = text(of: stack.whole) else { return nil }
            let isFocus = band == stacks.count - 1
            let end = stack.top > 0 && (stack.net ?? 0) >= 0 ? stack.top : stack.bottom
            return Plot.Label(
                band: band, value: end, parts: [isFocus ? .focus(text) : .value(text)], isBeyondOpenEnd: stack.isOpen,
                isEssential: isFocus || band == highest || end == 0)
        }
        return labels.filter(\.isEssential) + (areAll ? labels.filter { !$0.isEssential } : [])
    }

    private func text(of whole: PartStack.Whole) -> String? {
        let measure = Self.measure(of: parts)
        return switch whole {
        case .total(let quantity), .sum(let quantity): wording.quantity(quantity, of: measure)
        // Said also of minimum counts, for it is less than they are.
        case .floor(let quantity): quantity.number.map { wording.atLeast + wording.number($0) }
        case .missing: nil
        }
    }

    private func partLabels(_ roles: [MarkRole]) -> [Plot.Label] {
        stacks.enumerated().flatMap { band, stack in
            stack.segments.compactMap { segment in
                // Through hatching, and under the line of a range, no number can be read.
                guard let part = segment.part, segment.to != segment.from, !segment.isHatched, stack.whiskers.isEmpty, let text = text(of: part, at: band) else { return nil }
                return Plot.Label(band: band, value: segment.to, parts: [.value(text)], place: .inside(from: segment.from, roles[part]))
            }
        }
    }

    private func text(of part: Int, at band: Int) -> String? {
        let series = parts.parts[part].series
        return wording.quantity(series.observations[band].quantity, of: series.measure)
    }

    /// Beside the last column, where all that has a colour is in it.
    private func directLabels(_ roles: [MarkRole]) -> [Plot.DirectLabel] {
        guard let stack = stacks.last else { return [] }
        let inLast = stack.segments.filter { $0.to != $0.from }
        let hasRest = stacks.contains { $0.segments.contains { $0.part == nil } }
        guard inLast.count == parts.parts.count + (hasRest ? 1 : 0) else { return [] }
        return inLast.map { segment in
            let text = segment.part.map { part in
                self.text(of: part, at: stacks.count - 1).map { wording.valueOf(parts.parts[part].subject, $0) } ?? parts.parts[part].name
            }
            return Plot.DirectLabel(
                value: (segment.from + segment.to) / 2, text: text ?? Self.rest(wording), role: segment.part.map { roles[$0] } ?? .rest)
        }
    }

    private var shown: String {
        let what = parts.areProvinces
            ? wording.monthlyByProvince(wording.names(of: parts.measures), data.place, data.provinceNoun.singular) : parts.shown
        return wording.during(what, wording.months(parts.months))
    }

    private static let noun: LocalText = ["en": "Stacked column chart"]
    private static let rest: LocalText = ["en": "Other or not known"]
    private static let open: LocalText = ["en": "Columns open at their end lack a part that is not known: %1."]
    private static let undivided: LocalText = ["en": "%1 Only the total is known for %2."]
    private static let sums: LocalText = ["en": "No total is known for %1: the column is the sum of the provinces."]
    private static let allSums: LocalText = ["en": "The numbers above the columns are sums of their parts."]
    private static let net: LocalText = ["en": "Parts lie on both sides of zero, and a ring is at what they come to, in %1."]
    private static let exceeds: LocalText = ["en": "The provinces add up to more than the total in %1."]
    /// In the values, of what is added up here.
    private static let sum = "sum"
    /// Fewer columns than this are labelled one by one and have no axis (Urban Institute).
    private static let fewestForAxis = 10
}
