/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-show: tickets as threads to read, or as JSON for other programs. */
#include <string.h>

#include "audit/show.h"
#include "cli/ids.h"

static struct hd_common common;

static const struct hd_opt opts[] = {
	HD_OPTS_DB(common),
	{ 'f', "format", HD_OPT_STR, &common.format, "format",
	    "text or json; default text" },
	{ 'o', "output", HD_OPT_STR, &common.output, "file",
	    "write to file, whole or not at all" },
	HD_OPTS_SELECT(common),
	HD_OPTS_BASE(common),
	HD_OPTS_END,
};

static int
run(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_period all = { .all = true };
	bool json = common.format != NULL && strcmp(common.format, "json") == 0;

	if (common.format != NULL && !json &&
	    strcmp(common.format, "text") != 0)
		return hd_err_set(err, HD_EUSAGE,
		    "-f: unknown format '%s': text or json", common.format);
	if (argc == 0 && common.where == NULL)
		return hd_err_set(err, HD_EOPTION,
		    "name tickets, - for standard input, or -w");
	if (hd_db_snapshot(ctx->db, err) != 0 ||
	    hd_select(ctx, argc, argv, &all, err) != 0)
		return -1;
	return json ? hd_show_json(ctx->db, &ctx->out, err)
		    : hd_show_text(ctx->db, &ctx->out, err);
}

static const struct hd_prog prog = {
	.name = "hs-show",
	.summary = "Show tickets with their messages, tags and why.",
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
