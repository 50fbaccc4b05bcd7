import Statistics

/// A measure in provinces, in the month of the brief and in an earlier one: a row each.
struct ProvinceRows {
    struct Row {
        var province: String
        var change: Change
        /// Whether it is several provinces, added here.
        var isSum = false

        var now: Quantity { change.later.quantity }
        var before: Quantity { change.earlier.quantity }
    }

    /// Which row comes first.
    enum Order: String, CaseIterable {
        /// The largest figure of the month; those without one last.
        case value
        /// The largest rise; those without a known change last.
        case change
        /// As the report or the author lists them.
        case report
    }

    let measure: Measure
    let since: Month
    let data: FigureData
    var rows: [Row]

    init(_ measure: Measure, in provinces: [String], since: Month, order: Order = .report, data: FigureData) {
        self.measure = measure
        self.since = since
        self.data = data
        let rows = provinces.map { Row(province: $0, change: data.table.change(of: measure, in: $0, from: since, to: data.month)) }
        self.rows =
            switch order {
            case .report: rows
            case .value: Self.sorted(rows) { $0.now.number }
            case .change: Self.sorted(rows) { row in row.before.number.flatMap { before in row.now.number.map { $0 - before } } }
            }
    }

    /// By recorded numbers, the largest first; equal ones, and then those without one, as they were.
    private static func sorted(_ rows: [Row], by number: (Row) -> Double?) -> [Row] {
        let numbers = rows.map(number)
        let known = rows.indices.filter { numbers[$0] != nil }
            .sorted { (numbers[$1] ?? 0, $0) < (numbers[$0] ?? 0, $1) }
        return (known + rows.indices.filter { numbers[$0] == nil }).map { rows[$0] }
    }

    var names: [String] { rows.map(\.province) }

    /// All that marks of both months reach to.
    var ends: [Double] { rows.flatMap { [$0.now, $0.before] }.flatMap(\.ends) }

    /// Those of the month of the brief first.
    var shown: [Shown] {
        rows.map { Shown($0.now, of: measure, subject: $0.province, month: data.month) }
            + rows.map { Shown($0.before, of: measure, subject: $0.province, month: since) }
    }

    var isComplete: Bool { data.provinces(of: [measure]).allSatisfy(names.contains) }

    /// Months in the order of time, provinces in that of the rows.
    func values(of months: [Month]) -> ValueTable {
        ValueTable(
            header: ["month", "province", measure.key],
            rows: months.flatMap { month in
                rows.map { [month.description, $0.province, (month == data.month ? $0.now : $0.before).cell] }
            })
    }

    /// "+9", "no change"; nil where it is not known.
    func change(of row: Row) -> String? {
        guard let difference = row.change.difference, let text = data.wording.text(of: difference) else { return nil }
        return row.change.direction == .unchanged ? data.wording.unchanged : text
    }

    // MARK: Texts of kinds that show both months

    /// "Attacks in central Syria by province, December 2023 and January 2024".
    private var title: String {
        data.wording.during(data.byProvince([measure]), data.wording.list([data.wording.month(since), data.wording.month(data.month)]))
    }

    var subtitle: String { data.wording.qualified(title, [measure]) }

    /// - Parameter noun: the kind.
    func alternativeText(_ noun: String) -> String {
        data.wording.alternativeText(noun, of: title, [measure], finding: finding(hasChanges: true))
    }

    var breakdowns: [Measure] { isComplete ? [measure] : [] }

    var values: ValueTable { values(of: [since, data.month]) }

    // MARK: Finding

    /// "14 in Homs (+9) and Hama not known"; of many rows the lowest and the highest.
    func finding(hasChanges: Bool) -> String {
        let wording = data.wording
        let known = rows.filter { !$0.now.isMissing }
        let missing = rows.filter { $0.now.isMissing }.map(\.province)
        guard !known.isEmpty else { return wording.noneKnown }
        guard known.count <= Self.mostListed else { return extremes(known, missing: missing.count) }
        var parts = known.map { row in
            let value = wording.value(of: row.now, of: measure, in: row.province)
            return (hasChanges ? change(of: row) : nil).map { wording.withChange(value, $0) } ?? value
        }
        if missing.count > Self.mostListed {
            parts.append(wording.valuesUnknown(String(missing.count)))
        } else if !missing.isEmpty {
            parts.append(wording.notKnown(wording.list(missing)))
        }
        return wording.list(parts)
    }

    /// "from 0 (7 provinces) to 38 (Homs); 4 values not known".
    private func extremes(_ known: [Row], missing: Int) -> String {
        let wording = data.wording
        let numbers = known.compactMap(\.now.number)
        let ends = [numbers.min(), numbers.max()].compactMap { end in known.filter { $0.now.number == end } }
        let texts = ends.map { rows in
            (rows.first.flatMap { wording.quantity($0.now, of: measure) } ?? "",
             rows.count > 2 ? Self.count.phrase(wording)(String(rows.count)) : wording.list(rows.map(\.province)))
        }
        guard texts.count == 2, let low = texts.first, let high = texts.last else { return wording.noneKnown }
        let range = low.0 == high.0 ? wording.steady(low.0) : wording.ranging(low.0, low.1, high.0, high.1)
        let unknown = missing == 0 ? nil : missing == 1 ? wording.oneValueUnknown : wording.valuesUnknown(String(missing))
        return [range, unknown].compactMap { $0 }.joined(separator: wording.partSeparator)
    }

    private static let count: LocalText = ["en": "%1 provinces"]
    /// A longer list is not listened to.
    private static let mostListed = 8
}

// MARK: Rows

extension Plot {
    /// The height of rows, in rows of the style: many are set closer, and nearer to what can just be read.
    ///
    /// - Parameter least: how close they may come.
    static func rowShare(of rows: Int, least: Double) -> Double { max(least, min(1, comfortable / Double(max(1, rows)))) }

    /// So many rows stand as far apart as the style has them.
    private static let comfortable = 12.0
}

// MARK: Options

extension FigureOption {
    /// Of kinds that show provinces in two months.
    static let since = FigureOption("since", .month, "the month that the month of the brief is compared with", standard: "the month before")

    static func order(_ orders: [ProvinceRows.Order], standard: ProvinceRows.Order) -> FigureOption {
        let rise = orders.contains(.change) ? ", the largest rise," : ""
        return FigureOption(
            "order", .choice(orders.map(\.rawValue)), "which comes first: the largest figure\(rise) or as the report lists them",
            standard: standard.rawValue)
    }
}

extension OptionValues {
    /// The month that `FigureOption.since` names, or the one before the month of the brief.
    func since(_ data: FigureData) throws(FigureProblems) -> Month {
        let since = month("since") ?? data.month.advanced(by: -1)
        guard since < data.month else {
            throw FigureProblems([
                .init(
                    option: "since", "\(since) is not before \(data.month), the month of the brief",
                    hint: "name an earlier month: `since: \(data.month.advanced(by: -1))`")
            ])
        }
        return since
    }

    func order(standard: ProvinceRows.Order) -> ProvinceRows.Order {
        word("order").flatMap(ProvinceRows.Order.init) ?? standard
    }
}
