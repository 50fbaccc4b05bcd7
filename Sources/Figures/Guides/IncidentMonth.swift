import Statistics

/// The incidents of the month of the brief, for kinds that show each.
struct IncidentMonth {
    let month: Month
    /// Those whose day is known, by day; of a day in the order of the table.
    let dated: [Incident]
    let wording: Wording
    /// What provinces are called.
    let noun: Noun
    /// What the shown provinces are together, within a sentence.
    let place: String
    /// Those of the month without a day, in the order of the table.
    let undated: [Incident]
    /// Whether any incident of the month is described, wherever: of a month without a row nothing is known.
    let isKnown: Bool
    /// The figure that they are held against; nil for none.
    private let figure: (measure: Measure, quantity: Quantity)?

    /// - Parameter provinces: nil for all.
    init(_ data: FigureData, provinces: [String]?, measure: Measure?) throws(FigureProblems) {
        let month = data.month
        guard !data.incidents.isEmpty else {
            throw FigureProblems([
                .init(option: nil, "the report has no incidents", hint: "name their file: `data: {incidents: data/incidents.csv}`")
            ])
        }
        let shown = data.incidents.filter { $0.month == month && (provinces?.contains($0.province) ?? true) }
        self.month = month
        wording = data.wording
        noun = data.provinceNoun
        dated = shown.enumerated().filter { $0.element.date != nil }.sorted { one, other in
            guard let first = one.element.date, let second = other.element.date, first != second else { return one.offset < other.offset }
            return first < second
        }.map(\.element)
        undated = shown.filter { $0.date == nil }
        isKnown = data.incidents.contains { $0.month == month }
        let isWhole = provinces.map { data.provincesWithIncidents.allSatisfy($0.contains) } ?? true
        place = isWhole ? data.place : wording.list(provinces ?? [])
        figure = measure.flatMap { measure in
            let row = isWhole ? data.total : provinces.flatMap { $0.count == 1 ? $0[0] : nil }
            return row.map { (measure, data.table.observation(of: measure, in: $0, month: month).quantity) }
        }
    }

    func remarks(in style: FigureStyle) -> [String] {
        guard isKnown else { return [wording.unknownIn(style.symbol(of: .unknown), wording.month(month))] }
        var remarks: [String] = []
        if let figure, let text = wording.quantity(figure.quantity, of: figure.measure) {
            remarks.append(wording.incidentsDescribed(String(dated.count + undated.count), text))
        }
        var places: [String] = []
        for incident in undated where !places.contains(incident.province) { places.append(incident.province) }
        let list = wording.list(places)
        if !undated.isEmpty { remarks.append(undated.count == 1 ? wording.oneUndated(list) : wording.undated(String(undated.count), list)) }
        return remarks
    }

    /// "one of an unknown day"; nil for none.
    ///
    /// - Parameter province: nil for all.
    func undatedInWords(in province: String? = nil) -> String? {
        let count = undated.count { province == nil || $0.province == province }
        return count == 0 ? nil : count == 1 ? wording.oneOfUnknownDay : wording.ofUnknownDays(String(count))
    }
}

extension FigureData {
    /// Those that any incident is described of, in any month, in the report's order.
    var provincesWithIncidents: [String] {
        let known = Set(incidents.map(\.province))
        return provinces.filter(known.contains)
    }
}

extension Month {
    /// The weekday of its first day, 0 for Monday (Zeller's congruence).
    var firstWeekday: Int {
        let (m, y) = month < 3 ? (month + 12, year - 1) : (month, year)
        let h = (1 + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400) % 7
        return (h + 5) % 7
    }
}

extension String {
    /// For a sentence that goes on with it.
    var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
