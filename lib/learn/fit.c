/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One model fitted on some of the folds: see fit.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "learn/fit.h"
#include "learn/linear.h"

/* What an error costs beside the penalty of weights. */
#define COST 4.0
/* Rounds of choosing the message that earned a ticket its label. */
#define ROUNDS 3

struct fit {
	const struct hd_fit_data *data;
	struct hd_model *model;
	uint32_t *local; /* item of the bags -> feature */
	bool *in;	 /* documents to learn from */
	struct hd_item *v;
	/* rows of one plane, and the document of each */
	struct hd_matrix matrix;
	size_t *doc;
	struct hd_linear *linear;
	int plane;
};

/* Row r of the bags, of document d, as a vector at v; returns its length. */
static size_t
vector(const struct fit *f, size_t r, size_t d, struct hd_item *v)
{
	const struct hd_bags *b = &f->data->bags;
	const double *counts = NULL;
	uint32_t feature;
	size_t n = 0;

	for (size_t i = b->rows[r]; i < b->rows[r + 1]; i++) {
		feature = f->local[b->items[i].id];
		if (feature != HD_KEYS_NONE)
			v[n++] = (struct hd_item){ feature, b->items[i].times };
	}
	if (r == b->first[d])
		counts = f->data->corpus->docs[d].counts;
	return hd_space_vector(&f->model->space, v, n, counts);
}

/* Rows of document d on a plane: its first, or those after it. */
static size_t
first_row(const struct fit *f, int plane, size_t d)
{
	return f->data->bags.first[d] + (plane > 0);
}

static size_t
end_row(const struct fit *f, int plane, size_t d)
{
	const size_t *first = f->data->bags.first;

	return plane > 0 ? first[d + 1] : first[d] + 1;
}

static void
make_matrix(struct fit *f, int plane)
{
	const struct hd_bags *b = &f->data->bags;
	struct hd_matrix *m = &f->matrix;
	size_t n, most = b->nitems + b->ndocs * f->data->opts->ncounts;

	f->plane = plane;
	m->size = hd_space_size(&f->model->space);
	m->nrows = 0;
	m->rows = hd_xcalloc(b->nrows + 1, sizeof(*m->rows));
	m->v = hd_xmalloc((most + 1) * sizeof(*m->v));
	f->doc = hd_xmalloc((b->nrows + 1) * sizeof(*f->doc));
	for (size_t d = 0; d < b->ndocs; d++)
		for (size_t r = first_row(f, plane, d);
		     f->in[d] && r < end_row(f, plane, d); r++) {
			n = m->rows[m->nrows];
			f->doc[m->nrows++] = d;
			m->rows[m->nrows] = n + vector(f, r, d, m->v + n);
		}
	f->linear = hd_linear_new(m);
}

static void
drop_matrix(struct fit *f)
{
	hd_linear_free(f->linear);
	hd_matrix_release(&f->matrix);
	free(f->doc);
}

/* Is the head's question answered yes by the label of row r? */
static bool
positive(const struct fit *f, size_t r, size_t head)
{
	int label = f->data->corpus->labels[f->doc[r]];

	return f->model->steps ? label > (int)head : label == (int)head;
}

static double
row_score(const struct fit *f, size_t r, const double *w)
{
	const struct hd_matrix *m = &f->matrix;
	double z = 0;

	for (size_t i = m->rows[r]; i < m->rows[r + 1]; i++)
		z += w[m->v[i].id] * m->v[i].times;
	return z;
}

/* Of each positive ticket keep the message with the highest score. */
static void
keep_best(const struct fit *f, size_t head, const double *w, signed char *y)
{
	size_t end, best;
	double z, most;

	for (size_t r = 0; r < f->matrix.nrows; r = end) {
		most = -INFINITY;
		best = r;
		for (end = r; end < f->matrix.nrows && f->doc[end] == f->doc[r];
		     end++) {
			if (!positive(f, end, head))
				continue;
			y[end] = 0;
			z = row_score(f, end, w);
			if (z > most) {
				most = z;
				best = end;
			}
		}
		if (positive(f, r, head))
			y[best] = 1;
	}
}

/*
 * Heads that compete, one a class, each see few of their own and many others:
 * without a weight they would all be timid, and the rare ones most.
 */
static double
balance(const struct fit *f, const signed char *y)
{
	double pos = 0, neg = 0;

	if (f->model->steps)
		return 1;
	for (size_t r = 0; r < f->matrix.nrows; r++) {
		pos += y[r] > 0;
		neg += y[r] < 0;
	}
	return pos > 0 ? sqrt(neg / pos) : 1;
}

