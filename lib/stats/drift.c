/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Differences of mix: see drift.h. */
#include <math.h>

#include <gsl/gsl_cdf.h>

#include "stats/drift.h"

static double
total(const double *x, size_t k)
{
	double n = 0;

	for (size_t i = 0; i < k; i++)
		n += x[i];
	return n;
}

static double
bits(double p, double m)
{
	return p > 0 ? p * log2(p / m) : 0;
}

double
hd_jsd(const double *x, const double *y, size_t k)
{
	double n = total(x, k), m = total(y, k), sum = 0, p, q;

	if (n <= 0 || m <= 0)
		return NAN;
	for (size_t i = 0; i < k; i++) {
		p = x[i] / n;
		q = y[i] / m;
		sum += bits(p, (p + q) / 2) / 2 + bits(q, (p + q) / 2) / 2;
	}
	/* rounding can leave it */
	return fmin(1, fmax(0, sum));
}

struct hd_psi
hd_psi(const double *x, const double *y, size_t k)
{
	struct hd_psi r = { NAN, NAN };
	double n = total(x, k), m = total(y, k), more = 0.5 * (double)k, p, q;

	if (n <= 0 || m <= 0 || k < 2)
		return r;
	r.psi = 0;
	for (size_t i = 0; i < k; i++) {
		p = (x[i] + 0.5) / (n + more);
		q = (y[i] + 0.5) / (m + more);
		r.psi += (p - q) * log(p / q);
	}
	r.limit = gsl_cdf_chisq_Pinv(0.95, (double)(k - 1)) * (1 / n + 1 / m);
	return r;
}

struct hd_cramer
hd_cramer(const double *x, const double *y, size_t k)
{
	struct hd_cramer r = { NAN, NAN, NAN, 0 };
	double n = total(x, k), m = total(y, k), chi2 = 0, e;
	size_t used = 0;

	for (size_t i = 0; i < k; i++) {
		if (x[i] + y[i] <= 0)
			continue;
		used++;
		e = (x[i] + y[i]) * n / (n + m);
		chi2 += (x[i] - e) * (x[i] - e) / e;
		e = (x[i] + y[i]) * m / (n + m);
		chi2 += (y[i] - e) * (y[i] - e) / e;
	}
	if (n <= 0 || m <= 0 || used < 2)
		return r;
	r.df = used - 1;
	r.chi2 = chi2;
	r.v = fmin(1, sqrt(chi2 / (n + m)));
	r.p = gsl_cdf_chisq_Q(chi2, (double)r.df);
	return r;
}
