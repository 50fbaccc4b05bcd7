/* What Cairo needs to write pictures as PNG, to memory: encoding PICTURE... prints milliseconds of the processor, the
   median of several runs for each picture, and bytes, both summed up. */
#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { runs = 7 };

static cairo_status_t count(void *written, const unsigned char *data, unsigned length)
{
    (void)data;
    *(size_t *)written += length;
    return CAIRO_STATUS_SUCCESS;
}

static double milliseconds(void)
{
    struct timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

static int ascending(const void *left, const void *right)
{
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

int main(int arguments, char **paths)
{
    double time = 0;
    size_t size = 0;
    for (int index = 1; index < arguments; index++) {
        cairo_surface_t *picture = cairo_image_surface_create_from_png(paths[index]);
        double times[runs];
        size_t written = 0;
        for (int run = 0; run < runs; run++) {
            double start = milliseconds();
            written = 0;
            if (cairo_surface_write_to_png_stream(picture, count, &written) != CAIRO_STATUS_SUCCESS) return 1;
            times[run] = milliseconds() - start;
        }
        qsort(times, runs, sizeof *times, ascending);
        time += times[runs / 2];
        size += written;
        cairo_surface_destroy(picture);
    }
    printf("%.2f %zu\n", time, size);
    return 0;
}
