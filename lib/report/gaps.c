/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Types that stand out: see gaps.h. */
#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "report/blocks.h"
#include "report/gaps.h"
#include "report/measured.h"
#include "stats/fdr.h"
#include "stats/rate.h"
#include "store/ladder.h"
#include "store/query.h"

#define MOST	 10 /* types of the table */
#define EXAMPLES 3
#define RECUR	 5

struct type {
	struct hd_str value; /* p NULL: no type is known */
	size_t fig;
	int64_t x, n;
	struct hd_rate_ratio r;
	double q;
};

struct gaps {
	struct type *v;
	size_t len;
	int64_t x, n; /* of all types */
};

static void
read_types(
    const struct hd_doc *d, const struct hd_reportparts *parts, struct gaps *g)
{
	double *p = hd_xcalloc(parts->n + 1, sizeof(*p));

	g->v = hd_xcalloc(parts->n + 1, sizeof(*g->v));
	for (size_t i = 0; i < parts->n; i++) {
		const struct hd_figure *f = hd_doc_known(d, parts->v[i].fig);

		if (f->n <= 0 || f->x < 0)
			continue;
		g->v[g->len++] = (struct type){ .value = parts->v[i].value,
			.fig = parts->v[i].fig,
			.x = f->x,
			.n = f->n };
		g->x += f->x;
		g->n += f->n;
	}
	for (size_t i = 0; i < g->len; i++) {
		struct type *t = &g->v[i];

		t->r = hd_rate_ratio(
		    t->x, (double)t->n, g->x - t->x, (double)(g->n - t->n), 1);
		p[i] = t->r.mid_p;
	}
	hd_fdr_bh(p, g->len, p);
	for (size_t i = 0; i < g->len; i++)
		g->v[i].q = p[i];
	free(p);
}

static int
by_lower(const void *pa, const void *pb)
{
	const struct type *a = pa, *b = pb;

	if (a->r.lo != b->r.lo)
		return a->r.lo > b->r.lo ? -1 : 1;
	if (a->x != b->x)
		return a->x > b->x ? -1 : 1;
	return hd_str_cmp(a->value, b->value);
}

static int
read_gaps(struct hd_report *r, const char *metric, enum hd_reportwin win,
    struct gaps *g, struct hd_err *err)
{
	struct hd_reportparts parts = { 0 };
	int n = hd_report_split(r, metric, win, "issue", &parts, err);

	*g = (struct gaps){ 0 };
	if (n == 0)
		read_types(&r->doc, &parts, g);
	hd_reportparts_release(&parts);
	if (g->len > 0)
		qsort(g->v, g->len, sizeof(*g->v), by_lower);
	return n;
}

static bool
stands_out(const struct type *t)
{
	return t->q <= 0.05 && t->x >= 5 && t->r.ratio >= 1.5;
}

/* The ratio as a figure, with the query that works it out. */
static size_t
ratio(struct hd_report *r, const char *metric, const struct type *t,
    const struct gaps *g)
{
	const struct hd_figure *of = hd_doc_known(&r->doc, t->fig);
	struct hd_buf name = HD_BUF_INIT, query = HD_BUF_INIT;
	struct hd_docfig fig = { .title = "Times as often as in other types",
		.unit = "ratio",
		.why = "no other type has such answers" };
	size_t handle;

	hd_buf_addf(&name, "%s.ratio", metric);
	hd_query_ratio(
	    &query, metric, t->value, r->period.since, r->period.until);
	fig.f = (struct hd_figure){ name.s, of->segment, t->r.ratio, t->r.lo,
		t->r.hi, t->x, g->x, of->N, 6, "clopper-pearson", metric,
		isfinite(t->r.ratio) ? HD_MEASURED : HD_NOT_MEASURABLE };
	fig.query = hd_buf_str(&query);
	handle = hd_doc_figure(&r->doc, &fig);
	hd_buf_release(&name);
	hd_buf_release(&query);
	return handle;
}

