/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_WORLD_H
#define HD_WORLD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "rules/ruleset.h"
#include "rules/tri.h"

/*
 * All tickets there can be at one stage, and what rule sets make of them, as
 * boolean formulas over the facts.  A world holds any number of rule sets
 * ("sides"), all looking at the same ticket: facts are shared by field name.
 * What is said of a ticket is a literal: an int, negated by '-'.  Asking for a
 * literal builds its formula once and on demand.
 *
 * Where a formula cannot say exactly what the evaluator does (a pattern on a
 * text that nobody has seen, rules that hold by several messages of one
 * ticket) it allows more tickets than there are: HD_NO is a proof, HD_YES is
 * "as far as the rules say".
 */

struct hd_world;

/* HD_STAGE_WHOLE: tags over the whole ticket; there are no routes. */
struct hd_world *hd_world_new(enum hd_stage stage);
void hd_world_free(struct hd_world *w); /* NULL is allowed */

/* Add a rule set, borrowed until the world is freed: its number, the side. */
size_t hd_world_add(struct hd_world *w, const struct hd_ruleset *rs);
/*
 * The rule set of side on the same ticket with that one field unset; asked for
 * again it is the same side.
 */
size_t hd_world_without(struct hd_world *w, size_t side, const char *field);

/* --- literals --------------------------------------------------------------
 * Rules, alternatives and conditions are elements of the side's rule set; alt
 * counts within the rule, from 0.
 */
int hd_world_true(const struct hd_world *w); /* false is its negative */
/* The condition alone.  One on a message: some message is like that. */
int hd_world_cond(struct hd_world *w, size_t side, const struct hd_cond *c);
/* The conditions of one alternative hold and no `unless` cancels it. */
int hd_world_alt(
    struct hd_world *w, size_t side, const struct hd_rule *r, size_t alt);
/* An alternative of the rule holds; its stages are not looked at. */
int hd_world_fires(struct hd_world *w, size_t side, const struct hd_rule *r);
/* routes[route] decides: it is of this stage, fires, and none before it. */
int hd_world_first(struct hd_world *w, size_t side, size_t route);
/* No route of this stage fires. */
int hd_world_default(struct hd_world *w, size_t side);
/* The ticket gets this action, by a route or by default. */
int hd_world_action(struct hd_world *w, size_t side, enum hd_action a);
/* It gets one after which a person meets the customer. */
int hd_world_careful(struct hd_world *w, size_t side);
/* The dimension has this value (`many`: among others); -1: it has none. */
int hd_world_dim(struct hd_world *w, size_t side, size_t dim, int value);
/* The field is set. */
int hd_world_set(struct hd_world *w, size_t side, size_t field);

int hd_world_and(struct hd_world *w, const int *lits, size_t n);
int hd_world_or(struct hd_world *w, const int *lits, size_t n);

/* --- questions ------------------------------------------------------------ */

/*
 * Steps one question may take, and all of a world together: the start is
 * HD_WORLD_STEPS, and as many for HD_WORLD_QUESTIONS.
 */
#define HD_WORLD_STEPS	   ((size_t)2000000)
#define HD_WORLD_QUESTIONS ((size_t)200)
void hd_world_budget(struct hd_world *w, size_t steps);
/* Questions so far for which the steps were used up. */
size_t hd_world_undecided(const struct hd_world *w);

/*
 * Is there a ticket on which all n literals hold?  HD_NO: proved that there is
 * none.  HD_MAYBE: the steps were used up (R157).
 */
enum hd_tri hd_world_solve(struct hd_world *w, const int *lits, size_t n);
/* After HD_YES: does the literal hold on the ticket that was found? */
bool hd_world_holds(const struct hd_world *w, int lit);
/*
 * After HD_NO: indexes, rising, into the lits of the question that cannot hold
 * together.  Borrowed until the next question.
 */
const size_t *hd_world_core(const struct hd_world *w, size_t *n);
/*
 * The same made minimal: without any one of them the rest could hold, unless
 * the steps were used up.  Of several such sets it keeps what stands first in
 * lits.  lits and n are those of the question.
 */
const size_t *hd_world_shrink(
    struct hd_world *w, const int *lits, size_t n, size_t *ncore);

#endif
