/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DIFFERENCE_H
#define HD_DIFFERENCE_H

#include <stdbool.h>
#include <stdint.h>

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

#endif
