/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moved against the period before, and why: what came in, or how it went. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "metrics/compare.h"
#include "report/blocks.h"
#include "report/lands.h"
#include "report/shiftfig.h"
#include "report/spoken.h"

#define METRICS 6
#define ROWS	5 /* types of a metric */

/* A type's parts. */
struct part {
	struct hd_str issue; /* the arena's */
	size_t rate, mix;
	double size; /* of both together, without sign */
};

/* What is known of one metric. */
struct moved {
	const struct hd_metric *m;
	struct hd_beside b;
	struct hd_interval change, rate;
	double mix;
	size_t standardised, rate_fig, mix_fig;
	struct part *v;
	size_t n, cap;
};

struct all {
	struct hd_report *r;
	struct moved v[METRICS];
	size_t n;
	struct hd_arena arena;
};

static struct moved *
moved_of(struct all *a, const struct hd_metric *m)
{
	for (size_t i = 0; i < a->n; i++)
		if (a->v[i].m == m)
			return &a->v[i];
	return NULL;
}

static size_t
figure(struct hd_report *r, const struct moved *v, enum hd_shiftpart part,
    const struct hd_figure *f, struct hd_str issue)
{
	struct hd_buf rows = HD_BUF_INIT;
	struct hd_shiftof of = { v->m->name, v->m->title, v->m->name,
		{ NULL, 0 } };
	size_t fig;

	hd_shift_rows(&rows, r, v->m->name, "x", "created");
	of.rows = hd_buf_str(&rows);
	fig = hd_shift_figure(r, &of, part, f, issue);
	hd_buf_release(&rows);
	return fig;
}

static void
add_part(struct all *a, struct moved *v, bool rate, const struct hd_figure *f,
    struct hd_str issue)
{
	struct part *p = v->n > 0 ? &v->v[v->n - 1] : NULL;
	size_t fig =
	    figure(a->r, v, rate ? HD_PART_RATE : HD_PART_MIX, f, issue);

	/* a type's rate comes first, its mix next */
	if (rate) {
		v->v = hd_grow(v->v, &v->cap, v->n + 1, sizeof(*v->v));
		v->v[v->n++] = (struct part){ hd_str_keep(&a->arena, issue),
			fig, HD_DOC_NONE, fabs(f->estimate) };
	} else if (p != NULL && hd_str_same(p->issue, issue)) {
		p->mix = fig;
		p->size += fabs(f->estimate);
	}
}

static void
give(void *ctx, const struct hd_metric *m, const struct hd_figure *f,
    const char *by, struct hd_str value)
{
	const struct hd_interval i = { f->estimate, f->lo, f->hi, 1 };
	const char *what = f->metric + strlen(m->name);
	const struct hd_str all = { NULL, 0 };
	struct all *a = ctx;
	struct moved *v = moved_of(a, m);

	if (by != NULL) {
		if (strcmp(what, ".rate") == 0 || strcmp(what, ".mix") == 0)
			add_part(a, v, what[1] == 'r', f, value);
	} else if (strcmp(what, ".difference") == 0) {
		v->change = i;
	} else if (strcmp(what, ".standardised") == 0) {
		v->standardised = figure(a->r, v, HD_PART_STANDARDISED, f, all);
	} else if (strcmp(what, ".rate") == 0) {
		v->rate = i;
		v->rate_fig = figure(a->r, v, HD_PART_RATE, f, all);
	} else if (strcmp(what, ".mix") == 0) {
		v->mix = f->estimate;
		v->mix_fig = figure(a->r, v, HD_PART_MIX, f, all);
	}
}

/* Those of which there are numbers of both periods. */
static int
compare(struct all *a, struct hd_buf *notes, struct hd_err *err)
{
	static const char *const names[METRICS] = { "deflection",
		"verified_deflection", "containment", "csat",
		"resolution_quality", "reopen_rate" };
	const struct hd_metric *metrics[METRICS + 1] = { NULL };
	struct hd_report *r = a->r;
	struct hd_compare c = { .db = r->db,
		.by = "period",
		.win = { { r->before.name, r->before.since, r->before.until,
			     false },
		    { r->period.name, r->period.since, r->period.until,
			false } },
		.zone = &r->zone,
		.min_n = r->min_n,
		.give = give,
		.ctx = a,
		.notes = notes };

	for (size_t i = 0; i < METRICS; i++) {
		struct moved *v = &a->v[a->n];

		*v = (struct moved){ .m = hd_metric_find(names[i]),
			.change = { NAN, NAN, NAN, 1 },
			.rate = { NAN, NAN, NAN, 1 },
			.mix = NAN,
			.standardised = HD_DOC_NONE,
			.rate_fig = HD_DOC_NONE,
			.mix_fig = HD_DOC_NONE };
		if (hd_report_beside(r, names[i], &v->b, err) != 0)
			return -1;
		if (v->b.change != HD_DOC_NONE)
			metrics[a->n++] = v->m;
	}
	if (hd_compare_metrics(&c, metrics, err) != 0)
		return -1;
	hd_buf_reset(notes); /* a figure without a number says why itself */
	return hd_compare_hygiene(&c, metrics, err);
}

