/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_COMPARE_H
#define HD_COMPARE_H

#include <stddef.h>
#include <stdint.h>

/*
 * Two windows compared type by type, 0 the one before and 1 the one after: has
 * the rate changed, or only the mix of what comes in?  Types are fixed before
 * anybody looks.
 */

/* x of n of one type, in each window. */
struct hd_compared {
	int64_t x0, n0, x1, n1;
};

/*
 * Make one last cell of all that have n < least in a window; the number of
 * cells then.  Order is kept.
 */
size_t hd_compared_merge(struct hd_compared *cells, size_t k, int64_t least);

enum hd_standard {
	HD_STANDARD_MEAN,     /* of the shares in both windows */
	HD_STANDARD_BASELINE, /* those of window 0 */
	HD_STANDARD_POOLED,   /* those of both windows as one */
};

struct hd_standardised {
	double diff, lo, hi; /* 95 % limits */
};

/*
 * Direct standardisation: sum of w (p1 - p0), the difference if the mix had
 * stayed, with limits by MOVER over Wilson's of each rate (Zou and Donner 2008).
 * NaN when a type that has a weight is missing from a window, which
 * hd_compared_merge() is for, and for k = 0.
 */
struct hd_standardised hd_standardise(
    const struct hd_compared *cells, size_t k, enum hd_standard standard);

/* A type's part in R1 - R0; rates of a window without the type are NaN. */
struct hd_kitagawa_row {
	double w0, w1; /* share of the window */
	double r0, r1;
	double rate, mix;
};

struct hd_kitagawa {
	double r0, r1;	  /* of the windows */
	double rate, mix; /* their sum is r1 - r0 */
	double rate_se;	  /* of rate, shares taken as fixed */
};

/*
 * Kitagawa (1955): R1 - R0 is what rates did, sum of (w0 + w1) / 2 (r1 - r0),
 * and what the mix did, sum of (w1 - w0) (r - R), r the mean of a type's rates
 * and R that of the windows; so a type that grows adds when it is above R.  A
 * type of one window only is all mix.  rows[k] is filled.  NaN throughout when
 * a window is empty.
 */
struct hd_kitagawa hd_kitagawa(
    const struct hd_compared *cells, size_t k, struct hd_kitagawa_row *rows);

struct hd_mantel {
	double odds, lo, hi; /* ratio of the odds of window 1 to those of 0 */
	double se;	     /* of ln odds */
	double chi2, p;	     /* of the test that there is no effect */
	size_t up, down;     /* types whose rate rose and fell */
};

/*
 * One odds ratio for all types (Mantel and Haenszel 1959) with the variance of
 * Robins, Breslow and Greenland (1986), and the Cochran-Mantel-Haenszel test
 * with continuity correction.  Where types went both ways the table tells more.
 * Events in one window only: odds 0 or infinite, without limits.  All is NaN
 * when no type tells the windows apart: each has one window or one outcome.
 */
struct hd_mantel hd_mantel_haenszel(const struct hd_compared *cells, size_t k);

/* What one agent's tickets of one type took, beside what all such take. */
struct hd_taken {
	double mean, var; /* of one ticket of the type, in the baseline */
	double n, sum;	  /* of the agent */
};

struct hd_oe {
	double o, e, ratio;
	double lo, hi; /* where 95 % of ratios are by chance alone: a funnel */
};

/*
 * Observed over expected: indirect standardisation.  The funnel is 1 -+ z
 * sqrt(sum of n var) / e (Spiegelhalter 2005), not below 0.  e = 0: ratio and
 * limits NaN.
 */
struct hd_oe hd_observed_expected(const struct hd_taken *cases, size_t k);

#endif
