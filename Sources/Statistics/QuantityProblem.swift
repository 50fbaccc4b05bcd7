/// What is wrong with a cell that is no quantity: the usual slips by name, everything else in general.
func quantityProblem(_ cell: String) -> QuantityTextError {
    if absentWords.contains(cell.lowercased()) {
        return QuantityTextError(
            message: "\"\(cell)\" is no quantity",
            hint: "leave the cell empty for unknown, or write \"[x]\" (not available), \"[z]\" (not applicable) "
                + "or \"[c]\" (confidential)")
    }
    if let mark = cell.last(where: { $0 != "]" && $0 != " " }), cell.hasSuffix("]"), let open = cell.lastIndex(of: "[") {
        return bracketProblem(cell, symbol: String(cell[open...]), letter: mark)
    }
    if let separated = separatorProblem(cell) { return separated }
    if let likely = likelyForm(cell) {
        return QuantityTextError(
            message: "\"\(cell)\" is no quantity", hint: "write \"\(likely.text)\" for \(likely.meaning)")
    }
    return QuantityTextError(
        message: "\"\(cell)\" is no quantity",
        hint: "a quantity is 33, >=33 (at least), <=24 (at most), 10..16 (a range), ~40 (an estimate), "
            + "or an empty cell (unknown)")
}

private let absentWords: Set<String> = [
    "-", "–", "—", ".", "..", "...", "…", "?", "*", "x", "z", "c", "na", "n/a", "n.a.", "nan", "nil", "none", "null", "unknown",
    "#n/a",
]

private func bracketProblem(_ cell: String, symbol: String, letter: Character) -> QuantityTextError {
    let marks = "[r] (revised), [p] (provisional), [b] (break in series), [u] (low reliability)"
    if Quantity.Marks.letters.contains(where: { symbol == "[\($0.letter)]" }), cell == symbol {
        return QuantityTextError(
            message: "the mark \(symbol) stands without a value", hint: "a mark follows a value: \"14 \(symbol)\"")
    }
    if Quantity.Absence.allCases.contains(where: { $0.rawValue == symbol }) {
        return QuantityTextError(
            message: "\(symbol) stands beside something else in \"\(cell)\"",
            hint: "\(symbol) says that there is no value: it stands alone, or before a mark")
    }
    return QuantityTextError(
        message: "\"\(cell)\" is no quantity with its marks",
        hint: "the marks after a value are \(marks), each in its own brackets")
}

/// A comma, a space or an apostrophe between digits: thousands where three digits follow each, a decimal comma otherwise.
private func separatorProblem(_ cell: String) -> QuantityTextError? {
    let separators: Set<Character> = [",", " ", "'", "’", "\u{A0}", "\u{202F}"]
    guard cell.contains(where: separators.contains), cell.first?.isNumber == true, cell.last?.isNumber == true,
        cell.allSatisfy({ $0.isNumber || $0 == "." || separators.contains($0) })
    else { return nil }
    let groups = cell.split(maxSplits: .max, omittingEmptySubsequences: false, whereSeparator: separators.contains)
    let areThousands = groups.dropFirst().dropLast().allSatisfy { $0.count == 3 }
        && groups.last?.prefix(while: { $0 != "." }).count == 3 && groups[0].count <= 3
    if areThousands {
        return QuantityTextError(
            message: "the number \"\(cell)\" has a thousands separator", hint: "write \"\(groups.joined())\"")
    }
    if groups.count == 2, cell.contains(","), !cell.contains(".") {
        return QuantityTextError(
            message: "the number \"\(cell)\" has a decimal comma", hint: "write \"\(groups.joined(separator: "."))\"")
    }
    return nil
}

/// What a form that is nearly right was meant to be.
private func likelyForm(_ cell: String) -> (text: String, meaning: String)? {
    if let floor = number(cell.drop { $0 == ">" || $0 == "=" }), cell.hasPrefix(">") || cell.hasPrefix("=>") {
        return (">=\(floor)", "at least \(floor)")
    }
    if let ceiling = number(cell.drop { $0 == "<" || $0 == "=" }), cell.hasPrefix("<") || cell.hasPrefix("=<") {
        return ("<=\(ceiling)", "at most \(ceiling)")
    }
    if cell.hasSuffix("+"), let floor = number(cell.dropLast()) { return (">=\(floor)", "at least \(floor)") }
    if cell.hasPrefix("+") || cell.hasPrefix("="), let exact = number(cell.dropFirst()) { return (exact, "exactly \(exact)") }
    if cell.hasPrefix("."), let exact = number("0" + cell) { return (exact, "exactly \(exact)") }
    if cell.hasSuffix("%"), let exact = number(cell.dropLast()) { return (exact, "a measure whose unit is per cent") }
    for sign in ["≈", "∼", "c. ", "ca. ", "about "] where cell.hasPrefix(sign) {
        if let about = number(cell.dropFirst(sign.count)) { return ("~\(about)", "an estimate of \(about)") }
    }
    for dash in ["-", "—", " to ", "...", "…"] {
        let parts = cell.split(separator: dash, omittingEmptySubsequences: false)
        if parts.count == 2, let lower = number(parts[0]), let upper = number(parts[1]) {
            return ("\(lower)..\(upper)", "from \(lower) to \(upper)")
        }
    }
    return nil
}

/// A number as it is to be written, without the spaces around it; nil for a text that is no number.
private func number(_ text: some StringProtocol) -> String? {
    let words = text.split(separator: " ")
    guard words.count == 1, let word = words.first else { return nil }
    let parts = word.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let areDigits = parts.allSatisfy { part in !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    return parts.count <= 2 && areDigits && !word.hasPrefix("--") ? String(word) : nil
}
