/// A tag that begins an element, attributes without a value left out.
func startTag(_ name: String, _ attributes: [(name: String, value: String?)]) -> String {
    "<" + name + attributes.map { name, value in value.map { " \(name)=\"\(escaped($0))\"" } ?? "" }.joined() + ">"
}

/// An element that holds nothing.
func emptyElement(_ name: String, _ attributes: [(name: String, value: String?)]) -> String {
    startTag(name, attributes).dropLast() + "/>"
}

/// An element that holds text.
func element(_ name: String, _ attributes: [(name: String, value: String?)] = [], text: String) -> String {
    startTag(name, attributes) + escaped(text) + "</\(name)>"
}

/// Text as XML 1.0 holds it, between tags or in double quotes: what a reader gets back is the same, without the
/// characters that XML forbids (2.2).
///
/// A mark that would combine with the tag or the quote before it is written by its number.
func escaped(_ text: String) -> String {
    // Nearly all is.
    if text.utf8.allSatisfy(isPlain) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\t", "\n", "\r": result += "&#\(scalar.value);"
        case "\0"..<" ", "\u{FFFE}", "\u{FFFF}": break
        case _ where result.isEmpty && scalar.properties.isGraphemeExtend: result += "&#\(scalar.value);"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// Whether a byte stands in XML for itself, wherever it stands.
private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
    default: (0x20..<0x7F).contains(byte)
    }
}

/// `name` with everything but letters of ASCII, digits and hyphens written as numbers, so that it can be part of an
/// identifier. Two names never give the same.
func identifier(_ name: String) -> String {
    name.unicodeScalars.map { scalar in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-": String(scalar)
        default: "_\(String(scalar.value, radix: 16))_"
        }
    }.joined()
}
