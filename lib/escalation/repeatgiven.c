/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what is asked for had been given: see repeat_int.h. */
#include <string.h>

#include "escalation/repeat_int.h"
#include "escalation/wordlist.h"

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
	    d->kind == HD_DATUM_DEVICE || d->kind == HD_DATUM_ADDRESS)
		return is(a, "email") || is(a, "phone") || is(a, "page") ||
			       is(a, "device") || d->kind == HD_DATUM_DOMAIN
			   ? 3
			   : 1;
	if (d->kind == HD_DATUM_NUMBER || d->kind == HD_DATUM_TIME)
		return 0; /* by an answer that has it alone */
	if (d->kind == HD_DATUM_ID) {
		thing = hd_rtext_thing(in, d->span);
		if (is(a, "device"))
			return thing == HD_THING_SERIAL ? 3 : 1;
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

enum verdict {
	NOT_GIVEN,
	GIVEN,
	UNDECIDED,
};

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
static enum verdict
by_datum(struct hd_repeat *r, const struct hd_ask *a, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at)
{
	unsigned kinds = hd_item_kinds(a->item);
	const struct hd_rtext *in;
	size_t next = 0;
	int best = 0, has = answer_has(answer, kinds, NULL);
	bool choice = is_choice(&r->turns[asker]);

	if (kinds == 0)
		return UNDECIDED;
	while ((in = hd_sources_next(r, asker, &next)) != NULL)
		for (size_t i = 0; i < in->data.n; i++) {
			const struct hd_datum *d = &in->data.v[i];
			int f;

			if (!(kinds & 1u << d->kind))
				continue;
			if (d->kind != HD_DATUM_NUMBER && !choice &&
			    datum_in(&r->turns[asker], d) != NULL)
				return NOT_GIVEN; /* it is shown, to be sure */
			f = fit(a, in, d);
			if (has == 0)
				f = answer_has(answer, kinds, d) == 1 ? 4 : 0;
			if (f > best) {
				best = f;
				*at = (struct hd_given_at){ in, d->span };
			}
		}
	if (has == 0)
		return best == 4	 ? GIVEN
		       : answer->already ? UNDECIDED
					 : NOT_GIVEN;
	return best >= enough(a, answer) ? GIVEN : UNDECIDED;
}

/* By a field whose name says that it is for this. */
static bool
by_cell(struct hd_repeat *r, const struct hd_ask *a, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at)
{
	for (size_t i = 0; i < r->ncells; i++) {
		const struct hd_rtext *in = &r->cells[i];
		const char *item = hd_named_item(hd_str(in->where));

		if (item == NULL || strcmp(item, a->item) != 0 ||
		    strcmp(in->where, "subject") == 0 ||
		    !hd_reply_echoes(r, asker, answer))
			continue;
		*at = (struct hd_given_at){ in, in->text };
		return true;
	}
	return false;
}

#define NARRATIVE 5 /* words that say something */

static size_t
content_words(const struct hd_rtext *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->n; i++)
		n += t->w[i].content;
	return n;
}

static bool
by_narrative(struct hd_repeat *r, size_t asker, const struct hd_reply *answer,
    struct hd_given_at *at)
{
	const struct hd_rtext *in;
	size_t next = 0;

	if (!hd_reply_echoes(r, asker, answer))
		return false;
	while ((in = hd_sources_next(r, asker, &next)) != NULL)
		if (in->message >= 0 && content_words(in) >= NARRATIVE) {
			*at = (struct hd_given_at){ in, hd_str_trim(in->text) };
			return true;
		}
	return false;
}

/* Words of an ask for steps that name none. */
static bool
names_no_step(struct hd_str low)
{
	static const char *const words[] = { "tried", "trying", "steps",
		"troubleshooting", "already", "far", "versucht", "probiert",
		"schritte", "essayé", "tenté", "étapes", "probado", "intentado",
		"pasos", "gemacht", "measures", "fixes", "checks" };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hd_str_eq(low, words[i]))
			return true;
	return false;
}

