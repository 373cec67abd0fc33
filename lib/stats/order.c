/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Order statistics: see order.h. */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_statistics_double.h>

#include "stats/order.h"

static int
by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

void
hd_order_sort(double *v, size_t n)
{
	if (n > 0)
		qsort(v, n, sizeof(*v), by_value);
}

void
hd_order_limits(double *v, size_t n, double *lo, double *hi)
{
	*lo = *hi = NAN;
	hd_order_sort(v, n);
	if (n == 0)
		return;
	*lo = gsl_stats_quantile_from_sorted_data(v, 1, n, 0.025);
	*hi = gsl_stats_quantile_from_sorted_data(v, 1, n, 0.975);
}
