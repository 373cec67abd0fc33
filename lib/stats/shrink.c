/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gamma-Poisson shrinkage: see shrink.h. */
#include <math.h>

#include <gsl/gsl_cdf.h>

#include "stats/quantile.h"
#include "stats/shrink.h"

/* Rates that vary less than one in a hundred are one rate. */
#define MOST 10000

struct hd_gamma
hd_gamma_fit(const double *x, const double *e, size_t n)
{
	struct hd_gamma g = { NAN, NAN };
	double sum = 0, expected = 0, square = 0, over = 0, mu, tau;

	for (size_t i = 0; i < n; i++) {
		if (e[i] <= 0)
			continue;
		sum += x[i];
		expected += e[i];
		square += e[i] * e[i];
	}
	if (sum <= 0)
		return g;
	mu = sum / expected;
	for (size_t i = 0; i < n; i++)
		if (e[i] > 0)
			over += pow(x[i] - mu * e[i], 2) - x[i];
	tau = fmax(over / square, mu * mu / MOST);
	g.a = mu * mu / tau;
	g.b = g.a / mu;
	return g;
}

struct hd_shrunk
hd_shrink(struct hd_gamma g, double x, double e, double c)
{
	struct hd_shrunk s = { NAN, NAN, NAN };
	double a = g.a + x, b = g.b + e;

	if (!(a > 0 && b > 0))
		return s;
	s.mean = a / b;
	s.eb05 = hd_gamma_quantile(0.05, a) / b;
	s.above = gsl_cdf_gamma_Q(c, a, 1 / b);
	return s;
}
