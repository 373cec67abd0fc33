/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Automation targets and the keep-human list. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "audit/tiers.h"
#include "base/mem.h"
#include "stats/proportion.h"

struct target {
	struct hd_str issue, key;
	int64_t n, satisfied, rated, durable, durable_known;
	struct hd_hours hours;
	struct hd_interval share; /* of all tickets of the tier */
	int64_t rank_lo, rank_hi;
	struct hd_figure verified, precision; /* by review */
};

struct targets {
	struct target *v;
	size_t n, cap;
	int64_t total; /* tickets of the automate tier */
	struct hd_arena arena;
};

static int
read_targets(struct hd_tiers *t, struct targets *ts, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/targets", err);
	struct target *x;
	int r;

	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1) {
		if (hd_col_is_null(st, 0)) { /* of the tier, of no type */
			ts->total += hd_col_int(st, 1);
			continue;
		}
		if (hd_tiers_kept(t, st, 0))
			continue;
		ts->v = hd_grow(ts->v, &ts->cap, ts->n + 1, sizeof(*ts->v));
		x = &ts->v[ts->n++];
		*x = (struct target){ .n = hd_col_int(st, 1) };
		x->issue = hd_str_keep(&ts->arena, hd_col_text(st, 0));
		hd_hours_add(t, &x->hours, st, 2, x->n);
		x->satisfied = hd_col_int(st, 7);
		x->rated = hd_col_int(st, 8);
		x->durable = hd_col_int(st, 9);
		x->durable_known = hd_col_int(st, 10);
		x->key = hd_str_keep(&ts->arena, hd_col_text(st, 11));
		ts->total += x->n;
	}
	hd_stmt_close(st);
	return r;
}

/*
 * Where a type's rank may lie in another quarter of the same operation: below
 * those whose interval is above its own, above those whose is below.
 */
static void
rank_ranges(struct targets *ts)
{
	struct target *a, *b;

	for (size_t i = 0; i < ts->n; i++)
		ts->v[i].share = hd_wilson(ts->v[i].n, ts->total);
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

static void
rate_cell(struct hd_table *tb, int64_t x, int64_t n, int64_t least)
{
	if (n < least)
		hd_table_null(tb);
	else
		hd_table_real(tb, (double)x / (double)n, 3);
}

static void
target_row(struct hd_tiers *t, struct hd_table *tb, const struct target *x,
    size_t rank, int64_t population, int64_t cumulated, int64_t total)
{
	hd_table_int(tb, (int64_t)rank);
	hd_table_text(tb, x->issue);
	hd_table_int(tb, x->n);
	hd_table_real(tb, (double)x->n / (double)population, 4);
	hd_table_real(tb, (double)cumulated / (double)total, 4);
	if (hd_hours_status(&x->hours) == HD_NOT_MEASURABLE)
		hd_table_null(tb);
	else
		hd_table_real(tb, x->hours.seconds / 3600, 1);
	rate_cell(tb, x->satisfied, x->rated, t->min_n);
	hd_table_int(tb, x->rated);
	rate_cell(tb, x->durable, x->durable_known, t->min_n);
	hd_table_int(tb, x->rank_lo);
	hd_table_int(tb, x->rank_hi);
	hd_table_text(tb, x->key);
	hd_figure_limits(tb, &x->verified, 4);
	hd_table_cstr(tb, hd_status_name(x->verified.status));
	hd_figure_limits(tb, &x->precision, 3);
	hd_table_row(tb);
}

static void
target_figures(struct hd_table *tb, const struct target *x, int64_t population)
{
	char segment[256];
	struct hd_figure f = { "targets.share", segment,
		(double)x->n / (double)population, NAN, NAN, x->n, population,
		population, 6, "count", "landscape", HD_UNVERIFIED };

	(void)snprintf(segment, sizeof(segment), "issue=%s", x->issue.p);
	hd_figure_row(tb, &f);
	f = x->verified;
	f.segment = segment;
	hd_figure_row(tb, &f);
	f = x->precision;
	f.segment = segment;
	hd_figure_row(tb, &f);
	f = hd_hours_tagged("targets.handle", &x->hours);
	f.segment = segment;
	hd_figure_row(tb, &f);
}

/* What reviews make of each type, and of the tag that says so. */
static int
review(struct hd_tiers *t, struct targets *ts, int64_t population,
    struct hd_err *err)
{
	struct hd_shares shares = { .n = 0 }, tags = { .n = 0 };
	struct target *x;
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
		    hd_shares_of(&shares, x->issue), population,
		    "targets_verified");
		x->precision = hd_tiers_reviewed(t, "targets.precision",
		    hd_shares_of(&tags, x->issue), x->n, "targets_precision");
	}
	hd_shares_release(&shares);
	hd_shares_release(&tags);
	return r;
}

