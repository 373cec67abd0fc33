/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Forgetting requesters who are in the database: see privacy.h. */
#include "store/db_int.h"
#include "store/privacy.h"
#include "store/select.h"

/* token() with the key of this database, made when it is first needed. */
static int
begin_tokens(struct hd_db *db, struct hd_err *err)
{
	struct hd_buf key = HD_BUF_INIT;
	char hex[HD_KEY_HEX];
	int r = hd_meta_get(db, "forget_key", &key, err);

	if (r == 0 && key.n == 0) {
		hd_token_key(hex);
		hd_buf_adds(&key, hex);
		r = hd_meta_set(db, "forget_key", hex, err);
	}
	if (r == 0)
		r = hd_token_begin(db, key.s, err);
	hd_buf_release(&key);
	return r;
}

int
hd_forget_begin(struct hd_db *db, struct hd_err *err)
{
	if (hd_db_exec(db, "PRAGMA secure_delete=ON", err) != 0 ||
	    begin_tokens(db, err) != 0)
		return -1;
	return hd_db_script(db, "sql/forget_begin", err);
}

int
hd_forget_add(
    struct hd_db *db, struct hd_str who, bool *known, struct hd_err *err)
{
	struct hd_stmt *ask = hd_stmt_named(db, "sql/forget_ask", err);
	struct hd_stmt *st = hd_stmt_named(db, "sql/forget_known", err);
	int r = -1;

	if (ask != NULL && st != NULL) {
		hd_bind_text(ask, 1, who);
		hd_bind_text(st, 1, who);
		r = hd_stmt_run(ask, err) == 0 ? hd_stmt_step(st, err) : -1;
		*known = r == 1 && hd_col_int(st, 0) != 0;
	}
	hd_stmt_close(ask);
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}

static int
count(struct hd_db *db, struct hd_forgot *n, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/forget_counts", err);
	int r;

	if (st == NULL)
		return -1;
	r = hd_stmt_step(st, err);
	if (r == 1) {
		n->requesters = hd_col_int(st, 0);
		n->tickets = hd_col_int(st, 1);
		n->messages = hd_col_int(st, 2);
	}
	hd_stmt_close(st);
	return r == 1 ? 0 : -1;
}

int
hd_forget_all(struct hd_db *db, struct hd_forgot *n, struct hd_err *err)
{
	if (hd_db_script(db, "sql/forget_find", err) != 0 ||
	    count(db, n, err) != 0)
		return -1;
	return hd_db_script(db, "sql/forget_erase", err);
}

int
hd_forget_scrub(struct hd_db *db, struct hd_err *err)
{
	if (hd_db_exec(db,
		"PRAGMA wal_checkpoint(TRUNCATE); VACUUM;"
		"PRAGMA wal_checkpoint(TRUNCATE)",
		err) != 0)
		return hd_err_in(err,
		    "the text is erased, but its bytes may still be in the "
		    "file: run --forget again");
	return 0;
}
