/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of a report as text: see doctext_int.h. */
#include <math.h>

#include "base/num.h"
#include "render/doctext_int.h"

#define BAR  24		    /* cells of the longest bar */
#define MORE "\xE2\x96\x88" /* full block */
#define LESS "\xE2\x96\x92" /* of what is below nought */

static const struct hd_json *
first(const struct hd_json *j, const char *name)
{
	j = hd_json_get(j, name);
	return j != NULL ? j->child : NULL;
}

/* A cell made of a span, "-" where there is nothing. */
static void
grid_span(struct hd_text *t, struct hd_textgrid *g, const struct hd_json *span)
{
	struct hd_buf b = HD_BUF_INIT;

	if (span == NULL || span->type == HD_JNULL)
		hd_buf_addc(&b, '-');
	else
		hd_text_span(t, &b, span, false);
	hd_textgrid_cell(g, hd_buf_str(&b));
	hd_buf_release(&b);
}

/* A cell of the figure that a member names. */
static void
grid_figure(struct hd_text *t, struct hd_textgrid *g, const struct hd_json *j,
    const char *name, const char *as)
{
	struct hd_buf b = HD_BUF_INIT;
	size_t n = hd_docread_number(&t->read, hd_json_at(j, name));

	if (n > 0)
		hd_docread_shown(&t->read, &b, n, hd_str(as));
	else
		hd_buf_addc(&b, '-');
	hd_textgrid_cell(g, hd_buf_str(&b));
	hd_buf_release(&b);
}

static void
title(struct hd_text *t, const struct hd_json *b)
{
	hd_text_write(t, "", hd_json_at(b, "title"));
	hd_out_adds(t->out, "\n");
}

void
hd_text_tiles(struct hd_text *t, const struct hd_json *b)
{
	static const char *const heads[] = { "", "now", "95 % limits", "before",
		"change" };
	struct hd_textgrid g;
	struct hd_buf name = HD_BUF_INIT;
	struct hd_str s;
	size_t n;

	hd_textgrid_begin(&g, 5);
	for (size_t i = 0; i < 5; i++)
		hd_textgrid_column(&g, hd_str(heads[i]), i > 0);
	for (b = first(b, "items"); b != NULL; b = b->next) {
		hd_buf_reset(&name);
		s = hd_json_at(b, "title");
		hd_buf_add(&name, s.p, s.n);
		n = hd_docread_number(&t->read, hd_json_at(b, "figure"));
		if (n > 0) {
			hd_buf_addf(&name, "\xC2\xA0[%zu]", n);
			t->read.noted[n - 1] = true;
		}
		hd_textgrid_cell(&g, hd_buf_str(&name));
		grid_figure(t, &g, b, "figure", "text");
		n = n > 0 && hd_docread_has(t->read.figs[n - 1], "range") ? n
									  : 0;
		grid_figure(t, &g, n > 0 ? b : NULL, "figure", "range");
		grid_figure(t, &g, b, "before", "text");
		grid_figure(t, &g, b, "change", "text");
	}
	hd_textgrid_end(&g, HD_TEXT_WIDTH, t->out);
	hd_buf_release(&name);
}

void
hd_text_table(struct hd_text *t, const struct hd_json *b)
{
	const struct hd_json *columns = hd_json_get(b, "columns"), *row, *cell;
	struct hd_textgrid g;

	if (columns == NULL)
		return;
	title(t, b);
	hd_textgrid_begin(&g, columns->count);
	for (cell = columns->child; cell != NULL; cell = cell->next)
		hd_textgrid_column(&g, hd_json_at(cell, "title"),
		    hd_str_eq(hd_json_at(cell, "align"), "right"));
	for (row = first(b, "rows"); row != NULL; row = row->next) {
		cell = row->child;
		for (size_t i = 0; i < columns->count; i++) {
			grid_span(t, &g, cell);
			cell = cell != NULL ? cell->next : NULL;
		}
	}
	hd_textgrid_end(&g, HD_TEXT_WIDTH, t->out);
	if (hd_docread_has(b, "note")) {
		hd_out_adds(t->out, "\n");
		hd_text_write(t, "", hd_json_at(b, "note"));
	}
}

