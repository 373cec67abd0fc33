/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-tiers: the landscape of resolved tickets and its automation ceiling. */
#include <string.h>
#include <unistd.h>

#include "cli/ids.h"
#include "hs-tiers/hs-tiers.h"
#include "store/tagging.h"

static struct hd_common common;
static bool waterfall;
static const char *keep_list, *infer;
static struct hd_landscape landscape = {
	.t = { HD_TIERS_DEFAULTS },
	.top = 20,
};
static struct hd_tiers *const tiers = &landscape.t;

static const struct hd_opt opts[] = {
	HD_OPTS_DB(common),
	HD_OPTS_OUT(common),
	HD_OPTS_SELECT(common),
	HD_OPTS_PERIOD(common),
	{ 0, "figures", HD_OPT_FLAG, &landscape.figures, NULL,
	    "the figures behind a list" },
	{ 0, "waterfall", HD_OPT_FLAG, &waterfall, NULL,
	    "first how the tickets came to be those analysed" },
	{ 0, "top", HD_OPT_INT, &landscape.top, "n", "targets to list; 20" },
	{ 0, "min-n", HD_OPT_INT, &landscape.t.min_n, "n",
	    "fewest reviewed or rated tickets of a rate; 5" },
	{ 0, "infer", HD_OPT_STR, &infer, "what",
	    "reviews speak for the window, or for the future" },
	{ 0, "keep-emotion", HD_OPT_REAL, &landscape.t.limits.emotion, "rate",
	    "share of frustrated or high-stakes tickets; 0.30" },
	{ 0, "keep-risk", HD_OPT_REAL, &landscape.t.limits.risk, "rate",
	    "share of tickets in a risk segment; 0.20" },
	{ 0, "keep-reopen", HD_OPT_REAL, &landscape.t.limits.reopen, "rate",
	    "reopen rate; 0.20" },
	{ 0, "keep-list", HD_OPT_STR, &keep_list, "file",
	    "types that stay with people, one a line" },
	{ 0, "minutes-per-reply", HD_OPT_REAL, &landscape.t.minutes_per_reply,
	    "min", "stands in where the export has no handle time" },
	{ 0, "paid-hours", HD_OPT_REAL, &landscape.t.paid_hours, "h",
	    "of one agent in a week; 40" },
	{ 0, "shrinkage", HD_OPT_REAL, &landscape.t.shrinkage, "share",
	    "of paid time away from work; 0.30" },
	{ 0, "occupancy", HD_OPT_REAL, &landscape.t.occupancy, "share",
	    "of time at work spent on tickets; 0.85" },
	HD_OPTS_BASE(common),
	HD_OPTS_END,
};

/* Limits other than the defaults ask for a list worked out anew. */
static bool
new_limits(void)
{
	static const struct hd_keep_limits d = HD_KEEP_LIMITS;

	return tiers->limits.emotion != d.emotion ||
	       tiers->limits.risk != d.risk || tiers->limits.reopen != d.reopen;
}

