/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SVG_H
#define HD_SVG_H

#include "render/html_int.h"

/*
 * Charts, drawn into the tree of a page (html_int.h).  Widths are per cent and
 * heights pixels, so that letters keep their size on a phone and on paper;
 * what else differs there is in report.css.  Colours are its classes.
 */

/* An axis in the unit that is read: per cent, minutes. */
struct hd_scale {
	double lo, hi, step; /* in that unit */
	double factor;	     /* of a figure's value */
	const char *suffix;
	bool sign; /* differences have one */
};

/* Values from lo to hi, zero among them, on round numbers. */
void hd_svg_scale(struct hd_scale *s, double lo, double hi, struct hd_str unit);
/* Where a value lies, in per cent of the axis. */
double hd_svg_at(const struct hd_scale *s, double value);
/* The number at a mark of the axis, at the end of b. */
void hd_svg_tick(struct hd_buf *b, const struct hd_scale *s, double mark);
/* Widen lo and hi (NaN: nothing yet) by what a figure shows. */
void hd_svg_reach(const struct hd_json *figure, double *lo, double *hi);

/* The picture of a chart, with its title and description for those who hear. */
xmlNodePtr hd_svg_root(struct hd_html *h, xmlNodePtr at,
    const struct hd_json *block, const char *class, double height);
/* A coordinate system of its own inside; x and width in per cent. */
xmlNodePtr hd_svg_part(struct hd_html *h, xmlNodePtr at, const char *class,
    double x, double y, double width, double height);
void hd_svg_pct(
    struct hd_html *h, xmlNodePtr at, const char *name, double value);
void hd_svg_px(
    struct hd_html *h, xmlNodePtr at, const char *name, double value);
/* A line; x in per cent, y in pixels. */
xmlNodePtr hd_svg_line(struct hd_html *h, xmlNodePtr at, const char *class,
    double x1, double y1, double x2, double y2);
/* Text at a place; x in per cent, y in pixels; anchor NULL: it starts there. */
xmlNodePtr hd_svg_text(struct hd_html *h, xmlNodePtr at, const char *class,
    double x, double y, const char *anchor, struct hd_str text);
/* The first so many characters of s, with an ellipsis where some are cut. */
void hd_svg_cut(struct hd_buf *b, struct hd_str s, size_t characters);
/* The class of a tone; those unknown are neutral. */
const char *hd_svg_tone(struct hd_str tone);

/* Of the bars of a chart the first so many are drawn: they fit on a page. */
#define HD_SVG_BARS 20
void hd_svg_bars(struct hd_html *h, xmlNodePtr at, const struct hd_json *block);
void hd_svg_series(
    struct hd_html *h, xmlNodePtr at, const struct hd_json *block);
void hd_svg_mosaic(
    struct hd_html *h, xmlNodePtr at, const struct hd_json *block);
/* The mark of line i, at the origin: a shape of its own. */
void hd_svg_marker(
    struct hd_html *h, xmlNodePtr at, size_t i, const char *tone);
/* The words of a note are short enough to stand in the picture. */
bool hd_svg_short(struct hd_str words);
/* "1 Jun" of 2026-06-01; what is no date stays. */
void hd_svg_day(struct hd_buf *b, struct hd_str label);
/* The key of a field, "B2", at the end of b. */
void hd_svg_key(struct hd_buf *b, size_t column, size_t cell);
/* The pattern and colour of a tier, as a small picture beside its name. */
void hd_svg_swatch(
    struct hd_html *h, xmlNodePtr at, struct hd_str chart, const char *tier);
/* "automate", "assist", "human", else "unknown". */
const char *hd_svg_tier(struct hd_str tier);

#endif
