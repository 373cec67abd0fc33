/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The landscape map, cell by cell: see landscape.h. */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "audit/landscape.h"

struct map {
	struct hd_tiers *t;
	struct hd_shares shares;
	int64_t total;
	struct hd_map seen; /* segments of the cells given out */
	int (*fn)(void *, const struct hd_landcell *, struct hd_err *);
	void *ctx;
};

struct hd_figure
hd_landcell_share(const struct hd_landcell *c)
{
	struct hd_figure f = { "map.share", c->segment,
		(double)c->n / (double)c->total, NAN, NAN, c->n, c->total,
		c->total, 6, "count", "landscape", HD_UNVERIFIED };

	return f;
}

static int
give(struct map *m, struct hd_landcell *c, struct hd_err *err)
{
	(void)snprintf(c->segment, sizeof(c->segment),
	    "complexity=%.*s,emotion=%.*s,pattern=%.*s", (int)c->value[0].n,
	    c->value[0].p, (int)c->value[1].n, c->value[1].p,
	    (int)c->value[2].n, c->value[2].p);
	(void)hd_map_put(&m->seen, hd_str(c->segment), 1);
	c->total = m->total;
	c->verified = hd_tiers_reviewed(m->t, "map.verified",
	    hd_shares_of(&m->shares, hd_str(c->segment)), m->total,
	    "map_verified");
	c->verified.segment = c->segment;
	return m->fn(m->ctx, c, err);
}

static int
tagged_cells(struct map *m, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(m->t->db, "sql/map", err);
	struct hd_landcell c;
	int r;

	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1) {
		memset(&c, 0, sizeof(c));
		for (int i = 0; i < 3; i++)
			c.value[i] = hd_col_text(st, i);
		c.n = hd_col_int(st, 3);
		hd_hours_add(m->t, &c.hours, st, 4, c.n);
		c.example = hd_col_text(st, 9);
		if (give(m, &c, err) != 0) {
			r = -1;
			break;
		}
	}
	hd_stmt_close(st);
	return r;
}

/* Cells where reviewers put a ticket and the tags none. */
static int
other_cells(struct map *m, struct hd_err *err)
{
	struct hd_str segment, part;
	struct hd_landcell c;

	for (size_t i = 0; i < m->shares.at.count; i++) {
		segment = hd_str(m->shares.at.entries[i].key);
		if (hd_map_get(&m->seen, segment) != NULL)
			continue;
		memset(&c, 0, sizeof(c));
		for (int k = 0; k < 3 && hd_str_split(&segment, ',', &part);
		     k++)
			if (hd_str_split(&part, '=', &c.value[k]))
				c.value[k] = part;
		if (give(m, &c, err) != 0)
			return -1;
	}
	return 0;
}

int
hd_tiers_cells(struct hd_tiers *t,
    int (*fn)(void *ctx, const struct hd_landcell *c, struct hd_err *err),
    void *ctx, struct hd_err *err)
{
	struct map m = { .t = t, .seen = HD_MAP_INIT, .fn = fn, .ctx = ctx };
	int r = hd_sel_count(t->db, &m.total, err);

	if (r == 0)
		r = hd_tiers_basis(t, false, err);
	if (r == 0)
		r = hd_tiers_shares(
		    t, &m.shares, "sql/share_map", HD_SHARE_FRAME, err);
	if (r == 0)
		r = tagged_cells(&m, err);
	if (r == 0 && m.total > 0)
		r = other_cells(&m, err);
	hd_shares_release(&m.shares);
	hd_map_release(&m.seen);
	return r;
}
