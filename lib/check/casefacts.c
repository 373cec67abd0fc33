/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests as facts: see casefacts.h. */
#include <string.h>

#include "base/utf8.h"
#include "check/casefacts.h"

#define MIN_WORDS 3 /* by the customer; less is not readable, as of tickets */

struct facts {
	const struct hd_ruleset *rs;
	struct hd_casefacts *f;
	int *owner; /* by field: how far up the case that gives it; -1 */
};

static void *
alloc(struct facts *x, size_t n)
{
	void *p = hd_arena_alloc(&x->f->arena, n);

	memset(p, 0, n);
	return p;
}

/* One more text of a field that has many. */
static void
push(struct facts *x, struct hd_val *v, struct hd_str s)
{
	struct hd_str *list;

	/* room for a power of two */
	if ((v->n & (v->n - 1)) == 0) {
		list = alloc(x, (2 * v->n + 1) * sizeof(*list));
		if (v->n > 0)
			memcpy(list, v->list, v->n * sizeof(*list));
	} else {
		list = (struct hd_str *)(uintptr_t)v->list;
	}
	list[v->n] = s;
	v->list = list;
	v->n++;
	v->kind = HD_VAL_LIST;
}

static void
set(struct facts *x, const struct hd_casefact *g)
{
	const struct hd_field *field = &x->rs->fields[g->field];
	struct hd_val *v = &x->f->vals[g->field];
	struct hd_str rest = g->value, item;

	if (g->unset)
		return;
	switch (field->type) {
	case HD_FT_NUMBER:
	case HD_FT_DURATION:
	case HD_FT_BOOL:
		*v = (struct hd_val){ .kind = HD_VAL_NUM, .num = g->num };
		return;
	case HD_FT_LIST:
		while (hd_str_split(&rest, ',', &item))
			push(x, v, hd_str_trim(item));
		return;
	case HD_FT_TEXT:
	case HD_FT_STRING:
	case HD_FT_ENUM:
		break;
	}
	if (field->each)
		push(x, v, g->value);
	else
		*v = (struct hd_val){ .kind = HD_VAL_STR, .str = g->value };
}

/* What the case says, over what those say that it is like. */
static void
collect(struct facts *x, const struct hd_case *c)
{
	const struct hd_casefact *g;

	for (int up = 0; c != NULL; up++) {
		for (size_t i = 0; i < c->ngivens; i++) {
			g = &x->rs->givens[c->given + i];
			if (x->owner[g->field] < 0)
				x->owner[g->field] = up;
			if (x->owner[g->field] == up)
				set(x, g);
		}
		c = c->parent >= 0 ? &x->rs->cases[c->parent] : NULL;
	}
}

/* The text of a field; p NULL: it has none, or is none of the rule set's. */
static struct hd_str
text_of(const struct facts *x, const char *name)
{
	int i = hd_ruleset_field(x->rs, name);

	if (i < 0 || x->f->vals[i].kind != HD_VAL_STR)
		return (struct hd_str){ NULL, 0 };
	return x->f->vals[i].str;
}

/* What the customer wrote, message by message. */
static struct hd_val
messages(struct facts *x)
{
	static const char *const others[] = { "text", "body", "first", "last" };
	int i = hd_ruleset_field(x->rs, "message");
	struct hd_val list = { .kind = HD_VAL_LIST };
	struct hd_str s;

	if (i >= 0 && x->f->vals[i].n > 0)
		return x->f->vals[i];
	for (size_t k = 0; k < 4 && list.n == 0; k++) {
		s = text_of(x, others[k]);
		if (s.p != NULL)
			push(x, &list, s);
	}
	return list;
}

/* Give a field a value unless the case did. */
static void
give(struct facts *x, const char *name, struct hd_val v)
{
	int i = hd_ruleset_field(x->rs, name);

	if (i >= 0 && x->owner[i] < 0)
		x->f->vals[i] = v;
}

static struct hd_val
text_val(struct hd_str s)
{
	return (struct hd_val){ .kind = s.p != NULL ? HD_VAL_STR : HD_VAL_UNSET,
		.str = s };
}

static void
give_num(struct facts *x, const char *name, size_t n)
{
	give(x, name, (struct hd_val){ .kind = HD_VAL_NUM, .num = (double)n });
}

