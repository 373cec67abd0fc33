/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All figures, and what they mean: see html_int.h. */
#include <math.h>

#include "render/html_int.h"

/* A count, or a dash where there is none. */
static void
count(struct hd_html *h, xmlNodePtr tr, const struct hd_json *f,
    const char *member)
{
	xmlNodePtr td = hd_html_add(h, tr, "td", "right");
	double v = hd_html_number(f, member);
	struct hd_buf b = HD_BUF_INIT;

	if (isnan(v))
		hd_buf_adds(&b, "\xE2\x80\x93");
	else
		hd_html_grouped(&b, (int64_t)v);
	(void)hd_html_adds(h, td, "span", "num", hd_buf_str(&b));
	hd_buf_release(&b);
}

/* Text that is folded away until it is asked for. */
static xmlNodePtr
fold(struct hd_html *h, xmlNodePtr at, const char *title)
{
	at = hd_html_add(h, at, "details", NULL);
	(void)hd_html_adds(h, at, "summary", NULL, hd_str(title));
	return at;
}

static void
code(struct hd_html *h, xmlNodePtr at, struct hd_str text)
{
	xmlNodePtr pre = hd_html_add(h, at, "pre", NULL);

	(void)hd_html_adds(h, pre, "code", NULL, text);
}

static void
tickets(struct hd_html *h, xmlNodePtr td, const struct hd_json *f)
{
	const struct hd_json *keys = hd_json_get(f, "keys"), *k;
	struct hd_str list = hd_json_at(f, "list");
	double more = hd_html_number(f, "more");
	struct hd_buf b = HD_BUF_INIT;
	xmlNodePtr at, ul;

	if (list.n == 0 && (keys == NULL || keys->child == NULL))
		return;
	at = fold(h, td, "Tickets");
	if (keys != NULL && keys->child != NULL) {
		ul = hd_html_add(h, at, "ul", "keys");
		for (k = keys->child; k != NULL; k = k->next)
			hd_html_ticket(h, hd_html_add(h, ul, "li", NULL), k->s);
	}
	if (more > 0) {
		hd_buf_adds(&b, "and ");
		hd_html_grouped(&b, (int64_t)more);
		hd_buf_adds(&b, " more");
		(void)hd_html_adds(h, at, "p", NULL, hd_buf_str(&b));
	}
	if (list.n > 0)
		code(h, at, list);
	hd_buf_release(&b);
}

/* The figures that a difference is of. */
static void
from(struct hd_html *h, xmlNodePtr td, const struct hd_json *f)
{
	const struct hd_json *list = hd_json_get(f, "from"), *i;
	xmlNodePtr p, a;

	if (list == NULL || list->child == NULL)
		return;
	p = hd_html_adds(h, td, "p", NULL, hd_str("from "));
	for (i = list->child; i != NULL; i = i->next) {
		if (i != list->child)
			hd_html_words(h, p, " and ");
		if (hd_html_figure(h, i->s) == NULL)
			return;
		a = hd_html_adds(h, p, "a", NULL, i->s);
		hd_html_href(h, a, "", i->s);
	}
}

/* How it was counted: definition, status, method. */
static void
how(struct hd_html *h, xmlNodePtr tr, const struct hd_json *f)
{
	struct hd_str definition = hd_json_at(f, "definition");
	xmlNodePtr td = hd_html_add(h, tr, "td", NULL), p;

	if (definition.n > 0) {
		p = hd_html_add(h, td, "p", NULL);
		if (hd_map_get(&h->definition, definition) != NULL) {
			p = hd_html_add(h, p, "a", NULL);
			hd_html_href(h, p, "def", definition);
		}
		hd_html_put(h, p, definition);
	}
	(void)hd_html_adds(h, td, "p", "status", hd_json_at(f, "status"));
	(void)hd_html_adds(h, td, "p", NULL, hd_json_at(f, "method"));
	from(h, td, f);
}

static void
figure(struct hd_html *h, xmlNodePtr body, const struct hd_json *f)
{
	struct hd_str id = hd_json_at(f, "id"), range = hd_json_at(f, "range");
	struct hd_str why = hd_json_at(f, "why"), query;
	xmlNodePtr tr = hd_html_add(h, body, "tr", NULL), td;

	hd_html_id(h, tr, "", id);
	(void)hd_html_adds(h, tr, "td", "fid", id);
	td = hd_html_adds(h, tr, "th", NULL, hd_json_at(f, "title"));
	hd_html_set(h, td, "scope", hd_str("row"));
	if (!hd_str_eq(hd_json_at(f, "segment"), "all"))
		(void)hd_html_adds(
		    h, td, "p", "segment", hd_json_at(f, "segment"));
	td = hd_html_add(h, tr, "td", "right");
	hd_html_value(h, td, f);
	if (range.n > 0)
		(void)hd_html_adds(h, td, "p", "range", range);
	if (why.n > 0)
		(void)hd_html_adds(h, td, "p", "why", why);
	count(h, tr, f, "x");
	count(h, tr, f, "n");
	count(h, tr, f, "N");
	how(h, tr, f);
	td = hd_html_add(h, tr, "td", NULL);
	tickets(h, td, f);
	query = hd_json_at(f, "query");
	if (query.n > 0)
		code(h, fold(h, td, "Query"), query);
}

void
hd_html_figures(struct hd_html *h, xmlNodePtr at)
{
	const struct hd_json *list = hd_json_get(h->model, "figures"), *f;
	static const struct {
		const char *title;
		bool right;
	} columns[] = {
		{ "No.", false },
		{ "Figure", false },
		{ "Estimate, interval", true },
		{ "x", true },
		{ "n", true },
		{ "N", true },
		{ "How", false },
		{ "Look closer", false },
	};
	xmlNodePtr table, tr;

	(void)hd_html_adds(h, at, "p", NULL,
	    hd_str("Every number of this report in its own row. x of n is what "
		   "was counted; N is how many tickets the figure speaks for. "
		   "The query gives the same numbers from the database."));
	table = hd_html_region(
	    h, at, "figures", "t", hd_str("figures"), hd_str("All figures"));
	tr = hd_html_head(h, table);
	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		hd_html_column(
		    h, tr, hd_str(columns[i].title), columns[i].right);
	tr = hd_html_add(h, table, "tbody", NULL);
	for (f = list != NULL ? list->child : NULL; f != NULL; f = f->next)
		figure(h, tr, f);
}

void
hd_html_definitions(struct hd_html *h, xmlNodePtr at)
{
	const struct hd_json *list = hd_json_get(h->model, "definitions"), *d;
	struct hd_str sources, sql;
	xmlNodePtr part, p;

	for (d = list != NULL ? list->child : NULL; d != NULL; d = d->next) {
		sources = hd_json_at(d, "sources");
		sql = hd_json_at(d, "sql");
		part = hd_html_add(h, at, "article", "definition");
		hd_html_id(h, part, "def", hd_json_at(d, "name"));
		p = hd_html_adds(h, part, "h3", NULL, hd_json_at(d, "title"));
		hd_html_words(h, p, " ");
		(void)hd_html_adds(h, p, "code", NULL, hd_json_at(d, "name"));
		(void)hd_html_adds(
		    h, part, "p", "prose", hd_json_at(d, "text"));
		if (sources.n > 0) {
			p = hd_html_adds(
			    h, part, "p", "sources", hd_str("Sources: "));
			hd_html_put(h, p, sources);
		}
		if (sql.n > 0)
			code(h, fold(h, part, "SQL"), sql);
	}
}
