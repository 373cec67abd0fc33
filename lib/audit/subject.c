/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads as facts: see subject.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/quote.h"
#include "audit/subject_int.h"
#include "base/mem.h"
#include "base/tstamp.h"
#include "base/utf8.h"

static const struct {
	const char *field;
	enum hd_origin from;
} origins[] = {
	{ "text", FROM_TEXT },
	{ "text.raw", FROM_RAW },
	{ "subject", FROM_SUBJECT },
	{ "first", FROM_FIRST },
	{ "body", FROM_FIRST },
	{ "last", FROM_LAST },
	{ "message", FROM_MESSAGE },
	{ "ai", FROM_AI },
	{ "ai.handoff", FROM_AI_HANDOFF },
	{ "agent", FROM_AGENT },
	{ "agent.first", FROM_AGENT_FIRST },
	{ "note", FROM_NOTE },
	{ "answer", FROM_ANSWER },
	{ "page", FROM_PAGE },
	{ "action", FROM_ACTION },
	{ "ticket.tag", FROM_TAGS },
	{ "ticket.handoff", FROM_HANDOFF },
	{ "ticket.language", FROM_LANGUAGE },
	{ "path", FROM_PATH },
};

static const struct {
	const char *field;
	enum hd_counted what;
} counted[] = {
	{ "ticket.messages", COUNTED_MESSAGES },
	{ "ticket.customer_turns", COUNTED_CUSTOMER },
	{ "ticket.ai_turns", COUNTED_AI },
	{ "ticket.agent_turns", COUNTED_AGENT },
	{ "ticket.first_reply", COUNTED_FIRST_REPLY },
};

/* "account.plan" is the column account_plan. */
static const char *
column_name(struct hd_subject *s, const struct hd_field *f)
{
	char *name;

	if (f->column != NULL)
		return f->column;
	name = hd_arena_memdup(&s->names, f->name, strlen(f->name));
	for (char *p = name; *p != '\0'; p++)
		if (*p == '.')
			*p = '_';
	return name;
}

static enum hd_origin
origin_of(const struct hd_field *f)
{
	if (f->uses == 0)
		return FROM_NOWHERE;
	if (f->arg != NULL)
		return FROM_CUSTOM;
	if (f->column != NULL)
		return FROM_COLUMN;
	for (size_t i = 0; i < sizeof(origins) / sizeof(origins[0]); i++)
		if (strcmp(f->name, origins[i].field) == 0)
			return origins[i].from;
	for (size_t i = 0; i < HD_CLUSTER_FACTS; i++)
		if (strcmp(f->name, hd_cluster_fact_names[i]) == 0)
			return (enum hd_origin)(FROM_CLUSTER_SIZE + i);
	/* known only once people reviewed */
	if (strcmp(f->name, "ticket.wants_human") == 0)
		return FROM_NOWHERE;
	return FROM_COLUMN;
}

static enum hd_counted
counted_of(const struct hd_field *f)
{
	for (size_t i = 0; i < sizeof(counted) / sizeof(counted[0]); i++)
		if (strcmp(f->name, counted[i].field) == 0)
			return counted[i].what;
	return COUNTED_NOT;
}

struct hd_subject *
hd_subject_new(const struct hd_ruleset *rs)
{
	struct hd_subject *s = hd_xcalloc(1, sizeof(*s));

	s->rs = rs;
	s->from = hd_xcalloc(rs->nfields, sizeof(*s->from));
	s->counted = hd_xcalloc(rs->nfields, sizeof(*s->counted));
	s->column = hd_xcalloc(rs->nfields, sizeof(*s->column));
	s->columns = hd_xcalloc(rs->nfields, sizeof(*s->columns));
	s->vals = hd_xcalloc(rs->nfields, sizeof(*s->vals));
	for (size_t i = 0; i < rs->nfields; i++) {
		s->from[i] = origin_of(&rs->fields[i]);
		s->counted[i] = counted_of(&rs->fields[i]);
		if (s->from[i] != FROM_COLUMN)
			continue;
		s->column[i] = s->ncolumns;
		s->columns[s->ncolumns++] = column_name(s, &rs->fields[i]);
	}
	return s;
}

void
hd_subject_free(struct hd_subject *s)
{
	if (s == NULL)
		return;
	hd_arena_release(&s->names);
	free(s->from);
	free(s->counted);
	free(s->column);
	free(s->columns);
	free(s->vals);
	free(s->customer.v);
	free(s->ai.v);
	free(s->agent.v);
	free(s->note.v);
	free(s->tags.v);
	hd_arena_release(&s->arena);
	hd_buf_release(&s->b);
	free(s);
}

