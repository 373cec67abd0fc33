/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Linking: sets and conditions of the live rules get the index of what they
 * name, and each alternative the order in which its conditions are tried.
 */
#include <stdlib.h>
#include <string.h>

#include "rules/link.h"
#include "rules/parse.h"
#include "rules/testparse.h"

/* A condition must not have two things to mean. */
static int
check_names(const struct hd_ruleset *rs, struct hd_err *err)
{
	int dim;

	for (size_t i = 0; i < rs->nfields; i++) {
		dim = hd_ruleset_dim(rs, rs->fields[i].name);
		if (dim >= 0)
			return hd_rules_err(rs, rs->dims[dim].pos, err, "R130",
			    "'%s' is a field as well", rs->dims[dim].name);
	}
	return 0;
}

static void
number_values(struct hd_ruleset *rs)
{
	for (size_t i = 0; i < rs->ndims; i++) {
		rs->dims[i].off = rs->nvalues;
		rs->nvalues += rs->dims[i].n;
	}
}

static int
set_err(struct hd_link *l, const struct hd_set *s)
{
	const struct hd_ruleset *rs = l->rs;
	int dim = hd_ruleset_dim(rs, hd_keep(l->rs, s->name));
	struct hd_near near;

	if (dim < 0) {
		hd_near_init(&near, s->name);
		for (size_t i = 0; i < rs->ndims; i++)
			hd_near_try(&near, rs->dims[i].name);
		return hd_rules_err(rs, s->pos, l->err, "R123",
		    "unknown dimension '%.*s'%s", (int)s->name.n, s->name.p,
		    hd_near_hint(&near));
	}
	hd_near_init(&near, s->arg);
	for (size_t i = 0; i < rs->dims[dim].n; i++)
		hd_near_try(&near, rs->dims[dim].values[i]);
	return hd_rules_err(rs, s->arg_pos, l->err, "R123",
	    "'%s' has no value '%.*s'%s", rs->dims[dim].name, (int)s->arg.n,
	    s->arg.p, hd_near_hint(&near));
}

static int
link_sets(struct hd_link *l, const struct hd_rule *r)
{
	struct hd_ruleset *rs = l->rs;
	struct hd_set *s, *before;
	int dim;

	for (size_t i = 0; i < r->nsets; i++) {
		s = &rs->sets[r->set + i];
		dim = hd_ruleset_dim(rs, hd_keep(rs, s->name));
		s->value = dim >= 0
			       ? hd_ruleset_value(rs, dim, hd_keep(rs, s->arg))
			       : -1;
		if (s->value < 0)
			return set_err(l, s);
		s->dim = (size_t)dim;
		for (size_t k = 0; k < i; k++) {
			before = &rs->sets[r->set + k];
			if (before->dim == s->dim &&
			    (!rs->dims[dim].many || before->value == s->value))
				return hd_rules_err(rs, s->pos, l->err, "R103",
				    "'%s' is set twice", rs->dims[dim].name);
		}
	}
	return 0;
}

/* Facts are cheapest, then one text, then each of many. */
static int
cost(const struct hd_cond *c)
{
	if (c->op > HD_OP_NOMATCH)
		return 0;
	return c->each ? 2 : 1;
}

static void
order_conds(struct hd_ruleset *rs, const struct hd_alt *alt)
{
	size_t *order = &rs->order[alt->cond], k, c;

	for (size_t i = 0; i < alt->nconds; i++) {
		c = alt->cond + i;
		for (k = i; k > 0 && cost(&rs->conds[order[k - 1]]) >
					 cost(&rs->conds[c]);
		     k--)
			order[k] = order[k - 1];
		order[k] = c;
	}
}

/* Add to the run of each_fields from `from` on what alt's conditions bind. */
static void
bind(struct hd_ruleset *rs, const struct hd_alt *alt, size_t from)
{
	const struct hd_cond *c;
	size_t k, i;

	for (size_t j = 0; j < alt->nconds; j++) {
		c = &rs->conds[alt->cond + j];
		if (!c->each)
			continue;
		for (k = from; k < rs->mem->each_fields.n; k++)
			if (rs->each_fields[k] == c->index)
				break;
		if (k < rs->mem->each_fields.n)
			continue;
		i = HD_PUSH(rs, each_fields);
		rs->each_fields[i] = c->index;
	}
}

static void
bind_rule(struct hd_ruleset *rs, const struct hd_rule *r)
{
	struct hd_alt *alt;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &rs->alts[r->alt + i];
		order_conds(rs, alt);
		if (alt->unless)
			continue;
		alt->each = rs->mem->each_fields.n;
		bind(rs, alt, alt->each);
		for (size_t k = 0; k < r->nalts; k++)
			if (rs->alts[r->alt + k].unless)
				bind(rs, &rs->alts[r->alt + k], alt->each);
		alt->neach = rs->mem->each_fields.n - alt->each;
	}
}

/* Of all that is wrong in a rule every thing is told where all is collected. */
static int
link_rule(struct hd_link *l, struct hd_rule *r)
{
	struct hd_ruleset *rs = l->rs;
	const struct hd_alt *alt;
	bool all = rs->mem->found != NULL;

	if (r->owner == NULL)
		r->owner = rs->files[r->pos.file].owner;
	if (r->review == NULL)
		r->review = rs->files[r->pos.file].review;
	if (link_sets(l, r) < 0 && !all)
		return -1;
	for (size_t i = 0; i < r->nalts; i++) {
		alt = &rs->alts[r->alt + i];
		for (size_t k = 0; k < alt->nconds; k++)
			if (hd_link_cond(l, &rs->conds[alt->cond + k]) < 0 &&
			    !all)
				return -1;
	}
	if (rs->mem->errors > 0)
		return all ? 0 : -1;
	bind_rule(rs, r);
	return 0;
}

static int
link_rules(struct hd_link *l, struct hd_rule *r, size_t n)
{
	int st = 0;

	for (size_t i = 0; i < n && st == 0; i++)
		st = link_rule(l, &r[i]);
	return st;
}

int
hd_rules_link(struct hd_ruleset *rs, struct hd_err *err)
{
	struct hd_link l = { rs, err, HD_MAP_INIT, HD_MAP_INIT };
	int st = check_names(rs, err);

	number_values(rs);
	rs->order = hd_xcalloc(rs->mem->conds.n, sizeof(*rs->order));
	if (st == 0)
		st = link_rules(&l, rs->rules, rs->nrules);
	if (st == 0)
		st = link_rules(&l, rs->routes, rs->nroutes);
	if (st == 0)
		st = link_rules(&l, rs->policies, rs->npolicies);
	if (st == 0)
		st = hd_link_tests(rs, err);
	if (rs->mem->errors > 0)
		st = -1;
	hd_map_release(&l.patterns);
	hd_map_release(&l.probes);
	if (st == 0)
		st = hd_link_levels(rs, err);
	if (st == 0)
		hd_link_prefilter(rs);
	return st;
}
