/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is asked for although it was given: see detect.h.  An ask is found by
 * the rules; that it was given is proved by an earlier place, which is shown.
 * What the customer answers decides where the ask may mean something else.
 */
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "escalation/detect.h"
#include "escalation/repeat_int.h"

#define AGENT_MESSAGES 3 /* public ones from the handoff on */

static void
add_cell(struct hd_repeat *r, const char *where, struct hd_str text)
{
	struct hd_rtext *t = &r->cells[r->ncells];

	if (text.p == NULL || text.n == 0)
		return;
	hd_rtext_make(r, text, t);
	t->where = where;
	r->ncells++;
}

static const char *
field_name(struct hd_arena *arena, struct hd_str key)
{
	static const char before[] = "field ";
	size_t n = sizeof(before) - 1;
	char *name = hd_arena_alloc(arena, n + key.n + 1);

	memcpy(name, before, n);
	memcpy(name + n, key.p, key.n);
	name[n + key.n] = '\0';
	return name;
}

static void
make_cells(struct hd_repeat *r)
{
	struct hd_arena *arena = r->e->arena;
	const struct hd_thread *th = r->e->th;
	const struct hd_json *fields = hd_json_read(arena, th->fields), *f;
	size_t n = 2;

	if (fields != NULL && fields->type == HD_JOBJ)
		n += fields->count;
	r->cells = hd_arena_alloc(arena, n * sizeof(*r->cells));
	add_cell(r, "subject", th->subject);
	add_cell(r, "page", th->page);
	if (n == 2)
		return;
	for (f = fields->child; f != NULL; f = f->next)
		if (f->type == HD_JSTR || f->type == HD_JNUM)
			add_cell(r, field_name(arena, f->key), f->s);
}

static void
make_texts(struct hd_repeat *r)
{
	const struct hd_escalation *e = r->e;

	r->turns = hd_arena_alloc(e->arena, (e->n + 1) * sizeof(*r->turns));
	for (size_t i = 0; i < e->n; i++) {
		hd_rtext_make(r, e->turns[i].text, &r->turns[i]);
		r->turns[i].message = (int64_t)i;
		r->turns[i].turn = &e->turns[i];
	}
	make_cells(r);
}

/* The words as they are stored, so that they can be found again. */
static struct hd_str
stored(const struct hd_rtext *in, struct hd_str span)
{
	return in->turn != NULL ? hd_turn_quote(in->turn, span) : span;
}

static void
report(struct hd_findings *f, size_t asker, const struct hd_ask *a,
    const struct hd_given_at *at)
{
	struct hd_finding *one;
	const char *place = at->in->where;

	if (place != NULL)
		one = hd_finding_add(f, HD_AUDIT_REPEAT, "repeat",
		    "the %s has it already", place);
	else
		one = hd_finding_add(f, HD_AUDIT_REPEAT, "repeat",
		    "message %lld has it already", (long long)at->in->message);
	one->item = hd_given_item(a, at);
	one->message = (int64_t)asker;
	one->quote = a->quote;
	one->given = at->in->message;
	if (place != NULL)
		one->given_in = hd_str(place);
	one->given_quote = stored(at->in, at->span);
}

static bool
is_detail(const struct hd_ask *a)
{
	return strcmp(a->item, "detail") == 0;
}

/* The same place or the same words would be the same finding again. */
static bool
told_already(const struct hd_asks *asks, const struct hd_ask *a)
{
	for (const struct hd_ask *b = asks->v; b < a; b++) {
		if (!b->found)
			continue;
		if (b->item == a->item && !a->part)
			return true;
		if (is_detail(a) && b->clause.p + b->clause.n > a->clause.p &&
		    b->clause.p < a->clause.p + a->clause.n)
			return true;
	}
	return false;
}

static void
audit_message(struct hd_repeat *r, size_t asker, struct hd_findings *f)
{
	struct hd_asks asks;
	struct hd_reply answer;
	struct hd_given_at at;

	if (hd_mark_find(&r->e->turns[asker], "asks", NULL) == NULL)
		return;
	if (r->turns == NULL)
		make_texts(r);
	hd_asks_of(r, asker, &asks);
	if (asks.n == 0)
		return;
	hd_reply_to(r, asker, &answer);
	r->taken = hd_arena_alloc(r->e->arena, asks.n * sizeof(*r->taken));
	r->ntaken = 0;
	r->nasks = asks.n;
	r->late = answer.any && !answer.already;
	for (size_t i = 0; i < asks.n; i++) {
		struct hd_ask *a = &asks.v[i];

		if (told_already(&asks, a))
			continue;
		a->found = hd_ask_given(r, a, asker, &answer, &at);
		if (!a->found)
			continue;
		r->taken[r->ntaken++] = at.span;
		report(f, asker, a, &at);
	}
}

void
hd_esc_repeat(const struct hd_escalation *e, struct hd_findings *f)
{
	struct hd_repeat r = { .e = e };
	bool ai = e->world->ai_asks;
	size_t from = ai || e->first_human < 0 ? 0 : (size_t)e->first_human,
	       seen = 0;

	if (!ai && e->first_human < 0)
		return;
	for (size_t i = from; i < e->n && seen < AGENT_MESSAGES; i++) {
		if (!hd_turn_is(&e->turns[i], ai ? HD_ROLE_AI : HD_ROLE_AGENT))
			continue;
		audit_message(&r, i, f);
		seen += !ai;
	}
	hd_buf_release(&r.low);
}
