/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef BENCH_TICKETS_H
#define BENCH_TICKETS_H

#include "base/mem.h"
#include "rules/eval.h"

/*
 * Tickets made up to time the tagging with: no two have the same text, and
 * each has something for one rule of a rule set, in turn, from its `hit`
 * lines, among sentences of all kinds.  The same number is the same ticket.
 */

#define TURNS 2 /* customer messages at most */

struct ticket {
	struct hd_str subject, text; /* text: all the customer wrote */
	struct hd_str customer[TURNS];
	size_t turns;
	struct hd_str ai, agent, note; /* p NULL: there is none */
};

struct maker;

/* rs is borrowed; owned by the caller. */
struct maker *maker_new(const struct hd_ruleset *rs);
void maker_free(struct maker *m);
/* Has the rule a pattern and a line that is to fire it? */
bool maker_fires(const struct maker *m, size_t rule);
/* Ticket i; its texts are the arena's. */
void maker_ticket(
    struct maker *m, size_t i, struct hd_arena *arena, struct ticket *t);
/* Its facts, by field of rs; borrowed from t. */
void ticket_vals(
    const struct hd_ruleset *rs, const struct ticket *t, struct hd_val *vals);

#endif
