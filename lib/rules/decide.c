/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routes over the ticket at hand: see decide.h. */
#include "rules/decide.h"
#include "rules/matcher.h"

enum hd_action
hd_route_action(const struct hd_rule *r)
{
	for (int a = HD_AI_FIRST; a < HD_ACTIONS; a++)
		if (r->actions & 1u << a)
			return (enum hd_action)a;
	return HD_ACTION_NONE;
}

static void
begin(const struct hd_ruleset *rs, enum hd_stage stage, struct hd_decision *d)
{
	d->route = HD_BY_STAGE_DEFAULT;
	d->action = rs->stage_default[stage].action;
	d->possible = 0;
}

/* Route i says t; true: it decides. */
static bool
take(
    const struct hd_ruleset *rs, size_t i, enum hd_tri t, struct hd_decision *d)
{
	enum hd_action a = hd_route_action(&rs->routes[i]);

	if (t != HD_NO)
		d->possible |= 1u << a;
	if (t == HD_YES) {
		d->route = (int)i;
		d->action = a;
	}
	return t == HD_YES;
}

void
hd_decide(struct hd_matcher *m, enum hd_stage stage, struct hd_decision *d)
{
	const struct hd_ruleset *rs = m->rs;
	const struct hd_rule *r;

	begin(rs, stage, d);
	for (size_t i = 0; i < rs->nroutes; i++) {
		r = &rs->routes[i];
		if ((r->stages & 1u << stage) != 0 &&
		    take(rs, i, hd_rule_fires(m, r), d))
			return;
	}
	d->possible |= 1u << d->action;
}

void
hd_decide_all(struct hd_matcher *m, enum hd_stage stage, unsigned char *fires)
{
	const struct hd_rule *r;

	for (size_t i = 0; i < m->rs->nroutes; i++) {
		r = &m->rs->routes[i];
		fires[i] = (unsigned char)((r->stages & 1u << stage) != 0
					       ? hd_rule_fires(m, r)
					       : HD_NO);
	}
}

void
hd_decide_by(const struct hd_ruleset *rs, enum hd_stage stage,
    const unsigned char *fires, int without, struct hd_decision *d)
{
	begin(rs, stage, d);
	for (size_t i = 0; i < rs->nroutes; i++)
		if ((int)i != without && take(rs, i, (enum hd_tri)fires[i], d))
			return;
	d->possible |= 1u << d->action;
}

enum hd_tri
hd_decide_fires(struct hd_matcher *m, const struct hd_rule *r)
{
	return hd_rule_fires(m, r);
}

enum hd_tri
hd_decide_alt(
    struct hd_matcher *m, const struct hd_rule *r, const struct hd_alt *alt)
{
	return hd_alt_holds(m, r, alt);
}

enum hd_tri
hd_decide_cond(struct hd_matcher *m, const struct hd_cond *c)
{
	size_t n = c->each ? hd_val_count(&m->vals[c->index]) : 0;
	enum hd_tri t = HD_NO;

	if (!c->each)
		return hd_cond_holds(m, c);
	for (size_t i = 0; i < n && t != HD_YES; i++) {
		m->item[c->index] = i;
		t = hd_or(t, hd_cond_holds(m, c));
	}
	return t;
}
