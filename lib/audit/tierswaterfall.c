/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a selection came about and what it covers: see landscape.h. */
#include <string.h>

#include "audit/landscape.h"

int
hd_tiers_read(struct hd_tiers *t, struct hd_waterfall *w, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/read_counts", err);
	int r = st != NULL ? hd_stmt_step(st, err) : -1;

	if (r == 1) {
		w->read = hd_col_int(st, 0);
		w->duplicates = hd_col_int(st, 1);
		w->rejected = hd_col_int(st, 2);
	}
	hd_stmt_close(st);
	return r == 1 ? 0 : -1;
}

int
hd_tiers_waterfall(
    struct hd_tiers *t, struct hd_waterfall *w, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/waterfall", err);
	int r;

	memset(w, 0, sizeof(*w));
	if (st == NULL)
		return -1;
	hd_bind_int_as(st, ":by", t->by);
	hd_bind_int_as(st, ":since", t->since);
	hd_bind_int_as(st, ":until", t->until);
	r = hd_stmt_step(st, err);
	for (int i = 0; r == 1 && i < HD_LEFTS; i++)
		w->left[i] = hd_col_int(st, i + 1);
	if (r == 1)
		w->analysed = hd_col_int(st, HD_LEFTS + 1);
	hd_stmt_close(st);
	return r == 1 ? hd_tiers_read(t, w, err) : -1;
}

int
hd_tiers_coverage(
    struct hd_tiers *t, struct hd_tiers_coverage *c, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/coverage", err);
	int64_t days = (t->until - t->since + 43200) / 86400;
	int r;

	memset(c, 0, sizeof(*c));
	if (st == NULL)
		return -1;
	hd_bind_int_as(st, ":by", t->by);
	r = hd_stmt_step(st, err);
	if (r == 1 && hd_col_int(st, 2) > 0) {
		c->first = hd_col_int(st, 0);
		c->last = hd_col_int(st, 1);
		c->n = hd_col_int(st, 2);
		c->untagged = hd_col_int(st, 3);
		c->outdated = hd_col_int(st, 4);
		c->changed = hd_col_int(st, 5);
		if (days > hd_col_int(st, 6))
			c->empty_days = days - hd_col_int(st, 6);
		c->language = hd_col_int(st, 7);
		c->short_text = hd_col_int(st, 8);
		c->assumed = hd_col_int(st, 9);
		c->ai_apart = hd_col_int(st, 10);
	}
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}
