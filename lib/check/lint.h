/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LINT_H
#define HD_LINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "rules/ruleset.h"

/*
 * What can be said of a rule set that loads, without a ticket.  Findings are
 * added to out in no promised order (hd_diags_sort()); their ids and
 * severities are those of rules/catalogue.h.
 */

/* A column of the view rule_facts, as a database has it. */
struct hd_lintcolumn {
	const char *name;
	bool as_of; /* what was true at the time of the ticket, not today */
};

struct hd_lintopt {
	int64_t now;	 /* epoch seconds: for review and allow dates */
	int64_t overdue; /* seconds after which R181 is an error; -1: never */
	bool prober;	 /* measure patterns (R112, R113): slow */
	size_t jobs;	 /* threads that measure; 0: one */
	bool pairs;	 /* R155, every pair of routes */
	/* The files of rs that findings are wanted of, by index; NULL: all. */
	const bool *wanted;
	/* What git blame --porcelain says, for R185; p NULL: nothing. */
	struct hd_str blame;
	/* R125 and R126 need a database; n 0: there is none. */
	const struct hd_lintcolumn *columns;
	size_t ncolumns;
};

/* All of the below but hd_lint_allows(), which is to come after history. */
void hd_lint(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out);

/* What is declared, and what uses it: R125-R128, R171, R172. */
void hd_lint_names(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out);
/* Conditions that are alike or just miss each other: R159, R164. */
void hd_lint_alike(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out);
/* Owners, reasons and review dates: R180-R183. */
void hd_lint_dates(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out);
/* Rules changed since their review: R185; blame is there. */
void hd_lint_blame(const struct hd_ruleset *rs, const struct hd_lintopt *o,
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
/* Exceptions: marks what of out they let pass, R184.  After all others. */
void hd_lint_allows(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out);

#endif
