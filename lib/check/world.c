/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Worlds, their sides, and the questions: see world.h. */
#include <stdlib.h>
#include <string.h>

#include "check/worldpart.h"

struct hd_world *
hd_world_new(enum hd_stage stage)
{
	struct hd_world *w = hd_xcalloc(1, sizeof(*w));

	w->stage = stage;
	hd_world_budget(w, HD_WORLD_STEPS);
	w->sat = hd_sat_new();
	w->truth = hd_sat_var(w->sat, true);
	hd_sat_clause(w->sat, &w->truth, 1);
	return w;
}

static void
free_side(struct hd_side *s)
{
	free(s->alts);
	free(s->got);
	free(s->none);
	free(s->first);
	free(s->setters);
}

static void
free_each(struct hd_each *e)
{
	for (size_t i = 0; i < e->ncancels; i++)
		free(e->cancels[i].ids.v);
	free(e->cancels);
	free(e->ids.v);
}

void
hd_world_free(struct hd_world *w)
{
	if (w == NULL)
		return;
	for (size_t i = 0; i < w->nsides; i++)
		free_side(&w->sides[i]);
	for (size_t i = 0; i < w->neaches; i++)
		free_each(&w->eaches[i]);
	for (size_t i = 0; i < w->natoms; i++)
		hd_grep_free(w->atoms[i].grep);
	for (size_t i = 0; i < w->nfacts; i++) {
		free(w->facts[i].cuts.v);
		free(w->facts[i].is.v);
		free(w->facts[i].match.v);
		free(w->facts[i].words.v);
	}
	free(w->sides);
	free(w->eaches);
	free(w->eachconds);
	free(w->atoms);
	free(w->facts);
	free(w->words);
	free(w->dims);
	free(w->core);
	hd_buf_release(&w->key);
	hd_map_release(&w->gates);
	hd_map_release(&w->names);
	hd_arena_release(&w->arena);
	hd_sat_free(w->sat);
	free(w);
}

void
hd_world_budget(struct hd_world *w, size_t steps)
{
	w->budget = steps;
	w->left = steps * HD_WORLD_QUESTIONS;
}

/* Which tag rules set which value. */
static void
index_setters(struct hd_side *s)
{
	const struct hd_ruleset *rs = s->rs;
	const struct hd_set *set;
	size_t n = 0, v;

	s->first = hd_xcalloc(rs->nvalues + 2, sizeof(*s->first));
	for (size_t r = 0; r < rs->nrules; r++)
		for (size_t i = 0; i < rs->rules[r].nsets; i++, n++) {
			set = &rs->sets[rs->rules[r].set + i];
			v = rs->dims[set->dim].off + (size_t)set->value;
			s->first[v + 2]++;
		}
	s->setters = hd_xcalloc(n + 1, sizeof(*s->setters));
	for (v = 2; v < rs->nvalues + 2; v++)
		s->first[v] += s->first[v - 1];
	for (size_t r = 0; r < rs->nrules; r++)
		for (size_t i = 0; i < rs->rules[r].nsets; i++) {
			set = &rs->sets[rs->rules[r].set + i];
			v = rs->dims[set->dim].off + (size_t)set->value;
			s->setters[s->first[v + 1]++] = r;
		}
}

static size_t
end_of_alts(const struct hd_rule *rules, size_t n)
{
	size_t end = 0;

	for (size_t i = 0; i < n; i++)
		if (end < rules[i].alt + rules[i].nalts)
			end = rules[i].alt + rules[i].nalts;
	return end;
}

static size_t
add_side(struct hd_world *w, const struct hd_ruleset *rs, const char *without)
{
	const size_t ends[] = { end_of_alts(rs->rules, rs->nrules),
		end_of_alts(rs->routes, rs->nroutes),
		end_of_alts(rs->policies, rs->npolicies) };
	struct hd_side *s;
	size_t nalts = 0;

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		nalts = ends[i] > nalts ? ends[i] : nalts;
	w->sides =
	    hd_grow(w->sides, &w->sides_cap, w->nsides + 1, sizeof(*w->sides));
	s = &w->sides[w->nsides];
	*s = (struct hd_side){ .rs = rs, .without = without };
	s->alts = hd_xcalloc(nalts + 1, sizeof(*s->alts));
	s->got = hd_xcalloc(rs->nvalues + 1, sizeof(*s->got));
	s->none = hd_xcalloc(rs->nroutes + 1, sizeof(*s->none));
	index_setters(s);
	return w->nsides++;
}

size_t
hd_world_add(struct hd_world *w, const struct hd_ruleset *rs)
{
	return add_side(w, rs, NULL);
}

size_t
hd_world_without(struct hd_world *w, size_t side, const char *field)
{
	const struct hd_ruleset *rs = w->sides[side].rs;

	for (size_t i = 0; i < w->nsides; i++)
		if (w->sides[i].rs == rs && w->sides[i].without != NULL &&
		    strcmp(w->sides[i].without, field) == 0)
			return i;
	return add_side(
	    w, rs, hd_arena_memdup(&w->arena, field, strlen(field)));
}

