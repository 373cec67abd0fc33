/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hs-sample: tickets for people to review, and what their answers are worth.
 * The commands are in the folder of this name.
 */
#include <math.h>

#include "hs-sample/hs-sample.h"

struct hd_sample_options hd_sample = { .n = HD_SAMPLE_NO_N,
	.twice = HD_SAMPLE_TWICE,
	.margin = NAN,
	.minutes = NAN,
	.pace = HD_SAMPLE_PACE,
	.least = HD_SAMPLE_LEAST };

static const struct hd_opt opts[] = {
	HD_OPTS_DB(hd_sample.common),
	HD_OPTS_OUT(hd_sample.common),
	HD_OPTS_SELECT(hd_sample.common),
	HD_OPTS_SPAN(hd_sample.common),
	{ 0, "by", HD_OPT_LIST, &hd_sample.by, "columns",
	    "that cut strata; created, solved, handoff: period" },
	HD_OPTS_ZONE(hd_sample.common),
	{ 'n', "number", HD_OPT_INT, &hd_sample.n, "n",
	    "tickets to draw, 300; or to have after extend" },
	{ 0, "seed", HD_OPT_STR, &hd_sample.seed, "text",
	    "what decides the draw; default the name" },
	{ 0, "sample", HD_OPT_STR, &hd_sample.name, "name",
	    "which sample; the newest; with draw, a new name" },
	{ 0, "frame", HD_OPT_STR, &hd_sample.frame, "file",
	    "draw, extend: write the frame; verify: prove it" },
	{ 0, "twice", HD_OPT_REAL, &hd_sample.twice, "share",
	    "with draw: for a second reviewer too; 0.15" },
	{ 0, "proportional", HD_OPT_FLAG, &hd_sample.proportional, NULL,
	    "shares of strata by size, not by the last review" },
	{ 0, "margin", HD_OPT_REAL, &hd_sample.margin, "share",
	    "with plan: plus or minus so much" },
	{ 0, "minutes", HD_OPT_REAL, &hd_sample.minutes, "min",
	    "with plan: what interval so much time buys" },
	{ 0, "pace", HD_OPT_REAL, &hd_sample.pace, "s",
	    "with plan: seconds to review a ticket; 60" },
	{ 0, "dimension", HD_OPT_LIST, &hd_sample.dimensions, "name",
	    "score, agree, suspects: only that; repeatable" },
	{ 0, "confusion", HD_OPT_FLAG, &hd_sample.confusion, NULL,
	    "with score: machine by human, in tickets" },
	{ 0, "figures", HD_OPT_FLAG, &hd_sample.figures, NULL,
	    "score, agree: the figures behind it" },
	{ 0, "min-n", HD_OPT_INT, &hd_sample.least, "n",
	    "score: reviewed tickets to tell of a value; 5" },
	HD_OPTS_JOBS(hd_sample.common),
	{ 0, "second", HD_OPT_FLAG, &hd_sample.second, NULL,
	    "sheet, label: the tickets for a second reviewer" },
	{ 0, "questions", HD_OPT_STR, &hd_sample.questions, "list",
	    "of the sheet, to label: as in codebook, or all" },
	{ 0, "reviewer", HD_OPT_STR, &hd_sample.reviewer, "name",
	    "sheet, label: who; load: of rows without a name" },
	{ 0, "source", HD_OPT_STR, &hd_sample.source, "name",
	    "with load: of tickets that a column 'id' names" },
	HD_OPTS_BASE(hd_sample.common),
	HD_OPTS_END,
};

static enum hd_dbmode
reads(void)
{
	return HD_DB_READ;
}

static enum hd_dbmode
reads_unless_frame(void)
{
	return hd_sample.frame != NULL ? HD_DB_NONE : HD_DB_READ;
}

/* The types of issues are those of a sample. */
static enum hd_dbmode
reads_if_sample(void)
{
	return hd_sample.name != NULL ? HD_DB_READ : HD_DB_NONE;
}

static const struct hd_command commands[] = {
	{ "draw", "", "tickets to review, by a seed", hd_sample_draw, NULL },
	{ "extend", "", "more of a sample; those drawn stay", hd_sample_extend,
	    NULL },
	{ "sheet", "[key ... | -]", "what a reviewer reads, and fills in",
	    hd_sample_sheet, reads },
	{ "codebook", "[question ...]",
	    "what the questions ask, and how to answer", hd_sample_codebook,
	    reads_if_sample },
	{ "load", "file ... | -", "filled sheets into the database",
	    hd_sample_load, NULL },
	{ "label", "[key ...]", "review tickets in this terminal",
	    hd_sample_label, NULL },
	{ "list", "", "the samples, and how far they are reviewed",
	    hd_sample_list, reads },
	{ "plan", "", "how many tickets, and what they buy", hd_sample_plan,
	    reads },
	{ "verify", "", "draw again and compare", hd_sample_verify,
	    reads_unless_frame },
	{ "score", "", "how right the tags are", hd_sample_score, reads },
	{ "agree", "", "how far reviewers and machine agree", hd_sample_agree,
	    reads },
	{ "suspects", "", "labels that are probably wrong", hd_sample_suspects,
	    reads },
	{ NULL, NULL, NULL, NULL, NULL },
};

static const struct hd_prog prog = {
	.name = "hs-sample",
	.summary = "Draw tickets for review, and read what reviewers say.",
	.operands = "command [key ... | file ... | -]",
	.commands = commands,
	.opts = opts,
	.common = &hd_sample.common,
	.db = HD_DB_WRITE,
};

int
main(int argc, char *argv[])
{
	return hd_prog_run(argc, argv, &prog);
}
