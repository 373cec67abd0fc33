/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the course of a talk shows: see surmise.h. */
#include <string.h>

#include "base/similar.h"
#include "escalation/surmise.h"

#define REPEATED   0.35 /* words changed between two answers that are the same */
#define ANSWER_MIN 25	/* bytes: a greeting may come twice */

/* The last public words of that role before `end`, or -1. */
static int64_t
before(const struct hd_escalation *e, int64_t end, enum hd_role role)
{
	while (end-- > 0)
		if (hd_turn_is(&e->turns[end], role))
			return end;
	return -1;
}

static void
take(struct hd_surmise *s, const char *code, int64_t at, struct hd_str quote,
    struct hd_str why)
{
	*s = (struct hd_surmise){ code, at, quote, why };
}

/* What says that an answer did not do; "unmet" is what only suggests it. */
static const struct hd_mark *
rejection(const struct hd_turn *t)
{
	static const char *const signs[][2] = { { "outcome", "unhelped" },
		{ "outcome", "rephrased" }, { "outcome", "again" },
		{ "heard", "unmet" } };
	const struct hd_mark *m = NULL;

	for (size_t i = 0; m == NULL && i < sizeof(signs) / sizeof(*signs); i++)
		m = hd_mark_find(t, signs[i][0], signs[i][1]);
	return hd_mark_find(t, "outcome", "helped") == NULL ? m : NULL;
}

/* The AI answered, and the customer's last words say that it did not do. */
static void
by_rejection(const struct hd_escalation *e, int64_t asked, struct hd_surmise *s)
{
	const struct hd_mark *m = rejection(&e->turns[asked]);

	if (m != NULL && before(e, asked, HD_ROLE_AI) >= 0)
		take(s, "no-answer", asked, m->span,
		    hd_str(
			"The customer says that the AI's answer did not do"));
}

/* The AI gives an answer that it gave before. */
static void
by_repetition(const struct hd_escalation *e, struct hd_surmise *s)
{
	int64_t last = e->last_ai;
	struct hd_str text;

	if (last < 0 || e->turns[last].text.n < ANSWER_MIN)
		return;
	text = e->turns[last].text;
	for (int64_t i = before(e, last, HD_ROLE_AI); i >= 0;
	     i = before(e, i, HD_ROLE_AI))
		if (e->turns[i].text.n >= ANSWER_MIN &&
		    hd_edit_share(text, e->turns[i].text) <= REPEATED)
			take(s, "no-answer", last,
			    hd_turn_quote(&e->turns[last], text),
			    hd_str("The AI gave the same answer again"));
}

static void
by_mark(struct hd_surmise *s, int64_t at, const struct hd_mark *m)
{
	if (m != NULL)
		take(s, "issue", at, m->span, m->rule->why);
}

/* The last of the customer's words that name what people decide. */
static void
by_matter(const struct hd_escalation *e, int64_t asked, struct hd_surmise *s)
{
	for (int64_t i = asked; s->code == NULL && i >= 0;
	     i = before(e, i, HD_ROLE_CUSTOMER))
		by_mark(s, i, hd_mark_find(&e->turns[i], "heard", "matter"));
}

/* The AI hands over in its first words: it did not try. */
static void
by_first_words(
    const struct hd_escalation *e, int64_t asked, struct hd_surmise *s)
{
	struct hd_str facts = hd_esc_str(e, HD_EF_TRIGGERS);

	if (e->last_ai > asked)
		by_mark(s, e->last_ai,
		    hd_mark_find(&e->turns[e->last_ai], "because", "team"));
	if (s->code == NULL && facts.p != NULL &&
	    hd_str_find(facts, "\"issue\"") != NULL)
		take(s, "issue", asked, (struct hd_str){ NULL, 0 },
		    hd_str("The kind of request that goes to people by rule"));
}

struct hd_surmise
hd_esc_surmise(const struct hd_escalation *e)
{
	int64_t end = e->handoff >= 0 ? e->handoff : (int64_t)e->n;
	int64_t asked = before(e, end, HD_ROLE_CUSTOMER);
	struct hd_surmise s = { .message = -1 };

	if (asked < 0)
		return s;
	by_rejection(e, asked, &s);
	if (s.code == NULL)
		by_repetition(e, &s);
	if (s.code == NULL)
		by_matter(e, asked, &s);
	if (s.code == NULL && before(e, asked, HD_ROLE_AI) < 0)
		by_first_words(e, asked, &s);
	return s;
}
