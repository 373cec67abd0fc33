/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a thread to what the audits read: see escalation.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/legible.h"
#include "audit/quote.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/tstamp.h"
#include "base/utf8.h"
#include "escalation/escalation.h"
#include "escalation/record.h"
#include "rules/evidence.h"

struct hd_escmaker {
	const struct hd_escworld *world;
	const struct hd_ruleset *rs;
	struct hd_matcher *matcher;
	struct hd_matcher *alone;  /* for what the AI had alone */
	struct hd_matcher *record; /* for what is beside the talk */
	struct hd_matcher *quiet;  /* where no agent asks for anything */
	struct hd_subject *subject;
	struct hd_lang *lang;
	struct hd_tags tags;
	struct hd_buf text;
};

static struct hd_matcher *
new_matcher(
    const struct hd_ruleset *rs, const char *const *dims, struct hd_err *err)
{
	struct hd_matcher *m = hd_matcher_new(rs, err);

	if (m != NULL)
		hd_matcher_only(m, dims);
	return m;
}

/* All but who asked for what and had told it: it is read behind an ask alone. */
static struct hd_matcher *
quiet_matcher(const struct hd_ruleset *rs, struct hd_err *err)
{
	const char **dims = hd_xcalloc(rs->ndims + 1, sizeof(*dims));
	struct hd_matcher *m;
	size_t n = 0;

	for (size_t i = 0; i < rs->ndims; i++)
		if (strcmp(rs->dims[i].name, "asks") != 0 &&
		    strcmp(rs->dims[i].name, "asks-not") != 0 &&
		    strcmp(rs->dims[i].name, "told") != 0)
			dims[n++] = rs->dims[i].name;
	m = new_matcher(rs, dims, err);
	free(dims);
	return m;
}

struct hd_escmaker *
hd_escmaker_new(const struct hd_escworld *world, struct hd_err *err)
{
	/* what the audits look for there */
	static const char *const alone[] = { "outcome", NULL };
	static const char *const record[] = { "handoff-context", "subject-kind",
		"rank", NULL };
	struct hd_escmaker *m = hd_xcalloc(1, sizeof(*m));

	m->world = world;
	m->rs = world->rules;
	m->subject = hd_subject_new(m->rs);
	m->matcher = hd_matcher_new(m->rs, err);
	m->alone = new_matcher(m->rs, alone, err);
	m->record = new_matcher(m->rs, record, err);
	m->quiet = quiet_matcher(m->rs, err);
	m->lang = hd_lang_open(world->languages, err);
	if (m->matcher != NULL && m->alone != NULL && m->record != NULL &&
	    m->quiet != NULL && m->lang != NULL)
		return m;
	hd_escmaker_free(m);
	return NULL;
}

void
hd_escmaker_free(struct hd_escmaker *m)
{
	if (m == NULL)
		return;
	hd_matcher_free(m->matcher);
	hd_matcher_free(m->alone);
	hd_matcher_free(m->record);
	hd_matcher_free(m->quiet);
	hd_subject_free(m->subject);
	hd_lang_close(m->lang);
	hd_tags_release(&m->tags);
	hd_buf_release(&m->text);
	free(m);
}

/* The field by which rules know a message, or NULL. */
static const char *
field_of(const struct hd_message *m)
{
	if (!m->public)
		return "note";
	switch (m->role) {
	case HD_ROLE_CUSTOMER:
		return "message";
	case HD_ROLE_AI:
		return "ai";
	case HD_ROLE_AGENT:
		return "agent";
	default:
		return NULL;
	}
}

struct marking {
	struct hd_escmaker *m;
	struct hd_turn *turn;
	size_t cap;
	struct hd_arena *arena;
};

/* Does the value stand, of a dimension of which one does? */
static bool
stands(const struct hd_escmaker *m, const struct hd_set *s)
{
	return m->rs->dims[s->dim].many || m->tags.one[s->dim] == s->value;
}

static struct hd_mark *
add_mark(struct marking *w)
{
	struct hd_turn *t = w->turn;
	struct hd_mark *v;

	if (t->nmarks == w->cap) {
		w->cap = w->cap > 0 ? 2 * w->cap : 8;
		v = hd_arena_alloc(w->arena, w->cap * sizeof(*v));
		if (t->nmarks > 0)
			memcpy(v, t->marks, t->nmarks * sizeof(*v));
		t->marks = v;
	}
	return &t->marks[t->nmarks++];
}

/* A rule has several conditions: its words are those of the first with any. */
static bool
again(struct marking *w, const struct hd_evidence *e)
{
	struct hd_turn *t = w->turn;
	bool known = false;

	for (size_t i = 0; i < t->nmarks; i++)
		if (t->marks[i].rule == e->rule) {
			known = true;
			if (t->marks[i].span.p == NULL && e->span)
				t->marks[i].span = hd_turn_quote(
				    t, (struct hd_str){ e->val.str.p + e->start,
					   e->end - e->start });
		}
	return known;
}

static int
mark(void *ctx, const struct hd_evidence *e)
{
	struct marking *w = ctx;
	const struct hd_ruleset *rs = w->m->rs;

	if (e->rule == NULL || again(w, e))
		return 0;
	for (size_t i = 0; i < e->rule->nsets; i++) {
		const struct hd_set *s = &rs->sets[e->rule->set + i];
		struct hd_mark *k;

		if (!stands(w->m, s))
			continue;
		k = add_mark(w);
		*k = (struct hd_mark){ rs->dims[s->dim].name,
			rs->dims[s->dim].values[s->value], e->rule,
			{ NULL, 0 } };
	}
	(void)again(w, e);
	return 0;
}

