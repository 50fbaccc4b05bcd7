/* What six charts cost when a program does nothing but call Cairo and Pango: the least that any program can take.
   Six plots of 24 bars, each with grid lines and 40 labels; no data, no measuring of space, no prose. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>

static void label(cairo_t *cr, const PangoFontDescription *font, double x, double y, const char *text)
{
    PangoLayout *layout = pango_cairo_create_layout(cr);
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, text, -1);
    int width, height;
    pango_layout_get_size(layout, &width, &height);
    cairo_move_to(cr, x - width / 2.0 / PANGO_SCALE, y);
    pango_cairo_show_layout(cr, layout);
    g_object_unref(layout);
}

static void chart(cairo_t *cr, const PangoFontDescription *font, double left, double top, int seed)
{
    const double width = 230, height = 150, step = width / 24;
    cairo_set_line_width(cr, 0.5);
    cairo_set_source_rgb(cr, 0.85, 0.85, 0.85);
    for (int line = 0; line <= 5; line++) {
        cairo_move_to(cr, left, top + height * line / 5);
        cairo_line_to(cr, left + width, top + height * line / 5);
        cairo_stroke(cr);
    }
    cairo_set_source_rgb(cr, 0.07, 0.26, 0.43);
    for (int bar = 0; bar < 24; bar++) {
        double value = (bar * 37 + seed * 61) % 97 / 97.0 * height;
        cairo_rectangle(cr, left + bar * step + step / 6, top + height - value, step * 2 / 3, value);
        cairo_fill(cr);
    }
    char text[16];
    for (int index = 0; index < 40; index++) {
        snprintf(text, sizeof text, "%d", (index * 53 + seed * 17) % 997);
        label(cr, font, left + (index % 24) * step + step / 2, top + (index < 24 ? height + 4 : -12), text);
    }
}

int main(int count, char **arguments)
{
    cairo_surface_t *surface = cairo_pdf_surface_create(count > 1 ? arguments[1] : "bare.pdf", 595.28, 841.89);
    cairo_t *cr = cairo_create(surface);
    PangoFontDescription *font = pango_font_description_from_string("Lato 8");
    for (int index = 0; index < 6; index++)
        chart(cr, font, 50 + index % 2 * 265, 80 + index / 2 * 240, index + 1);
    cairo_show_page(cr);
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    int failed = cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    pango_font_description_free(font);
    return failed;
}
