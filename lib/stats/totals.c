/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Totals over a window: see totals.h. */
#include <math.h>
#include <stdlib.h>

#include <gsl/gsl_rng.h>
#include <gsl/gsl_statistics_double.h>

#include "base/mem.h"
#include "stats/bootstrap.h"
#include "stats/order.h"
#include "stats/proportion.h"
#include "stats/totals.h"

/* The share of the time of s that is of true ones; p NaN when not known. */
static struct hd_interval
time_share(const struct hd_time_stratum *s)
{
	double sum = 0, squares = 0, yes = 0, n;

	for (size_t i = 0; i < s->n; i++) {
		sum += s->t[i];
		squares += s->t[i] * s->t[i];
		yes += s->t[i] * s->x[i];
	}
	n = squares > 0 ? sum * sum / squares : 0;
	/* N shrinks as n does: the part that was seen is the same */
	return hd_wilson_of(yes / sum, n, n * (s->N / (double)s->n));
}

struct hd_total
hd_hours(const struct hd_time_stratum *s, size_t h)
{
	struct hd_total out = { 0, 0, 0, 0, 0 };
	double below = 0, above = 0, all = 0;
	struct hd_interval r;

	for (size_t k = 0; k < h; k++) {
		if (s[k].N <= 0)
			continue;
		r = time_share(&s[k]);
		out.thin += isnan(r.p);
		r.p = isnan(r.p) ? 0.5 : r.p;
		all += s[k].time;
		out.total += s[k].time * r.p;
		below += pow(s[k].time * (r.p - r.lo), 2);
		above += pow(s[k].time * (r.hi - r.p), 2);
		out.n += s[k].n;
	}
	out.lo = fmax(0, out.total - sqrt(below));
	out.hi = fmin(all, out.total + sqrt(above));
	return out;
}

/* --- the difference estimator --- */

/* Deviations to draw from, and what their mean counts for. */
struct urn {
	const double *dev;
	size_t n, draws;
	double scale;
};

struct boot {
	double *dev;	/* of strata with n >= 2, one after the other */
	double *spread; /* the same, scaled for a stratum that borrows */
	size_t n;
	struct urn *urns;
	size_t nurns;
};

/* The mean of a stratum that nobody looked at: NaN when nobody looked at any. */
static double
mean_of_others(const struct hd_total_stratum *s, size_t h)
{
	double sum = 0, N = 0;

	for (size_t k = 0; k < h; k++) {
		if (s[k].n == 0 || s[k].N <= 0)
			continue;
		sum += s[k].N * gsl_stats_mean(s[k].d, 1, s[k].n);
		N += s[k].N;
	}
	return N > 0 ? sum / N : NAN;
}

/* How much of the stratum is not known. */
static double
unseen(const struct hd_total_stratum *s)
{
	return fmax(0, 1 - (double)s->n / s->N);
}

static void
add_deviations(struct boot *b, const struct hd_total_stratum *s)
{
	double n = (double)s->n, mean = gsl_stats_mean(s->d, 1, s->n);

	for (size_t i = 0; i < s->n; i++) {
		b->dev[b->n] = s->d[i] - mean;
		/* deviations from a mean of their own are too small */
		b->spread[b->n] = b->dev[b->n] * sqrt(n / (n - 1));
		b->n++;
	}
}

static void
add_urn(struct boot *b, const struct hd_total_stratum *s, const double *dev)
{
	struct urn *u = &b->urns[b->nurns];

	if (unseen(s) <= 0)
		return;
	*u = s->n > 1 ? (struct urn){ dev, s->n, s->n - 1, 0 }
		      : (struct urn){ b->spread, b->n, 1, 0 };
	u->scale = s->N * sqrt(unseen(s)) / (double)u->draws;
	b->nurns++;
}

static void
fill(struct boot *b, const struct hd_total_stratum *s, size_t h)
{
	size_t n = 0;

	for (size_t k = 0; k < h; k++)
		if (s[k].N > 0 && s[k].n > 1)
			n += s[k].n;
	b->dev = hd_xmalloc((n + 1) * sizeof(*b->dev));
	b->spread = hd_xmalloc((n + 1) * sizeof(*b->spread));
	b->urns = hd_xmalloc((h + 1) * sizeof(*b->urns));
	for (size_t k = 0; k < h; k++)
		if (s[k].N > 0 && s[k].n > 1)
			add_deviations(b, &s[k]);
	n = 0;
	for (size_t k = 0; k < h; k++) {
		if (s[k].N <= 0)
			continue;
		add_urn(b, &s[k], b->dev + n);
		n += s[k].n > 1 ? s[k].n : 0;
	}
}

static double
draw(const struct boot *b, gsl_rng *rng)
{
	double total = 0, sum;
	const struct urn *u;

	for (size_t k = 0; k < b->nurns; k++) {
		u = &b->urns[k];
		sum = 0;
		for (size_t i = 0; i < u->draws; i++)
			sum += u->dev[gsl_rng_uniform_int(rng, u->n)];
		total += u->scale * sum;
	}
	return total;
}

static void
limits(const struct boot *b, uint32_t seed, struct hd_total *out)
{
	gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
	double *v = hd_xmalloc(HD_BOOT_ROUNDS * sizeof(*v));

	gsl_rng_set(rng, seed);
	for (size_t i = 0; i < HD_BOOT_ROUNDS; i++)
		v[i] = out->total + draw(b, rng);
	hd_order_limits(v, HD_BOOT_ROUNDS, &out->lo, &out->hi);
	free(v);
	gsl_rng_free(rng);
}

static size_t
errors(const struct hd_total_stratum *s)
{
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++)
		n += s->d[i] != 0;
	return n;
}

struct hd_total
hd_total(const struct hd_total_stratum *s, size_t h, uint32_t seed)
{
	struct hd_total out = { 0, NAN, NAN, 0, 0 };
	struct boot b = { NULL, NULL, 0, NULL, 0 };
	double others = mean_of_others(s, h);
	size_t wrong = 0;

	for (size_t k = 0; k < h; k++) {
		if (s[k].N <= 0)
			continue;
		out.total +=
		    s[k].machine +
		    s[k].N * (s[k].n > 0 ? gsl_stats_mean(s[k].d, 1, s[k].n)
					 : others);
		out.n += s[k].n;
		wrong += errors(&s[k]);
		out.thin += s[k].n < 2 && unseen(&s[k]) > 0;
	}
	fill(&b, s, h);
	if (b.nurns == 0 || (b.n > 0 && wrong >= HD_TOTAL_ERRORS))
		limits(&b, seed, &out);
	free(b.dev);
	free(b.spread);
	free(b.urns);
	return out;
}
