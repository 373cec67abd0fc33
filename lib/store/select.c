/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The selection, and settings: see select.h.  The user's SQL is where.c. */
#include <string.h>

#include "base/tstamp.h"
#include "store/db_int.h"
#include "store/select.h"

int
hd_sel_begin(struct hd_db *db, struct hd_err *err)
{
	return hd_db_script(db, "sql/sel_begin", err);
}

int
hd_sel_all(struct hd_db *db, struct hd_err *err)
{
	return hd_db_script(db, "sql/sel_all", err);
}

int
hd_sel_period(struct hd_db *db, enum hd_by by, int64_t since, int64_t until,
    struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/sel_period", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int_as(st, ":by", by);
	hd_bind_int_as(st, ":since", since);
	hd_bind_int_as(st, ":until", until);
	r = hd_stmt_run(st, err);
	hd_stmt_close(st);
	return r;
}

static int
add(struct hd_db *db, const char *name, int64_t id, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, name, err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, id);
	r = hd_stmt_run(st, err);
	hd_stmt_close(st);
	return r;
}

/* The key's ticket: the number found (0, 1, 2 for more), or -1. */
static int
find_key(struct hd_db *db, struct hd_str key, int64_t *id, struct hd_err *err)
{
	const char *colon = memchr(key.p, ':', key.n);
	struct hd_stmt *st;
	int r, n = 0;

	st = hd_stmt_named(
	    db, colon != NULL ? "sql/sel_key" : "sql/sel_bare", err);
	if (st == NULL)
		return -1;
	if (colon != NULL) {
		size_t head = (size_t)(colon - key.p);

		hd_bind_text(st, 1, (struct hd_str){ key.p, head });
		hd_bind_text(
		    st, 2, (struct hd_str){ colon + 1, key.n - head - 1 });
	} else {
		hd_bind_text(st, 1, key);
	}
	while ((r = hd_stmt_step(st, err)) == 1) {
		*id = hd_col_int(st, 0);
		n++;
	}
	hd_stmt_close(st);
	return r < 0 ? -1 : n;
}

int
hd_sel_key(struct hd_db *db, struct hd_str key, struct hd_err *err)
{
	int64_t id = 0;
	int n = find_key(db, key, &id, err);

	if (n < 0)
		return -1;
	if (n == 1)
		return add(db, "sql/sel_add", id, err) == 0 ? 1 : -1;
	(void)hd_err_set(err, HD_EUSAGE,
	    n == 0 ? "no ticket '%.*s'"
		   : "'%.*s' is in more than one source: write source:id",
	    (int)(key.n < 100 ? key.n : 100), key.p);
	return 0;
}

int
hd_sel_text(struct hd_db *db, bool (*match)(void *ctx, struct hd_str text),
    void *ctx, struct hd_err *err)
{
	struct hd_stmt *st = NULL, *put = NULL;
	int r = -1;

	if (hd_db_script(db, "sql/narrow_begin", err) != 0)
		return -1;
	st = hd_stmt_named(db, "sql/sel_text", err);
	put = hd_stmt_named(db, "sql/narrow_add", err);
	while (st != NULL && put != NULL && (r = hd_stmt_step(st, err)) == 1) {
		if (!match(ctx, hd_col_text(st, 1)))
			continue;
		hd_bind_int(put, 1, hd_col_int(st, 0));
		r = hd_stmt_run(put, err);
		if (r != 0)
			break;
	}
	hd_stmt_close(st);
	hd_stmt_close(put);
	return r == 0 ? hd_db_script(db, "sql/sel_narrow", err) : -1;
}

int
hd_sel_count(struct hd_db *db, int64_t *n, struct hd_err *err)
{
	return hd_db_number(db, hd_sql_text("sql/sel_count"), n, err);
}

int
hd_newest(struct hd_db *db, int64_t *t, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/newest", err);
	int r;

	if (st == NULL)
		return -1;
	*t = HD_TIME_NONE;
	r = hd_stmt_step(st, err);
	if (r == 1 && !hd_col_is_null(st, 0))
		*t = hd_col_int(st, 0);
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}

int
hd_meta_get(struct hd_db *db, const char *name, struct hd_buf *value,
    struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/meta_get", err);
	int r;

	if (st == NULL)
		return -1;
	hd_buf_reset(value);
	hd_bind_text(st, 1, hd_str(name));
	r = hd_stmt_step(st, err);
	if (r == 1)
		hd_buf_add(value, hd_col_text(st, 0).p, hd_col_text(st, 0).n);
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}

int
hd_meta_set(
    struct hd_db *db, const char *name, const char *value, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/meta_set", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_text(st, 1, hd_str(name));
	hd_bind_text(st, 2, hd_str(value));
	r = hd_stmt_run(st, err);
	hd_stmt_close(st);
	return r;
}

int
hd_sel_ai(struct hd_db *db, bool escalated, bool alone, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/sel_path", err);

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, escalated ? 2 : 0);
	hd_bind_int(st, 2, alone ? 1 : 0);
	return hd_stmt_once(st, err);
}

int
hd_path_known(struct hd_db *db, bool *known, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/path_known", err);
	int r;

	if (st == NULL)
		return -1;
	r = hd_stmt_step(st, err);
	*known = r == 1 && hd_col_int(st, 0) != 0;
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}
