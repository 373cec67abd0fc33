/* SPDX-License-Identifier: GPL-3.0-or-later */
/* N-grams of texts, counted: see bags.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "learn/bags.h"

/* Keys are hashes already: their upper bits choose the slot. */
static uint32_t *
slot(const struct hd_keys *k, uint32_t key)
{
	size_t mask = k->nslots - 1;
	size_t i = ((size_t)key * UINT64_C(0x9E3779B97F4A7C15) >> 32) & mask;

	while (k->slots[i] != 0 && k->key[k->slots[i] - 1] != key)
		i = (i + 1) & mask;
	return &k->slots[i];
}

uint32_t
hd_keys_get(const struct hd_keys *k, uint32_t key)
{
	if (k->nslots == 0)
		return HD_KEYS_NONE;
	return *slot(k, key) - 1; /* 0 - 1 is HD_KEYS_NONE */
}

static void
rehash(struct hd_keys *k)
{
	k->nslots = k->nslots > 0 ? k->nslots * 2 : 1024;
	free(k->slots);
	k->slots = hd_xcalloc(k->nslots, sizeof(*k->slots));
	for (size_t i = 0; i < k->n; i++)
		*slot(k, k->key[i]) = (uint32_t)i + 1;
}

uint32_t
hd_keys_put(struct hd_keys *k, uint32_t key)
{
	uint32_t *s;

	if ((k->n + 1) * 2 > k->nslots)
		rehash(k);
	s = slot(k, key);
	if (*s == 0) {
		k->key = hd_grow(k->key, &k->cap, k->n + 1, sizeof(*k->key));
		k->key[k->n++] = key;
		*s = (uint32_t)k->n;
	}
	return *s - 1;
}

void
hd_keys_release(struct hd_keys *k)
{
	free(k->key);
	free(k->slots);
	*k = (struct hd_keys)HD_KEYS_INIT;
}

int
hd_item_order(const void *a, const void *b)
{
	const struct hd_item *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

size_t
hd_bag_sum(struct hd_item *items, size_t n)
{
	size_t k = 0;

	if (n == 0)
		return 0;
	qsort(items, n, sizeof(*items), hd_item_order);
	for (size_t i = 1; i < n; i++)
		if (items[i].id == items[k].id)
			items[k].times += items[i].times;
		else
			items[++k] = items[i];
	return k + 1;
}

size_t
hd_bag(
    const struct hd_grams *g, const struct hd_keys *keys, struct hd_item *items)
{
	uint32_t id;
	size_t n = 0;

	for (size_t i = 0; i < g->n; i++) {
		id = hd_keys_get(keys, g->v[i].key);
		if (id != HD_KEYS_NONE)
			items[n++] = (struct hd_item){ id, 1 };
	}
	return hd_bag_sum(items, n);
}

static void
end_row(struct hd_bags *b)
{
	b->rows = hd_grow(b->rows, &b->rowcap, b->nrows + 2, sizeof(*b->rows));
	b->rows[++b->nrows] = b->nitems;
}

/* The items of one text, after those before it in the row. */
static void
add_text(struct hd_bags *b, const struct hd_grams *g)
{
	size_t at = b->nitems;

	b->items = hd_grow(b->items, &b->cap, at + g->n, sizeof(*b->items));
	for (size_t i = 0; i < g->n; i++)
		b->items[at + i] =
		    (struct hd_item){ hd_keys_put(&b->keys, g->v[i].key), 1 };
	b->nitems += hd_bag_sum(b->items + at, g->n);
}

static void
add_doc(
    struct hd_bags *b, const struct hd_shown *d, struct hd_grams *g, bool apart)
{
	size_t at = b->nitems;

	for (size_t p = 0; p < d->nparts; p++) {
		hd_grams_cut(g, d->parts[p]);
		add_text(b, g);
	}
	hd_grams_tags(g, d->tags, d->ntags);
	add_text(b, g);
	b->nitems = at + hd_bag_sum(b->items + at, b->nitems - at);
	end_row(b);
	for (size_t p = 0; apart && p < d->nparts; p++) {
		hd_grams_cut(g, d->parts[p]);
		add_text(b, g);
		end_row(b);
	}
}

/* Is it in two groups?  keep[id] for every item of the bags. */
static void
find_shared(const struct hd_bags *b, const uint32_t *group, bool *keep)
{
	uint32_t *one = hd_xcalloc(b->keys.n + 1, sizeof(*one)), id;

	/* the group that the item was seen in, + 1 */
	for (size_t d = 0; d < b->ndocs; d++)
		for (size_t i = b->rows[b->first[d]];
		     i < b->rows[b->first[d + 1]]; i++) {
			id = b->items[i].id;
			keep[id] = keep[id] ||
				   (one[id] != 0 && one[id] != group[d] + 1);
			one[id] = group[d] + 1;
		}
	free(one);
}

/* Leave items out, and number those that stay anew. */
static void
thin(struct hd_bags *b, const bool *keep)
{
	uint32_t *to = hd_xmalloc((b->keys.n + 1) * sizeof(*to));
	struct hd_keys keys = HD_KEYS_INIT;
	const struct hd_item *it;
	size_t n = 0, i = 0;

	for (size_t k = 0; k < b->keys.n; k++)
		if (keep[k])
			to[k] = hd_keys_put(&keys, b->keys.key[k]);
	for (size_t r = 0; r < b->nrows; r++) {
		for (; i < b->rows[r + 1]; i++) {
			it = &b->items[i];
			if (keep[it->id])
				b->items[n++] =
				    (struct hd_item){ to[it->id], it->times };
		}
		b->rows[r + 1] = n;
	}
	b->nitems = n;
	hd_keys_release(&b->keys);
	b->keys = keys;
	free(to);
}

static void
drop_rare(struct hd_bags *b, const uint32_t *group)
{
	bool *keep = hd_xcalloc(b->keys.n + 1, sizeof(*keep));

	find_shared(b, group, keep);
	thin(b, keep);
	free(keep);
}

void
hd_bags_thin(struct hd_bags *b, uint32_t every)
{
	bool *keep = hd_xcalloc(b->keys.n + 1, sizeof(*keep));

	for (size_t i = 0; i < b->keys.n; i++)
		keep[i] = (b->keys.key[i] & 1) != 0 ||
			  b->keys.key[i] / 2 % every == 0;
	thin(b, keep);
	free(keep);
}

void
hd_bags_init(struct hd_bags *b, const struct hd_shown *docs, size_t n,
    const uint32_t *group, bool apart)
{
	struct hd_grams g = HD_GRAMS_INIT;

	memset(b, 0, sizeof(*b));
	b->ndocs = n;
	b->first = hd_xcalloc(n + 1, sizeof(*b->first));
	b->rows = hd_grow(NULL, &b->rowcap, 1, sizeof(*b->rows));
	b->rows[0] = 0;
	for (size_t d = 0; d < n; d++) {
		add_doc(b, &docs[d], &g, apart);
		b->first[d + 1] = b->nrows;
	}
	hd_grams_release(&g);
	drop_rare(b, group);
}

void
hd_bags_release(struct hd_bags *b)
{
	hd_keys_release(&b->keys);
	free(b->items);
	free(b->rows);
	free(b->first);
	memset(b, 0, sizeof(*b));
}
