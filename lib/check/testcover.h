/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TESTCOVER_H
#define HD_TESTCOVER_H

#include "check/testrun.h"

/*
 * What cases have shown of rules: which alternatives fired (of a route: and
 * decided), on which sides of a threshold values lay, which policies spoke.
 * Over any number of rule sets that share files.
 */

struct hd_testcover;

struct hd_testcover *hd_testcover_new(void);
void hd_testcover_free(struct hd_testcover *c);
/*
 * From now on cases are of this rule set, borrowed until the next call; what is
 * to be shown are the rules of its files that are wanted, by index.
 */
void hd_testcover_begin(
    struct hd_testcover *c, const struct hd_ruleset *rs, const bool *wanted);
/* A hd_testseen; ctx is the struct hd_testcover. */
void hd_testcover_seen(void *ctx, const struct hd_testrun *t);
/*
 * What no case has shown, as findings R503, R504 and R165 (out NULL: none), and
 * how many of the alternatives fired.
 */
void hd_testcover_report(const struct hd_testcover *c, struct hd_diags *out,
    size_t *fired, size_t *alternatives);
/* Was the condition's threshold seen on that side (0 below, 1 above)? */
bool hd_testcover_side(
    const struct hd_testcover *c, const struct hd_cond *cond, int side);
/* Did the alternative fire? */
bool hd_testcover_fired(const struct hd_testcover *c, const struct hd_alt *alt);
/* Did the policy speak? */
bool hd_testcover_spoke(
    const struct hd_testcover *c, const struct hd_rule *policy);

/*
 * A condition that compares a number or a duration with < <= > >=: its constant,
 * and the least step of it as written (90d: a day, 0.7: 0.1); false for others.
 */
bool hd_threshold(const struct hd_ruleset *rs, const struct hd_cond *c,
    double *constant, double *step);
/* The constant `by' steps on, as written; NULL: there is no such duration. */
const char *hd_threshold_text(const struct hd_operand *o, double constant,
    double step, int by, struct hd_arena *arena);

#endif
