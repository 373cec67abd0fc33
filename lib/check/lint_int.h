/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LINT_INT_H
#define HD_LINT_INT_H

#include "check/lint.h"

/* Private to lib/check: what the lints share. */

/* Every rule of a set: tags, routes, policies, each kind in its order. */
struct hd_rules {
	const struct hd_rule **v; /* owned: free() */
	size_t n;
};
struct hd_rules hd_lint_rules(const struct hd_ruleset *rs);

/* Are findings at pos wanted? */
bool hd_lint_wanted(const struct hd_lintopt *o, struct hd_pos pos);
/*
 * A finding of check `id` at pos about rule r (NULL: none), alternative alt
 * (from 1, 0: the whole).  Borrowed as of hd_diag_add().
 */
struct hd_diag *hd_lint_add(struct hd_diags *out, const struct hd_ruleset *rs,
    const char *id, const struct hd_rule *r, size_t alt, struct hd_pos pos,
    const char *fmt, ...) HD_PRINTF(7, 8);

/*
 * Condition c in a form that is the same for conditions that mean the same,
 * appended to b: numbers as numbers, the values of `in` sorted.
 */
void hd_lint_normal(
    const struct hd_ruleset *rs, const struct hd_cond *c, struct hd_buf *b);
/*
 * Does x ask for nothing but what y asks for as well: the same fields and
 * dimensions, the same patterns?  What it does not, it hardly follows from y.
 */
bool hd_lint_asks_within(const struct hd_ruleset *rs, const struct hd_alt *x,
    const struct hd_alt *y);
/* A date such as 2026-01-31 as the midnight that begins it, epoch seconds. */
int64_t hd_lint_date(struct hd_str date);

/* Parts of hd_lint_examples() and hd_lint_alike(). */
void hd_lint_taken(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out);
void hd_lint_gaps(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out);

#endif
