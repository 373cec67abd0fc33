/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_STAGE_H
#define HD_STAGE_H

#include <stdbool.h>

/* When rules are asked, where they send a ticket, and the kinds of rules. */

/* What of a ticket is known when rules are asked. */
enum hd_stage {
	HD_STAGE_WHOLE, /* all that is known in the end */
	HD_STAGE_OPEN,	/* the first customer message and what arrival knows */
	HD_STAGE_REPLY, /* what stands before an answer to the customer */
};
#define HD_STAGES (HD_STAGE_REPLY + 1)

/* Where a route sends a ticket, in the order of care. */
enum hd_action {
	HD_ACTION_NONE, /* no route and no default */
	HD_AI_FIRST,
	HD_STAY, /* with the AI that has it */
	HD_HUMAN_FIRST,
	HD_ESCALATE,
};
#define HD_ACTIONS (HD_ESCALATE + 1)

/* As written in rule files; "none" for HD_ACTION_NONE and HD_STAGE_WHOLE. */
const char *hd_action_name(enum hd_action a);
const char *hd_stage_name(enum hd_stage s);
/* Does a person meet the customer? */
bool hd_action_careful(enum hd_action a);

enum hd_rulekind {
	HD_TAG,
	HD_ROUTE,
	HD_POLICY,
};
#define HD_RULEKINDS (HD_POLICY + 1)

const char *hd_rulekind_name(enum hd_rulekind k);

#endif
