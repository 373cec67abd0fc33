/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources, run notes, and what is worked out once all records are in. */
#include <string.h>

#include "store/loader_int.h"

static int
insert_source(struct hd_loader *l, const char *name, const char *vendor,
    struct hd_str account, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(l->db, "sql/source_put", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_text(st, 1, hd_str(name));
	hd_bind_text(st, 2, hd_str(vendor));
	hd_bind_text(st, 3, account);
	r = hd_stmt_run(st, err);
	hd_stmt_close(st);
	l->source = hd_db_last_id(l->db);
	return r;
}

static int
name_account(struct hd_loader *l, struct hd_str account, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(l->db, "sql/source_account", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_text(st, 1, account);
	hd_bind_int(st, 2, l->source);
	r = hd_stmt_run(st, err);
	hd_stmt_close(st);
	return r;
}

int
hd_loader_source(struct hd_loader *l, const char *name, const char *vendor,
    struct hd_str account, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(l->db, "sql/source_get", err);
	bool other = false, unnamed = false;
	int r;

	if (st == NULL)
		return -1;
	hd_bind_text(st, 1, hd_str(name));
	r = hd_stmt_step(st, err);
	if (r == 1) {
		l->source = hd_col_int(st, 0);
		unnamed = hd_col_is_null(st, 2) && account.p != NULL;
		other = account.p != NULL && !hd_col_is_null(st, 2) &&
			!hd_str_same(hd_col_text(st, 2), account);
	}
	hd_stmt_close(st);
	hd_buf_reset(&l->last_ticket);
	hd_buf_reset(&l->source_name);
	hd_buf_adds(&l->source_name, name);
	if (r < 0)
		return -1;
	if (other)
		return hd_err_set(err, HD_EDATA,
		    "account '%.*s' is not the one that source '%s' holds: "
		    "use --source NAME",
		    (int)account.n, account.p, name);
	if (unnamed)
		return name_account(l, account, err);
	return r == 1 ? 0 : insert_source(l, name, vendor, account, err);
}

int
hd_loader_note(struct hd_loader *l, enum hd_rec_kind kind,
    const struct hd_counts *c, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(l->db, "sql/run_put", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, l->source);
	hd_bind_text(st, 2, hd_str(hd_rec_kind_name(kind)));
	hd_bind_int(st, 3, c->read);
	for (int i = 0; i < HD_PUT_KINDS; i++)
		hd_bind_int(st, 4 + i, c->put[i]);
	hd_bind_int(st, 8, c->rejected);
	hd_bind_int(st, 9, c->skipped);
	r = hd_stmt_run(st, err);
	hd_stmt_close(st);
	return r;
}

static int
mark_author(struct hd_loader *l, const char *name, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(l->db, "sql/ai_author", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_text(st, 1, hd_str(name));
	while ((r = hd_stmt_step(st, err)) == 1) {
		hd_bind_static(
		    l->dirty_other, 1, hd_str(hd_rec_kind_name(HD_REC_PERSON)));
		hd_bind_int(l->dirty_other, 2, hd_col_int(st, 0));
		if (hd_stmt_run(l->dirty_other, err) != 0) {
			r = -1;
			break;
		}
	}
	hd_stmt_close(st);
	return r;
}

int
hd_loader_author_known(
    struct hd_loader *l, const char *name, bool *known, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(l->db, "sql/author_known", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_text(st, 1, hd_str(name));
	r = hd_stmt_step(st, err);
	*known = r == 1;
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}

int
hd_loader_settle(struct hd_loader *l, const char *const *ai_authors, size_t n,
    struct hd_err *err)
{
	static const char *const steps[] = {
		"sql/settle_join",
		"sql/settle_names",
		"sql/settle_touched",
		"sql/settle_people",
		"sql/settle_touched", /* by those who proved to be machines */
		"sql/settle_roles",
		"sql/settle_speakers",
		"sql/settle_pages",
		"sql/settle_stages",
		"sql/settle_facts",
		"sql/settle_accounts",
		NULL, /* hd_settle_stats() and hd_settle_drafts() */
		"sql/settle_csat",
		"sql/settle_engagements",
		"sql/settle_solved",
		"sql/settle_state",
		"sql/settle_rev",
		"indexes",
	};

	for (size_t i = 0; i < n; i++)
		if (mark_author(l, ai_authors[i], err) != 0)
			return -1;
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (steps[i] == NULL ? hd_settle_stats(l, err) != 0 ||
					   hd_settle_drafts(l, err) != 0
				     : hd_db_script(l->db, steps[i], err) != 0)
			return -1;
	return hd_forget_late(l, err);
}
