/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routes beside each other: see prove_int.h. */
#include <stdlib.h>
#include <string.h>

#include "check/prove_int.h"
#include "check/sketch.h"

/* Where a route, or the default (NULL), sends a ticket. */
static bool
same_outcome(const struct hd_rule *a, const struct hd_rule *b, unsigned dflt)
{
	if (b == NULL)
		return a->actions == dflt && a->queue.p == NULL;
	return a->actions == b->actions && hd_str_same(a->queue, b->queue);
}

/*
 * The literal "what stands below position `at` sends the ticket elsewhere than
 * r would", from the end upwards.
 */
static int
below_differs(struct hd_prove *p, int stage, size_t at, const struct hd_rule *r)
{
	struct hd_provestage *st = &p->st[stage];
	unsigned dflt = 1u << p->rs->stage_default[stage].action;
	int t = hd_world_true(st->w), lits[2];

	if (same_outcome(r, NULL, dflt))
		t = -t;
	for (size_t k = st->n; k > at; k--) {
		lits[1] = t;
		if (same_outcome(r, &p->rs->routes[st->route[k - 1]], dflt)) {
			lits[0] = -st->fires[k - 1];
			t = hd_world_and(st->w, lits, 2);
		} else {
			lits[0] = st->fires[k - 1];
			t = hd_world_or(st->w, lits, 2);
		}
	}
	return t;
}

static bool
is_redundant(struct hd_prove *p, size_t route)
{
	const struct hd_rule *r = &p->rs->routes[route];
	struct hd_provestage *st;
	size_t n;

	for (size_t i = 0; i < r->nalts; i++)
		if (hd_prove_asks_unset(p->rs, &p->rs->alts[r->alt + i]))
			return false;
	for (int s = 0; hd_prove_next(p, r, &s); s++) {
		st = &p->st[s];
		n = st->above[route];
		for (size_t i = 0; i < n; i++)
			p->lits[i] = -st->fires[i];
		p->lits[n] = st->fires[n];
		p->lits[n + 1] = below_differs(p, s, n + 1, r);
		if (hd_prove_ask(p, s, r, p->lits, n + 2) != HD_NO)
			return false;
	}
	return true;
}

/* A pattern that any text matches: not ^.*$, which is about one line. */
static bool
is_any(struct hd_str pattern)
{
	static const char *const any[] = { ".", ".*", ".+", "^", "$", "^.*",
		"(?s).", "(?s).*", "[\\s\\S]", "[\\s\\S]*" };

	for (size_t i = 0; i < sizeof(any) / sizeof(any[0]); i++)
		if (hd_str_eq(pattern, any[i]))
			return true;
	return false;
}

bool
hd_prove_is_any(const struct hd_ruleset *rs, const struct hd_cond *c)
{
	return c->var == HD_VAR_FIELD && c->op == HD_OP_MATCH &&
	       rs->fields[c->index].type == HD_FT_TEXT &&
	       rs->fields[c->index].known == HD_KNOWN_ARRIVAL && is_any(c->arg);
}

bool
hd_prove_always(struct hd_world *w, size_t side, const struct hd_ruleset *rs,
    const struct hd_rule *r)
{
	const struct hd_alt *alt;
	const struct hd_cond *c;
	size_t n = 1, most = 1;
	bool always;
	int *lits;

	for (size_t i = 0; i < r->nalts; i++)
		most += rs->alts[r->alt + i].nconds;
	lits = hd_xcalloc(most, sizeof(*lits));
	lits[0] = -hd_world_fires(w, side, r);
	for (size_t i = 0; i < r->nalts; i++) {
		alt = &rs->alts[r->alt + i];
		for (size_t k = 0; k < alt->nconds; k++) {
			c = &rs->conds[alt->cond + k];
			if (hd_prove_is_any(rs, c))
				lits[n++] = hd_world_cond(w, side, c);
		}
	}
	always = hd_world_solve(w, lits, n) == HD_NO;
	free(lits);
	return always;
}

static bool
always(struct hd_prove *p, const struct hd_rule *r)
{
	for (int s = 0; hd_prove_next(p, r, &s); s++)
		if (!hd_prove_always(p->st[s].w, p->st[s].side, p->rs, r))
			return false;
	return true;
}

/*
 * Does some alternative of j ask for nothing but what an alternative of i asks
 * for as well, for each of i?  Else j hardly holds i, and is not tried.
 */
static bool
may_hold(const struct hd_ruleset *rs, const struct hd_rule *j,
    const struct hd_rule *i)
{
	bool found;

	for (size_t a = 0; a < i->nalts; a++) {
		found = rs->alts[i->alt + a].unless;
		for (size_t b = 0; b < j->nalts && !found; b++)
			found = !rs->alts[j->alt + b].unless &&
				hd_lint_asks_within(rs, &rs->alts[j->alt + b],
				    &rs->alts[i->alt + a]);
		if (!found)
			return false;
	}
	return true;
}

/* Those that do not fire on the ticket just found do not hold it. */
static void
rule_out(const struct hd_provestage *st, bool *out)
{
	for (size_t k = 0; k < st->n; k++)
		out[st->route[k]] |= !hd_world_holds(st->w, st->fires[k]);
}

