/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_EVIDENCE_H
#define HD_EVIDENCE_H

#include "rules/eval.h"

/* Why a ticket has its tags, and whether rules do what their examples say. */

/* Why: one condition that held, or a default that decided. */
struct hd_evidence {
	size_t number;		    /* of the rule, 0: a default */
	const struct hd_rule *rule; /* NULL for a default */
	const struct hd_cond *cond; /* NULL for a default */
	struct hd_pos pos;	    /* of the condition or the default line */
	const char *field;	    /* name of the field or the dimension */
	int dim, value;	   /* of a default, or of a dimension tested; else -1 */
	int item;	   /* which message or list element, from 0; -1 */
	struct hd_val val; /* the text matched, or the value compared */
	bool span; /* a pattern matched at bytes [start, end) of val.str */
	size_t start, end;
};

/*
 * Call cb for each condition of the first alternative that held of each rule
 * that fired, in the order of the files, then for each default that decided.
 * cb returns 0 to go on, else -1 with its own error, which ends the walk.
 */
int hd_explain(struct hd_matcher *m, const struct hd_val *vals, bool readable,
    int (*cb)(void *ctx, const struct hd_evidence *e), void *ctx);
/* The same of what hd_eval() was last given, which is not evaluated again. */
int hd_explain_evaluated(struct hd_matcher *m,
    int (*cb)(void *ctx, const struct hd_evidence *e), void *ctx);

/*
 * The same for the first alternative that holds of one route, of the ticket
 * and the facts that hd_eval() was last given; then why the dimensions it tests
 * have their values.  number is 0 for those of the route.
 */
int hd_explain_route(struct hd_matcher *m, const struct hd_rule *r,
    int (*cb)(void *ctx, const struct hd_evidence *e), void *ctx);
/*
 * Is the route, which does not fire, one condition away?  e gets that condition
 * and the value it was asked of; of an `unless` that cancels, its first.  An
 * alternative all of whose other conditions hold goes before a lone condition.
 */
bool hd_explain_near(
    struct hd_matcher *m, const struct hd_rule *r, struct hd_evidence *e);
/* The alternative of its rule that the condition is of, borrowed. */
const struct hd_alt *hd_explain_alternative(
    const struct hd_ruleset *rs, const struct hd_evidence *e);
/* Is the condition one of an `unless`? */
bool hd_explain_cancels(
    const struct hd_ruleset *rs, const struct hd_evidence *e);

/*
 * Try every hit, miss and todo line: the text stands for every text that the
 * rule tests, other conditions count as true in a when alternative that has a
 * pattern and as false under unless.  ok: a hit (or todo) fired, a miss did
 * not.  cb as above.
 */
int hd_ruleset_examples(const struct hd_ruleset *rs,
    int (*cb)(void *ctx, const struct hd_rule *rule,
	const struct hd_example *ex, bool ok),
    void *ctx, struct hd_err *err);

#endif
