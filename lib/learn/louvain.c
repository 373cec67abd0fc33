/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Communities by Louvain's method: see graph.h.  Nodes move, one after the
 * other, to the community of a neighbour where modularity gains most, until
 * none does; then communities become the nodes of a smaller graph, and so on.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "learn/graph.h"

#define PASSES 100   /* over the nodes; far more than are ever needed */
#define GAIN   1e-12 /* less is rounding */
#define NONE   UINT32_MAX

struct moving {
	const struct hd_graph *g;
	double resolution, total; /* total: of all degrees */
	uint32_t *of;
	double *degree; /* by node */
	double *sum;	/* of degrees, by community */
	double *to;	/* weight of the node at hand to a community, else 0 */
	uint32_t *seen;
	size_t nseen;
};

static void
begin(struct moving *m, const struct hd_graph *g, double resolution)
{
	memset(m, 0, sizeof(*m));
	m->g = g;
	m->resolution = resolution;
	m->of = hd_xcalloc(g->n + 1, sizeof(*m->of));
	m->degree = hd_xcalloc(g->n + 1, sizeof(*m->degree));
	m->sum = hd_xcalloc(g->n + 1, sizeof(*m->sum));
	m->to = hd_xcalloc(g->n + 1, sizeof(*m->to));
	m->seen = hd_xcalloc(g->n + 1, sizeof(*m->seen));
	for (size_t i = 0; i < g->n; i++) {
		m->of[i] = (uint32_t)i;
		m->degree[i] = g->self[i];
		for (size_t k = g->first[i]; k < g->first[i + 1]; k++)
			m->degree[i] += g->edges[k].weight;
		m->sum[i] = m->degree[i];
		m->total += m->degree[i];
	}
}

static void
end(struct moving *m)
{
	free(m->of);
	free(m->degree);
	free(m->sum);
	free(m->to);
	free(m->seen);
}

/* Add up the node's edges by community. */
static void
look_around(struct moving *m, size_t node)
{
	const struct hd_edge *e;
	uint32_t c;

	for (size_t k = m->g->first[node]; k < m->g->first[node + 1]; k++) {
		e = &m->g->edges[k];
		c = m->of[e->to];
		if (m->to[c] == 0)
			m->seen[m->nseen++] = c;
		m->to[c] += e->weight;
	}
}

static void
forget(struct moving *m)
{
	for (size_t i = 0; i < m->nseen; i++)
		m->to[m->seen[i]] = 0;
	m->nseen = 0;
}

/* What joining c gains, but for a factor that all choices share. */
static double
gain(const struct moving *m, uint32_t c, size_t node)
{
	return m->to[c] -
	       m->resolution * m->sum[c] * m->degree[node] / m->total;
}

/* Did the node move? */
static bool
move(struct moving *m, size_t node)
{
	uint32_t was = m->of[node], best = was;
	double most, v;

	look_around(m, node);
	m->sum[was] -= m->degree[node];
	most = gain(m, was, node);
	for (size_t i = 0; i < m->nseen; i++) {
		v = gain(m, m->seen[i], node);
		if (v > most + GAIN) {
			most = v;
			best = m->seen[i];
		}
	}
	forget(m);
	m->sum[best] += m->degree[node];
	m->of[node] = best;
	return best != was;
}

/* Number the communities in the order of their first node. */
static size_t
number(uint32_t *of, size_t n)
{
	uint32_t *names = hd_xcalloc(n + 1, sizeof(*names));
	uint32_t next = 0;

	for (size_t i = 0; i < n; i++)
		names[i] = NONE;
	for (size_t i = 0; i < n; i++) {
		if (names[of[i]] == NONE)
			names[of[i]] = next++;
		of[i] = names[of[i]];
	}
	free(names);
	return next;
}

/* The nodes by community, in order: list[first[c]] ... of community c. */
static void
sort_nodes(
    const uint32_t *of, size_t n, size_t *first, size_t nc, uint32_t *list)
{
	for (size_t i = 0; i < n; i++)
		first[of[i] + 1]++;
	for (size_t c = 0; c < nc; c++)
		first[c + 1] += first[c];
	for (size_t i = n; i-- > 0;)
		list[--first[of[i] + 1]] = (uint32_t)i;
	/* each first[c + 1] has come down to where c begins */
	memmove(first, first + 1, nc * sizeof(*first));
	first[nc] = n;
}

/* A community's edges, one a neighbour; to itself they are its inside. */
static void
put_edges(struct moving *m, uint32_t c, struct hd_graph *out, size_t *cap)
{
	size_t n = out->first[c];

	out->edges =
	    hd_grow(out->edges, cap, n + m->nseen + 1, sizeof(*out->edges));
	for (size_t i = 0; i < m->nseen; i++) {
		if (m->seen[i] == c)
			out->self[c] += m->to[c];
		else
			out->edges[n++] =
			    (struct hd_edge){ m->seen[i], m->to[m->seen[i]] };
	}
	out->first[c + 1] = n;
}

/* Communities as the nodes of a smaller graph. */
static void
shrink(struct moving *m, size_t nc, struct hd_graph *out)
{
	size_t *first = hd_xcalloc(nc + 2, sizeof(*first)), cap = 0;
	uint32_t *list = hd_xcalloc(m->g->n + 1, sizeof(*list));

	memset(out, 0, sizeof(*out));
	out->n = nc;
	out->first = hd_xcalloc(nc + 1, sizeof(*out->first));
	out->self = hd_xcalloc(nc + 1, sizeof(*out->self));
	sort_nodes(m->of, m->g->n, first, nc, list);
	for (size_t c = 0; c < nc; c++) {
		for (size_t i = first[c]; i < first[c + 1]; i++) {
			out->self[c] += m->g->self[list[i]];
			look_around(m, list[i]);
		}
		put_edges(m, (uint32_t)c, out, &cap);
		forget(m);
	}
	free(first);
	free(list);
}

/* One level: are there fewer communities than nodes? */
static bool
level(const struct hd_graph *g, double resolution, uint32_t *of,
    struct hd_graph *smaller)
{
	struct moving m;
	bool moved = true;
	size_t nc;

	begin(&m, g, resolution);
	for (int pass = 0; moved && pass < PASSES; pass++) {
		moved = false;
		for (size_t i = 0; m.total > 0 && i < g->n; i++)
			moved |= move(&m, i);
	}
	nc = number(m.of, g->n);
	shrink(&m, nc, smaller);
	memcpy(of, m.of, g->n * sizeof(*of));
	end(&m);
	return nc < g->n;
}

size_t
hd_graph_communities(
    const struct hd_graph *g, double resolution, uint32_t *community)
{
	uint32_t *of = hd_xcalloc(g->n + 1, sizeof(*of));
	struct hd_graph now = *g, next;
	bool fewer = true;
	size_t n;

	for (size_t i = 0; i < g->n; i++)
		community[i] = (uint32_t)i;
	while (fewer) {
		fewer = level(&now, resolution, of, &next);
		for (size_t i = 0; i < g->n; i++)
			community[i] = of[community[i]];
		if (now.first != g->first)
			hd_graph_release(&now);
		now = next;
	}
	n = now.n;
	hd_graph_release(&now);
	free(of);
	return n;
}