static int
check_options(struct hd_err *err)
{
	const struct {
		const char *name;
		double v, lo, hi;
	} list[] = {
		{ "keep-emotion", tiers->limits.emotion, 0, 1 },
		{ "keep-risk", tiers->limits.risk, 0, 1 },
		{ "keep-reopen", tiers->limits.reopen, 0, 1 },
		{ "minutes-per-reply", tiers->minutes_per_reply, 0, 1440 },
		{ "paid-hours", tiers->paid_hours, 1, 168 },
		{ "shrinkage", tiers->shrinkage, 0, 0.99 },
		{ "occupancy", tiers->occupancy, 0.01, 1 },
		{ "top", (double)landscape.top, 1, 1e9 },
		{ "min-n", (double)tiers->min_n, 1, 1e9 },
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (!(list[i].v >= list[i].lo && list[i].v <= list[i].hi))
			return hd_err_set(err, HD_EOPTION,
			    "--%s: from %g to %g, not %g", list[i].name,
			    list[i].lo, list[i].hi, list[i].v);
	tiers->future = infer != NULL && strcmp(infer, "future") == 0;
	if (infer != NULL && !tiers->future && strcmp(infer, "window") != 0)
		return hd_err_set(err, HD_EOPTION,
		    "--infer: window or future, not '%s'", infer);
	return 0;
}

/* A ticket tagged by nobody is an answer too, but say so. */
static int
prepare(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_period p;
	int64_t ruleset;
	int r;

	tiers->db = ctx->db;
	landscape.out = &ctx->out;
	landscape.columns = common.columns;
	if (check_options(err) != 0 ||
	    hd_format_read(
		common.format, isatty(1) == 1, &landscape.format, err) != 0 ||
	    hd_db_snapshot(ctx->db, err) != 0 ||
	    hd_period_read(ctx, HD_BY_SOLVED, 90, &p, err) != 0 ||
	    hd_tiers_keep_list(tiers, keep_list, new_limits(), err) != 0 ||
	    hd_select(ctx, argc, argv, &p, err) != 0 ||
	    hd_db_script(ctx->db, "sql/sel_excluded", err) != 0)
		return -1;
	tiers->since = p.since;
	tiers->until = p.until;
	tiers->by = p.by;
	tiers->keys = argc > 0;
	tiers->filter = common.where;
	r = hd_ruleset_find(ctx->db, NULL, &ruleset, err);
	if (r == 0)
		hd_prog_say(ctx, "nothing is tagged yet: run hs-tag");
	if (r >= 0 && waterfall) {
		r = hd_landscape_waterfall(&landscape, err);
		hd_out_adds(
		    &ctx->out, landscape.format == HD_FMT_JSON ? "" : "\n");
	}
	return r < 0 ? -1 : 0;
}

static int
list(struct hd_ctx *ctx, int argc, char *argv[],
    int (*print)(struct hd_landscape *, struct hd_err *), struct hd_err *err)
{
	int r = prepare(ctx, argc, argv, err);

	if (r == 0)
		r = print(&landscape, err);
	if (r == 0)
		hd_prog_say_lines(ctx, hd_buf_str(&tiers->notes));
	hd_tiers_release(tiers);
	return r;
}

#define COMMAND(name)                                                       \
	static int run_##name(                                              \
	    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err) \
	{                                                                   \
		return list(ctx, argc, argv, hd_landscape_##name, err);     \
	}
COMMAND(map)
COMMAND(ceiling)
COMMAND(targets)
COMMAND(keep_human)
COMMAND(crosswalk)
COMMAND(capacity)

static int
run_define(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	const char *text;

	if (argc != 1)
		return hd_err_set(
		    err, HD_EUSAGE, "define: name one view, as landscape");
	text = hd_view_text(argv[0]);
	if (text == NULL)
		return hd_err_set(
		    err, HD_EUSAGE, "no view '%s': try landscape", argv[0]);
	hd_out_adds(&ctx->out, text);
	return 0;
}

static const struct hd_command commands[] = {
	{ "map", "", "complexity, emotion and pattern against each other",
	    run_map, NULL },
	{ "ceiling", "", "what share could be automated", run_ceiling, NULL },
	{ "targets", "", "the types to automate first", run_targets, NULL },
	{ "keep-human", "", "types that only look simple", run_keep_human,
	    NULL },
	{ "crosswalk", "", "the team's categories against the types found",
	    run_crosswalk, NULL },
	{ "capacity", "", "hours and people by tier", run_capacity, NULL },
	{ "define", "", "the definition behind a figure", run_define, NULL },
	{ NULL, NULL, NULL, NULL, NULL },
};

static const struct hd_prog prog = {
	.name = "hs-tiers",
	.summary = "The landscape of resolved tickets and its automation "
		   "ceiling.",
	.operands = "command [key ... | -]",
	.opts = opts,
	.common = &common,
	.db = HD_DB_READ,
	.commands = commands,
};

int
main(int argc, char *argv[])
{
	return hd_prog_run(argc, argv, &prog);
}
