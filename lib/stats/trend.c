/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A share that drifts: see trend.h. */
#include <math.h>

#include <gsl/gsl_cdf.h>

#include "stats/trend.h"

struct hd_trend
hd_trend_test(const struct hd_trend_point *points, size_t k, double deff)
{
	struct hd_trend r = { NAN, NAN };
	double n = 0, x = 0, nt = 0, xt = 0, ntt = 0, p, var;
	size_t periods = 0;

	for (size_t i = 0; i < k; i++) {
		double t = (double)i, in = (double)points[i].n;

		periods += points[i].n > 0;
		n += in;
		x += (double)points[i].x;
		nt += in * t;
		xt += (double)points[i].x * t;
		ntt += in * t * t;
	}
	p = n > 0 ? x / n : 0;
	var = n > 0 ? p * (1 - p) * (ntt - nt * nt / n) : 0;
	if (periods < 3 || !(var > 0))
		return r;
	r.z = (xt - p * nt) / sqrt(var * deff);
	r.p = 2 * gsl_cdf_ugaussian_Q(fabs(r.z));
	return r;
}
