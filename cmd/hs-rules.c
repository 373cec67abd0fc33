/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hs-rules: whether rule files do what they promise.  The commands are in the
 * folder of this name.
 */
#include "audit/historyrun.h"
#include "hs-rules/hs-rules.h"

struct hd_rules_options hd_rules = { .min_n = HD_HISTORY_LEAST };

static const struct hd_opt opts[] = {
	HD_OPTS_DB(hd_rules.common),
	{ 'f', "format", HD_OPT_STR, &hd_rules.common.format, "format",
	    "gnu json tap junit sarif github, or of a table" },
	{ 'o', "output", HD_OPT_STR, &hd_rules.common.output, "file",
	    "write to file, whole or not at all" },
	{ 'c', "columns", HD_OPT_STR, &hd_rules.common.columns, "col,...",
	    "of a table: only these columns" },
	{ 'H', "header", HD_OPT_FLAG, &hd_rules.common.header, NULL,
	    "a header line over a listing too" },
	HD_OPTS_SELECT(hd_rules.common),
	HD_OPTS_PERIOD(hd_rules.common),
	{ 0, "fail-on", HD_OPT_STR, &hd_rules.fail_on, "severity",
	    "error, warning, note or never makes status 1" },
	{ 0, "allow-empty", HD_OPT_FLAG, &hd_rules.allow_empty, NULL,
	    "nothing to check is no mistake" },
	{ 0, "now", HD_OPT_STR, &hd_rules.now, "date",
	    "check dates as if it were then; default today" },
	{ 0, "baseline", HD_OPT_STR, &hd_rules.baseline, "file",
	    "findings it names are known and do not fail" },
	{ 0, "write-baseline", HD_OPT_STR, &hd_rules.write_baseline, "file",
	    "write what is found now as known" },
	{ 0, "blame", HD_OPT_STR, &hd_rules.blame, "file",
	    "git blame --porcelain of a rule file, - of stdin" },
	{ 0, "overdue", HD_OPT_STR, &hd_rules.overdue, "30d",
	    "a review that late is an error" },
	{ 0, "pairs", HD_OPT_FLAG, &hd_rules.pairs, NULL,
	    "every two routes that overlap" },
	{ 0, "no-prober", HD_OPT_FLAG, &hd_rules.no_prober, NULL,
	    "do not measure what patterns cost" },
	{ 0, "max-moved", HD_OPT_STR, &hd_rules.max_moved, "2%",
	    "diff: status 0 while no more tickets move" },
	{ 0, "max-human-hours", HD_OPT_STR, &hd_rules.max_hours, "n",
	    "diff: status 0 while people need no more" },
	{ 0, "summary", HD_OPT_FLAG, &hd_rules.summary, NULL,
	    "totals of a replay instead of its tickets" },
	{ 0, "min-n", HD_OPT_INT, &hd_rules.min_n, "n",
	    "fewest tickets to say something of; default 30" },
	{ 0, "tags", HD_OPT_FLAG, &hd_rules.tags, NULL,
	    "cover: tags as well as routes" },
	{ 0, "overlap", HD_OPT_FLAG, &hd_rules.overlap, NULL,
	    "cover: which rules fire together, instead" },
	{ 0, "show-text", HD_OPT_FLAG, &hd_rules.show_text, NULL,
	    "print what customers wrote" },
	{ 0, "write", HD_OPT_FLAG, &hd_rules.write, NULL,
	    "fmt: change the files" },
	{ 0, "check", HD_OPT_FLAG, &hd_rules.check, NULL,
	    "fmt: name the files that would change" },
	{ 0, "bump", HD_OPT_STR, &hd_rules.bump, "rule",
	    "fmt: set the date of the rule's review instead" },
	{ 0, "import", HD_OPT_FLAG, &hd_rules.import, NULL,
	    "json: from JSON to a rule file" },
	{ 0, "schema", HD_OPT_FLAG, &hd_rules.schema, NULL,
	    "json: print the JSON Schema of it" },
	{ 0, "min-coverage", HD_OPT_STR, &hd_rules.min_coverage, "percent",
	    "test: of all alternatives that cases must make fire" },
	{ 0, "mutants", HD_OPT_FLAG, &hd_rules.mutants, NULL,
	    "test: small mistakes that no case notices" },
	{ 0, "suggest", HD_OPT_FLAG, &hd_rules.suggest, NULL,
	    "test: cases that are still to be written" },
	{ 0, "script", HD_OPT_FLAG, &hd_rules.script, NULL,
	    "journey: sheets for who plays them" },
	{ 0, "played", HD_OPT_LIST, &hd_rules.played, "key=journey",
	    "journey: this ticket was played as that; may be given again" },
	HD_OPTS_JOBS(hd_rules.common),
	HD_OPTS_BASE(hd_rules.common),
	HD_OPTS_END,
};

static enum hd_dbmode
reads_if_given(void)
{
	return hd_rules.common.db != NULL ? HD_DB_READ : HD_DB_NONE;
}

static enum hd_dbmode
no_database(void)
{
	return HD_DB_NONE;
}

static enum hd_dbmode
writes_if_played(void)
{
	return hd_rules.played.n > 0 ? HD_DB_WRITE : HD_DB_NONE;
}

static const struct hd_command commands[] = {
	{ "check", "file ...", "what is wrong with rule files",
	    hd_rules_check_run, reads_if_given },
	{ "diff", "old new [key ... | -]",
	    "which tickets a change sends elsewhere", hd_rules_diff_run,
	    reads_if_given },
	{ "explain", "rules key ... | -", "why tickets would have gone there",
	    hd_rules_explain_run, NULL },
	{ "fmt", "[date] file ...", "rule and test files in their one layout",
	    hd_rules_fmt_run, no_database },
	{ "json", "file", "a rule file as JSON, and back", hd_rules_json_run,
	    no_database },
	{ "test", "file ...", "whether rules do what their cases expect",
	    hd_rules_test_run, no_database },
	{ "journey", "file ...", "talks of customers with the AI, as tests",
	    hd_rules_journey_run, writes_if_played },
	{ "replay", "rules [key ... | -]", "where tickets would have gone",
	    hd_rules_replay_run, NULL },
	{ "cover", "file", "what each rule takes of the tickets there are",
	    hd_rules_cover_run, NULL },
	{ "review", "file", "the rules as a team goes through them by quarters",
	    hd_rules_review_run, NULL },
	{ NULL, NULL, NULL, NULL, NULL },
};

static const struct hd_prog prog = {
	.name = "hs-rules",
	.summary = "Check, prove, test and replay rule files.",
	.operands = "command [file ... | key ... | -]",
	.commands = commands,
	.opts = opts,
	.common = &hd_rules.common,
	.db = HD_DB_READ,
};

int
main(int argc, char *argv[])
{
	return hd_prog_run(argc, argv, &prog);
}
