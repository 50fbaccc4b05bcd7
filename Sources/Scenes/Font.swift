/// A font as a style asks for it.
package struct Font: Hashable, Sendable {
    /// The weights of CSS and OpenType.
    package enum Weight: Int, Sendable, CaseIterable {
        case thin = 100, light = 300, regular = 400, medium = 500, semibold = 600, bold = 700, heavy = 800, black = 900
    }

    package enum Numerals: String, Sendable {
        case proportional, tabular
    }

    /// The family, and those that stand in for characters that it lacks, in order.
    package var families: [String]
    /// Points.
    package var size: Double
    package var weight: Weight
    package var italic: Bool
    package var numerals: Numerals
    /// Points added after each character.
    package var tracking: Double
    /// Whether letters may join into one sign.
    package var ligatures: Bool
    /// BCP 47, "en-GB".
    package var language: String

    package init(
        families: [String], size: Double, weight: Weight = .regular, italic: Bool = false,
        numerals: Numerals = .proportional, tracking: Double = 0, ligatures: Bool = true, language: String = "en"
    ) {
        self.families = families
        self.size = size
        self.weight = weight
        self.italic = italic
        self.numerals = numerals
        self.tracking = tracking
        self.ligatures = ligatures
        self.language = language
    }
}

/// The vertical measures of a font in points, all positive.
package struct FontMetrics: Hashable, Sendable {
    package var ascent: Double
    package var descent: Double
    package var capHeight: Double
    package var xHeight: Double

    package init(ascent: Double, descent: Double, capHeight: Double, xHeight: Double) {
        self.ascent = ascent
        self.descent = descent
        self.capHeight = capHeight
        self.xHeight = xHeight
    }
}

/// What arranging asks of the one who will paint: how wide a text is.
package protocol TextMeasurer {
    /// How far the pen moves over `text`, set in one line, in points. Spaces at the ends count.
    func advance(of text: String, in font: Font) -> Double

    /// Where the pen stands before each UTF-8 byte of `text` and after the last, in points: `text.utf8.count + 1`
    /// values. Within a character or a ligature the position is that of its beginning, or shared out over its letters.
    /// For left-to-right text they never fall.
    func positions(in text: String, font: Font) -> [Double]

    func metrics(of font: Font) -> FontMetrics

    /// The characters of `text` that no font of `families` has, each once, where it first stands.
    func uncovered(in text: String, families: [String]) -> [UncoveredCharacter]

    /// The level of each Unicode scalar of a paragraph that begins on a side (Unicode annex 9): odd where it runs from the right.
    func levels(of paragraph: String, from direction: Direction) -> [UInt8]
}

/// A character that no font can print.
package struct UncoveredCharacter: Hashable, Sendable {
    package var scalar: Unicode.Scalar
    /// UTF-8 bytes before it.
    package var offset: Int

    package init(scalar: Unicode.Scalar, offset: Int) {
        self.scalar = scalar
        self.offset = offset
    }
}
