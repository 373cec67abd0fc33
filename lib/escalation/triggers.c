/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Why a ticket was handed over: one trigger each.  What the helpdesk recorded
 * goes before what was said, and what the AI says before what the customer's
 * words suggest; where nothing explains it, that is the answer.
 */
#include <string.h>

#include "base/json.h"
#include "escalation/detect.h"
#include "escalation/named.h"
#include "escalation/schedule.h"
#include "escalation/surmise.h"

#define ASKED_BACK 2 /* messages of the customer before the handoff */

/* What explains a handoff so far; code NULL: nothing yet. */
struct trigger {
	const struct hd_escalation *e;
	const char *code, *basis;
	struct hd_str in, value; /* the tag or the field that names it */
	int64_t message;
	struct hd_str quote;
	struct hd_str why; /* of the rule */
};

/* In the order in which the clearer wins, where a text names several. */
static const char *const codes[] = { "customer", "keyword", "account", "limit",
	"no-answer", "issue", "sentiment", "out-of-hours", NULL };

static bool
take_named(struct trigger *t, const char *code, const char *basis,
    struct hd_str in, struct hd_str value)
{
	t->code = code;
	t->basis = basis;
	t->in = in;
	t->value = value;
	t->message = t->e->handoff;
	return true;
}

static bool
take_mark(struct trigger *t, const char *code, const char *basis, size_t at,
    const struct hd_mark *m)
{
	t->code = code;
	t->basis = basis;
	t->message = (int64_t)at;
	t->quote = m->span;
	t->why = m->rule->why;
	return true;
}

/* --- what the helpdesk recorded --- */

static struct hd_str
in_field(const struct trigger *t, struct hd_str name)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str kept;

	hd_buf_addf(&b, "field %.*s", (int)name.n, name.p);
	kept = hd_str_keep(t->e->arena, hd_buf_str(&b));
	hd_buf_release(&b);
	return kept;
}

/* A word as programs write it: prose in a field describes, and names nothing. */
static bool
is_code(struct hd_str value)
{
	return value.n > 0 && memchr(value.p, ' ', value.n) == NULL &&
	       memchr(value.p, '/', value.n) == NULL;
}

static bool
by_field(struct trigger *t, struct hd_str name, struct hd_str value)
{
	const char *code;
	enum hd_named field = hd_named_field(name),
		      named = hd_named_trigger(value, &code);

	if (field != HD_NAMED_NOT && named != HD_NAMED_NOT)
		return take_named(t, code, "field", in_field(t, name), value);
	if (field == HD_NAMED_REASON && hd_named_matter(value, true))
		return take_named(
		    t, "issue", "field", in_field(t, name), value);
	if (field == HD_NAMED_NOT && named == HD_NAMED_REASON && is_code(value))
		return take_named(t, code, "field", in_field(t, name), value);
	return false;
}

static bool
by_fields(struct trigger *t)
{
	const struct hd_json *all = hd_json_read(t->e->arena, t->e->th->fields);

	if (all == NULL || all->type != HD_JOBJ)
		return false;
	for (const struct hd_json *f = all->child; f != NULL; f = f->next)
		if (f->type == HD_JSTR && by_field(t, f->key, f->s))
			return true;
	return false;
}

static bool
by_events(struct trigger *t)
{
	const char *code;

	for (size_t i = 0; i < t->e->th->nevents; i++) {
		const struct hd_event *v = &t->e->th->events[i];

		if (v->now.p != NULL &&
		    hd_named_field(v->field) != HD_NAMED_NOT &&
		    hd_named_trigger(v->now, &code) == HD_NAMED_REASON)
			return take_named(t, code, "event", v->field, v->now);
	}
	return false;
}

/* Of several tags the one whose code comes first. */
static bool
by_tags(struct trigger *t, enum hd_named least)
{
	const struct hd_json *all = hd_json_read(t->e->arena, t->e->th->tags);
	const char *code;

	for (size_t i = 0; all != NULL && codes[i] != NULL; i++)
		for (const struct hd_json *v = all->child; v != NULL;
		     v = v->next)
			if (hd_named_trigger(v->s, &code) >= least &&
			    strcmp(code, codes[i]) == 0)
				return take_named(
				    t, code, "tag", hd_str("tag"), v->s);
	return false;
}