const char *const *
hd_subject_columns(const struct hd_subject *s, size_t *n)
{
	*n = s->ncolumns;
	return s->columns;
}

static void
push(struct hd_textlist *l, struct hd_str text)
{
	l->v = hd_grow(l->v, &l->cap, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = text;
}

static struct hd_str
keep(struct hd_subject *s)
{
	return (struct hd_str){
		hd_arena_memdup(&s->arena, hd_buf_cstr(&s->b), s->b.n), s->b.n
	};
}

static struct hd_str
new_text(struct hd_subject *s, struct hd_str body)
{
	hd_buf_reset(&s->b);
	hd_new_text(&s->b, body);
	return keep(s);
}

struct hd_textlist *
hd_subject_list(struct hd_subject *s, const struct hd_message *m)
{
	if (m->body.p == NULL)
		return NULL;
	if (!m->public)
		return &s->note;
	switch (m->role) {
	case HD_ROLE_CUSTOMER:
		return &s->customer;
	case HD_ROLE_AI:
		return &s->ai;
	case HD_ROLE_AGENT:
		return &s->agent;
	default:
		return NULL;
	}
}

static void
sort_messages(struct hd_subject *s)
{
	const struct hd_message *m;
	struct hd_textlist *l;

	s->customer.n = s->ai.n = s->agent.n = s->note.n = 0;
	for (size_t i = 0; i < s->th->n; i++) {
		m = &s->th->messages[i];
		l = hd_subject_list(s, m);
		if (l != NULL)
			push(l,
			    l == &s->customer ? new_text(s, m->body) : m->body);
	}
}

static struct hd_str
join(struct hd_subject *s)
{
	hd_buf_reset(&s->b);
	hd_buf_add(&s->b, s->th->subject.p, s->th->subject.n);
	for (size_t i = 0; i < s->customer.n; i++) {
		if (s->b.n > 0)
			hd_buf_addc(&s->b, '\n');
		hd_buf_add(&s->b, s->customer.v[i].p, s->customer.v[i].n);
	}
	return keep(s);
}

/* They are what the joined text begins with. */
struct hd_str
hd_subject_joined(const struct hd_subject *s, size_t n)
{
	size_t len = s->th->subject.n;

	for (size_t i = 0; i < n && i < s->customer.n; i++)
		len += (len > 0) + s->customer.v[i].n;
	return (struct hd_str){ s->text.p, len };
}

struct hd_str
hd_subject_raw(struct hd_subject *s, size_t n)
{
	const struct hd_message *m;

	hd_buf_reset(&s->b);
	hd_buf_add(&s->b, s->th->subject.p, s->th->subject.n);
	for (size_t i = 0; i < n; i++) {
		m = &s->th->messages[i];
		if (!m->public || m->role != HD_ROLE_CUSTOMER ||
		    m->body.p == NULL)
			continue;
		hd_buf_addc(&s->b, '\n');
		hd_buf_add(&s->b, m->body.p, m->body.n);
	}
	return keep(s);
}

static void
read_tags(struct hd_subject *s)
{
	struct hd_json *j = hd_json_read(&s->arena, s->th->tags);

	s->tags.n = 0;
	for (j = j != NULL ? j->child : NULL; j != NULL; j = j->next)
		push(&s->tags, hd_json_str(j));
}

void
hd_subject_set(struct hd_subject *s, const struct hd_thread *th)
{
	hd_arena_reset(&s->arena);
	s->th = th;
	s->custom = NULL;
	s->custom_read = false;
	sort_messages(s);
	s->text = join(s);
	read_tags(s);
}

struct hd_str
hd_subject_text(const struct hd_subject *s)
{
	return s->text;
}

/* Does the source of this ticket hold messages at all? */
bool
hd_subject_has_text(const struct hd_subject *s)
{
	return s->th->has_text || s->th->n > 0;
}

size_t
hd_subject_words(const struct hd_subject *s, enum hd_stage stage)
{
	size_t n = 0;

	for (size_t i = 0; i < s->customer.n; i++) {
		n += hd_utf8_words(s->customer.v[i]);
		if (stage == HD_STAGE_OPEN)
			break;
	}
	/* a subject is the customer's words too */
	return n + hd_utf8_words(s->th->subject);
}
