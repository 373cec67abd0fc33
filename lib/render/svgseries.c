/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines over time, with their intervals as bands: see svg.h. */
#include <math.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "render/svg.h"

#define PLOT  200.0 /* height */
#define LEFT  10.0  /* per cent, for the numbers of the axis */
#define WIDE  84.0
#define NOTE  16.0   /* height of a note's line */
#define WHOLE 1000.0 /* of the coordinates that bands and lines have */

struct series {
	struct hd_html *h;
	const struct hd_json *block;
	struct hd_scale scale;
	struct hd_map labels; /* of points, in their order */
	double top;	      /* where the plot begins */
};

/* A label's place in per cent; what lies between two is at the earlier one. */
static double
across(const struct series *s, struct hd_str label)
{
	const int64_t *at = hd_map_get(&s->labels, label);
	size_t i = 0, last = s->labels.count - 1;

	if (at != NULL)
		i = (size_t)*at;
	else
		while (
		    i < last && hd_str_cmp(hd_str(s->labels.entries[i + 1].key),
				    label) <= 0)
			i++;
	return last == 0 ? 50 : (double)i / (double)last * 100;
}

/* A value's place, of a height. */
static double
down(const struct series *s, double value, double height)
{
	return height * (1 - hd_svg_at(&s->scale, value) / 100);
}

static const struct hd_json *
members(const struct hd_json *j, const char *name)
{
	const struct hd_json *list = hd_json_get(j, name);

	return list != NULL ? list->child : NULL;
}

static void
survey(struct series *s)
{
	const struct hd_json *l, *p;
	double lo = NAN, hi = NAN;

	for (l = members(s->block, "lines"); l != NULL; l = l->next)
		for (p = members(l, "points"); p != NULL; p = p->next) {
			(void)hd_map_put(&s->labels, hd_json_at(p, "label"),
			    (int64_t)s->labels.count);
			hd_svg_reach(
			    hd_html_figure(s->h, hd_json_at(p, "figure")), &lo,
			    &hi);
		}
	hd_svg_scale(&s->scale, lo, hi, hd_json_at(s->block, "unit"));
}

/* Lines across, each with its number above, and the dates below. */
static void
axes(struct series *s, xmlNodePtr svg)
{
	const struct hd_scale *y = &s->scale;
	size_t n = s->labels.count, every = (n + 4) / 5;
	struct hd_buf b = HD_BUF_INIT;
	xmlNodePtr part;

	for (double v = y->lo; v < y->hi + y->step / 2; v += y->step) {
		double at = s->top + PLOT * (1 - (v - y->lo) / (y->hi - y->lo));
		bool zero = fabs(v) < y->step / 2;

		(void)hd_svg_line(
		    s->h, svg, zero ? "zero" : "rule", 0, at, 100, at);
		hd_buf_reset(&b);
		hd_svg_tick(&b, y, v);
		(void)hd_svg_text(
		    s->h, svg, "tick", 0, at - 4, NULL, hd_buf_str(&b));
	}
	part = hd_svg_part(s->h, svg, NULL, LEFT, s->top + PLOT, WIDE, 24);
	for (size_t i = 0; i < n; i += every) {
		struct hd_str label = hd_str(s->labels.entries[i].key);

		hd_buf_reset(&b);
		hd_svg_day(&b, label);
		(void)hd_svg_text(s->h, part, "tick", across(s, label), 18,
		    "middle", hd_buf_str(&b));
	}
	hd_buf_release(&b);
}

bool
hd_svg_short(struct hd_str words)
{
	return hd_utf8_count(words) <= 40;
}

/* What happened: a dashed line, a letter, and words where there is room. */
static void
notes(struct series *s, xmlNodePtr svg)
{
	const struct hd_json *n = members(s->block, "notes");
	struct hd_buf day = HD_BUF_INIT;
	xmlNodePtr part, t;
	double y = 0;

	part = hd_svg_part(s->h, svg, NULL, LEFT, 0, WIDE, s->top + PLOT);
	for (; n != NULL; n = n->next, y++) {
		double x = across(s, hd_json_at(n, "label"));
		bool left = x > 50;
		char letter[2] = { (char)('A' + (int)y % 26), '\0' };

		(void)hd_svg_line(
		    s->h, part, "event", x, y * NOTE + 2, x, s->top + PLOT);
		t = hd_svg_text(s->h, part, "note", x, y * NOTE + 12,
		    left ? "end" : NULL, (struct hd_str){ "", 0 });
		hd_svg_px(s->h, t, "dx", left ? -5 : 5);
		(void)hd_html_adds(s->h, t, "tspan", "key", hd_str(letter));
		hd_buf_reset(&day);
		hd_buf_addc(&day, ' ');
		hd_svg_day(&day, hd_json_at(n, "label"));
		hd_buf_adds(&day, ": ");
		if (!hd_svg_short(hd_json_at(n, "text")))
			continue; /* below the picture it has room */
		t = hd_html_adds(s->h, t, "tspan", "wide", hd_buf_str(&day));
		hd_html_put(s->h, t, hd_json_at(n, "text"));
	}
	hd_buf_release(&day);
}

/* A point of a line: place in per cent, value and limits. */
struct dot {
	double x, v, lo, hi;
	struct hd_str text;
};

