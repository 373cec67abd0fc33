/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Krippendorff's alpha and Gwet's AC1: see agreement.h.  Both depend on nothing
 * but how many codes of each category a unit has.  Units alike in that are one
 * pattern, so that a draw of the bootstrap costs what there are patterns.
 */
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_rng.h>

#include "base/mem.h"
#include "stats/agreement.h"
#include "stats/bootstrap.h"
#include "stats/order.h"

struct patterns {
	size_t *count; /* of each category, k of a pattern; patterns in order */
	size_t *m;     /* codes of a pattern, 2 at least */
	size_t *of;    /* the pattern of a unit */
	size_t n, units, k;
	double *weight;	 /* units of a pattern, as they are or as drawn */
	double *scratch; /* k * k + 2 * k */
	enum hd_metric metric;
};

struct unit {
	const size_t *count;
	size_t k;
};

static int
by_count(const void *a, const void *b)
{
	const struct unit *x = a, *y = b;

	for (size_t c = 0; c < x->k; c++)
		if (x->count[c] != y->count[c])
			return x->count[c] < y->count[c] ? -1 : 1;
	return 0;
}

/* Units with that many codes; their counts, unit after unit. */
static size_t
count_units(
    const struct hd_ratings *r, size_t least, size_t *count, struct unit *units)
{
	size_t n = 0, m, *at = count;
	const int *u = r->code;

	for (size_t i = 0; i < r->units; i++, u += r->coders) {
		memset(at, 0, r->k * sizeof(*at));
		m = 0;
		for (size_t c = 0; c < r->coders; c++)
			if (u[c] >= 0) {
				at[u[c]]++;
				m++;
			}
		if (m < least)
			continue;
		units[n++] = (struct unit){ at, r->k };
		at += r->k;
	}
	return n;
}

static void
find_patterns(struct patterns *p, const struct unit *units)
{
	size_t *at;

	for (size_t i = 0; i < p->units; i++) {
		if (i == 0 || by_count(&units[i - 1], &units[i]) != 0) {
			at = p->count + p->n * p->k;
			memcpy(at, units[i].count, p->k * sizeof(*at));
			p->m[p->n] = 0;
			for (size_t c = 0; c < p->k; c++)
				p->m[p->n] += at[c];
			p->n++;
		}
		p->of[i] = p->n - 1;
		p->weight[p->n - 1]++;
	}
}

static struct patterns
patterns_of(const struct hd_ratings *r, size_t least)
{
	size_t *count = hd_xcalloc(r->units * r->k + r->k + 1, sizeof(*count));
	struct unit *units = hd_xcalloc(r->units + 1, sizeof(*units));
	struct patterns p = { .k = r->k };

	p.units = count_units(r, least, count, units);
	if (p.units > 0)
		qsort(units, p.units, sizeof(*units), by_count);
	p.count = hd_xcalloc(p.units * p.k + 1, sizeof(*p.count));
	p.m = hd_xcalloc(p.units + 1, sizeof(*p.m));
	p.of = hd_xcalloc(p.units + 1, sizeof(*p.of));
	p.weight = hd_xcalloc(p.units + 1, sizeof(*p.weight));
	p.scratch = hd_xcalloc(p.k * p.k + 2 * p.k + 1, sizeof(*p.scratch));
	find_patterns(&p, units);
	free(count);
	free(units);
	return p;
}

static void
release(struct patterns *p)
{
	free(p->count);
	free(p->m);
	free(p->of);
	free(p->weight);
	free(p->scratch);
}

/* The coincidence matrix: each unit's pairs of codes, one in all a code. */
static void
coincide(const struct patterns *p, double *o)
{
	const size_t *at = p->count;
	double each;

	memset(o, 0, p->k * p->k * sizeof(*o));
	for (size_t i = 0; i < p->n; i++, at += p->k) {
		if (p->weight[i] <= 0)
			continue;
		each = p->weight[i] / (double)(p->m[i] - 1);
		for (size_t a = 0; a < p->k; a++)
			for (size_t b = 0; b < p->k && at[a] > 0; b++)
				o[a * p->k + b] += each * (double)at[a] *
						   (double)(at[b] - (a == b));
	}
}

/*
 * Codes of each category, and where its middle is on the scale of the metric:
 * the distance of two categories is that of their middles.
 */
