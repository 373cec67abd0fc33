/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_JOURNEY_H
#define HD_JOURNEY_H

#include "check/testrun.h"

/* Journeys as what a person plays, and as what was played. */

/* Who should answer a message of the customer. */
struct hd_journey_turn {
	size_t step; /* of the journey: the customer's message */
	bool person; /* a person answers, from here on */
	enum hd_action action;
	const struct hd_rule *route; /* which sends it there; NULL: default */
};

/*
 * The turns of a journey, one a customer's message: what its lines expect, or
 * where they say nothing what the rules decide.  In arena; *n gets how many.
 */
const struct hd_journey_turn *hd_journey_turns(struct hd_testrun *t,
    const struct hd_case *c, struct hd_arena *arena, size_t *n);
/*
 * The sheet for who plays it on the live site, as plain text that is Markdown
 * too: who they are, what to type, what should happen, where to note the key.
 */
void hd_journey_script(
    struct hd_testrun *t, const struct hd_case *c, struct hd_buf *b);

#endif
