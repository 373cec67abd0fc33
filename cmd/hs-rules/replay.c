/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hs-rules replay and explain: where rules would have sent the tickets of the
 * past, and why.
 */
#include <string.h>
#include <unistd.h>

#include "audit/replaylist.h"
#include "cli/progress.h"
#include "hs-rules/hs-rules.h"

static void
progress(void *arg, size_t tickets)
{
	hd_progress_at(arg, tickets);
}

int
hd_rules_named(struct hd_ruleset **rs, const char *name, struct hd_db *db,
    struct hd_err *err)
{
	bool hash = strspn(name, "0123456789abcdef") == strlen(name) &&
		    access(name, F_OK) != 0;
	int64_t id;

	return hash ? hd_rulestore_load(db, name, rs, &id, err)
		    : hd_rules_load(rs, name, NULL, err);
}

int
hd_rules_job(struct hd_ctx *ctx, int argc, char *argv[], struct hd_rulejob *job,
    struct hd_err *err)
{
	struct hd_period p;

	*job = (struct hd_rulejob){ .db = ctx->db,
		.pack = hd_prog_pack(),
		.languages = hd_prog_languages(),
		.source = HD_SOURCE_RULES,
		.jobs = hd_prog_jobs(ctx),
		.out = &ctx->out,
		.columns = hd_rules.common.columns };
	if (hd_format_read(hd_rules.common.format, isatty(1) == 1, &job->format,
		err) != 0 ||
	    hd_db_snapshot(ctx->db, err) != 0 ||
	    hd_period_read(ctx, HD_BY_CREATED, 90, &p, err) != 0)
		return -1;
	return hd_select(ctx, argc, argv, &p, err);
}

void
hd_rules_gave_up(struct hd_ctx *ctx, int64_t tickets)
{
	if (tickets == 0)
		return;
	hd_prog_say(ctx,
	    "%lld tickets have a rule that gave up: where they go is open",
	    (long long)tickets);
	ctx->status = HD_EXIT_PARTIAL;
}

int
hd_rules_replay_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_ruleset *rs = NULL;
	struct hd_rulejob job;
	struct hd_progress p;
	int r;

	if (argc == 0)
		return hd_err_set(err, HD_EOPTION, "replay: which rule file?");
	r = hd_rules_named(&rs, argv[0], ctx->db, err);
	if (r == 0)
		r = hd_rules_job(ctx, argc - 1, argv + 1, &job, err);
	if (r == 0) {
		hd_progress_init(&p, ctx, "read", "tickets", 1, 20000);
		job.at = progress;
		job.ctx = &p;
		r = hd_rules.summary
			? hd_replay_summary(&job, rs, err)
			: hd_replay_list(&job, rs, hd_rules.common.header, err);
		hd_progress_end(&p);
		hd_rules_gave_up(ctx, job.gave_up);
	}
	hd_ruleset_free(rs);
	return r;
}

int
hd_rules_explain_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_ruleset *rs = NULL;
	struct hd_rulejob job;
	int r;

	if (argc < 2)
		return hd_err_set(err, HD_EOPTION,
		    "explain: which rule file, and which tickets?");
	r = hd_rules_named(&rs, argv[0], ctx->db, err);
	if (r == 0)
		r = hd_rules_job(ctx, argc - 1, argv + 1, &job, err);
	/* it fits a terminal without the key, which is known of one ticket */
	if (r == 0 && job.columns == NULL && job.format == HD_FMT_TABLE &&
	    (argc > 2 || strcmp(argv[1], "-") == 0))
		job.columns = "key,message,what,rule,action,value,condition";
	if (r == 0)
		r = hd_replay_explain(
		    &job, rs, hd_rules.common.header, hd_rules.show_text, err);
	hd_ruleset_free(rs);
	return r;
}