static void
scale(const struct patterns *p, double *total, double *middle)
{
	const size_t *at = p->count;
	double below = 0;

	memset(total, 0, p->k * sizeof(*total));
	for (size_t i = 0; i < p->n; i++, at += p->k)
		for (size_t c = 0; c < p->k; c++)
			total[c] += p->weight[i] * (double)at[c];
	for (size_t c = 0; c < p->k; c++) {
		middle[c] = p->metric == HD_METRIC_ORDINAL
				? below + total[c] / 2
				: (double)c;
		below += total[c];
	}
}

static double
alpha(const struct patterns *p)
{
	double *o = p->scratch, *total = o + p->k * p->k;
	double *middle = total + p->k, seen = 0, chance = 0, n = 0, d;

	coincide(p, o);
	scale(p, total, middle);
	for (size_t a = 0; a < p->k; a++) {
		n += total[a];
		for (size_t b = 0; b < p->k; b++) {
			if (a == b)
				continue;
			d = p->metric == HD_METRIC_NOMINAL
				? 1
				: middle[a] - middle[b];
			seen += o[a * p->k + b] * d * d;
			chance += total[a] * total[b] * d * d;
		}
	}
	return chance > 0 ? 1 - (n - 1) * seen / chance : NAN;
}

/* One category alone is agreement of 1 here: a draw may well be that. */
static double
ac1(const struct patterns *p)
{
	const size_t *at = p->count;
	double *share = p->scratch, same = 0, chance = 0, n = 0, pairs = 0, m;

	memset(share, 0, p->k * sizeof(*share));
	for (size_t i = 0; i < p->n; i++, at += p->k) {
		m = (double)p->m[i];
		n += p->weight[i];
		pairs += m > 1 ? p->weight[i] : 0;
		for (size_t c = 0; c < p->k; c++) {
			share[c] += p->weight[i] * (double)at[c] / m;
			if (at[c] > 1)
				same += p->weight[i] * (double)at[c] *
					(double)(at[c] - 1) / (m * (m - 1));
		}
	}
	for (size_t c = 0; c < p->k; c++)
		chance += share[c] / n * (1 - share[c] / n);
	chance /= (double)p->k - 1;
	return pairs > 0 ? (same / pairs - chance) / (1 - chance) : NAN;
}

/* Whether two categories were used, which any coefficient needs. */
static bool
varies(const struct patterns *p)
{
	size_t used = 0, n;

	for (size_t c = 0; c < p->k; c++) {
		n = 0;
		for (size_t i = 0; i < p->n; i++)
			n += p->count[i * p->k + c];
		used += n > 0;
	}
	return used > 1;
}

static void
bootstrap(struct patterns *p, double (*of)(const struct patterns *),
    uint64_t seed, struct hd_agreement *out)
{
	gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
	double *v = hd_xmalloc(HD_BOOT_ROUNDS * sizeof(*v));
	size_t n = 0;

	gsl_rng_set(rng, (unsigned long)seed);
	for (size_t i = 0; i < HD_BOOT_ROUNDS; i++) {
		memset(p->weight, 0, p->n * sizeof(*p->weight));
		for (size_t u = 0; u < p->units; u++)
			p->weight[p->of[gsl_rng_uniform_int(rng, p->units)]]++;
		v[n] = of(p);
		n += !isnan(v[n]);
	}
	if (n * 10 >= (size_t)HD_BOOT_ROUNDS * 9)
		hd_order_limits(v, n, &out->lo, &out->hi);
	/* limits that are one tell of no precision */
	if (!(out->lo < out->hi))
		out->lo = out->hi = NAN;
	free(v);
	gsl_rng_free(rng);
}

static struct hd_agreement
coefficient(
    struct patterns *p, double (*of)(const struct patterns *), uint64_t seed)
{
	struct hd_agreement out = { NAN, NAN, NAN, NAN, 0 };

	for (size_t i = 0; i < p->n; i++)
		out.n += p->m[i] > 1 ? (size_t)p->weight[i] : 0;
	if (out.n > 0 && varies(p)) {
		out.value = of(p);
		if (out.n > 1)
			bootstrap(p, of, seed, &out);
	}
	release(p);
	return out;
}

struct hd_agreement
hd_alpha(const struct hd_ratings *r, enum hd_metric metric, uint64_t seed)
{
	struct patterns p = patterns_of(r, 2);

	p.metric = metric;
	return coefficient(&p, alpha, seed);
}

struct hd_agreement
hd_ac1(const struct hd_ratings *r, uint64_t seed)
{
	struct patterns p = patterns_of(r, 1);

	return coefficient(&p, ac1, seed);
}