static void
cell(struct hd_report *r, size_t fig, enum hd_docas as)
{
	if (fig == HD_DOC_NONE)
		hd_doc_cell_none(&r->doc);
	else
		hd_doc_cell_fig(&r->doc, fig, as);
}

static void
table(struct hd_report *r, const struct all *a)
{
	static const struct hd_doccol columns[] = { { "Measure", false },
		{ "Change", true }, { "What came in", true },
		{ "How types did", true }, { "Like for like", true } };
	const struct moved *v;

	hd_doc_table(&r->doc, "moved", "What the changes are made of",
	    "A change is what came in (other types of tickets) plus how types "
	    "did (the same types went differently). Like for like: types and "
	    "complexities as if the mix had stayed.",
	    columns, 5);
	for (size_t i = 0; i < a->n; i++) {
		v = &a->v[i];
		hd_doc_row(&r->doc);
		hd_doc_cell(&r->doc, v->b.title);
		cell(r, v->b.change, HD_AS_DELTA);
		cell(r, v->mix_fig, HD_AS_DELTA);
		cell(r, v->rate_fig, HD_AS_DELTA);
		cell(r, v->standardised, HD_AS_DELTA);
	}
	hd_doc_end(&r->doc);
}

/* The largest parts first. */
static int
by_size(const void *a, const void *b)
{
	const struct part *x = a, *y = b;

	if (x->size != y->size)
		return x->size > y->size ? -1 : 1;
	return hd_str_cmp(x->issue, y->issue);
}

static void
types(struct hd_report *r, struct moved *v)
{
	static const struct hd_doccol columns[] = { { "Type", false },
		{ "What came in", true }, { "How it did", true } };
	char id[96] = "moved-", title[160] = "Largest parts: ";

	if (v->n == 0)
		return;
	qsort(v->v, v->n, sizeof(*v->v), by_size);
	(void)strncat(id, v->m->name, sizeof(id) - strlen(id) - 1);
	(void)strncat(title, v->b.title, sizeof(title) - strlen(title) - 1);
	hd_doc_table(&r->doc, id, title, NULL, columns, 3);
	for (size_t i = 0; i < v->n && i < ROWS; i++) {
		hd_doc_row(&r->doc);
		hd_doc_cell_text(&r->doc, v->v[i].issue);
		cell(r, v->v[i].mix, HD_AS_DELTA);
		cell(r, v->v[i].rate, HD_AS_BOTH);
	}
	hd_doc_end(&r->doc);
}

/* "Deflection: up, ...", why, and the types behind it; false: it did not move. */
static bool
explain(struct hd_report *r, struct moved *v)
{
	enum hd_cause cause = hd_shift_cause(&v->change, &v->rate, v->mix);
	struct hd_doc *d = &r->doc;

	if (cause == HD_SHIFT_NONE || cause == HD_SHIFT_UNKNOWN)
		return false;
	hd_doc_para(d, HD_TONE_PLAIN);
	hd_doc_words(d, "%s", v->b.title);
	hd_spoken_change(r, v->b.change);
	hd_doc_words(d, ".");
	hd_shift_why(r, cause, v->mix_fig, v->rate_fig);
	hd_doc_end(d);
	types(r, v);
	return true;
}

static void
say_notes(struct hd_report *r, const struct hd_buf *notes)
{
	struct hd_str rest = hd_buf_str(notes), line;

	if (notes->n == 0)
		return;
	hd_doc_say(&r->doc, HD_TONE_PLAIN,
	    "What to keep in mind when the two periods are compared:");
	hd_doc_list(&r->doc, false);
	while (hd_str_split(&rest, '\n', &line)) {
		if (line.n == 0)
			continue;
		hd_doc_item(&r->doc);
		hd_doc_words(&r->doc, "%.*s.", (int)line.n, line.p);
	}
	hd_doc_end(&r->doc);
}

int
hd_section_moved(struct hd_report *r, struct hd_err *err)
{
	struct all a = { .r = r };
	struct hd_buf notes = HD_BUF_INIT;
	bool any = false;
	int n;

	if (r->before.name[0] == '\0' || r->tickets == 0)
		return 0;
	n = compare(&a, &notes, err);
	if (n == 0 && a.n > 0) {
		hd_doc_para(&r->doc, HD_TONE_LEAD);
		hd_doc_words(&r->doc, "Against ");
		hd_spoken(r, &r->before);
		hd_doc_words(&r->doc, ":");
		hd_doc_end(&r->doc);
		for (size_t i = 0; i < a.n; i++)
			any = explain(r, &a.v[i]) || any;
		if (!any)
			hd_doc_say(&r->doc, HD_TONE_PLAIN,
			    "None of the main measures changed in a way that "
			    "the data can show.");
		table(r, &a);
		say_notes(r, &notes);
	}
	for (size_t i = 0; i < a.n; i++)
		free(a.v[i].v);
	hd_arena_release(&a.arena);
	hd_buf_release(&notes);
	return n;
}
