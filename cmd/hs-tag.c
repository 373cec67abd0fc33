/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hs-tag: a rule file over tickets.  Tags of several rule sets stand side by
 * side; one set is active.  With --filter no database: a line in, a line out.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/explain.h"
#include "audit/filter.h"
#include "audit/keep.h"
#include "audit/manual.h"
#include "audit/rulecover.h"
#include "audit/rulediff.h"
#include "audit/tagall.h"
#include "base/mem.h"
#include "cli/ids.h"
#include "cli/progress.h"
#include "render/table.h"
#include "store/override.h"
#include "store/tagging.h"

static struct hd_common common;
static const char *rules = "default", *ruleset, *why, *sort = "file";
static bool explain, filter, keep_active;

static const struct hd_opt opts[] = {
	HD_OPTS_DB(common),
	HD_OPTS_OUT(common),
	HD_OPTS_SELECT(common),
	HD_OPTS_PERIOD(common),
	HD_OPTS_JOBS(common),
	{ 0, "rules", HD_OPT_STR, &rules, "file",
	    "rules to apply; default the shipped pack" },
	{ 0, "explain", HD_OPT_FLAG, &explain, NULL,
	    "show what decided each tag of these tickets" },
	{ 0, "ruleset", HD_OPT_STR, &ruleset, "hash",
	    "with --explain: under that rule set, not the active one" },
	{ 0, "filter", HD_OPT_FLAG, &filter, NULL,
	    "tickets as JSON lines from standard input, tagged lines out" },
	{ 0, "why", HD_OPT_STR, &why, "text",
	    "with set: the reason, kept with the tag" },
	{ 0, "sort", HD_OPT_STR, &sort, "order",
	    "with coverage: file or tickets, the most first" },
	{ 0, "keep-active", HD_OPT_FLAG, &keep_active, NULL,
	    "store the tags but do not make this rule set the active one" },
	HD_OPTS_BASE(common),
	HD_OPTS_END,
};

static bool
needs_db(void)
{
	return !filter;
}

static void
progress(void *arg, size_t tickets)
{
	hd_progress_at(arg, tickets);
}

static void
say_gave_up(struct hd_ctx *ctx, int64_t tickets)
{
	if (tickets == 0)
		return;
	hd_prog_say(ctx,
	    "%lld tickets have a rule that gave up: their tags may be unknown",
	    (long long)tickets);
	ctx->status = HD_EXIT_PARTIAL;
}

static int
print_done(struct hd_ctx *ctx, const struct hd_tagall *t, struct hd_err *err)
{
	static const char *const names[] = { "ruleset", "tickets", "tagged",
		"unchanged", "gave_up", "manual" };
	int64_t manual, lost;
	char hash[HD_SHA256_HEX];
	struct hd_table table;
	enum hd_format f;

	if (hd_override_counts(ctx->db, t->ruleset, &manual, &lost, err) != 0 ||
	    hd_format_read(common.format, isatty(1) == 1, &f, err) != 0 ||
	    hd_table_begin(
		&table, &ctx->out, f, names, 6, common.columns, true, err) != 0)
		return -1;
	hd_ruleset_hash(t->rs, hash);
	hash[12] = '\0';
	hd_table_cstr(&table, hash);
	hd_table_int(&table, t->selected);
	hd_table_int(&table, t->tagged);
	hd_table_int(&table, t->selected - t->tagged);
	hd_table_int(&table, t->gave_up);
	hd_table_int(&table, manual);
	hd_table_row(&table);
	hd_table_end(&table);
	if (lost > 0)
		hd_prog_say(ctx,
		    "tags set by hand that have no place in this rule set: "
		    "%lld",
		    (long long)lost);
	say_gave_up(ctx, t->gave_up);
	return 0;
}

/*
 * A run over all tickets makes its rule set the active one; one over some would
 * leave the others without tags in every figure, unless there was no other.
 */
static int
activate(struct hd_ctx *ctx, int64_t id, bool all, struct hd_err *err)
{
	int64_t active;
	int r = hd_ruleset_find(ctx->db, NULL, &active, err);

	if (r < 0)
		return -1;
	if (all || r == 0)
		return hd_ruleset_activate(ctx->db, id, err);
	if (active != id)
		hd_prog_say(ctx,
		    "tagged some tickets only: the active rule set stays; "
		    "run hs-tag over all to change it");
	return 0;
}

