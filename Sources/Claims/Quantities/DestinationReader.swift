import Diagnostics
import Figures
import Statistics

/// Reads the destination of a claim, without the `=` that it begins with.
///
/// ```
/// destination  sum [relation sum]          relation   <  <=  >  >=  =  !=
/// sum          product {(+ | -) product}
/// product      factor {(* | /) factor}
/// factor       [-] (number | "(" sum ")" | function | cells | incidents)
/// function     (share | mean | max | min | sum) "(" sum {"," sum} ")"
/// cells        measure ["@" province] ["[" period "]"]
/// incidents    incidents ["." column] "(" [column ":" values {"," column ":" values}] ")" ["[" period "]"]
/// period       point [".." point]          point      2024-01 | 2024 | 0 | -1
/// ```
///
/// A name with other signs than letters, digits and `_` stands in quotes; blanks may also be written as `_`.
package struct DestinationReader {
    package struct Problem: Error, Hashable, Sendable {
        /// In characters of the text.
        package var range: Range<Int>
        package var message: String
        package var hint: String?
    }

    private let evidence: Evidence
    private var histories: [[String]: Series] = [:]
    private var text: [Character] = []
    private var place = 0
    private var depth = 0

    package init(_ evidence: Evidence) {
        self.evidence = evidence
    }

    package mutating func read(_ text: String) throws(Problem) -> Destination {
        self.text = Array(text)
        place = 0
        depth = 0
        guard self.text.count <= longestText else {
            throw Problem(
                range: 0..<self.text.count, message: "a destination has no more than \(longestText) characters", hint: "write it in simpler parts")
        }
        let left = try sum()
        skipBlanks()
        guard place < self.text.count else { return .quantity(left) }
        let (start, following) = (place, rest)
        guard let relation = relation() else {
            throw Problem(
                range: start..<self.text.count, message: "\"\(following)\" cannot follow a quantity",
                hint: "write +, -, *, / or a comparison; a name with other signs stands in quotes")
        }
        let right = try sum()
        skipBlanks()
        guard place == self.text.count else {
            throw Problem(range: place..<self.text.count, message: "\"\(rest)\" cannot follow a comparison")
        }
        return .comparison(left, relation, right)
    }

    // MARK: Arithmetic

    private mutating func sum() throws(Problem) -> Expression {
        depth += 1
        defer { depth -= 1 }
        guard depth < deepest else {
            throw Problem(range: place..<text.count, message: "the expression is nested too deeply", hint: "write it in simpler parts")
        }
        var left = try product()
        while let sign = take(["+", "-"]) { left = .operation(sign == "+" ? .plus : .minus, left, try product()) }
        return left
    }

    private mutating func product() throws(Problem) -> Expression {
        var left = try factor()
        while let sign = take(["*", "/"]) { left = .operation(sign == "*" ? .times : .over, left, try factor()) }
        return left
    }

    private mutating func factor() throws(Problem) -> Expression {
        var isNegative = false
        while take(["-"]) != nil { isNegative.toggle() }
        let factor = try operand()
        return isNegative ? .negative(factor) : factor
    }

    private mutating func operand() throws(Problem) -> Expression {
        skipBlanks()
        let start = place
        if take(["("]) != nil {
            let inner = try sum()
            try expect(")", after: "the expression in parentheses")
            return inner
        }
        if let digit = peek(), digit.isASCII, digit.isNumber { return .number(try number()) }
        guard let name = try name(), !name.value.isEmpty else {
            throw Problem(
                range: start..<min(start + 1, text.count),
                message: start < text.count ? "a quantity is missing before \"\(rest)\"" : "a quantity is missing at the end",
                hint: "write a measure: \(measureList)")
        }
        if name.value == "incidents", !isMeasure("incidents") { return try incidents(from: start) }
        if !name.isQuoted, peek() == "(" { return try function(name) }
        return try cells(name)
    }

    private mutating func number() throws(Problem) -> Double {
        let start = place
        while let sign = peek(), sign.isASCII, sign.isNumber || sign == "." { place += 1 }
        let written = String(text[start..<place])
        guard let number = Double(written), number < 1e15 else {
            throw Problem(range: start..<place, message: "\"\(written)\" is not a number", hint: "write digits, with a dot for decimals")
        }
        return number
    }

    private mutating func function(_ name: Name) throws(Problem) -> Expression {
        guard let function = Expression.Function(rawValue: name.value) else {
            let known = Expression.Function.allCases.map(\.rawValue) + ["incidents"]
            throw Problem(
                range: name.range, message: "there is no function \"\(name.value)\"",
                hint: suggestion(for: name.value, among: known, called: "functions"))
        }
        place += 1
        var parts = [try sum()]
        while take([","]) != nil { parts.append(try sum()) }
        try expect(")", after: "what \(name.value)(…) is of")
        if function == .share, parts.count != 2 {
            throw Problem(
                range: name.range.lowerBound..<place, message: "a share is of two quantities, the part and the whole",
                hint: "write share(part, whole)")
        }
        return .function(function, parts)
    }

    // MARK: Cells

    private mutating func cells(_ name: Name) throws(Problem) -> Expression {
        guard let measure = evidence.data.measures.first(where: { $0.key == name.value }) else {
            throw Problem(
                range: name.range, message: "the report has no measure \"\(name.value)\"",
                hint: suggestion(for: name.value, among: evidence.data.measures.map(\.key), called: "measures"))
        }
        var province = evidence.data.total
        if take(["@"]) != nil {
            let start = place
            guard let written = try self.name() else {
                throw Problem(range: start..<text.count, message: "a province is missing after \"@\"", hint: "provinces: \(provinceList)")
            }
            province = try self.province(written)
        }
        let series = history(of: measure, in: province)
        return .cells(
            Expression.Cells(series: series, period: try period(), name: evidence.name(of: measure, in: province)))
    }

    private func province(_ written: Name) throws(Problem) -> String {
        let spaced = String(written.value.map { $0 == "_" ? " " : $0 })
        guard let province = evidence.names.name(for: written.value) ?? evidence.names.name(for: spaced) else {
            throw Problem(
                range: written.range, message: "the report has no province \"\(written.value)\"",
                hint: evidence.names.likelyName(for: written.value).map { "did you mean \"\($0)\"?" } ?? "provinces: \(provinceList)")
        }
        return province
    }

    private mutating func history(of measure: Measure, in province: String) -> Series {
        let key = [measure.key, province]
        if let known = histories[key] { return known }
        let series = evidence.history(of: measure, in: province)
        histories[key] = series
        return series
    }

    private func isMeasure(_ key: String) -> Bool { evidence.data.measures.contains { $0.key == key } }

    private var measureList: String { evidence.data.measures.map(\.key).joined(separator: ", ") }

    private var provinceList: String { (evidence.data.provinces + [evidence.data.total]).joined(separator: ", ") }

    // MARK: Incidents

    private mutating func incidents(from start: Int) throws(Problem) -> Expression {
        var column: String?
        let columns = evidence.incidents.first?.attributes.map(\.column) ?? []
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

    private func value(of column: String?, in incident: Incident) -> Quantity {
        switch column {
        case "killed": incident.killed
        case "wounded": incident.wounded
        case "captured": incident.captured
        default: Quantity(.exact(1))
        }
    }

    private mutating func filter(columns: [String]) throws(Problem) -> IncidentFilter {
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

    private func value(_ text: String, isQuoted: Bool, of column: String, range: Range<Int>) throws(Problem) -> IncidentFilter.Value {
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
        let known = evidence.incidents.compactMap { $0.text(of: column)?.value }
        guard known.contains(text) else {
            var distinct: [String] = []
            for value in known where !value.isEmpty && !distinct.contains(value) && distinct.count < 20 { distinct.append(value) }
            throw Problem(
                range: range, message: "no incident has \"\(text)\" as its \(column)",
                hint: suggestion(for: text, among: distinct, called: column))
        }
        return .text(text)
    }

    // MARK: Periods

    private mutating func period() throws(Problem) -> Period {
        skipBlanks()
        let month = evidence.data.month
        guard peek() == "[" else { return Period(month...month) }
        let start = place
        guard let end = text[place...].firstIndex(of: "]") else {
            throw Problem(range: start..<text.count, message: "this bracket is never closed", hint: "close it: [2023-04]")
        }
        let written = String(text[start + 1..<end])
        place = end + 1
        let range = start + 1..<max(start + 2, end)
        let points = split(written).map { self.months(of: $0) }
        guard let first = points.first ?? nil, let last = points.last ?? nil else {
            throw Problem(
                range: range, message: "\"\(written)\" is not a period",
                hint: "write a month, [2023-04], a year, [2023], months before that of the brief, [-1], or two of these, [2023-02..2023-04]")
        }
        guard first.lowerBound <= last.upperBound else {
            throw Problem(range: range, message: "the period \"\(written)\" runs backwards", hint: "write its first month first")
        }
        let months = first.lowerBound...last.upperBound
        guard months.upperBound <= month else {
            throw Problem(
                range: range, message: "the brief is of \(month) and reads nothing after it",
                hint: months.lowerBound <= month ? "write [\(months.lowerBound)..\(month)]" : "name a month up to \(month)")
        }
        guard Period(months).length <= longest else {
            throw Problem(range: range, message: "the period has more than \(longest) months", hint: "name a shorter one")
        }
        return Period(months)
    }

    private func months(of point: String) -> ClosedRange<Month>? {
        if let month = Month(point) { return month...month }
        guard let number = Int(point) else { return nil }
        if point.count == 4, number > 0, let first = Month(year: number, month: 1), let last = Month(year: number, month: 12) {
            return first...last
        }
        guard number <= 0, number > -longest else { return nil }
        let month = evidence.data.month.advanced(by: number)
        return month...month
    }

    /// "a..b" as its two ends.
    private func split(_ text: String) -> [String] {
        var parts = [""]
        var rest = Substring(text.filter { $0 != " " })
        while let sign = rest.first {
            if rest.hasPrefix(".."), parts.count == 1 {
                parts.append("")
                rest = rest.dropFirst(2)
            } else {
                parts[parts.count - 1].append(sign)
                rest = rest.dropFirst()
            }
        }
        return parts
    }

    // MARK: Signs

    private struct Name {
        var value: String
        var range: Range<Int>
        var isQuoted = false
    }

    /// Words of letters, digits and `_` with single blanks between them, or anything in quotes; nil where there is none.
    private mutating func name() throws(Problem) -> Name? {
        skipBlanks()
        if let quoted = try quoted() { return quoted }
        let start = place
        func isPart(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber || sign == "_" || sign == "’" }
        while place < text.count, isPart(text[place]) || text[place] == " " && place + 1 < text.count && isPart(text[place + 1]) {
            place += 1
        }
        return place > start ? Name(value: String(text[start..<place]), range: start..<place) : nil
    }

    private mutating func quoted() throws(Problem) -> Name? {
        guard let opening = peek(), let closing = closingQuotes[opening] else { return nil }
        let start = place
        guard let end = text[(place + 1)...].firstIndex(of: closing) else {
            throw Problem(range: start..<text.count, message: "this quotation mark is never closed")
        }
        place = end + 1
        return Name(value: String(text[start + 1..<end]), range: start..<place, isQuoted: true)
    }

    private mutating func relation() -> Destination.Relation? {
        let written = String(text[place...].prefix { "<>=!".contains($0) })
        place += written.count
        return written == "==" ? .equal : Destination.Relation(rawValue: written)
    }

    private func peek() -> Character? { place < text.count ? text[place] : nil }

    /// Steps over one of these signs, and says which.
    private mutating func take(_ signs: [Character]) -> Character? {
        skipBlanks()
        guard let sign = peek(), signs.contains(sign) else { return nil }
        place += 1
        return sign
    }

    private mutating func expect(_ sign: Character, after what: String) throws(Problem) {
        guard take([sign]) == nil else { return }
        throw Problem(
            range: min(place, max(0, text.count - 1))..<text.count, message: "\"\(sign)\" is missing after \(what)")
    }

    private mutating func skipBlanks() {
        while peek() == " " { place += 1 }
    }

    private var rest: String { String(text[min(place, text.count)...]) }
}

private let closingQuotes: [Character: Character] = ["\"": "\"", "'": "'", "“": "”", "‘": "’"]

/// Deeper than any sentence goes; reading is recursive.
private let deepest = 40

/// In characters. A sum of so many terms is as deep as it is long.
private let longestText = 1_000

/// Months, a century: a slip of the pen must not keep the program busy.
private let longest = 1_200
