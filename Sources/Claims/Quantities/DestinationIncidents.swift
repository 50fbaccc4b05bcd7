import Diagnostics
import Statistics

/// Counts of incidents: `incidents.killed(kind:mine|ied, date:2024-01-04..2024-01-10)[2023]`.
extension DestinationReader {
    mutating func incidents(from start: Int) throws(Problem) -> Expression {
        var column: String?
        let columns = evidence.incidents.first?.columns ?? []
        if take(["."]) != nil {
            guard let name = try name() else { throw Problem(range: start..<place, message: "a column is missing after \"incidents.\"") }
            let sums = ["killed", "wounded", "captured"]
            guard sums.contains(name.value) else {
                throw Problem(
                    range: name.range, message: "incidents cannot be added up by \"\(name.value)\"",
                    hint: suggestion(for: name.value, among: sums, called: "columns that hold numbers"))
            }
            column = name.value
        }
        guard !evidence.incidents.isEmpty else {
            throw Problem(
                range: start..<place, message: "the report has no incidents", hint: "name their files under `data` in report.yaml: `incidents: …`")
        }
        var filters: [IncidentFilter] = []
        skipBlanks()
        if peek() == "(" {
            place += 1
            skipBlanks()
            while peek() != ")" {
                filters.append(try filter(columns: columns))
                guard take([","]) != nil else { break }
            }
            try expect(")", after: "what the incidents must be")
        }
        let written = String(text[start..<place])
        let rows = evidence.incidents.map { incident in
            IncidentCount.Row(
                month: incident.month, passes: filters.all { $0.passes(incident) },
                value: value(of: column, in: incident), source: incident.source)
        }
        return .incidents(
            IncidentCount(
                text: written, period: try period(), column: column, rows: rows.filter { $0.passes != .contradicted },
                coveredMonths: Set(evidence.incidents.compactMap(\.month))))
    }

    func value(of column: String?, in incident: Incident) -> Quantity {
        switch column {
        case "killed": incident.killed
        case "wounded": incident.wounded
        case "captured": incident.captured
        default: Quantity(.exact(1))
        }
    }

    mutating func filter(columns: [String]) throws(Problem) -> IncidentFilter {
        skipBlanks()
        let start = place
        guard let column = try name(), take([":"]) != nil else {
            throw Problem(
                range: start..<max(start + 1, min(place, text.count)), message: "a condition on incidents is a column and what it holds",
                hint: "write kind:mine; columns: \(columns.joined(separator: ", "))")
        }
        guard columns.contains(column.value) else {
            throw Problem(
                range: column.range, message: "the incidents have no column \"\(column.value)\"",
                hint: suggestion(for: column.value, among: columns, called: "columns"))
        }
        var values: [IncidentFilter.Value] = []
        repeat {
            skipBlanks()
            let valueStart = place
            var isQuoted = false
            var value = ""
            if let quoted = try quoted() {
                (value, isQuoted) = (quoted.value, true)
            } else {
                while let sign = peek(), !",|)".contains(sign) {
                    value.append(sign)
                    place += 1
                }
                while value.last == " " { value.removeLast() }
            }
            values.append(try self.value(value, isQuoted: isQuoted, of: column.value, range: valueStart..<place))
        } while take(["|"]) != nil
        return IncidentFilter(column: column.value, values: values)
    }

    func value(_ text: String, isQuoted: Bool, of column: String, range: Range<Int>) throws(Problem) -> IncidentFilter.Value {
        let ends = isQuoted ? [text] : split(text)
        if column == "province" { return .text(try province(Name(value: text, range: range, isQuoted: isQuoted))) }
        if column == "date" {
            let days = ends.map { Day($0) }
            guard zip(days, ends).allSatisfy({ $0 != nil || $1.isEmpty && ends.count == 2 }) else {
                throw Problem(range: range, message: "\"\(text)\" is not a date", hint: "write date:2024-01-09, or date:2024-01-04..2024-01-10")
            }
            return .days(days[0], days[days.count - 1])
        }
        if ends.count == 2 {
            let numbers = ends.map { Double($0) }
            guard zip(numbers, ends).allSatisfy({ $0 != nil || $1.isEmpty }) else {
                throw Problem(range: range, message: "\"\(text)\" is not a range of numbers", hint: "write killed:3..10, or killed:3..")
            }
            return .numbers(numbers[0], numbers[1])
        }
        if let number = Double(text), ["killed", "wounded", "captured"].contains(column) { return .numbers(number, number) }
        // A value that no row has is a slip of the pen, not a count of none.
        let known = evidence.incidents.lazy.compactMap { $0.text(of: column)?.value }
        guard known.contains(text) else {
            var distinct: [String] = []
            for value in known where !value.isEmpty && !distinct.contains(value) && distinct.count < 20 { distinct.append(value) }
            throw Problem(
                range: range, message: "no incident has \"\(text)\" as its \(column)",
                hint: suggestion(for: text, among: distinct, called: column))
        }
        return .text(text)
    }
}
