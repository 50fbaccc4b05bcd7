package import Diagnostics

extension Located<String> {
    /// A text that stands by itself, a title say, with typographic marks.
    package var typeset: Located<String> {
        map { text in
            var typography = Typography()
            return typography.set(text)
        }
    }
}

/// Sets typographic marks for those of a typewriter: quotation marks by what stands before them, dashes for `--` and
/// `---`, an ellipsis for three dots.
///
/// One value serves one paragraph, since a mark depends on the character before it, which may stand in another font.
package struct Typography {
    private var previous: Character?

    package init() {}

    package mutating func set(_ text: String) -> String {
        guard Self.hasTypewriterMarks(text) else {
            previous = text.last ?? previous
            return text
        }
        var result = ""
        var rest = Substring(text)
        while let character = rest.first {
            if rest.hasPrefix("---") {
                append("—", to: &result)
                rest = rest.dropFirst(3)
            } else if rest.hasPrefix("--") {
                append("–", to: &result)
                rest = rest.dropFirst(2)
            } else if rest.hasPrefix("...") {
                append("…", to: &result)
                rest = rest.dropFirst(3)
            } else {
                rest = rest.dropFirst()
                switch character {
                case "\"": append(opens ? "“" : "”", to: &result)
                // An apostrophe before a number stands for the century that is left out.
                case "'": append(opens && !(rest.first?.isNumber ?? false) ? "‘" : "’", to: &result)
                default: append(character, to: &result)
                }
            }
        }
        return result
    }

    /// Goes past a text that stays as it is: code.
    package mutating func pass(_ text: String) {
        previous = text.last ?? previous
    }

    /// Whether the text so far ends with a blank.
    package var followsBlank: Bool { previous?.isWhitespace ?? false }

    /// Most texts have none, and stay as they are.
    private static func hasTypewriterMarks(_ text: String) -> Bool {
        var before: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): return true
            case UInt8(ascii: "-") where before == byte, UInt8(ascii: ".") where before == byte: return true
            default: before = byte
            }
        }
        return false
    }

    private mutating func append(_ character: Character, to text: inout String) {
        text.append(character)
        previous = character
    }

    /// Whether a quotation mark here begins a quotation: at the start, after a space, a bracket, a dash or another opening.
    private var opens: Bool {
        guard let previous else { return true }
        return previous.isWhitespace || "([{“‘–—".contains(previous)
    }
}
