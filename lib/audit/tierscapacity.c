/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours and people by tier. */
#include <math.h>
#include <stdio.h>

#include "audit/ceiling.h"

/* The figure, and its limits, so many times as large. */
static void
scale(struct hd_figure *f, double by)
{
	f->estimate *= by;
	f->lo *= by;
	f->hi *= by;
}

/* Hours a week and the people they take; total NULL: of all tiers. */
static void
capacity_rows(struct hd_tiers *t, struct hd_table *tb, const char *tier,
    const struct hd_hours *h, bool tiered, const struct hd_tier_total *total)
{
	double fte = t->paid_hours * (1 - t->shrinkage) * t->occupancy;
	struct hd_figure f =
	    total == NULL ? hd_hours_figure("capacity.handle", h)
			  : hd_tier_time("capacity.handle", h, tiered, total);
	char segment[64];

	(void)snprintf(segment, sizeof(segment), "tier=%s", tier);
	f.segment = segment;
	hd_figure_row(tb, &f);
	f.metric = "capacity.handle_per_week";
	scale(&f, t->weeks > 0 ? 1 / t->weeks : NAN);
	if (t->weeks < 1) /* a few days are no week */
		f.status = HD_NOT_MEASURABLE;
	hd_figure_row(tb, &f);
	f.metric = "capacity.fte";
	scale(&f, fte > 0 ? 1 / (3600 * fte) : NAN);
	f.decimals = 2;
	/* paid hours, shrinkage and occupancy are stated, not measured */
	if (f.status == HD_MEASURED || f.status == HD_ESTIMATED)
		f.status = HD_ASSUMED;
	hd_figure_row(tb, &f);
}

/*
 * The weeks that the tickets stand for: the period as far as it has tickets, so
 * that a period of all time does not thin them out.
 */
static int
weeks_of(struct hd_tiers *t, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/span", err);
	int64_t first, last;
	int r;

	if (st == NULL)
		return -1;
	t->weeks = 0;
	r = hd_stmt_step(st, err);
	if (r == 1 && !hd_col_is_null(st, 0)) {
		first = hd_col_int(st, 0) - hd_col_int(st, 0) % 86400;
		last = hd_col_int(st, 1) - hd_col_int(st, 1) % 86400 + 86400;
		t->weeks = (double)(last - first) / (7 * 86400.0);
	}
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}

int
hd_tiers_capacity(struct hd_tiers *t, struct hd_err *err)
{
	struct hd_tier_total totals[HD_TIER_HUMAN + 1];
	struct hd_tier_sums s;
	struct hd_table tb;

	if (hd_tier_sums(t, &s, err) != 0 || weeks_of(t, err) != 0 ||
	    hd_tiers_basis(t, false, err) != 0 ||
	    hd_tier_totals(t, totals, err) != 0 ||
	    hd_table_begin(&tb, t->out, t->format, hd_figure_columns, 11,
		hd_tiers_columns(t,
		    /* with limits of 95 % a status has no room in 80 */
		    t->basis.ground == HD_GROUND_WINDOW
			? "metric,segment,estimate,lo,hi,n"
			: "metric,segment,estimate,lo,hi,status"),
		true, err) != 0)
		return -1;
	capacity_rows(t, &tb, "all", &s.all, true, NULL);
	capacity_rows(t, &tb, "human", &s.human_hours, s.known > 0,
	    &totals[HD_TIER_HUMAN]);
	capacity_rows(t, &tb, "assist", &s.assist_hours, s.known > 0,
	    &totals[HD_TIER_ASSIST]);
	capacity_rows(t, &tb, "automate", &s.automate_hours, s.known > 0,
	    &totals[HD_TIER_AUTOMATE]);
	hd_table_end(&tb);
	return 0;
}
