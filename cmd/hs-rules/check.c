/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-rules check: what is wrong with rule files. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "audit/rulecolumns.h"
#include "base/num.h"
#include "check/lint.h"
#include "cli/limits.h"
#include "hs-rules/history.h"
#include "render/diagfmt.h"
#include "rules/catalogue.h"

struct check {
	struct hd_lintopt o;
	enum hd_diagformat format;
	enum hd_failon fail_on;
	struct hd_arena arena; /* of the columns of the database */
	struct hd_buf blame;
	struct hd_diags found;
};

static int
read_blame(struct check *c, struct hd_err *err)
{
	const char *path = hd_rules.blame;
	FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
	char chunk[16384];
	size_t n;
	int r = 0;

	if (f == NULL) {
		(void)hd_err_sys(err, "--blame: cannot read '%s'", path);
		err->code = HD_EUSAGE;
		return -1;
	}
	while ((n = fread(chunk, 1, sizeof(chunk), f)) > 0)
		hd_buf_add(&c->blame, chunk, n);
	if (ferror(f))
		r = hd_err_sys(err, "--blame: cannot read '%s'", path);
	if (f != stdin)
		(void)fclose(f);
	c->o.blame = (struct hd_str){ hd_buf_cstr(&c->blame), c->blame.n };
	return r;
}

static int
options(struct check *c, struct hd_ctx *ctx, struct hd_err *err)
{
	c->o.prober = !hd_rules.no_prober;
	c->o.jobs = hd_prog_jobs(ctx);
	c->o.pairs = hd_rules.pairs;
	c->o.overdue = -1;
	if (hd_rules.overdue != NULL &&
	    !hd_num_duration(hd_str(hd_rules.overdue), &c->o.overdue))
		return hd_err_set(err, HD_EOPTION,
		    "--overdue: write a duration such as 30d, not '%s'",
		    hd_rules.overdue);
	if (hd_diagformat_read(ctx->common->format, &c->format, err) != 0 ||
	    hd_failon_read(hd_rules.fail_on, &c->fail_on, err) != 0 ||
	    hd_rules_now(&c->o.now, err) != 0)
		return -1;
	if (hd_rules.blame != NULL && read_blame(c, err) != 0)
		return -1;
	/* a database is the work of whoever runs this, and may take longer */
	if (ctx->db == NULL) {
		hd_limits_untrusted();
		return 0;
	}
	return hd_rule_columns(
	    ctx->db, &c->arena, &c->o.columns, &c->o.ncolumns, err);
}

/* An operand. */
struct set {
	const char *file;
	struct hd_ruleset *rs; /* NULL: it does not load */
	bool *own;	       /* hd_rules_own_files() */
	size_t first, errors;  /* those of loading it in what was found */
};

static bool
same_file(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
	       x.st_ino == y.st_ino;
}

static void
nothing(struct check *c, const char *file, const char *why)
{
	(void)hd_diag_add(&c->found, hd_rules_check("R105"),
	    (struct hd_place){ file, 1, 1, 0 }, "%s", why);
}

/* Does it ask for a column that there is not?  Then no ticket can be read. */
static bool
lacks_column(const struct hd_diags *found)
{
	for (size_t i = 0; i < found->n; i++)
		if (strcmp(found->v[i].id, "R125") == 0)
			return true;
	return false;
}

/* What the tickets there are say of it. */
static int
history(struct check *c, struct hd_ctx *ctx, const struct hd_ruleset *rs,
    const struct hd_lintopt *o, struct hd_err *err)
{
	struct hd_historyjob job;
	struct hd_progress p;
	int r;

	if (ctx->db == NULL || lacks_column(&c->found))
		return 0;
	if (hd_rules_history_job(ctx, &job, &p, err) != 0 ||
	    hd_db_snapshot(ctx->db, err) != 0)
		return -1;
	r = hd_lint_history(&job, rs, o, &c->found, err);
	hd_progress_end(&p);
	hd_db_rollback(ctx->db);
	return r;
}

/* All that is said of a rule set that loads. */
static int
judge(struct check *c, struct hd_ctx *ctx, const struct set *s,
    struct hd_err *err)
{
	const struct hd_ruleset *rs = s->rs;
	struct hd_lintopt o = c->o;
	int r;

	if (rs->nrules + rs->nroutes + rs->npolicies == 0) {
		if (!hd_rules.allow_empty)
			nothing(c, rs->files[0].name,
			    "no rules at all: write a tag, a route or a "
			    "policy");
		return 0;
	}
	/* whoever uses the pack did not ask what is wrong with it */
	o.wanted = s->own;
	hd_lint(rs, &o, &c->found);
	r = history(c, ctx, rs, &o, err);
	hd_lint_allows(rs, &o, &c->found);
	return r;
}

