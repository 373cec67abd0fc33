/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the AI had alone and failed at: see failed.h. */
#include <math.h>
#include <string.h>

#include "base/similar.h"
#include "escalation/failed.h"
#include "escalation/past.h"
#include "escalation/said.h"
#include "escalation/sentence.h"

#define REPEATED   0.35 /* words changed between two answers that are the same */
#define ANSWER_MIN 25	/* bytes: a greeting may come twice */
#define AGAIN_MIN  2	/* times that a customer seems to say it again */
#define ALIKE_MIN  2	/* particulars that two tickets have in common */

static struct hd_finding *
fail(struct hd_findings *f, const char *code, const char *why)
{
	return hd_finding_add(f, HD_AUDIT_NEEDED, code, "%s", why);
}

static void
quote(const struct hd_escalation *e, struct hd_finding *one, int64_t at,
    struct hd_str words)
{
	one->message = at;
	one->quote = hd_sentence_at(e->turns[at].m->body, words);
}

static int64_t
last_of(const struct hd_escalation *e, enum hd_role role)
{
	for (int64_t i = (int64_t)e->n; i-- > 0;)
		if (hd_turn_is(&e->turns[i], role))
			return i;
	return -1;
}

/* The customer's last words say that it worked. */
static bool
helped(const struct hd_escalation *e)
{
	int64_t at = last_of(e, HD_ROLE_CUSTOMER);

	return at >= 0 &&
	       hd_mark_find(&e->turns[at], "outcome", "helped") != NULL;
}

/* --- what the record tells --- */

/* The next ticket of the requester speaks of the same. */
static bool
wrote_again(const struct hd_escalation *e)
{
	struct hd_str again = hd_esc_str(e, HD_EF_AGAIN);
	struct hd_said said = { .arena = e->arena };
	struct hd_taken taken = { 0 };

	if (again.p == NULL)
		return false;
	if (hd_esc_num(e, HD_EF_RECONTACT) > 0)
		return true;
	if (e->th->subject.p != NULL)
		hd_said_add(&said, e->th->subject);
	for (size_t i = 0; i < e->n; i++)
		if (hd_turn_is(&e->turns[i], HD_ROLE_CUSTOMER))
			hd_said_add(&said, e->turns[i].text);
	hd_said_take(&said, again, true, &taken);
	return taken.words + taken.values >= ALIKE_MIN;
}

static bool
by_record(const struct hd_escalation *e, struct hd_findings *f)
{
	struct hd_finding *one = NULL;

	if (hd_esc_num(e, HD_EF_REOPENS) > 0)
		one = fail(
		    f, "failed-reopened", "the customer had it opened again");
	else if (wrote_again(e))
		one = fail(f, "failed-recontact",
		    "the customer wrote again of the same within seven days");
	if (one != NULL)
		one->basis = "event";
	return one != NULL;
}

static bool
by_rating(const struct hd_escalation *e, struct hd_findings *f)
{
	struct hd_finding *one;

	if (hd_esc_num(e, HD_EF_SATISFIED) == 0)
		one = fail(f, "failed-feedback", "the customer rated it badly");
	else if (hd_str_eq(hd_esc_str(e, HD_EF_AI_STATE), "negative_feedback"))
		one = fail(f, "failed-feedback",
		    "the customer told the AI that it did not help");
	else
		return false;
	one->basis = "state";
	return true;
}

/* --- what was said --- */

/* The AI gives an answer that it gave before. */
static int64_t
repeated_answer(const struct hd_escalation *e)
{
	for (int64_t i = 0; i < (int64_t)e->n; i++) {
		struct hd_str a = e->turns[i].text;

		if (!hd_turn_is(&e->turns[i], HD_ROLE_AI) || a.n < ANSWER_MIN)
			continue;
		for (int64_t k = 0; k < i; k++)
			if (hd_turn_is(&e->turns[k], HD_ROLE_AI) &&
			    e->turns[k].text.n >= ANSWER_MIN &&
			    hd_edit_share(a, e->turns[k].text) <= REPEATED)
				return i;
	}
	return -1;
}

static const struct hd_mark *
first_of(const struct hd_turn *t, const char *const *values)
{
	const struct hd_mark *m = NULL;

	for (; m == NULL && *values != NULL; values++)
		m = hd_mark_find(t, "outcome", *values);
	return m;
}

/*
 * The customer says openly that it is the same again, or seems to more often.
 */
static int64_t
said_again(const struct hd_escalation *e, const struct hd_mark **first)
{
	static const char *const openly[] = { "rephrased", NULL };
	static const char *const maybe[] = { "again", "unhelped", NULL };
	int64_t at = -1;
	size_t times = 0, answers = 0;

	for (int64_t i = 0; i < (int64_t)e->n; i++) {
		const struct hd_turn *t = &e->turns[i];
		const struct hd_mark *m;

		answers += hd_turn_is(t, HD_ROLE_AI);
		if (answers == 0 || !hd_turn_is(t, HD_ROLE_CUSTOMER))
			continue;
		*first = first_of(t, openly);
		if (*first != NULL)
			return i;
		m = first_of(t, maybe);
		if (m != NULL)
			at = i;
		if (m != NULL && ++times >= AGAIN_MIN) {
			*first = m;
			return at;
		}
	}
	return -1;
}

static bool
by_rephrasing(const struct hd_escalation *e, struct hd_findings *f)
{
	const struct hd_mark *m = NULL;
	int64_t at = repeated_answer(e);

	if (at >= 0) {
		quote(e,
		    fail(f, "failed-rephrased",
			"the AI gave the same answer again"),
		    at, hd_turn_quote(&e->turns[at], e->turns[at].text));
		return true;
	}
	at = said_again(e, &m);
	if (at < 0)
		return false;
	quote(e,
	    fail(f, "failed-rephrased",
		"the customer had to say it again in other words"),
	    at, m->span);
	return true;
}

/* The customer's last words but one may be "ok". */
static bool
by_last_words(const struct hd_escalation *e, struct hd_findings *f,
    const char *outcome, const char *code, const char *why)
{
	int64_t at = last_of(e, HD_ROLE_CUSTOMER);
	const struct hd_mark *m;

	/* the first words are the question */
	if (at <= 0 || last_of(e, HD_ROLE_AI) < 0)
		return false;
	m = hd_mark_find(&e->turns[at], "outcome", outcome);
	if (m == NULL)
		return false;
	quote(e, fail(f, code, why), at, m->span);
	return true;
}

void
hd_esc_failed(const struct hd_escalation *e, struct hd_findings *f)
{
	const char *review = hd_escpast_review(e->world->past, e->th->ticket);

	if (review != NULL && strcmp(review, "needed") == 0) {
		fail(f, "failed-feedback",
		    "a reviewer says that a person was needed")
		    ->basis = "review";
		return;
	}
	if (by_record(e, f))
		return;
	if (!helped(e) && by_rephrasing(e, f))
		return;
	if (by_rating(e, f) ||
	    (!helped(e) &&
		(by_last_words(e, f, "unhelped", "failed-feedback",
		     "the customer says that it did not help") ||
		    by_last_words(e, f, "gave-up", "failed-gave-up",
			"the customer leaves with the problem open"))))
		return;
	if (hd_str_eq(hd_esc_str(e, HD_EF_GUESS_FAILED), "yes"))
		fail(f, "failed-feedback",
		    "what was learned from reviewed talks says that it failed")
		    ->basis = "model";
}
