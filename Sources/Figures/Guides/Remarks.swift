package import Statistics

/// A quantity that a figure shows, with what a remark calls it.
package struct Shown: Hashable, Sendable {
    package var quantity: Quantity
    package var measure: Measure
    /// The measure or province that tells it from the others; nil where there is one only.
    package var subject: String?
    /// Nil where all are of one month.
    package var month: Month?

    package init(_ quantity: Quantity, of measure: Measure, subject: String? = nil, month: Month? = nil) {
        self.quantity = quantity
        self.measure = measure
        self.subject = subject
        self.month = month
    }

    package init(_ observation: Series.Observation, of measure: Measure, subject: String? = nil) {
        self.init(observation.quantity, of: measure, subject: subject, month: observation.month)
    }

    /// What several lines over the same months show; what all have in common is said once, without a subject.
    package static func together(_ lines: [[Shown]]) -> [Shown] {
        guard let first = lines.first else { return [] }
        let isAlike = lines.dropFirst().allSatisfy { line in zip(line, first).allSatisfy { $0.isSaid(like: $1) } }
        guard isAlike else { return Array(lines.joined()) }
        return first.map { Shown($0.quantity, of: $0.measure, month: $0.month) }
    }

    /// Whether remarks say the same of both, whatever their values.
    private func isSaid(like other: Shown) -> Bool {
        guard quantity.marks == other.quantity.marks else { return false }
        return switch (quantity.value, other.quantity.value) {
        case (.exact, .exact): true
        case (.missing(let absence), .missing(let second)): absence == second
        default: false
        }
    }
}

