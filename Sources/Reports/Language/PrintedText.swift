import Diagnostics

/// Texts that will be printed on one line or broken into lines by the program: what no font can print is kept out here.
extension Problems {
    /// The text with a space wherever it has tabs or line ends, and none of these at its ends: YAML gives a line end to a
    /// text after `|`. Soft hyphens are left out: such a text is not hyphenated. A control character is an error.
    func line(_ text: Located<String>) -> Located<String> {
        guard mayHoldControls(text.value) else { return text }
        let line = printable(text).map(\.withoutSoftHyphens)
        guard text.value.unicodeScalars.first.map(isLineSpace) ?? false || text.value.unicodeScalars.last.map(isLineSpace) ?? false
        else { return line }
        var rest = line.value[...]
        if text.value.unicodeScalars.first.map(isLineSpace) ?? false { rest = rest.dropFirst() }
        if text.value.unicodeScalars.last.map(isLineSpace) ?? false { rest = rest.dropLast() }
        return Located(String(rest), at: line.span)
    }

    /// The same, with the spaces at its ends: a part of a line.
    func printable(_ text: Located<String>) -> Located<String> {
        guard mayHoldControls(text.value) else { return text }
        var result = String.UnicodeScalarView()
        var follows = false
        for scalar in text.value.unicodeScalars {
            if isLineSpace(scalar) {
                if !follows { result.append(" ") }
                follows = true
                continue
            }
            follows = false
            if scalar.properties.generalCategory == .control {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                error(
                    text.place(of: scalar), "a control character stands in the text: U+00\(digits.count < 2 ? "0" : "")\(digits)",
                    hint: "take it out: nothing can be printed of it")
            } else {
                result.append(scalar)
            }
        }
        return Located(String(result), at: text.span)
    }
}

extension Located<String> {
    /// Where a character of it is written; all of it where the source has the character escaped.
    func place(of scalar: Unicode.Scalar) -> Span {
        let written = Array(span.text.unicodeScalars)
        guard let index = written.firstIndex(of: scalar) else { return span }
        let start = span.range.lowerBound + written[..<index].reduce(0) { $0 + UTF8.width($1) }
        return span.file.span(start..<start + UTF8.width(scalar))
    }
}

extension String {
    /// The text without the hyphens that are for line ends alone: what they part is one word.
    var withoutSoftHyphens: String {
        guard utf8.contains(0xC2) else { return self }
        return String(String.UnicodeScalarView(unicodeScalars.filter { $0 != "\u{AD}" }))
    }
}

/// Whether a text needs a closer look: all that is to be kept out begins with one of these bytes.
private func mayHoldControls(_ text: String) -> Bool {
    text.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }
}

/// White space that ends a line or leaps to a column.
private func isLineSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
}
