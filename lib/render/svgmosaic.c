/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The mosaic: columns as wide as their share, fields as high as theirs of the
 * column, so that an area is a share of all.  See svg.h.
 */
#include <math.h>
#include <string.h>

#include "base/utf8.h"
#include "render/svg.h"

#define TOP    26.0 /* for the letters of columns */
#define HEIGHT 320.0
/* What words need: the page is taken to be so wide, a letter so wide. */
#define PAGE   620.0
#define LETTER 7.0

static const char *const tiers[] = { "automate", "assist", "human", "unknown" };

const char *
hd_svg_tier(struct hd_str tier)
{
	for (size_t i = 0; i < sizeof(tiers) / sizeof(tiers[0]); i++)
		if (hd_str_eq(tier, tiers[i]))
			return tiers[i];
	return "unknown";
}

void
hd_svg_key(struct hd_buf *b, size_t column, size_t cell)
{
	hd_buf_addc(b, (char)('A' + (int)(column % 26)));
	if (cell > 0)
		hd_buf_addf(b, "%zu", cell);
}

/* What a tier is hatched with, for those who see no colours. */
static void
pattern(struct hd_html *h, xmlNodePtr defs, struct hd_str chart,
    const char *tier, const char *path)
{
	struct hd_buf id = HD_BUF_INIT;
	xmlNodePtr p = hd_html_add(h, defs, "pattern", NULL), line;

	hd_buf_add(&id, chart.p, chart.n);
	hd_buf_addc(&id, '-');
	hd_buf_adds(&id, tier);
	hd_html_id(h, p, "p", hd_buf_str(&id));
	hd_html_set(h, p, "patternUnits", hd_str("userSpaceOnUse"));
	hd_html_set(h, p, "width", hd_str("8"));
	hd_html_set(h, p, "height", hd_str("8"));
	line = hd_html_add(h, p, "path", NULL);
	hd_html_setf(h, line, "class", "hatch %s", tier);
	hd_html_set(h, line, "d", hd_str(path));
	hd_buf_release(&id);
}

static void
patterns(struct hd_html *h, xmlNodePtr svg, struct hd_str chart)
{
	xmlNodePtr defs = hd_html_add(h, svg, "defs", NULL);

	pattern(h, defs, chart, "assist", "M-2,2l4,-4M0,8l8,-8M6,10l4,-4");
	pattern(h, defs, chart, "human", "M0,4h8M4,0v8");
	pattern(h, defs, chart, "unknown", "M3,4h2");
}

/* A rectangle in the colour of its tier, and its pattern on it. */
static void
fill(struct hd_html *h, xmlNodePtr at, struct hd_str chart, const char *tier,
    double y, double height)
{
	struct hd_buf url = HD_BUF_INIT, name = HD_BUF_INIT;
	xmlNodePtr r;

	for (int hatched = 0; hatched < 2; hatched++) {
		if (hatched && strcmp(tier, "automate") == 0)
			break; /* plain */
		r = hd_html_add(h, at, "rect", NULL);
		hd_svg_px(h, r, "x", 0);
		hd_svg_px(h, r, "y", y);
		hd_html_set(h, r, "width", hd_str("100%"));
		hd_svg_px(h, r, "height", height);
		hd_html_setf(h, r, "class", "%s %s",
		    hatched ? "hatched" : "field", tier);
		if (!hatched)
			continue;
		hd_buf_add(&name, chart.p, chart.n);
		hd_buf_addc(&name, '-');
		hd_buf_adds(&name, tier);
		hd_buf_adds(&url, "url(#");
		hd_html_name(&url, "p", hd_buf_str(&name));
		hd_buf_addc(&url, ')');
		hd_html_set(h, r, "fill", hd_buf_str(&url));
	}
	hd_buf_release(&name);
	hd_buf_release(&url);
}

/*
 * A key, and the words it stands for where they fit into the page on paper;
 * a phone shows the key alone.
 */
