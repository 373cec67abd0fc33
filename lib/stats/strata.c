/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shares from a stratified review: see strata.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "stats/strata.h"

/* A census under an effective n: no more than all can be seen. */
static bool
is_census(const struct hd_stratum *s)
{
	return s->N > 0 && s->n >= s->N;
}

static struct hd_interval
share(const struct hd_stratum *s, bool closed)
{
	struct hd_interval i =
	    hd_wilson_of(s->x / s->n, s->n, closed ? s->N : 0);

	if (isnan(i.p))
		i.p = 0.5;
	return i;
}

/* The variance of the share of s; NaN where it cannot be had. */
static double
variance(const struct hd_stratum *s, double p, bool closed)
{
	double rest = closed ? 1 - s->n / s->N : 1;

	if (closed && is_census(s))
		return 0;
	return s->n > 1 ? rest * p * (1 - p) / (s->n - 1) : NAN;
}

static struct hd_estimate
stratified(const struct hd_stratum *s, size_t h, bool closed)
{
	struct hd_estimate e = { NAN, 0, 1, NAN, 0, 0, 0, 0 };
	double p = 0, below = 0, above = 0, var = 0, w;
	struct hd_interval i;

	for (size_t k = 0; k < h; k++)
		e.N += s[k].N > 0 ? s[k].N : 0;
	if (e.N <= 0)
		return e;
	for (size_t k = 0; k < h; k++) {
		if (s[k].N <= 0)
			continue;
		i = share(&s[k], closed);
		w = s[k].N / e.N;
		p += w * i.p;
		below += w * w * (i.p - i.lo) * (i.p - i.lo);
		above += w * w * (i.hi - i.p) * (i.hi - i.p);
		var += w * w * variance(&s[k], i.p, closed);
		e.x += s[k].x;
		e.n += s[k].n;
		e.empty += !(s[k].n > 0);
	}
	e.p = p;
	e.lo = fmax(0, p - sqrt(below));
	e.hi = fmin(1, p + sqrt(above));
	e.se = sqrt(var);
	return e;
}

struct hd_estimate
hd_stratified(const struct hd_stratum *s, size_t h)
{
	return stratified(s, h, true);
}

struct hd_estimate
hd_stratified_future(const struct hd_stratum *s, size_t h)
{
	return stratified(s, h, false);
}

/* --- recall --- */

/* Tickets in place of a share: the ratio of two does not ask for the scale. */
static struct hd_interval
tickets(const struct hd_estimate *e)
{
	struct hd_interval i = { 0, 0, 0, 1 };

	if (e->N > 0) {
		i.p = e->N * e->p;
		i.lo = e->N * e->lo;
		i.hi = e->N * e->hi;
	}
	return i;
}

/* Limits of b / a; INFINITY where a may be nothing. */
static double
ratio_low(const struct hd_interval *a, const struct hd_interval *b)
{
	double ab = a->p * b->p, l = b->lo * (2 * b->p - b->lo);
	double root = ab * ab - l * a->hi * (2 * a->p - a->hi);

	if (l <= 0)
		return 0;
	return l / (ab + sqrt(fmax(0, root)));
}

static double
ratio_high(const struct hd_interval *a, const struct hd_interval *b)
{
	double ab = a->p * b->p, l = a->lo * (2 * a->p - a->lo);
	double root = ab * ab - l * b->hi * (2 * b->p - b->hi);

	if (l <= 0)
		return INFINITY;
	return (ab + sqrt(fmax(0, root))) / l;
}

struct hd_interval
hd_recall(const struct hd_estimate *tagged, const struct hd_estimate *untagged)
{
	struct hd_interval r = { NAN, 0, 1, 1 };
	struct hd_interval a = tickets(tagged), b = tickets(untagged);

	if (a.p + b.p <= 0)
		return r;
	r.p = a.p / (a.p + b.p);
	r.lo = 1 / (1 + ratio_high(&a, &b));
	r.hi = 1 / (1 + ratio_low(&a, &b));
	return r;
}

