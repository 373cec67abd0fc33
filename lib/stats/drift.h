/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DRIFT_H
#define HD_DRIFT_H

#include <stddef.h>

/*
 * How far two windows differ in their mix of k categories, x and y their
 * counts.  Any two windows differ somewhat: a size goes with a threshold.
 */

/*
 * Jensen-Shannon divergence in bits (Lin 1991): 0 for the same shares, 1 for
 * nothing in common.  A window empty: NaN.
 */
double hd_jsd(const double *x, const double *y, size_t k);

struct hd_psi {
	double psi;
	double limit; /* what it stays below 19 times in 20 without drift */
};

/*
 * Population stability index, half a count added to each category, with the
 * threshold of Yurdakul (2018): chi-squared with k - 1 degrees of freedom, at
 * 95 %, times 1/n + 1/m.  The usual 0.1 and 0.25 tell the size of the sample.
 * A window empty or k < 2: NaN.
 */
struct hd_psi hd_psi(const double *x, const double *y, size_t k);

struct hd_cramer {
	double v;	/* 0 to 1 (Cramer 1946) */
	double chi2, p; /* Pearson's test that the shares are the same */
	size_t df;
};

/*
 * Cramer's V of the two by k table.  Categories that neither window has do not
 * count; NaN when fewer than two are left, and for a window empty.
 */
struct hd_cramer hd_cramer(const double *x, const double *y, size_t k);

#endif
