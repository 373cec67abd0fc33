/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tickets that colleagues played: see played.h. */
#include "store/played.h"

int
hd_played_put(
    struct hd_db *db, int64_t ticket, struct hd_str journey, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/played_put", err);

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, ticket);
	hd_bind_text(st, 2, journey);
	if (hd_stmt_once(st, err) != 0)
		return -1;
	st = hd_stmt_named(db, "sql/played_regroup", err);
	if (st != NULL)
		hd_bind_int(st, 1, ticket);
	return hd_stmt_once(st, err);
}
