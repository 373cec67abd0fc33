/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_METRICS_COMPARE_INT_H
#define HD_METRICS_COMPARE_INT_H

#include "base/mem.h"
#include "metrics/compare.h"
#include "stats/compare.h"
#include "stats/difference.h"

/* The parts of a comparison, and what they share; see compare.h. */

/* A figure that waits until all tests are done. */
struct hd_compared_figure {
	struct hd_figure f; /* its strings are the arena's */
	const struct hd_metric *m;
	const char *what; /* "difference" */
	const char *by;	  /* NULL: of all */
	struct hd_str value;
	double p, q; /* NaN: not tested */
};

struct hd_comparing {
	const struct hd_compare *c;
	const struct hd_metric *m; /* at hand, */
	int64_t N;		   /* and the tickets it speaks for */
	struct hd_compared_figure *v;
	size_t n, cap;
	struct hd_arena arena;
};

/*
 * Add a figure of the metric at hand, called NAME.what; by NULL: of all, with its N.  It is
 * SUPPRESSED where a window has less than min_n of its n[2], and NOT-MEASURABLE
 * without an estimate.  Returns its place, borrowed until the next.
 */
struct hd_compared_figure *hd_comparing_add(struct hd_comparing *x,
    const char *what, const char *by, struct hd_str value,
    const struct hd_difference *d, const int64_t n[2], const char *method);

/* A rate or mean; a median. */
int hd_compare_rate(struct hd_comparing *x, struct hd_err *err);
int hd_compare_times(struct hd_comparing *x, struct hd_err *err);

#endif
