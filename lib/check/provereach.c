/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alternatives and routes that no ticket reaches: see prove_int.h. */
#include <stdlib.h>

#include "check/prove_int.h"

/* Does some rule, or a default, give the dimension that value; -1: any? */
static bool
is_given(const struct hd_ruleset *rs, size_t dim, int value)
{
	const struct hd_rule *r;
	const struct hd_set *s;

	for (size_t i = 0; i < rs->nrules; i++) {
		r = &rs->rules[i];
		for (size_t k = 0; k < r->nsets; k++) {
			s = &rs->sets[r->set + k];
			if (s->dim == dim && (value < 0 || s->value == value))
				return true;
		}
	}
	return value < 0 ? rs->dims[dim].dflt >= 0
			 : rs->dims[dim].dflt == value;
}

/* Does the condition ask for values that no rule sets? */
static bool
asks_ungiven(const struct hd_ruleset *rs, const struct hd_cond *c)
{
	if (c->var != HD_VAR_DIM || (c->op != HD_OP_EQ && c->op != HD_OP_IN))
		return false;
	for (size_t i = 0; i < c->nvalues; i++)
		if (is_given(rs, c->index, rs->operands[c->value + i].index))
			return false;
	return true;
}

bool
hd_prove_asks_ungiven(const struct hd_ruleset *rs, const struct hd_rule *r)
{
	const struct hd_alt *a;

	for (size_t i = 0; i < r->nalts; i++) {
		a = &rs->alts[r->alt + i];
		for (size_t k = 0; k < a->nconds && !a->unless; k++)
			if (asks_ungiven(rs, &rs->conds[a->cond + k]))
				return true;
	}
	return false;
}

/* R151: what is asked of a dimension is nothing that the rules make of it. */
static void
never_made(struct hd_diags *out, const struct hd_ruleset *rs,
    const struct hd_rule *r, size_t alt, const struct hd_cond *c)
{
	hd_lint_add(out, rs, "R151", r, alt + 1, c->pos,
	    "never reached: '%.*s' never holds, as %s: write one, or remove "
	    "the alternative",
	    (int)c->src.n, c->src.p,
	    asks_ungiven(rs, c) ? "no rule sets it"
				: "no rule that sets it can fire so");
}

void
hd_prove_contradiction(struct hd_diags *out, const struct hd_ruleset *rs,
    const struct hd_rule *r, size_t alt, const size_t *core, size_t n)
{
	const struct hd_alt *a = &rs->alts[r->alt + alt];
	const struct hd_cond *first, *c;
	struct hd_buf b = HD_BUF_INIT;

	first = &rs->conds[a->cond + (n > 0 ? core[0] : 0)];
	if (n == 1 && first->var != HD_VAR_FIELD) {
		never_made(out, rs, r, alt, first);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		c = &rs->conds[a->cond + core[i]];
		hd_buf_addf(&b, "%s'%.*s'",
		    i == 0	 ? ""
		    : i + 1 == n ? " and "
				 : ", ",
		    (int)c->src.n, c->src.p);
	}
	hd_lint_add(out, rs, "R150", r, alt + 1, first->pos,
	    n == 1 ? "%s never holds: correct it, or remove the alternative"
		   : "%s never hold together: correct one, or remove the "
		     "alternative",
	    hd_buf_cstr(&b));
	for (size_t i = 1; i < n; i++) {
		c = &rs->conds[a->cond + core[i]];
		hd_diag_relate(out, hd_ruleset_place(rs, c->pos, c->src.n),
		    "'%.*s'", (int)c->src.n, c->src.p);
	}
	hd_buf_release(&b);
}

bool
hd_prove_asks_unset(const struct hd_ruleset *rs, const struct hd_alt *a)
{
	for (size_t i = 0; i < a->nconds; i++)
		if (rs->conds[a->cond + i].var != HD_VAR_FIELD &&
		    !is_given(rs, rs->conds[a->cond + i].index, -1))
			return true;
	return false;
}

