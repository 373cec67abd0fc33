/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the customer answered to an ask, and whether its words had all been said
 * before: see repeat_int.h.
 */
#include <string.h>

#include "escalation/repeat_int.h"
#include "learn/wordlist.h"

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
		a->attached |= hd_mark_find(t, "told", "attached") != NULL;
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

/* Agents write down numbers and days; which page it was they do not. */
bool
hd_filled_late(const struct hd_repeat *r, const struct hd_rtext *cell)
{
	static const char *const kept[] = { "page", "device", "steps",
		"description" };
	const char *item;

	if (!r->late || !hd_str_starts(hd_str(cell->where), "field "))
		return false;
	item = hd_named_item(hd_str(cell->where));
	for (size_t i = 0; item != NULL && i < sizeof(kept) / sizeof(kept[0]);
	     i++)
		if (strcmp(item, kept[i]) == 0)
			return false;
	return true;
}

const struct hd_rtext *
hd_sources_next(const struct hd_repeat *r, size_t asker, size_t *at)
{
	for (; *at < asker; (*at)++)
		if (customer(&r->turns[*at]))
			return &r->turns[(*at)++];
	for (; *at < asker + r->ncells; (*at)++) {
		const struct hd_rtext *cell = &r->cells[*at - asker];

		if (!hd_filled_late(r, cell)) {
			(*at)++;
			return cell;
		}
	}
	for (; *at < 2 * asker + r->ncells; (*at)++) {
		size_t i = *at - asker - r->ncells;

		if (record(r, i, asker)) {
			(*at)++;
			return &r->turns[i];
		}
	}
	return NULL;
}

/* A word of the answer that says something and was not in the ask. */
struct heard {
	const struct hd_rtext *in;
	const struct hd_rword *w;
	bool said;  /* before the ask */
	bool taken; /* it told of another ask */
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

/* A name inside a sentence, or a figure of two digits and more. */
static bool
particular(const struct hd_rtext *t, const struct hd_rword *w)
{
	for (size_t i = 0; i < w->low.n; i++)
		if (w->low.p[i] >= '0' && w->low.p[i] <= '9')
			return w->low.n > 1;
	return w != t->w && w->raw.p[0] != w->low.p[0];
}

static bool
taken(const struct hd_repeat *r, struct hd_str word)
{
	for (size_t i = 0; i < r->ntaken; i++)
		if (word.p >= r->taken[i].p &&
		    word.p < r->taken[i].p + r->taken[i].n)
			return true;
	return false;
}

/* The words of the answer; returns how many. */
static size_t
hear(const struct hd_repeat *r, size_t asker, const struct hd_reply *a,
    struct heard **list)
{
	size_t n = 0, most = 0;

	for (size_t i = 0; i < a->n; i++)
		most += customer(&a->v[i]) ? a->v[i].n : 0;
	*list = hd_arena_alloc(r->e->arena, (most + 1) * sizeof(**list));
	for (size_t i = 0; i < a->n; i++) {
		const struct hd_rtext *t = &a->v[i];

		for (size_t j = 0; customer(t) && j < t->n; j++)
			if (t->w[j].content && !complains(t, &t->w[j]) &&
			    hd_rtext_has(&r->turns[asker], &t->w[j]) == NULL)
				(*list)[n++] =
				    (struct heard){ t, &t->w[j], false, false };
	}
	return n;
}

/* How much of the answer had been said, and where most of it. */
struct echo {
	size_t words, hits;
	size_t taken; /* of the words, and no hits */
	bool sure;    /* one of them is a name or has a figure */
	struct hd_given_at at;
};

/* From the first to the last of the words, if they are near one another. */
#define SPAN_MOST 100 /* bytes */

static void
extend(struct hd_given_at *at, const struct hd_rtext *in, struct hd_str word)
{
	const char *end = word.p + word.n;

	if (at->in == NULL) {
		*at = (struct hd_given_at){ in, word };
		return;
	}
	if (word.p < at->span.p &&
	    at->span.p + at->span.n - word.p <= SPAN_MOST) {
		at->span.n += (size_t)(at->span.p - word.p);
		at->span.p = word.p;
	} else if (end > at->span.p + at->span.n &&
		   end - at->span.p <= SPAN_MOST)
		at->span.n = (size_t)(end - at->span.p);
}

static void
listen(const struct hd_repeat *r, size_t asker, const struct hd_reply *a,
    bool fresh, struct echo *e)
{
	struct heard *list;
	const struct hd_rtext *in;
	size_t n = hear(r, asker, a, &list), next = 0, most = 0;

	*e = (struct echo){ .words = n };
	while ((in = hd_sources_next(r, asker, &next)) != NULL) {
		struct hd_given_at at = { NULL, { NULL, 0 } };
		size_t hits = 0;

		for (size_t i = 0; i < n; i++) {
			const struct hd_rword *w = hd_rtext_has(in, list[i].w);

			if (w == NULL)
				continue;
			if (fresh && taken(r, w->raw)) {
				list[i].taken = true;
				continue;
			}
			hits++;
			list[i].said = true;
			e->sure |= particular(in, w) ||
				   particular(list[i].in, list[i].w);
			extend(&at, in, w->raw);
		}
		if (hits > most) {
			most = hits;
			e->at = at;
		}
	}
	for (size_t i = 0; i < n; i++) {
		e->hits += list[i].said;
		e->taken += list[i].taken && !list[i].said;
	}
}

bool
hd_ask_echoed(const struct hd_repeat *r, size_t asker,
    const struct hd_reply *answer, struct hd_given_at *at)
{
	struct echo e;

	listen(r, asker, answer, true, &e);
	e.words -= e.taken;
	*at = e.at;
	if (e.hits == 0)
		return false;
	if (answer->already)
		return true;
	if (e.hits == 1)
		return e.sure && e.words == 1;
	return 3 * e.hits >= 2 * e.words || (e.sure && 2 * e.hits >= e.words);
}

bool
hd_reply_echoes(
    const struct hd_repeat *r, size_t asker, const struct hd_reply *a)
{
	struct echo e;

	if (!a->any || a->already)
		return true;
	listen(r, asker, a, false, &e);
	return 3 * e.hits >= e.words;
}

bool
hd_reply_all_said(const struct hd_repeat *r, size_t asker,
    const struct hd_reply *answer, size_t n, struct hd_given_at *at)
{
	struct echo e;

	listen(r, asker, answer, false, &e);
	*at = e.at;
	return e.hits >= n && e.hits == e.words;
}
