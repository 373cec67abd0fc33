/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was straightforward once the page was known: an easy case, answered by
 * saying what to do on the page where the customer was, by a person who did and
 * looked up nothing that only a person could.
 */
#include "escalation/context.h"
#include "escalation/detect.h"
#include "escalation/samewords.h"
#include "escalation/sentence.h"

static const char dimension[] = "page-talk";

/* More than this, and it was not straightforward. */
#define TURNS 3

/* Where it is known which page the customer was on. */
struct place {
	int64_t message;     /* in whose words, -1: beside the talk */
	struct hd_str in;    /* where beside it */
	struct hd_str words; /* p NULL: not known */
};

static const struct hd_mark *
talk(const struct hd_escalation *e, size_t i, const char *value)
{
	return hd_mark_find(&e->turns[i], dimension, value);
}

/* Easy, or at least the same steps for the next customer. */
static bool
easy(const struct hd_escalation *e)
{
	struct hd_str complexity = hd_esc_str(e, HD_EF_COMPLEXITY);

	return hd_str_eq(complexity, "low") ||
	       (hd_str_eq(complexity, "medium") &&
		   hd_str_eq(hd_esc_str(e, HD_EF_PATTERN), "repeatable"));
}

/* A few turns of people at most, and none of them an act. */
static bool
only_told(const struct hd_escalation *e)
{
	size_t turns = 0;
	bool agent = false;

	for (size_t i = (size_t)e->first_human; i < e->n; i++) {
		if (hd_turn_is(&e->turns[i], HD_ROLE_CUSTOMER))
			agent = false;
		if (!hd_turn_is(&e->turns[i], HD_ROLE_AGENT))
			continue;
		if (talk(e, i, "act") != NULL)
			return false;
		turns += !agent;
		agent = true;
	}
	return turns <= TURNS;
}

/* What the data has of it: the page, a field or note, the last action. */
static struct place
recorded(const struct hd_escalation *e, const struct hd_findings *f)
{
	const struct hd_finding *page =
	    hd_finding_of(f, HD_AUDIT_HANDOFF, hd_context_present, "page");
	struct place p = { -1, hd_str("page"), e->th->page };

	if (p.words.n > 0)
		return p;
	if (page != NULL && page->message >= 0)
		return (
		    struct place){ page->message, { NULL, 0 }, page->quote };
	if (page != NULL)
		return (struct place){ -1, page->given_in, page->given_quote };
	return (struct place){ -1, hd_str("action"), e->th->action };
}

/* What the customer said of it before message i: unasked, or asked. */
static struct place
said(const struct hd_escalation *e, size_t i)
{
	struct place p = { -1, { NULL, 0 }, { NULL, 0 } };
	bool asked = false;

	for (size_t j = 0; j < i; j++) {
		const struct hd_turn *t = &e->turns[j];
		const struct hd_mark *here;

		if (!hd_turn_is(t, HD_ROLE_CUSTOMER)) {
			asked = asked || talk(e, j, "asks") != NULL;
			continue;
		}
		here = talk(e, j, "here");
		if (here == NULL && !asked)
			continue;
		p.message = (int64_t)j;
		p.words = here != NULL ? here->span : hd_turn_quote(t, t->text);
		asked = false;
	}
	return p;
}

/* Does the answer turn on the page; where is that known? */
static bool
turns_on(const struct hd_escalation *e, const struct hd_findings *f, size_t i,
    struct place *p)
{
	const struct hd_turn *t = &e->turns[i];

	*p = recorded(e, f);
	if (p->words.n > 0 &&
	    (talk(e, i, "here") != NULL || talk(e, i, "names") != NULL ||
		hd_same_words(p->words, t->text)))
		return true;
	*p = said(e, i);
	return p->words.n > 0 || talk(e, i, "here") != NULL;
}

static void
found(const struct hd_escalation *e, struct hd_findings *f, size_t i,
    const struct place *p)
{
	const struct hd_mark *how = talk(e, i, "how-to");
	struct hd_finding *one =
	    hd_finding_add(f, HD_AUDIT_PAGES, "page-opportunity",
		"an easy case that was answered by what to do on the page");

	one->message = (int64_t)i;
	one->quote = hd_sentence_at(e->turns[i].m->body, how->span);
	one->given = p->message;
	one->given_in = p->in;
	one->given_quote = p->words;
}

void
hd_esc_pages(const struct hd_escalation *e, struct hd_findings *f)
{
	struct place p;

	if (!e->escalated || e->first_human < 0 || !easy(e) || !only_told(e))
		return;
	for (size_t i = (size_t)e->first_human; i < e->n; i++)
		if (hd_turn_is(&e->turns[i], HD_ROLE_AGENT) &&
		    talk(e, i, "how-to") != NULL &&
		    talk(e, i, "asks") == NULL && turns_on(e, f, i, &p)) {
			found(e, f, i, &p);
			return;
		}
}
