/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a message asks for: see repeat_int.h. */
#include <ctype.h>
#include <string.h>

#include "escalation/repeat_int.h"
#include "escalation/sentence.h"
#include "learn/wordlist.h"

static bool
inside(struct hd_str a, struct hd_str b)
{
	return a.p >= b.p && a.p < b.p + b.n;
}

static bool
overlap(struct hd_str a, struct hd_str b)
{
	return inside(a, b) || inside(b, a);
}

/* Is there such a mark in those bytes? */
static bool
marked(const struct hd_turn *t, const char *value, struct hd_str where)
{
	for (size_t i = 0; i < t->nmarks; i++) {
		const struct hd_mark *m = &t->marks[i];

		if (strcmp(m->dimension, "asks-not") == 0 &&
		    strcmp(m->value, value) == 0 && m->span.p != NULL &&
		    overlap(m->span, where))
			return true;
	}
	return false;
}

/* "and" and its like, from which on something else is asked for. */
static const char *
joint(const char *p, const char *end)
{
	static const char *const joints[] = { " and ", " und ", " et ", " y ",
		" sowie ", " & " };

	for (; p < end; p++)
		for (size_t i = 0; i < sizeof(joints) / sizeof(joints[0]); i++)
			if (hd_str_starts(
				(struct hd_str){ p, (size_t)(end - p) },
				joints[i]))
				return p;
	return end;
}

#define CLAUSE_LEAST 12 /* bytes: "name and number" is one ask */

static struct hd_str
clause_of(struct hd_str span, struct hd_str sentence)
{
	const char *end = sentence.p + sentence.n, *p = span.p;

	p += span.n < CLAUSE_LEAST ? span.n : CLAUSE_LEAST;
	if (p > end)
		p = end;
	return (struct hd_str){ span.p, (size_t)(joint(p, end) - span.p) };
}

/* Of a list its last line: that is where what is asked for is named. */
static struct hd_str
last_item(struct hd_str clause)
{
	for (size_t i = clause.n; i-- > 1;)
		if (clause.p[i - 1] == '\n' &&
		    !isalpha((unsigned char)clause.p[i]))
			return (struct hd_str){ clause.p + i, clause.n - i };
	return clause;
}

static unsigned
things_in(const struct hd_rtext *t)
{
	unsigned things = 0;

	for (size_t i = 0; i < t->n; i++)
		things |= 1u << hd_word_thing(t->w[i].low);
	return things & ~(1u << HD_THING_NONE);
}

/* A new address is asked for, and not the day from which it holds. */
static bool
another(const struct hd_turn *t, const struct hd_ask *a)
{
	for (size_t i = 0; i < t->nmarks; i++) {
		const struct hd_mark *m = &t->marks[i];
		const char *item;

		if (strcmp(m->dimension, "asks-not") != 0 ||
		    strcmp(m->value, "other") != 0 || m->span.p == NULL ||
		    !overlap(m->span, a->clause))
			continue;
		item = hd_named_item(m->span);
		if (item == NULL || strcmp(item, a->item) == 0 ||
		    strcmp(a->item, "detail") == 0)
			return true;
	}
	return false;
}

/* A detail beside another one. */
static bool
one_more(const struct hd_asks *asks, const struct hd_ask *a)
{
	bool more = false;

	for (size_t i = 0; i < asks->n && strcmp(a->item, "detail") == 0; i++) {
		if (overlap(asks->v[i].clause, a->clause))
			return false;
		more |= strcmp(asks->v[i].item, "detail") == 0;
	}
	return more;
}

/* The whole of the words: what names it may come before what asks for it. */
static void
add(struct hd_repeat *r, const struct hd_turn *t, const struct hd_mark *m,
    struct hd_asks *asks)
{
	struct hd_str sentence = hd_sentence_of(t->m->body, m->span);
	struct hd_ask *a = &asks->v[asks->n];

	/* "the address you would like" offers nothing */
	if (marked(t, "offer", (struct hd_str){ m->span.p, 1 }) ||
	    marked(t, "closing", m->span))
		return;
	*a = (struct hd_ask){ .item = m->value,
		.quote = sentence,
		.clause = clause_of(m->span, sentence) };
	if (strcmp(a->item, "detail") != 0)
		a->clause = last_item(a->clause);
	for (size_t i = 0; i < asks->n; i++)
		if (asks->v[i].item == a->item &&
		    asks->v[i].clause.p + asks->v[i].clause.n ==
			a->clause.p + a->clause.n)
			return;
	a->part = one_more(asks, a);
	hd_rtext_make(r, a->clause, &a->words);
	a->things = things_in(&a->words);
	a->other = another(t, a);
	asks->n++;
}

void
hd_asks_of(struct hd_repeat *r, size_t turn, struct hd_asks *asks)
{
	const struct hd_turn *t = &r->e->turns[turn];
	size_t n = 0;

	*asks = (struct hd_asks){ NULL, 0 };
	for (size_t i = 0; i < t->nmarks; i++)
		n += strcmp(t->marks[i].dimension, "asks") == 0;
	if (n == 0)
		return;
	asks->v =
	    hd_arena_alloc(r->e->arena, (n + HD_ASK_PARTS) * sizeof(*asks->v));
	/* What has a name of its own goes first: a detail is what is left. */
	for (int detail = 0; detail < 2; detail++)
		for (size_t i = 0; i < t->nmarks; i++) {
			const struct hd_mark *m = &t->marks[i];

			if (strcmp(m->dimension, "asks") == 0 &&
			    m->span.p != NULL &&
			    (strcmp(m->value, "detail") == 0) == (detail == 1))
				add(r, t, m, asks);
		}
	hd_ask_parts(r, turn, asks);
}
