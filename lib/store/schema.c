/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SQL files, by name, and what makes the tables and views from them. */
#include <stdio.h>
#include <string.h>

#include "store/db_int.h"

#include "schema_sql.h"

const char *
hd_sql_text(const char *name)
{
	for (size_t i = 0; i < sizeof(sql_table) / sizeof(sql_table[0]); i++)
		if (strcmp(sql_table[i].name, name) == 0)
			return sql_table[i].text;
	return NULL;
}

/* The view a file makes: views/60_landscape is landscape; NULL if none. */
static const char *
view_of(const char *name)
{
	return strncmp(name, "views/", 6) == 0 && strchr(name, '_') != NULL
		   ? strchr(name, '_') + 1
		   : NULL;
}

const char *
hd_view_text(const char *view)
{
	const char *name;

	for (size_t i = 0; i < sizeof(sql_table) / sizeof(sql_table[0]); i++) {
		name = view_of(sql_table[i].name);
		if (name != NULL && strcmp(name, view) == 0)
			return sql_table[i].text;
	}
	return NULL;
}

int
hd_metric_views(int (*fn)(void *ctx, const char *name, const char *text,
		    struct hd_err *err),
    void *ctx, struct hd_err *err)
{
	const char *name;
	int r = 0;

	for (size_t i = 0;
	     r == 0 && i < sizeof(sql_table) / sizeof(sql_table[0]); i++) {
		name = sql_table[i].name;
		if (strncmp(name, "views/m_", 8) == 0 ||
		    strncmp(name, "views/v_", 8) == 0)
			r = fn(ctx, view_of(name), sql_table[i].text, err);
	}
	return r;
}

/*
 * Views are code, not data: they are dropped and made again whenever the
 * version moves.  A view may use one made before it, and file names sort in
 * that order.
 */
static int
make_views(struct hd_db *db, struct hd_err *err)
{
	char drop[128];
	const char *name;

	for (size_t i = 0; i < sizeof(sql_table) / sizeof(sql_table[0]); i++) {
		name = view_of(sql_table[i].name);
		if (name == NULL)
			continue;
		(void)snprintf(
		    drop, sizeof(drop), "DROP VIEW IF EXISTS %s", name);
		if (hd_db_exec(db, drop, err) != 0 ||
		    hd_db_exec(db, sql_table[i].text, err) != 0)
			return hd_err_in(err, "%s", sql_table[i].name);
	}
	return 0;
}

int
hd_db_migrate(struct hd_db *db, struct hd_err *err)
{
	char pragma[64];
	int64_t version;

	if (hd_db_number(db, "PRAGMA user_version", &version, err) != 0)
		return -1;
	if (version == HD_SCHEMA_VERSION)
		return 0;
	if (hd_db_begin(db, err) != 0)
		return -1;
	(void)snprintf(pragma, sizeof(pragma), "PRAGMA user_version=%d",
	    HD_SCHEMA_VERSION);
	if ((version < 1 && hd_db_script(db, "schema", err) != 0) ||
	    make_views(db, err) != 0 || hd_db_exec(db, pragma, err) != 0) {
		hd_db_rollback(db);
		return -1;
	}
	return hd_db_commit(db, err);
}
