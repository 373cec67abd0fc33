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
 * The same for a share p seen in n, which need not be whole (an effective
 * number), drawn without replacement from N: n counts as n (N - 1) / (N - n),
 * the finite-population correction of Cochran (1977, 2.6).  N <= 0 is a
 * population without end.  n >= N has seen all: the limits are p.  n <= 0 gives
 * [0, 1] and p NaN.
 */
struct hd_interval hd_wilson_of(double p, double n, double N);

/*
 * The interval of Clopper and Pearson (1934), by quantiles of the beta
 * distribution: covers at least 95 % whatever the truth.  For guarantees and
 * gates; wider than Wilson's.  n = 0, x = 0 and x = n as for hd_wilson().
 */
struct hd_interval hd_clopper(int64_t x, int64_t n);

/*
 * The same for n observations in m clusters (tickets of accounts):
 * sum_sq = sum over clusters of (x_c - p n_c)^2.  V = m/(m-1) sum_sq / n^2,
 * deff = max(1, V / (p(1-p)/n)), then Wilson with n/deff and the t quantile of
 * m-1 degrees of freedom.  p = 0 or 1: deff = n/m.  m = 1: no interval.
 */
struct hd_interval hd_wilson_cluster(
    int64_t x, int64_t n, int64_t m, double sum_sq);

/*
 * A mean of n values in m clusters: sum_sq as above, of the values' sums; limits are
 * Student's t with m-1 degrees of freedom (Cochran 1977, 2.11).  deff is V by var / n,
 * 1 at least: var is the variance of the values, and without any deff is NaN.  m = 1:
 * no interval.
 */
struct hd_interval hd_mean_cluster(
    double mean, double n, int64_t m, double sum_sq, double var);

#endif
