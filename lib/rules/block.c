/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginning and the end of a rule's block: tag, route, policy, drop. */
#include <string.h>

#include "rules/block.h"
#include "rules/link.h"

/* The rules of a kind, as they can be written to. */
static struct hd_rule *
rules_of(const struct hd_ruleset *rs, enum hd_rulekind kind, size_t *n)
{
	switch (kind) {
	case HD_ROUTE:
		*n = rs->nroutes;
		return rs->routes;
	case HD_POLICY:
		*n = rs->npolicies;
		return rs->policies;
	case HD_TAG:
		break;
	}
	*n = rs->nrules;
	return rs->rules;
}

const struct hd_rule *
hd_ruleset_kind(const struct hd_ruleset *rs, enum hd_rulekind kind, size_t *n)
{
	return rules_of(rs, kind, n);
}

static int64_t
find(const struct hd_ruleset *rs, enum hd_rulekind kind, struct hd_str id)
{
	const int64_t *i = hd_map_get(&rs->mem->ids[kind], id);

	return i != NULL ? *i : -1;
}

int
hd_ruleset_rule(const struct hd_ruleset *rs, const char *id)
{
	return (int)find(rs, HD_TAG, hd_str(id));
}

const struct hd_rule *
hd_rule_find(const struct hd_ruleset *rs, const char *id)
{
	int64_t i;
	size_t n;

	for (int k = 0; k < HD_RULEKINDS; k++) {
		i = find(rs, (enum hd_rulekind)k, hd_str(id));
		if (i >= 0)
			return &rules_of(rs, (enum hd_rulekind)k, &n)[i];
	}
	return NULL;
}

static enum hd_rulekind
block_kind(const struct hd_parse *p)
{
	return p->block == HD_BLOCK_ROUTE    ? HD_ROUTE
	       : p->block == HD_BLOCK_POLICY ? HD_POLICY
					     : HD_TAG;
}

struct hd_rule *
hd_parse_rule(struct hd_parse *p)
{
	size_t n;

	return &rules_of(p->rs, block_kind(p), &n)[p->rule];
}

static int
drop_err(struct hd_parse *p, struct hd_str id)
{
	const struct hd_rule *r;
	struct hd_near near;
	size_t n;

	hd_near_init(&near, id);
	for (int k = 0; k < HD_RULEKINDS; k++) {
		r = rules_of(p->rs, (enum hd_rulekind)k, &n);
		for (size_t i = 0; i < n; i++)
			if (r[i].pos.file != p->file)
				hd_near_try(&near, r[i].id);
	}
	return HD_PARSE_ERR(p, id.p, "R123",
	    "'%.*s' is no rule of a used file%s", (int)id.n, id.p,
	    hd_near_hint(&near));
}

/* One rule less of the kind. */
static void
uncount(struct hd_ruleset *rs, enum hd_rulekind kind)
{
	if (kind == HD_TAG)
		rs->nrules = --rs->mem->rules.n;
	else if (kind == HD_ROUTE)
		rs->nroutes = --rs->mem->routes.n;
	else
		rs->npolicies = --rs->mem->policies.n;
}

int
hd_parse_drop(struct hd_parse *p)
{
	struct hd_ruleset *rs = p->rs;
	const struct hd_rule *found;
	enum hd_rulekind kind;
	struct hd_rule *all;
	struct hd_str id;
	size_t i, n;

	if (hd_parse_name(p, "a rule's id", &id) < 0 || hd_parse_end(p) < 0)
		return -1;
	found = hd_rule_find(rs, hd_keep(rs, id));
	if (found == NULL || found->pos.file == p->file)
		return drop_err(p, id);
	kind = found->kind;
	all = rules_of(rs, kind, &n);
	i = (size_t)(found - all);
	memmove(&all[i], &all[i + 1], (n - i - 1) * sizeof(*all));
	uncount(rs, kind);
	*hd_map_put(&rs->mem->ids[kind], id, -1) = -1;
	for (; i < n - 1; i++)
		*hd_map_get(&rs->mem->ids[kind], hd_str(all[i].id)) =
		    (int64_t)i;
	return 0;
}

static size_t
add_rule(struct hd_ruleset *rs, enum hd_rulekind kind)
{
	switch (kind) {
	case HD_ROUTE:
		return HD_ADD(rs, routes);
	case HD_POLICY:
		rs->npolicies = HD_PUSH(rs, policies) + 1;
		return rs->npolicies - 1;
	case HD_TAG:
		break;
	}
	return HD_ADD(rs, rules);
}

/* An id names one rule, whatever its kind; one of a used file may be replaced.
 */
