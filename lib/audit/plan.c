/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large a review should be: see plan.h. */
#include <math.h>
#include <stdlib.h>

#include "audit/plan.h"
#include "stats/draw.h"
#include "store/frame.h"
#include "store/select.h"

int
hd_plan_open(struct hd_plan *p, struct hd_err *err)
{
	if (hd_frame_fill(p->db, p->columns, p->ncolumns, err) != 0)
		return -1;
	return hd_sel_count(p->db, &p->N, err);
}

/* What the strata of a draw are expected to show; none of it known is one half. */
static void
expect(const struct hd_lot *l, struct hd_planned *out)
{
	struct hd_stratum *s = hd_xcalloc(l->n + 1, sizeof(*s));
	int *kind = hd_xcalloc(l->n + 1, sizeof(*kind));
	double N = 0, n = 0, yes = 0, p;

	for (size_t i = 0; i < l->n; i++) {
		p = isnan(l->v[i].p) ? 0.5 : l->v[i].p;
		s[i].N = (double)l->v[i].N;
		s[i].n = (double)l->v[i].n;
		s[i].x = s[i].n * p;
		kind[i] = hd_sample_kind(l->v[i].ceiling);
		N += s[i].N;
		n += s[i].n;
		yes += s[i].N * p;
	}
	out->n = (int64_t)n;
	out->nstrata = l->n;
	out->strata = hd_review_share(s, kind, l->n, HD_SHARE_FRAME, false);
	out->random = hd_wilson_of(N > 0 ? yes / N : NAN, n, N);
	free(s);
	free(kind);
}

int
hd_plan_try(
    struct hd_plan *p, int64_t n, struct hd_planned *out, struct hd_err *err)
{
	struct hd_drawjob job = {
		.db = p->db, .n = n, .proportional = p->proportional
	};
	struct hd_map raw = HD_MAP_INIT;
	int r;

	hd_lot_init(&job.lot, hd_str(""));
	r = hd_draw_strata(&job, &raw, err);
	if (r == 0)
		r = hd_draw_allocate(&job, err);
	if (r == 0)
		expect(&job.lot, out);
	p->reviewed = job.neyman;
	hd_map_release(&raw);
	hd_lot_release(&job.lot);
	return r;
}

static double
half(const struct hd_planned *x)
{
	return (x->strata.hi - x->strata.lo) / 2;
}

/* By halves: the interval narrows as n grows, but for the rounding of shares. */
int
hd_plan_margin(struct hd_plan *p, double margin, struct hd_planned *out,
    struct hd_err *err)
{
	int64_t lo = 0, hi = p->N, n;

	while (hi - lo > 1) {
		n = lo + (hi - lo) / 2;
		if (hd_plan_try(p, n, out, err) != 0)
			return -1;
		if (half(out) <= margin)
			hi = n;
		else
			lo = n;
	}
	return hd_plan_try(p, hi, out, err);
}
