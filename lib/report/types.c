/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moved a share: see types.h. */
#include <math.h>
#include <stdlib.h>

#include "report/types.h"
#include "stats/difference.h"

/* A part of a change that is less of it than this is not named. */
#define SMALL 0.2

/* Of a type: one account has no variance to correct by. */
static struct hd_interval
cell(const struct hd_sums *s)
{
	return s->accounts < 2 ? hd_wilson(llround(s->x), s->n)
			       : hd_sums_rate(s);
}

static void
rate_limits(const struct hd_bytype *t, struct hd_typeshift *s)
{
	struct hd_interval *a = hd_xcalloc(t->n + 1, 2 * sizeof(*a)), *b;
	double *w = hd_xcalloc(t->n + 1, sizeof(*w));

	b = a + t->n;
	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].in[0].n == 0 || t->v[i].in[1].n == 0)
			continue;
		w[i] = (s->rows[i].w0 + s->rows[i].w1) / 2;
		a[i] = cell(&t->v[i].in[1]);
		b[i] = cell(&t->v[i].in[0]);
	}
	s->rate = hd_interval_contrast(w, a, b, t->n);
	free(a);
	free(w);
}

void
hd_types_shift(const struct hd_bytype *t, struct hd_typeshift *s)
{
	struct hd_compared *cells = hd_bytype_cells(t);

	s->rows = hd_xcalloc(t->n + 1, sizeof(*s->rows));
	s->k = hd_kitagawa(cells, t->n, s->rows);
	rate_limits(t, s);
	s->n = t->all[0].n + t->all[1].n;
	s->before = hd_sums_rate(&t->all[0]);
	s->after = hd_sums_rate(&t->all[1]);
	s->change = hd_interval_difference(&s->after, &s->before);
	free(cells);
}

void
hd_typeshift_release(struct hd_typeshift *s)
{
	free(s->rows);
}

enum hd_cause
hd_shift_cause(const struct hd_interval *change, const struct hd_interval *rate,
    double mix)
{
	bool moved = rate->lo > 0 || rate->hi < 0;

	if (isnan(change->lo) || isnan(rate->lo) || isnan(mix))
		return HD_SHIFT_UNKNOWN;
	if (change->lo <= 0 && change->hi >= 0)
		return moved ? HD_SHIFT_HIDDEN : HD_SHIFT_NONE;
	if (!moved)
		return HD_SHIFT_MIX;
	return fabs(mix) < SMALL * fabs(change->p) ? HD_SHIFT_RATE
						   : HD_SHIFT_BOTH;
}
