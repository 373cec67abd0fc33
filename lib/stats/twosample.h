/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TWOSAMPLE_H
#define HD_TWOSAMPLE_H

#include <stddef.h>

/*
 * Two samples of a quantity with a long tail, such as handle times.  All are
 * sorted, smallest first, and hold no NaN; x is what is compared with y.
 */

struct hd_two {
	const double *x;
	size_t nx;
	const double *y;
	size_t ny;
};

struct hd_ranksum {
	double u;     /* pairs with x above y, ties counting half; weighted */
	double above; /* P(X > Y) + P(X = Y) / 2 */
	double z, p;  /* two-sided */
};

/*
 * Mann and Whitney (1947), by the normal approximation with correction for ties
 * and for continuity.  A sample empty: all NaN.  All values tied: above is 0.5,
 * z and p are NaN.
 */
struct hd_ranksum hd_mann_whitney(const struct hd_two *s);

/*
 * The same across k strata, each compared within itself: van Elteren (1960),
 * weights 1 / (nx + ny + 1), no correction for continuity.  A stratum with one
 * sample empty says nothing.
 */
struct hd_ranksum hd_van_elteren(const struct hd_two *strata, size_t k);

struct hd_shift {
	double shift, lo, hi; /* 95 % limits */
};

/*
 * How much x is above y: the median of all differences x - y (Hodges and
 * Lehmann 1963) with the limits that go with Mann and Whitney's test (Lehmann
 * 1975).  Exact for any size: differences are counted, not listed.  A
 * sample empty: NaN; limits are NaN where the samples are too small for any.
 */
struct hd_shift hd_hodges_lehmann(const struct hd_two *s);

struct hd_ratio {
	double ratio, lo, hi; /* 95 % limits */
};

/*
 * The ratio of geometric means, x to y, by Welch's interval of the difference
 * of mean logarithms.  Values must be above 0: NaN where one is not, and where
 * a sample is empty.  Limits are NaN when a sample has less than two values or
 * neither varies.
 */
struct hd_ratio hd_geometric_ratio(const struct hd_two *s);

#endif
