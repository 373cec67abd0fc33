/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two proportions: see difference.h. */
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "stats/difference.h"
#include "stats/proportion.h"

/*
 * Tables as likely as the one seen count as no likelier, though sums of
 * logarithms differ in their last digits.
 */
#define SAME 1e-7

static int64_t
least(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

/* x1 of n1, of x of n in all. */
static double
fisher_mid(int64_t x1, int64_t n1, int64_t x, int64_t n)
{
	int64_t from = n1 - (n - x) > 0 ? n1 - (n - x) : 0;
	double seen, each, sum = 0;

	if (from == least(n1, x))
		return 1;
	seen = gsl_ran_hypergeometric_pdf(
	    (unsigned)x1, (unsigned)x, (unsigned)(n - x), (unsigned)n1);
	for (int64_t i = from; i <= least(n1, x); i++) {
		each = gsl_ran_hypergeometric_pdf(
		    (unsigned)i, (unsigned)x, (unsigned)(n - x), (unsigned)n1);
		sum += each <= seen * (1 + SAME) ? each : 0;
	}
	return fmin(1, sum - seen / 2);
}

static void
test(struct hd_difference *r, int64_t x1, int64_t n1, int64_t x0, int64_t n0)
{
	int64_t x = x1 + x0, n = n1 + n0;
	double p = (double)x / (double)n;
	double few =
	    (double)least(n1, n0) * (double)least(x, n - x) / (double)n;
	double se = sqrt(p * (1 - p) * (1 / (double)n1 + 1 / (double)n0));

	r->exact = few < 5;
	r->pvalue = r->exact ? fisher_mid(x1, n1, x, n)
			     : 2 * gsl_cdf_ugaussian_Q(fabs(r->d) / se);
}

struct hd_difference
hd_newcombe(int64_t x1, int64_t n1, int64_t x0, int64_t n0)
{
	struct hd_difference r = { NAN, -1, 1, NAN, false };
	struct hd_interval a = hd_wilson(x1, n1), b = hd_wilson(x0, n0);

	if (n1 <= 0 || n0 <= 0)
		return r;
	r.d = a.p - b.p;
	r.lo = r.d - hypot(a.p - a.lo, b.hi - b.p);
	r.hi = r.d + hypot(a.hi - a.p, b.p - b.lo);
	test(&r, x1, n1, x0, n0);
	return r;
}
