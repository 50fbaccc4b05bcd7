/// How a text of one role looks.
package struct TextStyle: Hashable, Sendable {
    package var font: Font
    package var colour: Colour
    /// From baseline to baseline, points.
    package var leading: Double

    package init(font: Font, colour: Colour, leading: Double) {
        self.font = font
        self.colour = colour
        self.leading = leading
    }
}

/// Text in one look.
package struct TextRun: Hashable, Sendable {
    package var text: String
    package var style: TextStyle
    /// Whether its words may be hyphenated by the patterns of the text around.
    package var isHyphenated: Bool
    /// BCP 47, where it is not that of the text around.
    package var language: String?
    /// Whether it is a sign of its own, a mark of a note, which belongs to no side from which text is read.
    package var isMark: Bool

    package init(_ text: String, _ style: TextStyle, isHyphenated: Bool = true, language: String? = nil, isMark: Bool = false) {
        self.text = text
        self.style = style
        self.isHyphenated = isHyphenated
        self.language = language
        self.isMark = isMark
    }
}
