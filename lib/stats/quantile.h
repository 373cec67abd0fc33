/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_QUANTILE_H
#define HD_QUANTILE_H

/*
 * Distributions where GSL's own functions do not do.  gsl_cdf_beta_Pinv() finds
 * nothing from some 100,000 observations on, and at a = b = 1,000,000 does not
 * return; gsl_cdf_gamma_Pinv() finds nothing for small a; gsl_cdf_beta_P() is
 * NaN near the middle when both shapes are large.  All shapes are above 0, but
 * need not be whole.
 */

/* P(X <= x) of Beta(a, b), 0 <= x <= 1. */
double hd_beta_p(double x, double a, double b);

/*
 * The odds x / (1 - x) of the x with P(X <= x) = p, 0 < p < 1: odds, as x can be
 * too near 1 to be told from it.  To 12 digits, less where a and b exceed 10^5.
 */
double hd_beta_odds(double p, double a, double b);

/* The x with P(X <= x) = p, 0 < p < 1, of Gamma(a) with mean a; 0 below 1e-300. */
double hd_gamma_quantile(double p, double a);

#endif
