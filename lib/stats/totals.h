/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TOTALS_H
#define HD_TOTALS_H

#include <stddef.h>
#include <stdint.h>

/*
 * Totals over a window (hours of human work) from what the machine said of all
 * tickets and what a stratified review says of its errors.
 */

/* One stratum.  y, yhat: is the ticket one, and did the machine say so; t: its
 * time in seconds. */
struct hd_total_stratum {
	double N;	 /* tickets */
	double machine;	 /* sum of yhat t over all of them, seconds */
	const double *d; /* t (y - yhat) of the reviewed; borrowed */
	size_t n;	 /* how many: reviewed */
};

struct hd_total {
	double total, lo, hi; /* seconds */
	size_t n;	      /* reviewed */
	size_t thin; /* strata with n < 2 < N that borrow their variance */
};

/*
 * The difference estimator, sum of machine + sum of N mean(d) (Saerndal,
 * Swensson and Wretman 1992, 6.3), and 95 % percentile limits of
 * HD_BOOT_ROUNDS rounds of the bootstrap of Rao and Wu (1988, JASA 83:231): in
 * each stratum n - 1 of the n deviations from the mean are drawn with
 * replacement and their mean is scaled by sqrt(1 - n/N), which gives the
 * unbiased variance of a sample drawn without replacement.
 *
 * The variance of a stratum with n < 2 cannot be had: it draws one of the
 * deviations of the other strata, in place of its own.  n = 0: its mean is
 * that of the other strata too, weighted by N.  No stratum with n >= 2: limits
 * NaN; nothing reviewed at all: total NaN.  n >= N is a census, no error.
 * N <= 0 is ignored.  The same seed and order of d give the same limits.
 */
struct hd_total hd_total(
    const struct hd_total_stratum *s, size_t h, uint32_t seed);

#endif
