/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Evaluating rules: a condition, an alternative, a rule, a level.  Truth has
 * three values (tri.h), so the order of conditions changes what is computed
 * and never what comes out.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/num.h"
#include "rules/matcher.h"

/* Combinations of messages of one alternative; more count as given up. */
#define COMBINATIONS_MAX ((size_t)1000000)

size_t
hd_val_count(const struct hd_val *v)
{
	if (v->kind == HD_VAL_LIST)
		return v->n;
	return v->kind == HD_VAL_STR && v->str.p != NULL ? 1 : 0;
}

struct hd_str
hd_val_item(const struct hd_val *v, size_t i)
{
	return v->kind == HD_VAL_LIST ? v->list[i] : v->str;
}

/* Item i of a field as a text. */
static struct hd_text *
text_at(struct hd_matcher *m, size_t field, size_t i)
{
	struct hd_text **slot = &m->slots[m->base[field] + i];

	if (*slot == NULL)
		*slot =
		    hd_texts_get(&m->texts, hd_val_item(&m->vals[field], i));
	return *slot;
}

static enum hd_tri
match_text(struct hd_matcher *m, const struct hd_text *text, size_t pattern)
{
	struct hd_window w[HD_WINDOWS];
	size_t span[2] = { 0, 0 }, n = hd_prefilter_windows(m->rs->prefilter,
				       &text->places, pattern, text->s.n, w);
	enum hd_tri t;

	if (n == HD_ANYWHERE)
		t = hd_runner_match(m->runner, pattern, text->s, span);
	else
		t = hd_runner_match_in(m->runner, pattern, text->s, w, n, span);
	text->span[pattern][0] = (uint32_t)span[0];
	text->span[pattern][1] = (uint32_t)span[1];
	return t;
}

static enum hd_tri
match_item(struct hd_matcher *m, const struct hd_probe *pr, size_t i)
{
	struct hd_text *text = text_at(m, pr->field, i);
	unsigned char *memo = &text->memo[pr->pattern];

	if (!hd_text_may(text, pr->pattern))
		return HD_NO;
	if (*memo == 0)
		*memo = (unsigned char)(1 + match_text(m, text, pr->pattern));
	return (enum hd_tri)(*memo - 1);
}

bool
hd_item_span(
    struct hd_matcher *m, const struct hd_probe *pr, size_t i, size_t span[2])
{
	const struct hd_text *text;

	if (match_item(m, pr, i) != HD_YES)
		return false;
	text = text_at(m, pr->field, i);
	span[0] = text->span[pr->pattern][0];
	span[1] = text->span[pr->pattern][1];
	return true;
}

static enum hd_tri
match_any(struct hd_matcher *m, const struct hd_probe *pr)
{
	size_t n = hd_val_count(&m->vals[pr->field]);
	enum hd_tri t = HD_NO;

	for (size_t i = 0; i < n && t != HD_YES; i++)
		t = hd_or(t, match_item(m, pr, i));
	return t;
}

/*
 * How many values a field has.  What its line does not list an enum cannot be:
 * such a value is none.
 */
static size_t
known_values(const struct hd_matcher *m, size_t field)
{
	const struct hd_field *f = &m->rs->fields[field];
	const struct hd_val *v = &m->vals[field];
	size_t n = hd_val_count(v);

	if (f->type != HD_FT_ENUM || n == 0)
		return n;
	for (size_t i = 0; i < f->n; i++)
		if (hd_str_eq(v->str, f->values[i]))
			return 1;
	return 0;
}

static enum hd_tri
pattern_holds(struct hd_matcher *m, const struct hd_cond *c)
{
	const struct hd_probe *pr = &m->rs->probes[c->probe];
	size_t item = c->each ? m->item[c->index] : 0;
	enum hd_tri t;

	if (item == HD_NO_ITEM || known_values(m, c->index) == 0)
		return HD_NO;
	t = c->each ? match_item(m, pr, item) : match_any(m, pr);
	return c->op == HD_OP_MATCH ? t : hd_not(t);
}

