/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-show: tickets as threads to read, or as JSON for other programs. */
#include <string.h>

#include "audit/brief.h"
#include "audit/show.h"
#include "cli/ids.h"

static struct hd_common common;
static bool brief, show_text;
static const char *account;

static const struct hd_opt opts[] = {
	HD_OPTS_DB(common),
	{ 'f', "format", HD_OPT_STR, &common.format, "format",
	    "text or json; default text" },
	{ 'o', "output", HD_OPT_STR, &common.output, "file",
	    "write to file, whole or not at all" },
	{ 0, "brief", HD_OPT_FLAG, &brief, NULL,
	    "what to know before answering, instead of the thread" },
	{ 0, "account", HD_OPT_STR, &account, "source:id",
	    "with --brief: of an account, not of tickets" },
	{ 0, "show-text", HD_OPT_FLAG, &show_text, NULL,
	    "with --brief: names, addresses and texts too" },
	HD_OPTS_SELECT(common),
	HD_OPTS_BASE(common),
	HD_OPTS_END,
};

/* The brief of an account, or of each ticket of the selection. */
static int
run_brief(struct hd_ctx *ctx, bool json, struct hd_err *err)
{
	const struct hd_briefopt o = { .json = json,
		.show_text = show_text,
		.languages = hd_prog_languages() };

	return account != NULL ? hd_brief_account(ctx->db, hd_str(account), &o,
				     &ctx->out, err)
			       : hd_brief_tickets(ctx->db, &o, &ctx->out, err);
}

/* Options that need or exclude each other. */
static int
check_options(int argc, struct hd_err *err)
{
	if (!brief && (account != NULL || show_text))
		return hd_err_set(
		    err, HD_EOPTION, "--account and --show-text: with --brief");
	if (account != NULL && (argc > 0 || common.where != NULL))
		return hd_err_set(
		    err, HD_EOPTION, "--account: name no tickets beside it");
	if (account == NULL && argc == 0 && common.where == NULL)
		return hd_err_set(err, HD_EOPTION,
		    "name tickets, - for standard input, or -w");
	return 0;
}

static int
run(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_period all = { .all = true };
	bool json = common.format != NULL && strcmp(common.format, "json") == 0;

	if (common.format != NULL && !json &&
	    strcmp(common.format, "text") != 0)
		return hd_err_set(err, HD_EUSAGE,
		    "-f: unknown format '%s': text or json", common.format);
	if (check_options(argc, err) != 0 || hd_db_snapshot(ctx->db, err) != 0)
		return -1;
	if (account == NULL && hd_select(ctx, argc, argv, &all, err) != 0)
		return -1;
	if (brief)
		return run_brief(ctx, json, err);
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
