/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agents' time by tier, as reviews have it: see ceiling.h. */
#include <math.h>
#include <stdlib.h>

#include "audit/ceiling.h"
#include "audit/reviewed.h"
#include "audit/status.h"
#include "stats/bootstrap.h"
#include "stats/totals.h"

#define TIERS (HD_TIER_HUMAN + 1)

/* A sample's review, with what the machine said of the time of its frame. */
struct times {
	struct hd_reviewed r;
	double (*machine)[TIERS]; /* seconds, a row a stratum */
	struct hd_hours all;
	struct hd_total_stratum *strata;
	double *d; /* of the reviewed, by stratum, one tier at a time */
};

static int
read_machine(struct times *x, const struct hd_tiers *t, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/sample_hours", err);
	struct hd_hours h;
	enum hd_tier tier;
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, x->r.sample.id);
	while ((r = hd_stmt_step(st, err)) == 1) {
		h = (struct hd_hours){ 0, 0, 0, 0, 0, false };
		tier = hd_tier_of(hd_col_text(st, 1), hd_col_int(st, 2) != 0);
		hd_hours_add(t, &h, st, 4, hd_col_int(st, 3));
		x->machine[hd_col_int(st, 0)][tier] += h.seconds;
		hd_hours_add(t, &x->all, st, 4, hd_col_int(st, 3));
	}
	hd_stmt_close(st);
	return r;
}

/* As hd_hours_add() counts one. */
static double
seconds(const struct hd_tiers *t, const struct hd_reviewed_ticket *v)
{
	if (!isnan(v->handle_s))
		return v->handle_s;
	return (double)v->turns * t->minutes_per_reply * 60;
}

/* Does the review say of which tier it is? */
static bool
tiered(const struct hd_reviewed_ticket *v)
{
	return (v->judged == HD_JUDGED_YES || v->judged == HD_JUDGED_NO) &&
	       !hd_str_eq(v->tier, HD_UNCLEAR);
}

/* The strata with t (y - yhat) of their reviewed tickets. */
static void
fill(struct times *x, const struct hd_tiers *t, enum hd_tier tier)
{
	const struct hd_reviewed_ticket *v;
	struct hd_total_stratum *s;
	double *d = x->d;
	int y;

	for (size_t h = 0; h < x->r.nstrata; h++) {
		s = &x->strata[h];
		*s = (struct hd_total_stratum){ (double)x->r.strata[h].N,
			x->machine[h][tier], d, 0 };
		for (size_t i = 0; i < x->r.n; i++) {
			v = &x->r.v[i];
			if (v->stratum != h || !tiered(v))
				continue;
			y = (hd_tier_of(v->tier, v->judged == HD_JUDGED_NO) ==
				tier) -
			    (hd_tier_of(v->machine_tier, !v->automate) == tier);
			d[s->n++] = y * seconds(t, v);
		}
		d += s->n;
	}
}

static struct hd_tier_total
total_of(struct times *x, const struct hd_tiers *t, enum hd_tier tier)
{
	static const char *const segments[TIERS] = { "tier=unknown",
		"tier=automate", "tier=assist", "tier=human" };
	struct hd_standing st = { .reviewed = true, .fits = true };
	enum hd_status hours = hd_hours_status(&x->all);
	struct hd_tier_total out;
	struct hd_total sum;

	fill(x, t, tier);
	sum = hd_total(x->strata, x->r.nstrata,
	    hd_boot_seed(
		x->r.sample.seed.p, "capacity.handle", segments[tier]));
	out = (struct hd_tier_total){ sum.total, sum.lo, sum.hi, (int64_t)sum.n,
		x->r.sample.N, HD_ESTIMATED };
	st.shown = hours != HD_NOT_MEASURABLE;
	st.n = out.n;
	st.least = t->min_n;
	out.status = hd_standing_status(&st);
	if (out.status == HD_ESTIMATED && hours == HD_ASSUMED)
		out.status = HD_ASSUMED;
	return out;
}

int
hd_tier_totals(
    struct hd_tiers *t, struct hd_tier_total total[TIERS], struct hd_err *err)
{
	static const struct times nothing;
	struct times x = nothing;
	int r;

	for (int i = 0; i < TIERS; i++)
		total[i] = (struct hd_tier_total){ NAN, NAN, NAN, -1, -1,
			HD_UNVERIFIED };
	if (t->basis.ground != HD_GROUND_WINDOW)
		return 0;
	r = hd_reviewed_read(&x.r, t->db, t->basis.name.p, err);
	if (r == 0) {
		x.machine = hd_xcalloc(x.r.nstrata + 1, sizeof(*x.machine));
		x.strata = hd_xcalloc(x.r.nstrata + 1, sizeof(*x.strata));
		x.d = hd_xcalloc(x.r.n + 1, sizeof(*x.d));
		r = read_machine(&x, t, err);
	}
	for (int i = HD_TIER_AUTOMATE; r == 0 && i < TIERS; i++)
		total[i] = total_of(&x, t, (enum hd_tier)i);
	free(x.machine);
	free(x.strata);
	free(x.d);
	hd_reviewed_release(&x.r);
	return r;
}

struct hd_figure
hd_tier_time(const char *metric, const struct hd_hours *h, bool tiered,
    const struct hd_tier_total *total)
{
	struct hd_figure f = hd_hours_tagged(metric, h);

	if (!tiered)
		f.status = HD_NOT_MEASURABLE;
	if (!tiered || total->status == HD_UNVERIFIED)
		return f;
	f.estimate = total->seconds;
	f.lo = total->lo;
	f.hi = total->hi;
	f.n = total->n;
	f.N = total->N;
	f.method = "bootstrap";
	f.definition = "capacity_verified";
	f.status = total->status;
	return f;
}
