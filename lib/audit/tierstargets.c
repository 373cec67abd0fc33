/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Automation targets, and keep-human rows as figures: see landscape.h. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/landscape.h"
#include "base/mem.h"

static void
add_target(struct hd_tiers *t, struct hd_targets *ts, struct hd_stmt *st)
{
	struct hd_target *x;

	ts->v = hd_grow(ts->v, &ts->cap, ts->n + 1, sizeof(*ts->v));
	x = &ts->v[ts->n++];
	memset(x, 0, sizeof(*x));
	x->n = hd_col_int(st, 1);
	x->issue = hd_str_keep(&ts->arena, hd_col_text(st, 0));
	(void)snprintf(x->segment, sizeof(x->segment), "issue=%s", x->issue.p);
	hd_hours_add(t, &x->hours, st, 2, x->n);
	x->satisfied = hd_col_int(st, 7);
	x->rated = hd_col_int(st, 8);
	x->durable = hd_col_int(st, 9);
	x->durable_known = hd_col_int(st, 10);
	x->key = hd_str_keep(&ts->arena, hd_col_text(st, 11));
}

static int
read_targets(struct hd_tiers *t, struct hd_targets *ts, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/targets", err);
	int r;

	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1) {
		if (hd_tiers_kept(t, st, 0))
			continue;
		ts->tier += hd_col_int(st, 1);
		if (!hd_col_is_null(st, 0)) /* else of no type */
			add_target(t, ts, st);
	}
	hd_stmt_close(st);
	return r;
}

/*
 * Where a type's rank may lie in another quarter of the same operation: below
 * those whose interval is above its own, above those whose is below.
 */
static void
rank_ranges(struct hd_targets *ts)
{
	struct hd_target *a, *b;

	for (size_t i = 0; i < ts->n; i++)
		ts->v[i].share = hd_wilson(ts->v[i].n, ts->tier);
	for (size_t i = 0; i < ts->n; i++) {
		a = &ts->v[i];
		a->rank_lo = 1;
		a->rank_hi = (int64_t)ts->n;
		for (size_t k = 0; k < ts->n; k++) {
			b = &ts->v[k];
			a->rank_lo += b->share.lo > a->share.hi;
			a->rank_hi -= b->share.hi < a->share.lo;
		}
	}
}

/* What reviews make of each type, and of the tag that says so. */
static int
review(struct hd_tiers *t, struct hd_targets *ts, struct hd_err *err)
{
	struct hd_shares shares = { .n = 0 }, tags = { .n = 0 };
	struct hd_target *x;
	int r = hd_tiers_basis(t, false, err);

	if (r == 0)
		r = hd_tiers_shares(
		    t, &shares, "sql/share_targets", HD_SHARE_FRAME, err);
	if (r == 0)
		r = hd_tiers_shares(
		    t, &tags, "sql/share_precision", HD_SHARE_DOMAIN, err);
	for (size_t i = 0; r == 0 && i < ts->n; i++) {
		x = &ts->v[i];
		x->verified = hd_tiers_reviewed(t, "targets.verified",
		    hd_shares_of(&shares, x->issue), ts->total,
		    "targets_verified");
		x->precision = hd_tiers_reviewed(t, "targets.precision",
		    hd_shares_of(&tags, x->issue), x->n, "targets_precision");
		x->verified.segment = x->precision.segment = x->segment;
	}
	hd_shares_release(&shares);
	hd_shares_release(&tags);
	return r;
}

int
hd_tiers_targets(
    struct hd_tiers *t, struct hd_targets *targets, struct hd_err *err)
{
	memset(targets, 0, sizeof(*targets));
	if (read_targets(t, targets, err) != 0 ||
	    hd_sel_count(t->db, &targets->total, err) != 0 ||
	    review(t, targets, err) != 0)
		return -1;
	rank_ranges(targets);
	return 0;
}

void
hd_targets_release(struct hd_targets *targets)
{
	free(targets->v);
	hd_arena_release(&targets->arena);
}

struct hd_figure
hd_target_share(const struct hd_targets *targets, const struct hd_target *x)
{
	struct hd_figure f = { "targets.share", x->segment,
		(double)x->n / (double)targets->total, NAN, NAN, x->n,
		targets->total, targets->total, 6, "count", "landscape",
		HD_UNVERIFIED };

	return f;
}

struct hd_figure
hd_keep_figure(const struct hd_tiers *t, const struct hd_keep_row *row,
    const char *metric, const char *segment)
{
	struct hd_figure f = { metric, segment, row->rate, row->lo, row->hi,
		row->x, row->n, row->tickets, 6,
		row->clusters < 2 ? "wilson" : "wilson-cluster", "landscape",
		HD_MEASURED };

	if (row->n == 0)
		f.status = HD_NOT_MEASURABLE;
	else if (row->n < t->min_n)
		f.status = HD_SUPPRESSED;
	return f;
}