/* All points of a line, owned by the caller. */
static struct dot *
dots(struct series *s, const struct hd_json *line, size_t *n)
{
	const struct hd_json *p = members(line, "points"), *f;
	struct dot *d = hd_xcalloc(s->labels.count + 1, sizeof(*d));

	for (*n = 0; p != NULL && *n < s->labels.count; p = p->next, ++*n) {
		f = hd_html_figure(s->h, hd_json_at(p, "figure"));
		d[*n].x = across(s, hd_json_at(p, "label"));
		d[*n].v = hd_html_number(f, "estimate");
		d[*n].lo = fmin(d[*n].v, hd_html_number(f, "lo"));
		d[*n].hi = fmax(d[*n].v, hd_html_number(f, "hi"));
		d[*n].text = hd_html_shown(f);
	}
	return d;
}

static void
put(const struct series *s, struct hd_buf *b, double x, double value)
{
	hd_buf_addf(b, "%s%.1f,%.1f", b->n > 0 ? " " : "", x * WHOLE / 100,
	    down(s, value, WHOLE));
}

/* n points side by side, all with a number: a band, and a line on it. */
static void
stretch(struct series *s, xmlNodePtr area, const struct dot *d, size_t n,
    const char *tone, size_t i)
{
	struct hd_buf b = HD_BUF_INIT;
	xmlNodePtr at;

	for (size_t k = 0; k < n; k++)
		put(s, &b, d[k].x, d[k].hi);
	for (size_t k = n; k > 0; k--)
		put(s, &b, d[k - 1].x, d[k - 1].lo);
	at = hd_html_add(s->h, area, "polygon", NULL);
	hd_html_setf(s->h, at, "class", "band %s", tone);
	hd_html_set(s->h, at, "points", hd_buf_str(&b));
	hd_buf_reset(&b);
	for (size_t k = 0; k < n; k++)
		put(s, &b, d[k].x, d[k].v);
	at = hd_html_add(s->h, area, "polyline", NULL);
	hd_html_setf(s->h, at, "class", "line %s line%zu", tone, i % 4);
	hd_html_set(s->h, at, "points", hd_buf_str(&b));
	hd_buf_release(&b);
}

void
hd_svg_marker(struct hd_html *h, xmlNodePtr at, size_t i, const char *tone)
{
	static const char *const shapes[] = {
		"M-4,0a4,4 0 1,0 8,0a4,4 0 1,0 -8,0", "M-3.5,-3.5h7v7h-7z",
		"M0,-4.5l4.5,8h-9z", "M0,-5l5,5l-5,5l-5,-5z"
	};
	xmlNodePtr path = hd_html_add(h, at, "path", NULL);

	hd_html_setf(h, path, "class", "marker %s", tone);
	hd_html_set(h, path, "d", hd_str(shapes[i % 4]));
}

/* Another line lies above a point: words go below it. */
static bool
covered(struct series *s, double x, double value)
{
	const struct hd_json *l = members(s->block, "lines");
	bool found = false;

	for (; l != NULL; l = l->next) {
		size_t n;
		struct dot *d = dots(s, l, &n);

		for (size_t i = 0; i < n; i++)
			found = found ||
				(fabs(d[i].x - x) < 1e-9 && d[i].v > value);
		free(d);
	}
	return found;
}

/* Line i: its bands, its marks, and, of few lines, the last value. */
static void
line(struct series *s, xmlNodePtr area, xmlNodePtr over,
    const struct hd_json *l, size_t i)
{
	const char *tone = hd_svg_tone(hd_json_at(l, "tone"));
	size_t n, from = 0;
	struct dot *d = dots(s, l, &n);
	bool below;
	xmlNodePtr at;

	d[n].v = NAN; /* ends the last stretch */
	for (size_t k = 0; k <= n; k++) {
		if (!isnan(d[k].v))
			continue;
		if (k > from)
			stretch(s, area, d + from, k - from, tone, i);
		from = k + 1;
	}
	for (size_t k = 0; k < n; k++) {
		if (isnan(d[k].v))
			continue;
		at = hd_svg_part(
		    s->h, over, NULL, d[k].x, down(s, d[k].v, PLOT), 1, 1);
		hd_svg_marker(s->h, at, i, tone);
	}
	while (n > 0 && isnan(d[n - 1].v))
		n--;
	below = n > 0 && covered(s, d[n - 1].x, d[n - 1].v);
	if (n > 0 && hd_json_get(s->block, "lines")->count <= 2)
		(void)hd_svg_text(s->h, over, "amount", d[n - 1].x,
		    down(s, d[n - 1].v, PLOT) + (below ? 20 : -10), "middle",
		    d[n - 1].text);
	free(d);
}

static void
lines(struct series *s, xmlNodePtr svg)
{
	const struct hd_json *l = members(s->block, "lines");
	xmlNodePtr area, over;
	size_t i = 0;

	area = hd_svg_part(s->h, svg, NULL, LEFT, s->top, WIDE, PLOT);
	hd_html_set(s->h, area, "viewBox", hd_str("0 0 1000 1000"));
	hd_html_set(s->h, area, "preserveAspectRatio", hd_str("none"));
	over = hd_svg_part(s->h, svg, NULL, LEFT, s->top, WIDE, PLOT);
	for (; l != NULL; l = l->next)
		line(s, area, over, l, i++);
}

void
hd_svg_series(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	const struct hd_json *list = hd_json_get(block, "notes");
	struct series s = { .h = h, .block = block, .labels = HD_MAP_INIT };
	xmlNodePtr svg;

	survey(&s);
	s.top = 24 + NOTE * (double)(list != NULL ? list->count : 0);
	svg = hd_svg_root(h, at, block, "series", s.top + PLOT + 28);
	if (s.labels.count > 0) {
		axes(&s, svg);
		notes(&s, svg);
		lines(&s, svg);
	}
	hd_map_release(&s.labels);
}
