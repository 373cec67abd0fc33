/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TREND_H
#define HD_TREND_H

#include <stddef.h>
#include <stdint.h>

/* x of n in a row of periods of the same length. */
struct hd_trend_point {
	int64_t x, n;
};

struct hd_trend {
	double z; /* above 0: it rises */
	double p; /* two-sided */
};

/*
 * Does a share rise or fall over k periods (Cochran 1954, Armitage 1955)?  deff: the
 * design effect of clusters, 1 without.  NaN where nothing can tell: less than three
 * periods with observations, or all of one outcome.
 */
struct hd_trend hd_trend_test(
    const struct hd_trend_point *points, size_t k, double deff);

#endif
