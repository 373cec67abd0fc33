/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HS_RULES_H
#define HD_HS_RULES_H

#include "audit/rulejob.h"
#include "base/diag.h"
#include "cli/ids.h"
#include "cli/prog.h"
#include "render/diagfmt.h"
#include "rules/ruleset.h"

/* What the commands of hs-rules share. */

struct hd_rules_options {
	struct hd_common common;
	const char *now, *fail_on;
	bool allow_empty, show_text;
	/* check */
	const char *overdue, *baseline, *write_baseline, *blame;
	bool pairs, no_prober;
	/* fmt */
	const char *bump; /* a rule's id */
	bool write, check;
	/* test */
	const char *min_coverage; /* percent */
	bool mutants, suggest;
	/* journey */
	bool script;
	struct hd_list played; /* KEY=JOURNEY */
	/* json */
	bool import, schema;
	/* diff */
	const char *max_moved, *max_hours;
	/* replay */
	bool summary;
	/* cover, review, and check with a database */
	bool tags, overlap;
	int64_t min_n;
};

extern struct hd_rules_options hd_rules; /* set once, by the parser */

/* The commands; each is the run() of struct hd_command. */
int hd_rules_check_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_rules_diff_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_rules_fmt_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_rules_json_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_rules_test_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_rules_journey_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_rules_replay_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_rules_explain_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_rules_cover_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
int hd_rules_review_run(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);

/*
 * A rule file, "default", or a stored rule set by what its hash begins with; a
 * file of that name comes first.  *rs is owned by the caller.
 */
int hd_rules_named(struct hd_ruleset **rs, const char *name, struct hd_db *db,
    struct hd_err *err);
/*
 * What a command over tickets needs: options, a state of the database that
 * stays, and the selection by operands that are keys or by period.
 */
int hd_rules_job(struct hd_ctx *ctx, int argc, char *argv[],
    struct hd_rulejob *job, struct hd_err *err);
/* Tickets that a pattern leaves open: said, and the exit status is 3. */
void hd_rules_gave_up(struct hd_ctx *ctx, int64_t tickets);

/*
 * The rule file of an operand, "default" for the pack.  1: it has errors,
 * which were added to found and *rs is NULL; found NULL: the first is in err,
 * with -1.
 */
int hd_rules_load(struct hd_ruleset **rs, const char *name,
    struct hd_diags *found, struct hd_err *err);
/* Run the tests of files, or their journeys alone. */
int hd_rules_tests(struct hd_ctx *ctx, int argc, char *argv[], bool journeys,
    struct hd_err *err);
/* What journeys came to on the live site: those of --played. */
int hd_rules_played(
    struct hd_ctx *ctx, int argc, char *argv[], struct hd_err *err);
/*
 * The files that the shipped pack did not bring, by index: those that findings
 * are wanted of.  Owned by the caller.
 */
bool *hd_rules_own_files(const struct hd_ruleset *rs);
/* --baseline marks what is known, --write-baseline what is found now. */
int hd_rules_baseline(struct hd_diags *found, struct hd_err *err);
/*
 * Print what was found about the operands: r has its findings, notes and
 * --fail-on, the rest of it is filled here; the status is that of ctx.
 */
int hd_rules_report(struct hd_ctx *ctx, struct hd_diagreport *r,
    enum hd_diagformat f, int argc, char *argv[], struct hd_err *err);
/* --now in epoch seconds; today's midnight UTC without it. */
int hd_rules_now(int64_t *now, struct hd_err *err);

#endif
