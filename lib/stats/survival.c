/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kaplan and Meier's estimate: see survival.h. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include <gsl/gsl_cdf.h>

#include "stats/proportion.h"
#include "stats/survival.h"

static int
by_time(const void *a, const void *b)
{
	const struct hd_watched *x = a, *y = b;

	return (x->time > y->time) - (x->time < y->time);
}

static void
limits(struct hd_incidence *r, double s, double greenwood, size_t last)
{
	struct hd_interval ends;
	double half;

	if (s > 0 && s < 1) {
		half = gsl_cdf_ugaussian_Pinv(0.975) * sqrt(greenwood) /
		       fabs(log(s));
		r->lo = 1 - pow(s, exp(-half));
		r->hi = 1 - pow(s, exp(half));
		return;
	}
	ends = hd_wilson(s > 0 ? 0 : (int64_t)last, (int64_t)last);
	r->lo = ends.lo;
	r->hi = ends.hi;
}

struct hd_incidence
hd_incidence(struct hd_watched *things, size_t n, double w)
{
	struct hd_incidence r = { NAN, 0, 1, 0, n, 0 };
	double s = 1, greenwood = 0, left;
	size_t i = 0, first, d, last = 0;

	if (n > 0)
		qsort(things, n, sizeof(*things), by_time);
	while (i < n && things[i].time <= w) {
		first = i;
		for (d = 0; i < n && things[i].time <= things[first].time; i++)
			d += things[i].event;
		if (d == 0)
			continue;
		left = (double)(n - first);
		last = n - first;
		r.events += d;
		s *= 1 - (double)d / left;
		greenwood += (double)d / (left * (left - (double)d));
	}
	for (size_t j = n; j-- > 0 && things[j].time >= w;)
		r.at_risk += things[j].time > w || !things[j].event;
	if (n == 0 || (s > 0 && r.at_risk == 0))
		return r;
	r.p = 1 - s;
	limits(&r, s, greenwood, s > 0 ? r.at_risk : last);
	return r;
}
