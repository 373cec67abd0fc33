/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-sample agree: how far reviewers agree, and the machine with them. */
#include "audit/agree.h"
#include "hs-sample/hs-sample.h"

static void
say(struct hd_ctx *ctx, const struct hd_agreejob *job)
{
	if (job->twice == 0 && !hd_sample.common.quiet)
		hd_prog_say(ctx,
		    "no question was answered by two reviewers: how far people "
		    "agree is not known");
	if (job->weakest >= 0 && hd_prog_talks(ctx))
		hd_prog_say(ctx,
		    "people agree least on %s, alpha %.2f: settle its borderline "
		    "cases before more is reviewed",
		    hd_codebook((enum hd_question)job->weakest)->name,
		    job->alpha);
}

static int
list(struct hd_ctx *ctx, struct hd_reviewed *r, struct hd_err *err)
{
	struct hd_table t;
	struct hd_agreejob job = { .db = ctx->db,
		.r = r,
		.t = &t,
		.figures = hd_sample.figures,
		.questions = hd_sample.dimensions.v,
		.nquestions = hd_sample.dimensions.n };
	int n;

	if (hd_sample_table(ctx, &t,
		job.figures ? hd_figure_columns : hd_agree_columns,
		job.figures ? 11 : HD_AGREE_COLUMNS,
		job.figures
		    ? "metric,segment,estimate,lo,hi,n,status"
		    : "question,between,n,raw,kappa,k_lo,k_hi,alpha,ac1",
		err) != 0)
		return -1;
	n = hd_agree(&job, err);
	hd_table_end(&t);
	if (n == 0 && t.format == HD_FMT_TABLE && job.undefined > 0)
		hd_out_adds(&ctx->out,
		    "\n- undefined: no variation, all answers are the same\n");
	if (n == 0)
		say(ctx, &job);
	return n;
}

int
hd_sample_agree(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_reviewed r = { .n = 0 };
	int n = -1;

	(void)argv;
	if (hd_sample_check(ctx, argc, false, err) == 0 &&
	    hd_sample_questions(err) == 0 &&
	    hd_db_snapshot(ctx->db, err) == 0 &&
	    hd_reviewed_read(&r, ctx->db, hd_sample.name, err) == 0)
		n = list(ctx, &r, err);
	hd_reviewed_release(&r);
	return n;
}
