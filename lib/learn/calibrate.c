/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Probabilities and thresholds: see calibrate.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_statistics_double.h>

#include "base/mem.h"
#include "learn/calibrate.h"

/*
 * The share of right answers that may be lost by keeping silent: few, since what
 * is none of the classes mostly lies far below.
 */
#define SILENT 0.002
/* Standard errors that a threshold's kappa must be above chance. */
#define SURE 3.0
/* The same of one threshold, chosen without a look at who is right. */
#define ONE_SURE 2.0

static int
positive(const struct hd_model *m, const struct hd_held *h, size_t head)
{
	return m->steps ? h->label > (int)head : h->label == (int)head;
}

static void
point(const struct hd_model *m, const struct hd_held *h, size_t head,
    struct hd_platt_point *p)
{
	p->x[0] = h->z[head];
	p->x[1] = m->apart ? h->z[m->heads + head] : 0;
	p->y = positive(m, h, head);
}

struct ranked {
	double p;
	int y;
};

static int
highest_first(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	return (x->p < y->p) - (x->p > y->p);
}

/* Cohen's kappa of taking `taken` of n, `right` of them among the `pos`. */
static double
kappa(double n, double pos, double taken, double right)
{
	double agree = right + (n - pos - (taken - right));
	double chance = (taken * pos + (n - taken) * (n - pos)) / n;

	return chance < n ? (agree - chance) / (n - chance) : 0;
}

/*
 * The probability from which a step is taken, so that kappa is highest; NAN when
 * no threshold does better than chance could: of many that were tried, one
 * always looks good.
 */
static double
best_cut(struct ranked *r, size_t n, size_t groups)
{
	double pos = 0, right = 0, best = 0, cut = NAN, k, share;

	qsort(r, n, sizeof(*r), highest_first);
	for (size_t i = 0; i < n; i++)
		pos += r[i].y;
	for (size_t i = 0; i + 1 < n; i++) {
		right += r[i].y;
		if (r[i].p <= r[i + 1].p)
			continue;
		k = kappa((double)n, pos, (double)i + 1, right);
		share = 1 / sqrt((double)groups);
		if (k > best && k > SURE * share) {
			best = k;
			cut = (r[i].p + r[i + 1].p) / 2;
		}
	}
	return cut;
}

static size_t
count_groups(const struct hd_held *held, size_t n)
{
	size_t groups = n > 0;

	for (size_t i = 1; i < n; i++)
		groups += held[i].group != held[i - 1].group;
	return groups;
}

/* The probability from which a step is taken as often as people took it. */
static double
usual_cut(const struct ranked *r, size_t n)
{
	size_t pos = 0;

	for (size_t i = 0; i < n; i++)
		pos += (size_t)r[i].y;
	return pos > 0 && pos < n ? (r[pos - 1].p + r[pos].p) / 2 : 0.5;
}

/*
 * Does a threshold tell more than chance would, groups being the witnesses?  The
 * covariance of what is taken and what is right, against its standard error by
 * what the groups add to it.
 */
static bool
tells(const struct hd_held *held, const struct ranked *r, size_t n, double cut)
{
	double y = 0, t = 0, sum = 0, sq = 0, group = 0;

	for (size_t i = 0; i < n; i++) {
		y += r[i].y;
		t += r[i].p > cut;
	}
	for (size_t i = 0; i < n; i++) {
		group +=
		    (r[i].y - y / (double)n) * ((r[i].p > cut) - t / (double)n);
		if (i + 1 < n && held[i + 1].group == held[i].group)
			continue;
		sum += group;
		sq += group * group;
		group = 0;
	}
	return sum > ONE_SURE * sqrt(sq);
}

static void
fit_steps(struct hd_model *m, const struct hd_held *held, size_t n)
{
	struct hd_platt_point *p = hd_xmalloc((n + 1) * sizeof(*p));
	struct ranked *r = hd_xmalloc((n + 1) * sizeof(*r)), *as_held;
	double usual;

	as_held = hd_xmalloc((n + 1) * sizeof(*r));
	for (size_t h = 0; h < m->heads; h++) {
		for (size_t i = 0; i < n; i++)
			point(m, &held[i], h, &p[i]);
		m->mix[h] = hd_platt_fit(p, n);
		for (size_t i = 0; i < n; i++)
			r[i] = (struct ranked){ hd_platt_p(&m->mix[h], p[i].x),
				p[i].y };
		memcpy(as_held, r, n * sizeof(*r));
		m->cut[h] = best_cut(r, n, count_groups(held, n));
		if (!isnan(m->cut[h]))
			continue;
		usual = usual_cut(r, n);
		m->cut[h] = tells(held, as_held, n, usual) ? usual : 0.5;
	}
	free(as_held);
	free(p);
	free(r);
}

/* One way of mixing for all classes: most of them are too rare for their own. */
static void
fit_mix(struct hd_model *m, const struct hd_held *held, size_t n)
{
	struct hd_platt_point *p;

	if (!m->apart)
		return;
	p = hd_xmalloc((n * m->heads + 1) * sizeof(*p));
	for (size_t i = 0; i < n; i++)
		for (size_t h = 0; h < m->heads; h++)
			point(m, &held[i], h, &p[i * m->heads + h]);
	m->mix[0] = hd_platt_fit(p, n * m->heads);
	if (m->mix[0].w[1] <= 0 && m->mix[0].w[2] <= 0)
		m->mix[0].w[1] = 1; /* some order of classes there must be */
	free(p);
}

/* How right the best class is; as the odds say where none was ever wrong. */
static void
fit_sure(struct hd_model *m, const struct hd_held *held, size_t n)
{
	struct hd_platt_point *p = hd_xmalloc((n + 1) * sizeof(*p));
	size_t right = 0;

	for (size_t i = 0; i < n; i++) {
		p[i].y =
		    (int)hd_model_best(m, held[i].z, p[i].x) == held[i].label;
		right += (size_t)p[i].y;
	}
	if (right < n)
		m->sure = hd_platt_fit(p, n);
	else
		m->sure = (struct hd_platt){ { 0, 1, 0 } };
	free(p);
}

static int
by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static void
fit_low(struct hd_model *m, const struct hd_held *held, size_t n)
{
	double *p = hd_xmalloc((n + 1) * sizeof(*p));
	struct hd_guess g;
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		hd_model_decide(m, held[i].z, &g);
		if (g.cls == held[i].label)
			p[k++] = g.p;
	}
	qsort(p, k, sizeof(*p), by_value);
	m->low =
	    k > 0 ? gsl_stats_quantile_from_sorted_data(p, 1, k, SILENT) : 1;
	free(p);
}

void
hd_calibrate(struct hd_model *m, const struct hd_held *held, size_t n)
{
	if (m->steps) {
		fit_steps(m, held, n);
	} else {
		fit_mix(m, held, n);
		fit_sure(m, held, n);
	}
	fit_low(m, held, n);
}
