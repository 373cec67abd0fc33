/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules that cannot fire because an export lacks a fact: see history.h. */
#include <stdlib.h>

#include "audit/history.h"

struct data {
	struct hd_history *h;
	const bool *known;  /* by field */
	bool *set;	    /* by value of all dimensions: a rule may set it */
	const char **lacks; /* by dimension: why a value is never set */
};

/* What a condition on a dimension lacks, NULL: nothing. */
static const char *
dim_lacks(const struct data *d, const struct hd_cond *c)
{
	const struct hd_ruleset *rs = d->h->rs;
	const struct hd_dim *dim = &rs->dims[c->index];

	if (c->op != HD_OP_EQ && c->op != HD_OP_IN)
		return NULL;
	for (size_t i = 0; i < c->nvalues; i++)
		if (d->set[dim->off + (size_t)rs->operands[c->value + i].index])
			return NULL;
	return d->lacks[c->index];
}

static const char *
cond_lacks(const struct data *d, const struct hd_cond *c)
{
	if (c->var == HD_VAR_DIM)
		return dim_lacks(d, c);
	return c->var == HD_VAR_FIELD && c->op != HD_OP_UNSET &&
		       !d->known[c->index]
		   ? d->h->rs->fields[c->index].name
		   : NULL;
}

/* The fact without which no alternative of the rule can hold, or NULL. */
static const char *
rule_lacks(const struct data *d, const struct hd_rule *r)
{
	const char *lacks = NULL, *one;
	const struct hd_alt *alt;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &d->h->rs->alts[r->alt + i];
		if (alt->unless)
			continue;
		one = NULL;
		for (size_t k = 0; k < alt->nconds && one == NULL; k++)
			one = cond_lacks(d, &d->h->rs->conds[alt->cond + k]);
		if (one == NULL)
			return NULL;
		lacks = lacks == NULL ? one : lacks;
	}
	return lacks;
}

/* Its values can be set, or it is why they are not. */
static void
set_values(struct data *d, const struct hd_rule *r, const char *lacks)
{
	const struct hd_ruleset *rs = d->h->rs;
	const struct hd_set *s;

	for (size_t i = 0; i < r->nsets; i++) {
		s = &rs->sets[r->set + i];
		if (lacks == NULL)
			d->set[rs->dims[s->dim].off + (size_t)s->value] = true;
		else
			d->lacks[s->dim] = lacks;
	}
}

/* Tags by level, so that each knows what the dimensions it tests may be. */
void
hd_history_lacking(struct hd_history *h, const bool *known)
{
	const struct hd_ruleset *rs = h->rs;
	struct data d = { h, known, NULL, NULL };
	const struct hd_dim *dim;
	size_t k;

	d.set = hd_xcalloc(rs->nvalues + 1, sizeof(*d.set));
	d.lacks = hd_xcalloc(rs->ndims + 1, sizeof(const char *));
	for (size_t i = 0; i < rs->ndims; i++) {
		dim = &rs->dims[i];
		if (dim->dflt >= 0)
			d.set[dim->off + (size_t)dim->dflt] = true;
	}
	for (size_t i = 0; i < rs->nrules; i++) {
		k = rs->by_level[i];
		h->rules[k].lacks = rule_lacks(&d, &rs->rules[k]);
		set_values(&d, &rs->rules[k], h->rules[k].lacks);
	}
	for (size_t i = 0; i < rs->nroutes; i++)
		hd_history_route(h, i)->lacks = rule_lacks(&d, &rs->routes[i]);
	free(d.set);
	free(d.lacks);
}
