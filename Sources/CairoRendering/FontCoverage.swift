internal import CPangoCairo
internal import Scenes

/// Which characters a list of families can print, remembered as they are asked for.
struct FontCoverage {
    private let files: [FontFile]
    private var known: [UInt32: Bool] = [:]

    init(_ files: [FontFile]) {
        self.files = files
    }

    /// The first of each character of `text` that no file has; spaces, controls and what may be ignored need no ink.
    mutating func uncovered(in text: String) -> [UncoveredCharacter] {
        var result: [UncoveredCharacter] = []
        var offset = 0
        for scalar in text.unicodeScalars {
            if !covers(scalar), !result.contains(where: { $0.scalar == scalar }) {
                result.append(UncoveredCharacter(scalar: scalar, offset: offset))
            }
            offset += UTF8.width(scalar)
        }
        return result
    }

    private mutating func covers(_ scalar: Unicode.Scalar) -> Bool {
        if let answer = known[scalar.value] { return answer }
        let answer = !needsInk(scalar) || files.contains { $0.has(scalar) }
        known[scalar.value] = answer
        return answer
    }
}

private func needsInk(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator: return false
    // Most format characters may be ignored, but some are printed: the Arabic number sign. A private-use character may be in
    // a font, and a surrogate cannot be in text.
    default: return !properties.isWhitespace && !properties.isDefaultIgnorableCodePoint
    }
}
