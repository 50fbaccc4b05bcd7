internal import CPangoCairo
internal import Scenes

/// A font of a style in the form in which Pango takes it, with the texts that were set in it.
final class FontSetting {
    let font: Font
    let description: OpaquePointer
    let attributes: OpaquePointer
    let language: OpaquePointer?
    /// Whether text in the font's language runs from the right.
    let readsFromRight: Bool
    var texts: [String: ShapedText] = [:]
    var metrics: FontMetrics?
    /// Families that the book lacks, once they were looked for.
    var unopened: [String]?

    init(_ font: Font) {
        self.font = font
        description = pango_font_description_new()
        pango_font_description_set_family(description, font.families.joined(separator: ","))
        pango_font_description_set_absolute_size(description, font.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(description, PangoWeight(UInt32(font.weight.rawValue)))
        pango_font_description_set_style(description, font.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)

        attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_font_features_new(features(of: font)))

        language = pango_language_from_string(font.language)
        readsFromRight = language.map { language in
            scriptsFromRight.contains { pango_language_includes_script(language, $0) != 0 }
        } ?? false
    }

    deinit {
        pango_attr_list_unref(attributes)
        pango_font_description_free(description)
    }
}

/// The OpenType features by which a font keeps its digits, and its letters apart when they are tracked.
private func features(of font: Font) -> String {
    let numerals =
        switch font.numerals {
        case .proportional: "pnum=1"
        case .tabular: "tnum=1"
        }
    return font.tracking == 0 ? numerals : numerals + ",liga=0,clig=0"
}

private let scriptsFromRight = [
    PANGO_SCRIPT_ARABIC, PANGO_SCRIPT_HEBREW, PANGO_SCRIPT_SYRIAC, PANGO_SCRIPT_THAANA, PANGO_SCRIPT_NKO,
]
