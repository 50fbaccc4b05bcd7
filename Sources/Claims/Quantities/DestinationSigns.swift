/// The signs and the names that a destination is made of.
extension DestinationReader {
    struct Name {
        var value: String
        var range: Range<Int>
        var isQuoted = false
    }

    /// Words of letters, digits and `_` with single blanks between them, or anything in quotes; nil where there is none.
    mutating func name() throws(Problem) -> Name? {
        skipBlanks()
        if let quoted = try quoted() { return quoted }
        let start = place
        func isPart(_ sign: Character) -> Bool { sign.isLetter || sign.isNumber || sign == "_" || sign == "’" }
        while place < text.count, isPart(text[place]) || text[place] == " " && place + 1 < text.count && isPart(text[place + 1]) {
            place += 1
        }
        return place > start ? Name(value: String(text[start..<place]), range: start..<place) : nil
    }

    mutating func quoted() throws(Problem) -> Name? {
        guard let opening = peek(), let closing = closingQuotes[opening] else { return nil }
        let start = place
        guard let end = text[(place + 1)...].firstIndex(of: closing) else {
            throw Problem(range: start..<text.count, message: "this quotation mark is never closed")
        }
        place = end + 1
        return Name(value: String(text[start + 1..<end]), range: start..<place, isQuoted: true)
    }

    mutating func relation() -> Destination.Relation? {
        let written = String(text[place...].prefix { "<>=!".contains($0) })
        place += written.count
        return written == "==" ? .equal : Destination.Relation(rawValue: written)
    }

    func peek() -> Character? { place < text.count ? text[place] : nil }

    /// Steps over one of these signs, and says which.
    mutating func take(_ signs: [Character]) -> Character? {
        skipBlanks()
        guard let sign = peek(), signs.contains(sign) else { return nil }
        place += 1
        return sign
    }

    mutating func expect(_ sign: Character, after what: String) throws(Problem) {
        guard take([sign]) == nil else { return }
        throw Problem(
            range: min(place, max(0, text.count - 1))..<text.count, message: "\"\(sign)\" is missing after \(what)")
    }

    mutating func skipBlanks() {
        while peek() == " " { place += 1 }
    }

    var rest: String { String(text[min(place, text.count)...]) }

    /// "a..b" as its two ends.
    func split(_ text: String) -> [String] {
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
}

private let closingQuotes: [Character: Character] = ["\"": "\"", "'": "'", "“": "”", "‘": "’"]
