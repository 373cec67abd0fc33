/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Path and handoff: see path.h. */
#include "audit/path.h"
#include "base/tstamp.h"

static bool
is(const struct hd_message *m, enum hd_role role)
{
	return m->public && m->role == role;
}

/* Index of the first or last public message of a role in [from, to), or -1. */
static int64_t
find(const struct hd_thread *th, enum hd_role role, size_t from, size_t to,
    bool last)
{
	int64_t found = -1;

	for (size_t i = from; i < to && (last || found < 0); i++)
		if (is(&th->messages[i], role))
			found = (int64_t)i;
	return found;
}

static void
hand_off(const struct hd_thread *th, struct hd_route *r, int64_t at,
    const char *basis)
{
	r->handoff = at;
	r->handoff_basis = basis;
	if (at >= 0)
		r->handoff_at = th->messages[at].at;
}

/* Did people take it up only later than an hour after this message? */
static bool
left_alone(const struct hd_thread *th, int64_t ai, int64_t human)
{
	int64_t a = th->messages[ai].at, b = th->messages[human].at;

	return a != HD_TIME_NONE && b != HD_TIME_NONE && b - a > 3600;
}

/*
 * A person answered after the AI: of what the AI said since the customer last
 * spoke to it, the last that announces it; else its very last when that so much
 * as speaks of people, for one came, or when it goes no further and leaves the
 * customer alone; else the first message after the AI's last turn that is not the
 * customer's.
 */
static void
before_human(const struct hd_thread *th, int64_t human,
    const struct hd_ears *ears, struct hd_route *r)
{
	int64_t last = find(th, HD_ROLE_AI, 0, (size_t)human, true);
	enum hd_handover said;

	for (int64_t i = last;
	     i >= 0 && !is(&th->messages[i], HD_ROLE_CUSTOMER); i--)
		if (is(&th->messages[i], HD_ROLE_AI) &&
		    ears->asks(ears->ctx, th->messages[i].body) ==
			HD_HANDOVER_ANNOUNCED) {
			hand_off(th, r, i, "text");
			return;
		}
	said = ears->asks(ears->ctx, th->messages[last].body);
	if (said == HD_HANDOVER_HINTED ||
	    (said == HD_HANDOVER_REFUSED && left_alone(th, last, human))) {
		hand_off(th, r, last, "text");
		return;
	}
	for (int64_t i = last + 1; i <= human; i++)
		if (th->messages[i].role != HD_ROLE_CUSTOMER) {
			hand_off(th, r, i, "messages");
			return;
		}
}

/*
 * An AI answers whatever is written to it, so one that is silent once a person
 * was asked for, or its offer of one taken, is no longer the one spoken to: how
 * a handover looks that was made without a word.  What the vendor calls resolved
 * was left.
 */
static bool
fell_silent(
    const struct hd_thread *th, const struct hd_ears *ears, struct hd_route *r)
{
	int64_t ai = find(th, HD_ROLE_AI, 0, th->n, true);

	if (hd_str_starts(th->ai_state, "resolved_"))
		return false;
	for (size_t i = (size_t)ai + 1; i < th->n; i++)
		if (is(&th->messages[i], HD_ROLE_CUSTOMER) &&
		    ears->wants(ears->ctx, th->messages[ai].body,
			th->messages[i].body)) {
			hand_off(th, r, (int64_t)i, "text");
			r->basis = "text";
			return true;
		}
	return false;
}

/*
 * Nobody answered after the AI, which may still have handed over: it says so
 * and does not take the talk up again, or the vendor's state or event says so,
 * or it says nothing more to a customer who wants a person.
 */
static bool
without_human(
    const struct hd_thread *th, const struct hd_ears *ears, struct hd_route *r)
{
	bool resumed = false, customer = false;

	for (int64_t i = (int64_t)th->n - 1; i >= 0 && !resumed; i--) {
		const struct hd_message *m = &th->messages[i];

		if (is(m, HD_ROLE_AI) &&
		    ears->asks(ears->ctx, m->body) == HD_HANDOVER_ANNOUNCED) {
			hand_off(th, r, i, "text");
			r->basis = "text";
			return true;
		}
		/* an AI's turn with a customer's before it: it went on */
		if (is(m, HD_ROLE_AI))
			customer = true;
		else if (is(m, HD_ROLE_CUSTOMER) && customer)
			resumed = true;
	}
	if (!hd_str_eq(th->ai_state, "handed_over"))
		return fell_silent(th, ears, r);
	hand_off(th, r, -1, "state");
	r->basis = "state";
	r->handoff_at = th->handover_at;
	return true;
}

/*
 * The vendor's own moment, where it says one between the AI's first words and the
 * person's: messages tell when people took it up, not when it was given to them.
 */
static void
by_event(
    const struct hd_thread *th, int64_t ai, int64_t human, struct hd_route *r)
{
	int64_t at = th->handover_at;

	if (at == HD_TIME_NONE || th->messages[ai].at == HD_TIME_NONE ||
	    at < th->messages[ai].at || at > th->messages[human].at)
		return;
	r->handoff_at = at;
	r->handoff_basis = "event";
}

static void
by_state(const struct hd_thread *th, struct hd_route *r)
{
	if (hd_str_eq(th->ai_state, "handed_over"))
		r->path = HD_PATH_AI_TO_HUMAN;
	else if (hd_str_starts(th->ai_state, "resolved_"))
		r->path = HD_PATH_AI_ONLY;
	if (r->path != HD_PATH_UNKNOWN)
		r->basis = "state";
}

void
hd_route_find(
    const struct hd_thread *th, const struct hd_ears *ears, struct hd_route *r)
{
	int64_t ai = find(th, HD_ROLE_AI, 0, th->n, false);
	int64_t human = find(th, HD_ROLE_AGENT, 0, th->n, false);

	*r = (struct hd_route){ HD_PATH_UNKNOWN, NULL, -1, HD_TIME_NONE, NULL };
	if (th->n == 0) {
		by_state(th, r);
		return;
	}
	r->basis = "messages";
	if (ai >= 0 && human >= 0 && human < ai) {
		r->path = HD_PATH_HUMAN_TO_AI;
	} else if (ai >= 0 && human >= 0) {
		r->path = HD_PATH_AI_TO_HUMAN;
		before_human(th, human, ears, r);
		by_event(th, ai, human, r);
	} else if (ai >= 0) {
		r->path = without_human(th, ears, r) ? HD_PATH_AI_TO_HUMAN
						     : HD_PATH_AI_ONLY;
	} else if (hd_str_eq(th->ai_state, "handed_over")) {
		/* the AI's own words were not exported */
		r->path = HD_PATH_AI_TO_HUMAN;
		r->basis = "state";
		hand_off(th, r, -1, "state");
		r->handoff_at = th->handover_at;
	} else {
		r->path = human >= 0 ? HD_PATH_HUMAN_ONLY : HD_PATH_NO_REPLY;
	}
}
