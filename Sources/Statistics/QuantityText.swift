/// Why a text is no quantity, and what to write instead.
package struct QuantityTextError: Error, Hashable, Sendable {
    package var message: String
    package var hint: String?
}

extension Quantity {
    /// Reads a cell: `33`, `>=33`, `<=24`, `10..16`, `~40`, nothing (unknown), `[x]`, `[z]`, `[c]`, and marks after it.
    ///
    /// `≥`, `≤`, the minus sign `−` and the en dash of `10–16` are understood too. Spaces around the parts do not count.
    /// Marks need something before them: a mark in an otherwise empty cell is an error.
    package init(cell: some StringProtocol) throws(QuantityTextError) {
        try self.init(cell: Array(cell.utf8)[...])
    }

    /// The same of the UTF-8 bytes of a cell.
    package init(cell: ArraySlice<UInt8>) throws(QuantityTextError) {
        // Most cells of most tables are empty or a few digits.
        let text = trimmed(cell)
        if text.isEmpty {
            self = .unknown
        } else if text.count <= 15, let whole = wholeNumber(text) {
            self.init(.exact(whole))
        } else {
            var reader = QuantityReader(text)
            self = try reader.quantity()
        }
    }

    /// The quantity as a cell of a table has it; what `init(cell:)` reads back as the same quantity.
    ///
    /// Unknown is an empty cell, which has no room for marks.
    package var cell: String {
        let text: String
        switch value {
        case .exact(let number): text = decimal(number)
        case .atLeast(let number): text = ">=" + decimal(number)
        case .atMost(let number): text = "<=" + decimal(number)
        case .range(let lower, let upper): text = decimal(lower) + ".." + decimal(upper)
        case .estimate(let number): text = "~" + decimal(number)
        case .missing(.unknown): return ""
        case .missing(let absence): text = absence.rawValue
        }
        return Marks.letters.reduce(text) { marks.contains($1.mark) ? $0 + " [\($1.letter)]" : $0 }
    }
}

/// From here on a number of type `Double` no longer tells whole numbers and their halves apart.
private let tooLarge = 1e15

/// Digits only.
private func wholeNumber(_ bytes: ArraySlice<UInt8>) -> Double? {
    var number = 0
    for byte in bytes {
        guard isDigit(byte) else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return Double(number)
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

/// A number in digits and a dot, without an exponent; the shortest that reads back as the same number.
private func decimal(_ number: Double) -> String {
    if number.magnitude < 1e15, let whole = Int(exactly: number) { return String(whole) }
    let shortest = number.magnitude.description
    let parts = shortest.split(separator: "e")
    let sign = number < 0 ? "-" : ""
    guard parts.count == 2, let exponent = Int(parts[1]) else { return sign + shortest }
    let mantissa = parts[0].split(separator: ".")
    let whole = mantissa[0]
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : ""
    let digits = whole + fraction
    let point = whole.count + exponent
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
}

/// Reads one cell from left to right.
private struct QuantityReader {
    private let cell: ArraySlice<UInt8>
    private var rest: ArraySlice<UInt8>

    init(_ cell: ArraySlice<UInt8>) {
        self.cell = cell
        rest = cell
    }

    mutating func quantity() throws(QuantityTextError) -> Quantity {
        let value = try value()
        return Quantity(value, marks: try marks())
    }

    private mutating func value() throws(QuantityTextError) -> Quantity.Value {
        for absence in Quantity.Absence.allCases where absence != .unknown {
            if take(absence.rawValue) { return .missing(absence) }
        }
        if take(">=") || take("≥") { return .atLeast(try number()) }
        if take("<=") || take("≤") { return .atMost(try number()) }
        if take("~") { return .estimate(try number()) }
        let lower = try number()
        guard take("..") || take("–") else { return .exact(lower) }
        let upper = try number()
        if lower == upper {
            throw QuantityTextError(message: "the range \(quoted) has one end", hint: "write \"\(decimal(lower))\"")
        }
        guard lower < upper else {
            throw QuantityTextError(
                message: "the range \(quoted) runs downwards", hint: "write \"\(decimal(upper))..\(decimal(lower))\"")
        }
        return .range(lower, upper)
    }

    private mutating func marks() throws(QuantityTextError) -> Quantity.Marks {
        var marks: Quantity.Marks = []
        skipSpaces()
        while !rest.isEmpty {
            guard let known = Quantity.Marks.letters.first(where: { take("[\($0.letter)]") }) else { throw problem() }
            guard marks.insert(known.mark).inserted else {
                throw QuantityTextError(message: "the mark [\(known.letter)] stands twice in \(quoted)", hint: nil)
            }
            skipSpaces()
        }
        return marks
    }

    /// Digits, with a dot and digits after it where it is not whole, and a minus sign before it where it is negative.
    private mutating func number() throws(QuantityTextError) -> Double {
        skipSpaces()
        let isNegative = take("-") || take("−")
        let start = rest.startIndex
        var end = start
        var mantissa = 0
        var places = 0
        while end < rest.endIndex, isDigit(rest[end]) { end += 1 }
        guard end > start else { throw problem() }
        var digits = end - start
        if end + 1 < rest.endIndex, rest[end] == UInt8(ascii: "."), isDigit(rest[end + 1]) {
            end += 1
            while end < rest.endIndex, isDigit(rest[end]) {
                end += 1
                places += 1
            }
            digits += places
        }
        let text = rest[start..<end]
        rest = rest[end...]
        skipSpaces()
        let magnitude: Double
        if digits <= 15 {
            for byte in text where isDigit(byte) { mantissa = mantissa * 10 + Int(byte - UInt8(ascii: "0")) }
            // Exact below 2^53 and 10^22, so that the one division rounds as the decimal text would.
            magnitude = Double(mantissa) / (0..<places).reduce(1) { power, _ in power * 10 }
        } else {
            magnitude = Double(String(decoding: text, as: UTF8.self)) ?? .infinity
        }
        guard magnitude < tooLarge else {
            throw QuantityTextError(
                message: "the number \(quoted) is too large", hint: "count in a larger unit: thousands, millions")
        }
        return isNegative && magnitude != 0 ? -magnitude : magnitude
    }

    private mutating func take(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    private mutating func skipSpaces() {
        rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
    }

    private var quoted: String { "\"\(String(decoding: cell, as: UTF8.self))\"" }

    private func problem() -> QuantityTextError {
        quantityProblem(String(decoding: cell, as: UTF8.self))
    }
}
