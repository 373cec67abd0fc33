/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PROVE_INT_H
#define HD_PROVE_INT_H

#include "check/lint_int.h"
#include "check/world.h"

/*
 * Private to lib/check: what the proofs share.  Each stage that has something
 * to decide has a world; routes are gone through one by one, so that what is
 * dead at one stage and alive at the other is known to be alive.
 */

struct hd_provestage {
	struct hd_world *w; /* NULL: nothing is decided at this stage */
	size_t side;
	size_t *route; /* the routes of the stage, in order */
	int *fires;    /* by that order: the route fires */
	size_t n;
	size_t *above; /* by index in routes: routes of the stage above it */
};

struct hd_prove {
	const struct hd_ruleset *rs;
	const struct hd_lintopt *o;
	struct hd_diags *out;
	struct hd_provestage st[HD_STAGES];
	bool *dead; /* by index in routes: it never decides */
	/* by index in routes: one that was told to be taken by it, or NULL */
	const struct hd_rule **takes;
	int *lits;   /* room for a question: a literal a route, and more */
	bool *vague; /* by index in routes: R157 was told */
};
#define HD_PROVE_MORE 8 /* literals of a question beside those of routes */

/* The stages of rule r that have a world, from *s on; false: no more. */
bool hd_prove_next(const struct hd_prove *p, const struct hd_rule *r, int *s);
/*
 * hd_world_solve() about rule r; HD_MAYBE is told as R157, once a route.
 */
enum hd_tri hd_prove_ask(struct hd_prove *p, int stage, const struct hd_rule *r,
    const int *lits, size_t n);
/* R157 about r. */
void hd_prove_undecided(
    struct hd_diags *out, const struct hd_ruleset *rs, const struct hd_rule *r);
/* Finding at r; as hd_lint_add(). */
#define HD_PROVE_ADD(p, id, r, ...) \
	hd_lint_add((p)->out, (p)->rs, id, r, 0, (r)->pos, __VA_ARGS__)
/* "line 9", or with its file where that is another than of `from`. */
void hd_prove_line(const struct hd_prove *p, struct hd_pos from,
    struct hd_pos pos, struct hd_buf *b);
/* " + 'name' (line 9)" of a rule; the plus where b is not empty. */
void hd_prove_name(const struct hd_prove *p, struct hd_pos from,
    const struct hd_rule *r, struct hd_buf *b);

/* An example of a ticket on which lits hold. */
struct hd_example_of {
	struct hd_buf text; /* its facts; released by the caller */
	bool possible;	    /* a pattern is to match, and no text was tried */
	size_t by; /* the route of the stage that decides it; n: default */
};
/* Which route of the stage decides the ticket that was found; n: default. */
size_t hd_prove_decider(const struct hd_provestage *st);
/*
 * Of which as little is known as can be, and only what is so is named; false
 * when there is none, or none was found within the budget.
 */
bool hd_prove_example(struct hd_prove *p, int stage, const int *lits, size_t n,
    struct hd_example_of *e);

/* R150, R151, R152 of routes; fills dead and takes.  First of all. */
void hd_prove_reach(struct hd_prove *p);
/* R153-R156. */
void hd_prove_routes(struct hd_prove *p);
/* R160-R162. */
void hd_prove_policies(struct hd_prove *p);
/* R163. */
void hd_prove_unset(struct hd_prove *p);
/*
 * R150, R152, R156, R170 of tags, R158 of all rules, in a world of its own:
 * that of whole tickets.
 */
void hd_prove_whole(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out);
/*
 * Does the alternative ask for a dimension that nothing here sets?  Then the
 * file is a part of a rule set, and nobody knows what it can be (R172).
 */
bool hd_prove_asks_unset(const struct hd_ruleset *rs, const struct hd_alt *a);
/*
 * Does an alternative ask for values that no rule sets?  Then each is told for
 * itself, as it may be a rule that is missing.
 */
bool hd_prove_asks_ungiven(
    const struct hd_ruleset *rs, const struct hd_rule *r);
/* Does r fire on every ticket that has a text? */
bool hd_prove_always(struct hd_world *w, size_t side,
    const struct hd_ruleset *rs, const struct hd_rule *r);
/* A condition that any text meets. */
bool hd_prove_is_any(const struct hd_ruleset *rs, const struct hd_cond *c);
/*
 * Tell that the conditions of alternative alt contradict each other (R150), or
 * that one asks for what no tag is (R151); core are their indexes.
 */
void hd_prove_contradiction(struct hd_diags *out, const struct hd_ruleset *rs,
    const struct hd_rule *r, size_t alt, const size_t *core, size_t n);

#endif
