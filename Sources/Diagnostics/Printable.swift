/// More scalars than a written character has; what is longer is meant to flood a terminal.
private let longestCharacter = 16

extension StringProtocol {
    /// As a terminal may be given it, whoever wrote it: tabs as single spaces, what would steer the terminal or turn the line
    /// round as its number, `\u{202E}`, and a character of very many marks cut.
    ///
    /// Each character of the result takes one column, so that what is underlined stays above its line.
    package var printable: String {
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(self) }
        var text = ""
        for character in self {
            let scalars = character.unicodeScalars
            guard let first = scalars.first else { continue }
            if character == "\t" {
                text += " "
            } else if first.isUnseen {
                for scalar in scalars { text += #"\u{"# + String(scalar.value, radix: 16, uppercase: true) + "}" }
            } else if scalars.count > longestCharacter {
                for scalar in scalars.prefix(longestCharacter) { text.unicodeScalars.append(scalar) }
                text += "…"
            } else {
                text.append(character)
            }
        }
        return text
    }
}

extension Unicode.Scalar {
    /// Whether nothing is drawn for it, but what is around it is changed: controls, format characters, ends of lines.
    var isUnseen: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: true
        default: false
        }
    }
}
