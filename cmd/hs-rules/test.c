/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-rules test: whether rules do what their cases expect. */
#include <stdlib.h>
#include <string.h>

#include "base/num.h"
#include "check/mutant.h"
#include "check/suggest.h"
#include "hs-rules/hs-rules.h"
#include "render/diagfmt.h"
#include "rules/catalogue.h"

struct test {
	struct hd_diags found;
	enum hd_diagformat format;
	enum hd_failon fail_on;
	struct hd_map files; /* whose cases ran */
	struct hd_testcover *cover;
	struct hd_mutation_run *mutants; /* NULL: not wanted */
	double least;			 /* percent of alternatives; -1 */
	bool journeys;			 /* nothing else */
	struct hd_buf suggested;	 /* cases */
	size_t left;			 /* for which none could be made up */
	size_t ran, failed, errored;
	bool loaded;	/* every file */
	bool uncovered; /* less than least */
};

static void
count(struct test *t, enum hd_outcome st)
{
	t->ran += st != HD_SKIPPED;
	t->failed += st == HD_FAILED;
	t->errored += st == HD_ERRORED;
}

/* A case, a row or a journey; what is no test, or none of those, is passed by. */
static void
run(struct test *t, struct hd_testrun *r, const struct hd_case *c)
{
	if (c->kind == HD_CASE_JOURNEY)
		count(t, hd_test_journey(
			     r, c, hd_testcover_seen, t->cover, &t->found));
	else if (!t->journeys)
		count(t,
		    hd_test_case(r, c, hd_testcover_seen, t->cover, &t->found));
}

/* The cases of files whose cases did not run yet. */
static int
run_cases(struct test *t, const struct hd_ruleset *rs, struct hd_err *err)
{
	bool *fresh = hd_xcalloc(rs->nfiles, sizeof(*fresh));
	struct hd_testrun r;
	int64_t *at;

	for (size_t i = 0; i < rs->nfiles; i++) {
		at = hd_map_put(&t->files, hd_str(rs->files[i].name), 0);
		fresh[i] = (*at)++ == 0;
	}
	if (hd_testrun_open(&r, rs, err) < 0) {
		free(fresh);
		return -1;
	}
	for (size_t i = 0; i < rs->ncases; i++)
		if (fresh[rs->cases[i].pos.file])
			run(t, &r, &rs->cases[i]);
	hd_testrun_close(&r);
	free(fresh);
	return 0;
}

static int
judge(struct test *t, const char *file, const struct hd_ruleset *rs,
    struct hd_err *err)
{
	struct hd_rulesrc_disk disk = { hd_prog_pack() };
	struct hd_rulesrc src = hd_rulesrc_disk(&disk);
	bool *own = hd_rules_own_files(rs);
	int st;

	hd_testcover_begin(t->cover, rs, own);
	st = run_cases(t, rs, err);
	if (st == 0 && hd_rules.suggest)
		st = hd_suggest(&src, file, rs, t->cover, own, &t->suggested,
		    &t->left, err);
	if (st == 0 && t->mutants != NULL)
		st = hd_mutation_run_add(t->mutants, &src, file, rs, own, err);
	free(own);
	return st;
}

static int
one(struct test *t, const char *file, struct hd_err *err)
{
	struct hd_ruleset *rs = NULL;
	int r = hd_rules_load(&rs, file, &t->found, err);

	if (r == 0)
		r = judge(t, file, rs, err);
	else if (r > 0)
		t->loaded = false;
	hd_ruleset_free(rs);
	return r < 0 ? -1 : 0;
}

static enum hd_exit
status(const struct test *t)
{
	bool fails = !t->loaded || t->failed > 0 || t->uncovered;

	for (size_t i = 0; i < t->found.n; i++)
		fails |= hd_diag_fails(&t->found.v[i], t->fail_on);
	if (t->ran == 0 && t->loaded && !hd_rules.allow_empty)
		return HD_EXIT_USAGE;
	return fails		? HD_EXIT_FINDINGS
	       : t->errored > 0 ? HD_EXIT_PARTIAL
				: HD_EXIT_OK;
}

