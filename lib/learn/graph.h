/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_GRAPH_H
#define HD_GRAPH_H

#include <stddef.h>
#include <stdint.h>

/*
 * A weighted graph without direction, as lists of neighbours; every edge stands
 * in the lists of both its ends, and may stand there more than once.
 */
struct hd_graph {
	size_t n;
	size_t *first; /* where a node's edges begin; n + 1 of them */
	struct hd_edge {
		uint32_t to;
		double weight;
	} * edges;
	double *self; /* by node: weight of the edges inside it, both ways */
};

void hd_graph_release(struct hd_graph *g);

/*
 * The graph of the nearest: each of n points (hd_lsa()) is bound to the
 * `nearest` points of the highest cosine above 0, which is the edge's weight;
 * of equal ones the earlier.  g is owned by caller.
 */
void hd_graph_nearest(
    const float *points, size_t n, size_t nearest, struct hd_graph *g);

/*
 * Communities of the graph: groups of nodes with more weight between them than
 * their degrees lead one to expect, `resolution` times (modularity with a
 * resolution, Reichardt and Bornholdt 2006; found by Louvain's method, Blondel
 * et al. 2008).  Their number follows; community[node] counts from 0.  Returns
 * how many there are.
 */
size_t hd_graph_communities(
    const struct hd_graph *g, double resolution, uint32_t *community);

#endif
