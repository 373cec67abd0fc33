/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of alike texts: see topics.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "learn/graph.h"
#include "learn/topics.h"
#include "learn/lsa.h"

#define DIMS	   HD_LSA_DIMS
#define NEAREST	   10  /* edges a point puts out */
#define RESOLUTION 2   /* of modularity: at 1 it overlooks small groups */
#define LOOSE	   0.3 /* a cosine below it is kinship by chance */

/* Communities of the rows that take part; g->of and the number of them. */
static void
find(const struct hd_terms *t, const float *points, const bool *in,
    struct hd_topics *g)
{
	uint32_t *of = hd_xcalloc(t->nrows + 1, sizeof(*of));
	struct hd_graph graph;
	size_t n = 0;
	float *some;

	for (size_t r = 0; r < t->nrows; r++)
		n += in == NULL || in[r];
	some = hd_xcalloc(n * DIMS + 1, sizeof(*some));
	n = 0;
	for (size_t r = 0; r < t->nrows; r++)
		if (in == NULL || in[r])
			memcpy(some + n++ * DIMS, points + r * DIMS,
			    DIMS * sizeof(*some));
	hd_graph_nearest(some, n, NEAREST, &graph);
	g->n = hd_graph_communities(&graph, RESOLUTION, of);
	for (size_t r = 0, i = 0; r < t->nrows; r++)
		g->of[r] = in == NULL || in[r] ? of[i++] : HD_TOPIC_NONE;
	hd_graph_release(&graph);
	free(some);
	free(of);
}

/* The directions in which the groups lie: sums of points, of length 1. */
static float *
middles(const struct hd_terms *t, const float *points, struct hd_topics *g)
{
	float *m = hd_xcalloc(g->n * DIMS + 1, sizeof(*m)), *at;
	double n;

	for (size_t r = 0; r < t->nrows; r++)
		for (size_t k = 0; g->of[r] != HD_TOPIC_NONE && k < DIMS; k++)
			m[g->of[r] * DIMS + k] += points[r * DIMS + k];
	for (size_t c = 0; c < g->n; c++) {
		at = m + c * DIMS;
		n = sqrt(hd_lsa_cosine(at, at));
		for (size_t k = 0; n > 0 && k < DIMS; k++)
			at[k] = (float)(at[k] / n);
	}
	return m;
}

static void
count(const struct hd_terms *t, struct hd_topics *g)
{
	memset(g->sizes, 0, g->n * sizeof(*g->sizes));
	for (size_t r = 0; r < t->nrows; r++)
		if (g->of[r] != HD_TOPIC_NONE)
			g->sizes[g->of[r]]++;
}

/* Rows that took no part join the nearest group. */
static void
join(const struct hd_terms *t, const float *points, const bool *in,
    struct hd_topics *g)
{
	float *middle = middles(t, points, g);
	double most, v;

	for (size_t r = 0; in != NULL && r < t->nrows; r++) {
		most = 0;
		for (size_t c = 0; !in[r] && c < g->n; c++) {
			v = hd_lsa_cosine(points + r * DIMS, middle + c * DIMS);
			if (v > most) {
				most = v;
				g->of[r] = (uint32_t)c;
			}
		}
	}
	free(middle);
}

/* How near each row is to its group's middle; those far from it leave. */
static void
loosen(const struct hd_terms *t, const float *points, struct hd_topics *g)
{
	float *middle = middles(t, points, g);

	for (size_t r = 0; r < t->nrows; r++) {
		if (g->of[r] == HD_TOPIC_NONE)
			continue;
		g->fit[r] = (float)hd_lsa_cosine(
		    points + r * DIMS, middle + g->of[r] * DIMS);
		if (g->fit[r] < LOOSE)
			g->of[r] = HD_TOPIC_NONE;
	}
	free(middle);
}

struct place {
	size_t group, size;
};

static int
by_size(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->size != y->size)
		return x->size < y->size ? 1 : -1;
	return (x->group > y->group) - (x->group < y->group);
}

/*
 * Dissolve small groups, number the others by size; communities come numbered
 * by their first row.
 */
static void
sort(const struct hd_terms *t, size_t least, struct hd_topics *g)
{
	struct place *p = hd_xcalloc(g->n + 1, sizeof(*p));
	uint32_t *name = hd_xcalloc(g->n + 1, sizeof(*name));
	size_t n = 0;

	count(t, g);
	for (size_t c = 0; c < g->n; c++)
		p[c] = (struct place){ c, g->sizes[c] };
	qsort(p, g->n, sizeof(*p), by_size);
	for (size_t c = 0; c < g->n; c++)
		name[p[c].group] = p[c].size >= least && p[c].size > 0
				       ? (uint32_t)n++
				       : HD_TOPIC_NONE;
	for (size_t r = 0; r < t->nrows; r++)
		if (g->of[r] != HD_TOPIC_NONE)
			g->of[r] = name[g->of[r]];
	g->n = n;
	count(t, g);
	free(p);
	free(name);
}

static void
measure(const struct hd_terms *t, struct hd_topics *g)
{
	for (size_t r = 0; r < t->nrows; r++) {
		if (g->of[r] == HD_TOPIC_NONE)
			g->fit[r] = 0;
		else
			g->alike[g->of[r]] +=
			    g->fit[r] / (double)g->sizes[g->of[r]];
	}
}

void
hd_topics_find(
    const struct hd_terms *t, const bool *in, size_t least, struct hd_topics *g)
{
	float *points = hd_lsa(t);

	memset(g, 0, sizeof(*g));
	g->of = hd_xcalloc(t->nrows + 1, sizeof(*g->of));
	g->fit = hd_xcalloc(t->nrows + 1, sizeof(*g->fit));
	find(t, points, in, g);
	g->sizes = hd_xcalloc(g->n + 1, sizeof(*g->sizes));
	g->alike = hd_xcalloc(g->n + 1, sizeof(*g->alike));
	join(t, points, in, g);
	loosen(t, points, g);
	sort(t, least, g);
	measure(t, g);
	free(points);
}

void
hd_topics_release(struct hd_topics *g)
{
	free(g->sizes);
	free(g->alike);
	free(g->of);
	free(g->fit);
}
