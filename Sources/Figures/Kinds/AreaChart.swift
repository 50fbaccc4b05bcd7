import Statistics

/// Two to four parts of each month as shares of what they are together.
package struct AreaChart: PlotKind {
    package static let keyword = "area"
    package static let summary = "Two to four measures, or provinces of one measure, as shares of their sum over time, as areas."
    package static let options = Parts.options(months: 24)

    private let parts: Parts
    private let data: FigureData
    /// By month, in the order of the parts, each from 0 to 1; nil where there are none.
    private let shares: [[Double]?]

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let parts = try Parts(options, data: data, standardMonths: 24, isWhole: true)
        self.parts = parts
        self.data = data
        shares = Array(parts.months).indices.map { Self.shares(parts.parts.map(\.series), at: $0) }
    }

    private static func shares(_ series: [Series], at index: Int) -> [Double]? {
        let numbers = series.compactMap { one -> Double? in
            let quantity = one.observations[index].quantity
            return switch quantity.value {
            case .exact(let number), .estimate(let number): number
            // Of minimums against minimums a share can be taken, of one against a number not.
            case .atLeast(let number): quantity.isOpen(in: one.measure) ? nil : number
            case .atMost, .range, .missing: nil
            }
        }
        let sum = numbers.reduce(0, +)
        guard numbers.count == series.count, sum > 0, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
        return numbers.map { $0 / sum }
    }

    package var subtitle: String { data.wording.qualified(shown, parts.measures) }

    package func remarks(in style: FigureStyle) -> [String] {
        let remarks = Remarks(data.wording, in: style)
        let months = zip(parts.months, shares).filter { $0.1 == nil }.map(\.0)
        let without = months.filter { month in
            let quantities = parts.parts.map { $0.series[month].quantity }
            return quantities.allSatisfy { !$0.isMissing } || zip(quantities, parts.parts).contains { $0.isOpen(in: $1.series.measure) }
        }
        let own = without.isEmpty ? [] : [Self.without.phrase(data.wording)(data.wording.list(without, of: shares.count))]
        return remarks.onLines(parts.quantitiesShown.map(\.withoutBounds)) + own + remarks.onMinimumCounts(parts.measures)
    }

    package var alternativeText: String {
        let wording = data.wording
        let findings = parts.parts.indices.map { part in wording.named(parts.parts[part].subject, finding(of: part)) }
        let isKnown = shares.contains { $0 != nil }
        return wording.alternativeText(
            Self.noun(wording), of: shown, parts.measures,
            finding: isKnown ? findings.joined(separator: wording.partSeparator) : wording.noneKnown)
    }

    /// "from 12% (May 2023) to 42% (January 2024); 42% in January 2024".
    private func finding(of part: Int) -> String {
        let wording = data.wording
        let known = zip(parts.months, shares).compactMap { month, shares in shares.map { (month: month, share: $0[part]) } }
        guard let least = known.min(by: { $0.share < $1.share }), let most = known.max(by: { $0.share < $1.share }) else {
            return wording.noneKnown
        }
        let last = shares.last.flatMap { $0 }.map { wording.valueIn(wording.month(data.month), wording.percent($0[part])) }
            ?? wording.notKnown(wording.month(data.month))
        guard known.count > 1 else { return wording.valueIn(wording.month(most.month), wording.percent(most.share)) }
        let (low, high) = (wording.percent(least.share), wording.percent(most.share))
        let range = low == high ? wording.steady(low) : wording.ranging(low, wording.month(least.month), high, wording.month(most.month))
        return range + wording.partSeparator + last
    }

    package var values: ValueTable { parts.values() }

    package var isEmpty: Bool { shares.allSatisfy { $0 == nil } }

    package var wording: Wording { data.wording }

    package func plot(in style: FigureStyle) -> Plot {
        let roles = parts.roles(in: style)
        var plot = Plot(
            direction: .vertical, bands: .months(Array(parts.months), focus: data.month), ticks: Ticks([0, 25, 50, 75, 100]),
            valueAxis: .always, marks: [], missing: .belowPlot)
        plot.unit = wording.percentSign
        for run in runs {
            for (part, role) in roles.enumerated() {
                let ranges = run.map { range(of: part, at: $0) }
                // A month between two gaps has no width as an area.
                plot.marks += ranges.count > 1
                    ? [.area(ranges, role)]
                    : ranges.filter { $0.low < $0.high }.map { .bar(band: $0.band, .whole, from: $0.low, value: $0.high, role, .whole) }
            }
            plot.marks += roles.indices.dropFirst().map { part in .joint(run.map { joint(below: part, at: $0) }) }
        }
        for band in shares.indices {
            let absences = parts.quantities(at: band).compactMap { if case .missing(let absence) = $0.value { absence } else { nil } }
            if let absence = absences.first { plot.marks.append(.missing(band: band, .whole, absence)) }
        }
        plot.breaks = Set(parts.parts.flatMap(\.series.breaks)).sorted()
        // From the top down, as they lie.
        plot.key = zip(roles, parts.parts).map { .init($0, $1.name) }.reversed()
        if let last = runs.last?.upperBound {
            plot.directLabels = parts.parts.indices.map { part in
                let (range, name) = (range(of: part, at: last), parts.parts[part].subject)
                // Of another month than the brief's no value is said.
                let text = last == shares.count - 1 ? wording.valueOf(name, wording.percent(shares[last]?[part] ?? 0)) : parts.parts[part].name
                return .init(value: (range.low + range.high) / 2, text: text, role: roles[part])
            }
            plot.hasSpareKey = true
        }
        return plot
    }

    /// Months with shares that follow each other.
    private var runs: [ClosedRange<Int>] { shares.indices.filter { shares[$0] != nil }.runs }

    /// What a part covers, in per cent from the base.
    private func range(of part: Int, at band: Int) -> PlotRange {
        let shares = shares[band] ?? []
        let low = shares.prefix(part).reduce(0, +)
        let high = part == shares.count - 1 ? 1 : low + shares[part]
        return PlotRange(band: band, low: low * 100, high: high * 100)
    }

    /// Where a part lies on the one before it.
    private func joint(below part: Int, at band: Int) -> PlotJoint {
        let (inner, outer) = (range(of: part - 1, at: band), range(of: part, at: band))
        return PlotJoint(band: band, value: outer.low, shorter: min(inner.high - inner.low, outer.high - outer.low))
    }

    private var shown: String {
        wording.during(Self.shares.phrase(wording)(parts.shown), wording.months(parts.months))
    }

    private static let noun: LocalText = ["en": "Area chart"]
    private static let shares: LocalText = ["en": "%1, each as a share of their sum"]
    private static let without: LocalText = [
        "en": "No shares are drawn for %1, where figures are below zero, known within bounds only, or add up to nothing."
    ]
}

extension Shown {
    /// Its marks, and that there is a number, without its bounds: where it has some no share is drawn.
    fileprivate var withoutBounds: Shown {
        var shown = self
        switch quantity.value {
        case .atMost(let number), .range(let number, _), .atLeast(let number): shown.quantity.value = .exact(number)
        case .exact, .estimate, .missing: break
        }
        return shown
    }
}