/* Is the alternative reached at some stage? */
static bool
is_reached(struct hd_prove *p, size_t route, size_t alt)
{
	const struct hd_rule *r = &p->rs->routes[route];
	struct hd_provestage *st;
	size_t n;

	for (int s = 0; hd_prove_next(p, r, &s); s++) {
		st = &p->st[s];
		/* what questions share comes first: it is not set anew */
		n = st->above[route];
		for (size_t i = 0; i < n; i++)
			p->lits[i] = -st->fires[i];
		p->lits[n] = hd_world_alt(st->w, st->side, r, alt);
		if (hd_prove_ask(p, s, r, p->lits, n + 1) != HD_NO)
			return true;
	}
	return false;
}

/* Can the conditions of an alternative not hold together at the stage? */
static bool
contradicts_at(struct hd_prove *p, int stage, const struct hd_alt *a)
{
	struct hd_provestage *st = &p->st[stage];
	int *lits = hd_xcalloc(a->nconds + 1, sizeof(*lits));
	size_t n;
	bool no;

	for (size_t i = 0; i < a->nconds; i++)
		lits[i] =
		    hd_world_cond(st->w, st->side, &p->rs->conds[a->cond + i]);
	no = hd_world_solve(st->w, lits, a->nconds) == HD_NO;
	if (no)
		(void)hd_world_shrink(st->w, lits, a->nconds, &n);
	free(lits);
	return no;
}

/*
 * Do its conditions contradict each other, whatever the stage?  More can hold
 * at a later stage: why they do not there is why they never do.
 */
static bool
contradicts(struct hd_prove *p, const struct hd_rule *r, size_t alt)
{
	const size_t *core;
	size_t n;
	int last = -1;

	for (int s = 0; hd_prove_next(p, r, &s); s++) {
		if (!contradicts_at(p, s, &p->rs->alts[r->alt + alt]))
			return false;
		last = s;
	}
	if (last < 0)
		return false;
	core = hd_world_core(p->st[last].w, &n);
	hd_prove_contradiction(p->out, p->rs, r, alt, core, n);
	return true;
}

/*
 * That an outcome is not known when a ticket opens was told (R128): what
 * cannot hold for that alone is not told again.
 */
static bool
asks_outcome(const struct hd_prove *p, const struct hd_rule *r, size_t alt)
{
	const struct hd_alt *a = &p->rs->alts[r->alt + alt];
	const struct hd_cond *c;

	for (size_t i = 0; i < a->nconds; i++) {
		c = &p->rs->conds[a->cond + i];
		if (c->var == HD_VAR_FIELD &&
		    p->rs->fields[c->index].known == HD_KNOWN_OUTCOME)
			return r->stages == 1u << HD_STAGE_OPEN;
	}
	return false;
}

/* Mark the routes that take all of `lit` away at the stage. */
static void
blockers_at(struct hd_prove *p, int stage, size_t route, int lit, bool *blocks)
{
	struct hd_provestage *st = &p->st[stage];
	size_t ncore, n = 1 + st->above[route];
	const size_t *core;

	p->lits[0] = lit;
	for (size_t i = 1; i < n; i++)
		p->lits[i] = -st->fires[i - 1];
	if (hd_world_solve(st->w, p->lits, n) != HD_NO)
		return;
	core = hd_world_shrink(st->w, p->lits, n, &ncore);
	for (size_t i = 0; i < ncore; i++)
		if (core[i] > 0)
			blocks[st->route[core[i] - 1]] = true;
}

/* The routes that take all of an alternative away, or all of the route. */
static bool *
blockers(struct hd_prove *p, size_t route, const size_t *alt)
{
	const struct hd_rule *r = &p->rs->routes[route];
	bool *blocks = hd_xcalloc(p->rs->nroutes, sizeof(*blocks));
	struct hd_provestage *st;

	for (int s = 0; hd_prove_next(p, r, &s); s++) {
		st = &p->st[s];
		blockers_at(p, s, route,
		    alt != NULL ? hd_world_alt(st->w, st->side, r, *alt)
				: hd_world_fires(st->w, st->side, r),
		    blocks);
	}
	return blocks;
}

