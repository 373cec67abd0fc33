/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Learning from labelled documents: see learn.h.
 *
 * A fold is judged by a model fitted on the others, calibrated on scores of
 * documents of those others; to be honest these scores must come from models
 * that saw neither them nor the fold.  A model fitted without folds a and b
 * serves twice: it scores b to calibrate the model of a, and a for that of b.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "learn/calibrate.h"
#include "learn/fit.h"
#include "learn/folds.h"
#include "base/parallel.h"

/*
 * A fold is calibrated on so many others, which brings rare cases together;
 * where heads are many, hence dear, on one.
 */
#define PARTNERS 2
#define MANY	 20
/*
 * N-grams a document from which, where heads are many, those of characters are
 * thinned out: time grows with them, and a long text says the same many times.
 */
#define LONG ((size_t)200)
/* Memory of the solver that jobs share, and what an item costs it. */
#define ROOM	   ((size_t)512 * 1024 * 1024)
#define ITEM_BYTES (sizeof(struct hd_item) + 16)

struct one_fit {
	int a, b; /* left out */
	double *z;
	bool keep;
	struct hd_model *model; /* when kept */
};

struct learner {
	struct hd_fit_data data;
	uint32_t *group;
	unsigned *fold;
	uint32_t *order; /* documents with a class, groups together */
	size_t ndocs, folds, width;
	struct one_fit *fits; /* pairs, then folds, then all */
	size_t npairs, nfits;
	double *z; /* of each document by the model of its fold */
	struct hd_guess *guesses;
	double *spread; /* NULL: nobody asked */
};

static int
check(const struct hd_corpus *c, const struct hd_learn_opts *o, size_t folds,
    struct hd_err *err)
{
	uint32_t *group = hd_xmalloc((c->n + 1) * sizeof(*group));
	size_t ngroups = hd_folds_groups(c->groups, c->n, group), enough = 0;
	size_t *has = hd_xcalloc(o->nclasses + 1, sizeof(*has)), at;
	bool *seen = hd_xcalloc(ngroups * o->nclasses + 1, sizeof(*seen));

	/* groups of a class; one of several classes stands for each */
	for (size_t i = 0; i < c->n; i++) {
		if (c->labels[i] < 0)
			continue;
		at = group[i] * o->nclasses + (size_t)c->labels[i];
		has[c->labels[i]] += !seen[at];
		seen[at] = true;
	}
	for (size_t i = 0; i < o->nclasses; i++)
		enough += has[i] >= folds;
	free(group);
	free(seen);
	free(has);
	if (enough >= 2)
		return 0;
	return hd_err_set(err, HD_EDATA,
	    "too few labels to learn from: %zu of %zu classes have %zu "
	    "independent tickets",
	    enough, o->nclasses, folds);
}

static void
add_fit(struct learner *l, int a, int b, bool keep)
{
	l->fits[l->nfits++] = (struct one_fit){ a, b, l->z, keep, NULL };
}

/* Pairs of folds: the opposite ones, then their neighbours, till enough. */
static void
list_pairs(struct learner *l, size_t want)
{
	size_t folds = l->folds, has = 0, d, a;
	struct one_fit *f;

	for (d = folds / 2; d > 0 && has < want; d--) {
		for (a = 0; a < (2 * d == folds ? d : folds); a++) {
			add_fit(l, (int)a, (int)((a + d) % folds), false);
			f = &l->fits[l->nfits - 1];
			f->z = hd_xcalloc(
			    l->data.corpus->n * l->width + 1, sizeof(*f->z));
		}
		has += 2 * d == folds ? 1 : 2;
	}
	l->npairs = l->nfits;
}

static void
list_fits(struct learner *l)
{
	const struct hd_learn_opts *o = l->data.opts;
	size_t heads =
	    o->ordered || o->nclasses == 2 ? o->nclasses - 1 : o->nclasses;

	l->width = heads * (o->per_part ? 2 : 1);
	l->z = hd_xcalloc(l->data.corpus->n * l->width + 1, sizeof(*l->z));
	l->fits = hd_xcalloc(
	    l->folds * (l->folds - 1) / 2 + l->folds + 1, sizeof(*l->fits));
	list_pairs(l, heads < MANY ? PARTNERS : 1);
	for (size_t k = 0; k < l->folds; k++)
		add_fit(l, (int)k, (int)k, true);
	add_fit(l, HD_FIT_ALL, HD_FIT_ALL, true);
}

static void
run_fit(void *ctx, size_t i)
{
	struct learner *l = ctx;
	/* the largest first: it would be waited for */
	struct one_fit *f = &l->fits[l->nfits - 1 - i];

	f->model = hd_fit(&l->data, f->a, f->b, f->z);
	if (!f->keep) {
		hd_model_free(f->model);
		f->model = NULL;
	}
}

/* Scores of the fold's partners, by models that saw neither. */
static size_t
held_by_pairs(const struct learner *l, int k, struct hd_held *held)
{
	const struct hd_corpus *c = l->data.corpus;
	const struct one_fit *f;
	size_t n = 0, d;
	int fold;

	for (size_t i = 0; i < l->ndocs; i++) {
		d = l->order[i];
		fold = (int)l->fold[d];
		for (size_t p = 0; p < l->npairs; p++) {
			f = &l->fits[p];
			if ((f->a == k && f->b == fold) ||
			    (f->b == k && f->a == fold))
				held[n++] =
				    (struct hd_held){ f->z + d * l->width,
					    c->labels[d], l->group[d] };
		}
	}
	return n;
}

