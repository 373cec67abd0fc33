/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars with intervals: see svg.h. */
#include <math.h>

#include "render/svg.h"

/* A row's height, and where the parts of it are; phones have theirs in CSS. */
#define ROW   34.0
#define BAR   14.0
#define LEFT  34.0 /* per cent: where bars begin */
#define WIDE  38.0
#define LABEL 40 /* characters */

static void
marks(
    struct hd_html *h, xmlNodePtr svg, const struct hd_scale *s, double height)
{
	xmlNodePtr grid =
	    hd_svg_part(h, svg, "plot grid", LEFT, 0, WIDE, height);
	xmlNodePtr ticks =
	    hd_svg_part(h, svg, "plot ticks", LEFT, height, WIDE, 24);
	struct hd_buf b = HD_BUF_INIT;
	xmlNodePtr line;

	for (double v = s->lo; v < s->hi + s->step / 2; v += s->step) {
		double x = (v - s->lo) / (s->hi - s->lo) * 100;
		bool zero = fabs(v) < s->step / 2;

		line = hd_svg_line(h, grid, zero ? "zero" : "rule", x, 0, x, 0);
		hd_html_set(h, line, "y2", hd_str("100%"));
		hd_buf_reset(&b);
		hd_svg_tick(&b, s, v);
		(void)hd_svg_text(
		    h, ticks, "tick", x, 16, "middle", hd_buf_str(&b));
	}
	hd_buf_release(&b);
}

/* A whisker from lo to hi, with its ends. */
static void
whisker(struct hd_html *h, xmlNodePtr plot, const struct hd_scale *s,
    const struct hd_json *figure)
{
	double lo = hd_html_number(figure, "lo");
	double hi = hd_html_number(figure, "hi");
	double mid = ROW / 2;

	if (isnan(lo) || isnan(hi))
		return;
	lo = hd_svg_at(s, lo);
	hi = hd_svg_at(s, hi);
	(void)hd_svg_line(h, plot, "whisker", lo, mid, hi, mid);
	(void)hd_svg_line(h, plot, "whisker", lo, mid - 4, lo, mid + 4);
	(void)hd_svg_line(h, plot, "whisker", hi, mid - 4, hi, mid + 4);
}

static void
bar(struct hd_html *h, xmlNodePtr plot, const struct hd_scale *s,
    const struct hd_json *figure, const char *tone)
{
	double v = hd_html_number(figure, "estimate");
	double zero = hd_svg_at(s, 0), at;
	xmlNodePtr r;

	if (isnan(v))
		return;
	at = hd_svg_at(s, v);
	r = hd_html_add(h, plot, "rect", NULL);
	hd_html_setf(h, r, "class", "bar %s", tone);
	hd_svg_pct(h, r, "x", fmin(zero, at));
	hd_svg_px(h, r, "y", (ROW - BAR) / 2);
	hd_svg_pct(h, r, "width", fabs(at - zero));
	hd_svg_px(h, r, "height", BAR);
	hd_svg_px(h, r, "rx", 2);
	whisker(h, plot, s, figure);
}

/* The value, and its interval where there is room. */
static void
value(struct hd_html *h, xmlNodePtr g, const struct hd_json *figure)
{
	struct hd_str range = hd_json_at(figure, "range");
	xmlNodePtr t = hd_svg_text(
	    h, g, "amount", 100, ROW / 2 + 5, "end", (struct hd_str){ "", 0 });

	(void)hd_html_adds(h, t, "tspan", "figure", hd_html_shown(figure));
	hd_html_badge(h, t, figure);
	if (range.n == 0)
		return;
	hd_html_words(h, t, " ");
	(void)hd_html_adds(h, t, "tspan", "range", range);
}

void
hd_svg_bars(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	const struct hd_json *list = hd_json_get(block, "marks"), *m;
	const struct hd_json *first = list != NULL ? list->child : NULL;
	double lo = NAN, hi = NAN, height, y = 0;
	struct hd_buf label = HD_BUF_INIT;
	struct hd_scale s;
	xmlNodePtr svg, g;

	for (m = first; m != NULL; m = m->next)
		hd_svg_reach(
		    hd_html_figure(h, hd_json_at(m, "figure")), &lo, &hi);
	hd_svg_scale(&s, lo, hi, hd_json_at(block, "unit"));
	height = ROW * (double)(list != NULL ? list->count : 0);
	svg = hd_svg_root(h, at, block, "bars", height + 24);
	hd_html_setf(
	    h, svg, "style", "--n:%zu", list != NULL ? list->count : 0);
	marks(h, svg, &s, height);
	for (m = first; m != NULL; m = m->next, y++) {
		const struct hd_json *f =
		    hd_html_figure(h, hd_json_at(m, "figure"));

		g = hd_html_add(h, svg, "g", "row");
		hd_html_setf(h, g, "transform", "translate(0 %g)", y * ROW);
		hd_html_setf(h, g, "style", "--i:%g", y);
		hd_buf_reset(&label);
		hd_svg_cut(&label, hd_json_at(m, "label"), LABEL);
		(void)hd_svg_text(
		    h, g, "label", 0, ROW / 2 + 5, NULL, hd_buf_str(&label));
		bar(h, hd_svg_part(h, g, "plot", LEFT, 0, WIDE, ROW), &s, f,
		    hd_svg_tone(hd_json_at(m, "tone")));
		value(h, g, f);
	}
	hd_buf_release(&label);
}
