/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tags, and alternatives of one rule, as whole tickets meet them: see
 * prove_int.h.  There are many tags, so that nothing here looks at all pairs,
 * and what cannot be wrong on the face of it is not asked.
 */
#include <stdlib.h>
#include <string.h>

#include "check/prove_int.h"

struct whole {
	const struct hd_ruleset *rs;
	const struct hd_lintopt *o;
	struct hd_diags *out;
	struct hd_world *w;
	size_t side;
};

/*
 * Two conditions on one thing, or one on what other rules decide: all else can
 * hold.
 */
static bool
is_suspect(const struct whole *h, const struct hd_alt *a)
{
	const struct hd_cond *c, *d;

	for (size_t i = 0; i < a->nconds; i++) {
		c = &h->rs->conds[a->cond + i];
		if (c->var != HD_VAR_FIELD)
			return true;
		for (size_t k = i + 1; k < a->nconds; k++) {
			d = &h->rs->conds[a->cond + k];
			if (d->var == c->var && d->index == c->index)
				return true;
		}
	}
	return false;
}

/* Does an `unless` ask for what the alternative asks for? */
static bool
is_cancelled(
    const struct whole *h, const struct hd_rule *r, const struct hd_alt *a)
{
	const struct hd_alt *u;

	for (size_t i = 0; i < r->nalts; i++) {
		u = &h->rs->alts[r->alt + i];
		if (u->unless && hd_lint_asks_within(h->rs, u, a))
			return true;
	}
	return false;
}

static bool
contradicts(struct whole *h, const struct hd_rule *r, size_t alt)
{
	const struct hd_alt *a = &h->rs->alts[r->alt + alt];
	int *lits = hd_xcalloc(a->nconds + 1, sizeof(*lits));
	const size_t *core;
	size_t n;
	bool no;

	for (size_t i = 0; i < a->nconds; i++)
		lits[i] =
		    hd_world_cond(h->w, h->side, &h->rs->conds[a->cond + i]);
	no = hd_world_solve(h->w, lits, a->nconds) == HD_NO;
	if (no) {
		core = hd_world_shrink(h->w, lits, a->nconds, &n);
		hd_prove_contradiction(h->out, h->rs, r, alt, core, n);
	}
	free(lits);
	return no;
}

static bool
is_dead(struct whole *h, const struct hd_rule *r, size_t alt)
{
	const struct hd_alt *a = &h->rs->alts[r->alt + alt];
	int lit;

	if ((!is_suspect(h, a) && !is_cancelled(h, r, a)) ||
	    hd_prove_asks_unset(h->rs, a))
		return false;
	lit = hd_world_alt(h->w, h->side, r, alt);
	return hd_world_solve(h->w, &lit, 1) == HD_NO;
}

static void
tell_dead(struct whole *h, const struct hd_rule *r, size_t alt)
{
	const struct hd_alt *a = &h->rs->alts[r->alt + alt];

	if (!contradicts(h, r, alt))
		hd_lint_add(h->out, h->rs, "R151", r, alt + 1,
		    h->rs->conds[a->cond].pos,
		    "never reached: 'unless' of '%s' always cancels it", r->id);
}

/* R150, R151, R152: the most telling of them, once. */
static void
dead(struct whole *h, const struct hd_rule *r)
{
	bool *no = hd_xcalloc(r->nalts + 1, sizeof(*no)), whole;
	size_t nwhen = 0, n = 0;

	for (size_t i = 0; i < r->nalts; i++) {
		if (h->rs->alts[r->alt + i].unless)
			continue;
		nwhen++;
		no[i] = is_dead(h, r, i);
		n += no[i];
	}
	whole = n == nwhen && n > 1 && !hd_prove_asks_ungiven(h->rs, r);
	if (whole)
		hd_lint_add(h->out, h->rs, "R152", r, 0, r->pos,
		    "'%s' never fires: none of its alternatives can hold; "
		    "correct its conditions",
		    r->id);
	for (size_t i = 0; i < r->nalts; i++)
		if (no[i] && !whole)
			tell_dead(h, r, i);
	free(no);
}

static bool
may_be_always(const struct whole *h, const struct hd_rule *r)
{
	const struct hd_alt *a;
	bool plain;

	for (size_t i = 0; i < r->nalts; i++) {
		a = &h->rs->alts[r->alt + i];
		plain = !a->unless;
		for (size_t k = 0; k < a->nconds && plain; k++)
			plain = hd_prove_is_any(
				    h->rs, &h->rs->conds[a->cond + k]) ||
				h->rs->conds[a->cond + k].op > HD_OP_NOMATCH;
		if (plain)
			return true;
	}
	return false;
}

static void
tag(struct whole *h, const struct hd_rule *r)
{
	dead(h, r);
	if (may_be_always(h, r) && hd_prove_always(h->w, h->side, h->rs, r))
		hd_lint_add(h->out, h->rs, "R156", r, 0, r->pos,
		    "'%s' fires for every ticket that has a text: narrow it, "
		    "or write a default for what it sets",
		    r->id);
}

