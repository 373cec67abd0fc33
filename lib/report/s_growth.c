/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Types of tickets that grew or shrank. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "report/blocks.h"
#include "report/growth.h"
#include "report/period.h"
#include "report/spoken.h"
#include "store/query.h"

#define ROWS 10

/* " FROM facts ..." of a span; issue p NULL: of any that is known. */
static void
add_from(struct hd_buf *b, const struct hd_docspan *s, struct hd_str issue)
{
	hd_buf_addf(b,
	    " FROM facts WHERE created >= %" PRId64 " AND created < %" PRId64,
	    s->since, s->until);
	if (issue.p == NULL) {
		hd_buf_adds(b, " AND issue IS NOT NULL");
		return;
	}
	hd_buf_adds(b, " AND issue = ");
	hd_query_text(b, issue);
}

static void
add_segment(
    struct hd_buf *b, const struct hd_docspan *before, struct hd_str issue)
{
	if (before != NULL)
		hd_buf_addf(b, "period=%s", before->name);
	if (issue.p != NULL)
		hd_buf_addf(b, "%sissue=%.*s", b->n > 0 ? "," : "",
		    (int)issue.n, issue.p);
	if (b->n == 0)
		hd_buf_adds(b, "all");
}

/* Tickets of a type in the period, or in the one before. */
static size_t
tickets(struct hd_report *r, struct hd_str issue, bool before, int64_t n)
{
	const struct hd_docspan *s = before ? &r->before : &r->period;
	struct hd_buf query = HD_BUF_INIT, segment = HD_BUF_INIT;
	struct hd_docfig d = { .f = { "growth.tickets", NULL, (double)n, NAN,
				   NAN, -1, -1, -1, 0, "count", "facts",
				   HD_MEASURED },
		.title = "Tickets that came in",
		.unit = "count" };
	size_t fig;

	add_segment(&segment, before ? s : NULL, issue);
	hd_buf_adds(&query, "SELECT count(*), NULL, NULL, NULL");
	add_from(&query, s, issue);
	hd_buf_addc(&query, ';');
	d.f.segment = segment.s;
	d.query = hd_buf_str(&query);
	fig = hd_doc_figure(&r->doc, &d);
	hd_buf_release(&query);
	hd_buf_release(&segment);
	return fig;
}

static size_t
ratio(struct hd_report *r, const struct hd_grownall *g, struct hd_str issue,
    const struct hd_rate_ratio *up, int64_t n)
{
	struct hd_buf query = HD_BUF_INIT, segment = HD_BUF_INIT;
	bool none = isnan(up->ratio) || isinf(up->ratio);
	struct hd_docfig d = { .f = { "growth.ratio", NULL, up->ratio, up->lo,
				   up->hi, -1, n, -1, 6, "rate-ratio", "facts",
				   none ? HD_NOT_MEASURABLE : HD_MEASURED },
		.title = "Tickets a day against the period before, times",
		.unit = "ratio",
		.why = none ? "none came in before" : NULL };
	size_t fig;

	add_segment(&segment, NULL, issue);
	d.f.segment = segment.s;
	hd_buf_addf(&query, "SELECT (SELECT count(*) * 1.0 / %.17g", g->days);
	add_from(&query, &r->period, issue);
	hd_buf_addf(
	    &query, ") / (SELECT count(*) * 1.0 / %.17g", g->days_before);
	add_from(&query, &r->before, issue);
	hd_buf_addf(&query, "), NULL, %" PRId64 ", NULL;", n);
	if (!none)
		d.query = hd_buf_str(&query);
	fig = hd_doc_figure(&r->doc, &d);
	hd_buf_release(&query);
	hd_buf_release(&segment);
	return fig;
}

static void
row(struct hd_report *r, const struct hd_grownall *g, const struct hd_grown *t)
{
	struct hd_doc *d = &r->doc;
	struct hd_buf day = HD_BUF_INIT;

	hd_span_day(&day, &r->zone, t->first);
	hd_doc_row(d);
	hd_doc_cell_text(d, t->issue);
	hd_doc_cell_fig(d, tickets(r, t->issue, false, t->now), HD_AS_TEXT);
	hd_doc_cell_fig(d, tickets(r, t->issue, true, t->before), HD_AS_TEXT);
	if (t->before == 0)
		hd_doc_cell(d, "new");
	else if (t->now == 0)
		hd_doc_cell(d, "gone");
	else
		hd_doc_cell_fig(d,
		    ratio(r, g, t->issue, &t->up, t->now + t->before),
		    HD_AS_BOTH);
	hd_doc_cell(d, day.s);
	hd_doc_cell_ticket(d, t->key);
	hd_buf_release(&day);
}

