/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads as facts: see subject.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/quote.h"
#include "audit/subject.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/tstamp.h"
#include "base/utf8.h"

/* Where the value of a field comes from. */
enum origin {
	FROM_NOWHERE,
	FROM_TEXT,
	FROM_RAW,
	FROM_SUBJECT,
	FROM_FIRST,
	FROM_LAST,
	FROM_MESSAGE,
	FROM_AI,
	FROM_AI_HANDOFF,
	FROM_AGENT,
	FROM_AGENT_FIRST,
	FROM_NOTE,
	FROM_ANSWER,
	FROM_PAGE,
	FROM_ACTION,
	FROM_TAGS,
	FROM_CUSTOM, /* ticket.field("NAME") */
	FROM_HANDOFF,
	FROM_PATH,
	FROM_LANGUAGE,
	FROM_COLUMN,
};

static const struct {
	const char *field;
	enum origin from;
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

struct list {
	struct hd_str *v;
	size_t n, cap;
};

struct hd_subject {
	const struct hd_ruleset *rs;
	enum origin *from; /* by field */
	size_t *column; /* by field, of FROM_COLUMN */
	const char **columns;
	size_t ncolumns;
	struct hd_arena names; /* of the columns */
	struct hd_val *vals;
	const struct hd_thread *th;
	struct hd_arena arena; /* of the ticket at hand */
	struct hd_str text, open_text;
	struct list customer, ai, agent, note, tags;
	struct hd_json *custom; /* parsed fields, once a ticket */
	bool custom_read;
	struct hd_str one; /* the text of hd_subject_only() */
	struct hd_buf b;
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

static enum origin
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
	/* known only once answers are clustered or people reviewed */
	if (strncmp(f->name, "cluster.", 8) == 0 ||
	    strcmp(f->name, "ticket.wants_human") == 0)
		return FROM_NOWHERE;
	return FROM_COLUMN;
}

struct hd_subject *
hd_subject_new(const struct hd_ruleset *rs)
{
	struct hd_subject *s = hd_xcalloc(1, sizeof(*s));

	s->rs = rs;
	s->from = hd_xcalloc(rs->nfields, sizeof(*s->from));
	s->column = hd_xcalloc(rs->nfields, sizeof(*s->column));
	s->columns = hd_xcalloc(rs->nfields, sizeof(*s->columns));
	s->vals = hd_xcalloc(rs->nfields, sizeof(*s->vals));
	for (size_t i = 0; i < rs->nfields; i++) {
		s->from[i] = origin_of(&rs->fields[i]);
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
push(struct list *l, struct hd_str text)
{
	l->v = hd_grow(l->v, &l->cap, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = text;
}

static struct hd_str
keep(struct hd_subject *s)
{
	return (struct hd_str) {
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

static void
sort_messages(struct hd_subject *s)
{
	const struct hd_message *m;

	s->customer.n = s->ai.n = s->agent.n = s->note.n = 0;
	for (size_t i = 0; i < s->th->n; i++) {
		m = &s->th->messages[i];
		if (m->body.p == NULL)
			continue;
		if (!m->public)
			push(&s->note, m->body);
		else if (m->role == HD_ROLE_CUSTOMER)
			push(&s->customer, new_text(s, m->body));
		else if (m->role == HD_ROLE_AI)
			push(&s->ai, m->body);
		else if (m->role == HD_ROLE_AGENT)
			push(&s->agent, m->body);
	}
}

/* Subject and the first n customer messages, a line feed between. */
static struct hd_str
joined(struct hd_subject *s, size_t n)
{
	hd_buf_reset(&s->b);
	hd_buf_add(&s->b, s->th->subject.p, s->th->subject.n);
	for (size_t i = 0; i < n && i < s->customer.n; i++) {
		if (s->b.n > 0)
			hd_buf_addc(&s->b, '\n');
		hd_buf_add(&s->b, s->customer.v[i].p, s->customer.v[i].n);
	}
	return keep(s);
}

static void
read_tags(struct hd_subject *s)
{
	struct hd_err err = HD_ERR_INIT;
	struct hd_json *j;

	s->tags.n = 0;
	if (s->th->tags.p == NULL)
		return;
	j = hd_json_parse(&s->arena, s->th->tags, &err);
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
	s->text = joined(s, s->customer.n);
	s->open_text = joined(s, 1);
	read_tags(s);
}

static struct hd_val
text(struct hd_str s)
{
	struct hd_val v = { HD_VAL_STR, 0, s, NULL, 0 };

	if (s.p == NULL || s.n == 0)
		v.kind = HD_VAL_UNSET;
	return v;
}

static struct hd_val
list(const struct list *l, size_t max)
{
	struct hd_val v = { HD_VAL_LIST, 0, { NULL, 0 }, l->v,
		l->n < max ? l->n : max };

	if (v.n == 0)
		v.kind = HD_VAL_UNSET;
	return v;
}

static struct hd_val
number(double d)
{
	return (struct hd_val) { HD_VAL_NUM, d, { NULL, 0 }, NULL, 0 };
}

static struct hd_val
custom_field(struct hd_subject *s, const char *name)
{
	struct hd_err err = HD_ERR_INIT;

	if (!s->custom_read && s->th->fields.p != NULL)
		s->custom = hd_json_parse(&s->arena, s->th->fields, &err);
	s->custom_read = true;
	return text(hd_json_str(hd_json_get(s->custom, name)));
}

static struct hd_val
column(const struct hd_subject *s, size_t i)
{
	const struct hd_factcell *c;

	if (s->th->facts == NULL)
		return text((struct hd_str) { NULL, 0 });
	c = &s->th->facts[s->column[i]];
	return c->kind == HD_FACT_NUM ? number(c->num) : text(c->str);
}

static struct hd_val
body_at(const struct hd_subject *s, int64_t i)
{
	return text(i >= 0 && i < (int64_t)s->th->n
		? s->th->messages[i].body
		: (struct hd_str) { NULL, 0 });
}

/* The first public agent message at or after the handoff. */
static struct hd_val
first_agent(const struct hd_subject *s, const struct hd_route *route)
{
	size_t i = route != NULL && route->handoff > 0 ? (size_t)route->handoff
						       : 0;

	for (; i < s->th->n; i++)
		if (s->th->messages[i].public &&
		    s->th->messages[i].role == HD_ROLE_AGENT)
			return text(s->th->messages[i].body);
	return text((struct hd_str) { NULL, 0 });
}

/* The AI's last words before the handoff. */
static struct hd_val
ai_handoff(const struct hd_subject *s, const struct hd_route *route)
{
	int64_t i = route != NULL ? route->handoff : -1;

	for (; i >= 0; i--)
		if (s->th->messages[i].public &&
		    s->th->messages[i].role == HD_ROLE_AI)
			return text(s->th->messages[i].body);
	return text((struct hd_str) { NULL, 0 });
}

/* Texts of the customer, and what arrival knows. */
static struct hd_val
arrival_value(struct hd_subject *s, size_t i, bool open)
{
	size_t n = open ? 1 : SIZE_MAX;
	struct list *c = &s->customer;

	switch (s->from[i]) {
	case FROM_TEXT:
	case FROM_RAW:
		return text(open ? s->open_text : s->text);
	case FROM_SUBJECT:
		return text(s->th->subject);
	case FROM_FIRST:
		return list(c, 1).kind == HD_VAL_UNSET ? list(c, 1)
						       : text(c->v[0]);
	case FROM_LAST:
		if (c->n == 0)
			return list(c, 1);
		return text(c->v[open ? 0 : c->n - 1]);
	case FROM_MESSAGE:
		return list(c, n);
	case FROM_PAGE:
		return text(s->th->page);
	case FROM_ACTION:
		return text(s->th->action);
	case FROM_LANGUAGE:
		return text(s->th->language);
	case FROM_TAGS:
		return list(&s->tags, SIZE_MAX);
	case FROM_CUSTOM:
		return custom_field(s, s->rs->fields[i].arg);
	case FROM_COLUMN:
		return column(s, i);
	default:
		return list(c, 0);
	}
}

static struct hd_val
value(struct hd_subject *s, size_t i, const struct hd_route *route,
    int64_t answer)
{
	switch (s->from[i]) {
	case FROM_AI:
		return list(&s->ai, SIZE_MAX);
	case FROM_AGENT:
		return list(&s->agent, SIZE_MAX);
	case FROM_NOTE:
		return list(&s->note, SIZE_MAX);
	case FROM_AI_HANDOFF:
		return ai_handoff(s, route);
	case FROM_AGENT_FIRST:
		return first_agent(s, route);
	case FROM_ANSWER:
		return body_at(s, answer);
	case FROM_HANDOFF:
		return route == NULL
		    ? list(&s->ai, 0)
		    : number(route->path == HD_PATH_AI_TO_HUMAN);
	case FROM_PATH:
		return route == NULL || route->path == HD_PATH_UNKNOWN
		    ? list(&s->ai, 0)
		    : text(hd_str(hd_path_name(route->path)));
	default:
		return arrival_value(s, i, false);
	}
}

const struct hd_val *
hd_subject_vals(struct hd_subject *s, enum hd_stage stage,
    const struct hd_route *route, int64_t answer)
{
	for (size_t i = 0; i < s->rs->nfields; i++) {
		if (stage == HD_STAGE_WHOLE)
			s->vals[i] = value(s, i, route, answer);
		else if (s->rs->fields[i].known == HD_KNOWN_OUTCOME)
			s->vals[i] = list(&s->ai, 0);
		else
			s->vals[i] = arrival_value(s, i, true);
	}
	return s->vals;
}

const struct hd_val *
hd_subject_only(struct hd_subject *s, const char *field, struct hd_str body)
{
	int i = hd_ruleset_field(s->rs, field);

	memset(s->vals, 0, s->rs->nfields * sizeof(*s->vals));
	if (i < 0)
		return s->vals;
	s->one = body;
	if (s->rs->fields[i].each)
		s->vals[i] = (struct hd_val) { HD_VAL_LIST, 0, { NULL, 0 },
			&s->one, 1 };
	else
		s->vals[i] = text(body);
	return s->vals;
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
