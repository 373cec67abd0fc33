/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the AI announced the handoff: see detect.h and escalation-wording.rules.
 */
#include <string.h>

#include "base/utf8.h"
#include "escalation/detect.h"
#include "escalation/said.h"
#include "escalation/sentence.h"

#define QUOTED ((size_t)160) /* bytes of a message that announces nothing */

static const char *const codes[] = { "dead-end", "bare", "context-kept" };
enum grade {
	SILENT = -1,
	DEAD_END,
	BARE,
	CONTEXT_KEPT
};

struct wording {
	enum grade grade;
	int64_t turn;
	const struct hd_mark *mark;
	struct hd_str value; /* of the customer's that it hands over, or NULL */
};

static enum grade
grade_of(const struct hd_mark *m)
{
	for (int g = DEAD_END; m != NULL && g <= CONTEXT_KEPT; g++)
		if (strcmp(m->value, codes[g]) == 0)
			return (enum grade)g;
	return SILENT;
}

/* The words of a mark, or of the announcement behind it. */
static struct hd_str
words_of(const struct hd_turn *t, const struct hd_mark *m)
{
	if (m != NULL && m->span.p != NULL)
		return m->span;
	for (size_t i = 0; i < t->nmarks; i++) {
		m = &t->marks[i];
		if (strcmp(m->dimension, "transfer") == 0 &&
		    strcmp(m->value, "offered") != 0 && m->span.p != NULL)
			return m->span;
	}
	return (struct hd_str){ NULL, 0 };
}

/*
 * A number or a name of the customer's in the sentence that hands over says
 * what is passed on, though no rule can know it.
 */
static struct hd_str
value_passed_on(const struct hd_escalation *e, int64_t turn)
{
	struct hd_said said = { .arena = e->arena };
	const struct hd_turn *t = &e->turns[turn];
	struct hd_str announced = words_of(t, NULL);
	struct hd_taken taken = { 0 };

	if (announced.p == NULL)
		return announced;
	for (int64_t i = 0; i < turn; i++)
		if (hd_turn_is(&e->turns[i], HD_ROLE_CUSTOMER))
			hd_said_add(&said, e->turns[i].text);
	hd_said_take(
	    &said, hd_sentence_at(t->m->body, announced), false, &taken);
	return taken.value;
}

static void
look(const struct hd_escalation *e, int64_t i, struct wording *w)
{
	const struct hd_mark *m = hd_mark_find(&e->turns[i], "wording", NULL);
	enum grade g = grade_of(m);
	struct hd_str value = { NULL, 0 };

	if (!hd_turn_is(&e->turns[i], HD_ROLE_AI))
		return;
	if (g == BARE)
		value = value_passed_on(e, i);
	if (value.p != NULL)
		g = CONTEXT_KEPT;
	if (g > w->grade)
		*w = (struct wording){ g, i, m, value };
}

/*
 * The AI's last words in a row before a person's, and what it says meanwhile.
 */
static struct wording
find(const struct hd_escalation *e)
{
	struct wording w = { SILENT, e->last_ai, NULL, { NULL, 0 } };
	int64_t from = e->last_ai,
		end = e->first_human >= 0 ? e->first_human : (int64_t)e->n;

	while (from > 0 && !hd_turn_is(&e->turns[from - 1], HD_ROLE_CUSTOMER))
		from--;
	for (int64_t i = from; i < end; i++)
		look(e, i, &w);
	return w;
}

static struct hd_str
beginning(struct hd_str body)
{
	struct hd_str line = { NULL, 0 };

	(void)hd_str_split(&body, '\n', &line);
	return hd_utf8_head(line, QUOTED);
}

static void
silent(const struct hd_escalation *e, const struct wording *w,
    struct hd_findings *f)
{
	const struct hd_turn *t = &e->turns[w->turn];
	bool asks = t->text.n > 0 && t->text.p[t->text.n - 1] == '?';
	struct hd_finding *one = hd_finding_add(f, HD_AUDIT_WORDING, "silent",
	    "no message to the customer announces it: the last one of the AI "
	    "is %s",
	    asks ? "a question" : "an ordinary answer");

	one->message = w->turn;
	one->quote = beginning(t->m->body);
}

void
hd_esc_wording(const struct hd_escalation *e, struct hd_findings *f)
{
	struct hd_finding *one;
	struct wording w;

	if (!e->escalated)
		return;
	if (e->last_ai < 0) {
		hd_finding_add(f, HD_AUDIT_WORDING, hd_not_measurable,
		    "no message of the AI is in the export");
		return;
	}
	w = find(e);
	if (w.grade == SILENT) {
		silent(e, &w, f);
		return;
	}
	if (w.value.p != NULL)
		one = hd_finding_add(f, HD_AUDIT_WORDING, codes[w.grade],
		    "it names '%.*s', which the customer had given",
		    (int)w.value.n, w.value.p);
	else
		one = hd_finding_add(f, HD_AUDIT_WORDING, codes[w.grade],
		    "%.*s", (int)w.mark->rule->why.n, w.mark->rule->why.p);
	one->message = w.turn;
	one->quote = w.value.p != NULL
			 ? hd_sentence_at(e->turns[w.turn].m->body, w.value)
			 : words_of(&e->turns[w.turn], w.mark);
}
