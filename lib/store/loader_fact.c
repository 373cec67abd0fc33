/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dated values of accounts: see loader_int.h. */
#include "store/loader_int.h"

static void
bind_fact(struct hd_stmt *st, int64_t account, const struct hd_rec *r)
{
	hd_bind_int(st, 1, account);
	hd_cell_bind(st, 2, &r->v[HD_FA_NAME]);
	hd_bind_int(st, 3,
	    r->v[HD_FA_SINCE].type == HD_CELL_INT ? r->v[HD_FA_SINCE].i : -1);
}

static void
bind_value(struct hd_stmt *st, const struct hd_rec *r)
{
	hd_cell_bind(st, 4, &r->v[HD_FA_VALUE]);
	hd_cell_bind(st, 5, &r->v[HD_FA_NUM]);
	hd_ver_bind(st, 6, r->ver);
}

/* The fact is there: 1 when r is to replace it, 0 when not. */
static int
fact_wins(struct hd_loader *l, int64_t account, const struct hd_rec *r,
    enum hd_put *result, struct hd_err *err)
{
	int64_t ver;
	bool same;

	bind_fact(l->fact_get, account, r);
	if (hd_stmt_step(l->fact_get, err) < 0)
		return -1;
	same = hd_cell_same(l->fact_get, 0, &r->v[HD_FA_VALUE]);
	ver = hd_col_is_null(l->fact_get, 1) ? HD_TIME_NONE
					     : hd_col_int(l->fact_get, 1);
	hd_stmt_reset(l->fact_get);
	*result = r->ver < ver ? HD_PUT_OLDER
		  : same       ? HD_PUT_UNCHANGED
			       : HD_PUT_UPDATED;
	return *result == HD_PUT_UPDATED;
}

int
hd_loader_fact(struct hd_loader *l, const struct hd_rec *r, enum hd_put *result,
    struct hd_err *err)
{
	int64_t account;
	int wins;

	if (hd_loader_find(l, l->find_account, l->stub_account, r->id, &account,
		NULL, err) != 0)
		return -1;
	bind_fact(l->fact_put, account, r);
	bind_value(l->fact_put, r);
	if (hd_stmt_run(l->fact_put, err) != 0)
		return -1;
	*result = HD_PUT_NEW;
	if (hd_db_changes(l->db) == 0) {
		wins = fact_wins(l, account, r, result, err);
		if (wins <= 0)
			return wins;
		bind_fact(l->fact_set, account, r);
		bind_value(l->fact_set, r);
		if (hd_stmt_run(l->fact_set, err) != 0)
			return -1;
	}
	return hd_loader_dirty(l, HD_REC_ACCOUNT, account, 0, err);
}
