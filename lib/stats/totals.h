/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TOTALS_H
#define HD_TOTALS_H

#include <stddef.h>
#include <stdint.h>

/*
 * Totals over a window (hours of human work) from what the machine said of all
 * tickets and what a stratified review says of its errors.
 */

struct hd_total {
	double total, lo, hi; /* seconds */
	size_t n;	      /* reviewed */
	size_t thin;	      /* strata with too few reviewed for a variance */
};

/* One stratum of hd_hours(), all tickets of it tagged alike. */
struct hd_time_stratum {
	double N;	 /* tickets */
	double time;	 /* seconds of all of them */
	const double *t; /* seconds of the reviewed, none below 0; borrowed */
	const double *x; /* 1 for the true ones, 0 for the others; borrowed */
	size_t n;	 /* how many: reviewed */
};

/*
 * The time of the true ones, sum of time r: r = sum(t x) / sum(t) over the
 * reviewed of a stratum, the share of its time (the ratio estimator, Cochran
 * 1977, 6.2).  95 % limits by MOVER, as in strata.h, over those of Wilson for r
 * at the effective number (sum t)^2 / sum t^2 (Kish 1965), with
 * finite-population correction.  Closed form, and no error seen is not taken
 * for none: simulated coverage 0.96 to 1.00, where that of hd_total() is 0.84 to
 * 0.96.  Long tickets cost precision: cut strata by time too.
 *
 * A stratum without a reviewed ticket, or without time in those, is anything:
 * r 1/2, limits [0, 1]; it counts in thin.  n >= N is a census, no error.
 * N <= 0 is ignored.
 */
struct hd_total hd_hours(const struct hd_time_stratum *s, size_t h);

/* One stratum of hd_total(): y, yhat: is the ticket one, did the machine say
 * so; t: its time in seconds, or another weight. */
struct hd_total_stratum {
	double N;	 /* tickets */
	double machine;	 /* sum of yhat t over all of them */
	const double *d; /* t (y - yhat) of the reviewed; borrowed */
	size_t n;	 /* how many: reviewed */
};

/* Errors (d other than 0) below which hd_total() gives no limits. */
#define HD_TOTAL_ERRORS 10

/*
 * The difference estimator, sum of machine + sum of N mean(d) (Saerndal,
 * Swensson and Wretman 1992, 6.3), for strata where the machine said both, or
 * weights that are no times.  95 % percentile limits of HD_BOOT_ROUNDS rounds of
 * the bootstrap of Rao and Wu (1988, JASA 83:231): in each stratum n - 1 of the
 * n deviations from the mean are drawn with replacement and their mean is scaled
 * by sqrt(1 - n/N), which gives the unbiased variance of a sample drawn without
 * replacement.  A bootstrap knows no error that was not seen: with fewer than
 * HD_TOTAL_ERRORS in all there are no limits (NaN), with few they are narrow.
 *
 * The variance of a stratum with n < 2 cannot be had: it draws one of the
 * deviations of the other strata, in place of its own, and counts in thin.
 * n = 0: its mean is that of the other strata too, weighted by N.  No stratum
 * with n >= 2: limits NaN; nothing reviewed at all: total NaN.  n >= N is a
 * census, no error.  N <= 0 is ignored.  The same seed and order of d give the
 * same limits.
 */
struct hd_total hd_total(
    const struct hd_total_stratum *s, size_t h, uint32_t seed);

#endif
