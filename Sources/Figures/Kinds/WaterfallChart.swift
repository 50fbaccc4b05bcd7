import Statistics

/// From the total of one month to that of another by what each province added or took away.
package struct WaterfallChart: PlotKind {
    package static let keyword = "waterfall"
    package static let summary = "What each province added to the change of the total from one month to another, and what none of them explains; where no step is a twentieth of the larger total, the steps alone, with the totals as text."
    package static let options = [
        FigureOption("measure", .measure, "what is shown", standard: nil),
        FigureOption("provinces", .provinces, "which provinces; all where it is not written", standard: "all"),
        FigureOption(whole, .province, "which row of the table is the whole", standard: "the total"),
        .since,
    ]

    private let rows: ProvinceRows
    private let total: ProvinceRows.Row
    private let contributions: Contributions
    private let then, now: Double
    private let data: FigureData

    package init(_ options: OptionValues, data: FigureData) throws(FigureProblems) {
        let measure = try options.required(measures: "measure")[0]
        let since = try options.since(data)
        let total = options.province(Self.whole) ?? data.total
        let provinces = (options.provinces("provinces") ?? data.provinces(of: [measure])).filter { $0 != total }
        rows = ProvinceRows(measure, in: provinces, since: since, order: .change, data: data)
        contributions = data.table.contributions(to: total, of: measure, provinces: rows.names, from: since, to: data.month)
        self.total = ProvinceRows.Row(province: total, change: contributions.total)
        self.data = data
        var numbers: [Double] = []
        for observation in [contributions.total.earlier, contributions.total.later] {
            guard let number = observation.quantity.interval?.number else {
                throw Self.problem(with: observation, of: measure, in: total, data)
            }
            numbers.append(number)
        }
        (then, now) = (numbers[0], numbers[1])
    }

    private static func problem(
        with observation: Series.Observation, of measure: Measure, in total: String, _ data: FigureData
    ) -> FigureProblems {
        let month = data.wording.month(observation.month)
        let fact = data.wording.quantity(observation.quantity, of: measure).map { "is known as \($0) only" } ?? "is not known"
        let first = data.table.months?.lowerBound ?? data.month
        let earlier = stride(from: first.distance(to: data.month) - 1, through: 0, by: -1).map { first.advanced(by: $0) }
        let isKnown = observation.month < data.month
        let other = earlier.first { data.table.observation(of: measure, in: total, month: $0).quantity.interval?.number != nil }
        let hint = isKnown ? other.map { "the last month before that has a figure is `since: \($0)`" } : nil
        return FigureProblems([
            .init(
                option: isKnown ? "since" : whole,
                "the change of \"\(total)\" cannot be taken apart: the figure for \(month) \(fact)",
                hint: hint ?? "name another row as the whole, `total: …`, or compare the provinces with dumbbell")
        ])
    }

    // MARK: What is added

    /// A row between the two totals.
    private struct Step {
        var name: String
        /// Nil where it is not known.
        var difference: Interval?
        var absence: Quantity.Absence = .unknown
        var isRemainder = false

        /// What it moves the total by; nil where that is not one number.
        var number: Double? { difference?.number }
    }

    /// The provinces whose change is a number, by size; the others; and what is left.
    private var steps: [Step] {
        let others = contributions.bounded + contributions.unknown
        let steps = (contributions.known + others).map { part in
            let absences = [part.change.later, part.change.earlier].compactMap { observation -> Quantity.Absence? in
                if case .missing(let absence) = observation.quantity.value { absence } else { nil }
            }
            return Step(name: part.province, difference: part.difference, absence: absences.first ?? .unknown)
        }
        guard let rest = contributions.residual, rest.number != 0 || !others.isEmpty else { return steps }
        let name = others.isEmpty ? Self.elsewhere.phrase(data.wording)(data.provinceNoun.plural) : Self.elsewhereOrUnknown(data.wording)
        return steps + [Step(name: name, difference: rest, isRemainder: true)]
    }

    /// Whether beside the totals every step would be a sliver: then the bars show what is added to the first total, from zero.
    private var isOfChanges: Bool {
        let largest = steps.flatMap { [$0.difference?.lower, $0.difference?.upper] }.reduce(0) { max($0, $1.map { $0.isFinite ? $0.magnitude : 0 } ?? 0) }
        return largest > 0 && largest < max(then.magnitude, now.magnitude) / Self.fewestOfTotal
    }

    // MARK: Texts

    package var subtitle: String { data.wording.qualified(shown, [rows.measure]) }

    package func remarks(in style: FigureStyle) -> [String] {
        let wording = data.wording
        let totals = [total.change.later, total.change.earlier].map { Shown($0, of: rows.measure, subject: total.province) }
        var remarks = Remarks(wording, in: style).onLines(totals + rows.shown)
        if !contributions.bounded.isEmpty {
            remarks.append(Self.withinBounds.phrase(wording)(wording.list(contributions.bounded.map(\.province))))
        }
        if isOfChanges { remarks.append(Self.changesAlone(wording)) }
        if steps.contains(where: \.isRemainder), let sum = contributions.sum?.number {
            let isComplete = contributions.known.count == rows.rows.count
            remarks.append(
                (isComplete ? Self.addUp : Self.knownAddUp).phrase(wording)(
                    wording.signed(sum), wording.signed(now - then), data.provinceNoun.plural))
        }
        return remarks
    }

    package var alternativeText: String {
        let wording = data.wording
        var parts = [(total.change.earlier, then), (total.change.later, now)].map { observation, _ in
            wording.value(of: observation.quantity, of: rows.measure, in: wording.month(observation.month))
        }
        let steps = steps
        let listed = steps.filter { $0.isRemainder || steps.count <= Self.mostListed || $0.name == rows.rows.first?.province || $0.name == lowest }
        parts += listed.compactMap { step in
            step.difference.flatMap { wording.text(of: $0) }.map { wording.named(step.isRemainder ? wording.inSentence(step.name) : step.name, $0) }
        }
        let unknown = contributions.unknown.map(\.province)
        if unknown.count > Self.mostListed {
            parts.append(wording.valuesUnknown(String(unknown.count)))
        } else if !unknown.isEmpty {
            parts.append(wording.notKnown(wording.list(unknown)))
        }
        return wording.alternativeText(Self.noun(wording), of: shown, [rows.measure], finding: parts.joined(separator: wording.partSeparator))
    }

    /// The province with the largest fall, or the smallest rise.
    private var lowest: String? { contributions.known.last?.province }

    package var values: ValueTable {
        let months = [rows.since, data.month]
        var table = ValueTable(header: ["month", "province", rows.measure.key, "change"], rows: [])
        let all = [total] + rows.rows
        for month in months {
            table.rows += all.map { row in
                let isNow = month == data.month
                return [
                    month.description, row.province, (isNow ? row.now : row.before).cell, isNow ? Quantity(row.change.difference).cell : "",
                ]
            }
        }
        guard let rest = steps.last(where: \.isRemainder) else { return table }
        // What the provinces leave of each total, where all of them are known.
        let before = total.before - rows.rows.map(\.before).sum()
        let now = total.now - rows.rows.map(\.now).sum()
        if !rows.rows.isEmpty, !before.isMissing { table.rows.append([rows.since.description, rest.name, before.cell, ""]) }
        table.rows.append([data.month.description, rest.name, rows.rows.isEmpty ? total.now.cell : now.cell, Quantity(rest.difference).cell])
        return table
    }

    package var wording: Wording { data.wording }

    // MARK: The plot

    package func plot(in style: FigureStyle) -> Plot {
        let steps = steps
        var marks: [Mark] = []
        var labels: [Plot.Label] = []
        // Where they have no bars the totals are said alone.
        let isOfChanges = isOfChanges
        let first = isOfChanges ? 0 : then
        var ends = isOfChanges ? [] : [then, now]
        var level = first
        var last = 0
        func total(_ band: Int, _ value: Double, _ quantity: Quantity, _ change: [Plot.Label.Part] = []) {
            if !isOfChanges { marks.append(.bar(band: band, .whole, value: value, .rest, .whole)) }
            labels.append(
                Plot.Label(
                    band: band, value: max(0, value), parts: [.focus(data.wording.quantity(quantity, of: rows.measure) ?? "")] + change, place: .after))
        }
        func connect(to band: Int) {
            marks.append(.connector(from: last, to: band, value: level))
            last = band
        }
        total(0, first, self.total.before)
        for (index, step) in steps.enumerated() {
            let band = index + 1
            guard let difference = step.difference else {
                marks.append(.missing(band: band, .whole, step.absence))
                continue
            }
            let text = data.wording.text(of: difference) ?? ""
            guard let number = step.number else {
                let reach = [difference.lower, difference.upper].filter(\.isFinite).map { level + $0 }
                if reach.count == 2 { marks.append(.whisker(band: band, .whole, from: reach[0], to: reach[1])) }
                ends += reach
                labels.append(Plot.Label(band: band, value: reach.max() ?? level, parts: [.change(text)], place: .after))
                continue
            }
            connect(to: band)
            let role: MarkRole = step.isRemainder ? .rest : number < 0 ? .fall : .focus
            if number != 0 { marks.append(.bar(band: band, .whole, from: level, value: level + number, role, .whole)) }
            // Below the first total the line at zero stands right of the bars.
            let (low, high) = (min(level, level + number), max(level, level + number))
            let isLeft = isOfChanges && low < 0 && high <= 0
            labels.append(Plot.Label(band: band, value: isLeft ? low : high, parts: [.value(text)], place: isLeft ? .before : .after))
            level += number
            ends.append(level)
        }
        // The steps lead there but for what binary fractions leave.
        level = first + now - then
        connect(to: steps.count + 1)
        total(steps.count + 1, level, self.total.now, isOfChanges ? [.change(" (\(data.wording.signed(now - then)))")] : [])
        var plot = Plot(
            direction: .horizontal,
            bands: .names([data.wording.month(rows.since)] + steps.map(\.name) + [data.wording.month(data.month)]),
            values: .unlabelled(ends), marks: marks,
            labels: labels)
        let numbers = steps.filter { !$0.isRemainder }.compactMap(\.number)
        if numbers.contains(where: { $0 > 0 }) { plot.key.append(.init(.focus, Self.rise(data.wording))) }
        if numbers.contains(where: { $0 < 0 }) { plot.key.append(.init(.fall, Self.fall(data.wording))) }
        plot.rowShare = Plot.rowShare(of: steps.count + 2, least: 0.63)
        return plot
    }

    private var shown: String {
        let wording = data.wording
        let period = wording.period(wording.month(rows.since), wording.month(data.month))
        let place = data.name(of: total.province)
        return wording.during(Self.change.phrase(wording)(wording.names(of: [rows.measure]), place, data.provinceNoun.singular), period)
    }

    private static let whole = "total"
    /// The largest step is no less than such a part of the larger total where the totals have bars.
    private static let fewestOfTotal = 20.0
    /// A longer list is not listened to.
    private static let mostListed = 8
    private static let noun: LocalText = ["en": "Waterfall chart"]
    private static let change: LocalText = ["en": "change in %1 in %2 by %3"]
    private static let rise: LocalText = ["en": "More than before"]
    private static let fall: LocalText = ["en": "Less than before"]
    private static let elsewhere: LocalText = ["en": "Not in the %1 given"]
    private static let elsewhereOrUnknown: LocalText = ["en": "Elsewhere or not known"]
    private static let withinBounds: LocalText = ["en": "Known within bounds only, and left to what is elsewhere or not known: %1."]
    private static let changesAlone: LocalText = [
        "en": "Bars show the changes alone, each of which is less than a twentieth of the larger total; the totals have no bars."
    ]
    private static let addUp: LocalText = ["en": "The %3’ changes add up to %1; the total changed by %2."]
    private static let knownAddUp: LocalText = ["en": "The %3’ changes that are known add up to %1; the total changed by %2."]
}