static void
fit_head(struct fit *f, size_t head, signed char *y, double *w)
{
	int rounds = f->plane > 0 ? ROUNDS : 0;
	size_t width = hd_model_width(f->model);
	float *to = f->model->w + (size_t)f->plane * f->model->heads + head;

	memset(w, 0, (f->matrix.size + 1) * sizeof(*w));
	for (size_t r = 0; r < f->matrix.nrows; r++)
		y[r] = positive(f, r, head) ? 1 : -1;
	hd_linear_fit(f->linear, y, COST, balance(f, y), w);
	for (int i = 0; i < rounds; i++) {
		keep_best(f, head, w, y);
		hd_linear_fit(f->linear, y, COST, balance(f, y), w);
	}
	for (size_t i = 0; i <= f->matrix.size; i++)
		to[i * width] = (float)w[i];
}

static void
fit_plane(struct fit *f, int plane)
{
	signed char *y;
	double *w;

	make_matrix(f, plane);
	y = hd_xmalloc(f->matrix.nrows + 1);
	w = hd_xmalloc((f->matrix.size + 1) * sizeof(*w));
	for (size_t h = 0; h < f->model->heads; h++)
		fit_head(f, h, y, w);
	free(y);
	free(w);
	drop_matrix(f);
}

/* Scores of document d on every plane: of its parts the highest. */
static void
score(const struct fit *f, size_t d, struct hd_item *v, double *z)
{
	const struct hd_model *m = f->model;
	double *best = z + m->heads, *part;
	size_t n = vector(f, first_row(f, 0, d), d, v);

	hd_model_plane(m, 0, v, n, z);
	if (!m->apart)
		return;
	part = hd_xmalloc(m->heads * sizeof(*part));
	hd_model_plane(m, 1, NULL, 0, best);
	for (size_t r = first_row(f, 1, d); r < end_row(f, 1, d); r++) {
		n = vector(f, r, d, v);
		hd_model_plane(m, 1, v, n, part);
		for (size_t h = 0; h < m->heads; h++)
			if (r == first_row(f, 1, d) || part[h] > best[h])
				best[h] = part[h];
	}
	free(part);
}

static void
score_held_out(const struct fit *f, int a, int b, double *z)
{
	const struct hd_bags *bags = &f->data->bags;
	size_t width = hd_model_width(f->model), most = 0, n;
	struct hd_item *v;
	int fold;

	for (size_t r = 0; r < bags->nrows; r++) {
		n = bags->rows[r + 1] - bags->rows[r];
		most = n > most ? n : most;
	}
	v = hd_xmalloc((most + f->data->opts->ncounts + 1) * sizeof(*v));
	for (size_t d = 0; d < bags->ndocs; d++) {
		fold = (int)f->data->fold[d];
		if (f->data->corpus->labels[d] != HD_LABEL_UNKNOWN &&
		    (fold == a || fold == b))
			score(f, d, v, z + d * width);
	}
	free(v);
}

struct hd_model *
hd_fit(const struct hd_fit_data *data, int a, int b, double *z)
{
	const struct hd_learn_opts *o = data->opts;
	struct fit f = { .data = data };
	struct hd_sample sample = { &data->bags, data->corpus->docs,
		data->group, data->ngroups, o->ncounts, NULL };
	int fold;

	f.model = hd_model_new(o->classes, o->nclasses, o->counts, o->ncounts,
	    o->ordered, o->per_part);
	f.local = hd_xmalloc((data->bags.keys.n + 1) * sizeof(*f.local));
	f.in = hd_xcalloc(data->corpus->n + 1, sizeof(*f.in));
	for (size_t d = 0; d < data->corpus->n; d++) {
		fold = (int)data->fold[d];
		f.in[d] =
		    data->corpus->labels[d] >= 0 && fold != a && fold != b;
	}
	sample.in = f.in;
	hd_space_fit(&f.model->space, &sample, f.local);
	f.model->w = hd_xcalloc(
	    (hd_space_size(&f.model->space) + 1) * hd_model_width(f.model),
	    sizeof(float));
	for (int plane = 0; plane <= o->per_part; plane++)
		fit_plane(&f, plane);
	score_held_out(&f, a, b, z);
	free(f.local);
	free(f.in);
	return f.model;
}
