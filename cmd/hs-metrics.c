/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-metrics: the AI's layer and the people's, apart. */
#include <math.h>

#include "hs-metrics/hs-metrics.h"

struct hd_metrics_opts hd_metrics_opts = { .min_n = 5,
	.claimed = NAN,
	.agent_hour = NAN,
	.ai_price = NAN,
	.fixed = NAN,
	.minutes_per_reply = NAN };

#define O hd_metrics_opts
static const struct hd_opt opts[] = {
	HD_OPTS_DB(O.common),
	HD_OPTS_OUT(O.common),
	HD_OPTS_SELECT(O.common),
	HD_OPTS_PERIOD(O.common),
	{ 0, "split", HD_OPT_STR, &O.split, "column",
	    "also by month, week, channel, issue, segment, complexity, path" },
	{ 0, "min-n", HD_OPT_INT, &O.min_n, "n",
	    "fewest tickets of a rate; 5" },
	{ 0, "fail-if", HD_OPT_LIST, &O.fail_if, "condition",
	    "exit 1 if 'metric > value' is certain; may be given again" },
	{ 0, "as", HD_OPT_STR, &O.as, "vendor,...",
	    "bridge: by these vendors' definitions" },
	{ 0, "claimed", HD_OPT_REAL, &O.claimed, "share",
	    "bridge: test a vendor's claim, as 0.76" },
	{ 0, "agent-hour", HD_OPT_REAL, &O.agent_hour, "price",
	    "what an hour of an agent costs, all in all" },
	{ 0, "ai-price", HD_OPT_REAL, &O.ai_price, "price",
	    "what a unit of the AI costs" },
	{ 0, "ai-unit", HD_OPT_STR, &O.ai_unit, "unit",
	    "resolution, conversation or answer; resolution" },
	{ 0, "fixed", HD_OPT_REAL, &O.fixed, "price",
	    "what the AI costs in the period whatever it does" },
	{ 0, "minutes-per-reply", HD_OPT_REAL, &O.minutes_per_reply, "min",
	    "stands in where the export has no handle time" },
	{ 0, "ai-on", HD_OPT_STR, &O.ai_on, "file",
	    "where and when the AI was on: since,until,channel,segment" },
	{ 0, "durable", HD_OPT_STR, &O.durable, "24h|72h|7d|14d",
	    "how long a resolution has to hold; 7d" },
	{ 0, "miss", HD_OPT_FLAG, &O.miss, NULL,
	    "tickets: those that count and are not hit" },
	{ 0, "metric", HD_OPT_STR, &O.metric, "name,...",
	    "the metrics to compare; default those of both layers" },
	{ 0, "arm", HD_OPT_STR, &O.arm, "column",
	    "compare values of a column, or of a field of the helpdesk's" },
	HD_OPTS_BASE(O.common),
	HD_OPTS_END,
};

static const struct hd_command commands[] = {
	{ "ladder", "[key ... | -]", "how far tickets came, rung by rung",
	    hd_metrics_ladder, NULL },
	{ "tickets", "metric [key ... | -]", "the tickets a metric counts",
	    hd_metrics_tickets, NULL },
	{ "bridge", "[key ... | -]", "the same tickets as each vendor counts",
	    hd_metrics_bridge, NULL },
	{ "define", "[metric]", "the definition behind a figure",
	    hd_metrics_define, NULL },
	{ "show", "metric,... [key ... | -]", "metrics by their names",
	    hd_metrics_show, NULL },
	{ "ai", "[key ... | -]", "what the AI did", hd_metrics_ai, NULL },
	{ "human", "[key ... | -]", "what people did", hd_metrics_human, NULL },
	{ "cost", "[key ... | -]", "what it costs, by stated prices",
	    hd_metrics_cost, NULL },
	{ "compare", "before after", "two periods, baselines or arms",
	    hd_metrics_compare, NULL },
	{ "baseline", "set name | list", "periods to compare with",
	    hd_metrics_baseline, hd_metrics_writes },
	{ "note", "day text | list | drop id", "what happened on a day",
	    hd_metrics_note, hd_metrics_writes },
	{ NULL, NULL, NULL, NULL, NULL },
};

static const struct hd_prog prog = {
	.name = "hs-metrics",
	.summary = "The AI's layer and the people's measured apart, by our "
		   "definitions and every vendor's.",
	.operands = "command [operand ...]",
	.opts = opts,
	.common = &O.common,
	.db = HD_DB_READ,
	.commands = commands,
};

int
main(int argc, char *argv[])
{
	return hd_prog_run(argc, argv, &prog);
}
