/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liblinear: see linear.h. */
#include <stdlib.h>
#include <string.h>

#include <linear.h>

#include "base/mem.h"
#include "learn/linear.h"

/* The solver stops when the gradient is this share of what it was at 0. */
#define TOLERANCE 0.005

struct hd_linear {
	struct feature_node *nodes;
	struct feature_node **rows;
	size_t nrows, size;
};

void
hd_matrix_release(struct hd_matrix *m)
{
	free(m->v);
	free(m->rows);
	memset(m, 0, sizeof(*m));
}

/* liblinear would print its progress on standard output. */
static void
say_nothing(const char *s)
{
	(void)s;
}

struct hd_linear *
hd_linear_new(const struct hd_matrix *m)
{
	struct hd_linear *l = hd_xmalloc(sizeof(*l));
	struct feature_node *to;

	set_print_string_function(say_nothing);
	l->nrows = m->nrows;
	l->size = m->size;
	/* a constant and an end more a row */
	l->nodes = hd_xmalloc(
	    (m->rows[m->nrows] + 2 * m->nrows + 1) * sizeof(*l->nodes));
	l->rows = hd_xmalloc((m->nrows + 1) * sizeof(*l->rows));
	to = l->nodes;
	for (size_t r = 0; r < m->nrows; r++) {
		l->rows[r] = to;
		for (size_t i = m->rows[r]; i < m->rows[r + 1]; i++)
			*to++ = (struct feature_node){ (int)m->v[i].id + 1,
				(double)m->v[i].times };
		*to++ = (struct feature_node){ (int)m->size + 1, 1 };
		*to++ = (struct feature_node){ -1, 0 };
	}
	return l;
}

void
hd_linear_free(struct hd_linear *l)
{
	if (l == NULL)
		return;
	free(l->nodes);
	free(l->rows);
	free(l);
}

/* The rows that count, as liblinear's problem; how many are positive. */
static int
choose(const struct hd_linear *l, const signed char *y, struct problem *p)
{
	int pos = 0;

	for (size_t r = 0; r < l->nrows; r++) {
		if (y[r] == 0)
			continue;
		p->x[p->l] = l->rows[r];
		p->y[p->l++] = y[r] > 0 ? 1 : -1;
		pos += y[r] > 0;
	}
	return pos;
}

void
hd_linear_fit(const struct hd_linear *l, const signed char *y, double cost,
    double weight, double *w)
{
	int labels[] = { 1, -1 }, pos;
	double weights[] = { weight, 1 };
	struct problem p = { .n = (int)l->size + 1, .bias = 1 };
	struct parameter param = { .solver_type = L2R_LR,
		.C = cost,
		.nr_weight = 2,
		.weight_label = labels,
		.weight = weights,
		.init_sol = w };
	struct model *m;

	p.y = hd_xmalloc((l->nrows + 1) * sizeof(*p.y));
	p.x = hd_xmalloc((l->nrows + 1) * sizeof(struct feature_node *));
	pos = choose(l, y, &p);
	if (pos == 0 || pos == p.l) {
		memset(w, 0, (l->size + 1) * sizeof(*w));
	} else {
		/* liblinear takes eps times the share of the rarer side */
		param.eps =
		    TOLERANCE * p.l / (pos < p.l - pos ? pos : p.l - pos);
		m = train(&p, &param);
		/* weights are of label[0] against the other */
		for (size_t i = 0; i <= l->size; i++)
			w[i] = m->label[0] > 0 ? m->w[i] : -m->w[i];
		free_and_destroy_model(&m);
	}
	free(p.y);
	free(p.x);
}
