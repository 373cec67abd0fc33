/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Groups of near-duplicates: see neardup.h. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "learn/mask.h"
#include "learn/neardup.h"

#define ROWS   3 /* places a band */
#define BANDS  (HD_MINHASH_K / ROWS)
#define WINDOW 6  /* members of its bucket that one is compared with */
#define EDGES  12 /* nearest neighbours kept of each */
#define SAMPLE 8  /* members that stand for a group */
#define NONE   UINT32_MAX

struct item {
	uint64_t hash;
	uint32_t i;
};

struct edge {
	uint32_t to;
	uint32_t same; /* 0: free */
};

struct node {
	uint32_t sig;	  /* index of its first signature */
	uint32_t parent;  /* of the group; itself at the root */
	uint32_t size;	  /* of a root: nodes of the group */
	uint32_t typical; /* of a root: the signature that stands for it */
	uint32_t members[SAMPLE]; /* of a root: its first nodes */
	struct edge edges[EDGES];
};

struct work {
	const struct hd_sig *sigs;
	struct node *nodes;
	uint32_t *node_of; /* by signature */
	size_t n;	   /* nodes */
	struct item *items;
	unsigned alike; /* places that agree within a group */
};

static int
by_hash(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->i < y->i ? -1 : x->i > y->i;
}

/*
 * A node for each different signature, in an order that only the signatures
 * themselves decide.  (Two that share a 64-bit hash are one.)
 */
static void
collapse(struct work *w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		w->items[i] = (struct item){
			hd_hash64((struct hd_str){
			    (const char *)&w->sigs[i], sizeof(w->sigs[i]) }),
			(uint32_t)i
		};
	qsort(w->items, n, sizeof(*w->items), by_hash);
	for (size_t i = 0; i < n; i++) {
		if (i == 0 || w->items[i].hash != w->items[i - 1].hash) {
			struct node *x = &w->nodes[w->n];

			memset(x, 0, sizeof(*x));
			memset(x->members, 0xFF, sizeof(x->members));
			x->sig = w->items[i].i;
			x->parent = x->members[0] = (uint32_t)w->n++;
			x->size = 1;
		}
		w->node_of[w->items[i].i] = (uint32_t)w->n - 1;
	}
}

static unsigned
same(const struct work *w, uint32_t a, uint32_t b)
{
	return hd_minhash_same(
	    &w->sigs[w->nodes[a].sig], &w->sigs[w->nodes[b].sig]);
}

static bool
has_edge(const struct node *x, uint32_t to)
{
	for (size_t e = 0; e < EDGES && x->edges[e].same > 0; e++)
		if (x->edges[e].to == to)
			return true;
	return false;
}

/* Keep the nearest, the nearest first. */
static void
add_edge(struct node *x, uint32_t to, uint32_t alike)
{
	size_t e = EDGES;

	if (x->edges[EDGES - 1].same >= alike)
		return;
	for (; e > 1 && x->edges[e - 2].same < alike; e--)
		x->edges[e - 1] = x->edges[e - 2];
	x->edges[e - 1] = (struct edge){ to, alike };
}

/* Compare each member of a bucket with some before it. */
static void
bucket(struct work *w, size_t from, size_t to)
{
	uint32_t a, b;
	unsigned s;

	for (size_t i = from + 1; i < to; i++) {
		for (size_t k = 1; k <= WINDOW && k <= i - from; k++) {
			a = w->items[i - k].i;
			b = w->items[i].i;
			if (has_edge(&w->nodes[b], a))
				continue;
			s = same(w, a, b);
			if (s >= w->alike)
				add_edge(&w->nodes[b], a, s);
		}
	}
}

static void
band(struct work *w, size_t first)
{
	size_t from = 0;

	for (size_t i = 0; i < w->n; i++) {
		w->items[i].i = (uint32_t)i;
		w->items[i].hash = hd_hash64((struct hd_str){
		    (const char *)&w->sigs[w->nodes[i].sig].v[first],
		    ROWS * sizeof(uint16_t) });
	}
	qsort(w->items, w->n, sizeof(*w->items), by_hash);
	for (size_t i = 1; i <= w->n; i++) {
		if (i < w->n && w->items[i].hash == w->items[from].hash)
			continue;
		bucket(w, from, i);
		from = i;
	}
}