/* The most certain first; equals by name. */
static int
by_certainty(const void *a, const void *b)
{
	const struct hd_grown *const *x = a, *const *y = b;

	if ((*x)->p != (*y)->p)
		return (*x)->p < (*y)->p ? -1 : 1;
	return hd_str_cmp((*x)->issue, (*y)->issue);
}

/* The types that went one way; their number. */
static size_t
went(const struct hd_grownall *g, int way, const struct hd_grown **list)
{
	size_t n = 0;

	for (size_t i = 0; i < g->n; i++)
		if (hd_grown_way(&g->v[i]) == way)
			list[n++] = &g->v[i];
	if (n > 1)
		qsort(list, n, sizeof(const struct hd_grown *), by_certainty);
	return n;
}

static void
table(struct hd_report *r, const struct hd_grownall *g, const char *id,
    const char *title, const struct hd_grown **list, size_t n)
{
	static const struct hd_doccol columns[] = { { "Type", false },
		{ "Tickets", true }, { "Before", true }, { "Times", true },
		{ "First seen", false }, { "For example", false } };

	if (n == 0)
		return;
	hd_doc_table(&r->doc, id, title,
	    "Times: how many times as many came in a day.", columns, 6);
	for (size_t i = 0; i < n && i < ROWS; i++)
		row(r, g, list[i]);
	hd_doc_end(&r->doc);
}

static void
lead(struct hd_report *r, const struct hd_grownall *g, size_t grew,
    size_t shrank)
{
	const struct hd_str any = { NULL, 0 };
	struct hd_doc *d = &r->doc;

	hd_doc_para(d, HD_TONE_LEAD);
	if (grew + shrank == 0)
		hd_doc_words(d,
		    "No type of tickets grew or shrank in a way that the data "
		    "can show.");
	else if (shrank == 0 || grew == 0)
		hd_doc_words(d,
		    "%zu %s of tickets %s in a way that the data can show; "
		    "none %s.",
		    grew + shrank, grew + shrank == 1 ? "type" : "types",
		    grew > 0 ? "grew" : "shrank", grew > 0 ? "shrank" : "grew");
	else
		hd_doc_words(d,
		    "%zu %s of tickets grew and %zu shrank in a way that the "
		    "data can show.",
		    grew, grew == 1 ? "type" : "types", shrank);
	hd_doc_words(d, " In all ");
	hd_doc_fig(d, tickets(r, any, false, g->now), HD_AS_TEXT);
	hd_doc_words(d, " tickets of a known type came in, ");
	hd_doc_fig(d, tickets(r, any, true, g->before), HD_AS_TEXT);
	hd_doc_words(d, " in ");
	hd_spoken(r, &r->before);
	hd_doc_words(d, ".");
	hd_doc_end(d);
}

static void
method(struct hd_report *r, const struct hd_grownall *g)
{
	hd_doc_say(&r->doc, HD_TONE_NOTE,
	    "Named is a type that came in at least a quarter more or a fifth "
	    "less often a day, with ten tickets or more in one of the periods, "
	    "and with at most one in twenty named by mistake (%zu types were "
	    "tested). Counts vary %.1f times as much as by pure chance, which "
	    "is taken into account.",
	    g->n, g->phi);
}

int
hd_section_growth(struct hd_report *r, struct hd_err *err)
{
	struct hd_grownall g;
	const struct hd_grown **list;
	size_t up, down;
	int n;

	if (r->before.name[0] == '\0' || r->tickets == 0 || r->ruleset == 0)
		return 0;
	n = hd_grown_read(&g, r, err);
	list = hd_xcalloc(g.n + 1, sizeof(const struct hd_grown *));
	if (n == 0 && g.n > 0) {
		down = went(&g, -1, list);
		up = went(&g, 1, list);
		lead(r, &g, up, down);
		table(r, &g, "types-grown", "Types that grew", list, up);
		(void)went(&g, -1, list);
		table(r, &g, "types-shrunk", "Types that shrank", list, down);
		method(r, &g);
	}
	free(list);
	hd_grown_release(&g);
	return n;
}
