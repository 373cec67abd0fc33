/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Medians of times: see replytime.h. */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_sort.h>

#include "base/mem.h"
#include "escalation/replytime.h"
#include "stats/order.h"

struct hd_figure
hd_replytime(const struct hd_esctally *t, bool complete, int64_t min_n)
{
	const uint64_t bit = (uint64_t)1 << HD_EM_COMPLETE;
	double *v = hd_xcalloc(t->n + 1, sizeof(*v));
	struct hd_median m = { NAN, NAN, NAN, 0 };
	int64_t of = 0;
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++) {
		const struct hd_tallied *row = &t->v[i];

		if (!(row->n & bit) || ((row->x & bit) != 0) != complete)
			continue;
		of++;
		if (row->useful_s >= 0)
			v[n++] = (double)row->useful_s;
	}
	gsl_sort(v, 1, n);
	if (n > 0)
		m = hd_median(v, n);
	free(v);
	return (struct hd_figure){ complete ? "useful_reply_s.complete"
					    : "useful_reply_s.incomplete",
		"all", m.median, m.lo, m.hi, -1, (int64_t)n, of, 0, "median",
		"handoff",
		n == 0		     ? HD_NOT_MEASURABLE
		: (int64_t)n < min_n ? HD_SUPPRESSED
				     : HD_MEASURED };
}
