/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the course of a talk shows: see surmise.h. */
#include <string.h>

#include "base/similar.h"
#include "escalation/surmise.h"

#define REPEATED   0.35 /* words changed between two answers that are the same */
#define ANSWER_MIN 25	/* bytes: a greeting may come twice */

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

static bool
is_question(const struct hd_turn *t)
{
	struct hd_str text = hd_str_trim(t->text);

	return text.n > 0 && text.p[text.n - 1] == '?';
}

/* The AI had said more before than that it asked. */
static bool
tried(const struct hd_escalation *e, int64_t asked)
{
	int64_t i = asked;

	do
		i = hd_turn_before(e, i, HD_ROLE_AI);
	while (i >= 0 && is_question(&e->turns[i]));
	return i >= 0;
}

/* The AI answered, and the customer's last words say that it did not do. */
static void
by_rejection(const struct hd_escalation *e, int64_t asked, struct hd_surmise *s)
{
	const struct hd_mark *m = rejection(&e->turns[asked]);

	if (e->last_ai > asked && is_question(&e->turns[e->last_ai]))
		return; /* it had not given up */
	if (m != NULL && hd_turn_before(e, asked, HD_ROLE_AI) >= 0)
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
	for (int64_t i = hd_turn_before(e, last, HD_ROLE_AI); i >= 0;
	     i = hd_turn_before(e, i, HD_ROLE_AI))
		if (e->turns[i].text.n >= ANSWER_MIN &&
		    hd_edit_share(text, e->turns[i].text) <= REPEATED)
			take(s, "no-answer", last,
			    hd_turn_quote(&e->turns[last], text),
			    hd_str("The AI gave the same answer again"));
}

static void
by_mark(
    struct hd_surmise *s, const char *code, int64_t at, const struct hd_mark *m)
{
	if (s->code == NULL && m != NULL)
		take(s, code, at, m->span, m->rule->why);
}

/* What a note says that came with the handover. */
static void
by_note(const struct hd_escalation *e, int64_t asked, const char *dimension,
    const char *value, const char *code, struct hd_surmise *s)
{
	int64_t end = e->first_human >= 0 ? e->first_human : (int64_t)e->n;

	for (int64_t i = asked + 1; i < end; i++)
		if (!e->turns[i].m->public)
			by_mark(s, code, i,
			    hd_mark_find(&e->turns[i], dimension, value));
}

/* The last of the customer's words that name what people decide. */
static void
by_matter(const struct hd_escalation *e, int64_t asked, struct hd_surmise *s)
{
	for (int64_t i = asked; s->code == NULL && i >= 0;
	     i = hd_turn_before(e, i, HD_ROLE_CUSTOMER))
		by_mark(s, "issue", i,
		    hd_mark_find(&e->turns[i], "heard", "matter"));
}

/* Who the customer is, in a note or a field. */
static void
by_rank(const struct hd_escalation *e, int64_t asked, struct hd_surmise *s)
{
	const struct hd_mark *m =
	    hd_mark_find(&e->record[HD_REC_FIELDS], "rank", "high");
	struct hd_str none = { NULL, 0 };

	by_note(e, asked, "rank", "high", "account", s);
	if (s->code == NULL && m != NULL)
		take(s, "account", -1, none, m->rule->why);
}

/* What hs-tag holds such a request for. */
static void
by_type(const struct hd_escalation *e, int64_t asked, struct hd_surmise *s)
{
	struct hd_str facts = hd_esc_str(e, HD_EF_TRIGGERS);
	struct hd_str none = { NULL, 0 };

	if (s->code == NULL && facts.p != NULL &&
	    hd_str_find(facts, "\"issue\"") != NULL)
		take(s, "issue", asked, none,
		    hd_str("The kind of request that goes to people by rule"));
}

struct hd_surmise
hd_esc_surmise(const struct hd_escalation *e)
{
	int64_t end = e->handoff >= 0 ? e->handoff : (int64_t)e->n;
	int64_t asked = hd_turn_before(e, end, HD_ROLE_CUSTOMER);
	struct hd_surmise s = { .message = -1 };

	if (asked < 0)
		return s;
	by_rejection(e, asked, &s);
	if (s.code == NULL)
		by_repetition(e, &s);
	if (s.code == NULL)
		by_matter(e, asked, &s);
	if (tried(e, asked))
		by_note(e, asked, "because", "failed", "no-answer", &s);
	else
		by_rank(e, asked, &s);
	if (e->last_ai > asked)
		by_mark(&s, "issue", e->last_ai,
		    hd_mark_find(&e->turns[e->last_ai], "because", "team"));
	if (!tried(e, asked))
		by_type(e, asked, &s);
	return s;
}
