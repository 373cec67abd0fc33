/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Agents' time by tier, as reviews have it: see ceiling.h. */
#include <math.h>
#include <stdlib.h>

#include "audit/ceiling.h"
#include "audit/reviewed.h"
#include "audit/status.h"
#include "stats/totals.h"

#define TIERS (HD_TIER_HUMAN + 1)

/* Reviewed tickets that each tier of a stratum must have for a cut by it. */
#define LEAST 5

/* The tickets of a stratum that were tagged with one tier. */
struct part {
	double N, seconds;
	size_t n; /* reviewed */
};

/* A sample's review, with the time of the tickets. */
struct times {
	struct hd_reviewed r;
	struct part (*parts)[TIERS]; /* of each stratum */
	struct hd_hours all;
	struct hd_time_stratum *strata;
	size_t nstrata;
	double *t, *x; /* of the reviewed, by stratum */
};

static int
read_frame(struct times *x, const struct hd_tiers *t, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/sample_hours", err);
	struct part *p;
	double before;
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, x->r.sample.id);
	while ((r = hd_stmt_step(st, err)) == 1) {
		p = &x->parts[hd_col_int(st, 0)][hd_tier_of(
		    hd_col_text(st, 1), hd_col_int(st, 2) != 0)];
		before = x->all.seconds;
		hd_hours_add(t, &x->all, st, 4, hd_col_int(st, 3));
		p->N += hd_col_real(st, 3);
		p->seconds += x->all.seconds - before;
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

static enum hd_tier
said(const struct hd_reviewed_ticket *v)
{
	return hd_tier_of(v->machine_tier, !v->automate);
}

static void
count_parts(struct times *x)
{
	for (size_t i = 0; i < x->r.n; i++)
		if (tiered(&x->r.v[i]))
			x->parts[x->r.v[i].stratum][said(&x->r.v[i])].n++;
}

/* May the stratum be cut by the tier of the tags? */
static bool
can_cut(const struct part parts[TIERS])
{
	for (int i = 0; i < TIERS; i++)
		if (parts[i].N > 0 && parts[i].n < LEAST)
			return false;
	return true;
}

/* Add a stratum: of the tickets tagged `part`, or of all (-1). */
static void
add(struct times *x, const struct hd_tiers *t, size_t h, int part,
    enum hd_tier tier)
{
	struct hd_time_stratum *s = &x->strata[x->nstrata];
	const struct hd_reviewed_ticket *v;
	size_t at = 0;

	if (x->nstrata > 0)
		at = (size_t)(s[-1].t - x->t) + s[-1].n;
	*s = (struct hd_time_stratum){ 0, 0, x->t + at, x->x + at, 0 };
	for (int i = 0; i < TIERS; i++)
		if (part < 0 || part == i) {
			s->N += x->parts[h][i].N;
			s->time += x->parts[h][i].seconds;
		}
	for (size_t i = 0; i < x->r.n; i++) {
		v = &x->r.v[i];
		if (v->stratum != h || !tiered(v) ||
		    (part >= 0 && (int)said(v) != part))
			continue;
		x->t[at] = seconds(t, v);
		x->x[at++] =
		    hd_tier_of(v->tier, v->judged == HD_JUDGED_NO) == tier;
		s->n++;
	}
	x->nstrata++;
}

static void
fill(struct times *x, const struct hd_tiers *t, enum hd_tier tier)
{
	x->nstrata = 0;
	for (size_t h = 0; h < x->r.nstrata; h++) {
		if (!can_cut(x->parts[h])) {
			add(x, t, h, -1, tier);
			continue;
		}
		for (int i = 0; i < TIERS; i++)
			if (x->parts[h][i].N > 0)
				add(x, t, h, i, tier);
	}
}

static struct hd_tier_total
total_of(struct times *x, const struct hd_tiers *t, enum hd_tier tier)
{
	struct hd_standing st = { .reviewed = true, .fits = true };
	enum hd_status hours = hd_hours_status(&x->all);
	struct hd_tier_total out;
	struct hd_total sum;

	fill(x, t, tier);
	sum = hd_hours(x->strata, x->nstrata);
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
		x.parts = hd_xcalloc(x.r.nstrata + 1, sizeof(*x.parts));
		x.strata =
		    hd_xcalloc(x.r.nstrata + 1, TIERS * sizeof(*x.strata));
		x.t = hd_xcalloc(x.r.n + 1, sizeof(*x.t));
		x.x = hd_xcalloc(x.r.n + 1, sizeof(*x.x));
		r = read_frame(&x, t, err);
		count_parts(&x);
	}
	for (int i = HD_TIER_AUTOMATE; r == 0 && i < TIERS; i++)
		total[i] = total_of(&x, t, (enum hd_tier)i);
	free(x.parts);
	free(x.strata);
	free(x.t);
	free(x.x);
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
	if (!tiered || total->status == HD_UNVERIFIED ||
	    total->status == HD_NOT_MEASURABLE)
		return f;
	f.estimate = total->seconds;
	f.lo = total->lo;
	f.hi = total->hi;
	f.n = total->n;
	f.N = total->N;
	f.method = "mover";
	f.definition = "capacity_verified";
	f.status = total->status;
	return f;
}
