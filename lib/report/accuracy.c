/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers of the AI as reviewers judge them: see accuracy.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "report/accuracy.h"
#include "store/query.h"

static int
find_sample(struct hd_accuracy *a, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/accuracy_sample", err);
	int n = -1;

	if (st != NULL) {
		hd_bind_int(st, 1, HD_WIN_PERIOD);
		n = hd_stmt_step(st, err);
	}
	if (n == 1) {
		a->id = hd_col_int(st, 0);
		a->sample = hd_str_keep(&a->arena, hd_col_text(st, 1));
	}
	hd_stmt_close(st);
	return n;
}

static int
read_kinds(struct hd_accuracy *a, struct hd_db *db, struct hd_err *err)
{
	struct hd_sample_stratum *s;

	if (hd_sample_strata(db, a->id, &a->arena, &s, &a->nstrata, err) != 0)
		return -1;
	a->kind = hd_arena_alloc(&a->arena, (a->nstrata + 1) * sizeof(int));
	for (size_t h = 0; h < a->nstrata; h++)
		a->kind[h] = hd_sample_kind(s[h].ceiling);
	return 0;
}

static struct hd_acctype
new_type(struct hd_accuracy *a, struct hd_str issue)
{
	size_t size = (a->nstrata + 1) * sizeof(struct hd_stratum);
	struct hd_acctype t = { .issue = hd_str_keep(&a->arena, issue),
		.strata = hd_arena_alloc(&a->arena, size) };

	memset(t.strata, 0, size);
	return t;
}

static void
add(struct hd_acctype *t, size_t stratum, struct hd_stmt *st)
{
	struct hd_stratum *s = &t->strata[stratum];

	s->N += (double)hd_col_int(st, 2);
	s->n += (double)hd_col_int(st, 3);
	s->x += hd_col_real(st, 4);
	t->N += hd_col_int(st, 2);
	t->n += hd_col_int(st, 3);
	t->x += (int64_t)hd_col_real(st, 4);
}

static int
read_strata(struct hd_accuracy *a, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/accuracy_strata", err);
	struct hd_str issue;
	size_t stratum;
	int n = -1;

	if (st != NULL) {
		hd_bind_int(st, 1, HD_WIN_PERIOD);
		hd_bind_int(st, 2, a->id);
	}
	while (st != NULL && (n = hd_stmt_step(st, err)) == 1) {
		issue = hd_col_text(st, 0);
		if (hd_sample_stratum(
			hd_col_int(st, 1), a->nstrata, &stratum, err) != 0) {
			n = -1;
			break;
		}
		/* rows of a type follow each other */
		if (a->n == 0 || !hd_str_same(a->v[a->n - 1].issue, issue)) {
			a->v = hd_grow(a->v, &a->cap, a->n + 1, sizeof(*a->v));
			a->v[a->n++] = new_type(a, issue);
		}
		add(&a->v[a->n - 1], stratum, st);
		add(&a->all, stratum, st);
	}
	hd_stmt_close(st);
	return n;
}

static int
most_wrong(const void *pa, const void *pb)
{
	const struct hd_acctype *a = pa, *b = pb;
	int64_t wa = a->n - a->x, wb = b->n - b->x;

	if (wa != wb)
		return wa > wb ? -1 : 1;
	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return hd_str_cmp(a->issue, b->issue);
}

int
hd_accuracy_read(struct hd_accuracy *a, struct hd_report *r, struct hd_err *err)
{
	int n;

	*a = (struct hd_accuracy){ 0 };
	n = find_sample(a, r->db, err);
	if (n == 1)
		n = read_kinds(a, r->db, err);
	a->all = new_type(a, (struct hd_str){ NULL, 0 });
	if (n == 0 && a->sample.p != NULL)
		n = read_strata(a, r->db, err);
	if (a->n > 0)
		qsort(a->v, a->n, sizeof(*a->v), most_wrong);
	while (a->n > 0 && a->v[a->n - 1].n == 0)
		a->n--;
	return n;
}

void
hd_accuracy_release(struct hd_accuracy *a)
{
	free(a->v);
	hd_arena_release(&a->arena);
}

size_t
hd_accuracy_figure(struct hd_report *r, const struct hd_accuracy *a,
    const struct hd_acctype *t)
{
	bool all = t == &a->all;
	struct hd_estimate e = { NAN, NAN, NAN, NAN, 0, 0, 0, 0 };
	struct hd_buf segment = HD_BUF_INIT, query = HD_BUF_INIT;
	struct hd_docfig fig = { .title = "Answers of the AI that are correct",
		.unit = "share",
		.why = t->n > 0 ? "too few answers were reviewed"
				: "nobody reviewed answers of the period" };
	size_t handle;

	if (t->n > 0)
		e = hd_review_share(
		    t->strata, a->kind, a->nstrata, HD_SHARE_DOMAIN, false);
	hd_buf_adds(&segment, all ? "all" : "issue=");
	if (!all)
		hd_buf_adds(
		    &segment, t->issue.p != NULL ? t->issue.p : "unknown");
	if (a->sample.p != NULL)
		hd_query_accuracy(&query, a->sample, !all, t->issue,
		    r->period.since, r->period.until);
	fig.f =
	    (struct hd_figure){ "response_accuracy", segment.s, e.p, e.lo, e.hi,
		    t->n > 0 ? t->x : -1, t->n, a->sample.p != NULL ? t->N : -1,
		    6, "mover", "response_accuracy",
		    t->n == 0	      ? HD_NOT_MEASURABLE
		    : t->n < r->min_n ? HD_SUPPRESSED
				      : HD_ESTIMATED };
	if (query.n > 0)
		fig.query = hd_buf_str(&query);
	handle = hd_doc_figure(&r->doc, &fig);
	hd_buf_release(&segment);
	hd_buf_release(&query);
	return handle;
}
