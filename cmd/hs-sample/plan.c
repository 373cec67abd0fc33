/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-sample plan: how many tickets, and what they buy. */
#include <math.h>
#include <stdio.h>

#include "audit/plan.h"
#include "hs-sample/hs-sample.h"

static const char *const names[] = { "goal", "tickets", "minutes", "margin",
	"basis", "expect", "lo", "hi", "unstratified", "strata" };

static void
row(struct hd_table *t, const struct hd_plan *p, const char *goal,
    const struct hd_planned *x)
{
	hd_table_cstr(t, goal);
	hd_table_int(t, x->n);
	hd_table_real(t, (double)x->n * hd_sample.pace / 60, 0);
	hd_table_real(t, (x->strata.hi - x->strata.lo) / 2, 4);
	hd_table_cstr(t, p->reviewed ? "review" : "worst case");
	if (p->reviewed) {
		hd_table_real(t, x->strata.p, 4);
		hd_table_real(t, x->strata.lo, 4);
		hd_table_real(t, x->strata.hi, 4);
	} else { /* one half everywhere is the worst case, not a forecast */
		for (int i = 0; i < 3; i++)
			hd_table_null(t);
	}
	hd_table_real(t, (x->random.hi - x->random.lo) / 2, 4);
	hd_table_int(t, (int64_t)x->nstrata);
	hd_table_row(t);
}

static int
margins(struct hd_plan *p, struct hd_table *t, struct hd_err *err)
{
	static const double usual[] = { 0.10, 0.05, 0.03, 0.02 };
	const double *v = usual;
	size_t n = 4;
	struct hd_planned x;
	char goal[32];

	if (hd_sample.margin > 0) {
		v = &hd_sample.margin;
		n = 1;
	} else if (hd_sample.minutes > 0 || hd_sample.n > 0) {
		return 0;
	}
	for (size_t i = 0; i < n; i++) {
		if (hd_plan_margin(p, v[i], &x, err) != 0)
			return -1;
		(void)snprintf(goal, sizeof(goal), "margin %g", v[i]);
		row(t, p, goal, &x);
	}
	return 0;
}

static int
plan(struct hd_plan *p, struct hd_table *t, struct hd_err *err)
{
	int64_t n = (int64_t)floor(hd_sample.minutes * 60 / hd_sample.pace);
	struct hd_planned x;
	char goal[32];

	if (hd_sample.minutes > 0) {
		if (hd_plan_try(p, n, &x, err) != 0)
			return -1;
		(void)snprintf(
		    goal, sizeof(goal), "%g minutes", hd_sample.minutes);
		row(t, p, goal, &x);
	}
	if (hd_sample.n > 0) {
		if (hd_plan_try(p, hd_sample.n, &x, err) != 0)
			return -1;
		(void)snprintf(
		    goal, sizeof(goal), "%lld tickets", (long long)hd_sample.n);
		row(t, p, goal, &x);
	}
	return margins(p, t, err);
}

static int
check_numbers(struct hd_err *err)
{
	int64_t n;

	if (hd_sample_number("tickets to review", 1000000, &n, err) != 0)
		return -1;
	if (!isnan(hd_sample.margin) &&
	    !(hd_sample.margin > 0 && hd_sample.margin < 0.5))
		return hd_err_set(
		    err, HD_EOPTION, "--margin: above 0, below 0.5");
	if (!isnan(hd_sample.minutes) &&
	    !(hd_sample.minutes > 0 && hd_sample.minutes <= 1e6))
		return hd_err_set(
		    err, HD_EOPTION, "--minutes: above 0, up to 1000000");
	if (!(hd_sample.pace >= 1 && hd_sample.pace <= 36000))
		return hd_err_set(
		    err, HD_EOPTION, "--pace: seconds a ticket, 1 to 36000");
	if (hd_sample.minutes > 0 && hd_sample.minutes * 60 < hd_sample.pace)
		return hd_err_set(err, HD_EOPTION,
		    "--minutes: not one ticket at %g seconds each",
		    hd_sample.pace);
	return 0;
}

int
hd_sample_plan(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_buf text = HD_BUF_INIT;
	const char *v[HD_SAMPLE_COLUMNS];
	struct hd_plan p = { .db = ctx->db,
		.columns = v,
		.proportional = hd_sample.proportional };
	struct hd_period period;
	struct hd_table t;
	int r = -1;

	if (hd_sample_check(ctx, argc, true, err) == 0 &&
	    check_numbers(err) == 0 &&
	    hd_sample_columns(&text, v, &p.ncolumns, err) == 0 &&
	    hd_sample_population(ctx, argc, argv, &period, err) == 0 &&
	    hd_plan_open(&p, err) == 0 &&
	    hd_sample_table(ctx, &t, names, 10,
		"goal,tickets,minutes,margin,basis,expect,lo,hi", err) == 0) {
		r = p.N > 0 ? plan(&p, &t, err) : 0;
		hd_table_end(&t);
		if (p.N == 0 && hd_prog_talks(ctx))
			hd_prog_say(ctx, "no ticket fits: nothing to plan");
	}
	hd_buf_release(&text);
	return r;
}
