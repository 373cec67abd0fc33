/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-tag learn: models from labels. */
#include <unistd.h>

#include "audit/learn.h"
#include "hs-tag/hs-tag.h"

static void
say_lesson(void *ctx, const char *dimension, size_t labels)
{
	if (hd_prog_talks(ctx))
		hd_prog_say(
		    ctx, "learning %s from %zu labels", dimension, labels);
}

/* What to do now: nothing is tagged yet by what was learned. */
static void
say_next(struct hd_ctx *ctx, const struct hd_learnjob *job)
{
	if (!hd_prog_talks(ctx))
		return;
	if (job->learned > 0)
		hd_prog_say(ctx,
		    "dimensions that a model decides from now on: %zu; run "
		    "hs-tag to tag with them",
		    job->learned);
	else if (job->dimensions > 0)
		hd_prog_say(ctx, "no model is better: the rules decide");
	else
		hd_prog_say(ctx,
		    "no ticket selected has a label: hs-import --labels "
		    "reads them");
}

static int
learn(struct hd_ctx *ctx, const struct hd_ruleset *rs, struct hd_err *err)
{
	struct hd_table t;
	struct hd_learnjob job = { .db = ctx->db,
		.rs = rs,
		.rules = hd_tag.rules,
		.pack = hd_prog_pack(),
		.languages = hd_prog_languages(),
		.jobs = (unsigned)hd_prog_jobs(ctx),
		.seed = (uint64_t)hd_tag.seed,
		.t = &t,
		.said = say_lesson,
		.warn = hd_prog_warn,
		.ctx = ctx };
	const char *columns = hd_tag.common.columns;
	enum hd_format f;
	int r;

	if (hd_format_read(hd_tag.common.format, isatty(1) == 1, &f, err) != 0)
		return -1;
	if (columns == NULL && f == HD_FMT_TABLE)
		columns =
		    "dimension,labels,rules,model,gain,gain_lo,gain_hi,decides";
	if (hd_table_begin(&t, &ctx->out, f, hd_learn_columns, HD_LEARN_COLUMNS,
		columns, true, err) != 0)
		return -1;
	r = hd_db_begin(ctx->db, err);
	if (r == 0)
		r = hd_learn_all(
		    &job, hd_tag.dimensions.v, hd_tag.dimensions.n, err);
	hd_table_end(&t);
	if (r == 0)
		r = hd_out_check(&ctx->out, err);
	if (r == 0)
		r = hd_db_commit(ctx->db, err);
	if (r == 0)
		say_next(ctx, &job);
	return r;
}

/* Against the rules alone: a model need not be better than itself. */
int
hd_tag_learn(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_tagset set = HD_TAGSET_INIT;
	struct hd_period p;
	int r = -1;

	if (hd_tag_select(ctx, argc, argv, &p, err) == 0 &&
	    hd_tagset_read(&set, hd_tag.rules, hd_prog_pack(), NULL,
		HD_SOURCE_RULES, err) == 0)
		r = learn(ctx, set.rs, err);
	hd_tagset_release(&set);
	return r;
}