/* The value as a number, if it is one. */
static bool
number(const struct hd_matcher *m, const struct hd_cond *c, double *x)
{
	const struct hd_val *v = &m->vals[c->index];

	*x = v->num;
	if (m->rs->fields[c->index].type == HD_FT_BOOL)
		*x = v->num != 0;
	if (v->kind == HD_VAL_STR && v->str.p != NULL &&
	    m->rs->fields[c->index].type == HD_FT_NUMBER)
		return hd_num_real(hd_str_trim(v->str), x);
	return v->kind == HD_VAL_NUM;
}

static bool
string_holds(const struct hd_matcher *m, const struct hd_cond *c)
{
	const struct hd_val *v = &m->vals[c->index];
	size_t n = known_values(m, c->index);
	bool equal = false;

	for (size_t i = 0; i < n && !equal; i++)
		for (size_t k = 0; k < c->nvalues && !equal; k++)
			equal = hd_str_same(
			    hd_val_item(v, i), m->rs->operands[c->value + k].s);
	switch (c->op) {
	case HD_OP_NE:
		return n > 0 && !equal;
	case HD_OP_SET:
		return n > 0;
	case HD_OP_UNSET:
		return n == 0;
	default:
		return equal;
	}
}

static bool
fact_holds(const struct hd_matcher *m, const struct hd_cond *c)
{
	double x;

	switch (m->rs->fields[c->index].type) {
	case HD_FT_NUMBER:
	case HD_FT_DURATION:
	case HD_FT_BOOL:
		if (!number(m, c, &x))
			return c->op == HD_OP_UNSET;
		return hd_num_holds(m->rs, c, x);
	case HD_FT_TEXT:
	case HD_FT_STRING:
	case HD_FT_LIST:
	case HD_FT_ENUM:
		break;
	}
	return string_holds(m, c);
}

enum hd_tri
hd_cond_holds(struct hd_matcher *m, const struct hd_cond *c)
{
	if (c->var != HD_VAR_FIELD)
		return hd_dim_holds(m, c);
	if (c->op == HD_OP_MATCH || c->op == HD_OP_NOMATCH)
		return pattern_holds(m, c);
	return hd_tri(fact_holds(m, c));
}

/* The conditions of alt that are bound to a message, or those that are not. */
static enum hd_tri
conds_hold(struct hd_matcher *m, const struct hd_alt *alt, bool each)
{
	const struct hd_cond *c;
	enum hd_tri t = HD_YES;

	for (size_t i = 0; i < alt->nconds && t != HD_NO; i++) {
		c = &m->rs->conds[m->rs->order[alt->cond + i]];
		if (c->each == each)
			t = hd_and(t, hd_cond_holds(m, c));
	}
	return t;
}

static enum hd_tri
cancelled(struct hd_matcher *m, const struct hd_rule *r)
{
	const struct hd_alt *alt;
	enum hd_tri t = HD_NO;

	for (size_t i = 0; i < r->nalts && t != HD_YES; i++) {
		alt = &m->rs->alts[r->alt + i];
		if (alt->unless)
			t = hd_or(t, hd_and(conds_hold(m, alt, false),
					 conds_hold(m, alt, true)));
	}
	return t;
}

/* To the first message of each field that alt binds. */
static void
first_items(struct hd_matcher *m, const struct hd_alt *alt)
{
	size_t f;

	for (size_t i = 0; i < alt->neach; i++) {
		f = m->rs->each_fields[alt->each + i];
		m->item[f] = hd_val_count(&m->vals[f]) > 0 ? 0 : HD_NO_ITEM;
	}
}

/* To the next combination; false after the last. */
static bool
next_items(struct hd_matcher *m, const struct hd_alt *alt)
{
	size_t f;

	for (size_t i = 0; i < alt->neach; i++) {
		f = m->rs->each_fields[alt->each + i];
		if (m->item[f] == HD_NO_ITEM)
			continue;
		if (++m->item[f] < hd_val_count(&m->vals[f]))
			return true;
		m->item[f] = 0;
	}
	return false;
}

enum hd_tri
hd_alt_holds(
    struct hd_matcher *m, const struct hd_rule *r, const struct hd_alt *alt)
{
	enum hd_tri fixed = conds_hold(m, alt, false), t, best = HD_NO;
	size_t tried = 0;