/* The subject and the customer's words, a line feed between. */
static struct hd_str
joined(struct facts *x, struct hd_str words, const struct hd_val *list)
{
	struct hd_str subject = text_of(x, "subject"), s;
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_add(&b, subject.p, subject.n);
	if (words.p == NULL)
		for (size_t i = 0; i < list->n; i++) {
			if (b.n > 0)
				hd_buf_addc(&b, '\n');
			hd_buf_add(&b, list->list[i].p, list->list[i].n);
		}
	else
		hd_buf_addf(
		    &b, "%s%.*s", b.n > 0 ? "\n" : "", (int)words.n, words.p);
	s = (struct hd_str){ hd_arena_memdup(&x->f->arena, b.s, b.n), b.n };
	if (b.n == 0)
		s.p = NULL;
	hd_buf_release(&b);
	return s;
}

/* A text in a language that the rule set reads; not said: it does. */
static bool
readable(const struct facts *x, const struct hd_val *list)
{
	size_t words = hd_utf8_words(text_of(x, "subject"));
	struct hd_str language = text_of(x, "ticket.language");
	bool covered = language.p == NULL || x->rs->nlanguages == 0;

	for (size_t i = 0; i < list->n; i++)
		words += hd_utf8_words(list->list[i]);
	for (size_t i = 0; i < x->rs->nlanguages && !covered; i++)
		covered = hd_str_eq(language, x->rs->languages[i]);
	return words >= MIN_WORDS && covered;
}

/* What customers wrote, in every text that holds it. */
static void
give_texts(struct facts *x, struct hd_val list)
{
	int i = hd_ruleset_field(x->rs, "text");
	struct hd_str words = text_of(x, "text"), s;

	if (x->f->stage == HD_STAGE_OPEN && list.n > 1)
		list.n = 1;
	s = joined(x, words, &list);
	x->f->readable = readable(x, &list);
	give(x, "text", text_val(s));
	if (i >= 0 && words.p != NULL)
		x->f->vals[i].str = s; /* the subject joins it */
	give(x, "text.raw", text_val(s));
	if (list.n == 0)
		return;
	i = hd_ruleset_field(x->rs, "message");
	if (i >= 0)
		x->f->vals[i] = list;
	give(x, "body", text_val(list.list[0]));
	give(x, "first", text_val(list.list[0]));
	give(x, "last", text_val(list.list[list.n - 1]));
}

/* When a ticket opens nobody knows how it ends. */
static void
forget_outcome(struct facts *x)
{
	for (size_t i = 0; i < x->rs->nfields; i++)
		if (x->rs->fields[i].known == HD_KNOWN_OUTCOME)
			x->f->vals[i] = (struct hd_val){ HD_VAL_UNSET };
}

static void
begin(struct facts *x, const struct hd_case *c)
{
	size_t n = x->rs->nfields;

	hd_arena_reset(&x->f->arena);
	x->f->vals = alloc(x, (n + 1) * sizeof(*x->f->vals));
	x->owner = alloc(x, (n + 1) * sizeof(*x->owner));
	for (size_t i = 0; i < n; i++)
		x->owner[i] = -1;
	collect(x, c);
}

void
hd_case_facts(const struct hd_ruleset *rs, const struct hd_case *c,
    struct hd_casefacts *f)
{
	struct facts x = { rs, f, NULL };

	f->stage = c->stage;
	begin(&x, c);
	give_texts(&x, messages(&x));
	if (f->stage == HD_STAGE_OPEN)
		forget_outcome(&x);
}

void
hd_journey_facts(const struct hd_ruleset *rs, const struct hd_case *c,
    size_t step, struct hd_casefacts *f)
{
	struct hd_val customer = { .kind = HD_VAL_LIST };
	struct hd_val ai = { .kind = HD_VAL_LIST };
	struct facts x = { rs, f, NULL };
	const struct hd_step *s;

	begin(&x, c);
	for (size_t i = 0; i <= step; i++) {
		s = &rs->steps[c->step + i];
		push(&x, s->ai ? &ai : &customer, s->text);
	}
	f->stage = customer.n == 1 ? HD_STAGE_OPEN : HD_STAGE_REPLY;
	give_texts(&x, customer);
	if (f->stage == HD_STAGE_OPEN) {
		forget_outcome(&x);
		return;
	}
	/* between two messages of the customer the AI spoke once */
	if (ai.n > 0)
		give(&x, "ai", ai);
	give_num(&x, "ticket.customer_turns", customer.n);
	give_num(&x, "ticket.ai_turns", customer.n - 1);
	give_num(&x, "ticket.messages", 2 * customer.n - 1);
	give_num(&x, "ticket.agent_turns", 0);
	give_num(&x, "ticket.handoff", 0);
}

void
hd_casefacts_release(struct hd_casefacts *f)
{
	hd_arena_release(&f->arena);
	*f = (struct hd_casefacts)HD_CASEFACTS_INIT;
}
