/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the person who takes over begins: see detect.h, escalation-opening.rules.
 */
#include <string.h>

#include "escalation/detect.h"
#include "escalation/said.h"
#include "escalation/sentence.h"

/*
 * So many words of the customer's, beside those of its subject, are no chance.
 */
#define WORDS 2

struct opening {
	const struct hd_escalation *e;
	const struct hd_turn *t;
	struct hd_taken taken;
	struct hd_str sentence; /* in which the first of them is */
	bool general;		/* it asks what might be asked of anybody */
	bool feels;		/* with the customer, about one of them */
};

static const struct hd_mark *
mark_of(const struct opening *o, const char *value)
{
	return hd_mark_find(o->t, "opening", value);
}

/* What was told before: by the customer, and by the AI to its colleagues. */
static void
read_before(const struct hd_escalation *e, struct hd_said *said)
{
	for (int64_t i = 0; i < e->first_human; i++) {
		const struct hd_turn *t = &e->turns[i];

		if (hd_turn_is(t, HD_ROLE_CUSTOMER) ||
		    (!t->m->public && t->m->role == HD_ROLE_AI))
			hd_said_add(said, t->text);
	}
}

/* A question, what introduces a list, an item of one. */
static bool
asks(struct hd_str sentence)
{
	sentence = hd_str_trim(sentence);
	return sentence.n > 0 &&
	       (strchr("?:", sentence.p[sentence.n - 1]) != NULL ||
		   strchr("-*", sentence.p[0]) != NULL ||
		   hd_str_starts(sentence, "\u2022"));
}

/* Do words of a rule with that value begin in the sentence? */
static bool
marked(const struct opening *o, struct hd_str sentence, const char *value)
{
	struct hd_str at = hd_turn_quote(o->t, sentence);

	for (size_t i = 0; at.p != NULL && i < o->t->nmarks; i++) {
		const struct hd_mark *m = &o->t->marks[i];

		if (strcmp(m->dimension, "opening") == 0 &&
		    strcmp(m->value, value) == 0 && m->span.p >= at.p &&
		    m->span.p < at.p + at.n)
			return true;
	}
	return false;
}

/*
 * What is offered, or asked as of anybody, has to be named: only values count
 * there.  A question about something new takes up what led to it.
 */
static void
compare_sentence(struct opening *o, struct hd_said *said, struct hd_str one)
{
	size_t before = o->taken.values + o->taken.words;
	bool words =
	    !marked(o, one, "takes-over") && !(o->general && asks(one));

	hd_said_take(said, one, words, &o->taken);
	if (o->taken.values + o->taken.words == before)
		return;
	if (before == 0)
		o->sentence = hd_str_trim(one);
	if (marked(o, one, "feels-with"))
		o->feels = true;
}

static void
compare(struct opening *o)
{
	struct hd_said said = { .arena = o->e->arena };
	const struct hd_mark *greeting = mark_of(o, "greets");
	struct hd_str rest = o->t->text, sentence;

	o->general =
	    mark_of(o, "asks") != NULL || mark_of(o, "asks-again") != NULL;
	read_before(o->e, &said);
	hd_said_drop(&said, o->e->th->subject);
	if (greeting != NULL)
		hd_said_drop(&said, greeting->span);
	while (hd_sentence_next(&rest, &sentence))
		compare_sentence(o, &said, sentence);
}

static struct hd_finding *
add(const struct opening *o, struct hd_findings *f, const char *code,
    struct hd_str reason)
{
	struct hd_finding *one = hd_finding_add(
	    f, HD_AUDIT_OPENING, code, "%.*s", (int)reason.n, reason.p);

	one->message = o->e->first_human;
	return one;
}

static void
by_rule(const struct opening *o, struct hd_findings *f, const char *code,
    const struct hd_mark *m)
{
	add(o, f, code, m->rule->why)->quote = m->span;
}

/* A finding of the audit of repeats in this very message. */
static const struct hd_finding *
repeated(const struct opening *o, const struct hd_findings *f)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->v[i].audit == HD_AUDIT_REPEAT && f->v[i].item != NULL &&
		    f->v[i].message == o->e->first_human)
			return &f->v[i];
	return NULL;
}

static void
asks_for_given(struct hd_findings *f, size_t repeat)
{
	struct hd_finding *one =
	    hd_finding_add(f, HD_AUDIT_OPENING, "asks-again",
		"it asks for what had been given: %s", f->v[repeat].item);

	hd_finding_prove(one, &f->v[repeat]);
}

static void
takes_up(const struct opening *o, struct hd_findings *f)
{
	struct hd_str what =
	    o->taken.value.p != NULL ? o->taken.value : o->taken.word;
	size_t more = o->taken.values + o->taken.words - 1;
	struct hd_finding *one = hd_finding_add(f, HD_AUDIT_OPENING,
	    "acknowledges", "it takes up '%.*s' and %zu more of what was told",
	    (int)what.n, what.p, more);

	one->message = o->e->first_human;
	one->quote = hd_turn_quote(o->t, o->sentence);
}

static void
neutral(const struct opening *o, struct hd_findings *f)
{
	const struct hd_mark *m = mark_of(o, "general");

	if (m == NULL)
		m = mark_of(o, "takes-over");
	if (m != NULL)
		by_rule(o, f, "neutral", m);
	else
		add(o, f, "neutral",
		    hd_str("it names nothing of what was told before"));
}

/* A general answer shares words with any question that it answers. */
static bool
particular(const struct opening *o)
{
	if (mark_of(o, "general") != NULL)
		return o->feels || o->taken.values > 1;
	return o->feels || o->taken.values > 0 || o->taken.words >= WORDS;
}

static void
grade(const struct opening *o, struct hd_findings *f)
{
	const struct hd_finding *r = repeated(o, f);
	const struct hd_mark *again = mark_of(o, "asks-again"),
			     *general = mark_of(o, "asks"),
			     *knows = mark_of(o, "acknowledges");

	if (r != NULL)
		asks_for_given(f, (size_t)(r - f->v));
	else if (again != NULL && !particular(o))
		by_rule(o, f, "asks-again", again);
	else if (knows != NULL)
		by_rule(o, f, "acknowledges", knows);
	else if (particular(o))
		takes_up(o, f);
	else if (general != NULL)
		by_rule(o, f, "asks-again", general);
	else
		neutral(o, f);
}

void
hd_esc_opening(const struct hd_escalation *e, struct hd_findings *f)
{
	struct opening o = { .e = e };

	if (!e->escalated)
		return;
	if (e->first_human < 0) {
		hd_finding_add(f, HD_AUDIT_OPENING, hd_not_measurable,
		    "no agent has written to the customer yet");
		return;
	}
	o.t = &e->turns[e->first_human];
	compare(&o);
	grade(&o, f);
}