/* --- charts ---------------------------------------------------------------- */

static double
number(const struct hd_text *t, const struct hd_json *mark, const char *name)
{
	size_t n = hd_docread_number(&t->read, hd_json_at(mark, "figure"));
	double v = 0;

	if (n == 0 || !hd_num_real(hd_json_at(t->read.figs[n - 1], name), &v))
		return 0;
	return v;
}

/* Of a bar, the longest being BAR. */
static int
cells(double v, double most)
{
	return most > 0 ? (int)(fabs(v) / most * BAR + 0.5) : 0;
}

static void
bars(struct hd_text *t, const struct hd_json *b)
{
	const struct hd_json *marks = first(b, "marks"), *m;
	struct hd_buf bar = HD_BUF_INIT;
	struct hd_textgrid g;
	double most = 0, v;

	for (m = marks; m != NULL; m = m->next)
		most = fmax(most, fabs(number(t, m, "estimate")));
	hd_textgrid_begin(&g, 3);
	hd_textgrid_column(&g, hd_str(""), false);
	hd_textgrid_column(&g, hd_json_at(b, "unit"), false);
	hd_textgrid_column(&g, hd_str(""), false);
	for (m = marks; m != NULL; m = m->next) {
		hd_buf_reset(&bar);
		v = number(t, m, "estimate");
		for (int i = 0; i < cells(v, most); i++)
			hd_buf_adds(&bar, v < 0 ? LESS : MORE);
		hd_textgrid_cell(&g, hd_json_at(m, "label"));
		hd_textgrid_cell(&g, hd_buf_str(&bar));
		grid_figure(t, &g, m, "figure", "both");
	}
	hd_textgrid_end(&g, HD_TEXT_WIDTH, t->out);
	hd_buf_release(&bar);
}

/* The point of a line at a label. */
static const struct hd_json *
point_at(const struct hd_json *line, struct hd_str label)
{
	const struct hd_json *p = first(line, "points");

	while (p != NULL && !hd_str_same(hd_json_at(p, "label"), label))
		p = p->next;
	return p;
}

/* A row a label of the first line, a column a line. */
static void
series(struct hd_text *t, const struct hd_json *b)
{
	const struct hd_json *lines = hd_json_get(b, "lines"), *l, *p, *n;
	struct hd_textgrid g;

	if (lines == NULL || lines->child == NULL)
		return;
	hd_textgrid_begin(&g, lines->count + 1);
	hd_textgrid_column(&g, hd_str("from"), false);
	for (l = lines->child; l != NULL; l = l->next)
		hd_textgrid_column(&g, hd_json_at(l, "name"), true);
	for (p = first(lines->child, "points"); p != NULL; p = p->next) {
		hd_textgrid_cell(&g, hd_json_at(p, "label"));
		for (l = lines->child; l != NULL; l = l->next)
			grid_figure(t, &g, point_at(l, hd_json_at(p, "label")),
			    "figure", "text");
	}
	hd_textgrid_end(&g, HD_TEXT_WIDTH, t->out);
	for (n = first(b, "notes"); n != NULL; n = n->next) {
		struct hd_buf s = HD_BUF_INIT;
		struct hd_str label = hd_json_at(n, "label"),
			      text = hd_json_at(n, "text");

		hd_buf_add(&s, label.p, label.n);
		hd_buf_adds(&s, ": ");
		hd_buf_add(&s, text.p, text.n);
		hd_text_hang(t, "  - ", "    ", hd_buf_str(&s));
		hd_buf_release(&s);
	}
}

