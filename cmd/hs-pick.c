/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-pick: the keys of the tickets that fit, one a line. */
#include <string.h>

#include "cli/ids.h"
#include "rules/grep.h"

static struct hd_common common;
static const char *text;
static bool count;

static const struct hd_opt opts[] = {
	HD_OPTS_DB(common),
	{ 'o', "output", HD_OPT_STR, &common.output, "file",
	    "write to file, whole or not at all" },
	{ 'H', "header", HD_OPT_FLAG, &common.header, NULL,
	    "begin with the line 'key'" },
	HD_OPTS_SELECT(common),
	HD_OPTS_PERIOD(common),
	{ 0, "text", HD_OPT_STR, &text, "regex",
	    "a message or the subject matches (PCRE2, any case)" },
	{ 0, "count", HD_OPT_FLAG, &count, NULL, "only how many they are" },
	HD_OPTS_BASE(common),
	HD_OPTS_END,
};

static bool
match(void *ctx, struct hd_str s)
{
	return hd_grep_match(ctx, s);
}

static int
narrow_text(struct hd_ctx *ctx, struct hd_err *err)
{
	struct hd_grep *g = hd_grep_new(text, err);
	int r;

	if (g == NULL)
		return hd_err_in(err, "--text");
	r = hd_sel_text(ctx->db, match, g, err);
	hd_grep_free(g);
	return r;
}

static int
print_keys(struct hd_ctx *ctx, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(ctx->db, "sql/sel_keys", err);
	char end = common.nul ? '\0' : '\n';
	struct hd_str key;
	int r;

	if (st == NULL)
		return -1;
	if (common.header)
		hd_out_adds(&ctx->out, "key\n");
	while ((r = hd_stmt_step(st, err)) == 1) {
		key = hd_col_text(st, 0);
		hd_out_add(&ctx->out, key.p, key.n);
		hd_out_add(&ctx->out, &end, 1);
		/* a reader that closed early is told by the signal, not here */
		if (ctx->out.error != 0)
			break;
	}
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}

static int
run(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_period p;
	int64_t n;

	if (hd_db_snapshot(ctx->db, err) != 0 ||
	    hd_period_read(ctx, HD_BY_CREATED, 0, &p, err) != 0 ||
	    hd_select(ctx, argc, argv, &p, err) != 0 ||
	    (text != NULL && narrow_text(ctx, err) != 0))
		return -1;
	if (!count)
		return print_keys(ctx, err);
	if (hd_sel_count(ctx->db, &n, err) != 0)
		return -1;
	hd_out_addf(&ctx->out, "%lld\n", (long long)n);
	return 0;
}

static const struct hd_prog prog = {
	.name = "hs-pick",
	.summary = "Print the keys of tickets by condition, period or text.",
	.operands = "[key ... | -]",
	.opts = opts,
	.common = &common,
	.db = HD_DB_READ,
	.run = run,
};

int
main(int argc, char *argv[])
{
	return hd_prog_run(argc, argv, &prog);
}
