/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Can a mistake be noticed at all?  See hd_mutant_same() in mutant.h. */
#include "check/mutant.h"
#include "check/world.h"

#define STEPS \
	((size_t)200000) /* enough for most; else it counts as a mistake */

struct pair {
	struct hd_world *w;
	const struct hd_ruleset *rs[2];
	size_t side[2];
};

static void
pair_open(struct pair *p, enum hd_stage stage, const struct hd_ruleset *a,
    const struct hd_ruleset *b)
{
	p->w = hd_world_new(stage);
	hd_world_budget(p->w, STEPS);
	p->rs[0] = a;
	p->rs[1] = b;
	p->side[0] = hd_world_add(p->w, a);
	p->side[1] = hd_world_add(p->w, b);
}

/* No ticket on which just one of the two holds. */
static bool
equal(struct pair *p, int a, int b)
{
	int one[2] = { a, -b }, other[2] = { -a, b };

	return a == b || (hd_world_solve(p->w, one, 2) == HD_NO &&
			     hd_world_solve(p->w, other, 2) == HD_NO);
}

/* The ticket goes to that queue by a route. */
static int
to_queue(struct pair *p, int side, enum hd_stage stage, struct hd_str queue)
{
	const struct hd_ruleset *rs = p->rs[side];
	int any = -hd_world_true(p->w), two[2];

	for (size_t i = 0; i < rs->nroutes; i++) {
		if ((rs->routes[i].stages & 1u << stage) == 0 ||
		    rs->routes[i].queue.p == NULL ||
		    !hd_str_same(rs->routes[i].queue, queue))
			continue;
		two[0] = any;
		two[1] = hd_world_first(p->w, p->side[side], i);
		any = hd_world_or(p->w, two, 2);
	}
	return any;
}

static bool
same_routes(
    const struct hd_ruleset *a, const struct hd_ruleset *b, enum hd_stage stage)
{
	const struct hd_rule *r;
	struct pair p;
	bool same = true;

	pair_open(&p, stage, a, b);
	for (int x = HD_AI_FIRST; x < HD_ACTIONS && same; x++)
		same = equal(&p,
		    hd_world_action(p.w, p.side[0], (enum hd_action)x),
		    hd_world_action(p.w, p.side[1], (enum hd_action)x));
	for (size_t i = 0; i < a->nroutes && same; i++) {
		r = &a->routes[i];
		if ((r->stages & 1u << stage) != 0 && r->queue.p != NULL)
			same = equal(&p, to_queue(&p, 0, stage, r->queue),
			    to_queue(&p, 1, stage, r->queue));
	}
	hd_world_free(p.w);
	return same;
}

/* The dimensions that the tag sets have the same values. */
static bool
same_tags(const struct hd_ruleset *a, const struct hd_ruleset *b,
    const struct hd_rule *r)
{
	const struct hd_dim *d;
	struct pair p;
	bool same = true;
	size_t dim;

	pair_open(&p, HD_STAGE_WHOLE, a, b);
	for (size_t i = 0; i < r->nsets; i++) {
		dim = a->sets[r->set + i].dim;
		d = &a->dims[dim];
		for (int v = 0; v < (int)d->n && same; v++)
			same = equal(&p, hd_world_dim(p.w, p.side[0], dim, v),
			    hd_world_dim(p.w, p.side[1], dim, v));
	}
	hd_world_free(p.w);
	return same;
}

bool
hd_mutant_same(const struct hd_ruleset *rs, const struct hd_ruleset *changed,
    const struct hd_mutant *m)
{
	if (m->rule->kind == HD_TAG)
		return same_tags(rs, changed, m->rule);
	return same_routes(rs, changed, HD_STAGE_OPEN) &&
	       same_routes(rs, changed, HD_STAGE_REPLY);
}
