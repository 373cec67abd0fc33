/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-rules test: whether rules do what their cases expect. */
#include <stdlib.h>

#include "check/testrun.h"
#include "hs-rules/hs-rules.h"
#include "render/diagfmt.h"
#include "rules/catalogue.h"

struct test {
	struct hd_diags found;
	enum hd_diagformat format;
	enum hd_failon fail_on;
	struct hd_map files; /* whose cases ran */
	size_t ran, failed, errored;
	bool loaded; /* every file */
};

static void
count(struct test *t, enum hd_outcome st)
{
	t->ran += st != HD_SKIPPED;
	t->failed += st == HD_FAILED;
	t->errored += st == HD_ERRORED;
}

/* The cases of files whose cases did not run yet. */
static int
run_cases(struct test *t, const struct hd_ruleset *rs, struct hd_err *err)
{
	bool *fresh = hd_xcalloc(rs->nfiles, sizeof(*fresh));
	struct hd_testrun run;
	int64_t *at;

	for (size_t i = 0; i < rs->nfiles; i++) {
		at = hd_map_put(&t->files, hd_str(rs->files[i].name), 0);
		fresh[i] = (*at)++ == 0;
	}
	if (hd_testrun_open(&run, rs, err) < 0) {
		free(fresh);
		return -1;
	}
	for (size_t i = 0; i < rs->ncases; i++)
		if (fresh[rs->cases[i].pos.file])
			count(t, hd_test_case(&run, &rs->cases[i], NULL, NULL,
				     &t->found));
	hd_testrun_close(&run);
	free(fresh);
	return 0;
}

static int
one(struct test *t, const char *file, struct hd_err *err)
{
	struct hd_ruleset *rs = NULL;
	int r = hd_rules_load(&rs, file, &t->found, err);

	if (r == 0)
		r = run_cases(t, rs, err);
	else if (r > 0)
		t->loaded = false;
	hd_ruleset_free(rs);
	return r < 0 ? -1 : 0;
}

static enum hd_exit
status(const struct test *t)
{
	bool fails = !t->loaded || t->failed > 0;

	for (size_t i = 0; i < t->found.n; i++)
		fails |= hd_diag_fails(&t->found.v[i], t->fail_on);
	if (t->ran == 0 && t->loaded && !hd_rules.allow_empty)
		return HD_EXIT_USAGE;
	return fails		? HD_EXIT_FINDINGS
	       : t->errored > 0 ? HD_EXIT_PARTIAL
				: HD_EXIT_OK;
}

static int
report(struct test *t, struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_err *err)
{
	const char **files = hd_xcalloc((size_t)argc, sizeof(*files));
	struct hd_diagreport r = { .diags = &t->found, .files = files };
	int st;

	for (int i = 0; i < argc; i++)
		files[i] = argv[i];
	r.nfiles = (size_t)argc;
	r.checks = hd_rules_checks(&r.nchecks);
	r.tool = ctx->prog;
	r.version = HD_VERSION;
	r.command = ctx->command;
	r.fail_on = t->fail_on;
	r.status = ctx->status = status(t);
	r.bail = t->loaded ? NULL : "rules do not load";
	r.quiet = ctx->common->quiet;
	st = hd_diags_print(&r, t->format, &ctx->out, err);
	free(files);
	return st;
}

int
hd_rules_test_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct test t = { .found = HD_DIAGS_INIT, .loaded = true };
	int r = 0;

	if (argc == 0)
		return hd_err_set(err, HD_EOPTION, "which file of tests?");
	if (hd_diagformat_read(ctx->common->format, &t.format, err) != 0 ||
	    hd_failon_read(hd_rules.fail_on, &t.fail_on, err) != 0)
		return -1;
	for (int i = 0; i < argc && r == 0; i++)
		r = one(&t, argv[i], err);
	if (r == 0 && t.ran == 0 && t.loaded && !hd_rules.allow_empty)
		(void)hd_diag_add(&t.found, hd_rules_check("R502"),
		    (struct hd_place){ argv[0], 1, 1, 0 },
		    "no case ran: write 'case NAME' or name the right file");
	if (r == 0)
		r = report(&t, ctx, argc, argv, err);
	hd_map_release(&t.files);
	hd_diags_release(&t.found);
	return r;
}
