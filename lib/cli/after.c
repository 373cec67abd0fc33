/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports after an import: see after.h. */
#include "cli/after.h"

int
hd_say_joins(struct hd_ctx *ctx, struct hd_err *err)
{
	struct hd_stmt *st;
	struct hd_buf b = HD_BUF_INIT;
	int64_t all = 0, joined = 0, n;
	int r;

	if (!hd_prog_talks(ctx))
		return 0;
	st = hd_stmt_named(ctx->db, "sql/join_counts", err);
	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1) {
		n = hd_col_int(st, 1);
		all += n;
		if (hd_col_text(st, 0).n == 0)
			continue;
		joined += n;
		hd_buf_addf(&b, "%s %lld by %s", b.n > 0 ? "," : ":",
		    (long long)n, hd_col_text(st, 0).p);
	}
	hd_stmt_close(st);
	if (r == 0 && all > 0)
		hd_prog_say(ctx, "accounts: %lld of %lld tickets%s",
		    (long long)joined, (long long)all, hd_buf_cstr(&b));
	hd_buf_release(&b);
	return r;
}

static int
remember(struct hd_ctx *ctx, const char *name, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(ctx->db, "sql/flag_put", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_text(st, 1, hd_str(name));
	r = hd_stmt_run(st, err);
	hd_stmt_close(st);
	return r;
}

int
hd_flag_tags(
    struct hd_ctx *ctx, const char *const *names, size_t n, struct hd_err *err)
{
	struct hd_stmt *st;
	int r = 0;

	for (size_t i = 0; i < n; i++)
		if (remember(ctx, names[i], err) != 0)
			return -1;
	if (n == 0 && !hd_prog_talks(ctx))
		return 0;
	st = hd_stmt_named(ctx->db, "sql/flag_counts", err);
	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1)
		if (hd_prog_talks(ctx) || hd_col_int(st, 1) == 0)
			hd_prog_say(ctx, "flag tag '%s': %lld tickets",
			    hd_col_text(st, 0).p, (long long)hd_col_int(st, 1));
	hd_stmt_close(st);
	return r;
}

static const char *const columns[] = { "kind", "read", "new", "updated",
	"unchanged", "older", "rejected", "skipped" };

int
hd_print_counts(struct hd_ctx *ctx, const struct hd_counts *counts,
    int64_t broken, enum hd_format f, struct hd_err *err)
{
	const struct hd_counts *c;
	struct hd_table t;

	if (hd_table_begin(&t, &ctx->out, f, columns, 8, ctx->common->columns,
		true, err) != 0)
		return -1;
	for (int k = 0; k < HD_REC_KINDS; k++) {
		c = &counts[k];
		if (c->read == 0)
			continue;
		hd_table_cstr(&t, hd_rec_kind_name((enum hd_rec_kind)k));
		hd_table_int(&t, c->read);
		for (int i = 0; i < HD_PUT_KINDS; i++)
			hd_table_int(&t, c->put[i]);
		hd_table_int(&t, c->rejected);
		hd_table_int(&t, c->skipped);
		hd_table_row(&t);
	}
	if (broken > 0) {
		hd_table_cstr(&t, "unreadable");
		hd_table_int(&t, broken);
		for (int i = 0; i < HD_PUT_KINDS; i++)
			hd_table_int(&t, 0);
		hd_table_int(&t, broken);
		hd_table_int(&t, 0);
		hd_table_row(&t);
	}
	hd_table_end(&t);
	return 0;
}
