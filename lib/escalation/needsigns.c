/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signs that a person was needed, or was not: see needed_int.h. */
#include <string.h>

#include "escalation/needed_int.h"
#include "escalation/past.h"
#include "escalation/said.h"
#include "escalation/sentence.h"

#define TAKEN_UP  4 /* particulars of the AI's answer that a person repeats */
#define KNOWN_MIN 5 /* tickets of a type before its history counts */

/* The first time counts, and is the one that is quoted. */
static void
see(struct hd_weighing *w, enum hd_sign s, int64_t message, struct hd_str quote)
{
	if (!w->seen[s].is)
		w->seen[s] = (struct hd_seen){ true, message, quote };
}

static void
see_mark(
    struct hd_weighing *w, enum hd_sign s, int64_t at, const struct hd_mark *m)
{
	if (m != NULL)
		see(w, s, at, hd_sentence_at(w->e->turns[at].m->body, m->span));
}

/* --- what the person did --- */

static bool
is_work(const struct hd_escalation *e, int64_t i)
{
	const struct hd_turn *t = &e->turns[i];

	if (t->m->role != HD_ROLE_AGENT)
		return false;
	return t->m->public ? i >= e->first_human : i > e->last_ai;
}

static void
see_acts(struct hd_weighing *w)
{
	const struct hd_escalation *e = w->e;

	for (int64_t i = 0; i < (int64_t)e->n; i++)
		for (int s = 0; s < HD_SIGNS && is_work(e, i); s++)
			if (hd_signs[s].act != NULL)
				see_mark(w, (enum hd_sign)s, i,
				    hd_mark_find(
					&e->turns[i], "act", hd_signs[s].act));
}

/* A note of a person, or the case went on to others. */
static void
see_inside(struct hd_weighing *w)
{
	const struct hd_escalation *e = w->e;

	for (int64_t i = e->last_ai + 1; i < (int64_t)e->n; i++) {
		const struct hd_turn *t = &e->turns[i];

		if (t->m->role != HD_ROLE_AGENT || t->m->public)
			continue;
		if (t->m->body.p != NULL)
			see(w, HD_SG_INSIDE, i,
			    hd_sentence_at(t->m->body, t->m->body));
	}
	if (hd_esc_num(e, HD_EF_TRANSFERS) > 0)
		see(w, HD_SG_INSIDE, -1, (struct hd_str){ NULL, 0 });
}

/*
 * Particulars of the answer that the page's address has, and the customer not.
 */
static void
see_place(struct hd_weighing *w)
{
	const struct hd_escalation *e = w->e;
	struct hd_said place = { .arena = e->arena };
	struct hd_taken taken = { 0 };

	if (e->th->page.p == NULL)
		return;
	hd_said_add(&place, e->th->page);
	for (int64_t i = 0; i < e->first_human; i++)
		hd_said_drop(&place, e->turns[i].text);
	for (int64_t i = e->first_human; i < (int64_t)e->n; i++) {
		if (!hd_turn_is(&e->turns[i], HD_ROLE_AGENT))
			continue;
		hd_said_take(&place, e->turns[i].text, true, &taken);
		if (taken.words > 0)
			see(w, HD_SG_PLACE, i, taken.word);
	}
}

/* --- what the AI had done --- */

static void
see_progress(struct hd_weighing *w)
{
	const struct hd_escalation *e = w->e;
	int64_t end = e->handoff >= 0 ? e->handoff : e->first_human;
	int64_t asked = hd_turn_before(e, end, HD_ROLE_CUSTOMER);
	int64_t answer = asked < 0 ? -1 : hd_turn_before(e, asked, HD_ROLE_AI);
	const struct hd_mark *offer, *step, *yes;

	if (e->last_ai > asked && e->last_ai != answer)
		see_mark(w, HD_SG_OFFERED, e->last_ai,
		    hd_mark_find(&e->turns[e->last_ai], "ai-did", "offered"));
	if (answer < 0 ||
	    (hd_mark_find(&e->turns[asked], "reply", "rejects") != NULL &&
		hd_mark_find(&e->turns[asked], "reply", "accepts") == NULL))
		return;
	offer = hd_mark_find(&e->turns[answer], "ai-did", "offered");
	step = hd_mark_find(&e->turns[answer], "ai-did", "midway");
	yes = hd_mark_find(&e->turns[asked], "reply", "yes");
	see_mark(w, HD_SG_OFFERED, answer, offer);
	see_mark(w, HD_SG_MIDWAY, answer, step);
	if (offer != NULL)
		see_mark(w, HD_SG_AGREED, asked, yes);
	if (hd_mark_find(&e->turns[answer], "ai-did", NULL) != NULL)
		see_mark(w, HD_SG_ACCEPTED, asked,
		    hd_mark_find(&e->turns[asked], "reply", "accepts"));
}

