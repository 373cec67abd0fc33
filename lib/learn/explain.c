/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Why a model says so: see model.h.  Its n-grams are hashes, so the document is
 * cut again, and what each n-gram weighed is told at the place where it stands:
 * that of characters at their word, that of pairs of words at the pair.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "learn/model_int.h"

/* A word or a pair of words, and what it weighs so far. */
struct units {
	struct hd_reason *v;
	size_t n, cap;
};

/* A head that is asked, and whether its yes speaks for the class. */
struct side {
	size_t head;
	double sign;
};

/* A vector of the document: the whole text, or one part. */
struct view {
	const struct hd_item *v; /* by ascending id */
	size_t n;
	double *times; /* how often each item stands in the text */
	size_t plane;
};

/* The place of a gram in the view, SIZE_MAX when it has none. */
static size_t
find(const struct hd_model *m, const struct view *w, uint32_t key)
{
	struct hd_item want = { hd_keys_get(&m->space.keys, key), 0 };
	const struct hd_item *at = NULL;

	if (want.id != HD_KEYS_NONE)
		at = bsearch(&want, w->v, w->n, sizeof(*w->v), hd_item_order);
	return at != NULL ? (size_t)(at - w->v) : SIZE_MAX;
}

static void
count(const struct hd_model *m, const struct view *w, const struct hd_grams *g)
{
	size_t at;

	for (size_t i = 0; i < g->n; i++) {
		at = find(m, w, g->v[i].key);
		if (at != SIZE_MAX)
			w->times[at]++;
	}
}

/* The units of a text that was cut, weights 0; unit[i] is that of gram i. */
static void
list_units(const struct hd_grams *g, size_t part, struct units *u, size_t *unit)
{
	size_t word = u->n;

	for (size_t i = 0; i < g->n; i++) {
		unit[i] = word;
		if ((g->v[i].key & 1) == 0)
			continue;
		u->v = hd_grow(u->v, &u->cap, u->n + 1, sizeof(*u->v));
		u->v[u->n] =
		    (struct hd_reason){ part, g->v[i].start, g->v[i].end, 0 };
		unit[i] = u->n;
		/* a pair is cut after its second word, and begins before it */
		if (i == 0 || g->v[i].start >= u->v[word].end)
			word = u->n;
		u->n++;
	}
}

/* Share out among the units what the view's n-grams weigh for one side. */
static void
weigh(const struct hd_model *m, const struct view *w, const struct side *side,
    const struct hd_grams *g, const size_t *unit, struct units *u)
{
	size_t width = hd_model_width(m), at;
	const float *weights = m->w + w->plane * m->heads + side->head;
	double mix = m->mix[m->steps ? side->head : 0].w[1 + w->plane];

	for (size_t i = 0; i < g->n; i++) {
		at = find(m, w, g->v[i].key);
		if (at == SIZE_MAX)
			continue;
		u->v[unit[i]].weight += side->sign * mix *
					weights[w->v[at].id * width] *
					w->v[at].times / w->times[at];
	}
}

/* The vector of the part that was cut, and its scores at s->z past the rest. */
static struct view
part_view(const struct hd_model *m, struct hd_scratch *s)
{
	struct view w = { NULL, 0, NULL, 1 };

	s->part =
	    hd_grow(s->part, &s->partcap, s->grams.n + 1, sizeof(*s->part));
	w.n = hd_bag(&s->grams, &m->space.keys, s->part);
	w.n = hd_space_vector(&m->space, s->part, w.n, NULL);
	w.v = s->part;
	w.times = hd_xcalloc(w.n + 1, sizeof(*w.times));
	hd_model_plane(m, 1, w.v, w.n, s->z + 2 * m->heads);
	count(m, &w, &s->grams);
	return w;
}

/* The head of the class, and of the class that it is held against. */
static size_t
choose_sides(
    const struct hd_model *m, const double *z, size_t cls, struct side sides[2])
{
	size_t other = cls == 0;

	if (m->steps) {
		sides[0] =
		    (struct side){ cls > 0 ? cls - 1 : 0, cls > 0 ? 1 : -1 };
		return 1;
	}
	for (size_t h = 0; h < m->heads; h++)
		if (h != cls &&
		    hd_model_logit(m, z, h) > hd_model_logit(m, z, other))
			other = h;
	sides[0] = (struct side){ cls, 1 };
	sides[1] = (struct side){ other, -1 };
	return 2;
}

