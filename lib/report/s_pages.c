/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people write about from which page, and what resolved it. */
#include <math.h>
#include <string.h>

#include "report/blocks.h"
#include "report/drivers.h"
#include "report/escsums.h"
#include "report/quoted.h"
#include "store/query.h"
#include "store/thread.h"

#define DRIVERS 10
#define PAGES	10
#define TYPES	3    /* told of a page */
#define QUERY	8000 /* bytes; a longer one is of no use to anybody */

static struct hd_str
type_of(const struct hd_driver *one)
{
	return one->issue.p != NULL ? one->issue : hd_str("unknown");
}

/* Tickets of a page, or of a page and type. */
static size_t
tickets(struct hd_report *r, const struct hd_driver *one, bool by_issue,
    const char *title)
{
	struct hd_buf segment = HD_BUF_INIT, query = HD_BUF_INIT;
	struct hd_docfig fig = { .title = title, .unit = "count" };
	size_t handle;

	hd_buf_addf(&segment, "page=%s", one->shown);
	if (by_issue)
		hd_buf_addf(&segment, ",issue=%s", type_of(one).p);
	hd_query_pages(&query, one->raw, one->nraw, by_issue, one->issue,
	    r->period.since, r->period.until);
	fig.f = (struct hd_figure){ "page_tickets", segment.s, (double)one->n,
		NAN, NAN, one->n, -1, -1, 0, "count", "facts", HD_MEASURED };
	if (query.n <= QUERY && !one->personal)
		fig.query = hd_buf_str(&query);
	handle = hd_doc_figure(&r->doc, &fig);
	hd_buf_release(&segment);
	hd_buf_release(&query);
	return handle;
}

static void
pages(struct hd_report *r, const struct hd_drivers *d)
{
	static const struct hd_doccol columns[] = { { "Page", false },
		{ "Tickets", true }, { "Most often about", false } };
	struct hd_doc *doc = &r->doc;

	hd_doc_table(
	    doc, "pages", "Pages that bring most tickets", NULL, columns, 3);
	for (size_t i = 0; i < d->npages && i < PAGES; i++) {
		const struct hd_driver *p = &d->pages[i];
		int told = 0;

		hd_doc_row(doc);
		hd_doc_cell(doc, p->shown);
		hd_doc_cell_fig(
		    doc, tickets(r, p, false, "Tickets of a page"), HD_AS_TEXT);
		hd_doc_cell_spans(doc);
		for (size_t k = 0; k < d->n && told < TYPES; k++) {
			const struct hd_driver *v = &d->v[k];

			if (strcmp(v->page, p->page) != 0)
				continue;
			hd_doc_words(doc, told++ > 0 ? ", " : "");
			hd_doc_text(doc, type_of(v));
			hd_doc_words(doc, " ");
			hd_doc_fig(doc,
			    tickets(r, v, true, "Tickets of a page and type"),
			    HD_AS_TEXT);
		}
		hd_doc_end(doc);
	}
	hd_doc_end(doc);
}

/* The answer that stands for a cluster: its words, and where they are. */
struct answer {
	struct hd_str key;
	int64_t message;
	const struct hd_message *m; /* NULL: it is no longer there */
};

static int
find_answer(struct hd_db *db, int64_t cluster, struct answer *a,
    struct hd_arena *arena, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/report_answer", err);
	int n = -1;

	if (st != NULL) {
		hd_bind_int(st, 1, cluster);
		n = hd_stmt_step(st, err);
	}
	if (n == 1) {
		a->key = hd_str_keep(arena, hd_col_text(st, 0));
		a->message = hd_col_int(st, 1);
	}
	hd_stmt_close(st);
	return n;
}

static int
read_text(struct hd_db *db, int64_t cluster, struct answer *a,
    struct hd_arena *arena, struct hd_err *err)
{
	struct hd_threads *t = hd_threads_open_one(db, NULL, 0, err);
	struct hd_thread th;
	int n = -1;

	if (t != NULL && hd_threads_seek(t, cluster, err) == 0)
		n = hd_threads_next(t, arena, &th, err);
	if (n == 1 && a->message >= 0 && (size_t)a->message < th.n)
		a->m = &th.messages[a->message];
	hd_threads_close(t);
	return n < 0 ? -1 : 0;
}

static size_t
durable(struct hd_report *r, const struct hd_driver *one, struct hd_str key)
{
	struct hd_buf segment = HD_BUF_INIT, query = HD_BUF_INIT;
	struct hd_docfig fig = { .title = "Answers that held",
		.unit = "share" };
	size_t handle;

	hd_buf_addf(&segment, "page=%s,issue=%s", one->shown, type_of(one).p);
	hd_query_steps(&query, one->raw, one->nraw, one->issue, key,
	    r->period.since, r->period.until);
	fig.f = (struct hd_figure){ "page_answer_durable", segment.s,
		(double)one->durable / (double)one->given, NAN, NAN,
		one->durable, one->given, one->n, 6, "count", "answer",
		HD_MEASURED };
	if (query.n <= QUERY && !one->personal)
		fig.query = hd_buf_str(&query);
	handle = hd_doc_figure(&r->doc, &fig);
	hd_buf_release(&segment);
	hd_buf_release(&query);
	return handle;
}