/* --- pooling --- */

/* What strata are together, each ticket weighing N/n of where it was drawn. */
struct pool {
	double N, count;	   /* tickets, reviewed */
	double seen, yes, squares; /* sums of w, of w over yes, of w^2 */
};

static void
pool_add(struct pool *p, const struct hd_stratum *s)
{
	p->N += s->N;
	if (!(s->n > 0))
		return;
	p->count += s->n;
	p->seen += s->N;
	p->yes += s->N * s->x / s->n;
	p->squares += s->N * s->N / s->n;
}

static struct hd_stratum
pool_stratum(const struct pool *p)
{
	struct hd_stratum s = { p->N, 0, 0 };

	if (p->seen > 0) {
		s.n = p->seen * p->seen / p->squares;
		s.x = s.n * p->yes / p->seen;
	}
	return s;
}

/* The first of the fewest reviewed that is no census; h when there is none. */
static size_t
smallest(const struct hd_stratum *s, size_t h)
{
	size_t at = h;

	for (size_t k = 0; k < h; k++)
		if (!is_census(&s[k]) && (at == h || s[k].n < s[at].n))
			at = k;
	return at;
}

size_t
hd_pool(struct hd_stratum *s, size_t h, double least)
{
	struct pool p = { 0, 0, 0, 0, 0 };
	size_t kept = 0, other;

	for (size_t k = 0; k < h; k++) {
		if (s[k].N <= 0)
			continue;
		if (is_census(&s[k]) || s[k].n >= least)
			s[kept++] = s[k];
		else
			pool_add(&p, &s[k]);
	}
	if (p.N <= 0)
		return kept;
	other = smallest(s, kept);
	if (p.count < least && other < kept) {
		pool_add(&p, &s[other]);
		kept--;
		for (size_t k = other; k < kept; k++)
			s[k] = s[k + 1];
	}
	s[kept] = pool_stratum(&p);
	return kept + 1;
}

size_t
hd_pool_rare(struct hd_stratum *s, size_t h, double least)
{
	struct hd_stratum t;
	size_t apart = 0;

	for (size_t k = 0; k < h; k++) {
		if (s[k].x < least || s[k].n - s[k].x < least)
			continue;
		t = s[k];
		memmove(&s[apart + 1], &s[apart], (k - apart) * sizeof(t));
		s[apart++] = t;
	}
	h = apart + hd_pool(s + apart, h - apart, INFINITY);
	return hd_pool(s, h, least);
}

/* The reviewed strata of a kind, those with few of either answer as one. */
static size_t
pool_kind(const struct hd_stratum *s, const int *kind, size_t h, size_t first,
    struct hd_stratum *out)
{
	size_t n = 0;

	for (size_t k = first; k < h; k++)
		if (s[k].n > 0 && kind[k] == kind[first])
			out[n++] = s[k];
	return hd_pool_rare(out, n, HD_SHARE_LEAST);
}

static bool
is_first(const int *kind, size_t k)
{
	for (size_t i = 0; i < k; i++)
		if (kind[i] == kind[k])
			return false;
	return true;
}

struct hd_estimate
hd_review_share(const struct hd_stratum *s, const int *kind, size_t h,
    enum hd_sharing how, bool future)
{
	struct hd_stratum *v = hd_xcalloc(h + 1, sizeof(*v));
	struct hd_estimate e;
	double unseen = 0;
	size_t n = 0;

	for (size_t k = 0; k < h; k++)
		if (is_first(kind, k))
			n += pool_kind(s, kind, h, k, v + n);
	n = hd_pool(v, n, HD_SHARE_LEAST);
	for (size_t k = 0; k < h; k++) {
		if (s[k].n > 0 || s[k].N <= 0)
			continue;
		if (how == HD_SHARE_FRAME)
			v[n++] = s[k];
		else
			unseen += s[k].N;
	}
	e = stratified(v, n, !future);
	e.N += unseen;
	free(v);
	return e;
}
