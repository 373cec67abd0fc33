/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-rules cover and review: what rules did to the tickets there are. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "audit/historytable.h"
#include "hs-rules/history.h"
#include "render/diagfmt.h"

#define DAYS 90 /* without a period */

static void
progress(void *p, size_t tickets)
{
	hd_progress_at(p, tickets);
}

int
hd_rules_history_job(struct hd_ctx *ctx, struct hd_historyjob *job,
    struct hd_progress *p, struct hd_err *err)
{
	struct hd_period period;

	memset(job, 0, sizeof(*job));
	if (hd_period_read(ctx, HD_BY_CREATED, DAYS, &period, err) != 0)
		return -1;
	job->db = ctx->db;
	job->languages = hd_prog_languages();
	job->jobs = hd_prog_jobs(ctx);
	job->by = period.by;
	job->since = period.since;
	job->until = period.until;
	job->before = hd_period_before(ctx->common, &period);
	job->where = ctx->common->where;
	job->least = hd_rules.min_n;
	job->often = HD_HISTORY_OFTEN;
	job->show_text = hd_rules.show_text;
	job->at = progress;
	job->ctx = p;
	hd_progress_init(p, ctx, "read", "tickets", 1, 20000);
	return 0;
}

/* The rule set of the operand, and what is asked of it. */
static int
prepare(struct hd_ctx *ctx, int argc, char *argv[], struct hd_historytable *t,
    struct hd_progress *p, struct hd_ruleset **rs, struct hd_err *err)
{
	memset(t, 0, sizeof(*t));
	if (argc != 1)
		return hd_err_set(err, HD_EOPTION, "which rule file?");
	if (hd_rules_history_job(ctx, &t->job, p, err) != 0 ||
	    hd_rules_now(&t->now, err) != 0 ||
	    hd_format_read(
		ctx->common->format, isatty(1) == 1, &t->format, err) != 0)
		return -1;
	t->out = &ctx->out;
	t->columns = ctx->common->columns;
	t->tags = hd_rules.tags;
	return hd_rules_load(rs, argv[0], NULL, err) != 0
		   ? -1
		   : hd_db_snapshot(ctx->db, err);
}

/* Tickets that nobody can route, and a period without tickets. */
static int
conclude(
    struct hd_ctx *ctx, const struct hd_historytable *t, struct hd_err *err)
{
	if (t->undecided > 0) {
		hd_prog_say(ctx,
		    "a pattern gave up: the route of %lld tickets is not known",
		    (long long)t->undecided);
		ctx->status = HD_EXIT_PARTIAL;
	}
	if (t->tickets > 0 || hd_rules.allow_empty)
		return 0;
	return hd_err_set(err, HD_EUSAGE, "no tickets in the period");
}

int
hd_rules_cover_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_ruleset *rs = NULL;
	struct hd_historytable t;
	struct hd_progress p;
	int r = prepare(ctx, argc, argv, &t, &p, &rs, err);

	if (r == 0) {
		r = hd_rules.overlap ? hd_history_overlap(&t, rs, err)
				     : hd_history_cover(&t, rs, err);
		hd_progress_end(&p);
		hd_db_rollback(ctx->db);
	}
	if (r == 0)
		r = conclude(ctx, &t, err);
	hd_ruleset_free(rs);
	return r;
}

/* A report, which fails nothing unless it is asked to. */
int
hd_rules_review_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_ruleset *rs = NULL;
	struct hd_historytable t;
	struct hd_progress p;
	enum hd_failon fail_on = HD_FAIL_NEVER;
	bool needs = false, *wanted = NULL;
	int r = prepare(ctx, argc, argv, &t, &p, &rs, err);

	if (r == 0 && hd_rules.fail_on != NULL)
		r = hd_failon_read(hd_rules.fail_on, &fail_on, err);
	if (r == 0 && !hd_rules.tags)
		t.job.wanted = wanted = hd_rules_own_files(rs);
	if (r == 0) {
		r = hd_history_review(&t, rs, &needs, err);
		hd_progress_end(&p);
		hd_db_rollback(ctx->db);
	}
	if (r == 0)
		r = conclude(ctx, &t, err);
	if (r == 0 && needs && fail_on <= HD_FAIL_WARNING)
		ctx->status = HD_EXIT_FINDINGS;
	free(wanted);
	hd_ruleset_free(rs);
	return r;
}
