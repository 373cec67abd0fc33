/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hs-tag: a rule file over tickets.  Tags of several rule sets stand side by
 * side; one set is active.  The commands are in the folder of this name.
 */
#include "hs-tag/hs-tag.h"

struct hd_tag_options hd_tag = {
	.rules = "default", .seed = HD_TAG_SEED, .discover.least = HD_TAG_LEAST
};

static const struct hd_opt opts[] = {
	HD_OPTS_DB(hd_tag.common),
	HD_OPTS_OUT(hd_tag.common),
	HD_OPTS_SELECT(hd_tag.common),
	HD_OPTS_PERIOD(hd_tag.common),
	HD_OPTS_JOBS(hd_tag.common),
	{ 0, "rules", HD_OPT_STR, &hd_tag.rules, "file",
	    "rules to apply; default the shipped pack" },
	{ 0, "source", HD_OPT_STR, &hd_tag.source, "which",
	    "rules, model or both: who decides what was learned" },
	{ 0, "explain", HD_OPT_FLAG, &hd_tag.explain, NULL,
	    "what decided each tag of the tickets named" },
	{ 0, "ruleset", HD_OPT_STR, &hd_tag.ruleset, "hash",
	    "with --explain, clusters, discover: not the active" },
	{ 0, "filter", HD_OPT_FLAG, &hd_tag.filter, NULL,
	    "tickets as JSON lines in, tagged lines out" },
	{ 0, "dimension", HD_OPT_LIST, &hd_tag.dimensions, "name",
	    "with learn: this one, not all that are labelled" },
	{ 0, "seed", HD_OPT_INT, &hd_tag.seed, "n",
	    "with learn: how the labels are split; default 1" },
	{ 0, "why", HD_OPT_STR, &hd_tag.why, "text",
	    "with set: the reason, kept with the tag" },
	{ 0, "sort", HD_OPT_STR, &hd_tag.sort, "order",
	    "with coverage: file or tickets, the most first" },
	{ 0, "all", HD_OPT_FLAG, &hd_tag.discover.all, NULL,
	    "with discover: tickets that have an issue too" },
	{ 0, "min-size", HD_OPT_INT, &hd_tag.discover.least, "n",
	    "with discover: tickets of the smallest group; 5" },
	{ 0, "members", HD_OPT_FLAG, &hd_tag.discover.members, NULL,
	    "with discover: a line a ticket with its group" },
	{ 0, "draft", HD_OPT_FLAG, &hd_tag.discover.draft, NULL,
	    "with discover: a rule file with a rule a group" },
	{ 0, "keep-active", HD_OPT_FLAG, &hd_tag.keep_active, NULL,
	    "do not make this rule set the active one" },
	HD_OPTS_BASE(hd_tag.common),
	HD_OPTS_END,
};

static bool
needs_db(void)
{
	return !hd_tag.filter;
}

static const struct hd_command commands[] = {
	{ "clusters", "", "the answers that many tickets got", hd_tag_clusters,
	    NULL },
	{ "coverage", "", "what each rule does for the tickets",
	    hd_tag_coverage, NULL },
	{ "diff", "", "what another rule set would change: diff old new",
	    hd_tag_diff, NULL },
	{ "discover", "", "groups of tickets that no issue rule touches",
	    hd_tag_discover, NULL },
	{ "learn", "", "models from labels, where they beat the rules",
	    hd_tag_learn, NULL },
	{ "set", "", "tags by hand: key ... dimension=value --why text",
	    hd_tag_set, NULL },
	{ NULL, NULL, NULL, NULL, NULL },
};

static const struct hd_prog prog = {
	.name = "hs-tag",
	.summary = "Run a tagging rule file over tickets.",
	.operands = "[command] [key ... | -]",
	.commands = commands,
	.opts = opts,
	.common = &hd_tag.common,
	.db = HD_DB_WRITE,
	.needs_db = needs_db,
	.run = hd_tag_run,
};

int
main(int argc, char *argv[])
{
	return hd_prog_run(argc, argv, &prog);
}