static bool
by_matter_tag(struct trigger *t)
{
	const struct hd_json *all = hd_json_read(t->e->arena, t->e->th->tags);

	for (const struct hd_json *v = all != NULL ? all->child : NULL;
	     v != NULL; v = v->next)
		if (hd_named_matter(v->s, false))
			return take_named(
			    t, "issue", "tag", hd_str("tag"), v->s);
	return false;
}

/* --- what was said --- */

static bool
by_reason(struct trigger *t, size_t at, const char *basis)
{
	const struct hd_mark *m = NULL;
	const char *const *code = codes;

	for (; m == NULL && *code != NULL; code++)
		m = hd_mark_find(&t->e->turns[at], "because", *code);
	return m != NULL && take_mark(t, code[-1], basis, at, m);
}

/* The nth last message of the customer before the handoff, from 1, or -1. */
static int64_t
customer_before(const struct hd_escalation *e, int nth)
{
	int64_t end = e->handoff >= 0 ? e->handoff : (int64_t)e->n;

	for (int64_t i = end; i-- > 0;)
		if (hd_turn_is(&e->turns[i], HD_ROLE_CUSTOMER) && --nth == 0)
			return i;
	return -1;
}

/* Notes from the customer's last words before it to the person's first. */
static bool
note_in_reach(const struct hd_escalation *e, size_t i)
{
	return !e->turns[i].m->public &&
	       ((int64_t)i > customer_before(e, 1) ||
		   (int64_t)i >= e->last_ai) &&
	       (e->first_human < 0 || (int64_t)i < e->first_human);
}

static bool
by_note(struct trigger *t)
{
	const struct hd_mark *m;

	for (size_t i = 0; i < t->e->n; i++)
		if (note_in_reach(t->e, i) && by_reason(t, i, "note"))
			return true;
	for (size_t i = 0; i < t->e->n; i++) {
		m = note_in_reach(t->e, i)
			? hd_mark_find(&t->e->turns[i], "because", "named")
			: NULL;
		if (m != NULL)
			return take_mark(t, "issue", "note", i, m);
	}
	return false;
}

/*
 * The AI's words that hand over, also where only what follows shows it: nobody
 * wrote between them and the handoff.  -1: it went in silence.
 */
static int64_t
transition(const struct hd_escalation *e)
{
	for (int64_t i = e->last_ai + 1; i < e->handoff; i++)
		if (hd_turn_is(&e->turns[i], HD_ROLE_CUSTOMER))
			return -1;
	return e->last_ai;
}

/* Closed, and the AI announced that somebody answers later. */
static bool
by_schedule(struct trigger *t)
{
	const struct hd_escalation *e = t->e;
	int64_t at = transition(e);
	const struct hd_mark *m;

	if (e->world->schedule == NULL || at < 0 ||
	    e->handoff_at == HD_TIME_NONE ||
	    hd_schedule_open_at(e->world->schedule, e->handoff_at))
		return false;
	m = hd_mark_find(&e->turns[at], "because", "out-of-hours");
	if (m == NULL)
		m = hd_mark_find(&e->turns[at], "trigger", "out-of-hours");
	return m != NULL &&
	       take_mark(t, "out-of-hours", "schedule", (size_t)at, m);
}

static bool
by_customer(struct trigger *t, const char *dimension, const char *value,
    const char *code)
{
	for (int nth = 1; nth <= ASKED_BACK; nth++) {
		int64_t at = customer_before(t->e, nth);
		const struct hd_mark *m =
		    at < 0 ? NULL
			   : hd_mark_find(&t->e->turns[at], dimension, value);

		if (m != NULL)
			return take_mark(t, code, "text", (size_t)at, m);
	}
	return false;
}

