/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A talk as it was before a person took over, and what the rules say of that:
 * see briefer.h.  Nothing said later decides what the ticket is about or how the
 * customer felt.
 */
#include <string.h>

#include "audit/briefer.h"

bool
hd_brief_public(const struct hd_message *m, enum hd_role role)
{
	return m->public && m->role == role && m->body.n > 0;
}

void
hd_brief_cut(struct hd_brieftalk *t, struct hd_stmt *st)
{
	const struct hd_thread *th = t->th;
	int64_t at = hd_col_time(st, HD_BT_HANDOFF_AT);
	const struct hd_message *m;
	size_t i;

	t->handoff = hd_col_index(st, HD_BT_HANDOFF);
	if (t->handoff >= (int64_t)th->n)
		t->handoff = -1; /* tagged before it was imported anew */
	if (t->handoff >= 0) {
		t->n = (size_t)t->handoff;
		t->n += th->messages[t->n].role == HD_ROLE_AI;
		t->b->until = "handoff";
		return;
	}
	for (i = 0; i < th->n; i++) {
		m = &th->messages[i];
		if (hd_brief_public(m, HD_ROLE_AGENT) ||
		    (at != HD_TIME_NONE && m->at != HD_TIME_NONE && m->at > at))
			break;
	}
	t->n = i;
	t->b->until = i < th->n ? "person" : "end";
}

/* A count of messages by the name of its column; -1: only the end knows. */
static int64_t
counted(const struct hd_brieftalk *t, const char *column)
{
	static const struct {
		const char *name;
		enum hd_role role;
	} turns[] = { { "ticket_customer_turns", HD_ROLE_CUSTOMER },
		{ "ticket_ai_turns", HD_ROLE_AI },
		{ "ticket_agent_turns", HD_ROLE_AGENT } };
	int64_t n = 0;

	if (strcmp(column, "ticket_messages") == 0)
		return (int64_t)t->n;
	for (size_t k = 0; k < sizeof(turns) / sizeof(turns[0]); k++) {
		if (strcmp(column, turns[k].name) != 0)
			continue;
		for (size_t i = 0; i < t->n; i++)
			n +=
			    hd_brief_public(&t->th->messages[i], turns[k].role);
		return n;
	}
	return -1;
}

/* Facts that are as of the ticket's creation, or never change. */
static bool
arrives(const char *column)
{
	static const char *const later[] = { "ticket_reopens",
		"ticket_transfers", "ticket_first_reply", "ticket_handle",
		"ticket_csat", "ticket_solved", "ticket_messages",
		"ticket_customer_turns", "ticket_ai_turns",
		"ticket_agent_turns" };

	for (size_t i = 0; i < sizeof(later) / sizeof(later[0]); i++)
		if (strcmp(column, later[i]) == 0)
			return false;
	return true;
}

void
hd_brief_then(const struct hd_brieftalk *t, struct hd_thread *then)
{
	const struct hd_briefer *w = t->w;
	struct hd_factcell *f;
	int64_t n;

	*then = *t->th;
	then->n = t->n;
	then->resolved = then->reopened = then->clustered = false;
	then->first_solved = then->handover_at = HD_TIME_NONE;
	then->ai_state = (struct hd_str){ NULL, 0 };
	f = hd_arena_alloc(t->b->arena, (w->ncolumns + 1) * sizeof(*f));
	for (size_t i = 0; i < w->ncolumns; i++) {
		f[i] = t->th->facts[i];
		if (arrives(w->columns[i]))
			continue;
		memset(&f[i], 0, sizeof(f[i]));
		n = counted(t, w->columns[i]);
		if (n < 0)
			continue;
		f[i].kind = HD_FACT_NUM;
		f[i].num = (double)n;
	}
	then->facts = f;
}

/* Who decided the tag of a dimension: "rule NAME", model, person, default. */
static const char *
decided(const struct hd_brieftalk *t, int dim)
{
	struct hd_buf b = HD_BUF_INIT;
	const char *s;
	int by = t->tags->by[dim];

	if (by <= 0)
		return by == HD_BY_MODEL    ? "model"
		       : by == HD_BY_MANUAL ? "person"
					    : "default";
	hd_buf_addf(&b, "rule %s", t->w->set.rs->rules[by - 1].id);
	s = hd_arena_memdup(t->b->arena, b.s, b.n);
	hd_buf_release(&b);
	return s;
}

struct hd_briefcell *
hd_brief_tag(
    struct hd_brieftalk *t, struct hd_briefpart *p, const char *name, int dim)
{
	int v = t->tags == NULL || dim < 0 ? -1 : t->tags->one[dim];

	if (v < 0)
		return hd_brief_text(
		    p, name, (struct hd_str){ NULL, 0 }, "hs-tag");
	return hd_brief_text(p, name, hd_str(t->w->set.rs->dims[dim].values[v]),
	    decided(t, dim));
}

void
hd_brief_tags(
    struct hd_brieftalk *t, struct hd_briefpart *p, const char *name, int dim)
{
	struct hd_briefcell *c = hd_brief_none(p, name, "hs-tag");
	struct hd_str *v;

	if (t->tags == NULL || dim < 0) {
		c->kind = HD_BRIEF_UNKNOWN;
		return;
	}
	c->kind = HD_BRIEF_WORDS;
	c->nwords = t->tags->nvalues[dim];
	if (c->nwords == 0)
		return;
	v = hd_arena_alloc(t->b->arena, c->nwords * sizeof(*v));
	for (size_t i = 0; i < c->nwords; i++)
		v[i] = hd_str(
		    t->w->set.rs->dims[dim].values[t->tags->values[dim][i]]);
	c->words = v;
}
