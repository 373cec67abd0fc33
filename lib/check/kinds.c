/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The difference of two rule sets, see kinds.h.  Both look at one ticket, so
 * what they share is the same formula; what is asked is only whether their
 * actions can differ, and for each decider of the old set, who decides then in
 * the new one, until no other can.
 */
#include <stdlib.h>

#include "base/mem.h"
#include "check/kinds.h"
#include "rules/decide.h"

struct side {
	const struct hd_ruleset *rs;
	size_t n;    /* in the world */
	int *decide; /* by route, and one more: the default */
};

struct search {
	struct hd_world *w;
	enum hd_stage stage;
	struct side from, to;
	int differ;
	int *lits;
	bool *found; /* by decider of `to` */
	struct hd_kinds *out;
};

static void
side_open(struct hd_world *w, struct side *s, const struct hd_ruleset *rs)
{
	s->rs = rs;
	s->n = hd_world_add(w, rs);
	s->decide = hd_xcalloc(rs->nroutes + 1, sizeof(*s->decide));
	for (size_t i = 0; i < rs->nroutes; i++)
		s->decide[i] = hd_world_first(w, s->n, i);
	s->decide[rs->nroutes] = hd_world_default(w, s->n);
}

static enum hd_action
action(const struct side *s, enum hd_stage stage, size_t by)
{
	return by < s->rs->nroutes ? hd_route_action(&s->rs->routes[by])
				   : s->rs->stage_default[stage].action;
}

static bool
of_stage(const struct side *s, enum hd_stage stage, size_t by)
{
	return by == s->rs->nroutes ||
	       (s->rs->routes[by].stages >> stage & 1u) != 0;
}

/* The two actions differ. */
static int
differ(struct hd_world *w, size_t from, size_t to)
{
	int same[HD_ACTIONS];

	for (int a = 0; a < HD_ACTIONS; a++) {
		const int both[2] = {
			hd_world_action(w, from, (enum hd_action)a),
			hd_world_action(w, to, (enum hd_action)a),
		};

		same[a] = hd_world_and(w, both, 2);
	}
	return -hd_world_or(w, same, HD_ACTIONS);
}

static void
add(struct search *s, size_t i, size_t j)
{
	const int both[2] = { s->from.decide[i], s->to.decide[j] };
	struct hd_kinds *out = s->out;
	struct hd_kind *k;

	out->v = hd_grow(out->v, &out->cap, out->n + 1, sizeof(*out->v));
	k = &out->v[out->n++];
	*k = (struct hd_kind){ .stage = s->stage,
		.from = i < s->from.rs->nroutes ? i : HD_KIND_DEFAULT,
		.to = j < s->to.rs->nroutes ? j : HD_KIND_DEFAULT,
		.from_action = action(&s->from, s->stage, i),
		.to_action = action(&s->to, s->stage, j),
		.example = HD_SKETCH_INIT };
	/* that there is one is known: without steps left it goes unnamed */
	k->named = hd_world_sketch(s->w, both, 2, true, &k->example) == HD_YES;
}

/* The decider of `to` on the ticket that was just found. */
static size_t
decider(const struct search *s)
{
	size_t j = 0;

	while (j < s->to.rs->nroutes && !hd_world_holds(s->w, s->to.decide[j]))
		j++;
	return j;
}

/* Who decides in `to` what i decided, where the actions differ. */
static void
follow(struct search *s, size_t i)
{
	size_t n = 2, j;
	enum hd_tri t;

	for (j = 0; j <= s->to.rs->nroutes; j++)
		s->found[j] = false;
	s->lits[0] = s->from.decide[i];
	s->lits[1] = s->differ;
	while ((t = hd_world_solve(s->w, s->lits, n)) == HD_YES) {
		j = decider(s);
		s->found[j] = true;
		s->lits[n++] = -s->to.decide[j];
	}
	s->out->undecided += t == HD_MAYBE;
	for (j = 0; j <= s->to.rs->nroutes; j++)
		if (s->found[j])
			add(s, i, j);
}

static void
count_pairs(struct search *s)
{
	for (size_t i = 0; i <= s->from.rs->nroutes; i++)
		for (size_t j = 0; j <= s->to.rs->nroutes; j++)
			s->out->pairs += of_stage(&s->from, s->stage, i) &&
					 of_stage(&s->to, s->stage, j) &&
					 action(&s->from, s->stage, i) !=
					     action(&s->to, s->stage, j);
}

static void
find_at(const struct hd_ruleset *from, const struct hd_ruleset *to,
    enum hd_stage stage, struct hd_kinds *out)
{
	struct search s = { .w = hd_world_new(stage), .stage = stage };

	s.out = out;
	side_open(s.w, &s.from, from);
	side_open(s.w, &s.to, to);
	s.differ = differ(s.w, s.from.n, s.to.n);
	s.lits = hd_xcalloc(to->nroutes + 3, sizeof(*s.lits));
	s.found = hd_xcalloc(to->nroutes + 1, sizeof(*s.found));
	count_pairs(&s);
	/* mostly all is said by this: the same, or nearly */
	if (hd_world_solve(s.w, &s.differ, 1) != HD_NO)
		for (size_t i = 0; i <= from->nroutes; i++)
			if (of_stage(&s.from, stage, i))
				follow(&s, i);
	free(s.from.decide);
	free(s.to.decide);
	free(s.lits);
	free(s.found);
	hd_world_free(s.w);
}

void
hd_kinds_find(const struct hd_ruleset *from, const struct hd_ruleset *to,
    struct hd_kinds *out)
{
	for (int s = HD_STAGE_OPEN; s < HD_STAGES; s++)
		find_at(from, to, (enum hd_stage)s, out);
}

void
hd_kinds_release(struct hd_kinds *k)
{
	for (size_t i = 0; i < k->n; i++)
		hd_sketch_release(&k->v[i].example);
	free(k->v);
	*k = (struct hd_kinds)HD_KINDS_INIT;
}

const char *
hd_kind_by(const struct hd_ruleset *rs, size_t route)
{
	return route == HD_KIND_DEFAULT ? "default" : rs->routes[route].id;
}
