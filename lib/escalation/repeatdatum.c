/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked for has a shape, and was there: see repeat_int.h. */
#include <string.h>

#include "escalation/repeat_int.h"
#include "escalation/sentence.h"

static bool
is(const struct hd_ask *a, const char *item)
{
	return strcmp(a->item, item) == 0;
}

static bool
same_datum(const struct hd_datum *a, const struct hd_datum *b)
{
	if (hd_data_same(a->span, b->span))
		return true;
	if (a->kind == HD_DATUM_DATE && b->kind == HD_DATUM_DATE)
		return hd_data_same_day(a->span, b->span);
	return (a->kind == HD_DATUM_MONEY || a->kind == HD_DATUM_NUMBER) &&
	       (b->kind == HD_DATUM_MONEY || b->kind == HD_DATUM_NUMBER) &&
	       hd_data_same_amount(a->span, b->span);
}

static const struct hd_datum *
datum_in(const struct hd_rtext *t, const struct hd_datum *d)
{
	for (size_t i = 0; i < t->data.n; i++)
		if (same_datum(&t->data.v[i], d))
			return &t->data.v[i];
	return NULL;
}

/* The last figures of a card are a detail with a shape. */
static unsigned
kinds_of(const struct hd_ask *a)
{
	if (is(a, "detail") && a->things & 1u << HD_THING_CARD)
		return 1u << HD_DATUM_CARD;
	return hd_item_kinds(a->item);
}

/* 1: the answer has it; 0: it has another of the kinds; -1: it has none */
static int
answer_has(const struct hd_reply *a, unsigned kinds, const struct hd_datum *d)
{
	int any = -1;

	for (size_t i = 0; i < a->n; i++) {
		const struct hd_rtext *t = &a->v[i];

		if (!hd_turn_is(t->turn, HD_ROLE_CUSTOMER))
			continue;
		if (d != NULL && datum_in(t, d) != NULL)
			return 1;
		for (size_t j = 0; j < t->data.n; j++)
			if (kinds & 1u << t->data.v[j].kind)
				any = 0;
	}
	return any;
}

/* An order is no invoice; what nothing is said of may be either. */
static int
fit_number(
    const struct hd_ask *a, const struct hd_rtext *in, const struct hd_datum *d)
{
	const unsigned rare = 1u << HD_THING_VAT | 1u << HD_THING_REQUEST;
	enum hd_thing thing = hd_rtext_thing(in, d->span);

	if (is(a, "device"))
		return thing == HD_THING_SERIAL ? 3 : 1;
	if (a->things == 0 || thing == HD_THING_NONE)
		return a->things & rare ? 1 : 2;
	return a->things & 1u << thing ? 3 : 0;
}

/* "date", "amount": the words that any ask of the item has */
static bool
names_item(const struct hd_ask *a, const struct hd_rword *w)
{
	const char *item = hd_named_item(w->low);

	return item != NULL && strcmp(item, a->item) == 0;
}

/* A day and an amount are of what the sentence around them is about. */
static int
fit_words(
    const struct hd_ask *a, const struct hd_rtext *in, const struct hd_datum *d)
{
	struct hd_str sentence = hd_sentence_of(in->text, d->span);
	bool any = false;

	for (size_t i = 0; i < a->words.n; i++) {
		const struct hd_rword *w = &a->words.w[i], *found;

		if (!w->content || names_item(a, w))
			continue;
		any = true;
		found = hd_rtext_has(in, w);
		if (found != NULL && found->raw.p >= sentence.p &&
		    found->raw.p < sentence.p + sentence.n)
			return 3;
	}
	return any ? 1 : 2;
}

/*
 * How well a particular fits what is asked for: 3 its words say so, 2 nothing
 * says that it is another, 1 it may be, 0 by an answer that has it alone.
 */
static int
fit(const struct hd_ask *a, const struct hd_rtext *in, const struct hd_datum *d)
{
	switch (d->kind) {
	case HD_DATUM_DOMAIN:
	case HD_DATUM_CARD:
		return 3;
	case HD_DATUM_EMAIL:
		return is(a, "email") ? 3 : 1;
	case HD_DATUM_PHONE:
	case HD_DATUM_URL:
	case HD_DATUM_DEVICE:
	case HD_DATUM_ADDRESS:
		return 3;
	case HD_DATUM_NUMBER:
	case HD_DATUM_TIME:
		return 0;
	case HD_DATUM_ID:
		return fit_number(a, in, d);
	default:
		return fit_words(a, in, d);
	}
}

/* Who is asked for a day tells one, unless it had been told. */
static int
enough(const struct hd_ask *a, const struct hd_reply *answer)
{
	if (answer->already)
		return 1;
	if (!answer->any)
		return 2;
	return is(a, "date") || is(a, "amount") ? 4 : 3;
}

/* "on a Mac or on Windows": what is asked for is shown, with what it is not */
static bool
is_choice(const struct hd_rtext *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->data.n; i++)
		n += t->data.v[i].kind == HD_DATUM_DEVICE;
	return n >= 2;
}

/* By a particular of the right kind. */
enum hd_givenness
hd_ask_by_datum(struct hd_repeat *r, const struct hd_ask *a, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at)
{
	unsigned kinds = kinds_of(a);
	const struct hd_rtext *in;
	size_t next = 0;
	int best = 0, has = answer_has(answer, kinds, NULL);
	bool choice = is_choice(&r->turns[asker]);

	if (kinds == 0)
		return HD_UNDECIDED;
	while ((in = hd_sources_next(r, asker, &next)) != NULL)
		for (size_t i = 0; i < in->data.n; i++) {
			const struct hd_datum *d = &in->data.v[i];
			int f;

			if (!(kinds & 1u << d->kind))
				continue;
			if (d->kind != HD_DATUM_NUMBER && !choice &&
			    datum_in(&r->turns[asker], d) != NULL)
				return HD_NOT_GIVEN; /* it is shown, to be sure */
			f = fit(a, in, d);
			if (has == 0)
				f = answer_has(answer, kinds, d) == 1 ? 4 : 0;
			if (f > best) {
				best = f;
				*at = (struct hd_given_at){ in, d->span };
			}
		}
	if (has == 0)
		return best == 4	 ? HD_GIVEN
		       : answer->already ? HD_UNDECIDED
					 : HD_NOT_GIVEN;
	return best >= enough(a, answer) ? HD_GIVEN : HD_UNDECIDED;
}
