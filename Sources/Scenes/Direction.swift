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
    /// of them runs from the left. What stands in an isolate does not count.
    package init(of text: String, in language: Direction) {
        self = language
        guard language == .fromLeft, mayRunFromRight(text) else { return }
        var hasRight = false
        var depth = 0
        for scalar in text.unicodeScalars {
            depth = max(0, depth + isolation(by: scalar))
            guard depth == 0, scalar.properties.isAlphabetic else { continue }
            guard runsFromRight(scalar) else { return }
            hasRight = true
        }
        if hasRight { self = .fromRight }
    }

    /// A text to be put into a sentence of any language: in an isolate where it has letters that run from the right, so that
    /// a number beside it stays on the side on which the sentence has it. What stands in an isolate already needs no other.
    package static func isolated(_ text: String) -> String {
        guard mayRunFromRight(text) else { return text }
        var depth = 0
        let isBare = text.unicodeScalars.contains { scalar in
            depth = max(0, depth + isolation(by: scalar))
            return depth == 0 && runsFromRight(scalar)
        }
        return isBare ? "\(firstStrongIsolate)\(text)\(popIsolate)" : text
    }

    /// Whether a character begins or ends an isolate, and is not seen.
    package static func isIsolate(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { isolation(by: $0) != 0 }
    }

    /// What begins an isolate that is read from this side; `popIsolate` ends it.
    var isolate: Unicode.Scalar {
        switch self {
        case .fromLeft: leftIsolate
        case .fromRight: rightIsolate
        }
    }

    static let popIsolate: Unicode.Scalar = "\u{2069}"
}

extension TextItem {
    package var direction: Direction { Direction(of: text, in: Direction(ofLanguage: font.language)) }
}

private let leftIsolate: Unicode.Scalar = "\u{2066}"
private let rightIsolate: Unicode.Scalar = "\u{2067}"
private let firstStrongIsolate: Unicode.Scalar = "\u{2068}"

/// 1 where it begins an isolate, −1 where it ends one.
private func isolation(by scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case leftIsolate...firstStrongIsolate: 1
    case Direction.popIsolate: -1
    default: 0
    }
}

/// Soon told: all letters that run from the right are above U+0590, whose first byte is 0xD6.
func mayRunFromRight(_ text: String) -> Bool { text.utf8.contains { $0 >= 0xD6 } }

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
