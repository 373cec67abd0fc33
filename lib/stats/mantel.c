/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The common odds ratio of many two by two tables: see compare.h. */
#include <math.h>

#include <gsl/gsl_cdf.h>

#include "stats/compare.h"

/* Sums over types, named as Robins, Breslow and Greenland do. */
struct sums {
	double r, s, pr, ps_qr, qs; /* of the odds ratio and its variance */
	double apart, var;	    /* of the test */
};

static void
add(struct sums *t, const struct hd_compared *c)
{
	double a = (double)c->x1, b = (double)(c->n1 - c->x1);
	double d = (double)(c->n0 - c->x0), n = (double)(c->n0 + c->n1);
	double e = (double)c->x0, r, s, p, q;

	if (n <= 0)
		return;
	r = a * d / n;
	s = b * e / n;
	p = (a + d) / n;
	q = (b + e) / n;
	t->r += r;
	t->s += s;
	t->pr += p * r;
	t->ps_qr += p * s + q * r;
	t->qs += q * s;
	t->apart += a - (a + b) * (a + e) / n;
	if (n > 1)
		t->var +=
		    (a + b) * (e + d) * (a + e) * (b + d) / (n * n * (n - 1));
}

static void
test(const struct sums *t, struct hd_mantel *m)
{
	double apart = fabs(t->apart);

	if (t->var <= 0)
		return;
	/* half a ticket off, as these are counts */
	apart = fmax(0, apart - 0.5);
	m->chi2 = apart * apart / t->var;
	m->p = gsl_cdf_chisq_Q(m->chi2, 1);
}

struct hd_mantel
hd_mantel_haenszel(const struct hd_compared *cells, size_t k)
{
	struct hd_mantel m = { NAN, NAN, NAN, NAN, NAN, NAN, 0, 0 };
	struct sums t = { 0, 0, 0, 0, 0, 0, 0 };
	const struct hd_compared *c;
	double half;
	int64_t way;

	for (c = cells; c < cells + k; c++) {
		add(&t, c);
		way = c->x1 * c->n0 - c->x0 * c->n1;
		m.up += way > 0;
		m.down += way < 0;
	}
	if (t.r > 0 || t.s > 0)
		m.odds = t.s > 0 ? t.r / t.s : INFINITY;
	if (t.r > 0 && t.s > 0) {
		m.se = sqrt(t.pr / (2 * t.r * t.r) + t.ps_qr / (2 * t.r * t.s) +
			    t.qs / (2 * t.s * t.s));
		half = gsl_cdf_ugaussian_Pinv(0.975) * m.se;
		m.lo = exp(log(m.odds) - half);
		m.hi = exp(log(m.odds) + half);
	}
	test(&t, &m);
	return m;
}
