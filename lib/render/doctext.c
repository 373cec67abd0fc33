/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as text: see doctext.h. */
#include <string.h>

#include "base/utf8.h"
#include "render/doctext_int.h"

void
hd_text_hang(
    struct hd_text *t, const char *first, const char *next, struct hd_str s)
{
	size_t m = hd_utf8_width(hd_str(first));
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str line;

	hd_lines_begin(&t->lines, HD_TEXT_WIDTH - m, hd_text_cells);
	hd_lines_add(&t->lines, s, 0, HD_STYLE_TEXT);
	for (size_t i = 0; i < t->lines.n; i++) {
		line = hd_lines_at(&t->lines, i);
		hd_buf_reset(&b);
		hd_buf_adds(&b, i == 0 ? first : next);
		hd_buf_add(&b, line.p, line.n);
		hd_text_line(t->out, hd_buf_str(&b));
	}
	hd_buf_release(&b);
}

void
hd_text_write(struct hd_text *t, const char *margin, struct hd_str s)
{
	hd_text_hang(t, margin, margin, s);
}

static void
heading(struct hd_text *t, struct hd_str s, char under)
{
	size_t w;

	hd_text_write(t, "", s);
	w = t->lines.n > 0
		? hd_lines_cells(&t->lines, hd_lines_at(&t->lines, 0))
		: 0;
	for (size_t i = 0; i < w; i++)
		hd_out_add(t->out, &under, 1);
	hd_out_adds(t->out, "\n\n");
}

/* A figure among words, with its number in the list at the end. */
static void
add_figure(
    struct hd_text *t, struct hd_buf *b, const struct hd_json *span, bool mark)
{
	size_t n = hd_docread_number(&t->read, hd_json_at(span, "figure"));

	if (n == 0)
		return;
	hd_docread_shown(&t->read, b, n, hd_json_at(span, "as"));
	if (!mark)
		return;
	hd_buf_addf(b, "\xC2\xA0[%zu]", n);
	t->read.noted[n - 1] = true;
}

void
hd_text_span(
    struct hd_text *t, struct hd_buf *b, const struct hd_json *span, bool mark)
{
	struct hd_str s;

	if (span->type == HD_JOBJ && hd_docread_has(span, "figure")) {
		add_figure(t, b, span, mark);
		return;
	}
	if (span->type == HD_JOBJ && hd_docread_has(span, "spans")) {
		hd_text_spans(t, b, hd_json_get(span, "spans"), mark);
		return;
	}
	s = span->type == HD_JOBJ ? hd_json_at(span, "ticket")
				  : hd_json_str(span);
	hd_buf_add(b, s.p, s.n);
}

void
hd_text_spans(
    struct hd_text *t, struct hd_buf *b, const struct hd_json *spans, bool mark)
{
	if (spans == NULL)
		return;
	for (const struct hd_json *s = spans->child; s != NULL; s = s->next)
		hd_text_span(t, b, s, mark);
}

static void
para(struct hd_text *t, const struct hd_json *block)
{
	bool warn = hd_str_eq(hd_json_at(block, "tone"), "warn");
	struct hd_buf b = HD_BUF_INIT;

	hd_text_spans(t, &b, hd_json_get(block, "spans"), true);
	hd_text_write(t, warn ? "! " : "", hd_buf_str(&b));
	hd_buf_release(&b);
}

static void
list(struct hd_text *t, const struct hd_json *block)
{
	bool ordered = hd_json_true(hd_json_get(block, "ordered"));
	const struct hd_json *items = hd_json_get(block, "items");
	struct hd_buf b = HD_BUF_INIT, first = HD_BUF_INIT;
	int n = 0;

	for (items = items != NULL ? items->child : NULL; items != NULL;
	     items = items->next) {
		hd_buf_reset(&b);
		hd_buf_reset(&first);
		hd_text_spans(t, &b, items, true);
		if (ordered)
			hd_buf_addf(&first, "%2d. ", ++n);
		else
			hd_buf_adds(&first, "  - ");
		hd_text_hang(t, hd_buf_cstr(&first), "    ", hd_buf_str(&b));
	}
	hd_buf_release(&b);
	hd_buf_release(&first);
}

static void
block(struct hd_text *t, const struct hd_json *b)
{
	static const struct {
		const char *type;
		void (*write)(struct hd_text *t, const struct hd_json *b);
	} kinds[] = {
		{ "para", para },
		{ "list", list },
		{ "tiles", hd_text_tiles },
		{ "table", hd_text_table },
		{ "chart", hd_text_chart },
		{ "quote", hd_text_quote },
		{ "thread", hd_text_thread },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (hd_str_eq(hd_json_at(b, "type"), kinds[i].type))
			kinds[i].write(t, b);
	hd_out_adds(t->out, "\n");
}

static void
sections(struct hd_text *t)
{
	const struct hd_json *s = hd_json_get(t->read.doc, "sections"), *b;

	for (s = s != NULL ? s->child : NULL; s != NULL; s = s->next) {
		heading(t, hd_json_at(s, "title"), '-');
		b = hd_json_get(s, "blocks");
		for (b = b != NULL ? b->child : NULL; b != NULL; b = b->next)
			block(t, b);
	}
}

/* The figures that the words above name. */
static void
notes(struct hd_text *t)
{
	struct hd_buf b = HD_BUF_INIT, first = HD_BUF_INIT;
	bool any = false;

	for (size_t i = 0; i < t->read.n; i++) {
		if (!t->read.noted[i])
			continue;
		if (!any)
			heading(t, hd_str("Figures"), '-');
		any = true;
		hd_buf_reset(&b);
		hd_buf_reset(&first);
		hd_buf_addf(&first, "[%zu] ", i + 1);
		hd_docread_told(&t->read, &b, i + 1);
		hd_text_hang(t, first.s, "    ", hd_buf_str(&b));
	}
	if (any)
		hd_out_adds(t->out,
		    "\nThe figures of tables, their definitions and their "
		    "tickets: -f html.\n");
	hd_buf_release(&b);
	hd_buf_release(&first);
}

void
hd_doctext(const struct hd_json *doc, struct hd_out *out)
{
	struct hd_text t = { .out = out };

	hd_docread_begin(&t.read, doc);
	heading(&t, hd_json_at(doc, "title"), '=');
	hd_text_write(&t, "", hd_json_at(doc, "subtitle"));
	hd_out_adds(out, "\n");
	sections(&t);
	notes(&t);
	hd_docread_release(&t.read);
	hd_lines_release(&t.lines);
}