static int
examples(struct hd_report *r, const char *metric, const struct type *t,
    struct hd_err *err)
{
	struct hd_stmt *st = hd_ladder_keys(
	    r->db, metric, "issue", t->value, HD_WIN_PERIOD, true, err);
	int n = st != NULL ? 1 : -1;

	hd_doc_cell_spans(&r->doc);
	for (int i = 0;
	     i < EXAMPLES && n == 1 && (n = hd_stmt_step(st, err)) == 1; i++) {
		if (i > 0)
			hd_doc_words(&r->doc, " ");
		hd_doc_ticket(&r->doc, hd_col_text(st, 0));
	}
	hd_doc_end(&r->doc);
	hd_stmt_close(st);
	return n < 0 ? -1 : 0;
}

static int
table(struct hd_report *r, const struct hd_gapkind *kind, const struct gaps *g,
    struct hd_err *err)
{
	const struct hd_doccol columns[] = { { "Type", false },
		{ "Tickets", true }, { "Of answers", true },
		{ "Times the others", true }, { "Stands out", false },
		{ "Examples", false } };

	hd_doc_table(&r->doc, kind->id, kind->title,
	    "Tickets of answers; the ratio is that of all other types. What "
	    "stands out does so after allowing for how many types are looked "
	    "at.",
	    columns, 6);
	for (size_t i = 0; i < g->len && i < MOST && g->v[i].x > 0; i++) {
		const struct type *t = &g->v[i];

		hd_doc_row(&r->doc);
		hd_doc_cell_text(
		    &r->doc, t->value.p != NULL ? t->value : hd_str("unknown"));
		hd_doc_cell_fig(&r->doc, t->fig, HD_AS_XN);
		hd_doc_cell_fig(&r->doc, t->fig, HD_AS_BOTH);
		hd_doc_cell_fig(
		    &r->doc, ratio(r, kind->metric, t, g), HD_AS_BOTH);
		hd_doc_cell(&r->doc, stands_out(t) ? "yes" : "");
		if (examples(r, kind->metric, t, err) != 0)
			return -1;
	}
	hd_doc_end(&r->doc);
	return 0;
}

static const struct type *
same_type(const struct gaps *g, struct hd_str value)
{
	for (size_t i = 0; i < g->len; i++)
		if (g->v[i].value.p != NULL &&
		    hd_str_same(g->v[i].value, value))
			return &g->v[i];
	return NULL;
}

/* Above the others in both periods: the gap was not closed. */
static void
recurring(struct hd_report *r, const struct hd_gapkind *kind,
    const struct gaps *now, const struct gaps *before)
{
	struct hd_doc *d = &r->doc;
	int listed = 0;

	for (size_t i = 0; i < now->len && listed < RECUR; i++) {
		const struct type *t = &now->v[i], *was;

		was = t->value.p != NULL ? same_type(before, t->value) : NULL;
		if (was == NULL || !(t->x > 0 && was->x > 0) ||
		    !(t->r.ratio > 1 && was->r.ratio > 1))
			continue;
		if (listed++ == 0) {
			hd_doc_say(d, HD_TONE_PLAIN,
			    "Recurring: above the other types in %s too.",
			    r->before.name);
			hd_doc_list(d, false);
		}
		hd_doc_item(d);
		hd_doc_text(d, t->value);
		hd_doc_words(d, ": %s ", kind->word);
		hd_doc_fig(d, t->fig, HD_AS_TEXT);
		hd_doc_words(d, ", before ");
		hd_doc_fig(d, was->fig, HD_AS_TEXT);
	}
	if (listed > 0)
		hd_doc_end(d);
}

int
hd_gaps(struct hd_report *r, const struct hd_gapkind *kind, struct hd_err *err)
{
	struct gaps now, before = { 0 };
	int n = read_gaps(r, kind->metric, HD_WIN_PERIOD, &now, err);

	if (n == 0 && now.x > 0)
		n = table(r, kind, &now, err);
	if (n == 0 && now.x > 0 && r->before.name[0] != '\0')
		n = read_gaps(r, kind->metric, HD_WIN_BEFORE, &before, err);
	if (n == 0)
		recurring(r, kind, &now, &before);
	free(now.v);
	free(before.v);
	return n;
}
