/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DB_INT_H
#define HD_DB_INT_H

#include <sqlite3.h>

#include "store/db.h"

/* What the files of lib/store that call sqlite3 share; nobody else. */

#define HD_APPLICATION_ID 0x6873544b /* "hsTK" */
#define HD_SCHEMA_VERSION 7

struct hd_db {
	sqlite3 *h;
	char *path;
	char *tmp; /* the name until closed, NULL when it has its own */
	int lock;  /* held on tmp while it is written, -1 else */
	enum hd_dbmode mode;
	bool is_new;
};

struct hd_sql {
	const char *name, *text;
};

/* Fill err from the handle: "PATH: what: reason"; returns -1. */
int hd_db_fail(struct hd_db *db, const char *what, struct hd_err *err);
/* (Re)install what guards a reader's connection from writing. */
void hd_db_guard(struct hd_db *db);
/* One statement of text, no results. */
int hd_db_exec(struct hd_db *db, const char *sql, struct hd_err *err);
/* First column of the first row as integer. */
int hd_db_number(
    struct hd_db *db, const char *sql, int64_t *v, struct hd_err *err);
#define HD_KEY_HEX 65
/* Define token() for a connection; hex NULL: a key that nobody ever sees. */
int hd_token_begin(struct hd_db *db, const char *hex, struct hd_err *err);
/* A new key for it. */
void hd_token_key(char hex[HD_KEY_HEX]);
/* Create the tables and views of a new or older database. */
int hd_db_migrate(struct hd_db *db, struct hd_err *err);

#endif
