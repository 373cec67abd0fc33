/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Journeys against what was played: see played.h. */
#include "audit/played.h"

/* A person who speaks outweighs what the AI says before. */
enum who {
	NOBODY,
	THE_AI,
	A_PERSON,
};

static const char *const names[] = { "nobody", "the AI", "a person" };

/* Who answered the customer's message `turn', from 0; false: there is none. */
static bool
answered(const struct hd_thread *th, size_t turn, enum who *who)
{
	const struct hd_message *m;
	size_t customer = 0;

	*who = NOBODY;
	for (size_t i = 0; i < th->n; i++) {
		m = &th->messages[i];
		if (!m->public)
			continue;
		if (m->role == HD_ROLE_CUSTOMER && customer++ == turn + 1)
			return true;
		if (customer != turn + 1)
			continue;
		if (m->role == HD_ROLE_AGENT)
			*who = A_PERSON;
		else if (m->role == HD_ROLE_AI && *who == NOBODY)
			*who = THE_AI;
	}
	return customer > turn;
}

static void
differ(struct hd_buf *b, size_t turn, const char *who, const char *by)
{
	hd_buf_addf(b, "%s%zu: %s%s%s", b->n > 0 ? ", " : "after message ",
	    turn + 1, who, by[0] != '\0' ? " by " : "", by);
}

bool
hd_played_compare(const struct hd_journey_turn *turns, size_t n,
    const struct hd_thread *th, struct hd_buf *got, struct hd_buf *want)
{
	const struct hd_journey_turn *t;
	enum who who, should;
	bool there = true, same = true;

	for (size_t i = 0; i < n && there; i++) {
		t = &turns[i];
		there = answered(th, i, &who);
		should = t->person ? A_PERSON : THE_AI;
		if (there && who == should)
			continue;
		same = false;
		differ(got, i, there ? names[who] : "no such message", "");
		differ(want, i, names[should],
		    t->route != NULL ? t->route->id : "default");
	}
	return same;
}
