/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CHART_H
#define HD_CHART_H

#include <stddef.h>
#include <stdint.h>

/*
 * Control charts of a series of counts, one for each day: slow drift that no
 * single day shows.
 */

/*
 * What a Poisson CUSUM takes off each day so as to find a mean of mu1 where mu0
 * is normal (Lucas 1985): (mu1 - mu0) / ln(mu1 / mu0).  0 < mu0 < mu1.
 */
double hd_cusum_k(double mu0, double mu1);

/*
 * S = max(0, S + x - k), day after day from 0; s[n] is filled.  The first day,
 * from 0, whose S is h or more: the alarm.  n when there is none.
 */
size_t hd_cusum(const double *x, size_t n, double k, double h, double *s);

/*
 * The h with which Poisson counts of mean mu give one false alarm in `days`
 * days, by simulation: 400 runs from 0 give it a standard error of five in a
 * hundred of the days, of h much less.  mu > 0, k > 0, days >= 1.
 */
double hd_cusum_limit(double mu, double k, double days, uint32_t seed);

/* One day of an EWMA. */
struct hd_ewma {
	double z;      /* smoothed */
	double lo, hi; /* between which it is normal */
};

/*
 * Exponentially weighted mean of 2 sqrt(x + 3/8) (Anscombe 1948; Roberts 1959),
 * lambda its weight of a day, limits `width` of its standard deviations: 0.2
 * and 3 are usual.  Mean and deviation are those of a Poisson variable of mean
 * mu, exact for small mu too.  out[n] is filled.  The first day, from 0, that
 * is outside; n when there is none.
 */
size_t hd_ewma(const double *x, size_t n, double mu, double lambda,
    double width, struct hd_ewma *out);

#endif
