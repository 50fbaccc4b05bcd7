/// A text in which what is typed and what is printed are the same: quotation marks, dashes, spaces, capitals.
struct FoldedText {
    private(set) var characters: [Character] = []
    /// For each character of the text itself, where it stands among these.
    private var places: [Int] = []

    init(_ text: [Character]) {
        for character in text {
            // "--", "–" and "-" are one dash, many blanks one blank; what parts words at line ends is nothing.
            let folded = Self.folded(character)
            let goesOn = folded == characters.last && (folded == " " || folded == "-")
            if let folded, !goesOn { characters.append(folded) }
            places.append(max(0, characters.count - 1))
            if character == "…" { characters += [".", "."] }
        }
    }

    /// Where a stretch of the text stands.
    func range(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return places[range.lowerBound]..<places[range.upperBound - 1] + 1
    }

    private static func folded(_ character: Character) -> Character? {
        if let byte = character.asciiValue { return folded(byte) }
        switch character {
        case "“", "”", "„", "‟", "«", "»", "″": return "\""
        case "‘", "’", "‚", "‛", "ʼ", "′": return "'"
        case "‐", "‑", "‒", "–", "—", "−": return "-"
        case "…": return "."
        case "\u{AD}", "\u{200B}", "\u{2060}": return nil
        default:
            if character.isWhitespace { return " " }
            let lower = character.lowercased()
            return lower.count == 1 ? lower.first : character
        }
    }

    /// Most characters are of ASCII, and soon told.
    private static func folded(_ byte: UInt8) -> Character {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Character(Unicode.Scalar(byte | 0x20))
        case UInt8(ascii: "`"): "'"
        case 0x09...0x0D: " "
        default: Character(Unicode.Scalar(byte))
        }
    }
}
