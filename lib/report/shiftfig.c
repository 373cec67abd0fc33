/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moved a share, as figures and words: see shiftfig.h. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "report/change.h"
#include "report/shiftfig.h"

/* The parts of Kitagawa's sum, in SQL. */
#define RATE                                                          \
	"CASE WHEN n0 > 0 AND n1 > 0 THEN (n0 / t0 + n1 / t1) / 2 * " \
	"(x1 / n1 - x0 / n0) ELSE 0 END"
#define MIX                                              \
	"CASE WHEN n0 = 0 THEN n1 / t1 * (x1 / n1 - m) " \
	"WHEN n1 = 0 THEN -n0 / t0 * (x0 / n0 - m) "     \
	"ELSE (n1 / t1 - n0 / t0) * ((x0 / n0 + x1 / n1) / 2 - m) END"

void
hd_shift_rows(struct hd_buf *b, const struct hd_report *r, const char *view,
    const char *x, const char *when)
{
	hd_buf_addf(b,
	    "SELECT issue AS type, %s >= %" PRId64 " AS w, %s AS x FROM %s "
	    "WHERE (%s >= %" PRId64 " AND %s < %" PRId64 " OR %s >= %" PRId64
	    " AND %s < %" PRId64 ")",
	    when, r->period.since, x, view, when, r->before.since, when,
	    r->before.until, when, r->period.since, when, r->period.until);
}

static void
add_query(struct hd_buf *b, const struct hd_shiftof *of, const char *part,
    const struct hd_type *type)
{
	hd_buf_addf(b,
	    "WITH t AS (%.*s), c AS (SELECT type, total(x * (1 - w)) AS x0, "
	    "total(1 - w) AS n0, total(x * w) AS x1, total(w) AS n1 FROM t "
	    "WHERE x IS NOT NULL GROUP BY type), a AS (SELECT sum(n0) AS t0, "
	    "sum(n1) AS t1, (sum(x0) / sum(n0) + sum(x1) / sum(n1)) / 2 AS m "
	    "FROM c) SELECT total(%s), NULL, CAST(total(n0 + n1) AS INTEGER), "
	    "NULL FROM c, a",
	    (int)of->rows.n, of->rows.p, part);
	if (type != NULL && type->name.p == NULL)
		hd_buf_adds(b, " WHERE type IS NULL");
	else if (type != NULL) {
		hd_buf_adds(b, " WHERE type = ");
		hd_report_quote(b, type->name);
	}
	hd_buf_addc(b, ';');
}

/* One part, in all or of a type. */
static size_t
figure(struct hd_report *r, const struct hd_shiftof *of, bool rate,
    const struct hd_interval *v, const struct hd_type *type, int64_t n)
{
	char metric[96], title[160], segment[256] = "all";
	struct hd_buf query = HD_BUF_INIT;
	struct hd_docfig d = { .f = { metric, segment, v->p, v->lo, v->hi, -1,
				   n, -1, 6, "kitagawa", of->definition,
				   of->status },
		.title = title,
		.unit = "share",
		.change = true };
	size_t fig;

	(void)snprintf(
	    metric, sizeof(metric), "%s.%s", of->metric, rate ? "rate" : "mix");
	(void)snprintf(title, sizeof(title), "%s, change by %s", of->title,
	    rate ? "how types did" : "what came in");
	if (type != NULL)
		(void)snprintf(segment, sizeof(segment), "issue=%s",
		    type->name.p != NULL ? type->name.p : "unknown");
	add_query(&query, of, rate ? RATE : MIX, type);
	d.query = hd_buf_str(&query);
	fig = hd_doc_figure(&r->doc, &d);
	hd_buf_release(&query);
	return fig;
}

static struct hd_shiftfigs
both(struct hd_report *r, const struct hd_shiftof *of,
    const struct hd_interval *rate, double mix, const struct hd_type *type,
    int64_t n)
{
	const struct hd_interval m = { mix, NAN, NAN, 1 };

	return (struct hd_shiftfigs){ figure(r, of, true, rate, type, n),
		figure(r, of, false, &m, type, n) };
}

struct hd_shiftfigs
hd_shift_all(struct hd_report *r, const struct hd_shiftof *of,
    const struct hd_typeshift *s)
{
	return both(r, of, &s->rate, s->k.mix, NULL, s->n);
}

struct hd_shiftfigs
hd_shift_type(struct hd_report *r, const struct hd_shiftof *of,
    const struct hd_types *t, const struct hd_typeshift *s, size_t type)
{
	const struct hd_interval rate = { s->rows[type].rate, NAN, NAN, 1 };

	return both(r, of, &rate, s->rows[type].mix, &t->v[type],
	    t->v[type].in[0].n + t->v[type].in[1].n);
}

/* "What came in accounts for +1.2 points, ..." */
static void
say_parts(struct hd_report *r, const struct hd_shiftfigs *f)
{
	struct hd_doc *d = &r->doc;

	hd_doc_words(d, " What came in accounts for ");
	hd_doc_fig(d, f->mix, HD_AS_DELTA);
	hd_doc_words(d, ", how each type did for ");
	hd_doc_fig(d, f->rate, HD_AS_BOTH);
	hd_doc_words(d, ".");
}

void
hd_shift_why(struct hd_report *r, const struct hd_shiftof *of,
    const struct hd_typeshift *s)
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
	enum hd_cause cause = hd_shift_cause(s);
	struct hd_shiftfigs f;

	if (cause == HD_SHIFT_NONE || cause == HD_SHIFT_UNKNOWN)
		return;
	f = hd_shift_all(r, of, s);
	hd_doc_words(&r->doc, "%s", words[cause]);
	say_parts(r, &f);
}
