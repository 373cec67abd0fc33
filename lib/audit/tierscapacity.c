/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours and people by tier. */
#include <math.h>

#include "audit/capacity.h"

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
part(struct hd_tiers *t, struct hd_figure v[HD_CAPACITY_PARTS],
    const char *segment, const struct hd_hours *h, bool tiered,
    const struct hd_tier_total *total, double weeks)
{
	double fte = t->paid_hours * (1 - t->shrinkage) * t->occupancy;
	struct hd_figure f =
	    total == NULL ? hd_hours_figure("capacity.handle", h)
			  : hd_tier_time("capacity.handle", h, tiered, total);

	f.segment = segment;
	v[HD_CAPACITY_HANDLE] = f;
	f.metric = "capacity.handle_per_week";
	scale(&f, weeks > 0 ? 1 / weeks : NAN);
	if (weeks < 1) /* a few days are no week */
		f.status = HD_NOT_MEASURABLE;
	v[HD_CAPACITY_WEEK] = f;
	f.metric = "capacity.fte";
	scale(&f, fte > 0 ? 1 / (3600 * fte) : NAN);
	f.decimals = 2;
	/* paid hours, shrinkage and occupancy are stated, not measured */
	if (f.status == HD_MEASURED || f.status == HD_ESTIMATED)
		f.status = HD_ASSUMED;
	v[HD_CAPACITY_PEOPLE] = f;
}

/*
 * The weeks that the tickets stand for: the period as far as it has tickets, so
 * that a period of all time does not thin them out.
 */
static int
weeks_of(struct hd_tiers *t, double *weeks, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/span", err);
	int64_t first, last;
	int r;

	if (st == NULL)
		return -1;
	*weeks = 0;
	r = hd_stmt_step(st, err);
	if (r == 1 && !hd_col_is_null(st, 0)) {
		first = hd_col_int(st, 0) - hd_col_int(st, 0) % 86400;
		last = hd_col_int(st, 1) - hd_col_int(st, 1) % 86400 + 86400;
		*weeks = (double)(last - first) / (7 * 86400.0);
	}
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}

int
hd_tiers_capacity(struct hd_tiers *t, struct hd_capacity *c, struct hd_err *err)
{
	struct hd_tier_total totals[HD_TIER_HUMAN + 1];
	struct hd_tier_sums s;
	bool known;

	if (hd_tier_sums(t, &s, err) != 0 || weeks_of(t, &c->weeks, err) != 0 ||
	    hd_tiers_basis(t, false, err) != 0 ||
	    hd_tier_totals(t, totals, err) != 0)
		return -1;
	known = s.known > 0;
	part(
	    t, c->v[HD_TIER_UNKNOWN], "tier=all", &s.all, true, NULL, c->weeks);
	part(t, c->v[HD_TIER_HUMAN], "tier=human", &s.human_hours, known,
	    &totals[HD_TIER_HUMAN], c->weeks);
	part(t, c->v[HD_TIER_ASSIST], "tier=assist", &s.assist_hours, known,
	    &totals[HD_TIER_ASSIST], c->weeks);
	part(t, c->v[HD_TIER_AUTOMATE], "tier=automate", &s.automate_hours,
	    known, &totals[HD_TIER_AUTOMATE], c->weeks);
	return 0;
}
