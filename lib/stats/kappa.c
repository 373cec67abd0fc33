/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Kappa of two coders, and raw agreement: see agreement.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include "base/mem.h"
#include "stats/agreement.h"
#include "stats/proportion.h"

/* A variance below this is 0 but for rounding. */
#define NOTHING 1e-12

static double
weight(size_t i, size_t j, size_t k, enum hd_weights w)
{
	double far;

	if (i == j)
		return 1;
	if (w == HD_WEIGHTS_IDENTITY)
		return 0;
	far = fabs((double)i - (double)j) / (double)(k - 1);
	return w == HD_WEIGHTS_LINEAR ? 1 - far : 1 - far * far;
}

/* Sums of a table: of all, and of each row and column. */
struct sums {
	double n;
	double *row, *column; /* k each, of one allocation */
};

static struct sums
sums_of(const double *table, size_t k)
{
	struct sums s = { 0, hd_xcalloc(2 * k + 1, sizeof(double)), NULL };

	s.column = s.row + k;
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++) {
			s.row[i] += table[i * k + j];
			s.column[j] += table[i * k + j];
			s.n += table[i * k + j];
		}
	return s;
}

/* Fleiss, Cohen and Everitt (1969), times n. */
static double
variance(const double *table, size_t k, enum hd_weights w, const struct sums *s,
    double kappa, double chance)
{
	double *mean = hd_xcalloc(2 * k, sizeof(*mean)), *down = mean + k;
	double sum = 0, t, rest = kappa - chance * (1 - kappa);

	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++) {
			mean[i] += s->column[j] / s->n * weight(i, j, k, w);
			down[j] += s->row[i] / s->n * weight(i, j, k, w);
		}
	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++) {
			t = weight(i, j, k, w) -
			    (mean[i] + down[j]) * (1 - kappa);
			sum += table[i * k + j] / s->n * t * t;
		}
	free(mean);
	return (sum - rest * rest) / ((1 - chance) * (1 - chance));
}

struct hd_agreement
hd_kappa_weighted(const double *table, size_t k, enum hd_weights w)
{
	struct hd_agreement a = { NAN, NAN, NAN, NAN, 0 };
	struct sums s = sums_of(table, k);
	double apart = 0, chance = 0, v, half;

	for (size_t i = 0; i < k; i++)
		for (size_t j = 0; j < k; j++) {
			v = 1 - weight(i, j, k, w);
			apart += v * table[i * k + j];
			chance += v * s.row[i] * s.column[j];
		}
	a.n = (size_t)s.n;
	/* a sum of products: 0 only when all of it is one category */
	if (chance > 0) {
		a.value = 1 - s.n * apart / chance;
		v = variance(
		    table, k, w, &s, a.value, 1 - chance / (s.n * s.n));
		a.se = v > NOTHING ? sqrt(v / s.n) : 0;
	}
	if (a.se > 0) {
		half = gsl_cdf_ugaussian_Pinv(0.975) * a.se;
		a.lo = fmax(-1, a.value - half);
		a.hi = fmin(1, a.value + half);
	}
	free(s.row);
	return a;
}

double
hd_kappa(const double *table, size_t k)
{
	return hd_kappa_weighted(table, k, HD_WEIGHTS_IDENTITY).value;
}

size_t
hd_ratings_table(const struct hd_ratings *r, size_t a, size_t b, double *table)
{
	const int *u = r->code;
	size_t n = 0;

	memset(table, 0, r->k * r->k * sizeof(*table));
	for (size_t i = 0; i < r->units; i++, u += r->coders) {
		if (u[a] < 0 || u[b] < 0)
			continue;
		table[(size_t)u[a] * r->k + (size_t)u[b]]++;
		n++;
	}
	return n;
}

/* The codes of one unit: how many, and whether they are all the same. */
static size_t
look(const int *u, size_t coders, int *same)
{
	size_t n = 0;
	int first = -1;

	*same = 1;
	for (size_t c = 0; c < coders; c++) {
		if (u[c] < 0)
			continue;
		if (n++ == 0)
			first = u[c];
		*same = *same && u[c] == first;
	}
	return n;
}

struct hd_agreement
hd_agreement_raw(const struct hd_ratings *r)
{
	struct hd_interval i;
	int64_t x = 0, n = 0;
	int same;

	for (size_t u = 0; u < r->units; u++)
		if (look(r->code + u * r->coders, r->coders, &same) > 1) {
			x += same;
			n++;
		}
	i = hd_wilson(x, n);
	return (struct hd_agreement){ i.p, NAN, i.lo, i.hi, (size_t)n };
}
