import Statistics

/// The brief's year and years before it, all by month of the year.
struct YearLines {
    struct Year {
        var number: Int
        /// From January to December, or to the month of the brief.
        var series: Series
    }

    /// The earliest first, that of the brief last.
    let years: [Year]
    private let data: FigureData

    /// - Parameter count: how many earlier years at most: the latest of which something is known.
    init(of measure: Measure, in province: String, count: Int, data: FigureData) {
        self.data = data
        let first = min(data.table.months?.lowerBound ?? data.month, data.month)
        let whole = data.table.series(of: measure, in: province, months: first...data.month)
        func year(_ number: Int) -> Year {
            Year(number: number, series: whole.year(number, through: number == data.month.year ? data.month.month : 12))
        }
        let earlier = stride(from: data.month.year - 1, through: first.year, by: -1).lazy.map(year).filter { !$0.series.known.isEmpty }
        years = earlier.prefix(count).reversed() + [year(data.month.year)]
    }

    var earlier: ArraySlice<Year> { years.dropLast() }

    /// This year stands out, the year before stands before the others.
    func role(of year: Year) -> MarkRole {
        switch data.month.year - year.number {
        case 0: .focus
        case 1: .previous
        default: .faint
        }
    }

    var bands: Plot.Bands { .steps(data.wording.shortMonthNames, focus: data.month.month - 1) }

    /// "January to May 2024 against 2021 to 2023".
    var period: String {
        let wording = data.wording
        let now = years.last?.series.months.map { wording.window($0) } ?? wording.month(data.month)
        guard let first = earlier.first?.number, let last = earlier.last?.number else { return now }
        let numbers = earlier.map { String($0.number) }
        let isWhole = last - first == earlier.count - 1 && earlier.count > 2
        return Self.against.phrase(wording)(now, isWhole ? wording.period(String(first), String(last)) : wording.list(numbers))
    }

    /// Writes a text at the end of a line: beside it, or at the edge of the plot where the year is nearly over.
    func addLabel(_ text: String, of year: Year, at end: PlotPoint, to plot: inout Plot) {
        let role = role(of: year)
        if end.band >= Self.firstAtEdge {
            plot.directLabels.append(.init(value: end.value, text: text, role: role, isQuiet: role != .focus))
        } else {
            plot.labels.append(.init(band: end.band, value: end.value, parts: [role == .focus ? .focus(text) : .change(text)], place: .beside))
        }
    }

    /// The sign of each month of this year that is not known.
    var missing: [Mark] {
        (years.last?.series.observations ?? []).enumerated().compactMap { band, observation in
            if case .missing(let absence) = observation.quantity.value { .missing(band: band, .whole, absence) } else { nil }
        }
    }

    /// For remarks: all of this year, and what is known of the earlier ones, whose gaps have no sign.
    var quantitiesShown: [Shown] {
        years.flatMap { year in
            (year.number == data.month.year ? year.series.observations : year.series.known).map { Shown($0, of: year.series.measure) }
        }
    }

    /// The months of earlier years that are not known, as a sentence has them; nil for none.
    var gaps: String? {
        let missing = earlier.flatMap(\.series.missingMonths)
        return missing.isEmpty ? nil : data.wording.list(missing, of: earlier.count * 12)
    }

    /// Months and their values, the earliest first.
    var values: ValueTable {
        guard var series = years.first?.series else { return ValueTable(header: [], rows: []) }
        series.observations = years.flatMap(\.series.observations)
        return ValueTable([series])
    }

    static let option = FigureOption(
        "years", .number(0...20), "how many earlier years at most, the latest of which something is known", unit: "years", standard: "5")

    private static let against: LocalText = ["en": "%1 against %2"]
    /// October: a text beside the end of a line needs about three months.
    private static let firstAtEdge = 9
}
