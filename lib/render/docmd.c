/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report as Markdown: see docmd.h. */
#include "render/docmd_int.h"
#include "render/htmlreport.h"

const struct hd_json *
hd_md_first(const struct hd_json *j, const char *name)
{
	j = hd_json_get(j, name);
	return j != NULL ? j->child : NULL;
}

void
hd_md_words(struct hd_md *m, struct hd_str s)
{
	hd_md_text(&m->text, s);
}

void
hd_md_ticket(struct hd_md *m, struct hd_str key)
{
	struct hd_buf link = HD_BUF_INIT;

	if (m->ticket_url == NULL ||
	    hd_html_ticket_link(&link, m->ticket_url, key) != 0) {
		hd_md_words(m, key);
	} else {
		hd_buf_addc(&m->text, '[');
		hd_md_words(m, key);
		hd_buf_addf(&m->text, "](<%s>)", link.s);
	}
	hd_buf_release(&link);
}

void
hd_md_figure(struct hd_md *m, const struct hd_json *j, const char *name,
    const char *as, bool note)
{
	size_t n = hd_docread_number(&m->read, hd_json_at(j, name));
	struct hd_buf b = HD_BUF_INIT;

	if (n == 0) {
		hd_buf_addc(&m->text, '-');
		return;
	}
	hd_docread_shown(&m->read, &b, n, hd_str(as));
	hd_md_words(m, hd_buf_str(&b));
	hd_buf_release(&b);
	if (!note)
		return;
	hd_buf_addf(&m->text, "[^f%zu]", n);
	m->read.noted[n - 1] = true;
}

void
hd_md_span(struct hd_md *m, const struct hd_json *span, bool note)
{
	if (span == NULL || span->type == HD_JNULL)
		hd_buf_addc(&m->text, '-');
	else if (hd_docread_has(span, "figure"))
		hd_md_figure(m, span, "figure", hd_json_at(span, "as").p, note);
	else if (hd_docread_has(span, "spans"))
		hd_md_spans(m, hd_json_get(span, "spans"), note);
	else if (hd_docread_has(span, "ticket"))
		hd_md_ticket(m, hd_json_at(span, "ticket"));
	else
		hd_md_words(m, hd_json_str(span));
}

void
hd_md_spans(struct hd_md *m, const struct hd_json *spans, bool note)
{
	if (spans == NULL)
		return;
	for (spans = spans->child; spans != NULL; spans = spans->next)
		hd_md_span(m, spans, note);
}

static void
para(struct hd_md *m, const struct hd_json *b)
{
	if (hd_str_eq(hd_json_at(b, "tone"), "warn"))
		hd_buf_adds(&m->text, "> [!WARNING]\n> ");
	hd_md_spans(m, hd_json_get(b, "spans"), true);
	hd_buf_addc(&m->text, '\n');
}

static void
list(struct hd_md *m, const struct hd_json *b)
{
	bool ordered = hd_json_true(hd_json_get(b, "ordered"));

	for (b = hd_md_first(b, "items"); b != NULL; b = b->next) {
		hd_buf_adds(&m->text, ordered ? "1. " : "- ");
		hd_md_spans(m, b, true);
		hd_buf_addc(&m->text, '\n');
	}
}

static void
block(struct hd_md *m, const struct hd_json *b)
{
	static const struct {
		const char *type;
		void (*write)(struct hd_md *m, const struct hd_json *b);
	} kinds[] = {
		{ "para", para },
		{ "list", list },
		{ "tiles", hd_md_tiles },
		{ "table", hd_md_table },
		{ "chart", hd_md_chart },
		{ "quote", hd_md_quote },
		{ "thread", hd_md_thread },
	};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (hd_str_eq(hd_json_at(b, "type"), kinds[i].type))
			kinds[i].write(m, b);
	hd_buf_addc(&m->text, '\n');
}

static void
sections(struct hd_md *m)
{
	const struct hd_json *s = hd_md_first(m->read.doc, "sections"), *b;

	for (; s != NULL; s = s->next) {
		hd_buf_adds(&m->text, "## ");
		hd_md_words(m, hd_json_at(s, "title"));
		hd_buf_adds(&m->text, "\n\n");
		for (b = hd_md_first(s, "blocks"); b != NULL; b = b->next)
			block(m, b);
	}
}

/* The figures of sentences: a footnote each. */
static void
notes(struct hd_md *m)
{
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < m->read.n; i++) {
		if (!m->read.noted[i])
			continue;
		hd_buf_reset(&b);
		hd_docread_told(&m->read, &b, i + 1);
		hd_buf_addf(&m->text, "[^f%zu]: ", i + 1);
		hd_md_words(m, hd_buf_str(&b));
		hd_buf_addc(&m->text, '\n');
	}
	hd_buf_release(&b);
}

/* U+00A0 would stand in a file unseen, and no search would find "22 %". */
static void
write_text(const struct hd_buf *b, struct hd_out *out)
{
	struct hd_str rest = hd_buf_str(b);
	const char *gap;

	while ((gap = hd_str_find(rest, "\xC2\xA0")) != NULL) {
		hd_out_add(out, rest.p, (size_t)(gap - rest.p));
		hd_out_adds(out, " ");
		rest.n -= (size_t)(gap + 2 - rest.p);
		rest.p = gap + 2;
	}
	hd_out_add(out, rest.p, rest.n);
}

void
hd_docmd(const struct hd_json *doc, const char *ticket_url, struct hd_out *out)
{
	struct hd_md m = { .ticket_url = ticket_url };

	hd_docread_begin(&m.read, doc);
	hd_buf_adds(&m.text, "# ");
	hd_md_words(&m, hd_json_at(doc, "title"));
	hd_buf_adds(&m.text, "\n\n");
	hd_md_words(&m, hd_json_at(doc, "subtitle"));
	hd_buf_adds(&m.text, "\n\n");
	sections(&m);
	notes(&m);
	write_text(&m.text, out);
	hd_docread_release(&m.read);
	hd_buf_release(&m.text);
}