/* --- rules ---------------------------------------------------------------- */

int
hd_world_cond(struct hd_world *w, size_t side, const struct hd_cond *c)
{
	const struct hd_side *s = &w->sides[side];

	if (c->var != HD_VAR_FIELD)
		return hd_worlddim_cond(w, side, c);
	if (c->each && hd_world_many(w))
		return hd_worldeach_cond(w, s, c);
	return hd_worldfact_cond(w, s, c);
}

int
hd_world_set(struct hd_world *w, size_t side, size_t field)
{
	const struct hd_side *s = &w->sides[side];

	return hd_worldfact_set(w, s, &s->rs->fields[field]);
}

/* All conditions of an alternative, when no message is bound. */
static int
conds(struct hd_world *w, size_t side, const struct hd_alt *alt)
{
	const struct hd_ruleset *rs = w->sides[side].rs;
	int *lits = hd_xcalloc(alt->nconds + 1, sizeof(*lits)), lit;

	for (size_t i = 0; i < alt->nconds; i++)
		lits[i] = hd_world_cond(w, side, &rs->conds[alt->cond + i]);
	lit = hd_world_and(w, lits, alt->nconds);
	free(lits);
	return lit;
}

static int
plain_alt(struct hd_world *w, size_t side, const struct hd_rule *r,
    const struct hd_alt *alt)
{
	const struct hd_alt *alts = &w->sides[side].rs->alts[r->alt];
	int *lits = hd_xcalloc(r->nalts + 1, sizeof(*lits)), lit;
	size_t n = 0;

	lits[n++] = conds(w, side, alt);
	for (size_t i = 0; i < r->nalts; i++)
		if (alts[i].unless)
			lits[n++] = -conds(w, side, &alts[i]);
	lit = hd_world_and(w, lits, n);
	free(lits);
	return lit;
}

int
hd_world_alt(
    struct hd_world *w, size_t side, const struct hd_rule *r, size_t alt)
{
	const struct hd_alt *a = &w->sides[side].rs->alts[r->alt + alt];
	int *lit = &w->sides[side].alts[r->alt + alt];

	if (*lit == 0)
		*lit = a->neach > 0 && hd_world_many(w)
			   ? hd_worldeach_alt(w, side, r, a)
			   : plain_alt(w, side, r, a);
	return *lit;
}

int
hd_world_fires(struct hd_world *w, size_t side, const struct hd_rule *r)
{
	const struct hd_alt *alts = &w->sides[side].rs->alts[r->alt];
	int *lits = hd_xcalloc(r->nalts + 1, sizeof(*lits)), lit;
	size_t n = 0;

	for (size_t i = 0; i < r->nalts; i++)
		if (!alts[i].unless)
			lits[n++] = hd_world_alt(w, side, r, i);
	lit = hd_world_or(w, lits, n);
	free(lits);
	return lit;
}

static int
fires_here(struct hd_world *w, size_t side, size_t route)
{
	const struct hd_rule *r = &w->sides[side].rs->routes[route];

	if ((r->stages & 1u << w->stage) == 0)
		return -w->truth;
	return hd_world_fires(w, side, r);
}

/* None of the first n routes fires. */
static int
none_of(struct hd_world *w, size_t side, size_t n)
{
	int *none = w->sides[side].none;

	none[0] = w->truth;
	for (size_t i = 0; i < n; i++)
		if (none[i + 1] == 0)
			none[i + 1] = hd_world_and(
			    w, (int[]){ none[i], -fires_here(w, side, i) }, 2);
	return none[n];
}

int
hd_world_first(struct hd_world *w, size_t side, size_t route)
{
	return hd_world_and(w,
	    (int[]){ fires_here(w, side, route), none_of(w, side, route) }, 2);
}

int
hd_world_default(struct hd_world *w, size_t side)
{
	return none_of(w, side, w->sides[side].rs->nroutes);
}

/* The ticket gets one of the actions of a set, 1u << action each. */
static int
any_action(struct hd_world *w, size_t side, unsigned actions)
{
	const struct hd_ruleset *rs = w->sides[side].rs;
	int *lits = hd_xcalloc(rs->nroutes + 1, sizeof(*lits)), lit;
	size_t n = 0;

	for (size_t i = 0; i < rs->nroutes; i++)
		if ((rs->routes[i].actions & actions) != 0)
			lits[n++] = hd_world_first(w, side, i);
	if ((1u << rs->stage_default[w->stage].action & actions) != 0)
		lits[n++] = hd_world_default(w, side);
	lit = hd_world_or(w, lits, n);
	free(lits);
	return lit;
}

int
hd_world_action(struct hd_world *w, size_t side, enum hd_action a)
{
	return any_action(w, side, 1u << a);
}

int
hd_world_careful(struct hd_world *w, size_t side)
{
	unsigned actions = 0;

	for (int a = 0; a < HD_ACTIONS; a++)
		if (hd_action_careful((enum hd_action)a))
			actions |= 1u << a;
	return any_action(w, side, actions);
}
