/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags that a person decided: see override.h. */
#include "store/override.h"

int
hd_override_put(struct hd_db *db, struct hd_str dimension, struct hd_str value,
    struct hd_str why, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/override_put", err);

	if (st != NULL) {
		hd_bind_text(st, 1, dimension);
		hd_bind_text(st, 2, value);
		hd_bind_text(st, 3, why);
	}
	return hd_stmt_once(st, err);
}

int
hd_override_drop(struct hd_db *db, struct hd_str dimension, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/override_drop", err);

	if (st != NULL)
		hd_bind_text(st, 1, dimension);
	return hd_stmt_once(st, err);
}

int
hd_override_stale(struct hd_db *db, struct hd_err *err)
{
	return hd_stmt_once(hd_stmt_named(db, "sql/override_stale", err), err);
}

int
hd_override_counts(struct hd_db *db, int64_t ruleset, int64_t *stand,
    int64_t *lost, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/override_counts", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, ruleset);
	r = hd_stmt_step(st, err);
	if (r == 1) {
		*stand = hd_col_int(st, 0);
		*lost = hd_col_int(st, 1);
	}
	hd_stmt_close(st);
	return r == 1 ? 0 : -1;
}
