/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moved a share, as figures and words: see shiftfig.h. */
#include <inttypes.h>
#include <stdio.h>

#include "report/shiftfig.h"
#include "store/query.h"

#define LEAST 5 /* tickets of a cell, in either window: as metrics/compare.h */

/* How SQL sums up the tickets t of cells, by some columns. */
#define SUMS                                             \
	"total(x * (1 - w)) AS x0, total(1 - w) AS n0, " \
	"total(x * w) AS x1, total(w) AS n1 FROM t WHERE x IS NOT NULL"

/* The parts of the sums, in SQL. */
static const struct {
	const char *metric, *title, *sum;
} parts[] = {
	[HD_PART_RATE] = { "rate", "by how types did",
	    "CASE WHEN n0 > 0 AND n1 > 0 THEN (n0 / t0 + n1 / t1) / 2 * "
	    "(x1 / n1 - x0 / n0) ELSE 0 END" },
	[HD_PART_MIX] = { "mix", "by what came in",
	    "CASE WHEN n0 = 0 THEN n1 / t1 * (x1 / n1 - m) "
	    "WHEN n1 = 0 THEN -n0 / t0 * (x0 / n0 - m) "
	    "ELSE (n1 / t1 - n0 / t0) * ((x0 / n0 + x1 / n1) / 2 - m) END" },
	[HD_PART_STANDARDISED] = { "standardised", "with the mix held",
	    "(n0 / t0 + n1 / t1) / 2 * (x1 / n1 - x0 / n0)" },
};

void
hd_shift_rows(struct hd_buf *b, const struct hd_report *r, const char *view,
    const char *x, const char *when)
{
	hd_buf_addf(b,
	    "SELECT issue AS type, complexity AS cell, %s >= %" PRId64
	    " AS w, %s AS x FROM %s WHERE (%s >= %" PRId64 " AND %s < %" PRId64
	    " OR %s >= %" PRId64 " AND %s < %" PRId64 ")",
	    when, r->period.since, x, view, when, r->before.since, when,
	    r->before.until, when, r->period.since, when, r->period.until);
}

/* Types as one where they are rare, for Kitagawa's sum. */
static void
add_types(struct hd_buf *b, int64_t least)
{
	hd_buf_addf(b,
	    "c AS (SELECT CASE WHEN n0 + n1 >= %" PRId64
	    " THEN coalesce(type, 'unknown') ELSE 'other' END AS type, "
	    "sum(x0) AS x0, sum(n0) AS n0, sum(x1) AS x1, sum(n1) AS n1 FROM "
	    "(SELECT type, " SUMS " GROUP BY type) GROUP BY 1)",
	    least);
}

/* Cells of type and complexity, the rare ones as one. */
static void
add_cells(struct hd_buf *b)
{
	hd_buf_addf(b,
	    "e AS (SELECT " SUMS " GROUP BY type, cell), c AS (SELECT * FROM e "
	    "WHERE n0 >= %d AND n1 >= %d UNION ALL SELECT total(x0), "
	    "total(n0), total(x1), total(n1) FROM e WHERE n0 < %d OR n1 < %d)",
	    LEAST, LEAST, LEAST, LEAST);
}

static void
add_query(struct hd_buf *b, const struct hd_report *r,
    const struct hd_shiftof *of, enum hd_shiftpart part, struct hd_str issue)
{
	hd_buf_addf(b, "WITH t AS (%.*s), ", (int)of->rows.n, of->rows.p);
	if (part == HD_PART_STANDARDISED)
		add_cells(b);
	else
		add_types(b, r->min_n);
	hd_buf_addf(b,
	    ", a AS (SELECT sum(n0) AS t0, sum(n1) AS t1, (sum(x0) / sum(n0) + "
	    "sum(x1) / sum(n1)) / 2 AS m FROM c) SELECT total(%s), NULL, "
	    "CAST(total(n0 + n1) AS INTEGER), NULL FROM c, a",
	    parts[part].sum);
	if (issue.p != NULL) {
		hd_buf_adds(b, " WHERE type = ");
		hd_query_text(b, issue);
	}
	hd_buf_addc(b, ';');
}

size_t
hd_shift_figure(struct hd_report *r, const struct hd_shiftof *of,
    enum hd_shiftpart part, const struct hd_figure *f, struct hd_str issue)
{
	char metric[96], title[160], segment[256] = "all";
	struct hd_buf query = HD_BUF_INIT;
	struct hd_docfig d = {
		.f = *f, .title = title, .unit = "share", .change = true
	};
	size_t fig;

	(void)snprintf(
	    metric, sizeof(metric), "%s.%s", of->metric, parts[part].metric);
	(void)snprintf(title, sizeof(title), "%s, change %s", of->title,
	    parts[part].title);
	if (issue.p != NULL)
		(void)snprintf(segment, sizeof(segment), "issue=%.*s",
		    (int)issue.n, issue.p);
	d.f.metric = metric;
	d.f.segment = segment;
	d.f.definition = of->definition;
	d.f.x = d.f.N = -1;
	if (hd_figure_hidden(f))
		d.why = "too few tickets";
	else
		add_query(&query, r, of, part, issue);
	if (query.n > 0)
		d.query = hd_buf_str(&query);
	fig = hd_doc_figure(&r->doc, &d);
	hd_buf_release(&query);
	return fig;
}

void
hd_shift_why(struct hd_report *r, enum hd_cause cause, size_t mix, size_t rate)
{
	static const char *const words[] = {
		[HD_SHIFT_HIDDEN] = " Type by type, whatever came in of each, "
				    "it did change.",
		[HD_SHIFT_MIX] = " It moved because other types of tickets "
				 "came in; within types there is no change "
				 "that the data can show.",
		[HD_SHIFT_RATE] = " It moved because the same types of tickets "
				  "did differently, not because of what came "
				  "in.",
		[HD_SHIFT_BOTH] = " It moved both because other types of "
				  "tickets came in and because the same types "
				  "did differently.",
	};
	struct hd_doc *d = &r->doc;

	if (cause == HD_SHIFT_NONE || cause == HD_SHIFT_UNKNOWN)
		return;
	hd_doc_words(d, "%s What came in accounts for ", words[cause]);
	hd_doc_fig(d, mix, HD_AS_DELTA);
	hd_doc_words(d, ", how each type did for ");
	hd_doc_fig(d, rate, HD_AS_BOTH);
	hd_doc_words(d, ".");
}
