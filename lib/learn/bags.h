/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BAGS_H
#define HD_BAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "learn/shown.h"
#include "learn/grams.h"

/*
 * The n-grams of many texts, counted: one bag a part of a document.  Internal
 * to lib/learn.
 */

/* Keys of n-grams, numbered from 0 in the order they were put. */
struct hd_keys {
	uint32_t *key;
	size_t n, cap;
	uint32_t *slots; /* number + 1, 0 free */
	size_t nslots;
};

#define HD_KEYS_INIT                \
	{                           \
		NULL, 0, 0, NULL, 0 \
	}
#define HD_KEYS_NONE UINT32_MAX

/* The number of a key, HD_KEYS_NONE when it was never put. */
uint32_t hd_keys_get(const struct hd_keys *k, uint32_t key);
uint32_t hd_keys_put(struct hd_keys *k, uint32_t key);
void hd_keys_release(struct hd_keys *k);

struct hd_item {
	uint32_t id;
	float times; /* how often; a weight once it is in a vector */
};
/* By ascending id, for qsort(3) and bsearch(3). */
int hd_item_order(const void *a, const void *b);

/*
 * The items of one text, by ascending id; keys that `keys` lacks are left out.
 * At most g->n of them are written to items.
 */
size_t hd_bag(const struct hd_grams *g, const struct hd_keys *keys,
    struct hd_item *items);
/* Put n items in the order of ids, adding up those of one id: how many remain. */
size_t hd_bag_sum(struct hd_item *items, size_t n);

struct hd_bags {
	struct hd_keys keys; /* item id -> key */
	struct hd_item *items;
	size_t nitems, cap;
	size_t *rows; /* where the items of a row begin; nrows + 1 */
	size_t nrows, rowcap;
	size_t *first; /* the first row of a document; ndocs + 1 */
	size_t ndocs;
};

/*
 * Bags of n documents: a row for all the text of each, and with `apart` one for
 * each of its parts after it.  N-grams that stand in one group alone are
 * dropped: no part of the documents could tell anything by them.
 */
void hd_bags_init(struct hd_bags *b, const struct hd_shown *docs, size_t n,
    const uint32_t *group, bool apart);
/* Of the n-grams of characters keep one in `every`, whatever it says. */
void hd_bags_thin(struct hd_bags *b, uint32_t every);
void hd_bags_release(struct hd_bags *b);

#endif
