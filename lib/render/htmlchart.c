/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart, its key, and its numbers in a table: see svg.h. */
#include "render/svg.h"

static const struct hd_json *
members(const struct hd_json *j, const char *name)
{
	const struct hd_json *list = hd_json_get(j, name);

	return list != NULL ? list->child : NULL;
}

/* The table of a chart, with as many columns as titles, the last a number. */
static xmlNodePtr
numbers(struct hd_html *h, xmlNodePtr at, const struct hd_json *block,
    const char *const *titles, size_t n)
{
	struct hd_str title = hd_json_at(block, "title");
	struct hd_buf caption = HD_BUF_INIT;
	xmlNodePtr table, tr;

	hd_buf_adds(&caption, "Numbers: ");
	hd_buf_add(&caption, title.p, title.n);
	table = hd_html_region(h, at, "numbers", "n", hd_json_at(block, "id"),
	    hd_buf_str(&caption));
	hd_buf_release(&caption);
	tr = hd_html_head(h, table);
	for (size_t i = 0; i < n; i++)
		hd_html_column(h, tr, hd_str(titles[i]), i + 1 == n);
	return hd_html_add(h, table, "tbody", NULL);
}

static xmlNodePtr
fold(struct hd_html *h, xmlNodePtr at)
{
	at = hd_html_add(h, at, "details", "numbers");
	(void)hd_html_adds(h, at, "summary", NULL, hd_str("The numbers"));
	return at;
}

/* A row that begins with what names it; then the cells of words. */
static xmlNodePtr
row(struct hd_html *h, xmlNodePtr body, struct hd_str name)
{
	xmlNodePtr tr = hd_html_add(h, body, "tr", NULL);
	xmlNodePtr th = hd_html_adds(h, tr, "th", NULL, name);

	hd_html_set(h, th, "scope", hd_str("row"));
	return tr;
}

static void
number(struct hd_html *h, xmlNodePtr tr, const struct hd_json *j)
{
	struct hd_str id = hd_json_at(j, "figure");
	struct hd_str why = hd_json_at(hd_html_figure(h, id), "why");
	xmlNodePtr td = hd_html_add(h, tr, "td", "right");

	hd_html_ref(h, td, id, hd_str("both"));
	if (why.n > 0)
		(void)hd_html_adds(h, td, "p", "why", why);
}

static void
bars(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	static const char *const titles[] = { "Bar", "Value" };
	const struct hd_json *m = members(block, "marks");
	xmlNodePtr body, p;

	hd_svg_bars(h, at, block);
	if (hd_json_get(block, "marks") != NULL &&
	    hd_json_get(block, "marks")->count > HD_SVG_BARS) {
		p = hd_html_add(h, at, "p", "footnote");
		hd_html_words(h, p,
		    "Only the first 20 are drawn; the others are among "
		    "all figures.");
	}
	body = numbers(h, fold(h, at), block, titles, 2);
	for (; m != NULL; m = m->next)
		number(h, row(h, body, hd_json_at(m, "label")), m);
}

static void
line_key(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	const struct hd_json *l = members(block, "lines");
	xmlNodePtr li, svg, line;
	const char *tone;

	at = hd_html_add(h, at, "ul", "legend");
	for (size_t i = 0; l != NULL; l = l->next, i++) {
		tone = hd_svg_tone(hd_json_at(l, "tone"));
		li = hd_html_add(h, at, "li", NULL);
		svg = hd_html_add(h, li, "svg", "swatch");
		hd_html_set(h, svg, "aria-hidden", hd_str("true"));
		hd_html_set(h, svg, "width", hd_str("32"));
		hd_html_set(h, svg, "height", hd_str("12"));
		hd_html_set(h, svg, "viewBox", hd_str("-16 -6 32 12"));
		line = hd_html_add(h, svg, "path", NULL);
		hd_html_setf(h, line, "class", "line %s line%zu", tone, i % 4);
		hd_html_set(h, line, "d", hd_str("M-16,0H16"));
		hd_svg_marker(h, svg, i, tone);
		hd_html_words(h, li, " ");
		hd_html_put(h, li, hd_json_at(l, "name"));
	}
}

/* Letter, day and words of each note. */
static void
happened(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	const struct hd_json *n = members(block, "notes");
	struct hd_buf b = HD_BUF_INIT;
	const struct hd_json *i;
	bool told = true; /* in the picture, every one */
	xmlNodePtr li;

	if (n == NULL)
		return;
	for (i = n; i != NULL; i = i->next)
		told = told && hd_svg_short(hd_json_at(i, "text"));
	at = hd_html_add(h, at, "ul", told ? "events told" : "events");
	for (size_t k = 0; n != NULL; n = n->next, k++) {
		hd_buf_reset(&b);
		hd_svg_key(&b, k, 0);
		li = hd_html_add(h, at, "li", NULL);
		(void)hd_html_adds(h, li, "b", NULL, hd_buf_str(&b));
		hd_buf_reset(&b);
		hd_buf_addc(&b, ' ');
		hd_svg_day(&b, hd_json_at(n, "label"));
		hd_buf_adds(&b, ": ");
		hd_html_put(h, li, hd_buf_str(&b));
		hd_html_put(h, li, hd_json_at(n, "text"));
	}
	hd_buf_release(&b);
}