/* Words of the ask that are in the text; *of counts those there are. */
static size_t
shared(const struct hd_rtext *words, const struct hd_rtext *t, size_t *of)
{
	size_t n = 0;

	*of = 0;
	for (size_t i = 0; i < words->n; i++) {
		if (!words->w[i].content || names_no_step(words->w[i].low))
			continue;
		++*of;
		n += hd_rtext_has(t, &words->w[i]) != NULL;
	}
	return n;
}

/* What was tried: the same step, or any where none is named. */
static bool
by_steps(struct hd_repeat *r, const struct hd_ask *a, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at)
{
	const struct hd_rtext *in;
	const struct hd_mark *m;
	size_t next = 0, n, of;

	if (!hd_reply_echoes(r, asker, answer))
		return false;
	while ((in = hd_sources_next(r, asker, &next)) != NULL) {
		if (in->turn == NULL)
			continue;
		m = hd_mark_find(in->turn, "told", "tried");
		n = shared(&a->words, in, &of);
		if ((n == of && of >= 2) ||
		    (m != NULL && (n == of || n > 0 || answer->already))) {
			*at = (struct hd_given_at){ in,
				m != NULL && m->span.p != NULL
				    ? m->span
				    : hd_str_trim(in->text) };
			return true;
		}
	}
	return false;
}

static const struct hd_datum *
a_file(const struct hd_rtext *t)
{
	for (size_t i = 0; i < t->data.n; i++)
		if (t->data.v[i].kind == HD_DATUM_FILE)
			return &t->data.v[i];
	return NULL;
}

/* A picture or a document of what the ask names, or of which it is said. */
static bool
by_attachment(struct hd_repeat *r, const struct hd_ask *a, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at)
{
	const struct hd_rtext *in;
	size_t next = 0, of;

	while ((in = hd_sources_next(r, asker, &next)) != NULL) {
		const struct hd_datum *d = a_file(in);
		const struct hd_mark *m =
		    in->turn == NULL
			? NULL
			: hd_mark_find(in->turn, "told", "attached");

		if (d == NULL && (m == NULL || m->span.p == NULL))
			continue;
		if (answer->already || shared(&a->words, in, &of) == of) {
			*at = (struct hd_given_at){ in,
				d != NULL ? d->span : m->span };
			return true;
		}
	}
	return false;
}

/* What was echoed is of a kind that answers the ask. */
static bool
echoed(const struct hd_repeat *r, const struct hd_ask *a, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at)
{
	unsigned kinds = hd_item_kinds(a->item);

	if (!hd_ask_echoed(r, asker, answer, at))
		return false;
	if (kinds == 0 || is(a, "address") || is(a, "device") ||
	    is(a, "account-id") || is(a, "error") || is(a, "page"))
		return true;
	for (size_t i = 0; i < at->in->data.n; i++) {
		const struct hd_datum *d = &at->in->data.v[i];

		if (kinds & 1u << d->kind &&
		    at->span.p < d->span.p + d->span.n &&
		    d->span.p < at->span.p + at->span.n)
			return true;
	}
	return false;
}

bool
hd_ask_given(struct hd_repeat *r, struct hd_ask *a, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at)
{
	enum verdict v;

	if (a->other || (answer->none && !answer->already))
		return false;
	v = by_datum(r, a, asker, answer, at);
	if (v != UNDECIDED)
		return v == GIVEN;
	if (by_cell(r, a, asker, answer, at))
		return true;
	if (is(a, "description"))
		return by_narrative(r, asker, answer, at);
	if (is(a, "steps"))
		return by_steps(r, a, asker, answer, at);
	if (is(a, "attachment"))
		return by_attachment(r, a, asker, answer, at);
	if (hd_ask_answered(r, a, asker, at) ||
	    (!r->e->world->ai_asks && echoed(r, a, asker, answer, at)))
		return true;
	if (!is(a, "detail") || !answer->attached || !answer->already ||
	    !by_attachment(r, a, asker, answer, at))
		return false;
	a->item = "attachment";
	return true;
}
