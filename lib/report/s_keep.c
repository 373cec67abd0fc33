/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Types that look simple and stay with people, and what decides it. */
#include <stdio.h>
#include <string.h>

#include "audit/keep.h"
#include "report/blocks.h"
#include "report/report.h"
#include "store/query.h"
#include "store/select.h"

#define DAYS 90
#define ROWS 10 /* told: more of the same say no more */

struct state {
	struct hd_report *r;
	int64_t since;
	int64_t listed;
	struct hd_buf last; /* type of the row before */
};

static const char *
reason_words(const char *reason)
{
	if (strcmp(reason, "emotion") == 0)
		return "frustrated, or much at stake";
	if (strcmp(reason, "risk") == 0)
		return "high-stakes segment";
	return "opened again";
}

static size_t
figure(const struct state *s, const struct hd_keep_row *row)
{
	struct hd_report *r = s->r;
	char metric[64], segment[256], since[HD_TIME_TEXT], until[HD_TIME_TEXT];
	const char *column =
	    strcmp(row->reason, "reopen") == 0 ? "reopened" : row->reason;
	struct hd_buf query = HD_BUF_INIT, list = HD_BUF_INIT;
	struct hd_str key = hd_str(row->key);
	struct hd_docfig fig = { .title = "The rate that keeps it with people",
		.unit = "share",
		.keys = &key,
		.nkeys = 1,
		.more = row->x > 0 ? row->x - 1 : 0 };
	size_t handle;

	(void)snprintf(metric, sizeof(metric), "keep_human.%s", row->reason);
	(void)snprintf(segment, sizeof(segment), "issue=%s", row->issue);
	hd_query_keep(
	    &query, column, hd_str(row->issue), s->since, r->period.until);
	hd_buf_addf(&list,
	    "hs-tiers keep-human --figures --since %s --until %s",
	    hd_time_iso(s->since, since), hd_time_iso(r->period.until, until));
	fig.f = (struct hd_figure){ metric, segment, row->rate, row->lo,
		row->hi, row->x, row->n, row->tickets, 6,
		row->clusters < 2 ? "wilson" : "wilson-cluster", "simple",
		HD_MEASURED };
	fig.query = hd_buf_str(&query);
	fig.list = hd_buf_str(&list);
	handle = hd_doc_figure(&r->doc, &fig);
	hd_buf_release(&query);
	hd_buf_release(&list);
	return handle;
}

static void
begin(struct hd_doc *d)
{
	static const struct hd_doccol columns[] = { { "Type", false },
		{ "Why it stays", false }, { "Rate", true },
		{ "Of simple tickets", true }, { "Limit", true },
		{ "Example", false } };

	hd_doc_table(d, "keep", "Types that look simple and stay with people",
	    "A type is here when the lower limit of a rate is above the limit "
	    "of that rate; the first such rate is shown. Its tickets are of low "
	    "complexity with a repeatable answer, solved in ninety days.",
	    columns, 6);
}

static int
row(void *ctx, const struct hd_keep_row *k, struct hd_err *err)
{
	struct state *s = ctx;
	struct hd_doc *d = &s->r->doc;
	char text[32];

	(void)err;
	/* a type has up to three reasons: the first decides */
	if (!k->kept || hd_str_eq(hd_buf_str(&s->last), k->issue))
		return 0;
	hd_buf_reset(&s->last);
	hd_buf_adds(&s->last, k->issue);
	if (s->listed++ == 0)
		begin(d);
	if (s->listed > ROWS)
		return 0;
	hd_doc_row(d);
	hd_doc_cell(d, k->issue);
	hd_doc_cell(d, reason_words(k->reason));
	hd_doc_cell_fig(d, figure(s, k), HD_AS_BOTH);
	hd_doc_cell_fig(d, figure(s, k), HD_AS_XN);
	(void)snprintf(
	    text, sizeof(text), "above %.0f\xC2\xA0%%", 100 * k->threshold);
	hd_doc_cell(d, text);
	hd_doc_cell_ticket(d, hd_str(k->key));
	return 0;
}

int
hd_section_keep(struct hd_report *r, struct hd_err *err)
{
	static const struct hd_keep_limits limits = HD_KEEP_LIMITS;
	struct state s = { .r = r, .since = r->period.until - DAYS * 86400 };

	if (hd_sel_begin(r->db, err) != 0 ||
	    hd_sel_period(r->db, HD_BY_SOLVED, s.since, r->period.until, err) !=
		0 ||
	    hd_db_script(r->db, "sql/sel_excluded", err) != 0 ||
	    hd_keep_each(r->db, &limits, row, &s, err) != 0)
		return -1;
	if (s.listed > 0)
		hd_doc_end(&r->doc);
	if (s.listed > ROWS)
		hd_doc_say(&r->doc, HD_TONE_PLAIN,
		    "%lld more types stay with people: hs-tiers keep-human "
		    "lists all.",
		    (long long)(s.listed - ROWS));
	if (s.listed == 0)
		hd_doc_say(&r->doc, HD_TONE_PLAIN,
		    "No type with %lld simple tickets or more in ninety days "
		    "has a rate of emotion, risk or reopenings that keeps it "
		    "with people.",
		    (long long)limits.min_tickets);
	hd_buf_release(&s.last);
	return 0;
}
