import Statistics

/// What is shown together for each month: several measures of one province, or several provinces of one measure.
struct Parts {
    struct Part {
        var series: Series
        /// As a key says it.
        var name: String
        /// As it stands within a sentence.
        var subject: String
    }

    let parts: [Part]
    /// Of provinces, the report's own total of the same months; nil of measures.
    let total: Series?
    let measures: [Measure]
    let months: ClosedRange<Month>
    let province: String
    private let data: FigureData

    /// - Parameter months: how many are shown where it is not written.
    static func options(months: Int) -> [FigureOption] {
        [
            FigureOption("measure", .measure, "the measure of which provinces are the parts", standard: "see `measures`"),
            FigureOption(
                "provinces", .provinces, "which provinces are the parts, two to four in this order; with `measure`", standard: "all"),
            FigureOption(
                "measures", .measures(1...most), "the measures that are the parts, in this order, instead of provinces",
                standard: "see `measure`"),
            FigureOption(
                "province", .province, "of which province; with `measures`, the total where it is not written", standard: "the total"),
            FigureOption(
                "months", .number(1...120), "how many months, the month of the brief the last", unit: "months", standard: String(months)),
        ]
    }

    /// - Parameter isWhole: whether the parts are added up, so that they must be of one unit.
    init(_ options: OptionValues, data: FigureData, standardMonths: Int, isWhole: Bool) throws(FigureProblems) {
        let measures = (options.measures("measures") ?? []) + (options.measures("measure") ?? [])
        let provinces = options.provinces("provinces") ?? data.provinces(of: measures)
        let problems = Self.problems(options, measures, provinces, data, isWhole: isWhole)
        guard problems.isEmpty else { throw FigureProblems(problems) }
        self.data = data
        self.measures = measures
        let months = data.months(options.number("months") ?? standardMonths)
        self.months = months
        let province = options.province("province") ?? data.total
        self.province = province
        if measures.count == 1 {
            parts = provinces.map { name in
                Part(series: data.table.series(of: measures[0], in: name, months: months), name: name, subject: name)
            }
            total = data.table.series(of: measures[0], in: data.total, months: months)
        } else {
            parts = measures.map { measure in
                Part(
                    series: data.table.series(of: measure, in: province, months: months), name: measure.name,
                    subject: data.wording.inSentence(measure.name))
            }
            total = nil
        }
    }

    var areProvinces: Bool { total != nil }

    /// Of a month, in the order of the parts.
    func quantities(at index: Int) -> [Quantity] { parts.map { $0.series.observations[index].quantity } }

    /// The colours: provinces and measures keep theirs through the brief.
    func roles(in style: FigureStyle) -> [MarkRole] {
        areProvinces ? data.roles(of: parts.map(\.series.province), in: style) : data.roles(of: measures, in: style)
    }

    /// "attacks a month in Homs and Hama", "people killed and wounded a month in Homs".
    var shown: String {
        let place = areProvinces ? data.wording.list(parts.map(\.name)) : data.name(of: province)
        return data.wording.monthly(data.wording.names(of: measures), place)
    }

    /// For remarks, in which what all parts have in common is said once.
    var quantitiesShown: [Shown] {
        Shown.together(parts.map { part in part.series.observations.map { Shown($0, of: part.series.measure, subject: part.subject) } })
    }

    /// What each of them does.
    var finding: String {
        let findings = parts.map { data.wording.named($0.subject, data.wording.finding(of: $0.series, focus: data.month)) }
        return findings.joined(separator: data.wording.partSeparator)
    }

    /// Measures in columns, or provinces in rows.
    ///
    /// - Parameter total: whether the total stands among the provinces.
    func values(withTotal: Bool = false) -> ValueTable {
        guard areProvinces else { return ValueTable(parts.map(\.series)) }
        return ValueTable(provinces: parts.map(\.series) + (withTotal ? [total].compactMap { $0 } : []))
    }

    // MARK: Problems

    /// More are not told apart, and a figure of them says less than several figures.
    private static let most = 4

    private static func problems(
        _ options: OptionValues, _ measures: [Measure], _ provinces: [String], _ data: FigureData, isWhole: Bool
    ) -> [FigureProblems.Problem] {
        guard !measures.isEmpty else {
            return [
                .init(
                    option: nil, "neither `measure` nor `measures` is set",
                    hint: "name a measure and its provinces, or several measures: `measures: […]`")
            ]
        }
        if options.measures("measure") != nil, options.measures("measures") != nil {
            return [.init(option: "measure", "both `measure` and `measures` are set", hint: "write `measure` with `provinces`, or `measures` alone")]
        }
        guard measures.count == 1 else { return ofMeasures(options, measures, isWhole: isWhole) }
        if options.provinces("provinces") == nil, options.provinces("province") != nil {
            return [.init(option: "province", "one measure of one province has no parts", hint: "name `provinces`, or several `measures`")]
        }
        if provinces.contains(data.total) {
            return [.init(option: "provinces", "the total is no part of itself", hint: "leave it out; name provinces")]
        }
        if Set(provinces).count < provinces.count {
            return [.init(option: "provinces", "a province is named twice", hint: "name each once")]
        }
        if provinces.count < 2 {
            return [.init(option: "provinces", "one province is no set of parts", hint: "name two to four, or use `columns`")]
        }
        if provinces.count > most {
            return [
                .init(
                    option: options.provinces("provinces") == nil ? nil : "provinces",
                    "\(provinces.count) provinces cannot be told apart in one figure", hint: "name up to four in `provinces`, or use `multiples`")
            ]
        }
        return []
    }

    private static func ofMeasures(_ options: OptionValues, _ measures: [Measure], isWhole: Bool) -> [FigureProblems.Problem] {
        if options.provinces("provinces") != nil {
            return [
                .init(
                    option: "provinces", "several measures of several provinces are too much for one figure",
                    hint: "show one measure of several provinces, or several measures of one")
            ]
        }
        if Set(measures.map(\.key)).count < measures.count {
            return [.init(option: "measures", "a measure is named twice", hint: "name each once")]
        }
        if isWhole, Set(measures.map(\.unit)).count > 1 {
            return [
                .init(
                    option: "measures", "measures of different units cannot be added up: \(measures.map(\.unit).joined(separator: ", "))",
                    hint: "name measures of one unit, or use `grouped`")
            ]
        }
        return []
    }
}
