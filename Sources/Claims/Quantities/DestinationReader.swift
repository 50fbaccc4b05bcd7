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

    let evidence: Evidence
    private var histories: [[String]: Series] = [:]
    var text: [Character] = []
    var place = 0
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
                throw Problem(range: start..<text.count, message: "no \(noun.singular) stands after \"@\"", hint: "\(noun.plural): \(provinceList)")
            }
            province = try self.province(written)
        }
        let series = history(of: measure, in: province)
        return .cells(
            Expression.Cells(series: series, period: try period(), name: evidence.name(of: measure, in: province)))
    }

    func province(_ written: Name) throws(Problem) -> String {
        let spaced = String(written.value.map { $0 == "_" ? " " : $0 })
        guard let province = evidence.names.name(for: written.value) ?? evidence.names.name(for: spaced) else {
            throw Problem(
                range: written.range, message: "the report has no \(noun.singular) \"\(written.value)\"",
                hint: evidence.names.likelyName(for: written.value).map { likely in
                    likely.hasPrefix(written.value + "-") ? "a name with other signs stands in quotes: @\"\(likely)\"" : "did you mean \"\(likely)\"?"
                } ?? "\(noun.plural): \(provinceList)")
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

    func isMeasure(_ key: String) -> Bool { evidence.data.measures.contains { $0.key == key } }

    var measureList: String { evidence.data.measures.map(\.key).joined(separator: ", ") }

    private var noun: Noun { evidence.data.provinceNoun }

    var provinceList: String { (evidence.data.provinces + [evidence.data.total]).joined(separator: ", ") }
}

/// Deeper than any sentence goes; reading is recursive.
private let deepest = 40

/// In characters. A sum of so many terms is as deep as it is long.
private let longestText = 1_000

/// Months, a century: a slip of the pen must not keep the program busy.
private let longest = 1_200
