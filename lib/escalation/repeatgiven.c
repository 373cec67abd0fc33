/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what is asked for had been given: see repeat_int.h. */
#include <string.h>

#include "escalation/repeat_int.h"
#include "escalation/wordlist.h"

#define KIND(k) (1u << HD_DATUM_##k)

/* What answers an ask of that item by its shape. */
static unsigned
kinds_of(const char *item)
{
	static const struct {
		const char *item;
		unsigned kinds;
	} map[] = {
		{ "email", KIND(EMAIL) },
		{ "phone", KIND(PHONE) },
		{ "order-id", KIND(ID) | KIND(PHONE) },
		{ "account-id",
		    KIND(ID) | KIND(EMAIL) | KIND(DOMAIN) | KIND(PHONE) },
		{ "date", KIND(DATE) },
		{ "amount", KIND(MONEY) },
		{ "page", KIND(URL) },
		{ "device", KIND(DEVICE) },
	};

	for (size_t i = 0; i < sizeof(map) / sizeof(map[0]); i++)
		if (strcmp(item, map[i].item) == 0)
			return map[i].kinds;
	return 0;
}

static bool
is(const struct hd_ask *a, const char *item)
{
	return strcmp(a->item, item) == 0;
}

/* "12 July" and "July 12th", "Feb 2025" and "February 2025" */
static bool
same_part(struct hd_str a, struct hd_str b)
{
	size_t n = 0;

	while (n < a.n && n < b.n && a.p[n] == b.p[n])
		n++;
	if (a.p[0] >= '0' && a.p[0] <= '9')
		return n > 0 && (n == a.n || n == b.n ||
				    ((a.p[n] < '0' || a.p[n] > '9') &&
					(b.p[n] < '0' || b.p[n] > '9')));
	return n >= 3 || (n == a.n && n == b.n);
}

static bool
day_in(struct hd_repeat *r, struct hd_str day, struct hd_str other)
{
	struct hd_rtext a, b;
	bool some = false;

	hd_rtext_make(r, day, &a);
	hd_rtext_make(r, other, &b);
	for (size_t i = 0; i < a.n; i++) {
		bool found = false;

		for (size_t j = 0; j < b.n && !found; j++)
			found = same_part(a.w[i].low, b.w[j].low);
		if (!found && (a.w[i].content || b.n > a.n))
			return false;
		some |= found;
	}
	return some;
}

static bool
same_datum(
    struct hd_repeat *r, const struct hd_datum *a, const struct hd_datum *b)
{
	if (hd_data_same(a->span, b->span))
		return true;
	return a->kind == HD_DATUM_DATE && b->kind == HD_DATUM_DATE &&
	       (day_in(r, a->span, b->span) || day_in(r, b->span, a->span));
}

static const struct hd_datum *
datum_in(
    struct hd_repeat *r, const struct hd_rtext *t, const struct hd_datum *d)
{
	for (size_t i = 0; i < t->data.n; i++)
		if (same_datum(r, &t->data.v[i], d))
			return &t->data.v[i];
	return NULL;
}

/* 1: the answer has it; 0: it has another of the kinds; -1: it has none */
static int
answer_has(struct hd_repeat *r, const struct hd_reply *a, unsigned kinds,
    const struct hd_datum *d)
{
	int any = -1;

	for (size_t i = 0; i < a->n; i++) {
		const struct hd_rtext *t = &a->v[i];

		if (!hd_turn_is(t->turn, HD_ROLE_CUSTOMER))
			continue;
		if (d != NULL && datum_in(r, t, d) != NULL)
			return 1;
		for (size_t j = 0; j < t->data.n; j++)
			if (kinds & 1u << t->data.v[j].kind)
				any = 0;
	}
	return any;
}

/*
 * How well a particular fits what is asked for: 3 its words say so, 2 nothing
 * says that it is another, 1 it may be, 0 it is another.
 */
static int
fit(const struct hd_ask *a, const struct hd_rtext *in, const struct hd_datum *d)
{
	enum hd_thing thing;
	struct hd_str sentence;

	if (d->kind == HD_DATUM_EMAIL || d->kind == HD_DATUM_PHONE ||
	    d->kind == HD_DATUM_URL || d->kind == HD_DATUM_DOMAIN ||
	    d->kind == HD_DATUM_DEVICE)
		return is(a, "email") || is(a, "phone") || is(a, "page") ||
			       is(a, "device") || d->kind == HD_DATUM_DOMAIN
			   ? 3
			   : 1;
	if (d->kind == HD_DATUM_ID) {
		thing = hd_rtext_thing(in, d->span);
		if (a->things == 0 || thing == HD_THING_NONE)
			return 2 - (a->things & (1u << HD_THING_VAT |
						    1u << HD_THING_REQUEST)
					   ? 1
					   : 0);
		return a->things & 1u << thing ? 3 : 0;
	}
	sentence = hd_sentence_of(in->text, d->span);
	for (size_t i = 0; i < a->words.n; i++) {
		const struct hd_rword *w = hd_rtext_has(in, &a->words.w[i]);

		if (a->words.w[i].content && w != NULL &&
		    w->raw.p >= sentence.p &&
		    w->raw.p < sentence.p + sentence.n)
			return 3;
	}
	return 1;
}

