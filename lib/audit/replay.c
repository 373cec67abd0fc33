/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One ticket of the past against routes: see replay.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/replay_int.h"
#include "base/mem.h"
#include "base/tstamp.h"
#include "base/utf8.h"

const char *
hd_replaybasis_name(enum hd_replaybasis b)
{
	static const char *const names[] = { "open", "talk", "unknown" };

	return names[b];
}

const struct hd_decision *
hd_replayed_end(const struct hd_replayed *r)
{
	return &r->asked[r->taken >= 0 ? r->taken : 0];
}

bool
hd_replayed_gave_up(const struct hd_replayed *r)
{
	for (size_t i = 0; i < r->nasked; i++)
		if ((r->asked[i].possible & (r->asked[i].possible - 1)) != 0)
			return true;
	return false;
}

/* Does it test a dimension whose default waits for a text to be read? */
static bool
asks_legible(const struct hd_ruleset *rs, const struct hd_rule *r)
{
	const struct hd_alt *alt;
	const struct hd_cond *c;

	for (size_t i = 0; i < r->nalts; i++) {
		alt = &rs->alts[r->alt + i];
		for (size_t k = 0; k < alt->nconds; k++) {
			c = &rs->conds[alt->cond + k];
			if (c->var != HD_VAR_FIELD &&
			    rs->dims[c->index].dflt_readable)
				return true;
		}
	}
	return false;
}

/* What can be said of the rules before any ticket. */
static void
look_at_rules(struct hd_replayer *p)
{
	const struct hd_ruleset *rs = p->rs;

	p->segment = hd_ruleset_dim(rs, "segment");
	p->reads = p->segment >= 0 && rs->dims[p->segment].dflt_readable;
	p->pulled = 1u << rs->stage_default[HD_STAGE_REPLY].action;
	for (size_t i = 0; i < rs->nroutes; i++) {
		p->reads = p->reads || asks_legible(rs, &rs->routes[i]);
		if (rs->routes[i].stages & 1u << HD_STAGE_REPLY)
			p->pulled |= rs->routes[i].actions;
	}
	for (size_t i = 0; i < rs->nrules; i++)
		p->reads = p->reads || asks_legible(rs, &rs->rules[i]);
	p->pulled &= HD_CAREFUL;
}

struct hd_replayer *
hd_replayer_new(const struct hd_ruleset *rs, const char *languages,
    enum hd_replayhow how, struct hd_err *err)
{
	struct hd_replayer *p = hd_xcalloc(1, sizeof(*p));

	p->rs = rs;
	p->how = how;
	look_at_rules(p);
	p->s = hd_subject_new(rs);
	p->m = hd_matcher_new(rs, err);
	p->lang = p->m != NULL ? hd_lang_open(languages, err) : NULL;
	if (p->lang != NULL)
		return p;
	hd_replayer_free(p);
	return NULL;
}

void
hd_replayer_free(struct hd_replayer *p)
{
	if (p == NULL)
		return;
	hd_matcher_free(p->m);
	hd_lang_close(p->lang);
	hd_subject_free(p->s);
	hd_tags_release(&p->tags);
	free(p->moments);
	free(p);
}

const char *const *
hd_replayer_columns(const struct hd_replayer *p, size_t *n)
{
	return hd_subject_columns(p->s, n);
}

static bool
readable(struct hd_replayer *p, struct hd_str text)
{
	char code[HD_LANGUAGE_MAX];

	if (!p->reads)
		return false;
	hd_legible_language(p->lang, p->th, text, code);
	return hd_legible(p->rs, p->s, hd_utf8_words(text), code) == 1;
}

void
hd_replay_eval(struct hd_replayer *p, size_t i)
{
	const struct hd_moment *at = &p->moments[i];

	hd_eval(p->m,
	    i == 0 ? hd_subject_vals(p->s, HD_STAGE_OPEN, NULL, -1)
		   : hd_subject_reply_vals(p->s, at->before),
	    readable(p, hd_subject_text_before(p->s, at->before)), &p->tags);
}

const unsigned char *
hd_replay_ask(struct hd_replayer *p, size_t i)
{
	struct hd_moment *at = &p->moments[i];

	if (at->asked)
		return at->fires;
	at->asked = true;
	at->fires = hd_arena_alloc(p->arena, p->rs->nroutes);
	hd_replay_eval(p, i);
	hd_decide_all(p->m, i == 0 ? HD_STAGE_OPEN : HD_STAGE_REPLY, at->fires);
	return at->fires;
}

