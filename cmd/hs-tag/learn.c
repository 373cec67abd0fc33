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

static int
learn(struct hd_ctx *ctx, const struct hd_ruleset *rs, struct hd_err *err)
{
	struct hd_table t;
	struct hd_learnjob job = { .db = ctx->db,
		.rs = rs,
		.languages = hd_prog_languages(),
		.jobs = (unsigned)hd_prog_jobs(ctx),
		.seed = (uint64_t)hd_tag.seed,
		.t = &t,
		.said = say_lesson,
		.warn = hd_prog_warn,
		.ctx = ctx };
	enum hd_format f;
	int r;

	if (hd_format_read(hd_tag.common.format, isatty(1) == 1, &f, err) !=
		0 ||
	    hd_table_begin(&t, &ctx->out, f, hd_learn_columns, HD_LEARN_COLUMNS,
		hd_tag.common.columns, true, err) != 0)
		return -1;
	r = hd_db_begin(ctx->db, err);
	if (r == 0)
		r = hd_learn_all(
		    &job, hd_tag.dimensions.v, hd_tag.dimensions.n, err);
	hd_table_end(&t);
	if (r == 0)
		r = hd_out_check(&ctx->out, err);
	return r == 0 ? hd_db_commit(ctx->db, err) : -1;
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