static void
series(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	static const char *const titles[] = { "From", "Line", "Value" };
	const struct hd_json *l = members(block, "lines"), *p;
	xmlNodePtr body, tr;

	line_key(h, at, block);
	hd_svg_series(h, at, block);
	happened(h, at, block);
	body = numbers(h, fold(h, at), block, titles, 3);
	for (; l != NULL; l = l->next)
		for (p = members(l, "points"); p != NULL; p = p->next) {
			tr = row(h, body, hd_json_at(p, "label"));
			(void)hd_html_adds(
			    h, tr, "td", NULL, hd_json_at(l, "name"));
			number(h, tr, p);
		}
}

/* The tiers that fields have, each as it is drawn. */
static void
tier_key(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	static const char *const tiers[] = { "automate", "assist", "human",
		"unknown" };
	const struct hd_json *col, *c;
	xmlNodePtr li;

	at = hd_html_add(h, at, "ul", "legend");
	for (size_t i = 0; i < sizeof(tiers) / sizeof(tiers[0]); i++) {
		bool used = false;

		for (col = members(block, "columns"); col != NULL;
		     col = col->next)
			for (c = members(col, "cells"); c != NULL; c = c->next)
				used = used ||
				       hd_svg_tier(hd_json_at(c, "tier")) ==
					   hd_svg_tier(hd_str(tiers[i]));
		if (!used)
			continue;
		li = hd_html_add(h, at, "li", NULL);
		hd_svg_swatch(h, li, hd_json_at(block, "id"), tiers[i]);
		hd_html_words(h, li, " ");
		hd_html_words(h, li, tiers[i]);
	}
}

static void
mosaic(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	static const char *const titles[] = { "Key", "Column", "Field", "Tier",
		"Value" };
	const struct hd_json *col = members(block, "columns"), *c;
	struct hd_str id = hd_json_at(block, "id");
	struct hd_buf key = HD_BUF_INIT;
	xmlNodePtr body, tr, td;
	const char *tier;

	tier_key(h, at, block);
	hd_svg_mosaic(h, at, block);
	body = numbers(h, fold(h, at), block, titles, 5);
	for (size_t i = 0; col != NULL; col = col->next, i++) {
		c = members(col, "cells");
		for (size_t k = 1; c != NULL; c = c->next, k++) {
			hd_buf_reset(&key);
			hd_svg_key(&key, i, k);
			tier = hd_svg_tier(hd_json_at(c, "tier"));
			tr = row(h, body, hd_buf_str(&key));
			(void)hd_html_adds(
			    h, tr, "td", NULL, hd_json_at(col, "label"));
			(void)hd_html_adds(
			    h, tr, "td", NULL, hd_json_at(c, "label"));
			td = hd_html_add(h, tr, "td", "tier");
			hd_svg_swatch(h, td, id, tier);
			hd_html_words(h, td, " ");
			hd_html_words(h, td, tier);
			number(h, tr, c);
		}
	}
	hd_buf_release(&key);
}

/* The title, with what is to be told of all numbers, and the description. */
static void
title(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	struct hd_str desc = hd_json_at(block, "desc");
	xmlNodePtr strong;

	at = hd_html_add(h, at, "figcaption", NULL);
	strong =
	    hd_html_adds(h, at, "strong", NULL, hd_json_at(block, "title"));
	if (h->told.n > 0) {
		hd_html_words(h, strong, " ");
		(void)hd_html_adds(h, strong, "span", "badge", h->told);
	}
	if (desc.n > 0)
		(void)hd_html_adds(h, at, "span", "desc", desc);
}

void
hd_html_chart(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	static const struct {
		const char *name, *parts;
		void (*draw)(
		    struct hd_html *, xmlNodePtr, const struct hd_json *);
	} charts[] = {
		{ "bars", "marks", bars },
		{ "series", "lines", series },
		{ "mosaic", "columns", mosaic },
	};
	struct hd_str chart = hd_json_at(block, "chart");
	const struct hd_json *parts;

	at = hd_html_add(h, at, "figure", "chart");
	hd_html_id(h, at, "c", hd_json_at(block, "id"));
	for (size_t i = 0; i < sizeof(charts) / sizeof(charts[0]); i++) {
		if (!hd_str_eq(chart, charts[i].name))
			continue;
		parts = hd_json_get(block, charts[i].parts);
		h->told = hd_html_shared(h, &parts, 1);
		title(h, at, block);
		charts[i].draw(h, at, block);
		h->told = (struct hd_str){ NULL, 0 };
		return;
	}
	hd_html_fail(h, "a chart is '%.*s', which no page has", (int)chart.n,
	    chart.p != NULL ? chart.p : "");
}
