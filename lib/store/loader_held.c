/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that wait for others of their ticket: see loader.h. */
#include "store/loader_int.h"

int
hd_loader_hold(struct hd_loader *l, struct hd_str key, int64_t line,
    struct hd_str text, struct hd_err *err)
{
	if (l->hold == NULL)
		l->hold = hd_stmt_named(l->db, "sql/hold", err);
	if (l->hold == NULL)
		return -1;
	hd_bind_static(l->hold, 1, key);
	hd_bind_int(l->hold, 2, line);
	hd_bind_static(l->hold, 3, text);
	return hd_stmt_run(l->hold, err);
}

int
hd_loader_held(
    struct hd_loader *l, hd_held_fn fn, void *ctx, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(l->db, "sql/held", err);
	int r;

	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1)
		if (fn(ctx, hd_col_text(st, 0), hd_col_int(st, 1),
			hd_col_text(st, 2), err) != 0) {
			r = -1;
			break;
		}
	hd_stmt_close(st);
	return r == 0 ? hd_db_script(l->db, "sql/held_clear", err) : -1;
}