/* What cases do not show, and how many alternatives they do. */
static void
tell_coverage(struct test *t, struct hd_buf *note)
{
	size_t fired, all;

	hd_testcover_report(
	    t->cover, t->least >= 0 ? &t->found : NULL, &fired, &all);
	t->uncovered =
	    t->least >= 0 && 100.0 * (double)fired < t->least * (double)all;
	hd_buf_addf(note, "alternatives: %zu of %zu fired", fired, all);
}

static void
tell_mutants(struct test *t, struct hd_buf *note)
{
	struct hd_mutation_count n;

	hd_mutation_run_report(t->mutants, &t->found, &n);
	hd_buf_addf(note,
	    "mutants: %zu of %zu noticed; %zu that no ticket can tell apart",
	    n.killed, n.killed + n.survived, n.same);
}

static int
report(struct test *t, struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_err *err)
{
	struct hd_diagreport r = { .diags = &t->found };
	struct hd_buf note[2] = { HD_BUF_INIT, HD_BUF_INIT };
	const char *notes[2];
	int st;

	tell_coverage(t, &note[0]);
	if (t->mutants != NULL)
		tell_mutants(t, &note[1]);
	for (size_t i = 0; i < 2; i++)
		notes[i] = hd_buf_cstr(&note[i]);
	r.notes = notes;
	r.nnotes = t->mutants != NULL ? 2 : 1;
	r.fail_on = t->fail_on;
	r.bail = t->loaded ? NULL : "rules do not load";
	ctx->status = status(t);
	hd_diags_sort(&t->found);
	st = hd_rules_report(ctx, &r, t->format, argc, argv, err);
	hd_buf_release(&note[0]);
	hd_buf_release(&note[1]);
	return st;
}

/* Cases to append, and nothing else: what is left is told beside them. */
static void
suggest(struct test *t, struct hd_ctx *ctx)
{
	hd_out_add(&ctx->out, hd_buf_cstr(&t->suggested), t->suggested.n);
	if (t->left > 0 && !ctx->common->quiet)
		hd_prog_say(ctx,
		    "%zu more are wanted, for which no ticket was found",
		    t->left);
}

/* 90 and 90% are the same. */
static int
options(struct test *t, struct hd_ctx *ctx, struct hd_err *err)
{
	struct hd_str least = hd_str(
	    hd_rules.min_coverage != NULL ? hd_rules.min_coverage : "-1");

	if (least.n > 1 && least.p[least.n - 1] == '%')
		least.n--;
	if (!hd_num_real(least, &t->least) || t->least > 100 ||
	    (t->least < 0 && hd_rules.min_coverage != NULL))
		return hd_err_set(err, HD_EOPTION,
		    "--min-coverage: a percentage such as 90, not '%s'",
		    hd_rules.min_coverage);
	if (hd_rules.mutants)
		t->mutants = hd_mutation_run_new();
	if (hd_diagformat_read(ctx->common->format, &t->format, err) != 0)
		return -1;
	return hd_failon_read(hd_rules.fail_on, &t->fail_on, err);
}

int
hd_rules_tests(struct hd_ctx *ctx, int argc, char *argv[], bool journeys,
    struct hd_err *err)
{
	struct test t = { .found = HD_DIAGS_INIT, .loaded = true };
	const char *what = journeys ? "journey" : "case";
	int r;

	if (argc == 0)
		return hd_err_set(err, HD_EOPTION, "which file of tests?");
	t.journeys = journeys;
	t.cover = hd_testcover_new();
	r = options(&t, ctx, err);
	for (int i = 0; i < argc && r == 0; i++)
		r = one(&t, argv[i], err);
	if (r == 0 && t.ran == 0 && t.loaded && !hd_rules.allow_empty)
		(void)hd_diag_add(&t.found, hd_rules_check("R502"),
		    (struct hd_place){ argv[0], 1, 1, 0 },
		    "no %s ran: write '%s NAME' or name the right file", what,
		    what);
	if (r == 0 && hd_rules.suggest && t.loaded)
		suggest(&t, ctx);
	else if (r == 0)
		r = report(&t, ctx, argc, argv, err);
	hd_testcover_free(t.cover);
	hd_mutation_run_free(t.mutants);
	hd_buf_release(&t.suggested);
	hd_map_release(&t.files);
	hd_diags_release(&t.found);
	return r;
}

int
hd_rules_test_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	return hd_rules_tests(ctx, argc, argv, false, err);
}