/* In a transaction, after all is read that comes from standard input. */
static int
tag(struct hd_ctx *ctx, const struct hd_ruleset *rs,
    const struct hd_rulefiles *files, bool again, bool all, struct hd_err *err)
{
	struct hd_progress p;
	struct hd_tagall t = { .db = ctx->db,
		.rs = rs,
		.files = files,
		.languages = hd_prog_languages(),
		.jobs = hd_prog_jobs(ctx),
		.again = again,
		.at = progress,
		.ctx = &p };
	int r;

	hd_progress_init(&p, ctx, "tagged", "tickets", 1, 20000);
	r = hd_tagall(&t, err);
	hd_progress_end(&p);
	if (r == 0 && !keep_active)
		r = activate(ctx, t.ruleset, all, err);
	if (r == 0)
		r = hd_keep_update(ctx->db, t.ruleset, err);
	/* what cannot be told is not done */
	if (r == 0)
		r = print_done(ctx, &t, err);
	if (r == 0)
		r = hd_out_check(&ctx->out, err);
	return r == 0 ? hd_db_commit(ctx->db, err) : -1;
}

static int
run_explain(struct hd_ctx *ctx, struct hd_err *err)
{
	struct hd_ruleset *rs = NULL;
	enum hd_format f;
	int64_t id;
	int r;

	if (hd_format_read(common.format, isatty(1) == 1, &f, err) != 0 ||
	    hd_rulestore_load(ctx->db, ruleset, &rs, &id, err) != 0)
		return -1;
	r = hd_explain_selection(ctx->db, rs, hd_prog_languages(), &ctx->out, f,
	    common.columns, err);
	hd_ruleset_free(rs);
	return r;
}

static int
run_filter(struct hd_ctx *ctx, int argc, struct hd_err *err)
{
	struct hd_ruleset *rs = NULL;
	struct hd_rulefiles files;
	struct hd_filter f;
	int r;

	if (argc > 0)
		return hd_err_set(err, HD_EUSAGE,
		    "--filter reads standard input and takes no operands");
	memset(&f, 0, sizeof(f));
	r = hd_rulestore_read(rules, hd_prog_pack(), &rs, &files, err);
	if (r == 0) {
		f.rs = rs;
		f.languages = hd_prog_languages();
		f.jobs = hd_prog_jobs(ctx);
		f.fd = STDIN_FILENO;
		f.out = &ctx->out;
		f.warn = hd_prog_warn;
		f.ctx = ctx;
		r = hd_filter_run(&f, err);
	}
	hd_ruleset_free(rs);
	hd_rulefiles_release(&files);
	return r;
}

static int
run(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_ruleset *rs = NULL;
	struct hd_rulefiles files;
	struct hd_period p;
	int r;

	if (filter)
		return run_filter(ctx, argc, err);
	if (explain && argc == 0)
		return hd_err_set(
		    err, HD_EUSAGE, "--explain: name a ticket, or -");
	if (hd_period_read(ctx, HD_BY_CREATED, 0, &p, err) != 0 ||
	    hd_select(ctx, argc, argv, &p, err) != 0)
		return -1;
	if (explain)
		return run_explain(ctx, err);
	r = hd_rulestore_read(rules, hd_prog_pack(), &rs, &files, err);
	if (r == 0)
		r = hd_db_begin(ctx->db, err);
	if (r == 0)
		r = tag(ctx, rs, &files, argc > 0,
		    argc == 0 && p.all && common.where == NULL, err);
	hd_ruleset_free(rs);
	hd_rulefiles_release(&files);
	return r;
}

/* The rule set that tags stand under, else the one that a run would take. */
static int
current_rules(struct hd_ctx *ctx, struct hd_ruleset **rs,
    struct hd_rulefiles *files, struct hd_err *err)
{
	int64_t id;
	int r = hd_ruleset_find(ctx->db, NULL, &id, err);

	memset(files, 0, sizeof(*files));
	if (r < 0)
		return -1;
	if (r == 1)
		return hd_rulestore_load(ctx->db, NULL, rs, &id, err);
	return hd_rulestore_read("default", hd_prog_pack(), rs, files, err);
}

/* Keys and assignments, in any order: keys to the front of argv. */
static int
split_operands(int argc, char *argv[], struct hd_list *sets)
{
	int keys = 0;

	for (int i = 0; i < argc; i++) {
		if (strchr(argv[i], '=') == NULL)
			argv[keys++] = argv[i];
		else
			sets->v[sets->n++] = argv[i];
	}
	return keys;
}

