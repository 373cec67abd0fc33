/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TESTRUN_H
#define HD_TESTRUN_H

#include "base/diag.h"
#include "check/casefacts.h"
#include "rules/decide.h"

/*
 * The tests of a rule set, run: what comes out against what is expected.  What
 * a pattern that gave up leaves open is an error, never a pass.
 */

struct hd_testrun {
	const struct hd_ruleset *rs;
	struct hd_matcher *m;
	struct hd_casefacts facts;
	struct hd_tags tags;
	struct hd_decision decision; /* of a stage, else untouched */
	bool open; /* a route above gave up and could have decided */
};

/* rs is borrowed and must outlive it. */
int hd_testrun_open(
    struct hd_testrun *t, const struct hd_ruleset *rs, struct hd_err *err);
void hd_testrun_close(struct hd_testrun *t);

/* What came of the facts of t. */
void hd_testrun_eval(struct hd_testrun *t);
/*
 * Does a run of expects hold on what was evaluated?  what differs is appended
 * to got and want, why to why, and the rule that decided goes to *rule.
 */
struct hd_testsaid {
	struct hd_buf got, want, why;
	const char *rule;
};
enum hd_outcome hd_testrun_expect(const struct hd_testrun *t, size_t expect,
    size_t n, struct hd_testsaid *said);
void hd_testsaid_release(struct hd_testsaid *said);

/* Called with what was evaluated, before it is compared. */
typedef void hd_testseen(void *ctx, const struct hd_testrun *t);

/*
 * Run a case or a row and add its result to out (NULL: do not); seen may be
 * NULL.  A table is no case: HD_SKIPPED.
 */
enum hd_outcome hd_test_case(struct hd_testrun *t, const struct hd_case *c,
    hd_testseen *seen, void *ctx, struct hd_diags *out);
/* The same of a journey, step by step. */
enum hd_outcome hd_test_journey(struct hd_testrun *t, const struct hd_case *c,
    hd_testseen *seen, void *ctx, struct hd_diags *out);

#endif