static void
mosaic(struct hd_text *t, const struct hd_json *b)
{
	static const char *const heads[] = { "column", "field", "tier",
		"share" };
	const struct hd_json *c, *f;
	struct hd_textgrid g;

	hd_textgrid_begin(&g, 4);
	for (size_t i = 0; i < 4; i++)
		hd_textgrid_column(&g, hd_str(heads[i]), i == 3);
	for (c = first(b, "columns"); c != NULL; c = c->next)
		for (f = first(c, "cells"); f != NULL; f = f->next) {
			hd_textgrid_cell(&g, hd_json_at(c, "label"));
			hd_textgrid_cell(&g, hd_json_at(f, "label"));
			hd_textgrid_cell(&g, hd_json_at(f, "tier"));
			grid_figure(t, &g, f, "figure", "text");
		}
	hd_textgrid_end(&g, HD_TEXT_WIDTH, t->out);
}

void
hd_text_chart(struct hd_text *t, const struct hd_json *b)
{
	struct hd_str kind = hd_json_at(b, "chart");

	title(t, b);
	hd_text_write(t, "", hd_json_at(b, "desc"));
	hd_out_adds(t->out, "\n");
	if (hd_str_eq(kind, "bars"))
		bars(t, b);
	else if (hd_str_eq(kind, "series"))
		series(t, b);
	else if (hd_str_eq(kind, "mosaic"))
		mosaic(t, b);
}

/* --- what people wrote ----------------------------------------------------- */

void
hd_text_quote(struct hd_text *t, const struct hd_json *b)
{
	struct hd_buf s = HD_BUF_INIT;
	struct hd_str key = hd_json_at(b, "ticket"),
		      which = hd_json_at(b, "message"),
		      role = hd_json_at(b, "role");

	hd_buf_addf(&s, "%.*s, message %.*s, %.*s:", (int)key.n, key.p,
	    (int)which.n, which.p, (int)role.n, role.p);
	hd_text_write(t, "", hd_buf_str(&s));
	hd_text_write(t, "  > ", hd_json_at(b, "text"));
	if (hd_docread_has(b, "given")) {
		hd_text_write(t, "", hd_str("What had been said before:"));
		hd_text_write(t, "  > ", hd_json_at(b, "given"));
	}
	if (hd_docread_has(b, "why"))
		hd_text_write(t, "", hd_json_at(b, "why"));
	hd_buf_release(&s);
}

static void
message(struct hd_text *t, const struct hd_json *m)
{
	struct hd_buf s = HD_BUF_INIT;
	struct hd_str role = hd_json_at(m, "role"), at = hd_json_at(m, "at");

	hd_buf_add(&s, role.p, role.n);
	if (at.n > 0)
		hd_buf_addf(&s, ", %.*s", (int)at.n, at.p);
	hd_buf_addc(&s, ':');
	hd_text_write(t, "", hd_buf_str(&s));
	hd_text_write(t, "    ", hd_json_at(m, "text"));
	hd_buf_release(&s);
}

void
hd_text_thread(struct hd_text *t, const struct hd_json *b)
{
	struct hd_buf s = HD_BUF_INIT;
	struct hd_str key = hd_json_at(b, "ticket"),
		      name = hd_json_at(b, "title");
	const struct hd_json *j;

	hd_buf_add(&s, key.p, key.n);
	if (name.n > 0)
		hd_buf_addf(&s, ": %.*s", (int)name.n, name.p);
	hd_text_write(t, "", hd_buf_str(&s));
	for (j = first(b, "facts"); j != NULL; j = j->next)
		hd_text_hang(t, "  - ", "    ", hd_json_str(j));
	hd_out_adds(t->out, "\n");
	for (j = first(b, "messages"); j != NULL; j = j->next)
		message(t, j);
	if (first(b, "questions") != NULL)
		hd_out_adds(t->out, "\n");
	for (j = first(b, "questions"); j != NULL; j = j->next)
		hd_text_hang(t, "  [ ] ", "      ", hd_json_str(j));
	hd_buf_release(&s);
}
