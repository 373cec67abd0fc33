/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The figures of page one, side by side: see html_int.h. */
#include <math.h>

#include "render/html_int.h"

/*
 * What a change means, in a word: only an interval that leaves out zero says
 * that there is one.
 */
struct verdict {
	const char *class, *sign, *words;
};

static struct verdict
judge(const struct hd_json *change, double better)
{
	double lo = hd_html_number(change, "lo");
	double hi = hd_html_number(change, "hi");
	bool up = lo > 0, down = hi < 0;

	if (isnan(hd_html_number(change, "estimate")))
		return (struct verdict){ "flat", "", NULL };
	if (!up && !down)
		return (struct verdict){ "flat", "\xE2\x89\x88",
			"no clear change" };
	if (better == 0 || isnan(better))
		return (struct verdict){ "flat",
			up ? "\xE2\x96\xB2" : "\xE2\x96\xBC",
			up ? "up" : "down" };
	if (up == (better > 0))
		return (struct verdict){ "good",
			up ? "\xE2\x96\xB2" : "\xE2\x96\xBC", "better" };
	return (struct verdict){ "bad", up ? "\xE2\x96\xB2" : "\xE2\x96\xBC",
		"worse" };
}

static void
change(struct hd_html *h, xmlNodePtr at, const struct hd_json *tile)
{
	struct hd_str id = hd_json_at(tile, "change");
	const struct hd_json *figure;
	struct verdict v;
	xmlNodePtr p, s;

	if (id.p == NULL)
		return;
	figure = hd_html_figure(h, id);
	v = judge(figure, hd_html_number(tile, "better"));
	p = hd_html_add(h, at, "p", "change");
	s = hd_html_add(h, p, "span", v.class);
	if (*v.sign != '\0') {
		xmlNodePtr sign =
		    hd_html_adds(h, s, "span", "sign", hd_str(v.sign));

		hd_html_set(h, sign, "aria-hidden", hd_str("true"));
		hd_html_words(h, s, " ");
	}
	if (v.words != NULL)
		hd_html_words(h, s, v.words);
	hd_html_words(h, p, v.words != NULL ? ": " : "Change: ");
	hd_html_ref(h, p, id, hd_str("both"));
}

/* "18.4 % to 26.1 %, n = 1,204" */
static void
basis(struct hd_html *h, xmlNodePtr at, const struct hd_json *figure)
{
	struct hd_str range = hd_json_at(figure, "range");
	double n = hd_html_number(figure, "n");
	struct hd_buf b = HD_BUF_INIT;
	xmlNodePtr p;

	if (n >= 0) {
		hd_buf_adds(&b, "n\xC2\xA0=\xC2\xA0");
		hd_html_grouped(&b, (int64_t)n);
	}
	if (range.n > 0 || b.n > 0) {
		p = hd_html_add(h, at, "p", "basis");
		(void)hd_html_adds(h, p, "span", "num", range);
		hd_html_words(h, p, range.n > 0 && b.n > 0 ? ", " : "");
		(void)hd_html_adds(h, p, "span", "num", hd_buf_str(&b));
	}
	hd_buf_release(&b);
}

static void
tile(struct hd_html *h, xmlNodePtr at, const struct hd_json *t)
{
	struct hd_str id = hd_json_at(t, "figure");
	struct hd_str before = hd_json_at(t, "before");
	const struct hd_json *figure = hd_html_figure(h, id);
	struct hd_str why = hd_json_at(figure, "why");
	xmlNodePtr p;

	at = hd_html_add(h, at, "li", "tile");
	(void)hd_html_adds(h, at, "h3", NULL, hd_json_at(t, "title"));
	p = hd_html_add(h, at, "p", "value");
	hd_html_ref(h, p, id, hd_str("text"));
	if (why.n > 0)
		(void)hd_html_adds(h, at, "p", "why", why);
	basis(h, at, figure);
	h->told = hd_html_status(figure);
	change(h, at, t);
	if (before.p != NULL) {
		p = hd_html_add(h, at, "p", "before");
		hd_html_words(h, p, "before: ");
		hd_html_ref(h, p, before, hd_str("text"));
	}
	h->told = (struct hd_str){ NULL, 0 };
}

void
hd_html_tiles(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	const struct hd_json *items = hd_json_get(block, "items"), *t;

	at = hd_html_add(h, at, "ul", "tiles");
	for (t = items != NULL ? items->child : NULL; t != NULL; t = t->next)
		tile(h, at, t);
}
