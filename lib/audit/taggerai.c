/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How often the AI answered in a talk, and what the customer wrote back to its last
 * answer before any person took part: see tagger_int.h.
 */
#include "audit/tagger_int.h"
#include "base/tstamp.h"

static bool
is(const struct hd_message *m, enum hd_role role)
{
	return m->public && m->role == role;
}

/* Do these words say that it helped, 1, that more is wanted, -1, or neither? */
static int
heard(struct hd_tagger *t, struct hd_str ai, struct hd_str reply)
{
	static const char *const against[] = { "gave-up", "unhelped",
		"rephrased", "more", NULL };
	struct hd_tags *tags;

	if (hd_tagger_wants(t, ai, reply))
		return -1;
	tags = &t->aside; /* of the words just asked about */
	for (const char *const *v = against; *v != NULL; v++)
		if (hd_tagger_has(tags, t->outcome,
			hd_ruleset_value(t->rs, t->outcome, *v)))
			return -1;
	return hd_tagger_has(tags, t->outcome, t->helped);
}

/* The customer came back to a ticket that was solved: that is a reopening. */
static bool
came_back(const struct hd_thread *th, const struct hd_message *m)
{
	return th->reopened && th->first_solved != HD_TIME_NONE &&
	       m->at != HD_TIME_NONE && m->at > th->first_solved;
}

/*
 * Of what the customer wrote behind a message: a wish for more weighs more than
 * thanks, which are given even for nothing.
 */
static enum hd_ai_reply
reply_to(struct hd_tagger *t, const struct hd_thread *th, size_t answer)
{
	enum hd_ai_reply r = HD_AI_REPLY_NONE;
	struct hd_str ai = th->messages[answer].body;
	const struct hd_message *m;
	int sign;

	for (size_t i = answer + 1; i < th->n; i++) {
		m = &th->messages[i];
		if (is(m, HD_ROLE_AGENT))
			break;
		if (is(m, HD_ROLE_AI) && m->body.p != NULL)
			ai = m->body;
		if (!is(m, HD_ROLE_CUSTOMER) || m->body.n == 0)
			continue;
		sign = t->outcome < 0 ? 0 : heard(t, ai, m->body);
		if (sign <= 0 && came_back(th, m))
			continue;
		if (sign < 0)
			return HD_AI_REPLY_MORE;
		if (r != HD_AI_REPLY_HELPED)
			r = sign > 0 ? HD_AI_REPLY_HELPED : HD_AI_REPLY_OTHER;
	}
	return r;
}

void
hd_tagger_ai(
    struct hd_tagger *t, const struct hd_thread *th, struct hd_tagrow *row)
{
	const struct hd_message *m;
	size_t last = 0, said = 0, legible = 0;
	int64_t n = 0;

	for (size_t i = 0; i < th->n; i++) {
		m = &th->messages[i];
		if (!is(m, HD_ROLE_AI))
			continue;
		said++;
		legible += m->body.p != NULL;
		if (hd_tagger_kind(t, m->body) != HD_TAGGER_ANSWER)
			continue;
		n++;
		last = i;
	}
	row->ai_answers = n;
	row->ai_answered_at = n > 0 ? th->messages[last].at : HD_TIME_NONE;
	row->ai_reply = n > 0 ? reply_to(t, th, last) : HD_AI_REPLY_NONE;
	/* its words were not exported, as the vendor's state shows */
	if ((said > 0 && legible == 0) ||
	    (said == 0 && (t->route.path == HD_PATH_AI_ONLY ||
			      t->route.path == HD_PATH_AI_TO_HUMAN)) ||
	    (th->n == 0 && !th->has_text))
		row->ai_answers = -1;
}
