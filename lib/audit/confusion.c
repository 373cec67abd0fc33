/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The confusion matrix of a dimension in tickets of the frame: see score.h.  A
 * stratum of which no ticket with a tag was reviewed is taken to be as the others
 * with that tag.
 */
#include <stdlib.h>

#include "audit/score.h"

const char *const hd_confusion_columns[6] = { "dimension", "machine", "human",
	"tickets", "share", "n" };

/* What weighs a reviewed ticket: those of its stratum and tag that it stands for. */
static double *
weights(const struct hd_scored *d, const struct hd_tagcount *m)
{
	double *w = hd_xcalloc(d->r->nstrata + 1, sizeof(*w));
	const struct hd_reviewed_ticket *t;
	struct hd_str said;

	for (size_t i = 0; i < d->r->n; i++) {
		t = &d->r->v[i];
		said = hd_scored_people(d, t);
		if (said.p != NULL && !hd_str_eq(said, HD_UNCLEAR) &&
		    hd_str_same(hd_scored_machine(d, t), m->value))
			w[t->stratum]++;
	}
	for (size_t h = 0; h < d->r->nstrata; h++)
		w[h] = w[h] > 0 ? (double)m->n[h] / w[h] : 0;
	return w;
}

/* The weight and number of tickets tagged m that people call `said`. */
static double
cell(const struct hd_scored *d, const struct hd_tagcount *m, const double *w,
    struct hd_str said, int64_t *n)
{
	const struct hd_reviewed_ticket *t;
	double sum = 0;

	*n = 0;
	for (size_t i = 0; i < d->r->n; i++) {
		t = &d->r->v[i];
		if (hd_str_same(hd_scored_machine(d, t), m->value) &&
		    hd_str_same(hd_scored_people(d, t), said)) {
			sum += w[t->stratum];
			++*n;
		}
	}
	return sum;
}

static void
matrix_row(
    const struct hd_scored *d, const struct hd_tagcount *m, struct hd_table *t)
{
	double *w = weights(d, m), all = 0, sum;
	int64_t n;

	for (size_t i = 0; i < d->n; i++)
		all += cell(d, m, w, d->v[i].value, &n);
	for (size_t i = 0; i < d->n && all > 0; i++) {
		sum = cell(d, m, w, d->v[i].value, &n);
		if (n == 0)
			continue;
		hd_table_cstr(t, d->name);
		hd_table_text(t, m->value);
		hd_table_text(t, d->v[i].value);
		hd_table_real(t, sum / all * (double)m->sum, 1);
		hd_table_real(t, sum / all, 4);
		hd_table_int(t, n);
		hd_table_row(t);
	}
	free(w);
}

void
hd_score_confusion(const struct hd_scored *d, struct hd_table *t)
{
	for (size_t m = 0; m < d->n; m++)
		if (d->v[m].sum > 0)
			matrix_row(d, &d->v[m], t);
}
