/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ORDER_H
#define HD_ORDER_H

#include <stddef.h>

/*
 * What is read off one sample in its order.  Values hold no NaN; functions that
 * take them sorted want the smallest first.
 */

/*
 * The 2.5th and 97.5th percentile of n values, which are sorted on the way:
 * the percentile interval of a bootstrap.  Both NaN when n = 0.
 */
void hd_order_limits(double *v, size_t n, double *lo, double *hi);

struct hd_median {
	double median, lo, hi;
	size_t k; /* lo is the k-th smallest, hi the k-th largest; 0: none */
};

/*
 * The rank of a 95 % interval of the median: the largest k for which fewer than
 * k of n fall below the median at most once in forty (Hahn and Meeker
 * 1991).  0 where n < 6 allows none.
 */
size_t hd_median_rank(size_t n);

/* The median of sorted v with that interval; NaN where there is none. */
struct hd_median hd_median(const double *v, size_t n);

/*
 * The mean of sorted v when what is above its quantile p counts as that
 * quantile (Tukey 1962; the long tail only).  n = 0: NaN; p = 1: the mean.
 */
double hd_winsorised_mean(const double *v, size_t n, double p);

#endif
