/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BASELINE_H
#define HD_BASELINE_H

#include "base/mem.h"
#include "store/db.h"

/* Periods with a name, and what happened on which day: kept for comparisons. */

struct hd_baseline {
	int64_t since, until; /* [since, until) */
	struct hd_str filter; /* p NULL: none */
	bool other_rules;     /* set under another rule set than the active */
};

/* Store, in place of one of that name; filter p NULL: none. */
int hd_baseline_put(struct hd_db *db, const char *name,
    const struct hd_baseline *b, struct hd_err *err);
/* 1 found, its filter the arena's; 0 there is none; -1. */
int hd_baseline_get(struct hd_db *db, const char *name, struct hd_baseline *b,
    struct hd_arena *arena, struct hd_err *err);
/* Iterate (name, since, until, filter, ruleset) by time.  Owned by caller. */
struct hd_stmt *hd_baselines(struct hd_db *db, struct hd_err *err);

int hd_note_put(
    struct hd_db *db, int64_t at, struct hd_str text, struct hd_err *err);
/* 1 gone, 0 there was none, -1. */
int hd_note_drop(struct hd_db *db, int64_t id, struct hd_err *err);
/* Iterate (id, at, text) of [since, until) by time.  Owned by caller. */
struct hd_stmt *hd_notes(
    struct hd_db *db, int64_t since, int64_t until, struct hd_err *err);

#endif
