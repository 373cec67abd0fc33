/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of a report as Markdown: see docmd_int.h. */
#include "render/docmd_int.h"

static void
title(struct hd_md *m, const struct hd_json *b)
{
	hd_buf_adds(&m->text, "### ");
	hd_md_words(m, hd_json_at(b, "title"));
	hd_buf_adds(&m->text, "\n\n");
}

/* The line below the titles: l a column of words, r of numbers. */
static void
rule(struct hd_md *m, const char *columns)
{
	hd_buf_addc(&m->text, '|');
	for (; *columns != '\0'; columns++)
		hd_buf_adds(&m->text, *columns == 'r' ? "---:|" : "---|");
	hd_buf_addc(&m->text, '\n');
}

static void
cell(struct hd_md *m, struct hd_str s)
{
	hd_buf_adds(&m->text, "| ");
	hd_md_words(m, s);
	hd_buf_addc(&m->text, ' ');
}

static void
figure_cell(struct hd_md *m, const struct hd_json *j, const char *name,
    const char *as, bool note)
{
	hd_buf_adds(&m->text, "| ");
	hd_md_figure(m, j, name, as, note);
	hd_buf_addc(&m->text, ' ');
}

void
hd_md_tiles(struct hd_md *m, const struct hd_json *b)
{
	hd_buf_adds(&m->text, "| | Now | Before | Change |\n");
	rule(m, "lrrr");
	for (b = hd_md_first(b, "items"); b != NULL; b = b->next) {
		cell(m, hd_json_at(b, "title"));
		figure_cell(m, b, "figure", "both", true);
		figure_cell(m, b, "before", "text", false);
		figure_cell(m, b, "change", "both", false);
		hd_buf_adds(&m->text, "|\n");
	}
}

static void
table_head(struct hd_md *m, const struct hd_json *columns)
{
	struct hd_buf align = HD_BUF_INIT;

	for (; columns != NULL; columns = columns->next) {
		cell(m, hd_json_at(columns, "title"));
		hd_buf_addc(&align,
		    hd_str_eq(hd_json_at(columns, "align"), "right") ? 'r'
								     : 'l');
	}
	hd_buf_adds(&m->text, "|\n");
	rule(m, hd_buf_cstr(&align));
	hd_buf_release(&align);
}

void
hd_md_table(struct hd_md *m, const struct hd_json *b)
{
	const struct hd_json *row, *c;

	title(m, b);
	table_head(m, hd_md_first(b, "columns"));
	for (row = hd_md_first(b, "rows"); row != NULL; row = row->next) {
		for (c = row->child; c != NULL; c = c->next) {
			hd_buf_adds(&m->text, "| ");
			hd_md_span(m, c, false);
			hd_buf_addc(&m->text, ' ');
		}
		hd_buf_adds(&m->text, "|\n");
	}
	if (!hd_docread_has(b, "note"))
		return;
	hd_buf_addc(&m->text, '\n');
	hd_md_line(&m->text, hd_json_at(b, "note"));
	hd_buf_addc(&m->text, '\n');
}

/* --- charts, as tables ----------------------------------------------------- */

static void
bars(struct hd_md *m, const struct hd_json *b)
{
	hd_buf_adds(&m->text, "| | Value |\n");
	rule(m, "lr");
	for (b = hd_md_first(b, "marks"); b != NULL; b = b->next) {
		cell(m, hd_json_at(b, "label"));
		figure_cell(m, b, "figure", "both", false);
		hd_buf_adds(&m->text, "|\n");
	}
}

/* The point of a line at a label. */
static const struct hd_json *
point_at(const struct hd_json *line, struct hd_str label)
{
	const struct hd_json *p = hd_md_first(line, "points");

	while (p != NULL && !hd_str_same(hd_json_at(p, "label"), label))
		p = p->next;
	return p;
}

static void
series(struct hd_md *m, const struct hd_json *b)
{
	const struct hd_json *lines = hd_md_first(b, "lines"), *l, *p;
	struct hd_buf align = HD_BUF_INIT;

	hd_buf_adds(&m->text, "| From ");
	hd_buf_addc(&align, 'l');
	for (l = lines; l != NULL; l = l->next) {
		cell(m, hd_json_at(l, "name"));
		hd_buf_addc(&align, 'r');
	}
	hd_buf_adds(&m->text, "|\n");
	rule(m, align.s);
	for (p = hd_md_first(lines, "points"); p != NULL; p = p->next) {
		cell(m, hd_json_at(p, "label"));
		for (l = lines; l != NULL; l = l->next)
			figure_cell(m, point_at(l, hd_json_at(p, "label")),
			    "figure", "text", false);
		hd_buf_adds(&m->text, "|\n");
	}
	hd_buf_release(&align);
	for (p = hd_md_first(b, "notes"); p != NULL; p = p->next) {
		hd_buf_addf(
		    &m->text, "%s- ", p == hd_md_first(b, "notes") ? "\n" : "");
		hd_md_words(m, hd_json_at(p, "label"));
		hd_buf_adds(&m->text, ": ");
		hd_md_words(m, hd_json_at(p, "text"));
		hd_buf_addc(&m->text, '\n');
	}
}