/* What the AI had answered, taken up again by the person. */
static void
see_repetition(struct hd_weighing *w)
{
	const struct hd_escalation *e = w->e;
	struct hd_said said = { .arena = e->arena };
	struct hd_taken taken = { 0 };

	for (int64_t i = 0; i <= e->last_ai; i++)
		if (hd_turn_is(&e->turns[i], HD_ROLE_AI))
			hd_said_add(&said, e->turns[i].text);
	for (int64_t i = 0; i < e->first_human; i++)
		if (hd_turn_is(&e->turns[i], HD_ROLE_CUSTOMER))
			hd_said_drop(&said, e->turns[i].text);
	for (int64_t i = e->first_human; i < (int64_t)e->n; i++) {
		if (!hd_turn_is(&e->turns[i], HD_ROLE_AGENT))
			continue;
		hd_said_take(&said, e->turns[i].text, true, &taken);
		if (taken.values + taken.words >= TAKEN_UP)
			see(w, HD_SG_REPEATS, i,
			    taken.value.p != NULL ? taken.value : taken.word);
	}
}

/* Until then the person had only asked or greeted. */
static bool
nothing_given(const struct hd_escalation *e, int64_t until)
{
	for (int64_t i = e->first_human; i < until; i++) {
		const struct hd_turn *t = &e->turns[i];

		if (!hd_turn_is(t, HD_ROLE_AGENT))
			continue;
		if (memchr(t->text.p, '?', t->text.n) == NULL)
			return false;
		for (size_t k = 0; k < t->nmarks; k++)
			if (strcmp(t->marks[k].dimension, "act") == 0)
				return false;
	}
	return true;
}

static void
see_done(struct hd_weighing *w)
{
	const struct hd_escalation *e = w->e;

	for (int64_t i = e->first_human; i < (int64_t)e->n; i++) {
		const struct hd_turn *t = &e->turns[i];

		if (!hd_turn_is(t, HD_ROLE_CUSTOMER))
			continue;
		see_mark(w, HD_SG_DONE, i, hd_mark_find(t, "reply", "done"));
		if (nothing_given(e, i))
			see_mark(w, HD_SG_DONE, i,
			    hd_mark_find(t, "outcome", "helped"));
	}
}

/* --- what is known beside --- */

static void
see_approach(struct hd_weighing *w, struct hd_str approach)
{
	static const struct {
		const char *approach;
		enum hd_sign sign;
	} signs_of[] = { { "account-change", HD_SG_CHANGED },
		{ "refund-credit", HD_SG_CHANGED },
		{ "replacement", HD_SG_CHANGED },
		{ "bug-escalated", HD_SG_CHANGED },
		{ "answer", HD_SG_ANSWERED }, { "how-to-link", HD_SG_ANSWERED },
		{ "no-action", HD_SG_ANSWERED } };

	for (size_t i = 0; i < sizeof(signs_of) / sizeof(signs_of[0]); i++)
		if (hd_str_eq(approach, signs_of[i].approach))
			see(w, signs_of[i].sign, -1,
			    (struct hd_str){ NULL, 0 });
}

static void
see_tags(struct hd_weighing *w)
{
	const struct hd_escalation *e = w->e;
	const struct hd_esctype *type =
	    hd_escpast_type(e->world->past, hd_esc_str(e, HD_EF_ISSUE));
	struct hd_str none = { NULL, 0 };

	see_approach(w, hd_esc_str(e, HD_EF_APPROACH));
	if (hd_str_eq(hd_esc_str(e, HD_EF_EMOTION), "high-stakes"))
		see(w, HD_SG_STAKES, -1, none);
	if (hd_str_eq(hd_esc_str(e, HD_EF_PATTERN), "judgment"))
		see(w, HD_SG_WEIGHED, -1, none);
	if (hd_esc_num(e, HD_EF_CLUSTER_SIZE) >= KNOWN_MIN &&
	    hd_esc_num(e, HD_EF_CLUSTER_DURABLE) >= 0.5)
		see(w, HD_SG_STANDARD, -1, none);
	if (type != NULL && type->known >= KNOWN_MIN)
		see(w,
		    2 * type->durable >= type->known ? HD_SG_HOLDS
						     : HD_SG_FAILS,
		    -1, none);
}

static void
see_guess(struct hd_weighing *w)
{
	struct hd_str guess = hd_esc_str(w->e, HD_EF_GUESS_NEEDED);

	for (int v = 0; guess.p != NULL && v < HD_NVERDICTS; v++)
		if (hd_str_eq(guess, hd_need_codes[v])) {
			w->guessed = (enum hd_need)v;
			see(w, HD_SG_GUESSED, -1, (struct hd_str){ NULL, 0 });
		}
}

void
hd_signs_see(struct hd_weighing *w)
{
	see_acts(w);
	see_inside(w);
	see_place(w);
	see_progress(w);
	see_repetition(w);
	see_done(w);
	see_tags(w);
	see_guess(w);
}