static void
judge_fold(void *ctx, size_t k)
{
	struct learner *l = ctx;
	struct hd_model *m = l->fits[l->npairs + k].model;
	struct hd_held *held = hd_xmalloc((l->ndocs + 1) * sizeof(*held));

	hd_calibrate(m, held, held_by_pairs(l, (int)k, held));
	for (size_t d = 0; d < l->data.corpus->n; d++)
		if (l->data.corpus->labels[d] != HD_LABEL_UNKNOWN &&
		    l->fold[d] == k) {
			hd_model_decide(m, l->z + d * l->width, &l->guesses[d]);
			l->guesses[d].fold = (int)k;
			if (l->spread != NULL)
				hd_model_spread(m, l->z + d * l->width,
				    l->spread + d * m->nclasses);
		}
	free(held);
}

static void
calibrate_final(struct learner *l, struct hd_model *m)
{
	struct hd_held *held = hd_xmalloc((l->ndocs + 1) * sizeof(*held));
	size_t d;

	for (size_t i = 0; i < l->ndocs; i++) {
		d = l->order[i];
		held[i] = (struct hd_held){ l->z + d * l->width,
			l->data.corpus->labels[d], l->group[d] };
	}
	hd_calibrate(m, held, l->ndocs);
	free(held);
}

/* Documents with a class, those of a group together. */
static void
list_order(struct learner *l)
{
	const struct hd_corpus *c = l->data.corpus;
	size_t groups = l->data.ngroups, *at;

	at = hd_xcalloc(groups + 2, sizeof(*at));
	l->order = hd_xmalloc((c->n + 1) * sizeof(*l->order));
	for (size_t d = 0; d < c->n; d++)
		at[l->group[d] + 1] += c->labels[d] >= 0;
	for (size_t g = 0; g < groups; g++)
		at[g + 1] += at[g];
	l->ndocs = at[groups];
	for (size_t d = 0; d < c->n; d++)
		if (c->labels[d] >= 0)
			l->order[at[l->group[d]]++] = (uint32_t)d;
	free(at);
}

static void
prepare(struct learner *l, const struct hd_corpus *c,
    const struct hd_learn_opts *o, size_t folds)
{
	l->folds = folds;
	l->group = hd_xcalloc(c->n + 1, sizeof(*l->group));
	l->fold = hd_xcalloc(c->n + 1, sizeof(*l->fold));
	l->guesses = hd_xcalloc(c->n + 1, sizeof(*l->guesses));
	if (o->spread)
		l->spread =
		    hd_xcalloc(c->n * o->nclasses + 1, sizeof(*l->spread));
	l->data.corpus = c;
	l->data.opts = o;
	l->data.ngroups = hd_folds_groups(c->groups, c->n, l->group);
	l->data.group = l->group;
	l->data.fold = l->fold;
	hd_folds_deal(c->labels, c->groups, c->n, folds, o->seed, l->fold);
	for (size_t d = 0; d < c->n; d++)
		l->guesses[d] = (struct hd_guess){ -1, 0, true, -1 };
	list_order(l);
	hd_bags_init(&l->data.bags, c->docs, c->n, l->group, o->per_part);
	list_fits(l);
	if (l->width >= MANY && l->data.bags.nitems > LONG * c->n)
		hd_bags_thin(&l->data.bags,
		    (uint32_t)(l->data.bags.nitems / (LONG * c->n) + 1));
}

static void
release(struct learner *l)
{
	for (size_t i = 0; i < l->nfits; i++) {
		hd_model_free(l->fits[i].model);
		if (i < l->npairs)
			free(l->fits[i].z);
	}
	free(l->fits);
	hd_bags_release(&l->data.bags);
	free(l->group);
	free(l->fold);
	free(l->order);
	free(l->z);
}

int
hd_learn(const struct hd_corpus *c, const struct hd_learn_opts *o,
    struct hd_learned *out, struct hd_err *err)
{
	struct learner l = { 0 };
	struct one_fit *last;
	size_t most;

	memset(out, 0, sizeof(*out));
	out->folds = o->folds > 0 ? o->folds : HD_LEARN_FOLDS;
	if (out->folds < 3 || out->folds > HD_LEARN_FOLDS_MAX)
		return hd_err_set(err, HD_EUSAGE, "folds: 3 to %d, not %zu",
		    HD_LEARN_FOLDS_MAX, out->folds);
	if (check(c, o, out->folds, err) != 0)
		return -1;
	prepare(&l, c, o, out->folds);
	most = ROOM / (l.data.bags.nitems * ITEM_BYTES + 1) + 1;
	hd_parallel(
	    l.nfits, o->jobs < most ? o->jobs : (unsigned)most, run_fit, &l);
	hd_parallel(l.folds, o->jobs, judge_fold, &l);
	last = &l.fits[l.nfits - 1];
	calibrate_final(&l, last->model);
	out->model = last->model;
	last->model = NULL;
	out->guesses = l.guesses;
	out->spread = l.spread;
	out->docs = l.ndocs;
	for (size_t d = 0; d < c->n; d++)
		out->none += c->labels[d] == HD_LABEL_NONE;
	out->groups = l.data.ngroups;
	out->features = hd_space_size(&out->model->space);
	release(&l);
	return 0;
}

void
hd_learned_release(struct hd_learned *l)
{
	hd_model_free(l->model);
	free(l->guesses);
	free(l->spread);
	memset(l, 0, sizeof(*l));
}
