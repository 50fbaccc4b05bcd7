/* What figures cost when a program does nothing but call Cairo and Pango with places that it has been told: replay CALLS
   prints milliseconds of the processor. The calls are read before the clock starts. Counted are paths, fills, strokes and
   texts, each text set and measured anew by a layout of Pango, and the PDF in memory with its fonts; not counted are
   reading, descriptions of fonts, and everything that decides what stands where. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { most_fonts = 64, most_dashes = 8, longest_line = 65536 };

typedef struct {
    char name;
    double n[9];
    double dashes[most_dashes];
    int dash_count, font;
    char *text;
} Call;

static struct {
    PangoFontDescription *description;
    PangoAttrList *attributes;
} fonts[most_fonts];

static const double page_width = 595.28, page_height = 841.89, margin = 51, gutter = 18;

static void *needed(void *memory)
{
    if (!memory) abort();
    return memory;
}

/* D INDEX SIZE WEIGHT ITALIC TRACKING FEATURES FAMILIES */
static void describe(const char *line)
{
    int index, weight, italic, start = 0;
    double size, tracking;
    char features[256];
    if (sscanf(line, "D %d %lf %d %d %lf %255s %n", &index, &size, &weight, &italic, &tracking, features, &start) < 6
        || index >= most_fonts)
        abort();
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family(font, line + start);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    pango_font_description_set_weight(font, (PangoWeight)weight);
    if (italic) pango_font_description_set_style(font, PANGO_STYLE_ITALIC);
    fonts[index].description = font;
    fonts[index].attributes = pango_attr_list_new();
    pango_attr_list_insert(fonts[index].attributes, pango_attr_font_features_new(features));
    if (tracking != 0)
        pango_attr_list_insert(fonts[index].attributes, pango_attr_letter_spacing_new((int)(tracking * PANGO_SCALE)));
}

/* A name, its numbers, and what is left: the font and words of a text, the dashes of a stroke. */
static Call call(char *line)
{
    static const struct { char name; int count; } counts[] = {
        {'P', 2}, {'m', 2}, {'l', 2}, {'c', 6}, {'f', 3}, {'s', 5}, {'t', 6}, {'(', 2},
    };
    Call call = {.name = line[0]};
    char *rest = line + 1;
    for (size_t index = 0; index < sizeof counts / sizeof *counts; index++)
        if (counts[index].name == call.name)
            for (int number = 0; number < counts[index].count; number++) call.n[number] = strtod(rest, &rest);
    if (call.name == 't') {
        call.font = (int)call.n[5];
        call.text = needed(strdup(rest + 1));
    }
    if (call.name == 's')
        for (char *end; call.dash_count < most_dashes; rest = end) {
            double dash = strtod(rest, &end);
            if (end == rest) break;
            call.dashes[call.dash_count++] = dash;
        }
    return call;
}

static void show(cairo_t *cr, PangoContext *context, const Call *text)
{
    PangoLayout *layout = pango_layout_new(context);
    pango_layout_set_font_description(layout, fonts[text->font].description);
    pango_layout_set_attributes(layout, fonts[text->font].attributes);
    pango_layout_set_text(layout, text->text, -1);
    int width, height;
    pango_layout_get_size(layout, &width, &height);
    double baseline = pango_layout_get_baseline(layout) / (double)PANGO_SCALE;
    cairo_set_source_rgb(cr, text->n[2], text->n[3], text->n[4]);
    cairo_move_to(cr, text->n[0], text->n[1] - baseline);
    pango_cairo_show_layout(cr, layout);
    g_object_unref(layout);
}

static void stroke(cairo_t *cr, const Call *stroke)
{
    int round = stroke->n[4] != 0;
    cairo_set_source_rgb(cr, stroke->n[0], stroke->n[1], stroke->n[2]);
    cairo_set_line_width(cr, stroke->n[3]);
    cairo_set_dash(cr, stroke->dashes, stroke->dash_count, 0);
    cairo_set_line_cap(cr, round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(cr, round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_stroke_preserve(cr);
}

/* Figures go down the columns of a page, and on to the next. */
static void play(cairo_t *cr, const Call *calls, size_t count)
{
    PangoContext *context = pango_cairo_create_context(cr);
    double left = margin, top = margin, below = margin;
    int begun = 0;
    for (const Call *call = calls; call < calls + count; call++) {
        const double *n = call->n;
        switch (call->name) {
        case 'P':
            if (begun) cairo_restore(cr);
            top = below;
            if (begun && top + n[1] > page_height - margin) {
                left += n[0] + gutter;
                top = margin;
                if (left + n[0] > page_width) {
                    cairo_show_page(cr);
                    left = margin;
                }
            }
            below = top + n[1];
            begun = 1;
            cairo_save(cr);
            cairo_translate(cr, left, top);
            break;
        case '(': cairo_save(cr); cairo_translate(cr, n[0], n[1]); break;
        case 'x': cairo_clip(cr); break;
        case ')': cairo_restore(cr); break;
        case 'm': cairo_move_to(cr, n[0], n[1]); break;
        case 'l': cairo_line_to(cr, n[0], n[1]); break;
        case 'c': cairo_curve_to(cr, n[0], n[1], n[2], n[3], n[4], n[5]); break;
        case 'z': cairo_close_path(cr); break;
        case 'f': cairo_set_source_rgb(cr, n[0], n[1], n[2]); cairo_fill_preserve(cr); break;
        case 's': stroke(cr, call); break;
        case 'n': cairo_new_path(cr); break;
        case 't': show(cr, context, call); break;
        default: abort();
        }
    }
    if (begun) cairo_restore(cr);
    cairo_show_page(cr);
    g_object_unref(context);
}

static cairo_status_t count_bytes(void *written, const unsigned char *data, unsigned length)
{
    (void)data;
    *(size_t *)written += length;
    return CAIRO_STATUS_SUCCESS;
}

static double milliseconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

int main(int argument_count, char **arguments)
{
    FILE *file = argument_count > 1 ? fopen(arguments[1], "r") : NULL;
    if (!file) return 74;
    static char line[longest_line];
    Call *calls = NULL;
    size_t count = 0, room = 0, written = 0;
    while (fgets(line, sizeof line, file)) {
        line[strcspn(line, "\n")] = 0;
        if (line[0] == 'D') {
            describe(line);
            continue;
        }
        if (count == room) {
            room = room ? 2 * room : 1024;
            calls = needed(realloc(calls, room * sizeof *calls));
        }
        calls[count++] = call(line);
    }
    fclose(file);

    double start = milliseconds();
    /* A second argument takes the PDF, to be looked at. */
    cairo_surface_t *surface = argument_count > 2
        ? cairo_pdf_surface_create(arguments[2], page_width, page_height)
        : cairo_pdf_surface_create_for_stream(count_bytes, &written, page_width, page_height);
    cairo_t *cr = cairo_create(surface);
    play(cr, calls, count);
    int failed = cairo_status(cr) != CAIRO_STATUS_SUCCESS;
    cairo_destroy(cr);
    cairo_surface_finish(surface);
    failed |= cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS;
    cairo_surface_destroy(surface);
    printf("%.3f\n", milliseconds() - start);
    return failed;
}
