/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SELECT_H
#define HD_SELECT_H

#include "store/db.h"

/*
 * The selection: the temporary table `sel` of the tickets a program works on.
 * Every statement of lib/store/sql that speaks of a population joins it.
 */

enum hd_by {
	HD_BY_CREATED,
	HD_BY_SOLVED,
	HD_BY_HANDOFF,
	HD_BY_AI, /* handoff; of what the AI had alone, creation */
};

/* Make it empty. */
int hd_sel_begin(struct hd_db *db, struct hd_err *err);
/* Every ticket; those of [since, until) by one of its times. */
int hd_sel_all(struct hd_db *db, struct hd_err *err);
int hd_sel_period(struct hd_db *db, enum hd_by by, int64_t since, int64_t until,
    struct hd_err *err);
/*
 * One ticket by key ("zendesk:1001") or by a bare id where that is
 * unambiguous: 1 added, 0 there is none (err says so), -1.
 */
int hd_sel_key(struct hd_db *db, struct hd_str key, struct hd_err *err);
/* Keep those for which a condition over the view `tickets` holds. */
int hd_sel_where(struct hd_db *db, const char *expr, struct hd_err *err);
/*
 * Append the condition that a column of the view tickets, or, where it has none of
 * the name, a field of the helpdesk's, is this value.
 */
int hd_sel_equals(struct hd_db *db, const char *column, struct hd_str value,
    struct hd_buf *b, struct hd_err *err);
/* Keep those with a message or subject for which match() is true. */
int hd_sel_text(struct hd_db *db, bool (*match)(void *ctx, struct hd_str text),
    void *ctx, struct hd_err *err);
/*
 * Keep what the AI handed to people, or had alone, or both, and is in no way
 * excluded (spam, tests, duplicates and their like).
 */
int hd_sel_ai(struct hd_db *db, bool escalated, bool alone, struct hd_err *err);
/* Did hs-tag find of any ticket whether the AI had it? */
int hd_path_known(struct hd_db *db, bool *known, struct hd_err *err);
int hd_sel_count(struct hd_db *db, int64_t *n, struct hd_err *err);

/* The newest event imported, HD_TIME_NONE when there is none. */
int hd_newest(struct hd_db *db, int64_t *t, struct hd_err *err);
/* A setting; *value is empty when it is not set. */
int hd_meta_get(struct hd_db *db, const char *name, struct hd_buf *value,
    struct hd_err *err);
int hd_meta_set(
    struct hd_db *db, const char *name, const char *value, struct hd_err *err);

#endif
