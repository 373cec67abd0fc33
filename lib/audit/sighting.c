/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags and routes of a ticket: see sighting.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/replay.h"
#include "audit/sighting.h"
#include "audit/tagger.h"
#include "base/tstamp.h"

struct hd_sighter {
	const struct hd_ruleset *rs;
	struct hd_tagger *tagger;
	struct hd_replayer *replayer; /* NULL: there are no routes */
	bool *known;		      /* by column that threads bring */
	size_t *gave_up; /* by tag: evaluations so far that left it open */
};

static bool
new_tagger(struct hd_sighter *s, const char *languages, struct hd_err *err)
{
	s->tagger = hd_tagger_new(s->rs, languages, err);
	if (s->tagger == NULL)
		return false;
	hd_tagger_whole(s->tagger);
	return true;
}

struct hd_sighter *
hd_sighter_new(const struct hd_ruleset *rs, const char *languages, bool tags,
    struct hd_err *err)
{
	struct hd_sighter *s = hd_xcalloc(1, sizeof(*s));

	s->rs = rs;
	s->gave_up = hd_xcalloc(rs->nrules + 1, sizeof(*s->gave_up));
	if (tags && !new_tagger(s, languages, err)) {
		hd_sighter_free(s);
		return NULL;
	}
	if (rs->nroutes == 0)
		return s;
	s->replayer = hd_replayer_new(rs, languages, true, err);
	if (s->replayer != NULL)
		return s;
	hd_sighter_free(s);
	return NULL;
}

void
hd_sighter_free(struct hd_sighter *s)
{
	if (s == NULL)
		return;
	hd_tagger_free(s->tagger);
	hd_replayer_free(s->replayer);
	free(s->known);
	free(s->gave_up);
	free(s);
}

/* Those of the tagger and of the replayer: they follow from the rule set. */
const char *const *
hd_sighter_columns(const struct hd_sighter *s, size_t *n)
{
	return s->tagger != NULL ? hd_tagger_columns(s->tagger, n)
				 : hd_replayer_columns(s->replayer, n);
}

void
hd_sighter_note(struct hd_sighter *s)
{
	size_t n;

	(void)hd_sighter_columns(s, &n);
	free(s->known);
	s->known = hd_xcalloc(n + 1, sizeof(*s->known));
}

/* Is it the field of that column?  account.plan is account_plan. */
static bool
is_column(const struct hd_field *f, const char *column)
{
	const char *name = f->column != NULL ? f->column : f->name;
	size_t i;

	for (i = 0; name[i] != '\0'; i++)
		if ((name[i] == '.' ? '_' : name[i]) != column[i])
			return false;
	return column[i] == '\0';
}

/* What is no column, as are texts, counts as known. */
void
hd_sighter_noted(const struct hd_sighter *s, bool *known)
{
	size_t n;
	const char *const *columns = hd_sighter_columns(s, &n);

	for (size_t i = 0; i < s->rs->nfields; i++) {
		bool column = false, any = false;

		for (size_t k = 0; k < n; k++)
			if (is_column(&s->rs->fields[i], columns[k])) {
				column = true;
				any = any || s->known[k];
			}
		known[i] = known[i] || any || !column;
	}
}

static void
note(struct hd_sighter *s, const struct hd_thread *th)
{
	size_t n;

	(void)hd_sighter_columns(s, &n);
	for (size_t i = 0; i < n; i++)
		s->known[i] = s->known[i] || th->facts[i].kind != HD_FACT_NULL;
}

static void *
copy(struct hd_arena *a, const void *v, size_t n)
{
	return n > 0 ? memcpy(hd_arena_alloc(a, n), v, n) : NULL;
}

/* When the customer's message of that number was written, from 1. */
static int64_t
asked_at(const struct hd_thread *th, size_t number)
{
	const struct hd_message *m;

	for (size_t i = 0; i < th->n; i++) {
		m = &th->messages[i];
		if (m->public && m->role == HD_ROLE_CUSTOMER &&
		    m->body.p != NULL && --number == 0)
			return m->at;
	}
	return HD_TIME_NONE;
}

static bool
is_open(const struct hd_decision *d)
{
	return (d->possible & (d->possible - 1)) != 0;
}