/// What must be said below a figure of the quantities in it.
package struct Remarks {
    private let wording: Wording
    private let style: FigureStyle

    package init(_ wording: Wording, in style: FigureStyle) {
        self.wording = wording
        self.style = style
    }

    /// Of bars: missing ones, open ends, whiskers, hatching and marks, each with where they are.
    package func onBars(_ shown: [Shown]) -> [String] {
        onLines(shown, floors: wording.openBars, provisional: wording.hatchedBars)
    }

    /// Of bars on each other, of which only the uppermost can be open at its end.
    package func onStacks(_ shown: [Shown]) -> [String] {
        onLines(shown, floors: wording.floorsIn, provisional: wording.hatchedBars)
    }

    /// Of lines, which show no mark: missing months, minimum counts and marks, each with where they are.
    package func onLines(_ shown: [Shown]) -> [String] {
        onLines(shown, floors: wording.floorsIn, provisional: wording.provisional)
    }

    /// Of a table, where each symbol and letter stands in its place: what they mean.
    package func onTable(_ shown: [Shown]) -> [String] {
        var remarks: [String] = []
        for (absence, _, here) in absences where shown.contains(where: { $0.quantity.value == .missing(absence) }) {
            remarks.append(here(style.symbol(of: absence)))
        }
        for (matches, _, symbol) in bounds(floors: wording.floorsIn) where !symbol.isEmpty && shown.contains(where: matches) {
            remarks.append(symbol)
        }
        for (mark, _, meaning) in marks where shown.contains(where: { $0.quantity.marks.contains(mark) }) {
            remarks.append(meaning(style.letter(of: mark)))
        }
        return remarks
    }

    /// Of large numbers, which have symbols, but no letters.
    package func onNumbers(_ shown: [Shown]) -> [String] {
        let unmarked = shown.map { Shown(Quantity($0.quantity.value), of: $0.measure) }
        let marked = shown.compactMap { shown in
            shown.quantity.number.map { Shown(Quantity(.exact($0), marks: shown.quantity.marks), of: shown.measure, subject: shown.subject) }
        }
        return onTable(unmarked) + onLines(marked)
    }

    /// Of cells in the colours of classes, which show of a range only where it begins.
    package func onCells(_ shown: [Shown]) -> [String] {
        onLines(shown, floors: wording.floorsIn, provisional: wording.provisional, ranges: wording.rangesIn)
    }

    /// Of many panels: what their signs mean, and the names of those that a mark or a bound is in.
    package func onPanels(_ shown: [Shown], hasBars: Bool) -> [String] {
        let named = shown.map { Shown($0.quantity, of: $0.measure, subject: $0.subject) }
        let signs = absences.filter { absence, _, _ in shown.contains { $0.quantity.value == .missing(absence) } }
            .map { absence, _, here in here(style.symbol(of: absence)) }
        let known = named.filter { !$0.quantity.isMissing }
        return signs + (hasBars ? onBars(known) : onLines(known))
    }

    /// That some of several measures are minimum counts: all is said in the subtitle, none needs no word.
    package func onMinimumCounts(_ measures: [Measure]) -> [String] { wording.minimumCounts(among: measures).map { [$0] } ?? [] }

    private func onLines(_ shown: [Shown], floors: Phrase, provisional: Phrase, ranges: Phrase? = nil) -> [String] {
        var remarks: [String] = []
        for (absence, phrase, _) in absences {
            if let places = places(shown, where: { $0.quantity.value == .missing(absence) }) {
                remarks.append(phrase(style.symbol(of: absence), places))
            }
        }
        for (matches, phrase, _) in bounds(floors: floors, ranges: ranges) {
            if let places = places(shown, where: matches) { remarks.append(phrase(places)) }
        }
        for (mark, phrase, _) in marks {
            let phrase = mark == .provisional ? provisional : phrase
            if let places = places(shown, where: { $0.quantity.marks.contains(mark) }) { remarks.append(phrase(places)) }
        }
        return remarks
    }

    private var absences: [(Quantity.Absence, Phrase, Phrase)] {
        [
            (.unknown, wording.unknownIn, wording.unknownHere),
            (.notAvailable, wording.notAvailableIn, wording.notAvailableHere),
            (.notApplicable, wording.notApplicableIn, wording.notApplicableHere),
            (.confidential, wording.confidentialIn, wording.confidentialHere),
        ]
    }

    /// What a value may be instead of exact: how to tell it, what is said of where it is, what its symbol means.
    private func bounds(floors: Phrase, ranges: Phrase? = nil) -> [((Shown) -> Bool, Phrase, String)] {
        [
            (
                { if case .atLeast = $0.quantity.value { $0.measure.counting != .floor } else { false } },
                floors, wording.symbolAtLeast(wording.atLeast)
            ),
            (
                { if case .atMost = $0.quantity.value { true } else { false } },
                wording.ceilingsIn, wording.symbolAtMost(wording.atMost)
            ),
            (
                { if case .estimate = $0.quantity.value { true } else { false } },
                wording.estimated, wording.symbolEstimate(wording.estimate)
            ),
            ({ if case .range = $0.quantity.value { true } else { false } }, ranges ?? wording.whiskers, ""),
        ]
    }

    private var marks: [(Quantity.Marks, Phrase, Phrase)] {
        [
            (.revised, wording.revised, wording.letterRevised),
            (.provisional, wording.provisional, wording.letterProvisional),
            (.breakInSeries, wording.breakInSeries, wording.letterBreak),
            (.lowReliability, wording.lowReliability, wording.letterReliability),
        ]
    }

    /// "May and November 2023", "Homs and Hama", "attacks in May 2023", "Homs and Hama in May 2023"; nil for none.
    private func places(_ shown: [Shown], where matches: (Shown) -> Bool) -> String? {
        var subjects: [(name: String?, months: [Month], all: Int, isMeant: Bool)] = []
        for one in shown {
            if subjects.last?.name != one.subject || subjects.isEmpty { subjects.append((one.subject, [], 0, false)) }
            subjects[subjects.count - 1].all += 1
            guard matches(one) else { continue }
            guard let month = one.month else {
                subjects[subjects.count - 1].isMeant = true
                continue
            }
            subjects[subjects.count - 1].months.append(month)
        }
        // Subjects of the same months are named together.
        var parts: [(names: [String], months: String?)] = []
        for subject in subjects {
            // A subject without a month stands for itself.
            if subject.isMeant {
                parts += subject.name.map { [([$0], nil)] } ?? []
                continue
            }
            guard !subject.months.isEmpty else { continue }
            let months = wording.list(subject.months, of: subject.all)
            if let name = subject.name, let index = parts.firstIndex(where: { $0.months == months }) {
                parts[index].names.append(name)
            } else {
                parts.append((subject.name.map { [$0] } ?? [], months))
            }
        }
        let texts = parts.map { part in
            let names = wording.list(part.names)
            return part.months.map { part.names.isEmpty ? $0 : wording.subjectIn(names, $0) } ?? names
        }
        return texts.isEmpty ? nil : wording.list(texts)
    }
}

extension Wording {
    /// "May and November 2023"; where so many are no longer read "April to November 2021", or "9 of the 24 months", and the
    /// marks in the figure show which they are.
    func list(_ months: [Month], of all: Int) -> String {
        guard months.count > mostMonths else { return list(months) }
        let runs = months.runs
        guard runs.count <= mostRuns, months.count < all else { return monthsOf(String(months.count), String(all)) }
        return list(runs.map { window($0) })
    }
}

private let mostMonths = 8
private let mostRuns = 3