static void
quote(struct hd_report *r, struct hd_quoted *q, const struct answer *a)
{
	const struct hd_docquote quoted = { .ticket = a->key,
		.message = a->message,
		.role = hd_quoted_role(a->m->role),
		.text = hd_quoted_message(q, a->m) };

	hd_doc_quote(&r->doc, &quoted);
}

/*
 * The answer that resolved a driver most often, in its own words; `as` is the
 * driver above for which they were quoted already, or NULL.
 */
static int
steps(struct hd_report *r, const struct hd_driver *one,
    const struct hd_driver *as, struct hd_err *err)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct answer a = { .message = -1 };
	struct hd_quoted q = { 0 };
	int n = find_answer(r->db, one->cluster, &a, &arena, err);

	if (n == 1)
		n = read_text(r->db, one->cluster, &a, &arena, err);
	if (n == 0 && a.m != NULL)
		n = hd_quoted_begin(&q, r, one->cluster, err);
	if (n == 0 && a.m != NULL) {
		struct hd_doc *d = &r->doc;

		hd_doc_para(d, HD_TONE_PLAIN);
		hd_doc_words(d, "%s, ", one->shown);
		hd_doc_text(d, type_of(one));
		hd_doc_words(d, ": this answer held in ");
		hd_doc_fig(d, durable(r, one, a.key), HD_AS_XN);
		hd_doc_words(d, " tickets that got it.");
		if (as != NULL) {
			hd_doc_words(d, " It is that of %s, ", as->shown);
			hd_doc_text(d, type_of(as));
			hd_doc_words(d, ".");
		}
		hd_doc_end(d);
		if (as == NULL)
			quote(r, &q, &a);
	}
	hd_quoted_end(&q);
	hd_arena_release(&arena);
	return n < 0 ? -1 : 0;
}

/* A driver further up with the same answer, or NULL. */
static const struct hd_driver *
same_answer(const struct hd_drivers *d, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (d->v[k].cluster == d->v[i].cluster)
			return &d->v[k];
	return NULL;
}

static int
drivers(struct hd_report *r, const struct hd_drivers *d, struct hd_err *err)
{
	static const struct hd_doccol columns[] = { { "Page", false },
		{ "Type", false }, { "Tickets", true }, { "Handed over", true },
		{ "The page would have told", true } };
	const struct hd_escsums *s = hd_report_escalations(r, err);
	struct hd_doc *doc = &r->doc;
	struct hd_buf segment = HD_BUF_INIT, shown = HD_BUF_INIT;
	size_t fig[2];
	int n = s != NULL ? 0 : -1;

	if (s == NULL)
		return -1;
	hd_doc_table(doc, "drivers", "Ten drivers of contacts",
	    "The last column: of the handoffs, the share that was "
	    "straightforward once the page was known.",
	    columns, 5);
	for (size_t i = 0; i < d->n && i < DRIVERS; i++) {
		const struct hd_driver *v = &d->v[i];

		hd_buf_reset(&segment);
		hd_buf_reset(&shown);
		hd_buf_addf(
		    &segment, "page=%s,issue=%s", v->page, type_of(v).p);
		hd_buf_addf(&shown, "page=%s,issue=%s", v->shown, type_of(v).p);
		fig[0] = hd_escsums_figure_as(
		    r, s, "escalations", segment.s, shown.s, "Handed over");
		fig[1] = hd_escsums_figure_as(r, s, "page_opportunity_rate",
		    segment.s, shown.s, "The page would have told");
		hd_doc_row(doc);
		hd_doc_cell(doc, v->shown);
		hd_doc_cell_text(doc, type_of(v));
		hd_doc_cell_fig(doc,
		    tickets(r, v, true, "Tickets of a page and type"),
		    HD_AS_TEXT);
		for (int k = 0; k < 2; k++)
			if (fig[k] != HD_DOC_NONE)
				hd_doc_cell_fig(doc, fig[k], HD_AS_TEXT);
			else
				hd_doc_cell_none(doc);
	}
	hd_doc_end(doc);
	hd_buf_release(&segment);
	hd_buf_release(&shown);
	for (size_t i = 0; n == 0 && i < d->n && i < DRIVERS; i++)
		if (d->v[i].cluster >= 0)
			n = steps(r, &d->v[i], same_answer(d, i), err);
	return n;
}

int
hd_section_pages(struct hd_report *r, struct hd_err *err)
{
	struct hd_drivers d;
	int n = hd_drivers_read(&d, r, err);

	if (n == 0 && d.n == 0)
		hd_doc_say(&r->doc, HD_TONE_NOTE,
		    "No ticket of the period names the page that the customer "
		    "was on. hs-import --coverage tells which field of the "
		    "export would.");
	if (n == 0 && d.n > 0) {
		pages(r, &d);
		n = drivers(r, &d, err);
	}
	hd_drivers_release(&d);
	return n;
}