/*
 * Is every ticket of i one of j, at each stage they share?  Where one is not,
 * the routes that do not hold it either are marked in out, unless that is NULL.
 */
static bool
holds(struct hd_prove *p, size_t j, size_t i, bool *out)
{
	const struct hd_rule *rj = &p->rs->routes[j], *ri = &p->rs->routes[i];
	struct hd_provestage *st;
	bool any = false;
	enum hd_tri t;
	int lits[2];

	for (int s = 0; hd_prove_next(p, ri, &s); s++) {
		if ((rj->stages & 1u << s) == 0)
			continue;
		st = &p->st[s];
		lits[0] = st->fires[st->above[i]];
		lits[1] = -st->fires[st->above[j]];
		t = hd_prove_ask(p, s, ri, lits, 2);
		if (t == HD_YES && out != NULL)
			rule_out(st, out);
		if (t != HD_NO)
			return false;
		any = true;
	}
	return any;
}

static const char *
action(const struct hd_rule *r)
{
	for (int a = 0; a < HD_ACTIONS; a++)
		if ((r->actions & 1u << a) != 0)
			return hd_action_name((enum hd_action)a);
	return "none";
}

/* R154: the first wider route below with another action. */
static void
wider(struct hd_prove *p, size_t i)
{
	const struct hd_rule *r = &p->rs->routes[i], *w;
	bool *out = hd_xcalloc(p->rs->nroutes, sizeof(*out));

	for (size_t j = i + 1; j < p->rs->nroutes; j++) {
		w = &p->rs->routes[j];
		if (p->dead[j] || out[j] || w->actions == r->actions ||
		    !may_hold(p->rs, w, r) || !holds(p, j, i, out))
			continue;
		HD_PROVE_ADD(p, "R154", r,
		    "'%s' (%s) is an exception from the wider '%s' (%s, line "
		    "%zu): if that is meant, nothing is to be done",
		    r->id, action(r), w->id, action(w), w->pos.line);
		hd_diag_relate(p->out, hd_ruleset_place(p->rs, w->pos, 0),
		    "route '%s'", w->id);
		break;
	}
	free(out);
}

static void
overlap(struct hd_prove *p, size_t i, size_t j, struct hd_sketch *sketch)
{
	const struct hd_rule *ri = &p->rs->routes[i], *rj = &p->rs->routes[j];
	struct hd_buf b = HD_BUF_INIT;
	struct hd_provestage *st;
	int lits[2];

	for (int s = 0; hd_prove_next(p, ri, &s); s++) {
		if ((rj->stages & 1u << s) == 0)
			continue;
		st = &p->st[s];
		lits[0] = st->fires[st->above[i]];
		lits[1] = st->fires[st->above[j]];
		if (hd_world_sketch(st->w, lits, 2, true, sketch) != HD_YES)
			continue;
		hd_sketch_text(sketch, &b);
		HD_PROVE_ADD(p, "R155", rj,
		    "'%s' (%s) and '%s' (%s, line %zu) both fire, and their "
		    "order decides; for example: %s",
		    rj->id, action(rj), ri->id, action(ri), ri->pos.line,
		    hd_buf_cstr(&b));
		hd_diag_relate(p->out, hd_ruleset_place(p->rs, ri->pos, 0),
		    "route '%s'", ri->id);
		break;
	}
	hd_buf_release(&b);
}

static void
pairs(struct hd_prove *p, size_t j)
{
	struct hd_sketch sketch = HD_SKETCH_INIT;
	const struct hd_rule *r;

	for (size_t i = 0; i < j; i++) {
		r = &p->rs->routes[i];
		if (!p->dead[i] && r->actions != p->rs->routes[j].actions &&
		    !(may_hold(p->rs, &p->rs->routes[j], r) &&
			holds(p, j, i, NULL)))
			overlap(p, i, j, &sketch);
	}
	hd_sketch_release(&sketch);
}

/* Whoever removes the one that it takes needs it. */
static void
redundant(struct hd_prove *p, size_t i)
{
	const struct hd_rule *r = &p->rs->routes[i], *taken = p->takes[i];

	if (taken != NULL)
		HD_PROVE_ADD(p, "R153", r,
		    "'%s' changes nothing: without it its tickets go to %s "
		    "as well; remove it, or what it takes of '%s' (line %zu), "
		    "not both",
		    r->id, action(r), taken->id, taken->pos.line);
	else
		HD_PROVE_ADD(p, "R153", r,
		    "'%s' changes nothing: without it its tickets go to %s "
		    "as well; remove it",
		    r->id, action(r));
}

static void
route(struct hd_prove *p, size_t i)
{
	const struct hd_rule *r = &p->rs->routes[i];

	if (always(p, r))
		HD_PROVE_ADD(p, "R156", r,
		    "'%s' fires for every ticket that has a text, so that "
		    "all below it is dead: narrow it, or make it the default",
		    r->id);
	else if (is_redundant(p, i))
		redundant(p, i);
	else
		wider(p, i);
	if (p->o->pairs)
		pairs(p, i);
}

void
hd_prove_routes(struct hd_prove *p)
{
	for (size_t i = 0; i < p->rs->nroutes; i++)
		if (!p->dead[i] && hd_lint_wanted(p->o, p->rs->routes[i].pos))
			route(p, i);
}