/* Units of one part, weighed. */
static void
explain_part(const struct hd_model *m, struct hd_scratch *s,
    const struct view *whole, const struct side *sides, size_t nsides,
    size_t part, bool apart, struct units *u)
{
	size_t *unit = hd_xmalloc((s->grams.n + 1) * sizeof(*unit));
	struct view w = { NULL, 0, NULL, 1 };

	list_units(&s->grams, part, u, unit);
	if (apart)
		w = part_view(m, s);
	for (size_t i = 0; i < nsides; i++) {
		weigh(m, whole, &sides[i], &s->grams, unit, u);
		/* is it the part whose score counted? */
		if (apart && s->z[2 * m->heads + sides[i].head] >=
				 s->z[m->heads + sides[i].head])
			weigh(m, &w, &sides[i], &s->grams, unit, u);
	}
	free(w.times);
	free(unit);
}

/* The numbers of the whole are the last items of its vector. */
static void
explain_counts(const struct hd_model *m, const struct view *whole,
    const struct side *sides, size_t nsides, size_t part, struct units *u)
{
	size_t width = hd_model_width(m), words = m->space.keys.n;
	const struct hd_item *v;
	struct hd_reason r;
	double mix;

	for (size_t i = 0; i < whole->n; i++) {
		v = &whole->v[i];
		if (v->id < words)
			continue;
		r = (struct hd_reason){ part, v->id - words, v->id - words + 1,
			0 };
		for (size_t k = 0; k < nsides; k++) {
			mix = m->mix[m->steps ? sides[k].head : 0].w[1];
			r.weight += sides[k].sign * mix * v->times *
				    m->w[v->id * width + sides[k].head];
		}
		u->v = hd_grow(u->v, &u->cap, u->n + 1, sizeof(*u->v));
		u->v[u->n++] = r;
	}
}

/* The part after the last is the tags. */
static void
cut_part(struct hd_scratch *s, const struct hd_shown *d, size_t part)
{
	if (part < d->nparts)
		hd_grams_cut(&s->grams, d->parts[part]);
	else
		hd_grams_tags(&s->grams, d->tags, d->ntags);
}

static int
heaviest_first(const void *a, const void *b)
{
	const struct hd_reason *x = a, *y = b;

	if (x->weight < y->weight || x->weight > y->weight)
		return x->weight < y->weight ? 1 : -1;
	if (x->part != y->part)
		return x->part < y->part ? -1 : 1;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end > y->end) - (x->end < y->end);
}

static bool
overlaps(const struct hd_reason *r, size_t n, const struct hd_reason *with)
{
	for (size_t i = 0; i < n; i++)
		if (r[i].part == with->part && r[i].start < with->end &&
		    with->start < r[i].end)
			return true;
	return false;
}

size_t
hd_model_explain(const struct hd_model *m, struct hd_scratch *s,
    const struct hd_shown *d, int cls, struct hd_reason *reasons, size_t max)
{
	struct units u = { NULL, 0, 0 };
	struct side sides[2];
	struct view whole;
	size_t nsides, n = 0;

	hd_model_score(m, s, d);
	nsides = choose_sides(m, s->z, (size_t)cls, sides);
	whole = (struct view){ s->items, s->n,
		hd_xcalloc(s->n + 1, sizeof(double)), 0 };
	for (size_t p = 0; p <= d->nparts; p++) {
		cut_part(s, d, p);
		count(m, &whole, &s->grams);
	}
	for (size_t p = 0; p <= d->nparts; p++) {
		cut_part(s, d, p);
		explain_part(m, s, &whole, sides, nsides, p,
		    m->apart && p < d->nparts, &u);
	}
	explain_counts(m, &whole, sides, nsides, d->nparts + 1, &u);
	if (u.n > 0)
		qsort(u.v, u.n, sizeof(*u.v), heaviest_first);
	for (size_t i = 0; i < u.n && n < max && u.v[i].weight > 0; i++)
		if (!overlaps(reasons, n, &u.v[i]))
			reasons[n++] = u.v[i];
	free(whole.times);
	free(u.v);
	return n;
}
