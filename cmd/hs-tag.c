/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hs-tag: a rule file over tickets.  Tags of several rule sets stand side by
 * side; one set is active.  With --filter no database: a line in, a line out.
 */
#include <string.h>
#include <unistd.h>

#include "audit/explain.h"
#include "audit/filter.h"
#include "audit/keep.h"
#include "audit/rulestore.h"
#include "audit/tagrun.h"
#include "cli/ids.h"
#include "cli/progress.h"
#include "render/table.h"

static struct hd_common common;
static const char *rules, *ruleset;
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

struct state {
	struct hd_tagger_out *out;
	struct hd_progress progress;
	int64_t ruleset, tickets;
};

static int
store_row(void *arg, const struct hd_tagrow *row, struct hd_err *err)
{
	struct state *s = arg;
	struct hd_tagrow r = *row;

	r.ruleset = s->ruleset;
	hd_progress_at(&s->progress, (size_t)++s->tickets);
	return hd_tagger_put(s->out, &r, err);
}

static int
print_done(struct hd_ctx *ctx, const struct hd_ruleset *rs,
    const struct hd_tagrun *run, int64_t selected, struct hd_err *err)
{
	static const char *const names[] = { "ruleset", "tickets", "tagged",
		"unchanged", "gave_up" };
	char hash[HD_SHA256_HEX];
	struct hd_table t;
	enum hd_format f;

	if (hd_format_read(common.format, isatty(1) == 1, &f, err) != 0 ||
	    hd_table_begin(
		&t, &ctx->out, f, names, 5, common.columns, true, err) != 0)
		return -1;
	hd_ruleset_hash(rs, hash);
	hash[12] = '\0';
	hd_table_cstr(&t, hash);
	hd_table_int(&t, selected);
	hd_table_int(&t, run->tickets);
	hd_table_int(&t, selected - run->tickets);
	hd_table_int(&t, run->gave_up);
	hd_table_row(&t);
	hd_table_end(&t);
	if (run->gave_up > 0) {
		hd_prog_say(ctx,
		    "%lld tickets have a rule that gave up: their tags may "
		    "be unknown",
		    (long long)run->gave_up);
		ctx->status = HD_EXIT_PARTIAL;
	}
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

/* All is read that comes from standard input before the writing begins. */
static int
tag(struct hd_ctx *ctx, const struct hd_ruleset *rs,
    const struct hd_rulefiles *files, bool untagged, bool all,
    struct hd_err *err)
{
	struct state s = { NULL, { 0 }, 0, 0 };
	struct hd_tagrun run = { ctx->db, rs, hd_prog_languages(),
		hd_prog_jobs(ctx), store_row, &s, 0, 0 };
	int64_t selected;
	int r = -1;

	if (hd_db_begin(ctx->db, err) != 0 ||
	    hd_rulestore_save(ctx->db, rs, files, &s.ruleset, err) != 0 ||
	    hd_sel_count(ctx->db, &selected, err) != 0 ||
	    (untagged && hd_sel_untagged(ctx->db, s.ruleset, err) != 0))
		return -1;
	s.out = hd_tagger_out_new(ctx->db, err);
	hd_progress_init(&s.progress, ctx, "tagged", "tickets", 1, 20000);
	if (s.out != NULL)
		r = hd_tagrun(&run, err);
	hd_progress_end(&s.progress);
	hd_tagger_out_free(s.out);
	if (r == 0 && !keep_active)
		r = activate(ctx, s.ruleset, all, err);
	if (r == 0)
		r = hd_keep_update(ctx->db, s.ruleset, err);
	/* what cannot be told is not done */
	if (r == 0)
		r = print_done(ctx, rs, &run, selected, err);
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
	r = hd_rulestore_read(rules != NULL ? rules : "default", hd_prog_pack(),
	    &rs, &files, err);
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
	r = hd_rulestore_read(rules != NULL ? rules : "default", hd_prog_pack(),
	    &rs, &files, err);
	if (r == 0)
		r = tag(ctx, rs, &files, argc == 0,
		    argc == 0 && p.all && common.where == NULL, err);
	hd_ruleset_free(rs);
	hd_rulefiles_release(&files);
	return r;
}

static const struct hd_prog prog = {
	.name = "hs-tag",
	.summary = "Run a tagging rule file over tickets.",
	.operands = "[key ... | -]",
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
