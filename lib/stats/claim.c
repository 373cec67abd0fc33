/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims about a share: see claim.h. */
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "stats/claim.h"

/* What rounding may make of two outcomes that are as likely. */
#define SLACK (1 + 1e-7)

/* Outcomes in (from, n] that are no likelier than `chance`; they get rarer upwards. */
static double
above(unsigned from, unsigned n, double p, double chance)
{
	unsigned lo = from, hi = n + 1, mid;

	while (hi - lo > 1) {
		mid = lo + (hi - lo) / 2;
		if (gsl_ran_binomial_pdf(mid, p, n) <= chance * SLACK)
			hi = mid;
		else
			lo = mid;
	}
	return hi > n ? 0 : gsl_cdf_binomial_Q(hi - 1, p, n);
}

/* The side of x and its outcomes, and those as rare on the other side. */
static double
both_sides(unsigned x, unsigned n, double p)
{
	double chance = gsl_ran_binomial_pdf(x, p, n), tail;
	unsigned mode = (unsigned)floor((n + 1.0) * p);

	if (x == mode || gsl_ran_binomial_pdf(mode, p, n) <= chance * SLACK)
		return 1;
	if (x > mode)
		return both_sides(n - x, n, 1 - p);
	tail = above(mode, n, p, chance);
	return fmin(1, gsl_cdf_binomial_P(x, p, n) + tail);
}

double
hd_binomial_p(int64_t x, int64_t n, double p0)
{
	if (n <= 0)
		return 1;
	if (p0 <= 0 || p0 >= 1)
		return x == (p0 <= 0 ? 0 : n);
	return both_sides((unsigned)x, (unsigned)n, p0);
}

double
hd_score_p(double share, double n_eff, int64_t m, double p0)
{
	double se = sqrt(p0 * (1 - p0) / n_eff);

	if (m < 2)
		return NAN;
	if (!(se > 0))
		return share == p0;
	return fmin(
	    1, 2 * gsl_cdf_tdist_Q(fabs(share - p0) / se, (double)(m - 1)));
}
