/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_AGREEMENT_H
#define HD_AGREEMENT_H

#include <stddef.h>
#include <stdint.h>

/*
 * Agreement of two raters on categories, and which of two raters agrees better
 * with a third.  Numbers in, numbers out.
 */

/*
 * Cohen's kappa (Cohen 1960) of a k by k table, row after row: table[i * k + j]
 * counts what the first called i and the second j.  NaN when chance alone
 * explains all agreement: nothing was rated, or all of it the same by both.
 */
double hd_kappa(const double *table, size_t k);

/* One thing rated: what is true of it, what two taggers said; all < k. */
struct hd_rated {
	size_t truth, a, b;
	uint64_t group; /* what is not independent has the same */
};

/* Kappa of both against the truth, and of b less that of a, with 95 % limits. */
struct hd_kappas {
	double a, alo, ahi;
	double b, blo, bhi;
	double diff, lo, hi;
	size_t n, groups;
	size_t rounds; /* that gave all three a value */
};

#define HD_KAPPAS_ROUNDS 2000

/*
 * Compare two taggers on the same n things: percentile bootstrap over groups,
 * each drawn whole, both taggers on the same draw (Efron and Tibshirani 1993).
 * Limits are NaN with fewer than two groups, or when less than nine in ten
 * rounds have a kappa.  The same seed gives the same limits, whatever the order
 * of the things.
 */
struct hd_kappas hd_kappas_compare(
    const struct hd_rated *rated, size_t n, size_t k, uint64_t seed);

#endif
