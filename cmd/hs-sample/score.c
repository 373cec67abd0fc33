/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-sample score: how right the tags of a sample were. */
#include <unistd.h>

#include "audit/score.h"
#include "hs-sample/hs-sample.h"
#include "store/tagging.h"

static void
say(void *ctx, const char *line)
{
	hd_prog_say(ctx, "%s", line);
}

static int
check(const struct hd_ctx *ctx, int argc, struct hd_err *err)
{
	if (hd_sample_check(ctx, argc, false, err) != 0 ||
	    hd_sample_questions(err) != 0)
		return -1;
	if (hd_sample.figures && hd_sample.confusion)
		return hd_err_set(err, HD_EOPTION,
		    "--confusion and --figures: one of the two");
	if (hd_sample.least < 1 || hd_sample.least > 1000000)
		return hd_err_set(
		    err, HD_EOPTION, "--min-n: from 1 to 1000000");
	return 0;
}

/* A score is of the tags that tickets had when they were drawn. */
static int
say_moved(struct hd_ctx *ctx, const struct hd_sample *s, struct hd_err *err)
{
	int64_t id;
	int r = hd_ruleset_find(ctx->db, NULL, &id, err);

	if (r == 1 && id != s->ruleset)
		hd_prog_say(ctx,
		    "another rule set tags now: these are the tags as %s was "
		    "drawn",
		    s->name.p);
	return r < 0 ? -1 : 0;
}

int
hd_sample_score(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_reviewed r = { .n = 0 };
	struct hd_scorejob job = { .db = ctx->db,
		.r = &r,
		.out = &ctx->out,
		.columns = hd_sample.common.columns,
		.dimensions = hd_sample.dimensions.v,
		.ndimensions = hd_sample.dimensions.n,
		.least = hd_sample.least,
		.figures = hd_sample.figures,
		.confusion = hd_sample.confusion,
		.say = say,
		.ctx = ctx };
	int n = -1;

	(void)argv;
	if (check(ctx, argc, err) == 0 &&
	    hd_format_read(hd_sample.common.format, isatty(1) == 1, &job.format,
		err) == 0 &&
	    hd_db_snapshot(ctx->db, err) == 0 &&
	    hd_reviewed_read(&r, ctx->db, hd_sample.name, err) == 0 &&
	    say_moved(ctx, &r.sample, err) == 0)
		n = hd_score(&job, err);
	hd_reviewed_release(&r);
	hd_buf_release(&job.notes);
	return n;
}
