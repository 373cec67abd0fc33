/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HISTORYTABLE_H
#define HD_HISTORYTABLE_H

#include "audit/historyrun.h"
#include "render/table.h"

/* What rules did, as tables.  No word of a customer is in them. */

struct hd_historytable {
	struct hd_historyjob job;
	struct hd_out *out;
	enum hd_format format;
	const char *columns; /* NULL: all, or as many as fit a terminal */
	bool tags;	     /* tags as well where there are routes */
	int64_t now;	     /* for review dates, epoch seconds */
	/* results */
	int64_t tickets;   /* in the period */
	int64_t undecided; /* of them, those with a stage that is */
};

/* Fill h for a table, whose results are set; for the tables below. */
int hd_historytable_run(
    struct hd_historytable *t, struct hd_history *h, struct hd_err *err);

/*
 * A row a route, in order, and then those tickets of each stage that no route
 * took; then a row a tag.
 */
int hd_history_cover(
    struct hd_historytable *t, const struct hd_ruleset *rs, struct hd_err *err);
/* A row for two rules of a kind that fire on the same tickets. */
int hd_history_overlap(
    struct hd_historytable *t, const struct hd_ruleset *rs, struct hd_err *err);
/*
 * A row a rule, what needs attention first, and then a row a segment; fails:
 * a rule needs it.
 */
int hd_history_review(struct hd_historytable *t, const struct hd_ruleset *rs,
    bool *needs, struct hd_err *err);

#endif
