/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The sheet as pages to read and to print: see reviewsheet_int.h.  What tickets
 * hold stands in indented blocks, in which nothing is Markdown.
 */
#include "audit/codepage.h"
#include "audit/reviewsheet_int.h"
#include "audit/show.h"
#include "base/tstamp.h"
#include "base/utf8.h"

/* "    subject  ...", nothing when there is no value. */
static void
fact(struct hd_out *out, const char *name, struct hd_str value)
{
	struct hd_buf b = HD_BUF_INIT;

	if (value.n == 0)
		return;
	hd_buf_addf(&b, "    %-8s ", name);
	hd_utf8_safe(&b, value, false);
	hd_buf_addc(&b, '\n');
	hd_out_add(out, b.s, b.n);
	hd_buf_release(&b);
}

static void
facts(struct hd_stmt *st, const char *reviewer, struct hd_out *out)
{
	char iso[HD_TIME_TEXT];

	fact(out, "key", hd_col_text(st, 1));
	if (!hd_col_is_null(st, 2))
		fact(out, "created",
		    hd_str(hd_time_iso(hd_col_int(st, 2), iso)));
	fact(out, "channel", hd_col_text(st, 3));
	fact(out, "subject", hd_col_text(st, 4));
	fact(out, "reviewer", hd_str(reviewer != NULL ? reviewer : "______"));
}

static int
messages(
    struct hd_stmt *st, int64_t ticket, struct hd_out *out, struct hd_err *err)
{
	char iso[HD_TIME_TEXT];
	int r;

	hd_bind_int(st, 1, ticket);
	while ((r = hd_stmt_step(st, err)) == 1) {
		hd_out_addf(out, "\n**%s**", hd_col_text(st, 2).p);
		if (!hd_col_is_null(st, 1))
			hd_out_addf(
			    out, ", %s", hd_time_iso(hd_col_int(st, 1), iso));
		hd_out_adds(
		    out, hd_col_int(st, 3) == 0 ? " (internal)\n\n" : "\n\n");
		hd_show_body(out, hd_col_text(st, 7));
	}
	hd_stmt_reset(st);
	return r;
}

/* Boxes to tick, or a line to write on. */
static void
answers(const struct hd_reviewsheet *s, struct hd_out *out)
{
	const struct hd_codebook *c;

	hd_out_adds(out, "\n");
	for (size_t i = 0; i < s->n; i++) {
		c = hd_codebook(s->questions[i]);
		hd_out_addf(out, "- `%s`", c->name);
		if (c->choices == NULL)
			hd_out_adds(out, " \\_\\_\\_\\_\\_\\_");
		for (const struct hd_choice *k = c->choices;
		     k != NULL && k->word != NULL; k++)
			hd_out_addf(out, " [ ] %s", k->word);
		hd_out_adds(out, "\n");
	}
}

int
hd_reviewpages(struct hd_reviewsheet *s, struct hd_reviewread *r,
    struct hd_out *out, struct hd_err *err)
{
	int64_t at = 0;
	int n;

	hd_out_addf(out, "# Review of %s\n\n## Codebook\n", s->sample->name.p);
	for (size_t i = 0; i < s->n; i++) {
		hd_out_adds(out, "\n");
		hd_code_page(
		    s->questions[i], hd_buf_str(&r->types), HD_CODE_MD, out);
	}
	while ((n = hd_stmt_step(r->tickets, err)) == 1) {
		s->tickets = hd_col_int(r->tickets, 5);
		hd_out_addf(out, "\n## Ticket %lld of %lld\n\n",
		    (long long)++at, (long long)s->tickets);
		facts(r->tickets, s->reviewer, out);
		if (messages(
			r->messages, hd_col_int(r->tickets, 0), out, err) != 0)
			return -1;
		answers(s, out);
	}
	return n;
}
