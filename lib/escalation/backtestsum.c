/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A backtest as rows and as figures: see backtest.h. */
#include <math.h>
#include <string.h>

#include "escalation/backtest_int.h"

struct listing {
	struct hd_backtest *b;
	struct hd_table t;
};

static int
row(void *ctx, const struct hd_escalation *e, const struct hd_findings *f,
    struct hd_err *err)
{
	struct listing *l = ctx;
	struct hd_backtested r;

	(void)err;
	hd_backtest_judge(l->b, e, f, &r);
	hd_table_text(&l->t, e->th->key);
	hd_table_cstr(&l->t, r.code);
	hd_table_index(&l->t, r.message);
	hd_table_cstr(&l->t, r.rule);
	hd_table_cstr(&l->t, r.action);
	hd_table_cstr(&l->t, r.verdict != NULL ? r.verdict->code : NULL);
	hd_table_text(&l->t, hd_esc_str(e, HD_EF_PATH));
	hd_table_index(&l->t, e->handoff);
	hd_table_text(&l->t,
	    r.verdict != NULL ? r.verdict->reason : (struct hd_str){ NULL, 0 });
	hd_table_row(&l->t);
	return 0;
}

int
hd_backtest_list(struct hd_backtest *b, struct hd_escrun *run,
    struct hd_out *out, enum hd_format format, const char *columns, bool header,
    struct hd_err *err)
{
	static const char *const names[] = { "key", "code", "message", "rule",
		"action", "verdict", "path", "handoff", "reason" };
	struct listing l = { .b = b };
	int r;

	if (columns == NULL && format == HD_FMT_TABLE)
		columns = "key,code,message,rule,verdict,path,handoff";
	b->at = 0;
	if (hd_table_begin(&l.t, out, format, names, 9, columns, header, err) !=
	    0)
		return -1;
	r = hd_escrun(run, row, &l, err);
	hd_table_end(&l.t);
	return r;
}

static void
take(void *ctx, const struct hd_escalation *e, const struct hd_findings *f)
{
	struct hd_backtest *b = ctx;
	int64_t account = hd_clustered_account(e);
	struct hd_backtested r;

	if (b->tickets++ == 0)
		b->at = 0;
	hd_backtest_judge(b, e, f, &r);
	if (r.would >= 0)
		hd_clustered_add(
		    &b->more, account, r.would - (int)e->escalated);
	if (r.should < 0 || r.would < 0) {
		b->unknown++;
	} else if (r.should == 1) {
		hd_clustered_add(&b->rates[HD_BACK_CAUGHT], account, r.would);
		hd_clustered_add(&b->rates[HD_BACK_MISSED], account, !r.would);
		hd_clustered_add(
		    &b->rates[HD_BACK_WAS_CAUGHT], account, e->escalated);
		hd_clustered_add(
		    &b->rates[HD_BACK_WAS_MISSED], account, !e->escalated);
	} else {
		hd_clustered_add(&b->rates[HD_BACK_EXTRA], account, r.would);
		hd_clustered_add(
		    &b->rates[HD_BACK_WAS_EXTRA], account, e->escalated);
	}
}

static void
give_one(const struct hd_backtest *b, const struct hd_escgive *to,
    struct hd_figure fig)
{
	fig.N = b->tickets;
	fig.definition = "backtest";
	if (fig.status == HD_MEASURED && fig.n < to->min_n)
		fig.status = HD_SUPPRESSED;
	else if (fig.status == HD_MEASURED)
		fig.status = HD_UNVERIFIED;
	to->figure(to->ctx, &fig);
}

/* A mean a ticket becomes a number a week. */
static void
load(struct hd_backtest *b, const struct hd_escgive *to)
{
	struct hd_figure fig =
	    hd_clustered_mean(&b->more, "backtest.load", "all");
	double week = (double)b->more.n / b->weeks;

	if (isnan(b->weeks))
		fig.status = HD_NOT_MEASURABLE;
	fig.N = b->tickets;
	fig.definition = "backtest";
	fig.estimate *= week;
	fig.lo *= week;
	fig.hi *= week;
	to->figure(to->ctx, &fig);
}

static void
give(void *ctx, const struct hd_escgive *to)
{
	static const char *const names[HD_BACKRATES] = { "backtest.caught",
		"backtest.missed", "backtest.extra", "history.caught",
		"history.missed", "history.extra" };
	struct hd_backtest *b = ctx;
	struct hd_figure unknown = { "backtest.unknown", "all",
		(double)b->unknown, NAN, NAN, b->unknown, -1, b->tickets, 0,
		"count", "backtest", HD_MEASURED };

	for (int i = 0; i < HD_BACKRATES; i++)
		give_one(
		    b, to, hd_clustered_rate(&b->rates[i], names[i], "all"));
	to->figure(to->ctx, &unknown);
	load(b, to);
}

struct hd_escextra
hd_backtest_extra(struct hd_backtest *b)
{
	return (struct hd_escextra){ 1u << HD_AUDIT_NEEDED, take, give, b };
}