	if (fixed == HD_NO)
		return HD_NO;
	first_items(m, alt);
	do {
		if (tried++ == COMBINATIONS_MAX)
			return HD_MAYBE;
		t = hd_and(fixed, conds_hold(m, alt, true));
		if (t != HD_NO)
			t = hd_and(t, hd_not(cancelled(m, r)));
		best = hd_or(best, t);
	} while (best != HD_YES && next_items(m, alt));
	return best;
}

enum hd_tri
hd_rule_fires(struct hd_matcher *m, const struct hd_rule *r)
{
	const struct hd_alt *alt;
	enum hd_tri t = HD_NO;

	for (size_t i = 0; i < r->nalts && t != HD_YES; i++) {
		alt = &m->rs->alts[r->alt + i];
		if (!alt->unless)
			t = hd_or(t, hd_alt_holds(m, r, alt));
	}
	return t;
}

static void
set_values(struct hd_matcher *m, size_t rule)
{
	const struct hd_rule *r = &m->rs->rules[rule];
	enum hd_tri t = (enum hd_tri)m->fired[rule];
	const struct hd_set *s;
	size_t v;

	for (size_t i = 0; i < r->nsets && t != HD_NO; i++) {
		s = &m->rs->sets[r->set + i];
		v = m->rs->dims[s->dim].off + (size_t)s->value;
		/* a level is in file order, the levels of a value are not */
		if (t == HD_YES && (m->got[v] != HD_YES || rule < m->by[v]))
			m->by[v] = rule;
		m->got[v] = (unsigned char)hd_or((enum hd_tri)m->got[v], t);
	}
}

/* Where the texts of each field lie in slots, all of them open. */
static void
clear_slots(struct hd_matcher *m)
{
	size_t n = 0;

	for (size_t f = 0; f < m->rs->nfields; f++) {
		m->base[f] = n;
		n += hd_val_count(&m->vals[f]);
	}
	m->slots = hd_grow(m->slots, &m->slots_cap, n, sizeof(*m->slots));
	for (size_t i = 0; i < n; i++)
		m->slots[i] = NULL;
}

/* Wake the rules that a text of the field may make fire. */
static void
wake_by(struct hd_matcher *m, size_t field)
{
	const struct hd_ruleset *rs = m->rs;
	const struct hd_trigger *t, *end;
	size_t items = hd_val_count(&m->vals[field]);
	struct hd_text *text;

	end = rs->triggers + rs->trigger_at[field + 1];
	for (size_t i = 0; i < items; i++) {
		text = text_at(m, field, i);
		t = rs->triggers + rs->trigger_at[field];
		for (; t < end; t++)
			m->awake[t->rule] |= hd_text_may(text, t->pattern);
	}
}

static void
wake(struct hd_matcher *m)
{
	const struct hd_ruleset *rs = m->rs;

	if (m->texts.plain) {
		memset(m->awake, 1, rs->nrules);
		return;
	}
	memcpy(m->awake, rs->restless, rs->nrules);
	for (size_t f = 0; f < rs->nfields; f++)
		if (rs->trigger_at[f] < rs->trigger_at[f + 1])
			wake_by(m, f);
}

void
hd_matcher_run(struct hd_matcher *m, const struct hd_val *vals, bool readable)
{
	const struct hd_ruleset *rs = m->rs;
	size_t next = 0, rule;

	m->vals = vals;
	m->readable = readable;
	hd_texts_begin(&m->texts);
	clear_slots(m);
	wake(m);
	for (size_t i = 0; m->only != NULL && i < rs->nrules; i++)
		m->awake[i] &= m->only[i];
	if (rs->nvalues > 0)
		memset(m->got, HD_NO, rs->nvalues);
	for (size_t level = 0; level < rs->nlevels; level++) {
		for (; next < rs->nrules; next++) {
			rule = rs->by_level[next];
			if (rs->rules[rule].level != level)
				break;
			m->fired[rule] = HD_NO;
			if (!m->awake[rule])
				continue;
			m->fired[rule] =
			    (unsigned char)hd_rule_fires(m, &rs->rules[rule]);
			set_values(m, rule);
		}
		for (size_t d = 0; d < rs->ndims; d++)
			if (rs->dims[d].level == level)
				hd_dim_decide(m, d);
	}
}
