package import Scenes

/// A measurer in which every character is half its font's size wide, on any machine, with any fonts.
package struct FixedWidthMeasurer: TextMeasurer {
    package init() {}

    package func advance(of text: String, in font: Font) -> Double {
        Double(text.count { !isUnseen($0) }) * (font.size / 2 + font.tracking)
    }

    package func positions(in text: String, font: Font) -> [Double] {
        var positions: [Double] = []
        var x = 0.0
        for character in text {
            positions += [Double](repeating: x, count: character.utf8.count)
            if !isUnseen(character) { x += font.size / 2 + font.tracking }
        }
        return positions + [x]
    }

    package func uncovered(in text: String, families: [String]) -> [UncoveredCharacter] { [] }

    /// Letters have the level of their side; what stands between two of a level has it too, and anything else that of the paragraph.
    package func levels(of paragraph: String, from direction: Direction) -> [UInt8] {
        let base: UInt8 = direction == .fromRight ? 1 : 0
        let strong = paragraph.unicodeScalars.map { scalar -> UInt8? in
            scalar.properties.isAlphabetic ? Direction(of: String(scalar), in: .fromLeft) == .fromRight ? 1 : 2 * base : nil
        }
        return strong.indices.map { index in
            let (before, after) = (strong[...index].last { $0 != nil } ?? nil, strong[index...].first { $0 != nil } ?? nil)
            return strong[index] ?? (before == after ? before : nil) ?? base
        }
    }

    package func metrics(of font: Font) -> FontMetrics {
        FontMetrics(
            ascent: font.size * 0.9, descent: font.size * 0.2, capHeight: font.size * 0.7, xHeight: font.size * 0.5)
    }
}

/// Isolates and the like take no room.
private func isUnseen(_ character: Character) -> Bool {
    !character.isASCII && character.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint)
}