/*
 * A file that another operand uses is judged there: by itself it is a part,
 * of which hardly anything can be said.
 */
static bool
is_part(const struct set *sets, size_t n, size_t i)
{
	const struct hd_ruleset *rs = sets[i].rs;
	const char *name = rs != NULL ? rs->files[0].name : sets[i].file;

	for (size_t k = 0; k < n; k++) {
		rs = sets[k].rs;
		for (size_t f = 0; k != i && rs != NULL && f < rs->nfiles; f++)
			/* of one that is named twice, the first counts */
			if ((f > 0 || k < i) && sets[k].own[f] &&
			    same_file(rs->files[f].name, name))
				return true;
	}
	return false;
}

/* A part may need names of the file that uses it, and not load alone. */
static void
drop_part_errors(struct check *c, const struct set *sets, size_t n)
{
	struct hd_diags *d = &c->found;
	size_t end;

	for (size_t i = n; i-- > 0;) {
		if (sets[i].errors == 0 || !is_part(sets, n, i))
			continue;
		end = sets[i].first + sets[i].errors;
		memmove(&d->v[sets[i].first], &d->v[end],
		    (d->n - end) * sizeof(*d->v));
		d->n -= sets[i].errors;
	}
}

static int
load(struct check *c, struct set *s, struct hd_err *err)
{
	char *id;

	s->first = c->found.n;
	if (hd_rules_load(&s->rs, s->file, &c->found, err) >= 0) {
		if (s->rs != NULL)
			s->own = hd_rules_own_files(s->rs);
		s->errors = c->found.n - s->first;
		return 0;
	}
	if (err->code != HD_EUSAGE)
		return -1;
	/* a finding has its id beside the message */
	id = strstr(err->msg, " [R105]");
	if (id != NULL)
		*id = '\0';
	nothing(c, s->file, err->msg);
	return 0;
}

static int
judge_all(struct check *c, struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_err *err)
{
	struct set *sets = hd_xcalloc((size_t)argc, sizeof(*sets));
	size_t n = (size_t)argc;
	int r = 0;

	for (size_t i = 0; i < n && r == 0; i++) {
		sets[i].file = argv[i];
		r = load(c, &sets[i], err);
	}
	drop_part_errors(c, sets, n);
	for (size_t i = 0; i < n && r == 0; i++)
		if (sets[i].rs != NULL && !is_part(sets, n, i))
			r = judge(c, ctx, &sets[i], err);
	for (size_t i = 0; i < n; i++) {
		hd_ruleset_free(sets[i].rs);
		free(sets[i].own);
	}
	free(sets);
	return r;
}

/* 2 over 1 over 3 over 0; R105 says that there was nothing to check. */
static enum hd_exit
status(const struct check *c)
{
	bool fails = false, undecided = false;

	for (size_t i = 0; i < c->found.n; i++) {
		if (strcmp(c->found.v[i].id, "R105") == 0)
			return HD_EXIT_USAGE;
		fails |= hd_diag_fails(&c->found.v[i], c->fail_on);
		undecided |= strcmp(c->found.v[i].id, "R157") == 0;
	}
	return fails	   ? HD_EXIT_FINDINGS
	       : undecided ? HD_EXIT_PARTIAL
			   : HD_EXIT_OK;
}

static int
report(struct check *c, struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_err *err)
{
	struct hd_diagreport r = { .diags = &c->found };

	r.fail_on = c->fail_on;
	ctx->status = status(c);
	return hd_rules_report(ctx, &r, c->format, argc, argv, err);
}

static int
check_all(struct check *c, struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_err *err)
{
	if (options(c, ctx, err) != 0)
		return -1;
	if (judge_all(c, ctx, argc, argv, err) != 0)
		return -1;
	hd_diags_sort(&c->found);
	hd_diags_unique(&c->found);
	if (hd_rules_baseline(&c->found, err) != 0)
		return -1;
	return report(c, ctx, argc, argv, err);
}

int
hd_rules_check_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err)
{
	struct check c = { .arena = HD_ARENA_INIT,
		.blame = HD_BUF_INIT,
		.found = HD_DIAGS_INIT };
	int r;

	if (argc == 0)
		return hd_err_set(err, HD_EOPTION, "which rule file?");
	r = check_all(&c, ctx, argc, argv, err);
	hd_diags_release(&c.found);
	hd_arena_release(&c.arena);
	hd_buf_release(&c.blame);
	return r;
}
