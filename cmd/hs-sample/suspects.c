/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-sample suspects: labels that are probably wrong. */
#include <unistd.h>

#include "audit/suspects.h"
#include "audit/tagset.h"
#include "hs-sample/hs-sample.h"
#include "store/tagging.h"

static void
say_suspects(void *ctx, const char *dimension, size_t labels, size_t wrong)
{
	if (hd_prog_talks(ctx))
		hd_prog_say(ctx, "%s: %zu of %zu labels are doubted", dimension,
		    wrong, labels);
}

/* The rules that tagged, the pack where nothing is tagged yet. */
static int
read_rules(struct hd_ctx *ctx, struct hd_tagset *set, struct hd_err *err)
{
	int64_t id;
	int r = hd_ruleset_find(ctx->db, NULL, &id, err);

	if (r < 0)
		return -1;
	return r == 1 ? hd_tagset_load(set, ctx->db, NULL, &id, err)
		      : hd_tagset_read(set, "default", hd_prog_pack(), NULL,
			    HD_SOURCE_RULES, err);
}

static int
list(struct hd_ctx *ctx, struct hd_suspectjob *job, struct hd_err *err)
{
	struct hd_table t;
	int r;

	if (hd_sample_table(ctx, &t, hd_suspect_columns, HD_SUSPECT_COLUMNS,
		"key,dimension,label,model,score", err) != 0)
		return -1;
	job->t = &t;
	r = hd_suspects_list(
	    job, hd_sample.dimensions.v, hd_sample.dimensions.n, err);
	hd_table_end(&t);
	if (r == 0 && job->dimensions == 0)
		hd_prog_say(ctx,
		    "no ticket selected has a label: hs-import --labels "
		    "reads them");
	return r;
}

/* Whose answers are the labels: those of a sample that was named. */
static int
answers(struct hd_ctx *ctx, struct hd_arena *arena, struct hd_suspectjob *job,
    struct hd_err *err)
{
	struct hd_sample s;

	if (hd_sample.name == NULL)
		return 0;
	if (hd_sample_get(ctx->db, hd_sample.name, arena, &s, err) != 0)
		return -1;
	job->sample = s.id;
	return 0;
}

int
hd_sample_suspects(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_suspectjob job = { .db = ctx->db,
		.languages = hd_prog_languages(),
		.jobs = (unsigned)hd_prog_jobs(ctx),
		.warn = hd_prog_warn,
		.said = say_suspects,
		.ctx = ctx };
	struct hd_tagset set = HD_TAGSET_INIT;
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_period p;
	int64_t top = 0;
	int r = -1;

	if (hd_sample_check(ctx, argc, true, err) == 0 &&
	    hd_sample_number("labels to list", 1000000000, &top, err) == 0 &&
	    hd_db_snapshot(ctx->db, err) == 0 &&
	    answers(ctx, &arena, &job, err) == 0 &&
	    hd_period_read(ctx, HD_BY_CREATED, 0, &p, err) == 0 &&
	    hd_select(ctx, argc, argv, &p, err) == 0 &&
	    read_rules(ctx, &set, err) == 0) {
		job.rs = set.rs;
		job.top = (size_t)top;
		r = list(ctx, &job, err);
	}
	hd_tagset_release(&set);
	hd_arena_release(&arena);
	return r;
}
