/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Defaults and policies: see prove_int.h. */
#include "check/prove_int.h"

/* Other routes that break a policy as well and are named. */
#define CULPRITS 3

/* The rule that makes a stage need a default, or NULL. */
static const struct hd_rule *
first_of_stage(const struct hd_ruleset *rs, unsigned stage)
{
	for (size_t i = 0; i < rs->nroutes; i++)
		if ((rs->routes[i].stages & 1u << stage) != 0)
			return &rs->routes[i];
	for (size_t i = 0; i < rs->npolicies; i++)
		if ((rs->policies[i].stages & 1u << stage) != 0)
			return &rs->policies[i];
	return NULL;
}

/* R160 */
static void
no_default(struct hd_prove *p, int stage)
{
	const struct hd_rule *r = first_of_stage(p->rs, (unsigned)stage);
	struct hd_provestage *st = &p->st[stage];
	struct hd_example_of e = { HD_BUF_INIT, false, 0 };
	bool found;
	int lit;

	if (r == NULL || !hd_lint_wanted(p->o, r->pos) ||
	    p->rs->stage_default[stage].action != HD_ACTION_NONE)
		return;
	found = st->w == NULL;
	if (found) {
		hd_buf_adds(&e.text, "any");
	} else {
		lit = hd_world_default(st->w, st->side);
		found = hd_prove_ask(p, stage, r, &lit, 1) == HD_YES &&
			hd_prove_example(p, stage, &lit, 1, &e);
	}
	if (found)
		HD_PROVE_ADD(p, "R160", r,
		    "stage %s has no default, and no route takes some "
		    "tickets, as %s: write 'default %s ACTION'",
		    hd_stage_name((enum hd_stage)stage), hd_buf_cstr(&e.text),
		    hd_stage_name((enum hd_stage)stage));
	hd_buf_release(&e.text);
}

static enum hd_action
action_of(const struct hd_prove *p, int stage, size_t at)
{
	const struct hd_provestage *st = &p->st[stage];
	unsigned a;

	if (at == st->n)
		return p->rs->stage_default[stage].action;
	a = p->rs->routes[st->route[at]].actions;
	for (int i = 0; i < HD_ACTIONS; i++)
		if ((a & 1u << i) != 0)
			return (enum hd_action)i;
	return HD_ACTION_NONE;
}

static struct hd_pos
pos_of(const struct hd_prove *p, int stage, size_t at)
{
	const struct hd_provestage *st = &p->st[stage];

	return at == st->n ? p->rs->stage_default[stage].pos
			   : p->rs->routes[st->route[at]].pos;
}

/* "ai-first by default (line 9)" */
static void
who(const struct hd_prove *p, const struct hd_rule *policy, int stage,
    size_t at, struct hd_buf *b)
{
	const struct hd_provestage *st = &p->st[stage];

	hd_buf_addf(b, "%s by ", hd_action_name(action_of(p, stage, at)));
	if (at == st->n)
		hd_buf_adds(b, "default");
	else
		hd_buf_addf(b, "'%s'", p->rs->routes[st->route[at]].id);
	hd_buf_adds(b, " (");
	hd_prove_line(p, policy->pos, pos_of(p, stage, at), b);
	hd_buf_addc(b, ')');
}

/* The literal "it gets what the policy does not allow". */
static int
forbidden(struct hd_prove *p, int stage, const struct hd_rule *policy)
{
	struct hd_provestage *st = &p->st[stage];
	int lits[HD_ACTIONS];
	size_t n = 0;

	for (int a = HD_ACTION_NONE + 1; a < HD_ACTIONS; a++)
		if ((policy->actions & 1u << a) == 0)
			lits[n++] =
			    hd_world_action(st->w, st->side, (enum hd_action)a);
	return hd_world_or(st->w, lits, n);
}

/* Who breaks it, the first and some others, each at its place. */
static void
culprits(struct hd_prove *p, int stage, const struct hd_rule *policy, int bad,
    size_t at)
{
	struct hd_provestage *st = &p->st[stage];
	struct hd_buf b = HD_BUF_INIT;
	size_t n = 0;

	p->lits[n++] = hd_world_fires(st->w, st->side, policy);
	p->lits[n++] = bad;
	for (size_t told = 0; told <= CULPRITS; told++) {
		hd_buf_reset(&b);
		hd_buf_adds(&b, told > 0 ? "also " : "");
		who(p, policy, stage, at, &b);
		hd_diag_relate(p->out,
		    hd_ruleset_place(p->rs, pos_of(p, stage, at), 0), "%s",
		    hd_buf_cstr(&b));
		p->lits[n++] = at == st->n ? -hd_world_default(st->w, st->side)
					   : -hd_world_first(st->w, st->side,
						 st->route[at]);
		if (hd_world_solve(st->w, p->lits, n) != HD_YES)
			break;
		at = hd_prove_decider(st);
	}
	hd_buf_release(&b);
}

/* R161 */
static void
broken(struct hd_prove *p, int stage, const struct hd_rule *policy)
{
	struct hd_provestage *st = &p->st[stage];
	struct hd_example_of e = { HD_BUF_INIT, false, 0 };
	struct hd_buf by = HD_BUF_INIT;
	int lits[2] = { hd_world_fires(st->w, st->side, policy),
		forbidden(p, stage, policy) };
	struct hd_diag *d;

	if (hd_prove_ask(p, stage, policy, lits, 2) == HD_YES &&
	    hd_prove_example(p, stage, lits, 2, &e)) {
		who(p, policy, stage, e.by, &by);
		d = HD_PROVE_ADD(p, "R161", policy,
		    "broken on %s: %s gets %s%s; add or move a route that "
		    "takes such tickets",
		    hd_stage_name((enum hd_stage)stage), hd_buf_cstr(&e.text),
		    hd_buf_cstr(&by),
		    e.possible ? " (possible: no text was tried)" : "");
		if (e.possible)
			d->proof = HD_HEURISTIC;
		culprits(p, stage, policy, lits[1], e.by);
	}
	hd_buf_release(&e.text);
	hd_buf_release(&by);
}

/* R161, R162 */
static void
policy(struct hd_prove *p, const struct hd_rule *r)
{
	struct hd_provestage *st;
	bool any = false;
	int lit;

	for (int s = 0; hd_prove_next(p, r, &s); s++) {
		st = &p->st[s];
		lit = hd_world_fires(st->w, st->side, r);
		if (hd_prove_ask(p, s, r, &lit, 1) == HD_NO)
			continue;
		any = true;
		broken(p, s, r);
	}
	for (unsigned s = 0; s < HD_STAGES; s++)
		any |= (r->stages & 1u << s) != 0 && p->st[s].w == NULL;
	if (!any)
		HD_PROVE_ADD(p, "R162", r,
		    "'%s' holds because no ticket meets its conditions: "
		    "correct them, or remove it",
		    r->id);
}

void
hd_prove_policies(struct hd_prove *p)
{
	for (int s = HD_STAGE_OPEN; s < HD_STAGES; s++)
		no_default(p, s);
	for (size_t i = 0; i < p->rs->npolicies; i++)
		if (hd_lint_wanted(p->o, p->rs->policies[i].pos))
			policy(p, &p->rs->policies[i]);
}