static uint32_t
root(struct work *w, uint32_t i)
{
	struct node *nodes = w->nodes;

	while (nodes[i].parent != i) {
		nodes[i].parent = nodes[nodes[i].parent].parent;
		i = nodes[i].parent;
	}
	return i;
}

/* Are the members of two groups alike on average? */
static bool
together(const struct work *w, uint32_t a, uint32_t b)
{
	const struct node *x = &w->nodes[a], *y = &w->nodes[b];
	unsigned sum = 0, n = 0;

	for (size_t i = 0; i < SAMPLE && x->members[i] != NONE; i++)
		for (size_t k = 0; k < SAMPLE && y->members[k] != NONE; k++) {
			sum += same(w, x->members[i], y->members[k]);
			n++;
		}
	return sum >= n * w->alike;
}

/* b becomes a part of a; the first members of both stand for it. */
static void
join(struct work *w, uint32_t a, uint32_t b)
{
	struct node *x = &w->nodes[a], *y = &w->nodes[b];
	uint32_t all[SAMPLE];
	size_t i = 0, k = 0;

	for (size_t m = 0; m < SAMPLE; m++)
		all[m] = x->members[i] < y->members[k] ? x->members[i++]
						       : y->members[k++];
	memcpy(x->members, all, sizeof(all));
	x->size += y->size;
	y->parent = a;
}

/* Join along the edges, the most alike pair first. */
static void
link_all(struct work *w)
{
	uint32_t a, b, keep;

	for (unsigned level = HD_MINHASH_K; level >= w->alike; level--)
		for (size_t i = 0; i < w->n; i++)
			for (size_t e = 0; e < EDGES; e++) {
				if (w->nodes[i].edges[e].same != level)
					continue;
				a = root(w, (uint32_t)i);
				b = root(w, w->nodes[i].edges[e].to);
				if (a == b || !together(w, a, b))
					continue;
				keep = w->nodes[a].size >= w->nodes[b].size ? a
									    : b;
				join(w, keep, keep == a ? b : a);
			}
}

/* The signature of the sample that is most like the others. */
static uint32_t
find_typical(const struct work *w, uint32_t r)
{
	const uint32_t *m = w->nodes[r].members;
	unsigned sum, best = 0;
	uint32_t found = m[0];

	for (size_t i = 0; i < SAMPLE && m[i] != NONE; i++) {
		sum = 0;
		for (size_t k = 0; k < SAMPLE && m[k] != NONE; k++)
			sum += same(w, m[i], m[k]);
		if (sum > best) {
			best = sum;
			found = m[i];
		}
	}
	return w->nodes[found].sig;
}

void
hd_neardup(const struct hd_sig *sigs, size_t n, unsigned alike, uint32_t *group)
{
	struct work w = { sigs, NULL, group, 0, NULL, alike };

	w.nodes = hd_xcalloc(n, sizeof(*w.nodes));
	w.items = hd_xcalloc(n, sizeof(*w.items));
	collapse(&w, n);
	for (size_t b = 0; b < BANDS; b++)
		band(&w, b * ROWS);
	link_all(&w);
	for (size_t i = 0; i < w.n; i++)
		if (w.nodes[i].parent == i)
			w.nodes[i].typical = find_typical(&w, (uint32_t)i);
	for (size_t i = 0; i < n; i++)
		group[i] = w.nodes[root(&w, group[i])].typical;
	free(w.nodes);
	free(w.items);
}

void
hd_neardup_texts(
    const struct hd_str *texts, size_t n, unsigned alike, uint32_t *group)
{
	struct hd_sig *sigs = hd_xcalloc(n, sizeof(*sigs));
	uint32_t *of = hd_xcalloc(n, sizeof(*of));
	uint32_t *found = hd_xcalloc(n, sizeof(*found));
	struct hd_minhash *m = hd_minhash_new();
	struct hd_buf b = HD_BUF_INIT;
	size_t with = 0;

	for (size_t i = 0; i < n; i++) {
		group[i] = (uint32_t)i;
		hd_buf_reset(&b);
		hd_mask(&b, texts[i], NULL, 0);
		if (hd_minhash_text(m, hd_buf_str(&b), &sigs[with]) > 0)
			of[with++] = (uint32_t)i;
	}
	hd_neardup(sigs, with, alike, found);
	for (size_t i = 0; i < with; i++)
		group[of[i]] = of[found[i]];
	hd_buf_release(&b);
	hd_minhash_free(m);
	free(found);
	free(of);
	free(sigs);
}
