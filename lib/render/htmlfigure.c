/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures where they are spoken of: see html_int.h. */
#include "render/html_int.h"

/* What a reader is told of a status; NULL: nothing. */
static const struct {
	const char *status, *words;
} badges[] = {
	{ "MEASURED", NULL },
	{ "ESTIMATED", NULL },
	{ "ESTIMATED(transported)", "carried over" },
	{ "ESTIMATED(assumed)", "assumed" },
	{ "UNVERIFIED", "unverified" },
	{ "IMMATURE", "too early to tell" },
	{ "SUPPRESSED", "too few to tell" },
	{ "NOT-MEASURABLE", "not measurable" },
	{ "INCOMPATIBLE", "not comparable" },
};

/* The words of a status; an unknown one is told as it is. */
static struct hd_str
status_words(const struct hd_json *figure)
{
	struct hd_str s = hd_json_at(figure, "status");

	for (size_t i = 0; i < sizeof(badges) / sizeof(badges[0]); i++)
		if (hd_str_eq(s, badges[i].status))
			return hd_str(badges[i].words);
	return s;
}

const struct hd_json *
hd_html_figure(struct hd_html *h, struct hd_str id)
{
	int64_t *at = hd_map_get(&h->figure, id);

	if (at != NULL)
		return h->figures[*at];
	hd_html_fail(
	    h, "figure '%.*s' has no row", (int)id.n, id.p != NULL ? id.p : "");
	return NULL;
}

struct hd_str
hd_html_shown(const struct hd_json *figure)
{
	struct hd_str text = hd_json_at(figure, "text");

	if (text.n == 0)
		text = status_words(figure);
	return text.n == 0 ? hd_str("no number") : text;
}

struct hd_str
hd_html_status(const struct hd_json *figure)
{
	/* where there is no number its text says why */
	if (hd_json_at(figure, "estimate").p == NULL)
		return (struct hd_str){ NULL, 0 };
	return status_words(figure);
}

void
hd_html_badge(struct hd_html *h, xmlNodePtr at, const char *element,
    const struct hd_json *figure)
{
	struct hd_str words = hd_html_status(figure);

	if (words.n == 0 || hd_str_same(words, h->told))
		return;
	hd_html_words(h, at, " ");
	(void)hd_html_adds(h, at, element, "badge", words);
}

/* Whether all figures below j have the status of *words, the first one's. */
static bool
same(
    struct hd_html *h, const struct hd_json *j, struct hd_str *words, size_t *n)
{
	static const char *const inner[] = { "spans", "points", "cells" };
	struct hd_str id = hd_json_at(j, "figure"), s;

	if (j->type == HD_JARR) {
		for (j = j->child; j != NULL; j = j->next)
			if (!same(h, j, words, n))
				return false;
		return true;
	}
	for (size_t i = 0; i < 3; i++)
		if (hd_json_get(j, inner[i]) != NULL)
			return same(h, hd_json_get(j, inner[i]), words, n);
	if (id.p == NULL ||
	    hd_json_at(hd_html_figure(h, id), "estimate").p == NULL)
		return true;
	s = hd_html_status(hd_html_figure(h, id));
	if ((*n)++ == 0)
		*words = s;
	return hd_str_same(*words, s);
}

struct hd_str
hd_html_shared(struct hd_html *h, const struct hd_json *const *parts, size_t n)
{
	struct hd_str words = { NULL, 0 };
	size_t figures = 0;

	for (size_t i = 0; i < n; i++)
		if (parts[i] != NULL && !same(h, parts[i], &words, &figures))
			return (struct hd_str){ NULL, 0 };
	return figures > 1 ? words : (struct hd_str){ NULL, 0 };
}

void
hd_html_value(struct hd_html *h, xmlNodePtr a, const struct hd_json *figure)
{
	struct hd_str estimate = hd_json_at(figure, "estimate");
	xmlNodePtr v;

	if (estimate.p == NULL) {
		(void)hd_html_adds(h, a, "span", "none", hd_html_shown(figure));
		return;
	}
	v = hd_html_adds(h, a, "data", "num", hd_html_shown(figure));
	hd_html_set(h, v, "value", estimate);
}

void
hd_html_ref(
    struct hd_html *h, xmlNodePtr at, struct hd_str id, struct hd_str as)
{
	const struct hd_json *figure = hd_html_figure(h, id);
	struct hd_str range = hd_json_at(figure, "range");
	struct hd_str xn = hd_json_at(figure, "xn");
	bool both = hd_str_eq(as, "both");
	xmlNodePtr a, r;

	if (figure == NULL)
		return;
	a = hd_html_add(h, at, "a", "fig");
	hd_html_href(h, a, "", id);
	if (range.n > 0 && hd_str_eq(as, "range"))
		(void)hd_html_adds(h, a, "span", "num", range);
	else if (xn.n > 0 && hd_str_eq(as, "xn"))
		(void)hd_html_adds(h, a, "span", "num", xn);
	else
		hd_html_value(h, a, figure);
	if (range.n > 0 && both) {
		hd_html_words(h, a, " ");
		r = hd_html_add(h, a, "span", "range");
		hd_html_words(h, r, "(");
		hd_html_put(h, r, range);
		hd_html_words(h, r, ")");
	}
	hd_html_badge(h, at, "span", figure);
}
