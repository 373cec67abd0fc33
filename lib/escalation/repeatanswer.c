/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the customer answered to an ask, and whether its words had all been said
 * before: see repeat_int.h.
 */
#include <string.h>

#include "escalation/repeat_int.h"
#include "escalation/wordlist.h"

static bool
customer(const struct hd_rtext *t)
{
	return hd_turn_is(t->turn, HD_ROLE_CUSTOMER);
}

void
hd_reply_to(const struct hd_repeat *r, size_t from, struct hd_reply *a)
{
	size_t i = from + 1, n = r->e->n;

	*a = (struct hd_reply){ .v = NULL };
	while (i < n && !customer(&r->turns[i]))
		i++;
	a->v = &r->turns[i];
	for (; i < n; i++, a->n++) {
		const struct hd_turn *t = r->turns[i].turn;

		if (!customer(&r->turns[i])) {
			if (t->m->public && t->m->role != HD_ROLE_SYSTEM)
				break;
			continue;
		}
		a->any = true;
		a->already |= hd_mark_find(t, "told", "already") != NULL;
		a->none |= hd_mark_find(t, "told", "none") != NULL;
		a->refused |= hd_mark_find(t, "told", "refused") != NULL;
	}
}

/* Another agent than the one who asks, or a note: a record of what was said. */
static bool
record(const struct hd_repeat *r, size_t i, size_t asker)
{
	const struct hd_message *m = r->turns[i].turn->m,
				*by = r->turns[asker].turn->m;

	if (!m->public)
		return true;
	return m->role == HD_ROLE_AGENT && m->author.p != NULL &&
	       by->author.p != NULL && !hd_str_same(m->author, by->author);
}

const struct hd_rtext *
hd_sources_next(const struct hd_repeat *r, size_t asker, size_t *at)
{
	for (; *at < asker; (*at)++)
		if (customer(&r->turns[*at]))
			return &r->turns[(*at)++];
	if (*at < asker + r->ncells)
		return &r->cells[(*at)++ - asker];
	for (; *at < 2 * asker + r->ncells; (*at)++) {
		size_t i = *at - asker - r->ncells;

		if (record(r, i, asker)) {
			(*at)++;
			return &r->turns[i];
		}
	}
	return NULL;
}

/* How much of the answer had been said, and where most of it. */
struct echo {
	size_t words, hits;
	bool sure; /* one of them is a name or has a figure */
};

static bool
complains(const struct hd_rtext *t, const struct hd_rword *w)
{
	for (size_t i = 0; i < t->turn->nmarks; i++) {
		const struct hd_mark *m = &t->turn->marks[i];
		struct hd_str found;

		if (strcmp(m->dimension, "told") != 0 ||
		    strcmp(m->value, "already") != 0 || m->span.p == NULL)
			continue;
		found = hd_turn_quote(t->turn, w->raw);
		if (found.p >= m->span.p && found.p < m->span.p + m->span.n)
			return true;
	}
	return false;
}

/* A name inside a sentence, or a figure. */
static bool
particular(const struct hd_rtext *t, const struct hd_rword *w)
{
	for (size_t i = 0; i < w->low.n; i++)
		if (w->low.p[i] >= '0' && w->low.p[i] <= '9')
			return true;
	return w != t->w && w->raw.p[0] != w->low.p[0];
}

static const struct hd_rword *
said_in(const struct hd_repeat *r, size_t asker, const struct hd_rword *w,
    const struct hd_rtext **where)
{
	const struct hd_rword *found;
	size_t at = 0;

	while ((*where = hd_sources_next(r, asker, &at)) != NULL)
		if ((found = hd_rtext_has(*where, w)) != NULL)
			return found;
	return NULL;
}

/* From the first to the last of the words, if they are near one another. */
#define SPAN_MOST 100 /* bytes */

static void
extend(struct hd_given_at *at, const struct hd_rtext *in, struct hd_str word)
{
	const char *end = word.p + word.n;

	if (at->in == NULL) {
		*at = (struct hd_given_at){ in, word };
	} else if (at->in == in && end > at->span.p &&
		   end - at->span.p <= SPAN_MOST && word.p >= at->span.p) {
		if (end > at->span.p + at->span.n)
			at->span.n = (size_t)(end - at->span.p);
	}
}

static void
listen(const struct hd_repeat *r, size_t asker, const struct hd_reply *a,
    struct echo *e, struct hd_given_at *at)
{
	*e = (struct echo){ 0, 0, false };
	at->in = NULL;
	for (size_t i = 0; i < a->n; i++) {
		const struct hd_rtext *t = &a->v[i];

		for (size_t j = 0; customer(t) && j < t->n; j++) {
			const struct hd_rword *w = &t->w[j], *found;
			const struct hd_rtext *in;

			if (!w->content || complains(t, w) ||
			    hd_rtext_has(&r->turns[asker], w) != NULL)
				continue;
			e->words++;
			found = said_in(r, asker, w, &in);
			if (found == NULL)
				continue;
			e->hits++;
			e->sure |= particular(t, w) || particular(in, found);
			extend(at, in, found->raw);
		}
	}
}

bool
hd_ask_echoed(struct hd_repeat *r, const struct hd_ask *ask, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at)
{
	struct echo e;

	(void)ask;
	listen(r, asker, answer, &e, at);
	if (e.hits == 0)
		return false;
	if (answer->already)
		return true;
	return 2 * e.hits >= e.words && (e.hits >= 2 || e.sure);
}

/* Is the answer, or part of it, what had been said? */
bool
hd_reply_echoes(struct hd_repeat *r, size_t asker, const struct hd_reply *a)
{
	struct hd_given_at at;
	struct echo e;

	if (!a->any || a->already)
		return true;
	listen(r, asker, a, &e, &at);
	return e.words <= 2 || 3 * e.hits >= e.words;
}
