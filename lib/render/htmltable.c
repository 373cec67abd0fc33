/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables: see html_int.h. */
#include <stdlib.h>

#include "render/html_int.h"

xmlNodePtr
hd_html_region(struct hd_html *h, xmlNodePtr at, const char *class,
    const char *prefix, struct hd_str id, struct hd_str caption)
{
	xmlNodePtr region = hd_html_add(h, at, "div", "region");
	xmlNodePtr table = hd_html_add(h, region, "table", class);
	struct hd_buf label = HD_BUF_INIT;

	/* a section may be called the same */
	hd_buf_adds(&label, "Table: ");
	hd_buf_add(&label, caption.p, caption.n);
	hd_html_id(h, table, prefix, id);
	hd_html_set(h, region, "role", hd_str("region"));
	hd_html_set(h, region, "tabindex", hd_str("0"));
	hd_html_set(h, region, "aria-label", hd_buf_str(&label));
	(void)hd_html_adds(h, table, "caption", NULL, caption);
	hd_buf_release(&label);
	return table;
}

xmlNodePtr
hd_html_head(struct hd_html *h, xmlNodePtr table)
{
	return hd_html_add(h, hd_html_add(h, table, "thead", NULL), "tr", NULL);
}

xmlNodePtr
hd_html_column(
    struct hd_html *h, xmlNodePtr tr, struct hd_str title, bool right)
{
	xmlNodePtr th =
	    hd_html_adds(h, tr, "th", right ? "right" : NULL, title);

	hd_html_set(h, th, "scope", hd_str("col"));
	return th;
}

/* Why figures have no number is told once, below the table. */
static void
why(struct hd_map *whys, struct hd_html *h, struct hd_str id)
{
	const struct hd_json *figure = hd_html_figure(h, id);
	struct hd_str shown = hd_html_shown(figure);
	struct hd_str text = hd_json_at(figure, "why");
	struct hd_buf b = HD_BUF_INIT;

	if (text.n == 0)
		return;
	hd_buf_add(&b, shown.p, shown.n);
	hd_buf_adds(&b, ": ");
	hd_buf_add(&b, text.p, text.n);
	(void)hd_map_put(whys, hd_buf_str(&b), 1);
	hd_buf_release(&b);
}

static void
cell(struct hd_html *h, xmlNodePtr at, const struct hd_json *c,
    struct hd_map *whys)
{
	struct hd_str figure = hd_json_at(c, "figure");

	if (c->type == HD_JSTR) {
		hd_html_put(h, at, c->s);
	} else if (figure.p != NULL) {
		hd_html_ref(h, at, figure, hd_json_at(c, "as"));
		why(whys, h, figure);
	} else if (hd_json_get(c, "spans") != NULL) {
		hd_html_spans(h, at, hd_json_get(c, "spans"));
	} else if (hd_json_at(c, "ticket").p != NULL) {
		hd_html_ticket(h, at, hd_json_at(c, "ticket"));
	}
}

/* The first cell names its row.  told: the status of all figures of a column. */
static void
row(struct hd_html *h, xmlNodePtr body, const struct hd_json *columns,
    const struct hd_json *r, const struct hd_str *told, struct hd_map *whys)
{
	const struct hd_json *col = columns->child, *c = r->child;
	xmlNodePtr tr = hd_html_add(h, body, "tr", NULL), td;

	if (r->count != columns->count)
		hd_html_fail(h, "a row has %zu cells, its table %zu columns",
		    r->count, columns->count);
	for (; c != NULL && col != NULL; c = c->next, col = col->next) {
		bool names = c == r->child && c->type != HD_JNULL;
		bool right = hd_str_eq(hd_json_at(col, "align"), "right");

		td = hd_html_add(
		    h, tr, names ? "th" : "td", right ? "right" : NULL);
		if (names)
			hd_html_set(h, td, "scope", hd_str("row"));
		h->told = *told++;
		cell(h, td, c, whys);
	}
	h->told = (struct hd_str){ NULL, 0 };
}

/* What is told of a whole column, for each; owned by the caller. */
static struct hd_str *
shared(struct hd_html *h, const struct hd_json *columns,
    const struct hd_json *rows)
{
	struct hd_str *told = hd_xcalloc(columns->count + 1, sizeof(*told));
	const struct hd_json **cells =
	    hd_xcalloc(rows->count + 1, sizeof(*cells));
	const struct hd_json *r;

	for (size_t i = 0; i < columns->count; i++) {
		size_t n = 0;

		for (r = rows->child; r != NULL; r = r->next) {
			cells[n] = r->child;
			for (size_t k = 0; k < i && cells[n] != NULL; k++)
				cells[n] = cells[n]->next;
			n++;
		}
		told[i] = hd_html_shared(h, cells, n);
	}
	free(cells);
	return told;
}

static void
head(struct hd_html *h, xmlNodePtr table, const struct hd_json *columns,
    const struct hd_str *told)
{
	xmlNodePtr tr = hd_html_head(h, table), th;

	for (const struct hd_json *c = columns->child; c != NULL; c = c->next) {
		th = hd_html_column(h, tr, hd_json_at(c, "title"),
		    hd_str_eq(hd_json_at(c, "align"), "right"));
		if (told->n > 0) {
			hd_html_words(h, th, " ");
			(void)hd_html_adds(h, th, "span", "badge", *told);
		}
		told++;
	}
}

void
hd_html_table(struct hd_html *h, xmlNodePtr at, const struct hd_json *block)
{
	const struct hd_json *columns = hd_json_get(block, "columns");
	const struct hd_json *rows = hd_json_get(block, "rows"), *j;
	struct hd_str note = hd_json_at(block, "note"), *told;
	struct hd_map whys = HD_MAP_INIT;
	xmlNodePtr table, body;

	if (columns == NULL || rows == NULL) {
		hd_html_fail(h, "a table has no columns or no rows");
		return;
	}
	table = hd_html_region(h, at, NULL, "t", hd_json_at(block, "id"),
	    hd_json_at(block, "title"));
	told = shared(h, columns, rows);
	head(h, table, columns, told);
	body = hd_html_add(h, table, "tbody", NULL);
	for (j = rows->child; j != NULL; j = j->next)
		row(h, body, columns, j, told, &whys);
	free(told);
	if (note.n > 0)
		(void)hd_html_adds(h, at, "p", "footnote", note);
	for (size_t i = 0; i < whys.count; i++)
		(void)hd_html_adds(
		    h, at, "p", "footnote", hd_str(whys.entries[i].key));
	hd_map_release(&whys);
}
