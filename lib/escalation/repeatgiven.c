/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what is asked for had been given: see repeat_int.h. */
#include <string.h>

#include "escalation/repeat_int.h"

static bool
is(const struct hd_ask *a, const char *item)
{
	return strcmp(a->item, item) == 0;
}

#define CELL_TELLS 3 /* words: a kind of request tells no story */

/* By a field whose name says that it is for this. */
static bool
by_cell(const struct hd_repeat *r, const struct hd_ask *a, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at)
{
	for (size_t i = 0; i < r->ncells; i++) {
		const struct hd_rtext *in = &r->cells[i];
		const char *item = hd_named_item(hd_str(in->where));

		if (item == NULL || strcmp(item, a->item) != 0 ||
		    strcmp(in->where, "subject") == 0 ||
		    strcmp(in->where, "page") == 0 || hd_filled_late(r, in))
			continue;
		if (is(a, "description") &&
		    (in->n < CELL_TELLS || !hd_reply_echoes(r, asker, answer)))
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

/*
 * The customer only says that it had been given: where the words of the ask
 * are, and most of them.
 */
static bool
by_keyword(const struct hd_repeat *r, const struct hd_ask *a, size_t asker,
    struct hd_given_at *at)
{
	const struct hd_rtext *in;
	size_t next = 0, most = 0, n, of;

	while ((in = hd_sources_next(r, asker, &next)) != NULL)
		if ((n = shared(&a->words, in, &of)) > most) {
			most = n;
			*at = (struct hd_given_at){ in, hd_str_trim(in->text) };
		}
	return most > 0;
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
	enum hd_givenness v;

	if (a->other || (answer->none && !answer->already))
		return false;
	v = hd_ask_by_datum(r, a, asker, answer, at);
	if (v != HD_UNDECIDED)
		return v == HD_GIVEN;
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
	if (a->part)
		return !r->e->world->ai_asks &&
		       hd_reply_all_said(r, asker, answer, r->nasks, at);
	if (!is(a, "detail") || !answer->already || r->e->world->ai_asks)
		return false;
	if (!answer->attached || !by_attachment(r, a, asker, answer, at))
		return by_keyword(r, a, asker, at);
	a->item = "attachment";
	return true;
}
