/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SHRINK_H
#define HD_SHRINK_H

#include <stddef.h>

/*
 * Which of many accounts have more than their share: counts shrunk towards all
 * (Gamma-Poisson, empirical Bayes), as few tickets prove little.
 */

/* Rates, of observed to expected, are Gamma(a) of mean a / b. */
struct hd_gamma {
	double a, b;
};

/*
 * The rates of n accounts from counts x and expectations e, by moments: mean
 * mu = sum x / sum e, variance tau = sum((x - mu e)^2 - x) / sum e^2, a = mu^2 /
 * tau, b = a / mu.  Where counts vary no more than Poisson, a = 10,000: all
 * have one rate, nearly.  Accounts with e = 0 say nothing.  NaN without any
 * count.
 */
struct hd_gamma hd_gamma_fit(const double *x, const double *e, size_t n);

struct hd_shrunk {
	double mean;  /* of the rate, after x of e */
	double eb05;  /* below which it is with 5 % (DuMouchel 1999) */
	double above; /* probability that it is above c */
};

/* One account's rate, by the prior g; NaN where that is. */
struct hd_shrunk hd_shrink(struct hd_gamma g, double x, double e, double c);

#endif
