package import Diagnostics
package import Figures
package import Rules
package import Scenes

/// All that a style file says.
package struct Style: Hashable, Sendable {
    package enum Paper: String, Hashable, Sendable, CaseIterable {
        case a4 = "A4"
        case letter = "Letter"

        /// Points; ISO 216 and ANSI/ASME Y14.1.
        package var size: Size {
            switch self {
            case .a4: Size(width: 210 / 25.4 * 72, height: 297 / 25.4 * 72)
            case .letter: Size(width: 612, height: 792)
            }
        }
    }

    package var name: String
    package var paper: Paper
    /// Every family that the style names, fallbacks among them, where it is named.
    package var families: [Located<String>]
    package var page: PageStyle
    package var figures: FigureStyle
    package var images: ImageStyle
    package var press: PressStyle
    package var rules: RuleSettings

    /// Every font that a text of this style may be set in, bold and italic words of the prose among them; that of code, which
    /// no other text is set in, is `page.code.font`.
    package var fonts: [Font] {
        var words = page
        words.code = page.body
        var fonts = PageStyle.words.compactMap { $0.font(in: words) } + FigureStyle.words.compactMap { $0.font(in: figures) }
        for text in [page.body, page.note, page.standfirst] {
            fonts += [text.emphasised.font, text.strong.font, text.emphasised.strong.font]
        }
        return fonts
    }
}

extension StyleWord {
    fileprivate func font(in root: Root) -> Font? {
        if case .text(let path) = property { return root[keyPath: path].font }
        return nil
    }
}

extension TextStyle {
    package var emphasised: TextStyle {
        var style = self
        style.font.italic.toggle()
        return style
    }

    package var strong: TextStyle {
        var style = self
        style.font.weight = .bold
        return style
    }

    /// As code is set: each sign by itself.
    package var verbatim: TextStyle {
        var style = self
        style.font.ligatures = false
        return style
    }

    /// As subscripts and superscripts are set.
    package var shifted: TextStyle {
        var style = self
        style.font.size *= shiftedShare
        return style
    }

    package func inLanguage(_ tag: String) -> TextStyle {
        var style = self
        style.font.language = tag
        return style
    }

    package func coloured(_ colour: Colour) -> TextStyle {
        var style = self
        style.colour = colour
        return style
    }
}

extension PageStyle {
    /// How code looks within a text.
    package func code(within text: TextStyle) -> TextStyle {
        var style = text.verbatim
        style.font.families = code.font.families
        style.font.size *= codeShare
        // Fonts for code seldom slant.
        style.font.italic = false
        style.font.tracking = 0
        return style
    }
}

/// How the edition for the press is printed.
package struct PressStyle: Hashable, Sendable {
    /// The printing condition, as the registry of the International Color Consortium has it.
    package var condition = "FOGRA39"
    /// An ICC profile in the folder of the styles; nil where the condition is named alone.
    package var profile: Located<String>?
    package var hasColourBar = false

    package init() {}
}

/// How large subscripts and superscripts are, of the text around.
private let shiftedShare = 0.7
