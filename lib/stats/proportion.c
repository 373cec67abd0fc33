/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intervals of one proportion: see proportion.h. */
#include <math.h>

#include <gsl/gsl_cdf.h>

#include "stats/proportion.h"
#include "stats/quantile.h"

static void
score(struct hd_interval *i, double n, double z)
{
	double z2 = z * z, d = 1 + z2 / n;
	double centre = (i->p + z2 / (2 * n)) / d;
	double half = z * sqrt(i->p * (1 - i->p) / n + z2 / (4 * n * n)) / d;

	i->lo = i->p <= 0 ? 0 : fmax(0, centre - half);
	i->hi = i->p >= 1 ? 1 : fmin(1, centre + half);
}

struct hd_interval
hd_wilson_of(double p, double n, double N)
{
	struct hd_interval i = { NAN, 0, 1, 1 };

	if (!(n > 0))
		return i;
	i.p = p;
	if (N > 0 && n >= N) {
		i.lo = i.hi = p;
		return i;
	}
	if (N > 0)
		n *= (N - 1) / (N - n);
	/* less than one ticket of N = 1 says nothing */
	if (n > 0)
		score(&i, n, gsl_cdf_ugaussian_Pinv(0.975));
	return i;
}

struct hd_interval
hd_wilson(int64_t x, int64_t n)
{
	return hd_wilson_of((double)x / (double)n, (double)n, 0);
}

static double
share(double odds)
{
	return odds / (1 + odds);
}

struct hd_interval
hd_clopper(int64_t x, int64_t n)
{
	struct hd_interval i = { NAN, 0, 1, 1 };
	double yes = (double)x, no = (double)(n - x);

	if (n <= 0)
		return i;
	i.p = yes / (double)n;
	if (x > 0)
		i.lo = share(hd_beta_odds(0.025, yes, no + 1));
	if (x < n)
		i.hi = share(hd_beta_odds(0.975, yes + 1, no));
	return i;
}

struct hd_interval
hd_wilson_cluster(int64_t x, int64_t n, int64_t m, double sum_sq)
{
	struct hd_interval i = { NAN, NAN, NAN, 1 };
	double v;

	if (n <= 0)
		return hd_wilson(x, n);
	i.p = (double)x / (double)n;
	if (m < 2)
		return i;
	if (x == 0 || x == n) {
		i.deff = (double)n / (double)m;
	} else {
		v = (double)m / (double)(m - 1) * sum_sq /
		    ((double)n * (double)n);
		i.deff = fmax(1, v / (i.p * (1 - i.p) / (double)n));
	}
	score(
	    &i, (double)n / i.deff, gsl_cdf_tdist_Pinv(0.975, (double)(m - 1)));
	return i;
}

struct hd_interval
hd_mean_cluster(double mean, double n, int64_t m, double sum_sq, double var)
{
	struct hd_interval i = { mean, NAN, NAN, NAN };
	double v, half;

	if (m < 2)
		return i;
	v = (double)m / (double)(m - 1) * sum_sq / (n * n);
	half = gsl_cdf_tdist_Pinv(0.975, (double)(m - 1)) * sqrt(v);
	i.lo = mean - half;
	i.hi = mean + half;
	i.deff = var > 0 ? fmax(1, v / (var / n)) : NAN;
	return i;
}
