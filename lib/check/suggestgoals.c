/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is still to be shown by cases: see suggest_int.h. */
#include <string.h>

#include "base/mem.h"
#include "check/suggest_int.h"

static struct hd_world *
world(struct hd_suggester *s, enum hd_stage stage)
{
	if (s->worlds[stage] == NULL) {
		s->worlds[stage] = hd_world_new(stage);
		s->sides[stage] = hd_world_add(s->worlds[stage], s->rs);
	}
	return s->worlds[stage];
}

/* A name that no case has, numbered where it must be. */
static const char *
unique(struct hd_suggester *s, const char *name)
{
	struct hd_buf b = HD_BUF_INIT;
	const char *kept;
	int64_t *at;

	hd_buf_adds(&b, name);
	for (int i = 2;; i++) {
		at = hd_map_put(&s->names, hd_buf_str(&b), 0);
		if ((*at)++ == 0)
			break;
		hd_buf_reset(&b);
		hd_buf_addf(&b, "%s (%d)", name, i);
	}
	kept = hd_arena_memdup(&s->arena, b.s, b.n);
	hd_buf_release(&b);
	return kept;
}

static struct hd_goal *
add(struct hd_suggester *s, enum hd_goalkind kind, const struct hd_rule *r,
    enum hd_stage stage, const char *name)
{
	struct hd_goal *g;

	s->v = hd_grow(s->v, &s->cap, s->n + 1, sizeof(*s->v));
	g = &s->v[s->n++];
	*g = (struct hd_goal){ .kind = kind,
		.rule = r,
		.stage = stage,
		.name = unique(s, name),
		.sketch = HD_SKETCH_INIT };
	return g;
}

static void
solve(struct hd_suggester *s, struct hd_goal *g, const int *lits, size_t n)
{
	g->possible = hd_world_sketch(s->worlds[g->stage], lits, n, false,
			  &g->sketch) == HD_YES;
}

/* The first stage a route or policy speaks at. */
static enum hd_stage
stage_of(const struct hd_rule *r)
{
	return r->kind == HD_TAG			? HD_STAGE_WHOLE
	       : (r->stages & 1u << HD_STAGE_OPEN) != 0 ? HD_STAGE_OPEN
							: HD_STAGE_REPLY;
}

/* A ticket on which the alternative makes its rule decide. */
static void
reach(struct hd_suggester *s, struct hd_goal *g)
{
	struct hd_world *w = world(s, g->stage);
	size_t side = s->sides[g->stage], n = 1;
	int lits[2];

	lits[0] = hd_world_alt(
	    w, side, g->rule, (size_t)(g->alt - &s->rs->alts[g->rule->alt]));
	if (g->rule->kind == HD_ROUTE)
		lits[n++] =
		    hd_world_first(w, side, (size_t)(g->rule - s->rs->routes));
	solve(s, g, lits, n);
}

static void
add_sides(struct hd_suggester *s, const struct hd_rule *r,
    const struct hd_alt *alt, const struct hd_cond *c)
{
	struct hd_buf name = HD_BUF_INIT;
	struct hd_goal *g;
	double constant, step;

	if (c->var != HD_VAR_FIELD || !hd_threshold(s->rs, c, &constant, &step))
		return;
	for (int side = 0; side < 2; side++) {
		if (hd_testcover_side(s->shown, c, side))
			continue;
		hd_buf_reset(&name);
		hd_buf_addf(&name, "%s: %.*s, just %s", r->id, (int)c->src.n,
		    c->src.p, side == 0 ? "below" : "above");
		g = add(s, side == 0 ? HD_GOAL_BELOW : HD_GOAL_ABOVE, r,
		    stage_of(r), hd_buf_cstr(&name));
		g->alt = alt;
		g->cond = c;
		reach(s, g);
	}
	hd_buf_release(&name);
}

static void
add_alts(struct hd_suggester *s, const struct hd_rule *r)
{
	struct hd_buf name = HD_BUF_INIT;
	const struct hd_alt *alt;
	struct hd_goal *g;

	for (size_t a = 0; a < r->nalts; a++) {
		alt = &s->rs->alts[r->alt + a];
		if (alt->unless)
			continue;
		if (!hd_testcover_fired(s->shown, alt)) {
			hd_buf_reset(&name);
			hd_buf_addf(&name, "%s: alternative %zu", r->id, a + 1);
			g = add(
			    s, HD_GOAL_ALT, r, stage_of(r), hd_buf_cstr(&name));
			g->alt = alt;
			reach(s, g);
		}
		for (size_t i = 0; i < alt->nconds; i++)
			add_sides(s, r, alt, &s->rs->conds[alt->cond + i]);
	}
	hd_buf_release(&name);
}

/* A ticket of the policy; broken: one that gets none of its actions. */
static void
add_policy(struct hd_suggester *s, const struct hd_rule *p, enum hd_stage stage,
    bool broken)
{
	struct hd_buf name = HD_BUF_INIT;
	struct hd_world *w = world(s, stage);
	int lits[1 + HD_ACTIONS];
	struct hd_goal *g;
	size_t n = 1;

	hd_buf_addf(&name, "%s: a ticket of the policy%s", p->id,
	    broken ? ", which breaks it" : "");
	g = add(s, broken ? HD_GOAL_BROKEN : HD_GOAL_POLICY, p, stage,
	    hd_buf_cstr(&name));
	hd_buf_release(&name);
	lits[0] = hd_world_fires(w, s->sides[stage], p);
	for (int a = 0; broken && a < HD_ACTIONS; a++)
		if ((p->actions & 1u << a) != 0)
			lits[n++] = -hd_world_action(
			    w, s->sides[stage], (enum hd_action)a);
	solve(s, g, lits, n);
	/* a promise that is kept needs no case that breaks it */
	if (broken && !g->possible) {
		hd_sketch_release(&g->sketch);
		s->n--;
	}
}

void
hd_suggest_goals(struct hd_suggester *s)
{
	const struct hd_ruleset *rs = s->rs;
	const struct hd_rule *p;

	for (size_t i = 0; i < rs->ncases; i++)
		*hd_map_put(&s->names, hd_str(rs->cases[i].name), 0) = 1;
	for (size_t i = 0; i < rs->nrules; i++)
		if (s->wanted[rs->rules[i].pos.file])
			add_alts(s, &rs->rules[i]);
	for (size_t i = 0; i < rs->nroutes; i++)
		if (s->wanted[rs->routes[i].pos.file])
			add_alts(s, &rs->routes[i]);
	for (size_t i = 0; i < rs->npolicies; i++) {
		p = &rs->policies[i];
		if (!s->wanted[p->pos.file])
			continue;
		if (!hd_testcover_spoke(s->shown, p))
			add_policy(s, p, stage_of(p), false);
		for (int x = HD_STAGE_OPEN; x < HD_STAGES; x++)
			if ((p->stages & 1u << x) != 0)
				add_policy(s, p, (enum hd_stage)x, true);
	}
}
