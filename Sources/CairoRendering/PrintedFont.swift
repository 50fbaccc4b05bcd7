internal import CPangoCairo

/// A font file, as Pango measures it and Cairo paints it at any size.
final class PrintedFont {
    private let pango: UnsafeMutablePointer<PangoFont>
    /// Of Pango's size, and owned by Pango's font; nil where FreeType cannot open the file.
    private let master: OpaquePointer?
    private var sizes: [Double: OpaquePointer] = [:]

    /// Shares the ownership of `font`.
    init(_ font: UnsafeMutablePointer<PangoFont>) {
        g_object_ref(font)
        pango = font
        master = withFontFiles { pango_cairo_font_get_scaled_font(OpaquePointer(font)) }
    }

    deinit {
        withFontFiles {
            for font in sizes.values { cairo_scaled_font_destroy(font) }
            g_object_unref(pango)
        }
    }

    /// Its glyph for a space; nil where it has none.
    private(set) lazy var space: UInt? = {
        var glyph: hb_codepoint_t = 0
        guard let font = pango_font_get_hb_font(pango), hb_font_get_nominal_glyph(font, 0x20, &glyph) != 0 else { return nil }
        return UInt(glyph)
    }()

    /// The font at a size in points, owned by this one; nil where it cannot be painted.
    func scaled(to size: Double) -> OpaquePointer? {
        if let known = sizes[size] { return known }
        guard let master else { return nil }
        var matrix = cairo_matrix_t()
        cairo_matrix_init_scale(&matrix, size, size)
        var identity = cairo_matrix_t()
        cairo_matrix_init_identity(&identity)
        guard let options = cairo_font_options_create() else { return nil }
        defer { cairo_font_options_destroy(options) }
        cairo_scaled_font_get_font_options(master, options)
        let font = withFontFiles {
            cairo_scaled_font_create(cairo_scaled_font_get_font_face(master), &matrix, &identity, options)
        }
        guard let font, cairo_scaled_font_status(font) == CAIRO_STATUS_SUCCESS else {
            cairo_scaled_font_destroy(font)
            return nil
        }
        sizes[size] = font
        return font
    }
}
