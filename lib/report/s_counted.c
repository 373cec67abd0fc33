/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was counted: how the tickets came to be those of the report. */
#include <inttypes.h>
#include <stdio.h>

#include "report/blocks.h"
#include "report/prepare.h"

enum step {
	READ,
	AGAIN,
	REJECTED,
	SPAM,
	MERGED,
	OUTBOUND,
	DELETED,
	PERIOD,
	TEXTLESS,
	LEFT,
	COUNTED,
	STEPS
};

static int
read_imports(struct hd_report *r, int64_t v[STEPS], struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(r->db, "sql/read_counts", err);
	int got = st != NULL ? hd_stmt_step(st, err) : -1;

	for (int i = 0; got == 1 && i < 3; i++)
		v[READ + i] = hd_col_int(st, i);
	hd_stmt_close(st);
	return got == 1 ? 0 : -1;
}

/* The selection is the population, so what is unresolved is in it. */
static int
read_steps(struct hd_report *r, int64_t v[STEPS], struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(r->db, "sql/waterfall", err);
	int got = -1;

	if (st != NULL) {
		hd_bind_int_as(st, ":by", 0);
		hd_bind_int_as(st, ":since", r->period.since);
		hd_bind_int_as(st, ":until", r->period.until);
		got = hd_stmt_step(st, err);
	}
	if (got == 1) {
		for (int i = 0; i < 5; i++)
			v[SPAM + i] = hd_col_int(st, i + 1);
		v[TEXTLESS] = hd_col_int(st, 6) + hd_col_int(st, 7);
		v[LEFT] = hd_col_int(st, 8);
		v[COUNTED] = hd_col_int(st, 9);
	}
	hd_stmt_close(st);
	return got == 1 ? 0 : -1;
}

static void
row(struct hd_report *r, const char *name, const char *metric, int64_t n,
    const char *query, const char *note)
{
	hd_doc_row(&r->doc);
	hd_doc_cell(&r->doc, name);
	hd_doc_cell_fig(&r->doc, hd_report_count(r, metric, name, n, -1, query),
	    HD_AS_TEXT);
	hd_doc_cell(&r->doc, note);
}

static void
waterfall(struct hd_report *r, const int64_t v[STEPS])
{
	static const struct {
		enum step step;
		const char *name, *metric, *note;
	} rows[] = {
		{ READ, "Read", "counted.read", "records of all imports" },
		{ AGAIN, "less: read again", "counted.again",
		    "the same ticket, once more" },
		{ REJECTED, "less: rejected", "counted.rejected",
		    "told at import" },
		{ SPAM, "less: spam and tests", "counted.spam", NULL },
		{ MERGED, "less: merged", "counted.merged",
		    "counted with the ticket they became part of" },
		{ OUTBOUND, "less: written by us unasked", "counted.outbound",
		    NULL },
		{ DELETED, "less: deleted", "counted.deleted", NULL },
		{ PERIOD, "less: of another time", "counted.other", NULL },
		{ TEXTLESS, "less: without a customer’s word",
		    "counted.textless", NULL },
		{ LEFT, "less: left out", "counted.left", NULL },
	};
	static const struct hd_doccol columns[] = { { "Step", false },
		{ "Tickets", true }, { "What it is", false } };
	char query[160];

	hd_doc_table(&r->doc, "waterfall",
	    "How the tickets came to be those counted", NULL, columns, 3);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (i == 0 || v[rows[i].step] != 0)
			row(r, rows[i].name, rows[i].metric, v[rows[i].step],
			    NULL, rows[i].note);
	(void)snprintf(query, sizeof(query),
	    "SELECT count(*), NULL, NULL, NULL FROM facts WHERE created >= "
	    "%" PRId64 " AND created < %" PRId64 ";",
	    r->period.since, r->period.until);
	row(r, "Tickets counted here", "counted.tickets", v[COUNTED], query,
	    "created in the period, solved or not");
	hd_doc_end(&r->doc);
}

static void
about(struct hd_report *r)
{
	struct hd_doc *d = &r->doc;

	hd_doc_para(d, HD_TONE_NOTE);
	hd_doc_words(d,
	    "A share comes with the limits between which it lies with a "
	    "certainty of 95 %%, tickets of one customer counted as one "
	    "source of chance. What the data cannot tell is called not "
	    "measurable, never nought.");
	if (r->ruleset != 0)
		hd_doc_words(d,
		    " Types, moods and tiers are tags of rule set %s.",
		    r->hash.s);
	hd_doc_end(d);
}

int
hd_section_counted(struct hd_report *r, struct hd_err *err)
{
	int64_t v[STEPS] = { 0 };

	if (hd_report_select(r, err) != 0 || read_imports(r, v, err) != 0 ||
	    read_steps(r, v, err) != 0)
		return -1;
	waterfall(r, v);
	about(r);
	return 0;
}