int
hd_tiers_targets(struct hd_tiers *t, struct hd_err *err)
{
	static const char *const names[] = { "rank", "issue", "tickets",
		"share", "cum_share", "hours", "csat", "csat_n", "ai_durable",
		"rank_lo", "rank_hi", "example", "verified", "lo", "hi",
		"status", "precision", "precision_lo", "precision_hi" };
	struct targets ts = { NULL, 0, 0, 0, HD_ARENA_INIT };
	struct hd_table tb;
	int64_t population, sum = 0;
	int r = read_targets(t, &ts, err);

	if (r == 0)
		r = hd_sel_count(t->db, &population, err);
	if (r == 0)
		r = review(t, &ts, population, err);
	if (r == 0)
		r = hd_table_begin(&tb, t->out, t->format,
		    t->figures ? hd_figure_columns : names,
		    t->figures ? 11 : 19,
		    hd_tiers_columns(
			t, t->basis.ground == HD_GROUND_WINDOW
			       ? "rank,issue,tickets,verified,lo,hi,"
				 "status"
			       : "rank,issue,tickets,share,hours,ai_durable,"
				 "example"),
		    true, err);
	if (r == 0) {
		rank_ranges(&ts);
		for (size_t i = 0; i < ts.n && (int64_t)i < t->top; i++) {
			sum += ts.v[i].n;
			if (t->figures)
				target_figures(&tb, &ts.v[i], population);
			else
				target_row(t, &tb, &ts.v[i], i + 1, population,
				    sum, ts.total);
		}
		hd_table_end(&tb);
	}
	free(ts.v);
	hd_arena_release(&ts.arena);
	return r;
}

struct keep_out {
	struct hd_tiers *t;
	struct hd_table *tb;
};

static int
keep_row(void *ctx, const struct hd_keep_row *row, struct hd_err *err)
{
	struct keep_out *o = ctx;
	char metric[64], segment[256];
	struct hd_figure f = { metric, segment, row->rate, row->lo, row->hi,
		row->x, row->n, row->tickets, 6, "wilson-cluster", "landscape",
		HD_MEASURED };

	(void)err;
	f.status = row->n == 0		  ? HD_NOT_MEASURABLE
		   : row->n < o->t->min_n ? HD_SUPPRESSED
					  : HD_MEASURED;
	if (row->clusters < 2)
		f.method = "wilson";
	if (o->t->figures) {
		(void)snprintf(
		    metric, sizeof(metric), "keep_human.%s", row->reason);
		(void)snprintf(
		    segment, sizeof(segment), "issue=%s", row->issue);
		hd_figure_row(o->tb, &f);
		return 0;
	}
	if (!row->kept)
		return 0;
	hd_table_cstr(o->tb, row->issue);
	hd_table_int(o->tb, row->tickets);
	hd_table_cstr(o->tb, row->reason);
	hd_table_int(o->tb, row->x);
	hd_table_int(o->tb, row->n);
	hd_table_real(o->tb, row->rate, 3);
	hd_table_real(o->tb, row->lo, 3);
	hd_table_real(o->tb, row->hi, 3);
	hd_table_real(o->tb, row->threshold, 2);
	hd_table_cstr(o->tb, row->key);
	hd_table_row(o->tb);
	return 0;
}

int
hd_tiers_keep_human(struct hd_tiers *t, struct hd_err *err)
{
	static const char *const names[] = { "issue", "tickets", "reason", "x",
		"n", "rate", "lo", "hi", "threshold", "example" };
	struct hd_table tb;
	struct keep_out o = { t, &tb };
	int r;

	if (hd_table_begin(&tb, t->out, t->format,
		t->figures ? hd_figure_columns : names, t->figures ? 11 : 10,
		hd_tiers_columns(t, "issue,tickets,reason,rate,lo,example"),
		true, err) != 0)
		return -1;
	r = hd_keep_each(t->db, &t->limits, keep_row, &o, err);
	hd_table_end(&tb);
	return r;
}