static int
set_and_tag(struct hd_ctx *ctx, const struct hd_list *sets, struct hd_err *err)
{
	struct hd_ruleset *rs = NULL;
	struct hd_rulefiles files;
	int r = current_rules(ctx, &rs, &files, err);

	if (r == 0)
		r = hd_db_begin(ctx->db, err);
	for (size_t i = 0; i < sets->n && r == 0; i++)
		r = hd_manual_set(ctx->db, rs, sets->v[i], why, err);
	if (r == 0)
		r = tag(ctx, rs, &files, true, false, err);
	hd_ruleset_free(rs);
	hd_rulefiles_release(&files);
	return r;
}

static int
run_set(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_list sets = { hd_xcalloc((size_t)argc, sizeof(char *)), 0,
		0 };
	struct hd_period p;
	int keys = split_operands(argc, argv, &sets), r;

	if (keys == 0 || sets.n == 0)
		r = hd_err_set(err, HD_EOPTION,
		    "set: name tickets, or -, and DIMENSION=VALUE");
	else if (why == NULL || why[0] == '\0')
		r = hd_err_set(err, HD_EOPTION,
		    "set: say the reason with --why, it is kept with the tag");
	else if (hd_period_read(ctx, HD_BY_CREATED, 0, &p, err) != 0 ||
		 hd_select(ctx, keys, argv, &p, err) != 0)
		r = -1;
	else
		r = set_and_tag(ctx, &sets, err);
	free(sets.v);
	return r;
}

/* What coverage and diff have in common. */
static int
prepare(struct hd_ctx *ctx, int argc, char *argv[], struct hd_rulejob *job,
    struct hd_progress *progress_of, struct hd_err *err)
{
	struct hd_period p;

	*job = (struct hd_rulejob){ .db = ctx->db,
		.pack = hd_prog_pack(),
		.languages = hd_prog_languages(),
		.jobs = hd_prog_jobs(ctx),
		.out = &ctx->out,
		.columns = common.columns,
		.at = progress,
		.ctx = progress_of };
	hd_progress_init(progress_of, ctx, "read", "tickets", 1, 20000);
	if (hd_format_read(common.format, isatty(1) == 1, &job->format, err) !=
		0 ||
	    hd_period_read(ctx, HD_BY_CREATED, 0, &p, err) != 0)
		return -1;
	return hd_select(ctx, argc, argv, &p, err);
}

static int
run_coverage(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	bool by_tickets = strcmp(sort, "tickets") == 0;
	struct hd_rulejob job;
	struct hd_progress p;
	int r;

	if (!by_tickets && strcmp(sort, "file") != 0)
		return hd_err_set(
		    err, HD_EOPTION, "--sort: file or tickets, not '%s'", sort);
	if (hd_db_snapshot(ctx->db, err) != 0 ||
	    prepare(ctx, argc, argv, &job, &p, err) != 0)
		return -1;
	r = hd_coverlist(&job, rules, by_tickets, err);
	hd_progress_end(&p);
	say_gave_up(ctx, job.gave_up);
	hd_db_rollback(ctx->db);
	return r;
}

static int
run_diff(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_rulediff d;
	struct hd_rulejob job;
	struct hd_progress p;
	int r;

	if (argc < 2)
		return hd_err_set(err, HD_EOPTION,
		    "diff: name two rule sets, the old and the new");
	if (prepare(ctx, argc - 2, argv + 2, &job, &p, err) != 0)
		return -1;
	r = hd_rulediff(&job, (const char *[2]){ argv[0], argv[1] }, &d, err);
	hd_progress_end(&p);
	if (r == 0)
		r = hd_rulediff_print(&job, &d, err);
	if (r == 0 && ctx->status == HD_EXIT_OK && hd_rulediff_differs(&d))
		ctx->status = HD_EXIT_FINDINGS;
	say_gave_up(ctx, job.gave_up);
	hd_rulediff_release(&d);
	return r;
}

static const struct hd_command commands[] = {
	{ "coverage", "", "what each rule does for the tickets", run_coverage },
	{ "diff", "", "what another rule set would change: diff old new",
	    run_diff },
	{ "set", "", "tags by hand: set key ... dimension=value --why text",
	    run_set },
	{ NULL, NULL, NULL, NULL },
};

static const struct hd_prog prog = {
	.name = "hs-tag",
	.summary = "Run a tagging rule file over tickets.",
	.operands = "[command] [key ... | -]",
	.commands = commands,
	.opts = opts,
	.common = &common,
	.db = HD_DB_WRITE,
	.needs_db = needs_db,
	.run = run,
};

int
main(int argc, char *argv[])
{
	return hd_prog_run(argc, argv, &prog);
}
