/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The order of evaluation.  A rule that tests a dimension comes a level after
 * all rules that set it; a dimension is decided after the last level of the
 * rules that set it.  Where no such order exists the rules form a cycle.
 */
#include <stdlib.h>
#include <string.h>

#include "rules/link.h"
#include "rules/parse.h"

/* Calls fn for each dimension that r tests. */
static void
tested(const struct hd_ruleset *rs, const struct hd_rule *r,
    void (*fn)(void *ctx, size_t dim), void *ctx)
{
	const struct hd_alt *alt;
	const struct hd_cond *c;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &rs->alts[r->alt + i];
		for (size_t k = 0; k < alt->nconds; k++) {
			c = &rs->conds[alt->cond + k];
			if (c->var != HD_VAR_FIELD)
				fn(ctx, c->index);
		}
	}
}

struct raise {
	const struct hd_ruleset *rs;
	size_t level;
};

static void
raise_level(void *ctx, size_t dim)
{
	struct raise *up = ctx;

	if (up->level < up->rs->dims[dim].level + 1)
		up->level = up->rs->dims[dim].level + 1;
}

/* One round; true when some level rose. */
static bool
relax(struct hd_ruleset *rs)
{
	bool changed = false;
	struct hd_rule *r;
	struct hd_dim *d;

	for (size_t i = 0; i < rs->nrules; i++) {
		struct raise up = { rs, 0 };

		r = &rs->rules[i];
		tested(rs, r, raise_level, &up);
		r->level = up.level;
		for (size_t k = 0; k < r->nsets; k++) {
			d = &rs->dims[rs->sets[r->set + k].dim];
			if (d->level < r->level) {
				d->level = r->level;
				changed = true;
			}
		}
	}
	return changed;
}

struct from {
	size_t level, dim;
	bool found;
	const struct hd_ruleset *rs;
};

static void
find_from(void *ctx, size_t dim)
{
	struct from *f = ctx;

	if (f->rs->dims[dim].level >= f->level) {
		f->dim = dim;
		f->found = true;
	}
}

/*
 * The rule that put dim where it is: it tests a dimension, put in *from, that
 * is at most one level lower.
 */
static const struct hd_rule *
cause(const struct hd_ruleset *rs, size_t dim, size_t *from)
{
	struct from f = { .rs = rs, .level = rs->dims[dim].level - 1 };
	const struct hd_rule *r;

	for (size_t i = 0; i < rs->nrules; i++) {
		r = &rs->rules[i];
		for (size_t k = 0; k < r->nsets; k++)
			if (rs->sets[r->set + k].dim == dim)
				tested(rs, r, find_from, &f);
		if (f.found) {
			*from = f.dim;
			return r;
		}
	}
	return NULL;
}

/*
 * The highest dimension is above level ndims, so ndims steps from cause to
 * cause, each at most one level down, exist and end on a cycle.
 */
static int
cycle_err(const struct hd_ruleset *rs, struct hd_err *err)
{
	struct hd_buf names = HD_BUF_INIT;
	const struct hd_rule *r, *first = NULL;
	size_t dim = 0, at, from = 0;

	for (size_t i = 0; i < rs->ndims; i++)
		if (rs->dims[i].level > rs->dims[dim].level)
			dim = i;
	for (size_t i = 0; i < rs->ndims; i++)
		if (cause(rs, dim, &from) != NULL)
			dim = from;
	at = dim;
	do {
		r = cause(rs, at, &from);
		if (r == NULL)
			break;
		hd_buf_addf(&names, "%s%s needs %s (tag %s)",
		    first != NULL ? ", " : "", rs->dims[at].name,
		    rs->dims[from].name, r->id);
		first = first != NULL ? first : r;
		at = from;
	} while (at != dim);
	(void)hd_rules_err(rs, first != NULL ? first->pos : rs->rules[0].pos,
	    err, "R173", "tag rules depend on each other in a cycle: %s",
	    hd_buf_cstr(&names));
	hd_buf_release(&names);
	return -1;
}

int
hd_link_levels(struct hd_ruleset *rs, struct hd_err *err)
{
	size_t round = 0, n = 0;

	while (relax(rs))
		if (round++ > rs->ndims)
			return cycle_err(rs, err);
	/* without a rule there are still defaults to decide */
	rs->nlevels = 1;
	for (size_t i = 0; i < rs->nrules; i++)
		if (rs->nlevels < rs->rules[i].level + 1)
			rs->nlevels = rs->rules[i].level + 1;
	rs->by_level = hd_xcalloc(rs->nrules, sizeof(*rs->by_level));
	for (size_t level = 0; level < rs->nlevels; level++)
		for (size_t i = 0; i < rs->nrules; i++)
			if (rs->rules[i].level == level)
				rs->by_level[n++] = i;
	return 0;
}
