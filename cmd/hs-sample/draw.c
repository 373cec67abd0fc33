/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-sample draw, extend and verify. */
#include <string.h>

#include "audit/draw.h"
#include "base/utf8.h"
#include "hs-sample/hs-sample.h"

#define NUMBER 300 /* of -n: a few hours, and an interval worth having */

/* A name is a word in pipes, files and spreadsheets, and no date in the last. */
static int
check_name(const char *name, struct hd_err *err)
{
	static const char set[] = "abcdefghijklmnopqrstuvwxyz0123456789-";

	if (name == NULL ||
	    (name[0] >= 'a' && name[0] <= 'z' && strlen(name) <= 40 &&
		strspn(name, set) == strlen(name)))
		return 0;
	return hd_err_set(err, HD_EOPTION,
	    "--sample: a letter, then letters, digits and '-', at most 40: '%s'",
	    name);
}

/* *n: the tickets to draw, unless -n says otherwise. */
static int
check_numbers(int64_t *n, struct hd_err *err)
{
	const char *seed = hd_sample.seed;

	if (hd_sample_number("tickets to draw", 1000000, n, err) != 0)
		return -1;
	/* it is published, and has to be the same when it is copied */
	if (seed != NULL && !hd_utf8_valid(hd_str(seed)))
		return hd_err_set(err, HD_EOPTION, "--seed: not UTF-8");
	for (; seed != NULL && *seed != '\0'; seed++)
		if ((unsigned char)*seed < ' ' || *seed == 0x7F)
			return hd_err_set(
			    err, HD_EOPTION, "--seed: no control characters");
	if (!(hd_sample.twice >= 0 && hd_sample.twice <= 1))
		return hd_err_set(
		    err, HD_EOPTION, "--twice: a share from 0 to 1");
	return check_name(hd_sample.name, err);
}

static int
write_frame(struct hd_ctx *ctx, const char *name, struct hd_err *err)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_out out = HD_OUT_INIT;
	struct hd_sample s;
	int r;

	if (hd_sample.frame == NULL)
		return 0;
	r = hd_sample_get(ctx->db, name, &arena, &s, err);
	if (r == 0)
		r = hd_out_open(&out, hd_sample.frame, err);
	if (r == 0)
		r = hd_frame_write(&out, ctx->db, &s, err);
	if (r == 0)
		r = hd_out_close(&out, err);
	else
		hd_out_abort(&out);
	hd_arena_release(&arena);
	return r;
}

/* The keys in the order of the sheet. */
static int
print_keys(struct hd_ctx *ctx, int64_t sample, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(ctx->db, "sql/sample_keys", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, sample);
	if (hd_sample.common.header)
		hd_out_adds(&ctx->out, "key\n");
	while ((r = hd_stmt_step(st, err)) == 1)
		hd_out_addf(&ctx->out, "%s\n", hd_col_text(st, 0).p);
	hd_stmt_close(st);
	return r;
}

static void
say(struct hd_ctx *ctx, const struct hd_drawjob *job, const char *name)
{
	int64_t n = 0;

	if (!hd_prog_talks(ctx))
		return;
	for (size_t i = 0; i < job->lot.n; i++)
		n += (int64_t)job->lot.v[i].drawn.n;
	hd_prog_say(ctx, "%s: %lld of %lld tickets, %zu strata%s; frame %.12s",
	    name, (long long)n, (long long)job->lot.N, job->lot.n,
	    job->neyman ? ", shares by the last review" : "", job->lot.frame);
}

/* Print, write the frame, and only then keep the sample. */
static int
finish(struct hd_ctx *ctx, struct hd_drawjob *job, struct hd_err *err)
{
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_sample s;
	int r = hd_sample_get(ctx->db, job->name, &arena, &s, err);

	if (r == 0 && (print_keys(ctx, job->sample, err) != 0 ||
			  write_frame(ctx, s.name.p, err) != 0 ||
			  hd_out_check(&ctx->out, err) != 0 ||
			  hd_db_commit(ctx->db, err) != 0))
		r = -1;
	if (r == 0)
		say(ctx, job, s.name.p);
	hd_arena_release(&arena);
	return r;
}

