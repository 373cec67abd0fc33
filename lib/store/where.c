/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The user's condition: a SQL boolean over the view `tickets`, behind an
 * authorizer that allows reading and nothing else, and a limit on the work of
 * a query that would never end.
 */
#include <string.h>

#include "store/db_int.h"
#include "store/query.h"
#include "store/select.h"

#define STEPS_PER_CALL 1000000
#define MAX_CALLS      40000 /* some minutes */

static int
authorize(void *ctx, int action, const char *a, const char *b, const char *db,
    const char *inner)
{
	(void)ctx;
	(void)a;
	(void)db;
	(void)inner;
	switch (action) {
	case SQLITE_SELECT:
	case SQLITE_READ:
		return SQLITE_OK;
	case SQLITE_FUNCTION:
		return b != NULL && strcmp(b, "load_extension") == 0
			   ? SQLITE_DENY
			   : SQLITE_OK;
	default:
		return SQLITE_DENY;
	}
}

static int
tick(void *ctx)
{
	int *calls = ctx;

	return ++*calls > MAX_CALLS;
}

static int
bad_expr(struct hd_db *db, const char *expr, struct hd_err *err)
{
	int rc = sqlite3_errcode(db->h);

	if (rc == SQLITE_INTERRUPT)
		return hd_err_set(
		    err, HD_EUSAGE, "-w: the query takes too long: '%s'", expr);
	if (rc == SQLITE_AUTH)
		return hd_err_set(
		    err, HD_EUSAGE, "-w: only reading is allowed: '%s'", expr);
	return hd_err_set(
	    err, HD_EUSAGE, "-w: %s: '%s'", sqlite3_errmsg(db->h), expr);
}

static int
prepare(
    struct hd_db *db, const char *expr, sqlite3_stmt **st, struct hd_err *err)
{
	struct hd_buf sql = HD_BUF_INIT;
	const char *tail = NULL;
	int rc;

	/* the line feed ends a comment the condition may end in */
	hd_buf_addf(&sql, "SELECT ticket FROM tickets WHERE (%s\n)", expr);
	(void)sqlite3_set_authorizer(db->h, authorize, NULL);
	rc = sqlite3_prepare_v2(db->h, sql.s, -1, st, &tail);
	hd_db_guard(db);
	if (rc == SQLITE_OK && tail != NULL && tail[0] != '\0') {
		(void)sqlite3_finalize(*st);
		*st = NULL;
		(void)hd_err_set(err, HD_EUSAGE,
		    "-w: one condition, not a statement: '%s'", expr);
		rc = SQLITE_ERROR;
	} else if (rc != SQLITE_OK) {
		(void)bad_expr(db, expr, err);
	}
	hd_buf_release(&sql);
	return rc == SQLITE_OK ? 0 : -1;
}

static int
collect(
    struct hd_db *db, const char *expr, sqlite3_stmt *st, struct hd_err *err)
{
	struct hd_stmt *put = hd_stmt_named(db, "sql/narrow_add", err);
	int rc = SQLITE_ERROR, r = put != NULL ? 0 : -1;

	while (r == 0 && (rc = sqlite3_step(st)) == SQLITE_ROW) {
		hd_bind_int(put, 1, sqlite3_column_int64(st, 0));
		r = hd_stmt_run(put, err);
	}
	if (r == 0 && rc != SQLITE_DONE)
		r = bad_expr(db, expr, err);
	hd_stmt_close(put);
	return r;
}

int
hd_sel_where(struct hd_db *db, const char *expr, struct hd_err *err)
{
	sqlite3_stmt *st = NULL;
	int calls = 0, r;

	if (hd_db_script(db, "sql/narrow_begin", err) != 0 ||
	    prepare(db, expr, &st, err) != 0)
		return -1;
	sqlite3_progress_handler(db->h, STEPS_PER_CALL, tick, &calls);
	r = collect(db, expr, st, err);
	sqlite3_progress_handler(db->h, 0, NULL, NULL);
	(void)sqlite3_finalize(st);
	return r == 0 ? hd_db_script(db, "sql/sel_narrow", err) : -1;
}

int
hd_sel_equals(struct hd_db *db, const char *column, struct hd_str value,
    struct hd_buf *b, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/frame_columns", err);
	bool found = false;

	if (st == NULL)
		return -1;
	for (int i = 0; i < hd_col_count(st) && !found; i++)
		found = strcmp(hd_col_name(st, i), column) == 0;
	hd_stmt_close(st);
	if (found) {
		hd_query_quote(b, hd_str(column), '"');
	} else {
		hd_buf_adds(b, "(SELECT j.atom FROM json_each(fields) j "
			       "WHERE j.key = ");
		hd_query_quote(b, hd_str(column), '\'');
		hd_buf_addc(b, ')');
	}
	/* a number in the database is its digits here */
	hd_buf_adds(b, " || '' = ");
	hd_query_quote(b, value, '\'');
	return 0;
}
