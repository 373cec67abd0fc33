/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changed since the period before, and what people undo: historyrun.h. */
#include <math.h>
#include <stdlib.h>

#include "audit/historyrun.h"
#include "stats/difference.h"
#include "stats/fdr.h"

#define SURE   0.05
#define MATTER 0.2 /* of the larger share: a change of less is not told */

static bool
enough(const struct hd_change *c, int64_t least)
{
	return c->n >= least && c->n0 >= least && c->n > 0 && c->n0 > 0;
}

void
hd_history_drift(const struct hd_change *v, size_t k, int64_t least,
    struct hd_ruledrift *out)
{
	double *p = hd_xcalloc(k + 1, sizeof(*p));
	struct hd_difference d;
	size_t n = 0;

	for (size_t i = 0; i < k; i++) {
		out[i] = (struct hd_ruledrift){ NAN, NAN, NAN, NAN, NAN, NAN,
			false };
		if (v[i].n > 0)
			out[i].now = (double)v[i].x / (double)v[i].n;
		if (v[i].n0 > 0)
			out[i].before = (double)v[i].x0 / (double)v[i].n0;
		if (!enough(&v[i], least))
			continue;
		d = hd_newcombe(v[i].x, v[i].n, v[i].x0, v[i].n0);
		out[i].d = d.d;
		out[i].lo = d.lo;
		out[i].hi = d.hi;
		p[n++] = d.pvalue;
	}
	hd_holm(p, n, p);
	n = 0;
	for (size_t i = 0; i < k; i++) {
		if (!enough(&v[i], least))
			continue;
		out[i].p = p[n++];
		out[i].moved =
		    out[i].p <= SURE &&
		    fabs(out[i].d) >= MATTER * fmax(out[i].now, out[i].before);
	}
	free(p);
}

bool
hd_history_judges(const struct hd_historyjob *job, const struct hd_rule *r)
{
	return job->wanted == NULL || job->wanted[r->pos.file];
}

size_t
hd_history_drifts(const struct hd_historyjob *job, const struct hd_history *h,
    struct hd_ruledrift *out)
{
	struct hd_change *v = hd_xcalloc(h->n + 1, sizeof(*v));
	const struct hd_rulehistory *r;
	size_t tested = 0;

	for (size_t i = 0; i < h->n; i++) {
		r = &h->rules[i];
		if (r->lacks != NULL || !hd_history_judges(job, r->rule))
			continue;
		v[i] = (struct hd_change){ r->fires[HD_ERA_NOW],
			hd_history_asked(h, r->rule, HD_ERA_NOW),
			r->fires[HD_ERA_BEFORE],
			hd_history_asked(h, r->rule, HD_ERA_BEFORE) };
		tested += enough(&v[i], job->least);
	}
	hd_history_drift(v, h->n, job->least, out);
	free(v);
	return tested;
}

const struct hd_tally *
hd_history_undone(const struct hd_rulehistory *r, int64_t least)
{
	if (r->judged.n > 0 && r->judged.n >= least)
		return &r->judged;
	return r->corrected.n > 0 && r->corrected.n >= least ? &r->corrected
							     : NULL;
}
