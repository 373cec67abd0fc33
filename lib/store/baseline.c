/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Baselines and notes: see baseline.h. */
#include "store/baseline.h"

int
hd_baseline_put(struct hd_db *db, const char *name, const struct hd_baseline *b,
    struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/baseline_put", err);

	if (st != NULL) {
		hd_bind_text(st, 1, hd_str(name));
		hd_bind_int(st, 2, b->since);
		hd_bind_int(st, 3, b->until);
		hd_bind_text(st, 4, b->filter);
	}
	return hd_stmt_once(st, err);
}

int
hd_baseline_get(struct hd_db *db, const char *name, struct hd_baseline *b,
    struct hd_arena *arena, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/baseline_get", err);
	int r = -1;

	if (st != NULL) {
		hd_bind_text(st, 1, hd_str(name));
		r = hd_stmt_step(st, err);
	}
	if (r == 1) {
		b->since = hd_col_int(st, 0);
		b->until = hd_col_int(st, 1);
		b->filter = hd_str_keep(arena, hd_col_text(st, 2));
		b->other_rules = hd_col_int(st, 4) != 0;
	}
	hd_stmt_close(st);
	return r;
}

struct hd_stmt *
hd_baselines(struct hd_db *db, struct hd_err *err)
{
	return hd_stmt_named(db, "sql/baseline_list", err);
}

int
hd_note_put(
    struct hd_db *db, int64_t at, struct hd_str text, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/note_put", err);

	if (st != NULL) {
		hd_bind_int(st, 1, at);
		hd_bind_text(st, 2, text);
	}
	return hd_stmt_once(st, err);
}

int
hd_note_drop(struct hd_db *db, int64_t id, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/note_drop", err);

	if (st != NULL)
		hd_bind_int(st, 1, id);
	if (hd_stmt_once(st, err) != 0)
		return -1;
	return hd_db_changes(db) > 0;
}

struct hd_stmt *
hd_notes(struct hd_db *db, int64_t since, int64_t until, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/notes", err);

	if (st != NULL) {
		hd_bind_int(st, 1, since);
		hd_bind_int(st, 2, until);
	}
	return st;
}
