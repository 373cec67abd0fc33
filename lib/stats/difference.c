/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two proportions: see difference.h. */
#include <math.h>

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_randist.h>

#include "stats/difference.h"

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

struct hd_interval
hd_interval_contrast(const double *w, const struct hd_interval *a,
    const struct hd_interval *b, size_t k)
{
	double d = 0, below = 0, above = 0;

	for (size_t i = 0; i < k; i++) {
		if (!(w[i] > 0))
			continue;
		d += w[i] * (a[i].p - b[i].p);
		below = hypot(below, w[i] * (a[i].p - a[i].lo));
		below = hypot(below, w[i] * (b[i].hi - b[i].p));
		above = hypot(above, w[i] * (a[i].hi - a[i].p));
		above = hypot(above, w[i] * (b[i].p - b[i].lo));
	}
	return (struct hd_interval){ d, d - below, d + above, 1 };
}

struct hd_interval
hd_interval_difference(const struct hd_interval *a, const struct hd_interval *b)
{
	static const double once = 1;

	return hd_interval_contrast(&once, a, b, 1);
}

struct hd_difference
hd_newcombe(int64_t x1, int64_t n1, int64_t x0, int64_t n0)
{
	struct hd_difference r = { NAN, -1, 1, NAN, false };
	struct hd_interval a = hd_wilson(x1, n1), b = hd_wilson(x0, n0), d;

	if (n1 <= 0 || n0 <= 0)
		return r;
	d = hd_interval_difference(&a, &b);
	r.d = d.p;
	r.lo = d.lo;
	r.hi = d.hi;
	test(&r, x1, n1, x0, n0);
	return r;
}

struct hd_difference
hd_newcombe_cluster(
    const struct hd_clusters *one, const struct hd_clusters *zero)
{
	struct hd_difference r = { NAN, -1, 1, NAN, false };
	struct hd_interval a, b, d;
	double p, var, n1 = (double)one->n, n0 = (double)zero->n;

	if (one->n <= 0 || zero->n <= 0 ||
	    (one->m == one->n && zero->m == zero->n))
		return hd_newcombe(one->x, one->n, zero->x, zero->n);
	a = hd_wilson_cluster(one->x, one->n, one->m, one->sum_sq);
	b = hd_wilson_cluster(zero->x, zero->n, zero->m, zero->sum_sq);
	d = hd_interval_difference(&a, &b);
	r.d = d.p;
	r.lo = d.lo;
	r.hi = d.hi;
	p = (double)(one->x + zero->x) / (n1 + n0);
	var = p * (1 - p) * (a.deff / n1 + b.deff / n0);
	if (isnan(r.lo))
		return r;
	r.pvalue = var > 0 ? 2 * gsl_cdf_tdist_Q(fabs(r.d) / sqrt(var),
				     (double)(one->m + zero->m - 2))
			   : 1;
	return r;
}

struct hd_difference
hd_mover(const struct hd_interval *one, const struct hd_interval *zero)
{
	struct hd_interval d = hd_interval_difference(one, zero);
	struct hd_difference r = { d.p, d.lo, d.hi, NAN, false };
	double half;

	half = r.d > 0 ? r.d - r.lo : r.hi - r.d;
	if (!isnan(half))
		r.pvalue = half > 0 ? 2 * gsl_cdf_ugaussian_Q(
					      fabs(r.d) / half *
					      gsl_cdf_ugaussian_Pinv(0.975))
				    : r.d == 0;
	return r;
}
