/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DIFFERENCE_H
#define HD_DIFFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stats/proportion.h"

/* Two independent proportions: their difference with 95 % limits, and a test. */

struct hd_difference {
	double d, lo, hi; /* x1/n1 - x0/n0 */
	double pvalue;	  /* two-sided */
	bool exact;	  /* pvalue is mid-P of Fisher's test */
};

/*
 * The difference of x1 of n1 and x0 of n0: limits by Newcombe's hybrid score
 * (1998, Statistics in Medicine 17:873, method 10), from Wilson's of either.
 * The p-value is that of z under the pooled share or, when less than 5 are
 * expected in any of the four cells, Fisher's: all tables with the same margins
 * that are no likelier than the one seen, that one counting half (mid-P,
 * Lancaster 1961).  Margins that allow one table only give 1.
 * n1 or n0 = 0: d and pvalue NaN, limits [-1, 1].
 */
struct hd_difference hd_newcombe(
    int64_t x1, int64_t n1, int64_t x0, int64_t n0);

/* x of n, in m clusters, sum_sq as of hd_wilson_cluster(). */
struct hd_clusters {
	int64_t x, n, m;
	double sum_sq;
};

/*
 * The same where tickets come in clusters: limits by Newcombe's method from those of
 * hd_wilson_cluster(), the p-value of t under the pooled share, each variance times its
 * design effect, m1 + m0 - 2 degrees of freedom.  Where no cluster has two it is
 * hd_newcombe().  A sample of one cluster: limits and pvalue NaN.
 */
struct hd_difference hd_newcombe_cluster(
    const struct hd_clusters *one, const struct hd_clusters *zero);

/*
 * The difference of two independent figures with limits of their own (MOVER, Zou and
 * Donner 2008); the p-value is that of z, from the limits of the difference that are
 * on the side of 0.  Something NaN: limits and pvalue NaN.
 */
struct hd_difference hd_mover(
    const struct hd_interval *one, const struct hd_interval *zero);

/*
 * a - b of two independent estimates, with limits from those of either (MOVER: Zou
 * and Donner 2008); of two Wilson intervals it is Newcombe's.  Limits are NaN
 * where either has none.
 */
struct hd_interval hd_interval_difference(
    const struct hd_interval *a, const struct hd_interval *b);

/* The same of the sum of w (a - b) over k pairs; a pair of weight 0 is left out. */
struct hd_interval hd_interval_contrast(const double *w,
    const struct hd_interval *a, const struct hd_interval *b, size_t k);

#endif
