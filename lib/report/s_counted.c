/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was counted: how the tickets came to be those of the report. */
#include <inttypes.h>

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
		v[COUNTED] = hd_col_int(st, 9);
	}
	hd_stmt_close(st);
	return got == 1 ? 0 : -1;
}

/* A step: its name, and how SQL tells it. */
struct told {
	enum step step;
	const char *name, *metric;
	const char
	    *what; /* columns of import_run, or excluded has this value */
	const char *note;
};

static size_t
count(struct hd_report *r, const struct told *t, int64_t n)
{
	struct hd_buf query = HD_BUF_INIT;
	size_t fig;

	if (t->step <= REJECTED)
		return hd_report_imported(r, t->metric, t->name, n, t->what);
	hd_buf_adds(&query,
	    "SELECT count(*), NULL, NULL, NULL FROM population p JOIN ticket t "
	    "ON t.id = p.ticket WHERE ");
	/* who is of another time is asked for his text no more */
	if (t->step == PERIOD)
		hd_buf_addf(&query, "coalesce(p.excluded, '%s') = '%s' AND NOT",
		    t->what, t->what);
	else
		hd_buf_addf(&query, "p.excluded = '%s'", t->what);
	if (t->step == TEXTLESS)
		hd_buf_adds(&query, " AND");
	if (t->step == PERIOD || t->step == TEXTLESS)
		hd_buf_addf(&query,
		    " coalesce(t.created, 0) BETWEEN %" PRId64 " AND %" PRId64,
		    r->period.since, r->period.until - 1);
	hd_buf_addc(&query, ';');
	fig = hd_report_count(r, t->metric, t->name, n, "population", query.s);
	hd_buf_release(&query);
	return fig;
}

static void
row(struct hd_report *r, const char *name, size_t fig, const char *note)
{
	hd_doc_row(&r->doc);
	hd_doc_cell(&r->doc, name);
	hd_doc_cell_fig(&r->doc, fig, HD_AS_TEXT);
	hd_doc_cell(&r->doc, note);
}

static void
steps(struct hd_report *r, const int64_t v[STEPS])
{
	static const char textless[] = "without customer text";
	static const struct told rows[] = {
		{ READ, "Read", "counted.read", "read",
		    "records of all imports" },
		{ AGAIN, "less: read again", "counted.again",
		    "updated + unchanged + older",
		    "the same ticket, once more" },
		{ REJECTED, "less: rejected", "counted.rejected",
		    "rejected + skipped", "told at import" },
		{ SPAM, "less: spam and tests", "counted.spam", "spam and test",
		    NULL },
		{ MERGED, "less: merged", "counted.merged", "merged",
		    "counted with the ticket they became part of" },
		{ OUTBOUND, "less: written by us unasked", "counted.outbound",
		    "outbound", NULL },
		{ DELETED, "less: deleted", "counted.deleted", "deleted",
		    NULL },
		{ PERIOD, "less: of another time", "counted.other", textless,
		    NULL },
		{ TEXTLESS, "less: without a customer’s word",
		    "counted.textless", textless, NULL },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (i == 0 || v[rows[i].step] != 0)
			row(r, rows[i].name,
			    count(r, &rows[i], v[rows[i].step]), rows[i].note);
}

static void
waterfall(struct hd_report *r, const int64_t v[STEPS])
{
	static const struct hd_doccol columns[] = { { "Step", false },
		{ "Tickets", true }, { "What it is", false } };
	struct hd_buf query = HD_BUF_INIT;

	hd_doc_table(&r->doc, "waterfall",
	    "How the tickets came to be those counted", NULL, columns, 3);
	steps(r, v);
	hd_buf_addf(&query,
	    "SELECT count(*), NULL, NULL, NULL FROM facts WHERE created >= "
	    "%" PRId64 " AND created < %" PRId64 ";",
	    r->period.since, r->period.until);
	row(r, "Tickets counted here",
	    hd_report_count(r, "counted.tickets", "Tickets counted here",
		v[COUNTED], "facts", query.s),
	    "created in the period, solved or not");
	hd_buf_release(&query);
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
