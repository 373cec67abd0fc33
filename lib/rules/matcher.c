/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The life of a matcher, and what a caller gets of a ticket: see eval.h. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "rules/matcher.h"

struct hd_tags_mem {
	size_t dims_cap, values_cap, fired_cap;
	int *flat; /* what values points into */
};

struct hd_matcher *
hd_matcher_new(const struct hd_ruleset *rs, struct hd_err *err)
{
	struct hd_matcher *m = hd_xcalloc(1, sizeof(*m));

	m->rs = rs;
	m->runner = hd_runner_new(rs->patterns, rs->npatterns);
	m->base = hd_xcalloc(rs->nfields, sizeof(*m->base));
	m->item = hd_xcalloc(rs->nfields, sizeof(*m->item));
	m->texts.rs = rs;
	m->awake = hd_xcalloc(rs->nrules, 1);
	m->fired = hd_xcalloc(rs->nrules, 1);
	m->got = hd_xcalloc(rs->nvalues, 1);
	m->by = hd_xcalloc(rs->nvalues, sizeof(*m->by));
	m->dims = hd_xcalloc(rs->ndims, sizeof(*m->dims));
	m->gave_up = hd_xcalloc(rs->nrules, sizeof(*m->gave_up));
	if (m->runner == NULL) {
		(void)hd_err_set(err, HD_ESYS, "out of memory for patterns");
		hd_matcher_free(m);
		return NULL;
	}
	return m;
}

void
hd_matcher_free(struct hd_matcher *m)
{
	if (m == NULL)
		return;
	hd_runner_free(m->runner);
	free(m->base);
	hd_texts_release(&m->texts);
	free(m->slots);
	free(m->item);
	free(m->own);
	free(m->awake);
	free(m->fired);
	free(m->got);
	free(m->by);
	free(m->dims);
	free(m->gave_up);
	free(m);
}

void
hd_matcher_plain(struct hd_matcher *m, bool plain)
{
	m->texts.plain = plain;
	hd_texts_clear(&m->texts);
}

static bool
sets_any(const struct hd_ruleset *rs, const struct hd_rule *r,
    const unsigned char *dims)
{
	bool any = false;

	for (size_t i = 0; i < r->nsets; i++)
		any = any || dims[rs->sets[r->set + i].dim];
	return any;
}

/* The dimensions that the rule tests join those wanted. */
static void
want_tested(
    const struct hd_ruleset *rs, const struct hd_rule *r, unsigned char *dims)
{
	for (size_t i = 0; i < r->nalts; i++) {
		const struct hd_alt *alt = &rs->alts[r->alt + i];

		for (size_t k = 0; k < alt->nconds; k++) {
			const struct hd_cond *c = &rs->conds[alt->cond + k];

			if (c->var != HD_VAR_FIELD)
				dims[c->index] = 1;
		}
	}
}

unsigned char *
hd_rules_of(const struct hd_ruleset *rs, const char *const *names)
{
	unsigned char *dims = hd_xcalloc(rs->ndims + 1, 1);
	unsigned char *of = hd_xcalloc(rs->nrules + 1, 1);
	bool more = true;
	int dim;

	for (; *names != NULL; names++)
		if ((dim = hd_ruleset_dim(rs, *names)) >= 0)
			dims[dim] = 1;
	while (more) {
		more = false;
		for (size_t i = 0; i < rs->nrules; i++) {
			if (of[i] || !sets_any(rs, &rs->rules[i], dims))
				continue;
			of[i] = 1;
			want_tested(rs, &rs->rules[i], dims);
			more = true;
		}
	}
	free(dims);
	return of;
}

void
hd_matcher_choose(struct hd_matcher *m, const unsigned char *rules)
{
	m->only = rules;
}

void
hd_matcher_only(struct hd_matcher *m, const char *const *names)
{
	free(m->own);
	m->own = hd_rules_of(m->rs, names);
	hd_matcher_choose(m, m->own);
}

void
hd_matcher_give(struct hd_matcher *m, const struct hd_given *v, size_t n)
{
	m->given = v;
	m->ngiven = n;
}

size_t
hd_matcher_gave_up(const struct hd_matcher *m, size_t rule)
{
	return m->gave_up[rule];
}

void
hd_tags_release(struct hd_tags *t)
{
	free(t->one);
	free(t->by);
	free(t->undecided);
	free(t->values);
	free(t->nvalues);
	free(t->fired);
	if (t->mem != NULL)
		free(t->mem->flat);
	free(t->mem);
	*t = (struct hd_tags)HD_TAGS_INIT;
}

static void
make_room(struct hd_tags *t, const struct hd_ruleset *rs)
{
	size_t n;

	if (t->mem == NULL)
		t->mem = hd_xcalloc(1, sizeof(*t->mem));
	if (t->one == NULL || t->mem->dims_cap < rs->ndims) {
		n = rs->ndims;
		t->one = hd_xreallocarray(t->one, n, sizeof(*t->one));
		t->by = hd_xreallocarray(t->by, n, sizeof(*t->by));
		t->undecided =
		    hd_xreallocarray(t->undecided, n, sizeof(*t->undecided));
		t->values = hd_xreallocarray(t->values, n, sizeof(*t->values));
		t->nvalues =
		    hd_xreallocarray(t->nvalues, n, sizeof(*t->nvalues));
		t->mem->dims_cap = n;
	}
	t->mem->flat = hd_grow(t->mem->flat, &t->mem->values_cap, rs->nvalues,
	    sizeof(*t->mem->flat));
	t->fired = hd_grow(
	    t->fired, &t->mem->fired_cap, rs->nrules, sizeof(*t->fired));
}

static void
copy_dim(const struct hd_matcher *m, size_t dim, struct hd_tags *t)
{
	const struct hd_dim *d = &m->rs->dims[dim];
	const struct hd_dimstate *s = &m->dims[dim];
	int *v = t->mem->flat + d->off;
	size_t n = 0;

	t->one[dim] = s->value;
	t->by[dim] = s->by;
	t->undecided[dim] = s->undecided;
	if (d->many)
		for (size_t i = 0; i < d->n; i++)
			if (m->got[d->off + i] == HD_YES)
				v[n++] = (int)i;
	if (n == 0 && s->value >= 0)
		v[n++] = s->value;
	t->values[dim] = v;
	t->nvalues[dim] = n;
}

/* Texts that a pattern may not have seen the end of. */
static size_t
truncated(const struct hd_matcher *m)
{
	const struct hd_val *v;
	size_t n = 0, items;

	for (size_t f = 0; f < m->rs->nfields; f++) {
		if (m->rs->fields[f].uses == 0)
			continue;
		v = &m->vals[f];
		items = hd_val_count(v);
		for (size_t i = 0; i < items; i++)
			n += hd_val_item(v, i).n > HD_SUBJECT_MAX;
	}
	return n;
}

void
hd_eval(struct hd_matcher *m, const struct hd_val *vals, bool readable,
    struct hd_tags *out)
{
	const struct hd_ruleset *rs = m->rs;

	hd_matcher_run(m, vals, readable);
	make_room(out, rs);
	out->nfired = out->gave_up = 0;
	for (size_t i = 0; i < rs->nrules; i++) {
		if (m->fired[i] == HD_YES)
			out->fired[out->nfired++] = i + 1;
		if (m->fired[i] == HD_MAYBE) {
			out->gave_up++;
			m->gave_up[i]++;
		}
	}
	for (size_t d = 0; d < rs->ndims; d++)
		copy_dim(m, d, out);
	out->truncated = truncated(m);
}
