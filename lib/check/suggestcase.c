/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ticket of the solver as a case in the language: see suggest_int.h. */
#include <string.h>

#include "base/mem.h"
#include "check/suggest_int.h"

/* Texts that hold what the customer wrote: `text' stands for all of them. */
static bool
is_customer(const char *field)
{
	static const char *const names[] = { "text", "text.raw", "message",
		"body", "first", "last" };

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(field, names[i]) == 0)
			return true;
	return false;
}

/* The condition is one of the rule's. */
static bool
tests(const struct hd_ruleset *rs, const struct hd_rule *r, const char *pattern)
{
	const struct hd_alt *alt;
	const struct hd_cond *c;

	for (size_t a = 0; a < r->nalts; a++) {
		alt = &rs->alts[r->alt + a];
		for (size_t i = 0; i < alt->nconds && !alt->unless; i++) {
			c = &rs->conds[alt->cond + i];
			if (c->op == HD_OP_MATCH && hd_str_eq(c->arg, pattern))
				return true;
		}
	}
	return false;
}

/* The hit number `attempt' of the rules that have the pattern; p NULL: none. */
static struct hd_str
hit_of(const struct hd_ruleset *rs, const char *pattern, size_t attempt)
{
	static const enum hd_rulekind kinds[] = { HD_TAG, HD_ROUTE };
	const struct hd_example *e;
	const struct hd_rule *r;
	size_t n;

	for (int k = 0; k < 2; k++) {
		r = hd_ruleset_kind(rs, kinds[k], &n);
		for (; n > 0; n--, r++) {
			if (!tests(rs, r, pattern))
				continue;
			for (size_t i = 0; i < r->nexamples; i++) {
				e = &rs->examples[r->example + i];
				if (e->kind == HD_EX_HIT && attempt-- == 0)
					return e->text;
			}
		}
	}
	return (struct hd_str){ NULL, 0 };
}

/*
 * Words for a pattern: first the examples of its rules, then some made of it.
 * Odd attempts begin with the latter, since hits may be of other alternatives.
 */
static void
add_words(const struct hd_suggester *s, const char *pattern, size_t attempt,
    struct hd_buf *b)
{
	struct hd_str hit = { NULL, 0 };

	if (b->n > 0)
		hd_buf_addc(b, ' ');
	if (attempt % 2 == 0)
		hit = hit_of(s->rs, pattern, attempt / 2);
	if (hit.p != NULL)
		hd_buf_add(b, hit.p, hit.n);
	else
		hd_pattern_words(pattern, attempt / 2, b);
}

/* Of the type, anything. */
static const char *
any_value(const struct hd_field *f)
{
	switch (f->type) {
	case HD_FT_NUMBER:
		return "1";
	case HD_FT_DURATION:
		return "1d";
	case HD_FT_BOOL:
		return "true";
	case HD_FT_ENUM:
		return f->n > 0 ? f->values[0] : "x";
	case HD_FT_TEXT:
	case HD_FT_STRING:
	case HD_FT_LIST:
		break;
	}
	return "something";
}

/* The value of a fact that is no customer's text; false: it needs no line. */
static bool
value_of(const struct hd_suggester *s, const struct hd_sketch_fact *fact,
    const struct hd_field *f, size_t attempt, struct hd_buf *b)
{
	switch (fact->op) {
	case HD_OP_EQ:
		hd_buf_adds(b, fact->value);
		return true;
	case HD_OP_SET:
		hd_buf_adds(b, any_value(f));
		return true;
	case HD_OP_MATCH:
		add_words(s, fact->value, attempt, b);
		return true;
	default:
		return false;
	}
}

/* Does the rule itself test the field? */
static bool
tests_field(const struct hd_ruleset *rs, const struct hd_rule *r, size_t field)
{
	const struct hd_alt *alt;
	const struct hd_cond *c;

	for (size_t a = 0; a < r->nalts; a++) {
		alt = &rs->alts[r->alt + a];
		for (size_t i = 0; i < alt->nconds; i++) {
			c = &rs->conds[alt->cond + i];
			if (c->var == HD_VAR_FIELD && c->index == field)
				return true;
		}
	}
	return false;
}

