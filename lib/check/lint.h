/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LINT_H
#define HD_LINT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "rules/ruleset.h"

/*
 * What can be said of a rule set that loads, without a ticket.  Findings are
 * added to out in no promised order (hd_diags_sort()); their ids and
 * severities are those of rules/catalogue.h.
 */

struct hd_lintopt {
	int64_t now;	 /* epoch seconds: for review and allow dates */
	int64_t overdue; /* seconds after which R181 is an error; -1: never */
	bool prober;	 /* measure patterns (R112, R113): slow */
	bool pairs;	 /* R155, every pair of routes */
	/* The files of rs that findings are wanted of, by index; NULL: all. */
	const bool *wanted;
};

/* All of the below, then `allow` lines and what they let pass (R184). */
void hd_lint(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out);

/* Names, dates, owners and reasons: R126-R128, R159, R164, R171-R183. */
void hd_lint_text(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out);
/* The examples of rules: R140-R145. */
void hd_lint_examples(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out);
/* Patterns: R104, R111-R113, R115-R11B. */
void hd_lint_patterns(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out);
/* What is proved: R150-R163, R170. */
void hd_lint_proofs(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out);

#endif