/* Does y fire only where x does?  Then it adds nothing. */
static bool
is_within(struct whole *h, const struct hd_rule *r, size_t x, size_t y)
{
	const struct hd_alt *ax = &h->rs->alts[r->alt + x];
	const struct hd_alt *ay = &h->rs->alts[r->alt + y];
	int lits[2];

	if (ax->unless != ay->unless || !hd_lint_asks_within(h->rs, ax, ay))
		return false;
	lits[0] = hd_world_alt(h->w, h->side, r, y);
	lits[1] = -hd_world_alt(h->w, h->side, r, x);
	/* what cannot hold at all was told */
	return hd_world_solve(h->w, lits, 1) == HD_YES &&
	       hd_world_solve(h->w, lits, 2) == HD_NO;
}

/* R158; of two that are the same, the later one is told. */
static void
alternatives(struct whole *h, const struct hd_rule *r)
{
	struct hd_pos pos, first;
	bool same;

	for (size_t y = 0; y < r->nalts; y++)
		for (size_t x = 0; x < r->nalts; x++) {
			if (x == y || !is_within(h, r, x, y))
				continue;
			same = is_within(h, r, y, x);
			if (same && y < x)
				continue;
			pos = h->rs->conds[h->rs->alts[r->alt + y].cond].pos;
			first = h->rs->conds[h->rs->alts[r->alt + x].cond].pos;
			hd_lint_add(h->out, h->rs, "R158", r, y + 1, pos,
			    same ? "the same as line %zu: remove it"
				 : "holds only where line %zu holds as well: "
				   "remove it",
			    first.line);
			hd_diag_relate(h->out,
			    hd_ruleset_place(h->rs, first, 0),
			    same ? "the first" : "the wider alternative");
			break;
		}
}

/* The literal "value v is the one that counts": none ranked higher is there. */
static int
is_primary(struct whole *h, size_t dim, size_t v)
{
	const struct hd_dim *d = &h->rs->dims[dim];
	int *lits, all;

	if (!d->many)
		return hd_world_dim(h->w, h->side, dim, (int)v);
	lits = hd_xcalloc(v + 1, sizeof(*lits));
	for (size_t i = 0; i < v; i++)
		lits[i] = -hd_world_dim(h->w, h->side, dim, (int)i);
	lits[v] = hd_world_dim(h->w, h->side, dim, (int)v);
	all = hd_world_and(h->w, lits, v + 1);
	free(lits);
	return all;
}

/* R170 of the value that tag r sets; told at its first setter. */
static void
primary(struct whole *h, const struct hd_rule *r, const struct hd_set *s,
    bool *seen)
{
	const struct hd_dim *d = &h->rs->dims[s->dim];
	int lits[2];

	if (strcmp(d->name, "issue") != 0 && strcmp(d->name, "approach") != 0)
		return;
	if (seen[d->off + (size_t)s->value])
		return;
	seen[d->off + (size_t)s->value] = true;
	lits[0] = hd_world_dim(h->w, h->side, s->dim, s->value);
	lits[1] = is_primary(h, s->dim, (size_t)s->value);
	if (hd_world_solve(h->w, &lits[1], 1) != HD_NO)
		return;
	if (d->many && hd_world_solve(h->w, lits, 1) == HD_NO)
		return; /* its rules are dead, and that was told */
	hd_lint_add(h->out, h->rs, "R170", r, 0, s->pos,
	    "'%s' is never the %s of a ticket: one ranked higher is always "
	    "there with it; declare it higher, or narrow that one's rule",
	    d->values[s->value], d->name);
}

void
hd_prove_whole(const struct hd_ruleset *rs, const struct hd_lintopt *o,
    struct hd_diags *out)
{
	struct whole h = { .rs = rs, .o = o, .out = out };
	bool *seen = hd_xcalloc(rs->nvalues + 1, sizeof(*seen));
	struct hd_rules all = hd_lint_rules(rs);
	const struct hd_rule *r;
	size_t undecided = 0;

	h.w = hd_world_new(HD_STAGE_WHOLE);
	h.side = hd_world_add(h.w, rs);
	for (size_t i = 0; i < all.n; i++) {
		r = all.v[i];
		if (!hd_lint_wanted(o, r->pos))
			continue;
		if (r->kind == HD_TAG)
			tag(&h, r);
		alternatives(&h, r);
		for (size_t k = 0; k < r->nsets; k++)
			primary(&h, r, &rs->sets[r->set + k], seen);
		if (hd_world_undecided(h.w) > undecided)
			hd_prove_undecided(out, rs, r);
		undecided = hd_world_undecided(h.w);
	}
	hd_world_free(h.w);
	free(seen);
	free(all.v);
}
