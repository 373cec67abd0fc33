/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Alternatives and routes that no ticket reaches: see prove_int.h. */
#include <stdlib.h>

#include "check/prove_int.h"

void
hd_prove_contradiction(struct hd_diags *out, const struct hd_ruleset *rs,
    const struct hd_rule *r, size_t alt, const size_t *core, size_t n)
{
	const struct hd_alt *a = &rs->alts[r->alt + alt];
	const struct hd_cond *first, *c;
	struct hd_buf b = HD_BUF_INIT;

	first = &rs->conds[a->cond + (n > 0 ? core[0] : 0)];
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

static bool
is_set(const struct hd_ruleset *rs, size_t dim)
{
	const struct hd_rule *r;

	for (size_t i = 0; i < rs->nrules; i++) {
		r = &rs->rules[i];
		for (size_t k = 0; k < r->nsets; k++)
			if (rs->sets[r->set + k].dim == dim)
				return true;
	}
	return rs->dims[dim].dflt >= 0;
}

bool
hd_prove_asks_unset(const struct hd_ruleset *rs, const struct hd_alt *a)
{
	for (size_t i = 0; i < a->nconds; i++)
		if (rs->conds[a->cond + i].var != HD_VAR_FIELD &&
		    !is_set(rs, rs->conds[a->cond + i].index))
			return true;
	return false;
}

/* Is the alternative reached at some stage? */
static bool
is_reached(struct hd_prove *p, size_t route, size_t alt)
{
	const struct hd_rule *r = &p->rs->routes[route];
	struct hd_provestage *st;

	for (int s = 0; hd_prove_next(p, r, &s); s++) {
		st = &p->st[s];
		p->lits[0] = hd_world_alt(st->w, st->side, r, alt);
		for (size_t i = 0; i < st->above[route]; i++)
			p->lits[1 + i] = -st->fires[i];
		if (hd_prove_ask(p, s, r, p->lits, 1 + st->above[route]) !=
		    HD_NO)
			return true;
	}
	return false;
}

/*
 * Do its conditions contradict each other?  Their literals go to p->lits, so
 * that the core can be made of them.
 */
static bool
contradicts(struct hd_prove *p, int stage, const struct hd_rule *r, size_t alt)
{
	const struct hd_alt *a = &p->rs->alts[r->alt + alt];
	struct hd_provestage *st = &p->st[stage];
	int *lits = hd_xcalloc(a->nconds + 1, sizeof(*lits));
	const size_t *core;
	size_t n;
	bool no;

	for (size_t i = 0; i < a->nconds; i++)
		lits[i] =
		    hd_world_cond(st->w, st->side, &p->rs->conds[a->cond + i]);
	no = hd_world_solve(st->w, lits, a->nconds) == HD_NO;
	if (no) {
		core = hd_world_shrink(st->w, lits, a->nconds, &n);
		hd_prove_contradiction(p->out, p->rs, r, alt, core, n);
	}
	free(lits);
	return no;
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

/* The routes that take all of `lit` (p->lits[0]) away, as a text. */
static size_t
blockers(struct hd_prove *p, int stage, size_t route, int lit,
    const struct hd_rule **by, struct hd_buf *b)
{
	const struct hd_rule *r = &p->rs->routes[route];
	struct hd_provestage *st = &p->st[stage];
	size_t ncore, n = 0;
	const size_t *core;

	p->lits[0] = lit;
	for (size_t i = 0; i < st->above[route]; i++)
		p->lits[1 + i] = -st->fires[i];
	if (hd_world_solve(st->w, p->lits, 1 + st->above[route]) != HD_NO)
		return 0;
	core = hd_world_shrink(st->w, p->lits, 1 + st->above[route], &ncore);
	for (size_t i = 0; i < ncore; i++) {
		if (core[i] == 0)
			continue;
		by[n] = &p->rs->routes[st->route[core[i] - 1]];
		hd_prove_name(p, r->pos, by[n++], b);
	}
	return n;
}

static void
relate(struct hd_prove *p, const struct hd_rule *const *by, size_t n)
{
	for (size_t i = 0; i < n; i++)
		hd_diag_relate(p->out, hd_ruleset_place(p->rs, by[i]->pos, 0),
		    "route '%s'", by[i]->id);
}

static void
tell_alternative(struct hd_prove *p, size_t route, size_t alt)
{
	const struct hd_rule *r = &p->rs->routes[route];
	const struct hd_alt *a = &p->rs->alts[r->alt + alt];
	struct hd_pos pos = p->rs->conds[a->cond].pos;
	const struct hd_rule **by;
	struct hd_buf b = HD_BUF_INIT;
	size_t n;
	int s = 0;

	(void)hd_prove_next(p, r, &s);
	if (asks_outcome(p, r, alt) || contradicts(p, s, r, alt))
		return;
	by = hd_xcalloc(p->rs->nroutes, sizeof(*by));
	n = blockers(p, s, route,
	    hd_world_alt(p->st[s].w, p->st[s].side, r, alt), by, &b);
	if (n == 0)
		hd_lint_add(p->out, p->rs, "R151", r, alt + 1, pos,
		    "never reached: 'unless' of '%s' always cancels it", r->id);
	else
		hd_lint_add(p->out, p->rs, "R151", r, alt + 1, pos,
		    "never reached: always taken by %s; move '%s' up, or "
		    "remove this alternative",
		    hd_buf_cstr(&b), r->id);
	relate(p, by, n);
	free(by);
	hd_buf_release(&b);
}

static void
tell_rule(struct hd_prove *p, size_t route, size_t nwhen)
{
	const struct hd_rule *r = &p->rs->routes[route], **by;
	struct hd_buf b = HD_BUF_INIT;
	size_t n, first = 0;
	int s = 0;

	while (p->rs->alts[r->alt + first].unless)
		first++;
	(void)hd_prove_next(p, r, &s);
	/* of a single alternative the contradiction says it all */
	if (nwhen == 1 &&
	    (asks_outcome(p, r, first) || contradicts(p, s, r, first)))
		return;
	by = hd_xcalloc(p->rs->nroutes, sizeof(*by));
	n = blockers(
	    p, s, route, hd_world_fires(p->st[s].w, p->st[s].side, r), by, &b);
	if (n == 0)
		HD_PROVE_ADD(p, "R152", r,
		    "'%s' never fires: what it asks for cannot be; correct "
		    "its conditions",
		    r->id);
	else
		HD_PROVE_ADD(p, "R152", r,
		    "'%s' never fires: always taken by %s; move it up, or "
		    "remove it",
		    r->id, hd_buf_cstr(&b));
	relate(p, by, n);
	free(by);
	hd_buf_release(&b);
}

static void
reach(struct hd_prove *p, size_t route)
{
	const struct hd_rule *r = &p->rs->routes[route];
	bool *reached = hd_xcalloc(r->nalts + 1, sizeof(*reached));
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
	if (!hd_lint_wanted(p->o, r->pos))
		nwhen = 0;
	else if (n == 0)
		tell_rule(p, route, nwhen);
	for (size_t i = 0; i < r->nalts && nwhen > 0 && n > 0; i++)
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
