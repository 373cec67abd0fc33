/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order statistics: see order.h. */
#include <math.h>

#include <gsl/gsl_sort.h>
#include <gsl/gsl_statistics_double.h>

#include "stats/order.h"
#include "stats/quantile.h"

void
hd_order_limits(double *v, size_t n, double *lo, double *hi)
{
	*lo = *hi = NAN;
	if (n == 0)
		return;
	gsl_sort(v, 1, n);
	*lo = gsl_stats_quantile_from_sorted_data(v, 1, n, 0.025);
	*hi = gsl_stats_quantile_from_sorted_data(v, 1, n, 0.975);
}

size_t
hd_median_rank(size_t n)
{
	size_t lo = 0, hi = n / 2 + 1, mid;

	while (hi - lo > 1) {
		mid = lo + (hi - lo) / 2;
		/* P(Bin(n, 1/2) < mid) */
		if (1 - hd_beta_p(0.5, (double)mid, (double)(n - mid + 1)) <=
		    0.025)
			lo = mid;
		else
			hi = mid;
	}
	return lo;
}

struct hd_median
hd_median(const double *v, size_t n)
{
	struct hd_median m = { NAN, NAN, NAN, hd_median_rank(n) };

	if (n > 0)
		m.median = gsl_stats_median_from_sorted_data(v, 1, n);
	if (m.k > 0) {
		m.lo = v[m.k - 1];
		m.hi = v[n - m.k];
	}
	return m;
}

double
hd_winsorised_mean(const double *v, size_t n, double p)
{
	double most, sum = 0;

	if (n == 0)
		return NAN;
	most = gsl_stats_quantile_from_sorted_data(v, 1, n, p);
	for (size_t i = 0; i < n; i++)
		sum += fmin(v[i], most);
	return sum / (double)n;
}