static void
add_moment(struct hd_replayer *p, size_t before, size_t number)
{
	p->moments =
	    hd_grow(p->moments, &p->cap, p->nmoments + 1, sizeof(*p->moments));
	p->moments[p->nmoments++] =
	    (struct hd_moment){ before, number, false, NULL };
}

/*
 * Until when the AI had it: a person's first public message, or the moment at
 * which the vendor says that it was handed over.
 */
static size_t
end_of_talk(const struct hd_thread *th)
{
	const struct hd_message *m;
	size_t i;

	for (i = 0; i < th->n; i++) {
		m = &th->messages[i];
		if ((m->public && m->role == HD_ROLE_AGENT) ||
		    (th->handover_at != HD_TIME_NONE && m->at != HD_TIME_NONE &&
			m->at > th->handover_at))
			break;
	}
	return i;
}

/* Not a greeting, which comes before the customer says anything. */
static bool
ai_answered(const struct hd_thread *th, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (th->messages[i].public &&
		    th->messages[i].role == HD_ROLE_AI)
			return true;
	return false;
}

/* At open, then at each further message of the customer in the AI's talk. */
static void
find_moments(struct hd_replayer *p)
{
	const struct hd_thread *th = p->th;
	size_t end = end_of_talk(th), number = 0, first = th->n;
	const struct hd_message *m;

	p->nmoments = 0;
	for (size_t i = 0; i < th->n && first == th->n; i++)
		if (th->messages[i].public && th->messages[i].body.p != NULL &&
		    th->messages[i].role == HD_ROLE_CUSTOMER)
			first = i;
	p->talk = ai_answered(th, first, end);
	add_moment(p, first < th->n ? first + 1 : th->n, 1);
	for (size_t i = 0; p->talk && i < end; i++) {
		m = &th->messages[i];
		if (!m->public || m->role != HD_ROLE_CUSTOMER ||
		    m->body.p == NULL)
			continue;
		if (++number > 1)
			add_moment(p, i + 1, number);
	}
}

static enum hd_handover
asks_nothing(void *ctx, struct hd_str body)
{
	(void)ctx;
	(void)body;
	return HD_HANDOVER_NO;
}

static bool
wants_nothing(void *ctx, struct hd_str ai, struct hd_str reply)
{
	(void)ctx;
	(void)ai;
	(void)reply;
	return false;
}

/* In history the AI met the customer first. */
static bool
met_ai(const struct hd_thread *th)
{
	const struct hd_ears deaf = { asks_nothing, wants_nothing, NULL };
	struct hd_route route;

	hd_route_find(th, &deaf, &route);
	return route.path == HD_PATH_AI_ONLY ||
	       route.path == HD_PATH_AI_TO_HUMAN;
}

static void
keep_segments(struct hd_replayer *p, struct hd_replayed *r)
{
	int *v;

	if (p->segment < 0)
		return;
	r->nsegments = p->tags.nvalues[p->segment];
	v = hd_arena_alloc(p->arena, (r->nsegments + 1) * sizeof(*v));
	for (size_t i = 0; i < r->nsegments; i++)
		v[i] = p->tags.values[p->segment][i];
	r->segments = v;
}

static void
keep_walk(struct hd_replayer *p, const struct hd_walk *w, struct hd_replayed *r)
{
	size_t *number = hd_arena_alloc(p->arena, w->visited * sizeof(*number));

	for (size_t i = 0; i < w->visited; i++)
		number[i] = p->moments[i].number;
	r->asked = w->at;
	r->number = number;
	r->nasked = w->visited;
	r->taken = w->taken;
	r->possible = w->possible;
	r->ai_surely = w->surely;
	r->ai_maybe = w->maybe;
	r->basis = w->unknown	    ? HD_REPLAY_UNKNOWN
		   : w->visited > 1 ? HD_REPLAY_TALK
				    : HD_REPLAY_OPEN;
}

void
hd_replayer_run(struct hd_replayer *p, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_replayed *r)
{
	struct hd_walk w;

	p->th = th;
	p->arena = arena;
	hd_subject_set(p->s, th);
	find_moments(p);
	memset(r, 0, sizeof(*r));
	r->key = th->key;
	r->ticket = th->ticket;
	r->met_ai = met_ai(th);
	(void)hd_replay_ask(p, 0);
	if (p->how == HD_REPLAY_WIDE)
		keep_segments(p, r);
	w.at = hd_arena_alloc(arena, p->nmoments * sizeof(*w.at));
	hd_replay_walk(p, -1, &w);
	keep_walk(p, &w, r);
	if (p->how == HD_REPLAY_WIDE)
		hd_replay_wide(p, &w, r);
}