/* review-N, N the first number from that of the next sample on that is free. */
static int
free_name(struct hd_drawjob *job, struct hd_arena *arena, struct hd_err *err)
{
	struct hd_buf name = HD_BUF_INIT;
	struct hd_sample s;
	int r = hd_sample_find(job->db, NULL, arena, &s, err);
	long long id = r == 1 ? (long long)s.id : 0;

	do {
		hd_buf_reset(&name);
		hd_buf_addf(&name, "review-%lld", ++id);
		r = hd_sample_find(job->db, name.s, arena, &s, err);
	} while (r == 1);
	job->name = hd_arena_memdup(arena, name.s, name.n);
	hd_buf_release(&name);
	return r;
}

/*
 * The name asked for, which must be a new one, or review-1, review-2 ...; it is
 * the seed too unless one is given.
 */
static int
name_it(struct hd_drawjob *job, struct hd_arena *arena, struct hd_err *err)
{
	struct hd_sample s;
	int r = job->name == NULL
		    ? free_name(job, arena, err)
		    : hd_sample_find(job->db, job->name, arena, &s, err);

	if (job->seed == NULL)
		job->seed = job->name;
	return r == 1 ? hd_err_set(err, HD_EUSAGE,
			    "--sample: there is a '%s' already; extend makes "
			    "it larger",
			    job->name)
		      : r;
}

static int
draw(struct hd_ctx *ctx, struct hd_drawjob *job, struct hd_err *err)
{
	struct hd_arena arena = HD_ARENA_INIT;
	int64_t n = 0;
	int r;

	if (hd_sel_count(ctx->db, &n, err) != 0)
		return -1;
	if (n == 0) {
		if (hd_prog_talks(ctx))
			hd_prog_say(ctx, "no ticket fits: nothing is drawn");
		return 0;
	}
	r = hd_db_begin(ctx->db, err);
	if (r == 0)
		r = name_it(job, &arena, err);
	if (r == 0)
		r = hd_draw(job, err);
	if (r == 0)
		r = finish(ctx, job, err);
	hd_lot_release(&job->lot);
	hd_arena_release(&arena);
	return r;
}

int
hd_sample_draw(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_buf text = HD_BUF_INIT;
	const char *v[HD_SAMPLE_COLUMNS];
	struct hd_drawjob job = { .db = ctx->db,
		.name = hd_sample.name,
		.seed = hd_sample.seed,
		.columns = v,
		.n = NUMBER,
		.proportional = hd_sample.proportional,
		.twice = hd_sample.twice,
		.windowed = argc == 0,
		.filter = hd_sample.common.where };
	struct hd_period p;
	int r = -1;

	if (hd_sample_check(ctx, argc, true, err) == 0 &&
	    check_numbers(&job.n, err) == 0 &&
	    hd_sample_columns(&text, v, &job.ncolumns, err) == 0 &&
	    hd_sample_population(ctx, argc, argv, &p, err) == 0) {
		job.by = p.by;
		job.since = p.since;
		job.until = p.until;
		job.asof = p.asof;
		r = draw(ctx, &job, err);
	}
	hd_buf_release(&text);
	return r;
}

/* Extended to what, has no default. */
static int
said(int64_t n, struct hd_err *err)
{
	return n > 0 ? 0
		     : hd_err_set(err, HD_EOPTION,
			   "-n: say how many tickets the sample is to have");
}

int
hd_sample_extend(struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct hd_drawjob job = { .db = ctx->db,
		.proportional = hd_sample.proportional };
	struct hd_arena arena = HD_ARENA_INIT;
	struct hd_sample s;
	int r = -1;

	(void)argv;
	if (hd_sample_check(ctx, argc, false, err) == 0 &&
	    check_numbers(&job.n, err) == 0 && said(job.n, err) == 0 &&
	    hd_db_begin(ctx->db, err) == 0 &&
	    hd_sample_get(ctx->db, hd_sample.name, &arena, &s, err) == 0) {
		r = hd_draw_extend(&job, &s, err);
		if (r == 0)
			r = finish(ctx, &job, err);
		hd_lot_release(&job.lot);
	}
	hd_arena_release(&arena);
	return r;
}
