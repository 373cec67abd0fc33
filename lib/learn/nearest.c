/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The graph of the nearest: see graph.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "learn/graph.h"
#include "learn/lsa.h"

#define DIMS  HD_LSA_DIMS
#define LANES 8	 /* points compared at once: one instruction for several */
#define TILE  64 /* blocks of lanes that stay in the cache */

struct near {
	uint32_t to;
	float cosine;
};

/* Blocks of LANES points, dimension by dimension; the last filled with 0. */
static float *
blocks_of(const float *points, size_t n, size_t *nblocks)
{
	float *b;

	*nblocks = (n + LANES - 1) / LANES;
	b = hd_xcalloc(*nblocks * LANES * DIMS + 1, sizeof(*b));
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < DIMS; k++)
			b[(i / LANES * DIMS + k) * LANES + i % LANES] =
			    points[i * DIMS + k];
	return b;
}

static void
cosines(const float *point, const float *block, float out[LANES])
{
	float sum[LANES] = { 0 };

	for (size_t k = 0; k < DIMS; k++, block += LANES)
		for (size_t l = 0; l < LANES; l++)
			sum[l] += point[k] * block[l];
	memcpy(out, sum, sizeof(sum));
}

/* Insert into the list of the best, best first; of equals the earlier. */
static void
offer(struct near *list, size_t *n, size_t max, uint32_t to, float cosine)
{
	size_t i;

	if (*n == max && cosine <= list[max - 1].cosine)
		return;
	i = *n < max ? (*n)++ : max - 1;
	for (; i > 0 && list[i - 1].cosine < cosine; i--)
		list[i] = list[i - 1];
	list[i] = (struct near){ to, cosine };
}

static void
find(const float *points, size_t n, size_t max, struct near *lists,
    size_t *counts)
{
	size_t nblocks, last, at;
	float *blocks = blocks_of(points, n, &nblocks), c[LANES];

	for (size_t tile = 0; tile < nblocks; tile += TILE) {
		last = tile + TILE < nblocks ? tile + TILE : nblocks;
		for (size_t i = 0; i < n; i++)
			for (size_t b = tile; b < last; b++) {
				cosines(points + i * DIMS,
				    blocks + b * LANES * DIMS, c);
				at = b * LANES;
				for (size_t l = 0; l < LANES; l++)
					if (c[l] > 0 && at + l != i)
						offer(lists + i * max,
						    &counts[i], max,
						    (uint32_t)(at + l), c[l]);
			}
	}
	free(blocks);
}

/* Every listing is an edge in both lists: who list each other have two. */
static void
bind(const struct near *lists, const size_t *counts, size_t max,
    struct hd_graph *g)
{
	size_t *fill = hd_xcalloc(g->n + 1, sizeof(*fill)), edges = 0;
	const struct near *e;

	for (size_t i = 0; i < g->n; i++) {
		fill[i] += counts[i];
		for (size_t k = 0; k < counts[i]; k++)
			fill[lists[i * max + k].to]++;
	}
	for (size_t i = 0; i < g->n; i++) {
		g->first[i] = edges;
		edges += fill[i];
		fill[i] = g->first[i];
	}
	g->first[g->n] = edges;
	g->edges = hd_xcalloc(edges + 1, sizeof(*g->edges));
	for (size_t i = 0; i < g->n; i++)
		for (size_t k = 0; k < counts[i]; k++) {
			e = &lists[i * max + k];
			g->edges[fill[i]++] =
			    (struct hd_edge){ e->to, e->cosine };
			g->edges[fill[e->to]++] =
			    (struct hd_edge){ (uint32_t)i, e->cosine };
		}
	free(fill);
}

void
hd_graph_nearest(
    const float *points, size_t n, size_t nearest, struct hd_graph *g)
{
	struct near *lists = hd_xcalloc(n * nearest + 1, sizeof(*lists));
	size_t *counts = hd_xcalloc(n + 1, sizeof(*counts));

	memset(g, 0, sizeof(*g));
	g->n = n;
	g->first = hd_xcalloc(n + 1, sizeof(*g->first));
	g->self = hd_xcalloc(n + 1, sizeof(*g->self));
	find(points, n, nearest, lists, counts);
	bind(lists, counts, nearest, g);
	free(lists);
	free(counts);
}

void
hd_graph_release(struct hd_graph *g)
{
	free(g->first);
	free(g->edges);
	free(g->self);
}
