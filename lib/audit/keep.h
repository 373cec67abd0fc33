/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_KEEP_H
#define HD_KEEP_H

#include <stdbool.h>

#include "store/db.h"

/*
 * The keep-human list: types that look simple (at least 20 tickets in the low
 * and repeatable cells) but carry emotion, account risk or reopenings, each by
 * the lower 95 % limit of its rate, corrected for clusters by account.
 */
struct hd_keep_limits {
	double emotion, risk, reopen;
	int64_t min_tickets;
};

#define HD_KEEP_LIMITS               \
	{                            \
		0.30, 0.20, 0.20, 20 \
	}

struct hd_keep_row {
	const char *issue, *key; /* key: an example */
	int64_t tickets;
	const char *reason; /* emotion, risk or reopen: the first that holds */
	int64_t x, n;
	double rate, lo, hi, deff, threshold;
	int64_t clusters; /* accounts; one: the interval is not corrected */
	bool kept;
};

/*
 * Call fn for every type with enough tickets in the selection's low and
 * repeatable cells, once for each of the three reasons.  Strings are borrowed
 * until fn returns.
 */
int hd_keep_each(struct hd_db *db, const struct hd_keep_limits *limits,
    int (*fn)(void *ctx, const struct hd_keep_row *row, struct hd_err *err),
    void *ctx, struct hd_err *err);

/* Select the period over which the list is worked out. */
int hd_keep_select(struct hd_db *db, struct hd_err *err);

/*
 * Work the list out over the default period (90 days of solved tickets) and
 * store it with the rule set.  Uses the selection.
 */
int hd_keep_update(struct hd_db *db, int64_t ruleset, struct hd_err *err);

#endif