static void
mosaic(struct hd_md *m, const struct hd_json *b)
{
	const struct hd_json *c, *f;

	hd_buf_adds(&m->text, "| Column | Field | Tier | Share |\n");
	rule(m, "lllr");
	for (c = hd_md_first(b, "columns"); c != NULL; c = c->next)
		for (f = hd_md_first(c, "cells"); f != NULL; f = f->next) {
			cell(m, hd_json_at(c, "label"));
			cell(m, hd_json_at(f, "label"));
			cell(m, hd_json_at(f, "tier"));
			figure_cell(m, f, "figure", "text", false);
			hd_buf_adds(&m->text, "|\n");
		}
}

void
hd_md_chart(struct hd_md *m, const struct hd_json *b)
{
	struct hd_str kind = hd_json_at(b, "chart");

	title(m, b);
	hd_md_line(&m->text, hd_json_at(b, "desc"));
	hd_buf_adds(&m->text, "\n\n");
	if (hd_str_eq(kind, "bars"))
		bars(m, b);
	else if (hd_str_eq(kind, "series"))
		series(m, b);
	else if (hd_str_eq(kind, "mosaic"))
		mosaic(m, b);
}

/* --- what people wrote ----------------------------------------------------- */

/* Each of its lines a line of a quotation. */
static void
quoted(struct hd_md *m, struct hd_str s)
{
	struct hd_str rest = s, line;

	while (hd_str_split(&rest, '\n', &line)) {
		hd_buf_adds(&m->text, "> ");
		hd_md_line(&m->text, line);
		hd_buf_adds(&m->text, rest.p != NULL ? "\\\n" : "\n");
	}
}

void
hd_md_quote(struct hd_md *m, const struct hd_json *b)
{
	struct hd_str n = hd_json_at(b, "message");

	hd_md_ticket(m, hd_json_at(b, "ticket"));
	hd_buf_addf(&m->text, ", message %.*s, ", (int)n.n, n.p);
	hd_md_words(m, hd_json_at(b, "role"));
	hd_buf_adds(&m->text, ":\n\n");
	quoted(m, hd_json_at(b, "text"));
	if (hd_docread_has(b, "given")) {
		hd_buf_adds(&m->text, "\nWhat had been said before:\n\n");
		quoted(m, hd_json_at(b, "given"));
	}
	if (hd_docread_has(b, "why")) {
		hd_buf_addc(&m->text, '\n');
		hd_md_line(&m->text, hd_json_at(b, "why"));
		hd_buf_addc(&m->text, '\n');
	}
}

static void
message(struct hd_md *m, const struct hd_json *j)
{
	hd_buf_addc(&m->text, '\n');
	hd_md_line(&m->text, hd_json_at(j, "role"));
	if (hd_docread_has(j, "at")) {
		hd_buf_adds(&m->text, ", ");
		hd_md_words(m, hd_json_at(j, "at"));
	}
	hd_buf_adds(&m->text, ":\n\n");
	quoted(m, hd_json_at(j, "text"));
}

void
hd_md_thread(struct hd_md *m, const struct hd_json *b)
{
	const struct hd_json *j;

	hd_buf_adds(&m->text, "### ");
	hd_md_ticket(m, hd_json_at(b, "ticket"));
	if (hd_docread_has(b, "title")) {
		hd_buf_adds(&m->text, ": ");
		hd_md_words(m, hd_json_at(b, "title"));
	}
	hd_buf_adds(&m->text, "\n\n");
	for (j = hd_md_first(b, "facts"); j != NULL; j = j->next) {
		hd_buf_adds(&m->text, "- ");
		hd_md_line(&m->text, hd_json_str(j));
		hd_buf_addc(&m->text, '\n');
	}
	for (j = hd_md_first(b, "messages"); j != NULL; j = j->next)
		message(m, j);
	hd_buf_addc(&m->text, '\n');
	for (j = hd_md_first(b, "questions"); j != NULL; j = j->next) {
		hd_buf_adds(&m->text, "- [ ] ");
		hd_md_words(m, hd_json_str(j));
		hd_buf_addc(&m->text, '\n');
	}
}
