/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tagging by the rules: the run of hs-tag without a command. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "audit/explain.h"
#include "audit/filter.h"
#include "audit/keep.h"
#include "hs-tag/hs-tag.h"
#include "render/table.h"
#include "store/override.h"
#include "store/tagging.h"

void
hd_tag_progress(void *arg, size_t tickets)
{
	hd_progress_at(arg, tickets);
}

void
hd_tag_gave_up(struct hd_ctx *ctx, int64_t tickets)
{
	if (tickets == 0)
		return;
	hd_prog_say(ctx,
	    "%lld tickets have a rule that gave up: their tags may be unknown",
	    (long long)tickets);
	ctx->status = HD_EXIT_PARTIAL;
}

int
hd_tag_select(struct hd_ctx *ctx, int argc, char *argv[], struct hd_period *p,
    struct hd_err *err)
{
	if (hd_tag_check(ctx, err) != 0 ||
	    hd_period_read(ctx, HD_BY_CREATED, 0, p, err) != 0)
		return -1;
	return hd_select(ctx, argc, argv, p, err);
}

static int
print_done(struct hd_ctx *ctx, const struct hd_tagall *t, struct hd_err *err)
{
	static const char *const names[] = { "ruleset", "tickets", "tagged",
		"unchanged", "gave_up", "manual", "again" };
	int64_t manual, lost;
	char hash[HD_SHA256_HEX];
	struct hd_table table;
	enum hd_format f;

	if (hd_override_counts(ctx->db, t->ruleset, &manual, &lost, err) != 0 ||
	    hd_format_read(hd_tag.common.format, isatty(1) == 1, &f, err) !=
		0 ||
	    hd_table_begin(&table, &ctx->out, f, names, 7,
		hd_tag.common.columns, true, err) != 0)
		return -1;
	hd_ruleset_hash(t->set->rs, hash);
	hash[12] = '\0';
	hd_table_cstr(&table, hash);
	hd_table_int(&table, t->selected);
	hd_table_int(&table, t->tagged);
	hd_table_int(&table, t->selected - t->tagged);
	hd_table_int(&table, t->gave_up);
	hd_table_int(&table, manual);
	hd_table_int(&table, t->again_tagged);
	hd_table_row(&table);
	hd_table_end(&table);
	if (lost > 0)
		hd_prog_say(ctx,
		    "tags set by hand that have no place in this rule set: "
		    "%lld",
		    (long long)lost);
	hd_tag_gave_up(ctx, t->gave_up);
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

int
hd_tag_selection(struct hd_ctx *ctx, const struct hd_tagset *set, bool again,
    bool all, struct hd_err *err)
{
	struct hd_progress p;
	struct hd_tagall t = { .db = ctx->db,
		.set = set,
		.languages = hd_prog_languages(),
		.jobs = hd_prog_jobs(ctx),
		.again = again,
		.at = hd_tag_progress,
		.ctx = &p };
	int r;

	hd_progress_init(&p, ctx, "tagged", "tickets", 1, 20000);
	r = hd_tagall(&t, err);
	hd_progress_end(&p);
	if (r == 0 && !hd_tag.keep_active)
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
	struct hd_tagset set = HD_TAGSET_INIT;
	enum hd_format f;
	int64_t id;
	int r = -1;

	if (hd_format_read(hd_tag.common.format, isatty(1) == 1, &f, err) ==
		0 &&
	    hd_tagset_load(&set, ctx->db, hd_tag.ruleset, &id, err) == 0)
		r = hd_explain_selection(ctx->db, &set, id, hd_prog_languages(),
		    &ctx->out, f, hd_tag.common.columns, err);
	hd_tagset_release(&set);
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
	r = hd_rulestore_read(hd_tag.rules, hd_prog_pack(), &rs, &files, err);
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

int
hd_tag_read_set(struct hd_ctx *ctx, struct hd_tagset *set, struct hd_err *err)
{
	enum hd_source from;

	if (hd_source_read(hd_tag.source, &from, err) != 0)
		return -1;
	return hd_tagset_read(
	    set, hd_tag.rules, hd_prog_pack(), ctx->db, from, err);
}

/* A word that is no ticket was meant as a command. */
static int
not_a_command(const char *word, struct hd_err *err)
{
	char msg[64];
	size_t n = strspn(word, "abcdefghijklmnopqrstuvwxyz-");

	(void)snprintf(msg, sizeof(msg), "no ticket '%s'", word);
	if (n < 2 || word[n] != '\0' || strcmp(err->msg, msg) != 0)
		return -1;
	return hd_err_set(err, HD_EOPTION,
	    "no ticket '%s', and no command of that name", word);
}

int
hd_tag_run(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_tagset set = HD_TAGSET_INIT;
	struct hd_period p;
	int r;

	if (hd_tag_check(ctx, err) != 0)
		return -1;
	if (hd_tag.filter)
		return run_filter(ctx, argc, err);
	if (hd_tag.explain && argc == 0)
		return hd_err_set(
		    err, HD_EUSAGE, "--explain: name a ticket, or -");
	if (hd_tag_select(ctx, argc, argv, &p, err) != 0)
		return argc > 0 ? not_a_command(argv[0], err) : -1;
	if (hd_tag.explain)
		return run_explain(ctx, err);
	r = hd_tag_read_set(ctx, &set, err);
	if (r == 0)
		r = hd_db_begin(ctx->db, err);
	if (r == 0)
		r = hd_tag_selection(ctx, &set, argc > 0,
		    argc == 0 && p.all && hd_tag.common.where == NULL, err);
	hd_tagset_release(&set);
	return r;
}
