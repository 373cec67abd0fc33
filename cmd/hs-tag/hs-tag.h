/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HS_TAG_H
#define HD_HS_TAG_H

#include "audit/discover.h"
#include "audit/tagall.h"
#include "cli/ids.h"
#include "cli/progress.h"

/* What the commands of hs-tag share: the options, and how tagging is done. */

#define HD_TAG_SEED  1 /* of --seed */
#define HD_TAG_LEAST 5 /* of --min-size */

struct hd_tag_options {
	struct hd_common common;
	const char *rules, *ruleset, *source, *why, *sort;
	bool explain, filter, keep_active;
	struct hd_list dimensions;
	int64_t seed;
	struct hd_discover discover;
};

extern struct hd_tag_options hd_tag; /* set once, by the option parser */

/* The commands; each is the run() of struct hd_command. */
int hd_tag_run(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_tag_learn(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_tag_set(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_tag_clusters(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_tag_coverage(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_tag_diff(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_tag_discover(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);

/*
 * Tag the selection, tell the result and commit: in a transaction, after all is
 * read that comes from standard input.  again: also what is tagged and fresh;
 * all: the selection is every ticket.
 */
int hd_tag_selection(struct hd_ctx *ctx, const struct hd_tagset *set,
    bool again, bool all, struct hd_err *err);
/* The rules and models that the options name; release in any case. */
int hd_tag_read_set(
    struct hd_ctx *ctx, struct hd_tagset *set, struct hd_err *err);
/* No option that belongs to another command; else HD_EOPTION. */
int hd_tag_check(const struct hd_ctx *ctx, struct hd_err *err);
/* The options of period and selection, and operands that are keys. */
int hd_tag_select(struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_period *p, struct hd_err *err);
/* For a struct hd_progress. */
void hd_tag_progress(void *progress, size_t tickets);
/* Tickets with a rule that gave up: said, and the exit status is 3. */
void hd_tag_gave_up(struct hd_ctx *ctx, int64_t tickets);

#endif
