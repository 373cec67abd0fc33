/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a ticket has its tags: see hd_explain() in eval.h. */
#include "base/utf8.h"
#include "rules/decide.h"
#include "rules/evidence.h"
#include "rules/matcher.h"

struct walk {
	struct hd_matcher *m;
	bool deep; /* and why the dimensions it tests are what they are */
	int (*cb)(void *ctx, const struct hd_evidence *e);
	void *ctx;
};

/* Where the pattern of c matched: the item, its text, the span. */
static void
find_span(struct hd_matcher *m, struct hd_evidence *e)
{
	const struct hd_cond *c = e->cond;
	const struct hd_val *v = &m->vals[c->index];
	size_t i = c->each ? m->item[c->index] : 0;
	size_t end = c->each ? i + 1 : hd_val_count(v), span[2];

	for (; i < end; i++) {
		e->val = (struct hd_val){ .kind = HD_VAL_STR,
			.str = hd_val_item(v, i) };
		if (hd_item_span(m, &m->rs->probes[c->probe], i, span))
			break;
	}
	if (i == end)
		return;
	e->span = true;
	e->start = span[0];
	e->end = span[1];
	if (v->kind == HD_VAL_LIST)
		e->item = (int)i;
}

/* The list element that was equal to a value of the condition. */
static void
find_equal(const struct hd_matcher *m, struct hd_evidence *e)
{
	const struct hd_cond *c = e->cond;
	const struct hd_val *v = &m->vals[c->index];

	e->val = *v;
	if (v->kind != HD_VAL_LIST || c->op == HD_OP_NE)
		return;
	for (size_t i = 0; i < v->n; i++)
		for (size_t k = 0; k < c->nvalues; k++)
			if (hd_str_same(
				v->list[i], m->rs->operands[c->value + k].s)) {
				e->item = (int)i;
				e->val = (struct hd_val){ .kind = HD_VAL_STR,
					.str = v->list[i] };
				return;
			}
}

static void
find_field(struct hd_matcher *m, struct hd_evidence *e)
{
	const struct hd_cond *c = e->cond;
	const struct hd_val *v = &m->vals[c->index];

	e->field = m->rs->fields[c->index].name;
	if (c->op == HD_OP_MATCH) {
		find_span(m, e);
	} else if (c->each) {
		e->item = v->kind == HD_VAL_LIST ? (int)m->item[c->index] : -1;
		e->val = (struct hd_val){ .kind = HD_VAL_STR,
			.str = hd_val_item(v, m->item[c->index]) };
	} else {
		find_equal(m, e);
	}
}

/* The value of a dimension that made the condition true. */
static void
find_dim(const struct hd_matcher *m, struct hd_evidence *e)
{
	const struct hd_cond *c = e->cond;
	const struct hd_dim *d = &m->rs->dims[c->index];
	int v;

	e->field = d->name;
	e->dim = (int)c->index;
	if (c->var == HD_VAR_COUNT) {
		e->val = (struct hd_val){ .kind = HD_VAL_NUM,
			.num = (double)m->dims[c->index].yes };
		return;
	}
	e->value = m->dims[c->index].value;
	for (size_t i = 0; d->many && c->op != HD_OP_NE && i < c->nvalues;
	     i++) {
		v = m->rs->operands[c->value + i].index;
		if (m->got[d->off + (size_t)v] == HD_YES) {
			e->value = v;
			break;
		}
	}
	if (e->value >= 0)
		e->val = (struct hd_val){ .kind = HD_VAL_STR,
			.str = hd_str(d->values[e->value]) };
}

static int explain_rule(struct walk *w, size_t number, const struct hd_rule *r);
static int explain_default(struct walk *w, size_t dim);

/* Why the dimension of a condition has the value that made it true. */
static int
explain_dim(struct walk *w, const struct hd_evidence *e)
{
	const struct hd_dim *d;
	size_t v;

	if (e->value < 0)
		return 0;
	d = &w->m->rs->dims[e->dim];
	v = d->off + (size_t)e->value;
	if (w->m->got[v] == HD_YES)
		return explain_rule(
		    w, w->m->by[v] + 1, &w->m->rs->rules[w->m->by[v]]);
	return w->m->dims[e->dim].by == HD_BY_DEFAULT
		   ? explain_default(w, (size_t)e->dim)
		   : 0;
}

static void
find(struct hd_matcher *m, struct hd_evidence *e)
{
	e->pos = e->cond->pos;
	if (e->cond->var == HD_VAR_FIELD)
		find_field(m, e);
	else
		find_dim(m, e);
}

static struct hd_evidence
evidence_of(struct walk *w, size_t number, const struct hd_rule *r,
    const struct hd_cond *c)
{
	struct hd_evidence e = {
		.number = number, .dim = -1, .value = -1, .item = -1
	};

	e.rule = r;
	e.cond = c;
	find(w->m, &e);
	return e;
}

/* All conditions first: what stands behind one moves the messages. */
static int
explain_alt(struct walk *w, size_t number, const struct hd_rule *r,
    const struct hd_alt *alt)
{
	const struct hd_cond *c = &w->m->rs->conds[alt->cond];
	struct hd_evidence e;

	for (size_t i = 0; i < alt->nconds; i++) {
		e = evidence_of(w, number, r, &c[i]);
		if (w->cb(w->ctx, &e) != 0)
			return -1;
	}
	for (size_t i = 0; w->deep && i < alt->nconds; i++) {
		if (c[i].var == HD_VAR_FIELD)
			continue;
		e = evidence_of(w, number, r, &c[i]);
		if (explain_dim(w, &e) != 0)
			return -1;
	}
	return 0;
}

