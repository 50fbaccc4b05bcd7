import Diagnostics
import Statistics

/// A count of the rows of the incident files, or the sum of one of their columns, over a period.
///
/// A row whose cell is empty may be meant or not, so a count can be a range. A month of which the files have no row is
/// unknown: nobody says that nothing happened in it.
package struct IncidentCount: Hashable, Sendable {
    /// As written, without its period: `incidents(kind:mine)`.
    var text: String
    var period: Period
    /// The column that is added up; nil where rows are counted.
    var column: String?
    /// Those that the filters let through, surely or perhaps.
    var rows: [Row]
    /// Those with a row in the files.
    var coveredMonths: Set<Month>

    struct Row: Sendable {
        /// Nil where it is unknown.
        var month: Month?
        /// Whether the filters let it through, as far as its cells say.
        var passes: Verdict
        /// One, or what the column holds.
        var value: Quantity
        var source: Span
    }

    package static func == (left: IncidentCount, right: IncidentCount) -> Bool {
        left.text == right.text && left.period == right.period
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(period)
    }

    func reading(shift: Int) -> Reading {
        let period = period.advanced(by: shift)
        var lower = 0.0
        var upper = 0.0
        var sources: [Span] = []
        for row in rows {
            if let month = row.month, !period.months.contains(month) { continue }
            let isSure = row.passes == .borneOut && row.month != nil
            // A number of people is never below zero, so a row without one adds some or none.
            let value = row.value.interval ?? Interval(0, .infinity)
            if isSure { lower += max(0, value?.lower ?? 0) }
            upper += value?.upper ?? .infinity
            sources.append(row.source)
        }
        let isCovered = period.months.allSatisfy(coveredMonths.contains)
        let count = isCovered ? Interval(lower, upper) : nil
        let witness = Witness(subject: text, period: period, quantity: Quantity(count), rows: sources)
        return Reading(recorded: count, meant: count, witnesses: [witness])
    }
}

/// What a column of the incident files must hold: `kind:mine|ied`, `date:2024-01-04..2024-01-10`, `killed:3..`.
struct IncidentFilter {
    var column: String
    /// One of them will do.
    var values: [Value]

    enum Value {
        case text(String)
        /// Both ends included; nil for an open one.
        case numbers(Double?, Double?)
        case days(Day?, Day?)
    }

    /// Undecidable where the cell is empty, and where a day is not known as exactly as asked.
    func passes(_ incident: Incident) -> Verdict {
        guard let cell = incident.text(of: column)?.value, !cell.isEmpty else { return .undecidable }
        return values.any { value in
            switch value {
            case .text(let text): return Verdict(cell == text)
            case .numbers(let lower, let upper):
                guard let quantity = try? Quantity(cell: cell) else { return .contradicted }
                return (lower.map { quantity.interval >= Interval($0) } ?? .borneOut)
                    && (upper.map { quantity.interval <= Interval($0) } ?? .borneOut)
            case .days(let first, let last):
                guard let day = incident.date else { return .undecidable }
                return Verdict((first.map { $0 <= day } ?? true) && (last.map { day <= $0 } ?? true))
            }
        }
    }
}
