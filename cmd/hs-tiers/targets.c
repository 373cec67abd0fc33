/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-tiers targets and keep-human: lists of types. */
#include <stdio.h>

#include "hs-tiers/hs-tiers.h"

static void
rate_cell(struct hd_table *tb, int64_t x, int64_t n, int64_t least)
{
	if (n < least)
		hd_table_null(tb);
	else
		hd_table_real(tb, (double)x / (double)n, 3);
}

static void
target_row(struct hd_landscape *l, struct hd_table *tb,
    const struct hd_targets *ts, size_t at, int64_t cumulated)
{
	const struct hd_target *x = &ts->v[at];

	hd_table_int(tb, (int64_t)at + 1);
	hd_table_text(tb, x->issue);
	hd_table_int(tb, x->n);
	hd_table_real(tb, (double)x->n / (double)ts->total, 4);
	hd_table_real(tb, (double)cumulated / (double)ts->tier, 4);
	if (hd_hours_status(&x->hours) == HD_NOT_MEASURABLE)
		hd_table_null(tb);
	else
		hd_table_real(tb, x->hours.seconds / 3600, 1);
	rate_cell(tb, x->satisfied, x->rated, l->t.min_n);
	hd_table_int(tb, x->rated);
	rate_cell(tb, x->durable, x->durable_known, l->t.min_n);
	hd_table_int(tb, x->rank_lo);
	hd_table_int(tb, x->rank_hi);
	hd_table_text(tb, x->key);
	hd_figure_limits(tb, &x->verified, 4);
	hd_table_cstr(tb, hd_status_name(x->verified.status));
	hd_figure_limits(tb, &x->precision, 3);
	hd_table_row(tb);
}

static void
target_figures(
    struct hd_table *tb, const struct hd_targets *ts, const struct hd_target *x)
{
	struct hd_figure f = hd_target_share(ts, x);

	hd_figure_row(tb, &f);
	hd_figure_row(tb, &x->verified);
	hd_figure_row(tb, &x->precision);
	f = hd_hours_tagged("targets.handle", &x->hours);
	f.segment = x->segment;
	hd_figure_row(tb, &f);
}

static int
begin_targets(struct hd_landscape *l, struct hd_table *tb, struct hd_err *err)
{
	static const char *const names[] = { "rank", "issue", "tickets",
		"share", "cum_share", "hours", "csat", "csat_n", "ai_durable",
		"rank_lo", "rank_hi", "example", "verified", "lo", "hi",
		"status", "precision", "precision_lo", "precision_hi" };

	return hd_landscape_begin(l, tb, names, 19,
	    l->t.basis.ground == HD_GROUND_WINDOW
		? "rank,issue,tickets,verified,lo,hi,status"
		: "rank,issue,tickets,share,hours,ai_durable,example",
	    err);
}

int
hd_landscape_targets(struct hd_landscape *l, struct hd_err *err)
{
	struct hd_targets ts;
	struct hd_table tb;
	int64_t sum = 0;
	int r = hd_tiers_targets(&l->t, &ts, err);

	if (r == 0)
		r = begin_targets(l, &tb, err);
	if (r == 0) {
		for (size_t i = 0; i < ts.n && (int64_t)i < l->top; i++) {
			sum += ts.v[i].n;
			if (l->figures)
				target_figures(&tb, &ts, &ts.v[i]);
			else
				target_row(l, &tb, &ts, i, sum);
		}
		hd_table_end(&tb);
	}
	hd_targets_release(&ts);
	return r;
}

struct keep_out {
	struct hd_landscape *l;
	struct hd_table *tb;
};

static void
keep_figure(const struct keep_out *o, const struct hd_keep_row *row)
{
	char metric[64], segment[256];
	struct hd_figure f;

	(void)snprintf(metric, sizeof(metric), "keep_human.%s", row->reason);
	(void)snprintf(segment, sizeof(segment), "issue=%s", row->issue);
	f = hd_keep_figure(&o->l->t, row, metric, segment);
	hd_figure_row(o->tb, &f);
}

static int
keep_row(void *ctx, const struct hd_keep_row *row, struct hd_err *err)
{
	struct keep_out *o = ctx;

	(void)err;
	if (o->l->figures)
		keep_figure(o, row);
	if (o->l->figures || !row->kept)
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
hd_landscape_keep_human(struct hd_landscape *l, struct hd_err *err)
{
	static const char *const names[] = { "issue", "tickets", "reason", "x",
		"n", "rate", "lo", "hi", "threshold", "example" };
	struct hd_table tb;
	struct keep_out o = { l, &tb };
	int r;

	if (hd_landscape_begin(l, &tb, names, 10,
		"issue,tickets,reason,rate,lo,example", err) != 0)
		return -1;
	r = hd_keep_each(l->t.db, &l->t.limits, keep_row, &o, err);
	hd_table_end(&tb);
	return r;
}