static int
explain_rule(struct walk *w, size_t number, const struct hd_rule *r)
{
	const struct hd_alt *alt;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &w->m->rs->alts[r->alt + i];
		if (!alt->unless && hd_alt_holds(w->m, r, alt) == HD_YES)
			return explain_alt(w, number, r, alt);
	}
	return 0;
}

static int
explain_default(struct walk *w, size_t dim)
{
	const struct hd_dim *d = &w->m->rs->dims[dim];
	struct hd_evidence e = { .dim = (int)dim, .item = -1 };

	e.pos = d->dflt_pos;
	e.field = d->name;
	e.value = d->dflt;
	e.val.kind = HD_VAL_STR;
	e.val.str = hd_str(d->values[d->dflt]);
	return w->cb(w->ctx, &e) != 0 ? -1 : 0;
}

int
hd_explain(struct hd_matcher *m, const struct hd_val *vals, bool readable,
    int (*cb)(void *ctx, const struct hd_evidence *e), void *ctx)
{
	hd_matcher_run(m, vals, readable);
	return hd_explain_evaluated(m, cb, ctx);
}

int
hd_explain_evaluated(struct hd_matcher *m,
    int (*cb)(void *ctx, const struct hd_evidence *e), void *ctx)
{
	struct walk w = { m, false, cb, ctx };

	for (size_t i = 0; i < m->rs->nrules; i++)
		if (m->fired[i] == HD_YES &&
		    explain_rule(&w, i + 1, &m->rs->rules[i]) < 0)
			return -1;
	for (size_t d = 0; d < m->rs->ndims; d++)
		if (m->dims[d].by == HD_BY_DEFAULT &&
		    explain_default(&w, d) < 0)
			return -1;
	return 0;
}

int
hd_explain_route(struct hd_matcher *m, const struct hd_rule *r,
    int (*cb)(void *ctx, const struct hd_evidence *e), void *ctx)
{
	struct walk w = { m, true, cb, ctx };

	return explain_rule(&w, 0, r);
}

/* Does an `unless` hold, so that nothing else is to blame? */
static const struct hd_cond *
canceller(struct hd_matcher *m, const struct hd_rule *r)
{
	const struct hd_alt *alt;
	size_t yes;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &m->rs->alts[r->alt + i];
		yes = 0;
		for (size_t k = 0; alt->unless && k < alt->nconds; k++)
			yes += hd_decide_cond(
				   m, &m->rs->conds[alt->cond + k]) == HD_YES;
		if (alt->unless && yes == alt->nconds)
			return &m->rs->conds[alt->cond];
	}
	return NULL;
}

/* The one condition of an alternative that does not hold; NULL: not one. */
static const struct hd_cond *
only_failing(struct hd_matcher *m, const struct hd_alt *alt)
{
	const struct hd_cond *c, *one = NULL;

	for (size_t i = 0; i < alt->nconds; i++) {
		c = &m->rs->conds[alt->cond + i];
		if (hd_decide_cond(m, c) == HD_YES)
			continue;
		if (one != NULL)
			return NULL;
		one = c;
	}
	return one;
}

static bool
all_hold(struct hd_matcher *m, const struct hd_alt *alt)
{
	for (size_t i = 0; i < alt->nconds; i++)
		if (hd_decide_cond(m, &m->rs->conds[alt->cond + i]) != HD_YES)
			return false;
	return true;
}

/* What a condition that does not hold was asked of. */
static void
find_value(struct hd_matcher *m, struct hd_evidence *e)
{
	e->pos = e->cond->pos;
	if (e->cond->var != HD_VAR_FIELD) {
		find_dim(m, e);
		return;
	}
	e->field = m->rs->fields[e->cond->index].name;
	if (e->cond->op != HD_OP_MATCH && e->cond->op != HD_OP_NOMATCH)
		e->val = m->vals[e->cond->index];
}

bool
hd_explain_near(
    struct hd_matcher *m, const struct hd_rule *r, struct hd_evidence *e)
{
	const struct hd_alt *alt;

	*e = (struct hd_evidence){
		.rule = r, .dim = -1, .value = -1, .item = -1
	};
	/* a lone condition is always one away, and tells the least */
	for (size_t i = 0; i < 2 * r->nalts && e->cond == NULL; i++) {
		alt = &m->rs->alts[r->alt + i % r->nalts];
		if (alt->unless || (alt->nconds == 1) != (i >= r->nalts))
			continue;
		e->cond = only_failing(m, alt);
		if (e->cond == NULL && all_hold(m, alt))
			e->cond = canceller(m, r);
	}
	if (e->cond == NULL)
		return false;
	find_value(m, e);
	return true;
}

const struct hd_alt *
hd_explain_alternative(const struct hd_ruleset *rs, const struct hd_evidence *e)
{
	const struct hd_alt *alt = &rs->alts[e->rule->alt];
	size_t i = (size_t)(e->cond - rs->conds);

	while (i < alt->cond || i >= alt->cond + alt->nconds)
		alt++;
	return alt;
}

bool
hd_explain_cancels(const struct hd_ruleset *rs, const struct hd_evidence *e)
{
	return hd_explain_alternative(rs, e)->unless;
}
