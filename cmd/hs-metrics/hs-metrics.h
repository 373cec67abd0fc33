/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HS_METRICS_H
#define HS_METRICS_H

#include "cli/ids.h"
#include "metrics/measure.h"
#include "render/failif.h"

/* What the commands of hs-metrics share. */

/* Options of them all. */
struct hd_metrics_opts {
	struct hd_common common;
	const char *split;	  /* month, issue ...; NULL */
	const char *arm, *metric; /* of compare */
	int64_t min_n;
	struct hd_list fail_if;
	const char *as; /* vendors of the bridge; NULL: all */
	double claimed; /* by a vendor; NaN: nothing */
	/* prices as they are stated; NaN: not stated */
	double agent_hour, ai_price, fixed, minutes_per_reply;
	const char *ai_unit;
	const char *ai_on;   /* a file: where and when the AI was on */
	const char *durable; /* the window of N7, NULL: 7d */
	bool miss;	     /* those that a metric counts as 0 */
};
extern struct hd_metrics_opts hd_metrics_opts;

/* Figures on their way out, and the conditions they are tested by. */
struct hd_metrics_out {
	struct hd_ctx *ctx;
	struct hd_table table;
	struct hd_failif *conditions;
	bool *met;
	bool begun, failed, open;
	struct hd_buf notes; /* lines for standard error, each ended */
};

/*
 * Fill the selection and the ladder, as window 0, with the tickets asked for; *p is
 * what was asked.
 */
int hd_metrics_select(struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_period *p, struct hd_err *err);
/* Begin a table of figures; few: columns that fit a terminal, NULL for the usual. */
int hd_metrics_begin(struct hd_metrics_out *o, struct hd_ctx *ctx,
    const char *few, struct hd_err *err);
/* The same with columns of one's own, n of them; few: for a terminal, many: else. */
int hd_metrics_begin_as(struct hd_metrics_out *o, struct hd_ctx *ctx,
    const char *const *names, size_t n, const char *few, const char *many,
    struct hd_err *err);
/* Test a figure by the conditions. */
void hd_metrics_test(struct hd_metrics_out *o, const struct hd_figure *f);
/* A figure: printed, and tested. */
void hd_metrics_give(struct hd_metrics_out *o, const struct hd_figure *f);
/*
 * Measure metrics over window 0, unsplit and then as --split says; names is ended by
 * NULL.
 */
int hd_metrics_measure(
    struct hd_metrics_out *o, const char *const *names, struct hd_err *err);
/* What measures window 0 into it; borrows it. */
struct hd_measure hd_metrics_measurer(struct hd_metrics_out *o);
/* Note what to know of all figures of window 0: few accounts, unknown paths. */
int hd_metrics_about(struct hd_metrics_out *o, struct hd_err *err);
/* Names of metrics, "a,b", as a list ended by NULL; owned by caller. */
int hd_metrics_names(const char *text, const char ***names, struct hd_err *err);
/* End the table, say the notes, set the exit status; released either way. */
int hd_metrics_end(struct hd_metrics_out *o, int r, struct hd_err *err);

/* What --durable and --ai-on say of the ladder of window 0. */
int hd_metrics_rungs(
    struct hd_ctx *ctx, const struct hd_period *p, struct hd_err *err);
int hd_metrics_ai_on(struct hd_ctx *ctx, const char *file,
    const struct hd_zone *zone, struct hd_err *err);

int hd_metrics_ladder(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_metrics_tickets(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_metrics_bridge(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_metrics_define(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_metrics_show(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_metrics_ai(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_metrics_human(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_metrics_cost(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_metrics_compare(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_metrics_baseline(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_metrics_note(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
/* Say what is noted to have happened in the period. */
int hd_metrics_happened(
    struct hd_ctx *ctx, const struct hd_period *p, struct hd_err *err);
/* Of those that keep something in the database. */
enum hd_dbmode hd_metrics_writes(void);

#endif
