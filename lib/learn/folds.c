/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds: see folds.h. */
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "learn/folds.h"
#include "learn/learn.h"

size_t
hd_folds_groups(const uint64_t *ids, size_t n, uint32_t *group)
{
	struct hd_map m = HD_MAP_INIT;
	size_t groups;

	for (size_t i = 0; i < n; i++)
		group[i] = (uint32_t)*hd_map_put(&m,
		    (struct hd_str){ (const char *)&ids[i], sizeof(*ids) },
		    (int64_t)m.count);
	groups = m.count;
	hd_map_release(&m);
	return groups;
}

/* A document, to be sorted so that groups stand together, large ones first. */
struct member {
	size_t size; /* of the group */
	uint64_t rank, id;
	int label;
	size_t doc;
};

#define BEFORE(x, y) ((x) < (y) ? -1 : (x) > (y) ? 1 : 0)

static int
by_group(const void *a, const void *b)
{
	const struct member *x = a, *y = b;

	if (x->size != y->size)
		return BEFORE(y->size, x->size);
	if (x->rank != y->rank)
		return BEFORE(x->rank, y->rank);
	return BEFORE(x->id, y->id);
}

static size_t
list_members(const int *label, const uint64_t *ids, size_t n, uint64_t seed,
    struct member *m)
{
	uint32_t *group = hd_xmalloc((n + 1) * sizeof(*group));
	size_t *size = hd_xcalloc(n + 1, sizeof(*size)), k = 0;
	uint64_t key[2] = { seed, 0 };

	(void)hd_folds_groups(ids, n, group);
	for (size_t i = 0; i < n; i++)
		size[group[i]] += label[i] != HD_LABEL_UNKNOWN;
	for (size_t i = 0; i < n; i++) {
		if (label[i] == HD_LABEL_UNKNOWN)
			continue;
		key[1] = ids[i];
		m[k++] = (struct member){ size[group[i]],
			hd_hash64(
			    (struct hd_str){ (const char *)key, sizeof(key) }),
			ids[i], label[i], i };
	}
	free(group);
	free(size);
	return k;
}

/*
 * The fold that has least of the labels of the group m[0 .. n), of all labels
 * when those tie, the first from a random one on when that ties too.
 */
static unsigned
emptiest(const struct member *m, size_t n, const size_t *has, size_t labels,
    size_t folds)
{
	size_t best = 0, mine, all, least = SIZE_MAX, least_all = SIZE_MAX, f;

	for (size_t k = 0; k < folds; k++) {
		f = (m->rank + k) % folds;
		mine = 0;
		for (size_t i = 0; i < n; i++)
			mine += has[f * labels + (size_t)(m[i].label + 2)];
		all = has[f * labels + 1]; /* no label is -1: the total */
		if (mine < least || (mine == least && all < least_all)) {
			best = f;
			least = mine;
			least_all = all;
		}
	}
	return (unsigned)best;
}

void
hd_folds_deal(const int *label, const uint64_t *ids, size_t n, size_t folds,
    uint64_t seed, unsigned *fold)
{
	struct member *m = hd_xmalloc((n + 1) * sizeof(*m));
	size_t members = list_members(label, ids, n, seed, m), labels = 0, end;
	size_t *has;
	unsigned f;

	for (size_t i = 0; i < members; i++)
		if ((size_t)(m[i].label + 3) > labels)
			labels = (size_t)(m[i].label + 3);
	has = hd_xcalloc(folds * labels + 1, sizeof(*has));
	qsort(m, members, sizeof(*m), by_group);
	for (size_t i = 0; i < members; i = end) {
		for (end = i; end < members && m[end].id == m[i].id;)
			end++;
		f = emptiest(m + i, end - i, has, labels, folds);
		for (size_t j = i; j < end; j++) {
			fold[m[j].doc] = f;
			has[f * labels + (size_t)(m[j].label + 2)]++;
			has[f * labels + 1]++;
		}
	}
	free(has);
	free(m);
}