/*
 * Of what the AI had alone the audits ask how it ended, and that of the
 * customer's words; NULL: they ask nothing of this message.
 */
static struct hd_matcher *
reader(const struct hd_escmaker *m, const struct hd_escalation *e,
    const struct hd_message *msg, bool asked)
{
	if (e->escalated || e->world->ai_asks)
		return asked ? m->matcher : m->quiet;
	return msg->public && msg->role == HD_ROLE_CUSTOMER ? m->alone : NULL;
}

static bool
is_agents(const struct hd_message *m)
{
	return m->public && m->role == HD_ROLE_AGENT;
}

/* matcher NULL: no rule reads it. */
static void
make_turn(struct hd_escmaker *m, const struct hd_message *msg,
    struct hd_matcher *matcher, struct hd_escalation *e, struct hd_turn *t)
{
	struct hd_arena *arena = e->arena;
	struct marking w = { m, t, 0, arena };
	const char *field = field_of(msg);

	*t = (struct hd_turn){ .m = msg };
	if (msg->body.p == NULL)
		return;
	hd_buf_reset(&m->text);
	hd_new_text(&m->text, msg->body);
	/* no rule reads further, and work on pairs of words has an end */
	t->text = hd_str_keep(
	    arena, hd_utf8_head(hd_buf_str(&m->text), HD_SUBJECT_MAX));
	if (field == NULL || t->text.n == 0 || matcher == NULL)
		return;
	hd_eval(matcher, hd_subject_only(m->subject, field, t->text), true,
	    &m->tags);
	e->gave_up = e->gave_up || m->tags.gave_up > 0;
	if (m->tags.nfired > 0)
		(void)hd_explain_evaluated(matcher, mark, &w);
}

static int64_t
last_ai(const struct hd_escalation *e)
{
	int64_t found = -1;

	for (size_t i = 0; i < e->n; i++) {
		if (e->handoff >= 0 && (int64_t)i > e->handoff)
			break;
		if (hd_turn_is(&e->turns[i], HD_ROLE_AI))
			found = (int64_t)i;
	}
	return found;
}

static int64_t
first_human(const struct hd_escalation *e)
{
	size_t from = e->handoff >= 0 ? (size_t)e->handoff : 0;

	for (size_t i = from; e->escalated && i < e->n; i++)
		if (hd_turn_is(&e->turns[i], HD_ROLE_AGENT))
			return (int64_t)i;
	return -1;
}

/* Agents first: whether one asks for anything decides what is read of others. */
static void
make_turns(struct hd_escmaker *m, struct hd_escalation *e)
{
	const struct hd_thread *th = e->th;
	bool asked = e->world->ai_asks;

	e->turns = hd_arena_alloc(e->arena, (th->n + 1) * sizeof(*e->turns));
	for (size_t i = 0; i < th->n; i++)
		if (is_agents(&th->messages[i])) {
			make_turn(m, &th->messages[i],
			    reader(m, e, &th->messages[i], true), e,
			    &e->turns[i]);
			asked = asked || hd_mark_find(&e->turns[i], "asks",
					     NULL) != NULL;
		}
	for (size_t i = 0; i < th->n; i++)
		if (!is_agents(&th->messages[i]))
			make_turn(m, &th->messages[i],
			    reader(m, e, &th->messages[i], asked), e,
			    &e->turns[i]);
	for (int i = 0; e->escalated && i < HD_RECORDS; i++)
		make_turn(m, hd_record_make(i, th, e->arena), m->record, e,
		    &e->record[i]);
}

/*
 * As the export states the language; else as hs-tag found it of the customer's
 * words, and where these are few or like none, of all that was said.
 */
static bool
covered(struct hd_escmaker *m, const struct hd_escalation *e)
{
	struct hd_str found = hd_esc_str(e, HD_EF_LANGUAGE);

	if (found.p != NULL &&
	    (e->th->language.p != NULL || hd_legible_covers(m->rs, found)))
		return hd_legible_covers(m->rs, found);
	hd_buf_reset(&m->text);
	for (size_t i = 0; i < e->n; i++)
		if (e->turns[i].m->public) {
			hd_buf_add(
			    &m->text, e->turns[i].text.p, e->turns[i].text.n);
			hd_buf_addc(&m->text, '\n');
		}
	found = hd_str(hd_lang_detect(m->lang, hd_buf_str(&m->text)));
	return found.n > 0 && hd_legible_covers(m->rs, found);
}

/* A copy without text has the messages, and nothing in them. */
static bool
any_body(const struct hd_thread *th)
{
	for (size_t i = 0; i < th->n; i++)
		if (th->messages[i].body.p != NULL)
			return true;
	return false;
}

void
hd_escmaker_make(struct hd_escmaker *m, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_escalation *e)
{
	double at;

	*e = (struct hd_escalation){ .world = m->world,
		.th = th,
		.n = th->n,
		.handoff = -1,
		.handoff_at = HD_TIME_NONE,
		.arena = arena };
	e->escalated = hd_str_eq(hd_esc_str(e, HD_EF_PATH), "ai_to_human");
	make_turns(m, e);
	at = hd_esc_num(e, HD_EF_HANDOFF);
	if (at >= 0 && at < (double)th->n)
		e->handoff = (int64_t)at;
	at = hd_esc_num(e, HD_EF_HANDOFF_AT);
	if (fabs(at) < 1e15)
		e->handoff_at = (int64_t)at;
	e->last_ai = last_ai(e);
	e->first_human = first_human(e);
	e->bodies = th->has_text && any_body(th);
	e->covered = covered(m, e);
}
