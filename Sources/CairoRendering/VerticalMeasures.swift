internal import CPangoCairo

/// The vertical measures that a font file states, in points.
struct VerticalMeasures {
    let ascent: Double
    let descent: Double
    let capHeight: Double
    let xHeight: Double

    /// Where the file states no height of capitals or of small letters, the heights of its H and x; and without those,
    /// 0.7 and 0.5 of the ascent.
    ///
    /// - Parameter scale: from the size of `font` to the one that is asked for.
    init(_ font: OpaquePointer, scale: Double) {
        var extents = hb_font_extents_t()
        hb_font_get_h_extents(font, &extents)
        let ascender = points(extents.ascender)
        let capital = stated(HB_OT_METRICS_TAG_CAP_HEIGHT, in: font) ?? height(of: "H", in: font) ?? ascender * 0.7
        let small = stated(HB_OT_METRICS_TAG_X_HEIGHT, in: font) ?? height(of: "x", in: font) ?? ascender * 0.5
        ascent = ascender * scale
        descent = -points(extents.descender) * scale
        capHeight = capital * scale
        xHeight = small * scale
    }
}

private func stated(_ tag: hb_ot_metrics_tag_t, in font: OpaquePointer) -> Double? {
    var value: hb_position_t = 0
    guard hb_ot_metrics_get_position(font, tag, &value) != 0, value > 0 else { return nil }
    return points(value)
}

private func height(of letter: Unicode.Scalar, in font: OpaquePointer) -> Double? {
    var glyph: hb_codepoint_t = 0
    var extents = hb_glyph_extents_t()
    guard hb_font_get_nominal_glyph(font, letter.value, &glyph) != 0,
        hb_font_get_glyph_extents(font, glyph, &extents) != 0, extents.y_bearing > 0
    else { return nil }
    return points(extents.y_bearing)
}

private func points(_ units: hb_position_t) -> Double { Double(units) / Double(PANGO_SCALE) }
