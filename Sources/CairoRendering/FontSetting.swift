internal import CPangoCairo
internal import Scenes

/// The size in points at which Pango sets every text; what it finds is scaled to the size that is asked for.
///
/// Without hints all widths are linear in the size. For each size of a font Pango would choose the font file anew, on two
/// threads of their own, and HarfBuzz would plan its shaping: half of the cost of a brief's few thousand words.
private let masterSize = 64.0

/// A font of a style in the form in which Pango takes it, with the texts that were set in it.
final class FontSetting {
    let font: Font
    /// From what Pango measures to points.
    let scale: Double
    let description: OpaquePointer
    let attributes: OpaquePointer
    let language: OpaquePointer?
    let direction: Direction
    var texts: [String: ShapedText] = [:]
    var metrics: FontMetrics?
    /// Families that the book lacks, once they were looked for.
    var unopened: [String]?

    init(_ font: Font) {
        self.font = font
        scale = font.size / masterSize
        description = pango_font_description_new()
        pango_font_description_set_family(description, font.families.joined(separator: ","))
        pango_font_description_set_absolute_size(description, masterSize * Double(PANGO_SCALE))
        pango_font_description_set_weight(description, PangoWeight(UInt32(font.weight.rawValue)))
        pango_font_description_set_style(description, font.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)

        attributes = pango_attr_list_new()
        pango_attr_list_insert(attributes, pango_attr_font_features_new(features(of: font)))

        language = pango_language_from_string(font.language)
        direction = Direction(ofLanguage: font.language)
    }

    deinit {
        pango_attr_list_unref(attributes)
        pango_font_description_free(description)
    }
}

/// The OpenType features by which a font keeps its digits, and its letters apart when they are tracked, or are those of code.
private func features(of font: Font) -> String {
    let numerals =
        switch font.numerals {
        case .proportional: "pnum=1"
        case .tabular: "tnum=1"
        }
    // Fonts for code join signs by contextual alternates: an arrow for "->".
    if !font.ligatures { return numerals + ",liga=0,clig=0,calt=0" }
    return font.tracking == 0 ? numerals : numerals + ",liga=0,clig=0"
}