/* The AI agrees, and somebody had been mentioned. */
static bool
by_grant(struct trigger *t)
{
	int64_t at = transition(t->e), asked = customer_before(t->e, 1);
	const struct hd_mark *m;

	if (at < 0 || asked < 0 ||
	    hd_mark_find(&t->e->turns[at], "because", "granted") == NULL)
		return false;
	m = hd_mark_find(&t->e->turns[asked], "heard", "person");
	return m != NULL && take_mark(t, "customer", "text", (size_t)asked, m);
}

/* What the AI said last before it fell silent. */
static bool
by_last_words(struct trigger *t)
{
	static const char *const last[] = { "limit", "no-answer",
		"out-of-hours" };
	int64_t at = t->e->last_ai;

	for (size_t i = 0; at >= 0 && i < sizeof(last) / sizeof(last[0]); i++) {
		const struct hd_turn *turn = &t->e->turns[at];
		const struct hd_mark *m =
		    hd_mark_find(turn, "because", last[i]);

		if (m == NULL)
			m = hd_mark_find(turn, "trigger", last[i]);
		if (m != NULL)
			return take_mark(t, last[i], "text", (size_t)at, m);
	}
	return false;
}

static bool
by_mood(struct trigger *t)
{
	const struct hd_mark *m;

	for (size_t i = 0; i < t->e->n; i++) {
		m = note_in_reach(t->e, i)
			? hd_mark_find(&t->e->turns[i], "because", "felt")
			: NULL;
		if (m != NULL)
			return take_mark(t, "sentiment", "note", i, m);
	}
	return by_customer(t, "heard", "upset", "sentiment");
}

static bool
by_words(struct trigger *t)
{
	int64_t at = transition(t->e);

	return by_schedule(t) ||
	       (at >= 0 && by_reason(t, (size_t)at, "text")) ||
	       by_customer(t, "trigger", "customer", "customer") ||
	       by_grant(t) || by_last_words(t);
}

static bool
by_course(struct trigger *t)
{
	struct hd_surmise s = hd_esc_surmise(t->e);

	t->code = s.code;
	t->basis = "text";
	if (s.code != NULL && s.message < 0)
		t->basis = "field";
	else if (s.code != NULL && !t->e->turns[s.message].m->public)
		t->basis = "note";
	t->message = s.message;
	t->quote = s.quote;
	t->why = s.why;
	return s.code != NULL;
}

static void
tell(struct trigger *t, struct hd_findings *f)
{
	struct hd_finding *one;

	if (t->value.p != NULL)
		one = hd_finding_add(f, HD_AUDIT_TRIGGERS, t->code,
		    "the %.*s says %.*s", (int)t->in.n, t->in.p,
		    (int)t->value.n, t->value.p);
	else
		one = hd_finding_add(f, HD_AUDIT_TRIGGERS, t->code, "%.*s",
		    (int)t->why.n, t->why.p);
	one->basis = t->basis;
	one->message = t->message;
	one->quote = t->quote;
	one->given_in = t->in;
	one->given_quote = t->value;
}

void
hd_esc_triggers(const struct hd_escalation *e, struct hd_findings *f)
{
	struct trigger t = { .e = e, .message = -1 };
	bool words = e->bodies && e->covered;

	if (!e->escalated)
		return;
	if (by_fields(&t) || by_events(&t) || by_tags(&t, HD_NAMED_REASON) ||
	    (words && (by_note(&t) || by_words(&t))) ||
	    by_tags(&t, HD_NAMED_HINT) || by_matter_tag(&t) ||
	    (words && (by_mood(&t) || by_course(&t)))) {
		tell(&t, f);
		return;
	}
	if (words)
		hd_finding_add(f, HD_AUDIT_TRIGGERS, "unexplained",
		    "neither the helpdesk's records nor what was said tell why")
		    ->message = e->handoff;
	else
		hd_finding_add(f, HD_AUDIT_TRIGGERS, hd_not_measurable, "%s",
		    e->bodies ? "the rules do not cover its language"
			      : "the export does not have what was said");
}