enum verdict {
	NOT_GIVEN,
	GIVEN,
	UNDECIDED,
};

/* By a particular of the right kind. */
static enum verdict
by_datum(struct hd_repeat *r, const struct hd_ask *a, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at)
{
	unsigned kinds = kinds_of(a->item);
	const struct hd_rtext *in;
	size_t next = 0;
	int best = 0, has = answer_has(r, answer, kinds, NULL);

	if (kinds == 0)
		return UNDECIDED;
	while ((in = hd_sources_next(r, asker, &next)) != NULL)
		for (size_t i = 0; i < in->data.n; i++) {
			const struct hd_datum *d = &in->data.v[i];
			int f;

			if (!(kinds & 1u << d->kind))
				continue;
			if (datum_in(r, &r->turns[asker], d) != NULL)
				return NOT_GIVEN; /* it is shown, to be sure */
			f = fit(a, in, d);
			if (has == 0)
				f = answer_has(r, answer, kinds, d) == 1 ? 4
									 : 0;
			if (f > best) {
				best = f;
				*at = (struct hd_given_at){ in, d->span };
			}
		}
	if (has == 0)
		return best == 4	 ? GIVEN
		       : answer->already ? UNDECIDED
					 : NOT_GIVEN;
	return best >= (answer->already	 ? 1
			   : answer->any ? 3
					 : 2)
		   ? GIVEN
		   : UNDECIDED;
}

#define NARRATIVE 5 /* words that say something */

static bool
by_narrative(struct hd_repeat *r, size_t asker, const struct hd_reply *answer,
    struct hd_given_at *at)
{
	const struct hd_rtext *in;
	size_t next = 0;

	if (!hd_reply_echoes(r, asker, answer))
		return false;
	while ((in = hd_sources_next(r, asker, &next)) != NULL) {
		size_t n = 0;

		for (size_t i = 0; i < in->n; i++)
			n += in->w[i].content;
		if (in->message >= 0 && n >= NARRATIVE) {
			*at = (struct hd_given_at){ in, hd_str_trim(in->text) };
			return true;
		}
	}
	return false;
}

/* Words of the ask that are in the text; *of counts those there are. */
static size_t
shared(const struct hd_rtext *words, const struct hd_rtext *t, size_t *of)
{
	size_t n = 0;

	*of = 0;
	for (size_t i = 0; i < words->n; i++) {
		if (!words->w[i].content)
			continue;
		++*of;
		n += hd_rtext_has(t, &words->w[i]) != NULL;
	}
	return n;
}

/* By what the customer says of himself: that he tried, that he attached. */
static bool
by_mark(struct hd_repeat *r, const struct hd_ask *a, size_t asker,
    const char *value, const struct hd_reply *answer, struct hd_given_at *at)
{
	const struct hd_rtext *in;
	const struct hd_mark *m;
	size_t next = 0, n, of;
	bool again = is(a, "steps") && hd_reply_echoes(r, asker, answer);

	while ((in = hd_sources_next(r, asker, &next)) != NULL) {
		if (in->turn == NULL ||
		    (m = hd_mark_find(in->turn, "told", value)) == NULL ||
		    m->span.p == NULL)
			continue;
		n = shared(&a->words, in, &of);
		if (n == of || answer->already || (n > 0 && again)) {
			*at = (struct hd_given_at){ in, m->span };
			return true;
		}
	}
	return false;
}

bool
hd_ask_given(struct hd_repeat *r, const struct hd_ask *a, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at)
{
	enum verdict v;

	if (a->other || (answer->none && !answer->already))
		return false;
	v = by_datum(r, a, asker, answer, at);
	if (v != UNDECIDED)
		return v == GIVEN;
	if (is(a, "description"))
		return by_narrative(r, asker, answer, at);
	if (is(a, "steps"))
		return by_mark(r, a, asker, "tried", answer, at);
	if (is(a, "attachment"))
		return by_mark(r, a, asker, "attached", answer, at);
	return hd_ask_answered(r, a, asker, answer, at) ||
	       hd_ask_echoed(r, a, asker, answer, at);
}
