/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars with intervals: see svg.h. */
#include <math.h>

#include "base/utf8.h"
#include "render/svg.h"

#define ROW    36.0 /* height */
#define BAR    14.0
#define LABEL  40 /* characters */
#define BESIDE 28 /* those of a value and its interval in one line */

/*
 * Bars are drawn twice, beside their labels and, for a phone, below them:
 * nothing else moves a part of a picture in every browser.
 */
static const struct form {
	const char *class;
	double left, width; /* per cent */
	double row, top;    /* height of a row, and what its label takes */
} forms[] = {
	{ "wide", 38, 34, ROW, 0 },
	{ "narrow", 4, 90, ROW + 18, 16 },
};

struct bars {
	struct hd_html *h;
	const struct hd_json *first; /* mark */
	size_t n;
	struct hd_scale scale;
	bool below; /* intervals are so long that they stand below values */
};

static void
survey(struct bars *b, struct hd_str unit)
{
	double lo = NAN, hi = NAN;

	const struct hd_json *m = b->first;

	for (size_t i = 0; i < b->n; i++, m = m->next) {
		const struct hd_json *f =
		    hd_html_figure(b->h, hd_json_at(m, "figure"));

		hd_svg_reach(f, &lo, &hi);
		if (hd_utf8_count(hd_html_shown(f)) +
			hd_utf8_count(hd_json_at(f, "range")) >
		    BESIDE)
			b->below = true;
	}
	hd_svg_scale(&b->scale, lo, hi, unit);
}

static void
axis(struct bars *b, xmlNodePtr svg, const struct form *f)
{
	const struct hd_scale *s = &b->scale;
	double height = f->row * (double)b->n;
	xmlNodePtr part =
	    hd_svg_part(b->h, svg, f->class, f->left, 0, f->width, height);
	struct hd_buf text = HD_BUF_INIT;

	for (double v = s->lo; v < s->hi + s->step / 2; v += s->step) {
		double x = (v - s->lo) / (s->hi - s->lo) * 100;
		bool zero = fabs(v) < s->step / 2;

		(void)hd_svg_line(
		    b->h, part, zero ? "zero" : "rule", x, 0, x, height);
		hd_buf_reset(&text);
		hd_svg_tick(&text, s, v);
		(void)hd_svg_text(b->h, part, "tick", x, height + 16, "middle",
		    hd_buf_str(&text));
	}
	hd_buf_release(&text);
}

/* A whisker from lo to hi, with its ends. */
static void
whisker(struct bars *b, xmlNodePtr plot, const struct hd_json *figure)
{
	double lo = hd_html_number(figure, "lo");
	double hi = hd_html_number(figure, "hi");
	double mid = ROW / 2;

	if (isnan(lo) || isnan(hi))
		return;
	lo = hd_svg_at(&b->scale, lo);
	hi = hd_svg_at(&b->scale, hi);
	(void)hd_svg_line(b->h, plot, "whisker", lo, mid, hi, mid);
	(void)hd_svg_line(b->h, plot, "whisker", lo, mid - 4, lo, mid + 4);
	(void)hd_svg_line(b->h, plot, "whisker", hi, mid - 4, hi, mid + 4);
}

static void
bar(struct bars *b, xmlNodePtr plot, const struct hd_json *figure,
    const char *tone)
{
	double v = hd_html_number(figure, "estimate");
	double zero = hd_svg_at(&b->scale, 0), at;
	xmlNodePtr r;

	if (isnan(v))
		return;
	at = hd_svg_at(&b->scale, v);
	r = hd_html_add(b->h, plot, "rect", NULL);
	hd_html_setf(b->h, r, "class", "bar %s", tone);
	hd_svg_pct(b->h, r, "x", fmin(zero, at));
	hd_svg_px(b->h, r, "y", (ROW - BAR) / 2);
	hd_svg_pct(b->h, r, "width", fabs(at - zero));
	hd_svg_px(b->h, r, "height", BAR);
	hd_svg_px(b->h, r, "rx", 2);
	whisker(b, plot, figure);
}

/* The value and its interval, which a phone has no room for. */
static void
value(struct bars *b, xmlNodePtr g, const struct hd_json *figure)
{
	struct hd_str range = hd_json_at(figure, "range");
	bool below = b->below && range.n > 0;
	xmlNodePtr t = hd_svg_text(b->h, g, "amount", 100,
	    below ? ROW / 2 - 2 : ROW / 2 + 5, "end", hd_str(""));

	(void)hd_html_adds(b->h, t, "tspan", "figure", hd_html_shown(figure));
	hd_html_badge(b->h, t, "tspan", figure);
	if (below) {
		(void)hd_svg_text(
		    b->h, g, "range", 100, ROW / 2 + 11, "end", range);
	} else if (range.n > 0) {
		hd_html_words(b->h, t, " ");
		(void)hd_html_adds(b->h, t, "tspan", "range", range);
	}
}

/* A label, its bar and its value. */
static void
row(struct bars *b, xmlNodePtr svg, const struct hd_json *mark, size_t i)
{
	const struct hd_json *f =
	    hd_html_figure(b->h, hd_json_at(mark, "figure"));
	const char *tone = hd_svg_tone(hd_json_at(mark, "tone"));
	xmlNodePtr g = hd_html_add(b->h, svg, "g", "row");
	struct hd_buf label = HD_BUF_INIT;

	hd_html_setf(b->h, g, "transform", "translate(0 %g)", (double)i * ROW);
	hd_html_setf(b->h, g, "style", "--i:%zu", i);
	hd_svg_cut(&label, hd_json_at(mark, "label"), LABEL);
	(void)hd_svg_text(
	    b->h, g, "label", 0, ROW / 2 + 5, NULL, hd_buf_str(&label));
	for (size_t k = 0; k < 2; k++)
		bar(b,
		    hd_svg_part(b->h, g, forms[k].class, forms[k].left,
			forms[k].top, forms[k].width, ROW),
		    f, tone);
	value(b, g, f);
	hd_buf_release(&label);
}

void
hd_svg_bars(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	const struct hd_json *list = hd_json_get(block, "marks"), *m;
	struct bars b = { .h = h };
	xmlNodePtr svg;
	size_t i = 0;

	if (list == NULL || list->child == NULL)
		return;
	b.first = list->child;
	b.n = list->count < HD_SVG_BARS ? list->count : HD_SVG_BARS;
	survey(&b, hd_json_at(block, "unit"));
	svg = hd_svg_root(h, at, block, "bars", ROW * (double)b.n + 24);
	hd_html_setf(h, svg, "style", "--n:%zu", b.n);
	for (size_t k = 0; k < 2; k++)
		axis(&b, svg, &forms[k]);
	for (m = b.first; i < b.n; m = m->next)
		row(&b, svg, m, i++);
}
