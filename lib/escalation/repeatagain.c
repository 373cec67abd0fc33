/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same asked before, and answered: see repeat_int.h. */
#include <string.h>

#include "escalation/repeat_int.h"
#include "learn/wordlist.h"

/* Words of a that b has, against all that say something in both. */
static bool
much_alike(const struct hd_rtext *a, const struct hd_rtext *b)
{
	size_t na = 0, nb = 0, both = 0;

	for (size_t i = 0; i < a->n; i++) {
		na += a->w[i].content;
		both += a->w[i].content && hd_rtext_has(b, &a->w[i]) != NULL;
	}
	for (size_t i = 0; i < b->n; i++)
		nb += b->w[i].content;
	if (na == 0 || nb == 0)
		return na == nb && hd_data_same(a->text, b->text);
	return 4 * both >= 3 * (na > nb ? na : nb);
}

static bool
is_number(const struct hd_ask *a)
{
	return strcmp(a->item, "order-id") == 0 ||
	       strcmp(a->item, "account-id") == 0;
}

/* There is one e-mail address to ask for, but many days. */
static bool
one_of_a_kind(const struct hd_ask *a)
{
	return strcmp(a->item, "email") == 0 || strcmp(a->item, "phone") == 0;
}

static bool
same_ask(const struct hd_ask *a, const struct hd_ask *b)
{
	if (a->item != b->item && strcmp(a->item, b->item) != 0)
		return false;
	if (one_of_a_kind(a) || (is_number(a) && (a->things & b->things) != 0))
		return true;
	return a->things == b->things && much_alike(&a->words, &b->words);
}

/*
 * The particular that answers, the whole of the words where any may, or none.
 */
static struct hd_str
given_in(const struct hd_ask *a, const struct hd_rtext *t)
{
	unsigned kinds = hd_item_kinds(a->item);

	for (size_t i = 0; i < t->data.n; i++)
		if (kinds & 1u << t->data.v[i].kind)
			return t->data.v[i].span;
	return kinds == 0 ? hd_str_trim(t->text) : (struct hd_str){ NULL, 0 };
}

/* The next to speak is the customer, who gives something. */
static const struct hd_rtext *
next_words(const struct hd_repeat *r, size_t from, size_t before)
{
	for (size_t i = from + 1; i < before; i++) {
		const struct hd_rtext *t = &r->turns[i];

		if (!t->turn->m->public)
			continue;
		if (!hd_turn_is(t->turn, HD_ROLE_CUSTOMER) || t->n == 0 ||
		    hd_mark_find(t->turn, "told", "none") != NULL ||
		    t->text.p[t->text.n - 1] == '?')
			return NULL;
		return t;
	}
	return NULL;
}

bool
hd_ask_answered(struct hd_repeat *r, const struct hd_ask *ask, size_t asker,
    struct hd_given_at *at)
{
	struct hd_asks asks;
	const struct hd_rtext *said;

	for (size_t i = 0; i < asker; i++) {
		if (!hd_turn_is(&r->e->turns[i], HD_ROLE_AI) ||
		    (said = next_words(r, i, asker)) == NULL)
			continue;
		hd_asks_of(r, i, &asks);
		for (size_t j = 0; j < asks.n; j++)
			if (!asks.v[j].other && same_ask(&asks.v[j], ask)) {
				*at = (struct hd_given_at){ said,
					given_in(ask, said) };
				if (at->span.p != NULL)
					return true;
			}
	}
	return false;
}
