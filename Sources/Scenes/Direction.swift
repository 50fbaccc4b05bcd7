/// The side from which a line of text is read, and on which it begins.
package enum Direction: Hashable, Sendable {
    case fromLeft, fromRight

    /// That of a language.
    ///
    /// - Parameter language: BCP 47, "ar", "ku-Arab".
    package init(ofLanguage language: String) {
        let parts = language.lowercased().split(separator: "-")
        if let script = parts.dropFirst().first(where: { $0.utf8.count == 4 && !($0.first?.isNumber ?? true) }) {
            self = scriptsFromRight.contains(script) ? .fromRight : .fromLeft
        } else {
            self = parts.first.map(languagesFromRight.contains) ?? false ? .fromRight : .fromLeft
        }
    }

    /// That of a text on a line of its own: from the right where its language is read so, or where it has letters and none
    /// of them runs from the left.
    package init(of text: String, in language: Direction) {
        self = language
        // All letters that run from the right are above U+0590, whose first byte is 0xD6.
        guard language == .fromLeft, text.utf8.contains(where: { $0 >= 0xD6 }) else { return }
        var hasRight = false
        for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
            guard runsFromRight(scalar) else { return }
            hasRight = true
        }
        if hasRight { self = .fromRight }
    }
}

extension TextItem {
    package var direction: Direction { Direction(of: text, in: Direction(ofLanguage: font.language)) }
}

/// The blocks that the Unicode standard sets aside for scripts from the right (annex 9).
private func runsFromRight(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
}

/// By their first subtag, where no script is named.
private let languagesFromRight: Set<Substring> = [
    "ar", "arc", "ckb", "dv", "fa", "he", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "syr", "ug", "ur", "yi",
]

/// ISO 15924, in lower case.
private let scriptsFromRight: Set<Substring> = ["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"]
