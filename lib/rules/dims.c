/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Dimensions: what the rules that fired make of them, and conditions on them.
 * Rules that gave up leave several outcomes possible; a condition is decided
 * when it comes out the same for all of them.
 */
#include "rules/matcher.h"

static const unsigned char *
got(const struct hd_matcher *m, size_t dim)
{
	return &m->got[m->rs->dims[dim].off];
}

/* Does value a win over value b? */
static bool
outranks(const struct hd_dim *d, int a, int b)
{
	return b < 0 || (d->many ? a < b : a > b);
}

static void
count_values(struct hd_matcher *m, size_t dim, int *rival)
{
	const struct hd_dim *d = &m->rs->dims[dim];
	struct hd_dimstate *s = &m->dims[dim];

	*rival = -1;
	s->top = -1;
	s->yes = s->maybe = 0;
	for (int v = 0; v < (int)d->n; v++) {
		if (got(m, dim)[v] == HD_YES) {
			s->yes++;
			if (outranks(d, v, s->top))
				s->top = v;
		} else if (got(m, dim)[v] == HD_MAYBE) {
			s->maybe++;
			if (outranks(d, v, *rival))
				*rival = v;
		}
	}
}

static const struct hd_given *
given(const struct hd_matcher *m, size_t dim)
{
	for (size_t i = 0; i < m->ngiven; i++)
		if (m->given[i].dim == (int)dim)
			return &m->given[i];
	return NULL;
}

/* What was given stands as if rules had found it, and nothing above it. */
static void
decide_given(struct hd_matcher *m, size_t dim, const struct hd_given *g)
{
	const struct hd_dim *d = &m->rs->dims[dim];
	struct hd_dimstate *s = &m->dims[dim];
	unsigned char *v = m->got + d->off;
	int rival;

	for (size_t i = 0; i < d->n; i++)
		if (!d->many || g->only || g->value < 0 || v[i] == HD_MAYBE)
			v[i] = HD_NO;
	if (g->value >= 0)
		v[g->value] = HD_YES;
	count_values(m, dim, &rival);
	s->top = s->value = g->value;
	s->dflt = -1;
	s->by = g->by;
	s->undecided = false;
}

void
hd_dim_decide(struct hd_matcher *m, size_t dim)
{
	const struct hd_dim *d = &m->rs->dims[dim];
	const struct hd_given *g = given(m, dim);
	struct hd_dimstate *s = &m->dims[dim];
	int rival;

	if (g != NULL) {
		decide_given(m, dim, g);
		return;
	}
	count_values(m, dim, &rival);
	s->dflt = d->dflt_readable && !m->readable ? -1 : d->dflt;
	s->value = s->top;
	s->by =
	    s->top >= 0 ? (int)m->by[d->off + (size_t)s->top] + 1 : HD_BY_NONE;
	s->undecided = rival >= 0 && outranks(d, rival, s->top);
	if (s->undecided) {
		s->value = -1;
		s->by = HD_BY_NONE;
	} else if (s->top < 0 && s->dflt >= 0) {
		s->value = s->dflt;
		s->by = HD_BY_DEFAULT;
	}
	/* the list lacks what may have fired, even where the first is sure */
	s->undecided = s->undecided || (d->many && s->maybe > 0);
}

static bool
among(const struct hd_matcher *m, const struct hd_cond *c, int value)
{
	for (size_t i = 0; i < c->nvalues; i++)
		if (m->rs->operands[c->value + i].index == value)
			return true;
	return false;
}

/* The condition if the dimension had this value; -1 is unset. */
static bool
outcome(const struct hd_matcher *m, const struct hd_cond *c, int value)
{
	if (c->op == HD_OP_SET || c->op == HD_OP_UNSET)
		return (value >= 0) == (c->op == HD_OP_SET);
	return value >= 0 && among(m, c, value) == (c->op != HD_OP_NE);
}

static enum hd_tri
one_holds(const struct hd_matcher *m, const struct hd_cond *c)
{
	const struct hd_dim *d = &m->rs->dims[c->index];
	const struct hd_dimstate *s = &m->dims[c->index];
	bool base = outcome(m, c, s->top >= 0 ? s->top : s->dflt);

	for (int v = s->top + 1; v < (int)d->n; v++)
		if (got(m, c->index)[v] == HD_MAYBE && outcome(m, c, v) != base)
			return HD_MAYBE;
	return hd_tri(base);
}

static enum hd_tri
many_holds(const struct hd_matcher *m, const struct hd_cond *c)
{
	const struct hd_dimstate *s = &m->dims[c->index];
	enum hd_tri set, equal = HD_NO;

	set = hd_tri(s->yes > 0 || s->dflt >= 0);
	if (set == HD_NO && s->maybe > 0)
		set = HD_MAYBE;
	if (c->op == HD_OP_SET || c->op == HD_OP_UNSET)
		return c->op == HD_OP_SET ? set : hd_not(set);
	for (size_t i = 0; i < c->nvalues; i++)
		equal = hd_or(equal,
		    got(m, c->index)[m->rs->operands[c->value + i].index]);
	/* a default holds only if none of those that may have fired did */
	if (s->yes == 0 && s->dflt >= 0 && among(m, c, s->dflt))
		equal = hd_or(equal, s->maybe == 0 ? HD_YES : HD_MAYBE);
	return c->op == HD_OP_NE ? hd_and(set, hd_not(equal)) : equal;
}

bool
hd_num_holds(const struct hd_ruleset *rs, const struct hd_cond *c, double x)
{
	const struct hd_operand *o = &rs->operands[c->value];
	bool equal = false;

	for (size_t i = 0; i < c->nvalues; i++)
		equal = equal || x == o[i].num;
	switch (c->op) {
	case HD_OP_EQ:
	case HD_OP_IN:
		return equal;
	case HD_OP_NE:
		return !equal;
	case HD_OP_LT:
		return x < o->num;
	case HD_OP_LE:
		return x <= o->num;
	case HD_OP_GT:
		return x > o->num;
	case HD_OP_GE:
		return x >= o->num;
	case HD_OP_SET:
		return true;
	default:
		return false;
	}
}

/* A text that cannot be read has no count of what it does not mention. */
static bool
count_outcome(const struct hd_matcher *m, const struct hd_cond *c, size_t n)
{
	if (n == 0 && !m->readable)
		return c->op == HD_OP_UNSET;
	return hd_num_holds(m->rs, c, (double)n);
}

static enum hd_tri
count_holds(const struct hd_matcher *m, const struct hd_cond *c)
{
	const struct hd_dimstate *s = &m->dims[c->index];
	bool first = count_outcome(m, c, s->yes);

	for (size_t i = 1; i <= s->maybe; i++)
		if (count_outcome(m, c, s->yes + i) != first)
			return HD_MAYBE;
	return hd_tri(first);
}

enum hd_tri
hd_dim_holds(const struct hd_matcher *m, const struct hd_cond *c)
{
	if (c->var == HD_VAR_COUNT)
		return count_holds(m, c);
	return m->rs->dims[c->index].many ? many_holds(m, c) : one_holds(m, c);
}
