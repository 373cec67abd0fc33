/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Standardised differences, direct and indirect: see compare.h. */
#include <math.h>

#include <gsl/gsl_cdf.h>

#include "stats/compare.h"
#include "stats/proportion.h"

size_t
hd_compared_merge(struct hd_compared *cells, size_t k, int64_t least)
{
	struct hd_compared other = { 0, 0, 0, 0 }, c;
	size_t kept = 0;

	for (size_t i = 0; i < k; i++) {
		c = cells[i];
		if (c.n0 >= least && c.n1 >= least) {
			cells[kept++] = c;
			continue;
		}
		other.x0 += c.x0;
		other.n0 += c.n0;
		other.x1 += c.x1;
		other.n1 += c.n1;
	}
	if (kept < k)
		cells[kept++] = other;
	return kept;
}

static double
share(const struct hd_compared *c, double n0, double n1,
    enum hd_standard standard)
{
	if (standard == HD_STANDARD_BASELINE)
		return (double)c->n0 / n0;
	if (standard == HD_STANDARD_POOLED)
		return (double)(c->n0 + c->n1) / (n0 + n1);
	return ((double)c->n0 / n0 + (double)c->n1 / n1) / 2;
}

struct hd_standardised
hd_standardise(
    const struct hd_compared *cells, size_t k, enum hd_standard standard)
{
	struct hd_standardised s = { NAN, NAN, NAN };
	struct hd_interval a, b;
	double n0 = 0, n1 = 0, w, diff = 0, down = 0, up = 0;

	for (size_t i = 0; i < k; i++) {
		n0 += (double)cells[i].n0;
		n1 += (double)cells[i].n1;
	}
	if (n0 <= 0 || n1 <= 0)
		return s;
	for (size_t i = 0; i < k; i++) {
		w = share(&cells[i], n0, n1, standard);
		if (w <= 0)
			continue;
		a = hd_wilson(cells[i].x0, cells[i].n0);
		b = hd_wilson(cells[i].x1, cells[i].n1);
		diff += w * (b.p - a.p);
		down += w * w * (pow(b.p - b.lo, 2) + pow(a.hi - a.p, 2));
		up += w * w * (pow(b.hi - b.p, 2) + pow(a.p - a.lo, 2));
	}
	s.diff = diff;
	s.lo = diff - sqrt(down);
	s.hi = diff + sqrt(up);
	return s;
}

struct hd_oe
hd_observed_expected(const struct hd_taken *cases, size_t k)
{
	struct hd_oe r = { 0, 0, NAN, NAN, NAN };
	double var = 0, half;

	for (size_t i = 0; i < k; i++) {
		r.o += cases[i].sum;
		r.e += cases[i].n * cases[i].mean;
		var += cases[i].n * cases[i].var;
	}
	if (r.e > 0) {
		half = gsl_cdf_ugaussian_Pinv(0.975) * sqrt(var) / r.e;
		r.ratio = r.o / r.e;
		r.lo = fmax(0, 1 - half);
		r.hi = 1 + half;
	}
	return r;
}
