/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Models: see model.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "learn/model_int.h"

#define TINY 1e-9 /* no odds are longer */

static char **
copy_names(const char *const *names, size_t n)
{
	char **copy = hd_xcalloc(n + 1, sizeof(*copy));

	for (size_t i = 0; i < n; i++)
		copy[i] = hd_xstrdup(names[i]);
	return copy;
}

struct hd_model *
hd_model_new(const char *const *classes, size_t nclasses,
    const char *const *counts, size_t ncounts, bool ordered, bool apart)
{
	struct hd_model *m = hd_xcalloc(1, sizeof(*m));

	m->classes = copy_names(classes, nclasses);
	m->nclasses = nclasses;
	m->counts = copy_names(counts, ncounts);
	m->space.ncounts = ncounts;
	m->steps = ordered || nclasses == 2;
	m->apart = apart;
	m->heads = m->steps ? nclasses - 1 : nclasses;
	m->mix = hd_xcalloc(m->steps ? m->heads : 1, sizeof(*m->mix));
	m->cut = hd_xcalloc(m->heads, sizeof(*m->cut));
	for (size_t i = 0; i < (m->steps ? m->heads : 1); i++)
		m->mix[i].w[1] = 1;
	for (size_t i = 0; i < m->heads; i++)
		m->cut[i] = 0.5;
	return m;
}

static void
free_names(char **names, size_t n)
{
	for (size_t i = 0; names != NULL && i < n; i++)
		free(names[i]);
	free(names);
}

void
hd_model_free(struct hd_model *m)
{
	if (m == NULL)
		return;
	free_names(m->classes, m->nclasses);
	free_names(m->counts, m->space.ncounts);
	hd_space_release(&m->space);
	free(m->w);
	free(m->mix);
	free(m->cut);
	free(m);
}

size_t
hd_model_nclasses(const struct hd_model *m)
{
	return m->nclasses;
}

const char *
hd_model_class(const struct hd_model *m, size_t i)
{
	return m->classes[i];
}

size_t
hd_model_ncounts(const struct hd_model *m)
{
	return m->space.ncounts;
}

const char *
hd_model_count(const struct hd_model *m, size_t i)
{
	return m->counts[i];
}

bool
hd_model_is_per_part(const struct hd_model *m)
{
	return m->apart;
}

double
hd_model_low(const struct hd_model *m)
{
	return m->low;
}

size_t
hd_model_width(const struct hd_model *m)
{
	return m->heads * (m->apart ? 2 : 1);
}

void
hd_model_plane(const struct hd_model *m, int plane, const struct hd_item *v,
    size_t n, double *z)
{
	size_t width = hd_model_width(m);
	const float *w = m->w + (size_t)plane * m->heads;
	const float *row = w + hd_space_size(&m->space) * width;

	for (size_t h = 0; h < m->heads; h++)
		z[h] = row[h];
	for (size_t i = 0; i < n; i++) {
		row = w + v[i].id * width;
		for (size_t h = 0; h < m->heads; h++)
			z[h] += (double)row[h] * v[i].times;
	}
}

double
hd_model_logit(const struct hd_model *m, const double *z, size_t head)
{
	double x[2] = { z[head], m->apart ? z[m->heads + head] : 0 };

	return hd_platt_logit(&m->mix[m->steps ? head : 0], x);
}

size_t
hd_model_best(const struct hd_model *m, const double *z, double x[2])
{
	double top = hd_model_logit(m, z, 0), sum = 0, at;
	size_t cls = 0;

	for (size_t h = 1; h < m->heads; h++) {
		at = hd_model_logit(m, z, h);
		if (at > top) {
			top = at;
			cls = h;
		}
	}
	for (size_t h = 0; h < m->heads; h++)
		if (h != cls)
			sum += exp(hd_model_logit(m, z, h) - top);
	x[0] = -log(sum + TINY);
	x[1] = 0;
	return cls;
}

/* The probability of step h; none is surer than one below it. */
static double
reach(const struct hd_model *m, const double *z, size_t h)
{
	double p = 1;

	for (size_t i = 0; i <= h; i++)
		p = fmin(p, 1 / (1 + exp(-hd_model_logit(m, z, i))));
	return p;
}

/* The last step that is taken. */
static void
climb(const struct hd_model *m, const double *z, struct hd_guess *g)
{
	size_t cls = 0;

	for (size_t h = 0; h < m->heads; h++)
		if (reach(m, z, h) >= m->cut[h])
			cls = h + 1;
	g->cls = (int)cls;
	g->p = (cls > 0 ? reach(m, z, cls - 1) : 1) -
	       (cls < m->heads ? reach(m, z, cls) : 0);
}

void
hd_model_decide(const struct hd_model *m, const double *z, struct hd_guess *g)
{
	double x[2];

	g->fold = -1;
	if (m->steps) {
		climb(m, z, g);
	} else {
		g->cls = (int)hd_model_best(m, z, x);
		g->p = hd_platt_p(&m->sure, x);
	}
	g->low = g->p < m->low;
}

/* What the best class leaves, by the odds of the others. */
static void
share_rest(const struct hd_model *m, const double *z, size_t best, double *p)
{
	double top = -INFINITY, sum = 0;

	for (size_t h = 0; h < m->heads; h++)
		if (h != best)
			top = fmax(top, hd_model_logit(m, z, h));
	for (size_t h = 0; h < m->heads; h++)
		if (h != best) {
			p[h] = exp(hd_model_logit(m, z, h) - top);
			sum += p[h];
		}
	for (size_t h = 0; h < m->heads; h++)
		if (h != best)
			p[h] *= (1 - p[best]) / sum;
}

void
hd_model_spread(const struct hd_model *m, const double *z, double *p)
{
	double x[2];
	size_t best;

	if (m->steps) {
		for (size_t c = 0; c < m->nclasses; c++)
			p[c] = (c > 0 ? reach(m, z, c - 1) : 1) -
			       (c < m->heads ? reach(m, z, c) : 0);
		return;
	}
	best = hd_model_best(m, z, x);
	p[best] = hd_platt_p(&m->sure, x);
	share_rest(m, z, best, p);
}
