/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PROPORTION_H
#define HD_PROPORTION_H

#include <stdint.h>

/*
 * Intervals of one proportion, 95 %.  Numbers in, numbers out; quantiles are
 * GSL's.
 */

struct hd_interval {
	double p, lo, hi; /* NaN where there is none */
	double deff;	  /* design effect used, 1 without clusters */
};

/*
 * Wilson's score interval (Wilson 1927; Brown, Cai and DasGupta 2001): x of n.
 * n = 0 gives [0, 1] and p NaN; x = 0 a lower limit of exactly 0, x = n an
 * upper limit of exactly 1.
 */
struct hd_interval hd_wilson(int64_t x, int64_t n);

/*
 * The same for n observations in m clusters (tickets of accounts):
 * sum_sq = sum over clusters of (x_c - p n_c)^2.  V = m/(m-1) sum_sq / n^2,
 * deff = max(1, V / (p(1-p)/n)), then Wilson with n/deff and the t quantile of
 * m-1 degrees of freedom.  p = 0 or 1: deff = n/m.  m = 1: no interval.
 */
struct hd_interval hd_wilson_cluster(
    int64_t x, int64_t n, int64_t m, double sum_sq);

#endif