static int
check_id(struct hd_parse *p, enum hd_rulekind kind, struct hd_str id)
{
	struct hd_ruleset *rs = p->rs;
	const struct hd_rule *old = hd_rule_find(rs, hd_keep(rs, id));
	struct hd_buf first = HD_BUF_INIT;

	if (old != NULL && (old->pos.file == p->file || old->kind != kind)) {
		hd_ruleset_where(rs, old->pos, &first);
		(void)HD_PARSE_ERR(p, id.p, "R130",
		    "duplicate id '%.*s', first at %s", (int)id.n, id.p,
		    hd_buf_cstr(&first));
		hd_buf_release(&first);
		return -1;
	}
	if (old == NULL &&
	    rs->nrules + rs->nroutes + rs->npolicies >= HD_RULES_MAX)
		return HD_PARSE_ERR(
		    p, id.p, "R105", "more than %zu rules", HD_RULES_MAX);
	return 0;
}

static int
open_rule(struct hd_parse *p, enum hd_rulekind kind, enum hd_block block)
{
	struct hd_ruleset *rs = p->rs;
	struct hd_str id;
	struct hd_pos pos;
	int64_t i;

	if (hd_parse_name(p, "an id", &id) < 0 || hd_parse_end(p) < 0 ||
	    check_id(p, kind, id) < 0)
		return -1;
	pos = hd_parse_pos(p, id.p);
	i = find(rs, kind, id);
	/* a rule of a used file is replaced where it stands */
	p->rule = i >= 0 ? (size_t)i : add_rule(rs, kind);
	p->block = block;
	*hd_parse_rule(p) = (struct hd_rule){
		.id = hd_keep(rs, id),
		.kind = kind,
		.pos = pos,
		.alt = rs->mem->alts.n,
		.set = rs->mem->sets.n,
		.example = rs->mem->examples.n,
		.allow = rs->mem->allows.n,
	};
	*hd_map_put(&rs->mem->ids[kind], id, 0) = (int64_t)p->rule;
	return 0;
}

int
hd_parse_tag(struct hd_parse *p)
{
	return open_rule(p, HD_TAG, HD_BLOCK_TAG);
}

int
hd_parse_route(struct hd_parse *p)
{
	return open_rule(p, HD_ROUTE, HD_BLOCK_ROUTE);
}

int
hd_parse_policy(struct hd_parse *p)
{
	return open_rule(p, HD_POLICY, HD_BLOCK_POLICY);
}

/* Has an alternative, or one with a pattern: an example shows what that does. */
static bool
has_when(const struct hd_ruleset *rs, const struct hd_rule *r, bool pattern)
{
	const struct hd_alt *alt;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &rs->alts[r->alt + i];
		if (!alt->unless && !pattern)
			return true;
		for (size_t k = 0; !alt->unless && k < alt->nconds; k++)
			if (rs->conds[alt->cond + k].op <= HD_OP_NOMATCH)
				return true;
	}
	return false;
}

/* What a kind of rule cannot do without, in words. */
static const struct {
	const char *condition, *action;
} needs[HD_RULEKINDS] = {
	[HD_TAG] = { "'when'", "sets nothing: write 'set DIMENSION=VALUE'" },
	[HD_ROUTE] = { "'when'", "goes nowhere: write 'then human-first'" },
	[HD_POLICY] = { "'for'", "demands nothing: write 'must human-first'" },
};

int
hd_parse_rule_end(struct hd_parse *p)
{
	const struct hd_ruleset *rs = p->rs;
	const struct hd_rule *r = hd_parse_rule(p);
	const char *kind = hd_rulekind_name(r->kind);

	if (!has_when(rs, r, false))
		return hd_rules_err(rs, r->pos, p->err, "R131",
		    "%s '%s' has no condition: write %s", kind, r->id,
		    needs[r->kind].condition);
	if (r->kind == HD_TAG ? r->nsets == 0 : r->actions == 0)
		return hd_rules_err(rs, r->pos, p->err, "R132", "%s '%s' %s",
		    kind, r->id, needs[r->kind].action);
	if (r->kind != HD_TAG && r->stages == 0)
		return hd_rules_err(rs, r->pos, p->err, "R103",
		    "%s '%s' has no stage: write 'on open' or 'on open, reply'",
		    kind, r->id);
	if (r->nexamples > 0 && !has_when(rs, r, true))
		return hd_rules_err(rs, rs->examples[r->example].pos, p->err,
		    "R103", "%s '%s' has no pattern to show examples of", kind,
		    r->id);
	return 0;
}
