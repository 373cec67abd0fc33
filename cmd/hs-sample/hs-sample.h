/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HS_SAMPLE_H
#define HD_HS_SAMPLE_H

#include "cli/ids.h"
#include "render/table.h"
#include "store/sample.h"

/* What the commands of hs-sample share. */

struct hd_sample_options {
	struct hd_common common;
	struct hd_list dimensions;
	struct hd_list by; /* columns of the strata, or what decides a period */
	const char *name, *seed, *frame;
	const char *reviewer, *source, *questions;
	int64_t n, least;
	double twice;
	double margin, minutes, pace; /* of plan; NAN: not given */
	bool proportional, second, figures, confusion;
};

#define HD_SAMPLE_NO_N	INT64_MIN /* without -n */
#define HD_SAMPLE_PACE	60	  /* of --pace: a minute a ticket */
#define HD_SAMPLE_TWICE 0.15	  /* of --twice: 10 to 20 % tell enough */
#define HD_SAMPLE_LEAST 5	  /* of --min-n */

extern struct hd_sample_options hd_sample; /* set once, by the parser */

/* The commands; each is the run() of struct hd_command. */
int hd_sample_draw(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_sample_extend(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_sample_sheet(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_sample_codebook(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_sample_load(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_sample_label(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_sample_list(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_sample_plan(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_sample_verify(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_sample_score(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_sample_agree(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_sample_suspects(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);

#define HD_SAMPLE_COLUMNS 8
/*
 * The columns that --by names, with commas or again, in v; one that says what
 * decides the period goes to the period.  Borrowed from text; -1: too many.
 */
int hd_sample_columns(struct hd_buf *text, const char *v[HD_SAMPLE_COLUMNS],
    size_t *n, struct hd_err *err);
/* Select the tickets that a review may speak for. */
int hd_sample_population(struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_period *p, struct hd_err *err);
/* Options that belong to other commands, and operands, are HD_EOPTION. */
int hd_sample_check(
    const struct hd_ctx *ctx, int argc, bool operands, struct hd_err *err);
/* -n, from 1 to most: how many of `what`; *n is kept where it is not given. */
int hd_sample_number(
    const char *what, int64_t most, int64_t *n, struct hd_err *err);
/* --dimension names "ceiling" or questions, from here on as the codebook does. */
int hd_sample_questions(struct hd_err *err);
/*
 * -f, and the columns that fit a terminal unless -c names some.  Listings of keys
 * have a header with -H, or as a table, which people read.
 */
int hd_sample_table(struct hd_ctx *ctx, struct hd_table *t,
    const char *const *names, size_t n, const char *few, struct hd_err *err);

#endif