/* " + 'a' (line 3)" of each of them. */
static void
name_all(const struct hd_prove *p, const struct hd_rule *r, const bool *blocks,
    struct hd_buf *b)
{
	for (size_t i = 0; i < p->rs->nroutes; i++)
		if (blocks[i])
			hd_prove_name(p, r->pos, &p->rs->routes[i], b);
}

static void
relate(struct hd_prove *p, size_t route, const bool *blocks)
{
	const struct hd_rule *r;

	for (size_t i = 0; i < p->rs->nroutes; i++) {
		if (!blocks[i])
			continue;
		r = &p->rs->routes[i];
		hd_diag_relate(p->out, hd_ruleset_place(p->rs, r->pos, 0),
		    "route '%s'", r->id);
		p->takes[i] = &p->rs->routes[route];
	}
}

static void
tell_alternative(struct hd_prove *p, size_t route, size_t alt)
{
	const struct hd_rule *r = &p->rs->routes[route];
	const struct hd_alt *a = &p->rs->alts[r->alt + alt];
	struct hd_pos pos = p->rs->conds[a->cond].pos;
	struct hd_buf b = HD_BUF_INIT;
	bool *blocks;

	if (asks_outcome(p, r, alt) || contradicts(p, r, alt))
		return;
	blocks = blockers(p, route, &alt);
	name_all(p, r, blocks, &b);
	if (b.n == 0)
		hd_lint_add(p->out, p->rs, "R151", r, alt + 1, pos,
		    "never reached: 'unless' of '%s' always cancels it", r->id);
	else
		hd_lint_add(p->out, p->rs, "R151", r, alt + 1, pos,
		    "never reached: always taken by %s; move '%s' up, or "
		    "remove this alternative",
		    hd_buf_cstr(&b), r->id);
	relate(p, route, blocks);
	free(blocks);
	hd_buf_release(&b);
}

static void
tell_rule(struct hd_prove *p, size_t route, size_t nwhen)
{
	const struct hd_rule *r = &p->rs->routes[route];
	struct hd_buf b = HD_BUF_INIT;
	size_t first = 0;
	bool *blocks;

	while (p->rs->alts[r->alt + first].unless)
		first++;
	/* of a single alternative the contradiction says it all */
	if (nwhen == 1 &&
	    (asks_outcome(p, r, first) || contradicts(p, r, first)))
		return;
	blocks = blockers(p, route, NULL);
	name_all(p, r, blocks, &b);
	if (b.n == 0)
		HD_PROVE_ADD(p, "R152", r,
		    "'%s' never fires: what it asks for cannot be; correct "
		    "its conditions",
		    r->id);
	else
		HD_PROVE_ADD(p, "R152", r,
		    "'%s' never fires: always taken by %s; move it up, or "
		    "remove it",
		    r->id, hd_buf_cstr(&b));
	relate(p, route, blocks);
	free(blocks);
	hd_buf_release(&b);
}

static void
reach(struct hd_prove *p, size_t route)
{
	const struct hd_rule *r = &p->rs->routes[route];
	bool *reached = hd_xcalloc(r->nalts + 1, sizeof(*reached)), whole;
	size_t nwhen = 0, n = 0;

	for (size_t i = 0; i < r->nalts; i++) {
		if (p->rs->alts[r->alt + i].unless)
			continue;
		nwhen++;
		reached[i] =
		    hd_prove_asks_unset(p->rs, &p->rs->alts[r->alt + i]) ||
		    is_reached(p, route, i);
		n += reached[i];
	}
	p->dead[route] = n == 0;
	whole = n == 0 && (nwhen == 1 || !hd_prove_asks_ungiven(p->rs, r));
	if (!hd_lint_wanted(p->o, r->pos))
		nwhen = 0;
	else if (whole)
		tell_rule(p, route, nwhen);
	for (size_t i = 0; i < r->nalts && nwhen > 0 && !whole; i++)
		if (!p->rs->alts[r->alt + i].unless && !reached[i])
			tell_alternative(p, route, i);
	free(reached);
}

void
hd_prove_reach(struct hd_prove *p)
{
	for (size_t i = 0; i < p->rs->nroutes; i++)
		reach(p, i);
}
