/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements: see db.h. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/tstamp.h"
#include "store/db_int.h"

struct hd_stmt {
	struct hd_db *db;
	sqlite3_stmt *st;
};

struct hd_stmt *
hd_stmt_text(struct hd_db *db, const char *sql, struct hd_err *err)
{
	struct hd_stmt *st = hd_xcalloc(1, sizeof(*st));

	st->db = db;
	if (sqlite3_prepare_v2(db->h, sql, -1, &st->st, NULL) != SQLITE_OK) {
		(void)hd_db_fail(db, "cannot prepare", err);
		free(st);
		return NULL;
	}
	return st;
}

struct hd_stmt *
hd_stmt_named(struct hd_db *db, const char *name, struct hd_err *err)
{
	const char *sql = hd_sql_text(name);
	struct hd_stmt *st;

	if (sql == NULL) {
		(void)hd_err_set(err, HD_ESYS, "no SQL named '%s'", name);
		return NULL;
	}
	st = hd_stmt_text(db, sql, err);
	if (st == NULL)
		(void)hd_err_in(err, "%s", name);
	return st;
}

void
hd_stmt_close(struct hd_stmt *st)
{
	if (st == NULL)
		return;
	(void)sqlite3_finalize(st->st);
	free(st);
}

int
hd_stmt_step(struct hd_stmt *st, struct hd_err *err)
{
	switch (sqlite3_step(st->st)) {
	case SQLITE_ROW:
		return 1;
	case SQLITE_DONE:
		return 0;
	default:
		return hd_db_fail(st->db, "cannot run statement", err);
	}
}

void
hd_stmt_reset(struct hd_stmt *st)
{
	(void)sqlite3_reset(st->st);
}

int
hd_stmt_run(struct hd_stmt *st, struct hd_err *err)
{
	int r;

	while ((r = hd_stmt_step(st, err)) == 1)
		;
	hd_stmt_reset(st);
	return r;
}

int
hd_stmt_once(struct hd_stmt *st, struct hd_err *err)
{
	int r = st != NULL ? hd_stmt_run(st, err) : -1;

	hd_stmt_close(st);
	return r;
}

/*
 * A bind fails only for an index out of range or memory; the first is a bug
 * that every test would see as NULL, the second shows at the step.
 */
void
hd_bind_int(struct hd_stmt *st, int i, int64_t v)
{
	(void)sqlite3_bind_int64(st->st, i, v);
}

void
hd_bind_real(struct hd_stmt *st, int i, double v)
{
	(void)sqlite3_bind_double(st->st, i, v);
}

void
hd_bind_text(struct hd_stmt *st, int i, struct hd_str s)
{
	(void)sqlite3_bind_text64(
	    st->st, i, s.p, s.n, SQLITE_TRANSIENT, SQLITE_UTF8);
}

void
hd_bind_static(struct hd_stmt *st, int i, struct hd_str s)
{
	(void)sqlite3_bind_text64(
	    st->st, i, s.p, s.n, SQLITE_STATIC, SQLITE_UTF8);
}

void
hd_bind_null(struct hd_stmt *st, int i)
{
	(void)sqlite3_bind_null(st->st, i);
}

void
hd_bind_index(struct hd_stmt *st, int i, int64_t v)
{
	if (v < 0)
		hd_bind_null(st, i);
	else
		hd_bind_int(st, i, v);
}

void
hd_bind_blob(struct hd_stmt *st, int i, struct hd_str bytes)
{
	(void)sqlite3_bind_blob64(
	    st->st, i, bytes.p, bytes.n, SQLITE_TRANSIENT);
}

void
hd_bind_int_as(struct hd_stmt *st, const char *name, int64_t v)
{
	hd_bind_int(st, sqlite3_bind_parameter_index(st->st, name), v);
}

void
hd_bind_text_as(struct hd_stmt *st, const char *name, struct hd_str s)
{
	hd_bind_text(st, sqlite3_bind_parameter_index(st->st, name), s);
}

int
hd_col_count(struct hd_stmt *st)
{
	return sqlite3_column_count(st->st);
}

const char *
hd_col_name(struct hd_stmt *st, int i)
{
	return sqlite3_column_name(st->st, i);
}

bool
hd_col_is_null(struct hd_stmt *st, int i)
{
	return sqlite3_column_type(st->st, i) == SQLITE_NULL;
}

bool
hd_col_is_text(struct hd_stmt *st, int i)
{
	return sqlite3_column_type(st->st, i) == SQLITE_TEXT;
}

bool
hd_col_is_real(struct hd_stmt *st, int i)
{
	return sqlite3_column_type(st->st, i) == SQLITE_FLOAT;
}

int64_t
hd_col_int(struct hd_stmt *st, int i)
{
	return sqlite3_column_int64(st->st, i);
}

int64_t
hd_col_index(struct hd_stmt *st, int i)
{
	return hd_col_is_null(st, i) ? -1 : hd_col_int(st, i);
}

int64_t
hd_col_time(struct hd_stmt *st, int i)
{
	return hd_col_is_null(st, i) ? HD_TIME_NONE : hd_col_int(st, i);
}

double
hd_col_real(struct hd_stmt *st, int i)
{
	return sqlite3_column_double(st->st, i);
}

struct hd_str
hd_col_text(struct hd_stmt *st, int i)
{
	const unsigned char *p = sqlite3_column_text(st->st, i);

	return (struct hd_str){ (const char *)p,
		p != NULL ? (size_t)sqlite3_column_bytes(st->st, i) : 0 };
}

struct hd_str
hd_col_blob(struct hd_stmt *st, int i)
{
	const void *p = sqlite3_column_blob(st->st, i);

	return (struct hd_str){ p,
		p != NULL ? (size_t)sqlite3_column_bytes(st->st, i) : 0 };
}

int64_t
hd_db_changes(struct hd_db *db)
{
	return sqlite3_changes64(db->h);
}

int64_t
hd_db_last_id(struct hd_db *db)
{
	return sqlite3_last_insert_rowid(db->h);
}
