/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DB_H
#define HD_DB_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/err.h"

/*
 * The database and its statements.  These files wrap every sqlite3 call;
 * nobody outside lib/store sees the library.  SQL stands in .sql files beside
 * this one, built into the archive and run by name ("views/tickets",
 * "sql/pick").
 */
struct hd_db;
struct hd_stmt;

enum hd_dbmode {
	HD_DB_NONE,
	HD_DB_READ,
	HD_DB_WRITE,
	HD_DB_CREATE, /* made when missing, under another name until closed */
};

/*
 * Open the database; owned by caller.  A file that is not ours, or is newer
 * than this program, is refused by name; an older one is migrated when opened
 * for writing.
 */
struct hd_db *hd_db_open(
    const char *path, enum hd_dbmode mode, struct hd_err *err);

/*
 * Close; a database that HD_DB_CREATE made appears under its name now if `keep`
 * and vanishes if not.  Frees db in any case.
 */
int hd_db_close(struct hd_db *db, bool keep, struct hd_err *err);
const char *hd_db_path(const struct hd_db *db);
/* Made by this very open: nothing is in it. */
bool hd_db_is_new(const struct hd_db *db);

/* BEGIN IMMEDIATE, COMMIT, ROLLBACK; a snapshot is a read transaction. */
int hd_db_begin(struct hd_db *db, struct hd_err *err);
int hd_db_commit(struct hd_db *db, struct hd_err *err);
void hd_db_rollback(struct hd_db *db);
int hd_db_snapshot(struct hd_db *db, struct hd_err *err);

/* Run a named script (one or more statements, no results). */
int hd_db_script(struct hd_db *db, const char *name, struct hd_err *err);
/* The text of a named script, or NULL. */
const char *hd_sql_text(const char *name);
/* The definition of a view by its name, with its comment, or NULL. */
const char *hd_view_text(const char *view);
/* Call fn for each view that is a metric, ours or a vendor's, by name. */
int hd_metric_views(int (*fn)(void *ctx, const char *name, const char *text,
			struct hd_err *err),
    void *ctx, struct hd_err *err);
/* Rows changed by the last statement; id of the last row inserted. */
int64_t hd_db_changes(struct hd_db *db);
int64_t hd_db_last_id(struct hd_db *db);

/* Prepare; by name, or from text made by lib/store.  Owned by caller. */
struct hd_stmt *hd_stmt_named(
    struct hd_db *db, const char *name, struct hd_err *err);
struct hd_stmt *hd_stmt_text(
    struct hd_db *db, const char *sql, struct hd_err *err);
void hd_stmt_close(struct hd_stmt *st); /* NULL is fine */
/* 1 a row, 0 done, -1 failed. */
int hd_stmt_step(struct hd_stmt *st, struct hd_err *err);
void hd_stmt_reset(struct hd_stmt *st);
/* Step to the end and reset. */
int hd_stmt_run(struct hd_stmt *st, struct hd_err *err);
/* The same, and close; NULL is what a failed prepare left: -1. */
int hd_stmt_once(struct hd_stmt *st, struct hd_err *err);

/* Parameters count from 1.  Text is copied; p NULL binds NULL. */
void hd_bind_int(struct hd_stmt *st, int i, int64_t v);
void hd_bind_real(struct hd_stmt *st, int i, double v);
void hd_bind_text(struct hd_stmt *st, int i, struct hd_str s);
/* Text that stays unchanged until the next reset: not copied. */
void hd_bind_static(struct hd_stmt *st, int i, struct hd_str s);
void hd_bind_null(struct hd_stmt *st, int i);
/* A number that is not known when negative: NULL then. */
void hd_bind_index(struct hd_stmt *st, int i, int64_t v);
/* Bytes, copied. */
void hd_bind_blob(struct hd_stmt *st, int i, struct hd_str bytes);
/* By name, with its colon; unknown names are ignored. */
void hd_bind_int_as(struct hd_stmt *st, const char *name, int64_t v);
void hd_bind_text_as(struct hd_stmt *st, const char *name, struct hd_str s);

/* Columns count from 0.  Text is borrowed until the next step or reset. */
int hd_col_count(struct hd_stmt *st);
const char *hd_col_name(struct hd_stmt *st, int i);
bool hd_col_is_null(struct hd_stmt *st, int i);
bool hd_col_is_text(struct hd_stmt *st, int i);
bool hd_col_is_real(struct hd_stmt *st, int i);
int64_t hd_col_int(struct hd_stmt *st, int i);
/* An index, a count: -1 for NULL; a time: HD_TIME_NONE for NULL. */
int64_t hd_col_index(struct hd_stmt *st, int i);
int64_t hd_col_time(struct hd_stmt *st, int i);
double hd_col_real(struct hd_stmt *st, int i);
struct hd_str hd_col_text(struct hd_stmt *st, int i);
struct hd_str hd_col_blob(struct hd_stmt *st, int i);

#endif
