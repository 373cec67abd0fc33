/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DECIDE_H
#define HD_DECIDE_H

#include "rules/eval.h"
#include "rules/tri.h"

/* Which route takes a ticket: the first of the stage that fires. */

#define HD_BY_STAGE_DEFAULT (-1)

struct hd_decision {
	/* The index in routes, HD_BY_STAGE_DEFAULT where none fires; of those
	 * that could be decided. */
	int route;
	enum hd_action action;
	/*
	 * 1u << action of all that may be: more than one where a route above
	 * gave up and would have sent the ticket elsewhere.
	 */
	unsigned possible;
};

/* The one action of a route. */
enum hd_action hd_route_action(const struct hd_rule *r);

/*
 * Decide for the ticket and the facts that hd_eval() was last given, which
 * must be those of this stage.
 */
void hd_decide(
    struct hd_matcher *m, enum hd_stage stage, struct hd_decision *d);
/*
 * What each route says, whatever stands above it: enum hd_tri by its index in
 * routes, HD_NO for those of other stages.
 */
void hd_decide_all(
    struct hd_matcher *m, enum hd_stage stage, unsigned char *fires);
/* What follows from that, as if the route `without` were not there; -1: all. */
void hd_decide_by(const struct hd_ruleset *rs, enum hd_stage stage,
    const unsigned char *fires, int without, struct hd_decision *d);
/* Does a route or the condition of a policy hold on it, whatever stands above? */
enum hd_tri hd_decide_fires(struct hd_matcher *m, const struct hd_rule *r);
/*
 * One alternative of a rule, which nothing cancels / one condition alone, on
 * any message where it is one of messages.
 */
enum hd_tri hd_decide_alt(
    struct hd_matcher *m, const struct hd_rule *r, const struct hd_alt *alt);
enum hd_tri hd_decide_cond(struct hd_matcher *m, const struct hd_cond *c);

#endif