static void
caption(struct hd_html *h, xmlNodePtr at, const char *class, double y,
    struct hd_str key, struct hd_str words, double share)
{
	xmlNodePtr t =
	    hd_svg_text(h, at, class, 0, y, NULL, (struct hd_str){ "", 0 });
	double room = PAGE * share - 16;

	if (room < 0) { /* the last column is at the edge of the page */
		hd_html_set(h, t, "x", hd_str("100%"));
		hd_html_set(h, t, "text-anchor", hd_str("end"));
	} else {
		hd_svg_px(h, t, "dx", 4);
	}
	(void)hd_html_adds(h, t, "tspan", "key", key);
	if (LETTER * (double)(hd_utf8_width(words) + key.n + 1) > room)
		return;
	t = hd_html_adds(h, t, "tspan", "wide", hd_str(" "));
	hd_html_put(h, t, words);
}

static void
field(struct hd_html *h, xmlNodePtr part, struct hd_str chart,
    const struct hd_json *cell, struct hd_str key, double y, double height,
    double share)
{
	const struct hd_json *f = hd_html_figure(h, hd_json_at(cell, "figure"));

	fill(h, part, chart, hd_svg_tier(hd_json_at(cell, "tier")), y, height);
	if (height < 18 || PAGE * share < 24)
		return; /* the table has it */
	caption(h, part, "fieldname", y + 16, key, hd_json_at(cell, "label"),
	    share);
	if (height >= 36 && PAGE * share >= 60)
		hd_svg_px(h,
		    hd_svg_text(h, part, "amount wide", 0, y + 33, NULL,
			hd_html_shown(f)),
		    "dx", 4);
}

static void
column(struct hd_html *h, xmlNodePtr svg, struct hd_str chart,
    const struct hd_json *col, size_t i, double x)
{
	const struct hd_json *cells = hd_json_get(col, "cells"), *c;
	double share = hd_html_number(col, "share"), y = 0, height;
	struct hd_buf key = HD_BUF_INIT, words = HD_BUF_INIT;
	xmlNodePtr part;
	size_t k = 1;

	hd_svg_key(&key, i, 0);
	hd_buf_add(
	    &words, hd_json_at(col, "label").p, hd_json_at(col, "label").n);
	hd_buf_addf(&words, ", %.0f %%", share * 100);
	part = hd_svg_part(h, svg, NULL, x * 100, TOP, share * 100, HEIGHT);
	caption(h, part, "columnname", -9, hd_buf_str(&key), hd_buf_str(&words),
	    share);
	c = cells != NULL ? cells->child : NULL;
	for (; c != NULL; c = c->next, k++, y += height) {
		height = HEIGHT * hd_html_number(c, "share");
		if (!(height >= 0)) {
			hd_html_fail(h, "a field of a mosaic has no share");
			break;
		}
		hd_buf_reset(&key);
		hd_svg_key(&key, i, k);
		field(h, part, chart, c, hd_buf_str(&key), y, height, share);
	}
	hd_buf_release(&key);
	hd_buf_release(&words);
}

void
hd_svg_mosaic(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	const struct hd_json *list = hd_json_get(block, "columns"), *c;
	struct hd_str id = hd_json_at(block, "id");
	xmlNodePtr svg = hd_svg_root(h, at, block, "mosaic", TOP + HEIGHT);
	double x = 0;
	size_t i = 0;

	patterns(h, svg, id);
	for (c = list != NULL ? list->child : NULL; c != NULL; c = c->next) {
		if (!(hd_html_number(c, "share") >= 0)) {
			hd_html_fail(h, "a column of a mosaic has no share");
			return;
		}
		column(h, svg, id, c, i++, x);
		x += hd_html_number(c, "share");
	}
}

void
hd_svg_swatch(
    struct hd_html *h, xmlNodePtr at, struct hd_str chart, const char *tier)
{
	xmlNodePtr svg = hd_html_add(h, at, "svg", "swatch");

	hd_html_set(h, svg, "aria-hidden", hd_str("true"));
	hd_html_set(h, svg, "width", hd_str("16"));
	hd_html_set(h, svg, "height", hd_str("16"));
	fill(h, svg, chart, tier, 0, 16);
}
