package import Statistics

/// What the data say, for alternative texts: computed, so that it is true.
extension Wording {
    /// "from 0 (7 months) to 38 (April 2023); 33 in January 2024; 7 months not known".
    ///
    /// - Parameter focus: the month of the brief, named by itself where it is in the series.
    package func finding(of series: Series, focus: Month) -> String {
        var parts: [String] = []
        var isFocusSaid = false
        // What is known within bounds is not the same as what its lower end is.
        let smallest = series.extremes?.smallest ?? []
        let exact = smallest.filter(\.quantity.isOneNumber)
        let lows = exact.isEmpty ? smallest : exact
        if let extremes = series.extremes, let lowest = lows.last, let highest = extremes.largest.last,
            let low = quantity(lowest.quantity, of: series.measure), let high = quantity(highest.quantity, of: series.measure)
        {
            if series.known.count > 1 {
                isFocusSaid = low != high && (isNamed(focus, among: lows) || isNamed(focus, among: extremes.largest))
                parts.append(low == high ? steady(low) : ranging(low, months(of: lows), high, months(of: extremes.largest)))
            }
        } else {
            return noneKnown
        }
        if !isFocusSaid, let observation = series.observations.last(where: { $0.month == focus }) {
            parts.append(value(of: observation.quantity, of: series.measure, in: month(focus)))
        }
        let ranges = series.observations.filter { !$0.quantity.isOneNumber && $0.month != focus }
        parts += ranges.count > mostNamed
            ? [monthsInBounds(String(ranges.count))] : ranges.map { value(of: $0.quantity, of: series.measure, in: month($0.month)) }
        let missing = series.observations.count { $0.quantity.isMissing && $0.month != focus }
        if missing > 0 { parts.append(missing == 1 ? oneMonthUnknown : monthsUnknown(String(missing))) }
        return parts.joined(separator: partSeparator)
    }

    private func isNamed(_ month: Month, among observations: [Series.Observation]) -> Bool {
        observations.count <= mostNamed && observations.contains { $0.month == month }
    }

    /// "April 2023", "March and October 2023", "7 months".
    private func months(of observations: [Series.Observation]) -> String {
        observations.count > mostNamed ? monthCount(String(observations.count)) : list(observations.map(\.month))
    }

    /// "33 in January 2024", "Homs not known".
    package func value(of quantity: Quantity, of measure: Measure, in place: String) -> String {
        self.quantity(quantity, of: measure).map { valueIn(place, $0) } ?? notKnown(place)
    }

    /// "Column chart of confirmed attacks a month in central Syria; minimum counts: from 2 (July 2022) to 38 (April 2023)."
    package func alternativeText(_ noun: String, of shown: String, _ measures: [Measure], finding: String) -> String {
        let text = alternative(noun, withQualifier(shown, measures), finding)
        return minimumCounts(among: measures).map { text + " " + $0 } ?? text
    }

    /// "Minimum counts: confirmed attacks.", where some of several measures are; that all are is said with them.
    func minimumCounts(among measures: [Measure]) -> String? {
        let floors = measures.filter { $0.counting == .floor }
        guard !floors.isEmpty, floors.count < measures.count else { return nil }
        return minimumCountsOf(list(floors.map { inSentence($0.name) }))
    }

    /// What is shown, with a capital, and "minimum counts" where all its measures are: a subtitle.
    package func qualified(_ shown: String, _ measures: [Measure]) -> String {
        capitalised(withQualifier(shown, measures))
    }

    /// "confirmed attacks and civilians killed".
    ///
    /// With its unit where that is not simply what is counted: "jobs (thousands)".
    package func names(of measures: [Measure]) -> String {
        list(measures.map { isNamed($0) ? inSentence($0.name) : inUnit(inSentence($0.name), $0.unit) })
    }

    /// Whether a measure's name or its plural say what its numbers are numbers of.
    private func isNamed(_ measure: Measure) -> Bool {
        let words = (measure.plural + " " + measure.name).lowercased().split(separator: " ")
        return measure.unit.lowercased().split(separator: " ").allSatisfy(words.contains)
    }

    private func withQualifier(_ shown: String, _ measures: [Measure]) -> String {
        let isMinimum = !measures.isEmpty && measures.allSatisfy { $0.counting == .floor }
        return isMinimum ? qualified(shown, minimumCounts) : shown
    }
}

/// More months than this with the same extreme are counted, not named.
private let mostNamed = 2

extension Quantity {
    fileprivate var isOneNumber: Bool { if case .range = value { false } else { true } }
}
