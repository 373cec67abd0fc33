/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which documents belong together: see groups.h.  A forest of disjoint sets. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "learn/groups.h"

#define NO_KEY UINT64_MAX

void
hd_groups_init(struct hd_groups *g, size_t n)
{
	g->keys = (struct hd_map)HD_MAP_INIT;
	g->up = hd_xmalloc((n + 1) * sizeof(*g->up));
	g->id = hd_xmalloc((n + 1) * sizeof(*g->id));
	g->n = n;
	for (size_t i = 0; i < n; i++) {
		g->up[i] = (uint32_t)i;
		g->id[i] = NO_KEY;
	}
}

void
hd_groups_release(struct hd_groups *g)
{
	hd_map_release(&g->keys);
	free(g->up);
	free(g->id);
}

static size_t
root(struct hd_groups *g, size_t doc)
{
	while (g->up[doc] != doc) {
		g->up[doc] = g->up[g->up[doc]];
		doc = g->up[doc];
	}
	return doc;
}

void
hd_groups_join(struct hd_groups *g, size_t a, size_t b)
{
	size_t x = root(g, a), y = root(g, b);

	if (g->id[y] < g->id[x])
		g->id[x] = g->id[y];
	g->up[y] = (uint32_t)x;
}

void
hd_groups_add(struct hd_groups *g, size_t doc, struct hd_str key)
{
	uint64_t h = hd_hash64(key);
	size_t r;

	hd_groups_join(
	    g, (size_t)*hd_map_put(&g->keys, key, (int64_t)doc), doc);
	r = root(g, doc);
	if (h < g->id[r])
		g->id[r] = h;
}

void
hd_groups_add_text(struct hd_groups *g, size_t doc, struct hd_str text)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str word;

	while (hd_utf8_word(&text, &word)) {
		hd_buf_addc(&b, ' ');
		hd_utf8_lower(&b, word);
	}
	if (b.n > 0)
		hd_groups_add(g, doc, hd_buf_str(&b));
	hd_buf_release(&b);
}

void
hd_groups_ids(struct hd_groups *g, uint64_t *ids)
{
	uint64_t place;
	size_t r;

	for (size_t i = 0; i < g->n; i++) {
		r = root(g, i);
		place = r;
		ids[i] = g->id[r] != NO_KEY
			     ? g->id[r]
			     : hd_hash64((struct hd_str){
				   (const char *)&place, sizeof(place) });
	}
}