/* The moment of the replies at which a route decided, 0 at none. */
static size_t
decided_at(const struct hd_replayed *r)
{
	if (r->taken > 0)
		return (size_t)r->taken;
	for (size_t i = 1; i < r->nasked; i++)
		if (r->asked[i].route >= 0)
			return i;
	return 0;
}

static void
see_stages(const struct hd_thread *th, const struct hd_replayed *r,
    struct hd_sighting *out)
{
	struct hd_sighted *open = &out->stage[HD_STAGE_OPEN];
	struct hd_sighted *reply = &out->stage[HD_STAGE_REPLY];
	size_t at = decided_at(r);

	open->asked = true;
	open->route = r->asked[0].route;
	open->undecided = is_open(&r->asked[0]);
	open->at = th->created;
	reply->asked = r->nasked > 1;
	reply->route = at > 0 ? r->asked[at].route : HD_BY_STAGE_DEFAULT;
	reply->at = at > 0 ? asked_at(th, r->number[at]) : HD_TIME_NONE;
	for (size_t i = 1; i < r->nasked; i++)
		reply->undecided = reply->undecided || is_open(&r->asked[i]);
}

static void
see_routes(const struct hd_sighter *s, const struct hd_replayed *r,
    struct hd_arena *arena, struct hd_sighting *out)
{
	size_t *open = hd_arena_alloc(arena, r->nroutes * sizeof(*open));
	size_t *reply = hd_arena_alloc(arena, r->nroutes * sizeof(*reply));
	size_t *gave_up = hd_arena_alloc(
	    arena, (s->rs->nrules + r->nroutes) * sizeof(*gave_up));
	struct hd_sighted *st = out->stage;
	const struct hd_replayroute *x;

	out->segments = r->segments;
	out->nsegments = r->nsegments;
	out->gave_up = gave_up;
	for (size_t i = 0; i < r->nroutes; i++) {
		x = &r->routes[i];
		if (x->open == HD_YES)
			open[st[HD_STAGE_OPEN].nroutes++] = x->route;
		if (x->reply == HD_YES)
			reply[st[HD_STAGE_REPLY].nroutes++] = x->route;
		if (x->open == HD_MAYBE || x->reply == HD_MAYBE)
			gave_up[out->ngave_up++] = s->rs->nrules + x->route;
	}
	st[HD_STAGE_OPEN].routes = open;
	st[HD_STAGE_REPLY].routes = reply;
}

/* Tags that a pattern left open on this ticket. */
static void
see_gave_up(
    struct hd_sighter *s, struct hd_arena *arena, struct hd_sighting *out)
{
	size_t *v, n;

	if (!hd_tagger_open(s->tagger))
		return;
	v = hd_arena_alloc(arena, (s->rs->nrules + out->ngave_up) * sizeof(*v));
	if (out->ngave_up > 0)
		memcpy(v, out->gave_up, out->ngave_up * sizeof(*v));
	for (size_t i = 0; i < s->rs->nrules; i++) {
		n = hd_tagger_gave_up(s->tagger, i);
		if (n > s->gave_up[i])
			v[out->ngave_up++] = i;
		s->gave_up[i] = n;
	}
	out->gave_up = v;
}

static void
see_tags(struct hd_sighter *s, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_sighting *out)
{
	const struct hd_tags *tags = hd_tagger_tags(s->tagger);
	struct hd_tagrow row;

	hd_tagger_run(s->tagger, th, NULL, &row);
	out->ntags = tags->nfired;
	out->tags = copy(arena, tags->fired, out->ntags * sizeof(*out->tags));
	see_gave_up(s, arena, out);
}

void
hd_sighter_run(struct hd_sighter *s, const struct hd_thread *th,
    struct hd_arena *arena, struct hd_sighting *out)
{
	struct hd_replayed r;

	memset(out, 0, sizeof(*out));
	out->ticket = th->ticket;
	out->key = th->key;
	out->created = th->created;
	for (int i = 0; i < HD_STAGES; i++)
		out->stage[i].route = HD_BY_STAGE_DEFAULT;
	if (s->known != NULL)
		note(s, th);
	if (s->replayer != NULL) {
		hd_replayer_run(s->replayer, th, arena, &r);
		see_stages(th, &r, out);
		see_routes(s, &r, arena, out);
	}
	if (s->tagger != NULL)
		see_tags(s, th, arena, out);
}
