/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates of two windows: see rate.h. */
#include <math.h>

#include "stats/quantile.h"
#include "stats/rate.h"

/* P(X >= x) of n with probability p, x and n not whole perhaps. */
static double
tail(double x, double n, double p)
{
	if (x <= 0)
		return 1;
	if (x >= n + 1)
		return 0;
	return hd_beta_p(p, x, n - x + 1);
}

struct hd_rate_ratio
hd_rate_ratio(int64_t x1, double t1, int64_t x0, double t0, double phi)
{
	struct hd_rate_ratio r = { NAN, 0, INFINITY, 1, 1 };
	double x = (double)x1 / phi, y = (double)x0 / phi, n = x + y, p;

	if (n <= 0 || t1 <= 0 || t0 <= 0)
		return r;
	p = t1 / (t1 + t0);
	r.ratio = y > 0 ? (x / t1) / (y / t0) : INFINITY;
	if (x > 0)
		r.lo = hd_beta_odds(0.025, x, y + 1) * t0 / t1;
	if (y > 0)
		r.hi = hd_beta_odds(0.975, x + 1, y) * t0 / t1;
	r.p = tail(x, n, p);
	r.mid_p = (r.p + tail(x + 1, n, p)) / 2;
	return r;
}

double
hd_overdispersion(const double *count, size_t types, size_t weeks)
{
	double chi2 = 0, df = 0, mean;

	for (size_t i = 0; i < types && weeks > 1; i++, count += weeks) {
		mean = 0;
		for (size_t w = 0; w < weeks; w++)
			mean += count[w] / (double)weeks;
		if (mean <= 0)
			continue;
		for (size_t w = 0; w < weeks; w++)
			chi2 += pow(count[w] - mean, 2) / mean;
		df += (double)(weeks - 1);
	}
	return df > 0 ? fmax(1, chi2 / df) : 1;
}
