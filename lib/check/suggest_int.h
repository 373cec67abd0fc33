/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SUGGEST_INT_H
#define HD_SUGGEST_INT_H

#include "check/sketch.h"
#include "check/suggest.h"

/* Private to suggest*.c: what a case is to show, and the case in the making. */

enum hd_goalkind {
	HD_GOAL_ALT,
	HD_GOAL_BELOW, /* a side of a threshold */
	HD_GOAL_ABOVE,
	HD_GOAL_POLICY,
	HD_GOAL_BROKEN, /* a ticket of the policy that gets another action */
};

struct hd_goal {
	enum hd_goalkind kind;
	const struct hd_rule *rule;
	const struct hd_alt *alt;
	const struct hd_cond *cond;
	enum hd_stage stage;
	const char *name; /* of the case; unique */
	struct hd_sketch sketch;
	bool possible; /* the solver found a ticket */
	bool done;
};

struct hd_suggester {
	const struct hd_ruleset *rs;
	const struct hd_testcover *shown;
	const bool *wanted;
	struct hd_world *worlds[HD_STAGES];
	size_t sides[HD_STAGES];
	struct hd_goal *v;
	size_t n, cap;
	struct hd_map names;
	struct hd_arena arena;
};

/* One way to make a case up. */
struct hd_attempt {
	bool lean;    /* with few facts */
	size_t words; /* other texts from one to the next */
};

/* All goals that are still to be reached, each with its sketch. */
void hd_suggest_goals(struct hd_suggester *s);
/*
 * A case for the goal, without what it expects, appended to b.  false: a fact
 * cannot be written.
 */
bool hd_suggest_case(const struct hd_suggester *s, const struct hd_goal *g,
    const struct hd_attempt *attempt, struct hd_buf *b);

#endif