/*
 * Facts that keep other rules from firing may often be left out: what is not
 * set fires nothing.
 */
static bool
is_needed(const struct hd_suggester *s, const struct hd_goal *g,
    const struct hd_sketch_fact *fact, size_t field, bool lean)
{
	return !lean || fact->op == HD_OP_MATCH ||
	       tests_field(s->rs, g->rule, field);
}

/* Else no case may say what it is. */
static bool
known_at(const struct hd_field *f, enum hd_stage stage)
{
	if (stage == HD_STAGE_WHOLE)
		return true;
	return !hd_fact_late(hd_str(f->name)) &&
	       (stage != HD_STAGE_OPEN || f->known != HD_KNOWN_OUTCOME);
}

/* The facts of the sketch but that of `except', texts gathered in text. */
static bool
add_facts(const struct hd_suggester *s, const struct hd_goal *g,
    const char *except, const struct hd_attempt *attempt, struct hd_buf *text,
    struct hd_buf *b)
{
	const struct hd_sketch_fact *fact;
	struct hd_buf v = HD_BUF_INIT;
	const struct hd_field *f;
	bool ok = true;
	int i;

	for (size_t k = 0; k < g->sketch.n && ok; k++) {
		fact = &g->sketch.facts[k];
		i = hd_ruleset_field(s->rs, fact->field);
		if (fact->kind != HD_SKETCH_FACT || i < 0 ||
		    (except != NULL && strcmp(except, fact->field) == 0) ||
		    !is_needed(s, g, fact, (size_t)i, attempt->lean))
			continue;
		f = &s->rs->fields[i];
		if (is_customer(f->name)) {
			(void)value_of(s, fact, f, attempt->words, text);
			continue;
		}
		hd_buf_reset(&v);
		if (!value_of(s, fact, f, attempt->words, &v))
			continue;
		ok = known_at(f, g->stage);
		hd_buf_addf(b, "    %s = %s\n", f->name, hd_buf_cstr(&v));
	}
	hd_buf_release(&v);
	return ok;
}

/* The line that puts the value on the side that was not shown. */
static bool
add_side(
    const struct hd_suggester *s, const struct hd_goal *g, struct hd_buf *b)
{
	const struct hd_cond *c = g->cond;
	const struct hd_operand *o = &s->rs->operands[c->value];
	struct hd_arena arena = HD_ARENA_INIT;
	bool above = g->kind == HD_GOAL_ABOVE, at_above;
	double constant, step;
	const char *v;

	(void)hd_threshold(s->rs, c, &constant, &step);
	at_above = c->op == HD_OP_LT || c->op == HD_OP_GE;
	v = hd_threshold_text(o, constant, step,
	    above == at_above ? 0 : (above ? 1 : -1), &arena);
	if (v != NULL)
		hd_buf_addf(
		    b, "    %s = %s\n", s->rs->fields[c->index].name, v);
	hd_arena_release(&arena);
	return v != NULL;
}

bool
hd_suggest_case(const struct hd_suggester *s, const struct hd_goal *g,
    const struct hd_attempt *attempt, struct hd_buf *b)
{
	const struct hd_field *f =
	    g->cond != NULL ? &s->rs->fields[g->cond->index] : NULL;
	struct hd_buf text = HD_BUF_INIT;
	bool ok;

	hd_buf_addf(b, "\ncase %s\n", g->name);
	if (g->stage != HD_STAGE_WHOLE)
		hd_buf_addf(b, "    on     %s\n", hd_stage_name(g->stage));
	if (f != NULL && !known_at(f, g->stage))
		return false;
	ok = add_facts(s, g, f != NULL ? f->name : NULL, attempt, &text, b);
	if (ok && g->cond != NULL)
		ok = add_side(s, g, b);
	if (text.n > 0)
		hd_buf_addf(b, "    text = %s\n", hd_buf_cstr(&text));
	hd_buf_release(&text);
	return ok;
}
