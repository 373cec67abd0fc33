/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BACKTEST_H
#define HD_BACKTEST_H

#include "audit/rulejob.h"
#include "escalation/figures.h"

/*
 * A trigger before it goes live: where routing rules would have sent each
 * ticket that the AI had, held against the verdict of `needed`.  Rules are asked
 * as hd_replay() asks them, at open and at each message of the customer while
 * the AI had it; what the AI itself did then does not count.
 */
struct hd_backtest;

/*
 * Replay the selection of job->db under rs, which is borrowed; job->gave_up
 * says of how many tickets a pattern left the end open.  weeks: how long the
 * period is, NaN: not known.  *b is the caller's.
 */
int hd_backtest_new(struct hd_backtest **b, struct hd_rulejob *job,
    const struct hd_ruleset *rs, double weeks, struct hd_err *err);
void hd_backtest_free(struct hd_backtest *b);

/* What became of one ticket. */
struct hd_backtested {
	/*
	 * caught missed extra spared, or unknown where the verdict or the end
	 * of the replay is.
	 */
	const char *code;
	int should, would;  /* a person: 1, 0, or -1: nobody knows */
	int64_t message;    /* index at which the rules take it, -1: never */
	const char *rule;   /* id, or "default" */
	const char *action; /* of the replay's end */
	const struct hd_finding *verdict; /* of needed, NULL: none */
};

/*
 * f holds the findings of the audit of need.  Tickets are asked for in the
 * order of the replay, which is that of hd_escrun().
 */
void hd_backtest_judge(struct hd_backtest *b, const struct hd_escalation *e,
    const struct hd_findings *f, struct hd_backtested *r);

/* A row a ticket. */
int hd_backtest_list(struct hd_backtest *b, struct hd_escrun *run,
    struct hd_out *out, enum hd_format format, const char *columns, bool header,
    struct hd_err *err);
/* What they add up to; borrowed from b. */
struct hd_escextra hd_backtest_extra(struct hd_backtest *b);

#endif
