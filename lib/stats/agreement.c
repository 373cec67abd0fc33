/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two taggers against the truth: see agreement.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_rng.h>

#include "base/mem.h"
#include "stats/agreement.h"
#include "stats/bootstrap.h"
#include "stats/order.h"

struct boot {
	struct hd_rated *rated; /* groups together */
	size_t *first;		/* of a group; groups + 1 */
	size_t groups, k;
	double *a, *b; /* tables of truth and said */
};

static int
by_group(const void *a, const void *b)
{
	const struct hd_rated *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	if (x->truth != y->truth)
		return x->truth < y->truth ? -1 : 1;
	if (x->a != y->a)
		return x->a < y->a ? -1 : 1;
	return (x->b > y->b) - (x->b < y->b);
}

static void
sort_groups(struct boot *s, const struct hd_rated *rated, size_t n)
{
	s->rated = hd_xmalloc((n + 1) * sizeof(*s->rated));
	s->first = hd_xmalloc((n + 1) * sizeof(*s->first));
	if (n > 0)
		memcpy(s->rated, rated, n * sizeof(*rated));
	qsort(s->rated, n, sizeof(*s->rated), by_group);
	for (size_t i = 0; i < n; i++)
		if (i == 0 || s->rated[i].group != s->rated[i - 1].group)
			s->first[s->groups++] = i;
	s->first[s->groups] = n;
}

static void
clear(struct boot *s)
{
	memset(s->a, 0, s->k * s->k * sizeof(*s->a));
	memset(s->b, 0, s->k * s->k * sizeof(*s->b));
}

static void
count_group(struct boot *s, size_t g)
{
	const struct hd_rated *r;

	for (size_t i = s->first[g]; i < s->first[g + 1]; i++) {
		r = &s->rated[i];
		s->a[r->truth * s->k + r->a]++;
		s->b[r->truth * s->k + r->b]++;
	}
}

static void
bootstrap(struct boot *s, uint64_t seed, struct hd_kappas *out)
{
	gsl_rng *rng = gsl_rng_alloc(gsl_rng_mt19937);
	double *v = hd_xmalloc(3 * HD_BOOT_ROUNDS * sizeof(*v));
	double *b = v + HD_BOOT_ROUNDS, *d = b + HD_BOOT_ROUNDS;
	size_t n = 0;

	gsl_rng_set(rng, (unsigned long)seed);
	for (size_t i = 0; i < HD_BOOT_ROUNDS; i++) {
		clear(s);
		for (size_t g = 0; g < s->groups; g++)
			count_group(s, gsl_rng_uniform_int(rng, s->groups));
		v[n] = hd_kappa(s->a, s->k);
		b[n] = hd_kappa(s->b, s->k);
		d[n] = b[n] - v[n];
		n += !isnan(d[n]);
	}
	out->rounds = n;
	if (n * 10 >= (size_t)HD_BOOT_ROUNDS * 9) {
		hd_order_limits(v, n, &out->alo, &out->ahi);
		hd_order_limits(b, n, &out->blo, &out->bhi);
		hd_order_limits(d, n, &out->lo, &out->hi);
	}
	free(v);
	gsl_rng_free(rng);
}

struct hd_kappas
hd_kappas_compare(
    const struct hd_rated *rated, size_t n, size_t k, uint64_t seed)
{
	struct hd_kappas out = { NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN, n,
		0, 0 };
	struct boot s = { .k = k };

	sort_groups(&s, rated, n);
	s.a = hd_xcalloc(k * k + 1, sizeof(*s.a));
	s.b = hd_xcalloc(k * k + 1, sizeof(*s.b));
	for (size_t g = 0; g < s.groups; g++)
		count_group(&s, g);
	out.a = hd_kappa(s.a, k);
	out.b = hd_kappa(s.b, k);
	out.diff = out.b - out.a;
	out.groups = s.groups;
	if (s.groups > 1)
		bootstrap(&s, seed, &out);
	free(s.rated);
	free(s.first);
	free(s.a);
	free(s.b);
	return out;
}
