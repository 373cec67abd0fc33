/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two samples: see twosample.h. */
#include <math.h>
#include <stdint.h>

#include <gsl/gsl_cdf.h>

#include "stats/twosample.h"

/* U, and its variance under no difference. */
struct u {
	double u, var;
};

static struct u
count(const struct hd_two *s)
{
	struct u r = { 0, 0 };
	double n = (double)s->nx + (double)s->ny, tied, ties = 0, v;
	size_t i = 0, j = 0, x, y;

	while (i < s->nx || j < s->ny) {
		v = j >= s->ny || (i < s->nx && s->x[i] < s->y[j]) ? s->x[i]
								   : s->y[j];
		for (x = i; i < s->nx && s->x[i] <= v; i++)
			;
		for (y = j; j < s->ny && s->y[j] <= v; j++)
			;
		r.u += (double)(i - x) * ((double)y + (double)(j - y) / 2);
		tied = (double)(i - x) + (double)(j - y);
		ties += tied * tied * tied - tied;
	}
	if (n > 1)
		r.var = (double)s->nx * (double)s->ny / 12 *
			(n + 1 - ties / (n * (n - 1)));
	return r;
}

static void
test(struct hd_ranksum *r, double apart, double var)
{
	if (var <= 0)
		return;
	r->z = apart / sqrt(var);
	r->p = fmin(1, 2 * gsl_cdf_ugaussian_Q(fabs(r->z)));
}

struct hd_ranksum
hd_mann_whitney(const struct hd_two *s)
{
	struct hd_ranksum r = { NAN, NAN, NAN, NAN };
	double pairs = (double)s->nx * (double)s->ny, apart;
	struct u u;

	if (pairs <= 0)
		return r;
	u = count(s);
	r.u = u.u;
	r.above = u.u / pairs;
	apart = u.u - pairs / 2;
	/* half a pair off, as U moves by pairs */
	apart = copysign(fmax(0, fabs(apart) - 0.5), apart);
	test(&r, apart, u.var);
	return r;
}

struct hd_ranksum
hd_van_elteren(const struct hd_two *strata, size_t k)
{
	struct hd_ranksum r = { NAN, NAN, NAN, NAN };
	double w, pairs, all = 0, sum = 0, var = 0;
	struct u u;

	for (size_t i = 0; i < k; i++) {
		pairs = (double)strata[i].nx * (double)strata[i].ny;
		if (pairs <= 0)
			continue;
		u = count(&strata[i]);
		w = 1 / ((double)strata[i].nx + (double)strata[i].ny + 1);
		sum += w * u.u;
		all += w * pairs;
		var += w * w * u.var;
	}
	if (all <= 0)
		return r;
	r.u = sum;
	r.above = sum / all;
	test(&r, sum - all / 2, var);
	return r;
}

/* Differences that are t at most. */
static uint64_t
at_most(const struct hd_two *s, double t)
{
	uint64_t n = 0;
	size_t j = 0;

	for (size_t i = 0; i < s->nx; i++) {
		while (j < s->ny && s->x[i] - s->y[j] > t)
			j++;
		n += s->ny - j;
	}
	return n;
}

/* The smallest difference above t; there is one. */
static double
next(const struct hd_two *s, double t)
{
	double least = INFINITY;
	size_t j = 0;

	for (size_t i = 0; i < s->nx; i++) {
		while (j < s->ny && s->x[i] - s->y[j] > t)
			j++;
		if (j > 0)
			least = fmin(least, s->x[i] - s->y[j - 1]);
	}
	return least;
}

/*
 * The k-th smallest difference, k from 1: halve the interval that holds it
 * until no number, or next to none, is in between.
 */
static double
kth(const struct hd_two *s, uint64_t k)
{
	double lo = s->x[0] - s->y[s->ny - 1], hi = s->x[s->nx - 1] - s->y[0];
	double mid;

	if (at_most(s, lo) >= k)
		return lo;
	for (int i = 0; i < 128; i++) {
		mid = lo / 2 + hi / 2;
		if (!(lo < mid && mid < hi))
			break;
		if (at_most(s, mid) >= k)
			hi = mid;
		else
			lo = mid;
	}
	return next(s, lo);
}

struct hd_shift
hd_hodges_lehmann(const struct hd_two *s)
{
	struct hd_shift r = { NAN, NAN, NAN };
	uint64_t pairs = (uint64_t)s->nx * s->ny;
	double c;

	if (pairs == 0)
		return r;
	r.shift = kth(s, (pairs + 1) / 2);
	if (pairs % 2 == 0)
		r.shift = (r.shift + kth(s, pairs / 2 + 1)) / 2;
	c = floor((double)pairs / 2 + 0.5 -
		  gsl_cdf_ugaussian_Pinv(0.975) * sqrt(count(s).var));
	if (c >= 1 && s->x[0] - s->y[s->ny - 1] < s->x[s->nx - 1] - s->y[0]) {
		r.lo = kth(s, (uint64_t)c);
		r.hi = kth(s, pairs + 1 - (uint64_t)c);
	}
	return r;
}

struct moments {
	double mean, error; /* of logarithms; error squared */
	double n;
};

static struct moments
logs(const double *v, size_t n)
{
	struct moments m = { 0, 0, (double)n };

	if (n == 0 || v[0] <= 0)
		return (struct moments){ NAN, NAN, 0 };
	for (size_t i = 0; i < n; i++)
		m.mean += log(v[i]);
	m.mean /= m.n;
	for (size_t i = 0; i < n; i++)
		m.error += pow(log(v[i]) - m.mean, 2);
	m.error /= m.n * (m.n - 1);
	return m;
}

struct hd_ratio
hd_geometric_ratio(const struct hd_two *s)
{
	struct moments x = logs(s->x, s->nx), y = logs(s->y, s->ny);
	double d = x.mean - y.mean, var = x.error + y.error, df, half;
	struct hd_ratio r = { exp(d), NAN, NAN };

	if (x.n > 1 && y.n > 1 && var > 0) {
		df = var * var /
		     (x.error * x.error / (x.n - 1) +
			 y.error * y.error / (y.n - 1));
		half = gsl_cdf_tdist_Pinv(0.975, df) * sqrt(var);
		r.lo = exp(d - half);
		r.hi = exp(d + half);
	}
	return r;
}
