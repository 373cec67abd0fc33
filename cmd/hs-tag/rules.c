/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hs-tag clusters, coverage and diff: what tickets with the same answer show,
 * what rules do, and what others would.
 */
#include <string.h>
#include <unistd.h>

#include "audit/clusters.h"
#include "audit/rulecover.h"
#include "audit/rulediff.h"
#include "hs-tag/hs-tag.h"

/* What the three have in common. */
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
		.columns = hd_tag.common.columns,
		.at = hd_tag_progress,
		.ctx = progress_of };
	hd_progress_init(progress_of, ctx, "read", "tickets", 1, 20000);
	if (hd_source_read(hd_tag.source, &job->source, err) != 0 ||
	    hd_format_read(
		hd_tag.common.format, isatty(1) == 1, &job->format, err) != 0)
		return -1;
	return hd_tag_select(ctx, argc, argv, &p, err);
}

int
hd_tag_clusters(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_rulejob job;
	struct hd_progress p;

	return prepare(ctx, argc, argv, &job, &p, err) == 0
		   ? hd_clusters_list(&job, hd_tag.ruleset, err)
		   : -1;
}

int
hd_tag_coverage(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	bool by_tickets =
	    hd_tag.sort != NULL && strcmp(hd_tag.sort, "tickets") == 0;
	struct hd_rulejob job;
	struct hd_progress p;
	int r;

	if (!by_tickets && hd_tag.sort != NULL &&
	    strcmp(hd_tag.sort, "file") != 0)
		return hd_err_set(err, HD_EOPTION,
		    "--sort: file or tickets, not '%s'", hd_tag.sort);
	if (hd_db_snapshot(ctx->db, err) != 0 ||
	    prepare(ctx, argc, argv, &job, &p, err) != 0)
		return -1;
	r = hd_coverlist(&job, hd_tag.rules, by_tickets, err);
	hd_progress_end(&p);
	hd_tag_gave_up(ctx, job.gave_up);
	hd_db_rollback(ctx->db);
	return r;
}

int
hd_tag_diff(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
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
	hd_tag_gave_up(ctx, job.gave_up);
	hd_rulediff_release(&d);
	return r;
}
