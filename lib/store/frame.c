/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of a sample: see frame.h. */
#include <string.h>

#include "store/db_int.h"
#include "store/frame.h"

/* What a stratum may be cut by beside the columns of the view tickets. */
static const struct {
	const char *name, *sql;
} own[] = {
	{ "ceiling", "c.ceiling" },
	{ "handle",
	    "CASE WHEN t.handle_s IS NOT NULL THEN ntile(3) OVER (PARTITION BY "
	    "t.handle_s IS NULL ORDER BY t.handle_s, t.key) END" },
};

/* 1 it is a column of the view tickets, 0 it is none, -1. */
static int
is_column(struct hd_db *db, const char *name, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/frame_columns", err);
	int r = 0;

	if (st == NULL)
		return -1;
	for (int i = 0; i < hd_col_count(st) && r == 0; i++)
		r = strcmp(hd_col_name(st, i), name) == 0;
	hd_stmt_close(st);
	return r;
}

/* The names of strata are printed, and kept when somebody is forgotten. */
static bool
names_somebody(const char *column)
{
	static const char *const list[] = { "key", "ext_id", "ticket",
		"subject", "requester", "fields", "page", "cluster", "tags",
		"action" };

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (strcmp(column, list[i]) == 0)
			return true;
	return false;
}

/* One part of a stratum's name: what is known to be a column, as text. */
static int
add_part(
    struct hd_db *db, struct hd_buf *sql, const char *name, struct hd_err *err)
{
	const char *text = NULL;
	int r;

	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		if (strcmp(name, own[i].name) == 0)
			text = own[i].sql;
	r = text != NULL ? 1 : is_column(db, name, err);
	if (r < 0)
		return -1;
	if (names_somebody(name))
		return hd_err_set(err, HD_EUSAGE,
		    "--by: '%s' names tickets or people, it cuts no strata",
		    name);
	if (r == 0)
		return hd_err_set(err, HD_EUSAGE,
		    "--by: '%s' is no column of tickets; ceiling and handle "
		    "are known too",
		    name);
	hd_buf_addf(sql, "'%s=' || coalesce(substr(", name);
	for (int i = 0; i < 4; i++)
		hd_buf_adds(sql, "replace(");
	if (text != NULL)
		hd_buf_adds(sql, text);
	else
		hd_buf_addf(sql, "t.\"%s\"", name);
	hd_buf_adds(sql,
	    ", char(9), ' '), char(10), ' '), char(13), ' '), ',', "
	    "';'), 1, 80), 'unknown')");
	return 0;
}

int
hd_frame_fill(
    struct hd_db *db, const char *const *columns, size_t n, struct hd_err *err)
{
	struct hd_buf sql = HD_BUF_INIT;
	int r = hd_db_script(db, "sql/frame_begin", err);

	hd_buf_adds(&sql, hd_sql_text("sql/frame_fill_head"));
	if (r == 0)
		r = add_part(db, &sql, "ceiling", err);
	for (size_t i = 0; i < n && r == 0; i++) {
		hd_buf_adds(&sql, " || ',' || ");
		r = add_part(db, &sql, columns[i], err);
	}
	hd_buf_adds(&sql, hd_sql_text("sql/frame_fill_tail"));
	if (r == 0)
		r = hd_db_exec(db, hd_buf_cstr(&sql), err);
	if (r == 0)
		r = hd_db_script(db, "sql/frame_strata_put", err);
	hd_buf_release(&sql);
	return r;
}

struct hd_stmt *
hd_frame_strata(struct hd_db *db, struct hd_err *err)
{
	return hd_stmt_named(db, "sql/frame_strata", err);
}

struct hd_stmt *
hd_frame_keys(struct hd_db *db, struct hd_err *err)
{
	return hd_stmt_named(db, "sql/frame_keys", err);
}
