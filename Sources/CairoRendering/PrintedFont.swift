internal import CPangoCairo

/// A font file at a size, as Pango measures it and Cairo paints it.
final class PrintedFont {
    private let pango: UnsafeMutablePointer<PangoFont>
    /// Owned by Pango's font; nil where FreeType cannot open the file.
    let cairo: OpaquePointer?

    /// Shares the ownership of `font`.
    init(_ font: UnsafeMutablePointer<PangoFont>) {
        g_object_ref(font)
        pango = font
        cairo = pango_cairo_font_get_scaled_font(OpaquePointer(font))
    }

    deinit {
        g_object_unref(pango)
    }
}
