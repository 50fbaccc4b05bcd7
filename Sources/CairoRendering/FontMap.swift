internal import CPangoCairo

/// Pango's choice among the fonts of one configuration, in points and without hinting.
struct FontMap: ~Copyable {
    let map: UnsafeMutablePointer<PangoFontMap>
    let context: OpaquePointer

    init(_ configuration: borrowing FontConfiguration) throws(FontProblem) {
        // The first map of a process makes Pango load the machine's whole default configuration, 4 to 8 ms, unless
        // there is a current one. Nothing here asks for the current one, so an empty one serves.
        guard let empty = FcConfigCreate() else { throw .refused("making a font configuration") }
        FcConfigSetCurrent(empty)
        FcConfigDestroy(empty)

        guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
            throw .refused("making a font map over FreeType")
        }
        pango_fc_font_map_set_config(OpaquePointer(map), configuration.pointer)
        // At 72 dots an inch a unit of Pango's is 1/1024 point.
        pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
        guard let context = pango_font_map_create_context(map) else {
            g_object_unref(map)
            throw .refused("making a context for text")
        }
        self.map = map
        self.context = context

        // Whole pixels and hints are for screens of a known size: with them a width is not linear in the size.
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_context_set_round_glyph_positions(context, 0)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(map)
    }
}
