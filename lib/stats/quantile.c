/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beta and gamma distributions: see quantile.h. */
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "stats/quantile.h"

/* Where logarithms of odds and of values are looked for, and how finely. */
#define FAR   700.0
#define STEPS 52

double
hd_beta_p(double x, double a, double b)
{
	double p = gsl_cdf_beta_P(x, a, b), n = a + b, z, skew;

	if (!isnan(p))
		return p;
	/* both are large: normal, but for a little skewness */
	z = (x - a / n) / sqrt(a / n * (b / n) / (n + 1));
	skew = 2 * (b - a) / (n + 2) * sqrt((n + 1) / a / b);
	p = gsl_cdf_ugaussian_P(z) -
	    skew / 6 * (z * z - 1) * gsl_ran_ugaussian_pdf(z);
	return fmin(1, fmax(0, p));
}

/* P of a beta variable whose log odds are t. */
static double
beta_at(double t, double a, double b)
{
	return t < 0 ? hd_beta_p(1 / (1 + exp(-t)), a, b)
		     : 1 - hd_beta_p(1 / (1 + exp(t)), b, a);
}

/* The same of a gamma variable whose logarithm is t; b is not used. */
static double
gamma_at(double t, double a, double b)
{
	(void)b;
	return gsl_cdf_gamma_P(exp(t), a, 1);
}

static double
solve(double p, double (*at)(double, double, double), double a, double b)
{
	double lo = -FAR, hi = FAR, mid;

	for (int i = 0; i < STEPS; i++) {
		mid = (lo + hi) / 2;
		if (at(mid, a, b) < p)
			lo = mid;
		else
			hi = mid;
	}
	return exp(hi);
}

double
hd_beta_odds(double p, double a, double b)
{
	return solve(p, beta_at, a, b);
}

double
hd_gamma_quantile(double p, double a)
{
	double x = solve(p, gamma_at, a, 0);

	return x > 1e-300 ? x : 0;
}
