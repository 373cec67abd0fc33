/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which question is next: see desk.h. */
#include <stdlib.h>

#include "audit/desk.h"

void
hd_desk_release(struct hd_desk *d)
{
	free(d->v);
	free(d->acts);
	hd_arena_release(&d->arena);
	*d = (struct hd_desk){ .n = 0 };
}

struct hd_desk_ticket *
hd_desk_ticket(const struct hd_desk *d)
{
	return &d->v[d->at];
}

enum hd_question
hd_desk_question(const struct hd_desk *d)
{
	return d->asks[d->q];
}

/* Does question k concern the ticket? */
static bool
concerns(const struct hd_desk *d, const struct hd_desk_ticket *t, size_t k)
{
	return d->asks[k] != HD_Q_AI_CORRECT || t->ai;
}

bool
hd_desk_may_be_empty(const struct hd_desk *d, size_t k)
{
	static const unsigned may = 1U << HD_Q_NOTE | 1U << HD_Q_AI_CORRECT |
				    1U << HD_Q_CONTEXT_CARRIED;
	unsigned asked = 0;

	for (size_t i = 0; i < d->nasks; i++)
		asked |= 1U << d->asks[i];
	return (asked & ~may) != 0 && (may & 1U << d->asks[k]) != 0;
}

static bool
must(const struct hd_desk *d, size_t k)
{
	return !hd_desk_may_be_empty(d, k);
}

static bool
waits(const struct hd_desk *d, const struct hd_desk_ticket *t, size_t k)
{
	return concerns(d, t, k) && t->answer[d->asks[k]].p == NULL &&
	       (t->passed & 1U << d->asks[k]) == 0;
}

size_t
hd_desk_asked(const struct hd_desk *d, size_t *place)
{
	size_t n = 0;

	*place = 0;
	for (size_t k = 0; k < d->nasks; k++) {
		n += concerns(d, hd_desk_ticket(d), k);
		if (k == d->q)
			*place = n;
	}
	return n;
}

static bool
is_done(const struct hd_desk *d, const struct hd_desk_ticket *t)
{
	for (size_t k = 0; k < d->nasks; k++)
		if (must(d, k) && concerns(d, t, k) &&
		    t->answer[d->asks[k]].p == NULL)
			return false;
	return true;
}

size_t
hd_desk_done(const struct hd_desk *d)
{
	size_t n = 0;

	for (size_t i = 0; i < d->n; i++)
		n += is_done(d, &d->v[i]);
	return n;
}

/* The next of this ticket: those after this one, then those that must be. */
static bool
next_here(struct hd_desk *d)
{
	const struct hd_desk_ticket *t = hd_desk_ticket(d);

	for (size_t k = d->q + 1; k < d->nasks; k++)
		if (waits(d, t, k)) {
			d->q = k;
			return true;
		}
	for (size_t k = 0; k <= d->q; k++)
		if (must(d, k) && waits(d, t, k)) {
			d->q = k;
			return true;
		}
	return false;
}

/* Put a ticket on the desk if a question that must be answered waits. */
static bool
take(struct hd_desk *d, size_t i)
{
	const struct hd_desk_ticket *t = &d->v[i];
	size_t first = d->nasks;
	bool any = false;

	for (size_t k = d->nasks; k-- > 0;)
		if (waits(d, t, k)) {
			first = k;
			any = any || must(d, k);
		}
	if (!any)
		return false;
	d->at = i;
	d->q = first;
	return true;
}

bool
hd_desk_next(struct hd_desk *d)
{
	if (d->at < d->n && next_here(d))
		return true;
	for (size_t i = d->at + 1; i < d->n; i++)
		if (take(d, i))
			return true;
	for (size_t i = 0; i < d->n; i++)
		if (take(d, i))
			return true;
	for (size_t i = 0; i < d->n; i++)
		d->v[i].passed = 0;
	for (size_t i = 0; i < d->n; i++)
		if (take(d, i)) {
			d->again = true;
			return true;
		}
	d->at = d->n;
	return false;
}

void
hd_desk_pass(struct hd_desk *d, bool ticket)
{
	hd_desk_ticket(d)->passed |= ticket ? ~0U : 1U << hd_desk_question(d);
}

bool
hd_desk_back(struct hd_desk *d)
{
	size_t i = d->at, k = i < d->n ? d->q : 0;

	for (;;) {
		if (k == 0) {
			if (i == 0)
				return false;
			i--;
			k = d->nasks;
		}
		k--;
		if (concerns(d, &d->v[i], k))
			break;
	}
	d->at = i;
	d->q = k;
	return true;
}

void
hd_desk_answer(struct hd_desk *d, struct hd_str value)
{
	struct hd_str *answer = &hd_desk_ticket(d)->answer[hd_desk_question(d)];

	d->acts =
	    hd_grow(d->acts, &d->acts_cap, d->nacts + 1, sizeof(*d->acts));
	value = hd_str_keep(&d->arena, value);
	d->acts[d->nacts++] =
	    (struct hd_desk_act){ d->at, d->q, *answer, value };
	*answer = value;
}
