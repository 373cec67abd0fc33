/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A brief to be read, in 80 columns: see brief_int.h. */
#include <stdio.h>
#include <string.h>

#include "audit/brief_int.h"
#include "base/num.h"
#include "base/utf8.h"

#define WIDTH 80
#define LABEL 18 /* columns before a value */

/* The part of s that fits so many columns, cut at a blank if there is one. */
static struct hd_str
fitting(struct hd_str s, size_t columns)
{
	struct hd_str head = s;
	size_t cut;

	while (hd_utf8_width(head) > columns)
		head = hd_utf8_head(s, head.n - 1);
	if (head.n == s.n)
		return head;
	for (cut = head.n; cut > 0; cut--)
		if (s.p[cut] == ' ')
			break;
	while (cut > 0 && s.p[cut - 1] == ' ')
		cut--;
	return cut > 0 ? (struct hd_str){ s.p, cut } : head;
}

/* Text behind a label, its further lines below its first. */
static void
wrap(struct hd_out *out, const char *label, size_t indent, struct hd_str text)
{
	struct hd_str head;
	int left = (int)indent;

	hd_out_addf(out, "  %-*s", left - 2, label);
	do {
		head = fitting(text, WIDTH - indent);
		hd_out_add(out, head.p, head.n);
		hd_out_adds(out, "\n");
		text.p += head.n;
		text.n -= head.n;
		while (text.n > 0 && text.p[0] == ' ') {
			text.p++;
			text.n--;
		}
		if (text.n > 0)
			hd_out_addf(out, "%*s", left, "");
	} while (text.n > 0);
}

static void
add_value(struct hd_buf *b, const struct hd_briefcell *c, bool show_text)
{
	char text[HD_TIME_TEXT + 8];

	if (c->kind == HD_BRIEF_UNKNOWN) {
		hd_buf_adds(b, "not known");
		return;
	}
	if (c->theirs && !show_text && c->kind == HD_BRIEF_TEXT) {
		hd_buf_adds(b, "known");
		return;
	}
	switch (c->kind) {
	case HD_BRIEF_TEXT:
		hd_utf8_safe(b, c->s, false);
		break;
	case HD_BRIEF_INT:
		hd_buf_addf(b, "%lld", (long long)c->i);
		break;
	case HD_BRIEF_REAL:
		hd_buf_adds(b, hd_num_shortest(c->r, text));
		break;
	case HD_BRIEF_TIME:
		hd_buf_adds(b, hd_time_iso(c->i, text));
		break;
	case HD_BRIEF_BOOL:
		hd_buf_adds(b, c->i != 0 ? "yes" : "no");
		break;
	case HD_BRIEF_WORDS:
		for (size_t i = 0; i < c->nwords; i++) {
			hd_buf_adds(b, i > 0 ? ", " : "");
			hd_utf8_safe(b, c->words[i], false);
		}
		hd_buf_adds(b, c->nwords > 0 ? "" : "none");
		break;
	default:
		hd_buf_adds(b, "none");
	}
}

/* "account, since 2026-01-05" */
static void
add_source(struct hd_buf *b, const struct hd_briefcell *c)
{
	char iso[HD_TIME_TEXT];

	if (c->kind == HD_BRIEF_UNKNOWN || c->kind == HD_BRIEF_NONE ||
	    (c->kind == HD_BRIEF_WORDS && c->nwords == 0))
		return;
	hd_buf_adds(b, "  (");
	hd_utf8_safe(b, hd_str(c->source), false);
	if (c->since == HD_BRIEF_UNDATED)
		hd_buf_adds(b, ", undated");
	else if (c->since != HD_TIME_NONE)
		hd_buf_addf(b, ", since %.10s", hd_time_iso(c->since, iso));
	hd_buf_addc(b, ')');
}

/* Of a time the day; texts stand below the rest of the row. */
static void
row(struct hd_out *out, const struct hd_brieflist *l,
    const struct hd_briefcell *c, bool show_text, struct hd_buf *b)
{
	char iso[HD_TIME_TEXT];

	hd_buf_reset(b);
	for (size_t k = 0; k < l->ncols; k++) {
		if (c[k].theirs || c[k].kind == HD_BRIEF_UNKNOWN)
			continue;
		hd_buf_adds(b, b->n > 0 ? "  " : "");
		if (c[k].kind == HD_BRIEF_TIME) {
			hd_buf_addf(b, "%.10s", hd_time_iso(c[k].i, iso));
			continue;
		}
		if (c[k].kind != HD_BRIEF_TEXT)
			hd_buf_addf(b, "%s ", c[k].name);
		add_value(b, &c[k], show_text);
	}
	wrap(out, "  -", 6, hd_buf_str(b));
	for (size_t k = 0; k < l->ncols; k++) {
		if (!show_text || !c[k].theirs || c[k].kind == HD_BRIEF_UNKNOWN)
			continue;
		hd_buf_reset(b);
		if (strcmp(c[k].name, "asked") == 0)
			hd_buf_adds(b, "asked: ");
		add_value(b, &c[k], show_text);
		wrap(out, "", 6, hd_buf_str(b));
	}
}

static void
part(struct hd_out *out, const struct hd_briefpart *p, bool show_text,
    struct hd_buf *b)
{
	const struct hd_brieflist *l;
	char label[LABEL + 1];

	hd_out_addf(out, "\n%s\n", p->name);
	for (size_t i = 0; i < p->n; i++) {
		hd_buf_reset(b);
		add_value(b, &p->cell[i], show_text);
		add_source(b, &p->cell[i]);
		(void)snprintf(label, sizeof(label), "%s", p->cell[i].name);
		for (char *c = label; *c != '\0'; c++)
			*c = *c == '_' ? ' ' : *c;
		wrap(out, label, LABEL, hd_buf_str(b));
	}
	for (size_t i = 0; i < p->nlists; i++) {
		l = &p->list[i];
		if (l->n == 0)
			continue;
		hd_out_addf(out, "  %s:\n", l->name);
		for (size_t k = 0; k < l->n; k++)
			row(out, l, &l->cells[k * l->ncols], show_text, b);
	}
}

/* The key, and what of time the brief is about. */
static void
heading(struct hd_out *out, const struct hd_brief *b, struct hd_buf *line)
{
	char iso[HD_TIME_TEXT];

	hd_buf_reset(line);
	hd_utf8_safe(line, b->key, false);
	hd_out_add(out, line->s, line->n);
	hd_out_addf(out, "\n  %-*s%s\n", LABEL - 2, "as of",
	    b->as_of == HD_TIME_NONE ? "not known"
				     : hd_time_iso(b->as_of, iso));
	if (b->messages >= 0)
		hd_out_addf(out, "  %-*s%lld until the %s\n", LABEL - 2,
		    "messages", (long long)b->messages,
		    strcmp(b->until, "person") == 0 ? "person answered"
						    : b->until);
}

void
hd_brief_print_text(
    const struct hd_brief *b, bool show_text, struct hd_out *out)
{
	struct hd_buf line = HD_BUF_INIT;

	heading(out, b, &line);
	for (size_t i = 0; i < b->nparts; i++)
		part(out, &b->part[i], show_text, &line);
	hd_buf_release(&line);
}
