/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing from a frame: see lot.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/lot.h"
#include "stats/draw.h"

void
hd_lot_init(struct hd_lot *l, struct hd_str seed)
{
	memset(l, 0, sizeof(*l));
	l->seed = seed;
	l->sha = hd_sha256_begin();
}

void
hd_lot_release(struct hd_lot *l)
{
	for (size_t i = 0; i < l->n; i++)
		hd_bottom_release(&l->v[i].drawn);
	free(l->v);
	hd_map_release(&l->index);
	if (l->sha != NULL)
		hd_sha256_end(l->sha, l->frame);
	hd_buf_release(&l->line);
	hd_arena_release(&l->arena);
	memset(l, 0, sizeof(*l));
}

struct hd_lot_stratum *
hd_lot_stratum(struct hd_lot *l, struct hd_str name)
{
	int64_t *at = hd_map_put(&l->index, name, (int64_t)l->n);
	struct hd_lot_stratum *s;

	if ((size_t)*at < l->n)
		return &l->v[*at];
	l->v = hd_grow(l->v, &l->cap, l->n + 1, sizeof(*l->v));
	s = &l->v[l->n++];
	memset(s, 0, sizeof(*s));
	s->name = hd_str_keep(&l->arena, name);
	return s;
}

void
hd_lot_add(struct hd_lot *l, struct hd_str key, size_t stratum, int64_t id)
{
	struct hd_lot_stratum *s = &l->v[stratum];

	hd_buf_reset(&l->line);
	hd_buf_add(&l->line, key.p, key.n);
	hd_buf_addc(&l->line, '\t');
	hd_buf_add(&l->line, s->name.p, s->name.n);
	hd_buf_addc(&l->line, '\n');
	hd_sha256_add(l->sha, hd_buf_str(&l->line));
	s->drawn.want = (size_t)s->n;
	hd_bottom_add(&s->drawn, hd_draw_number(l->seed, key), key, id);
	l->N++;
}

void
hd_lot_end(struct hd_lot *l)
{
	hd_sha256_end(l->sha, l->frame);
	l->sha = NULL;
	for (size_t i = 0; i < l->n; i++)
		hd_bottom_sort(&l->v[i].drawn);
}
