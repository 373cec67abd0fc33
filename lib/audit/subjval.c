/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of a thread's facts: see subject.h. */
#include <string.h>

#include "audit/subject_int.h"

struct hd_val
hd_subject_textval(struct hd_str s)
{
	struct hd_val v = { HD_VAL_STR, 0, s, NULL, 0 };

	if (s.p == NULL || s.n == 0)
		v.kind = HD_VAL_UNSET;
	return v;
}

struct hd_val
hd_subject_listval(const struct hd_textlist *l, size_t max)
{
	struct hd_val v = { HD_VAL_LIST, 0, { NULL, 0 }, l->v,
		l->n < max ? l->n : max };

	if (v.n == 0)
		v.kind = HD_VAL_UNSET;
	return v;
}

struct hd_val
hd_subject_numval(double d)
{
	return (struct hd_val){ HD_VAL_NUM, d, { NULL, 0 }, NULL, 0 };
}

static struct hd_val
custom_field(struct hd_subject *s, const char *name)
{
	if (!s->custom_read)
		s->custom = hd_json_read(&s->arena, s->th->fields);
	s->custom_read = true;
	return hd_subject_textval(hd_json_str(hd_json_get(s->custom, name)));
}

static struct hd_val
column(const struct hd_subject *s, size_t i)
{
	const struct hd_factcell *c;

	if (s->th->facts == NULL)
		return hd_subject_textval((struct hd_str){ NULL, 0 });
	c = &s->th->facts[s->column[i]];
	return c->kind == HD_FACT_NUM ? hd_subject_numval(c->num)
				      : hd_subject_textval(c->str);
}

static struct hd_val
body_at(const struct hd_subject *s, int64_t i)
{
	return hd_subject_textval(i >= 0 && i < (int64_t)s->th->n
				      ? s->th->messages[i].body
				      : (struct hd_str){ NULL, 0 });
}

/* The first public agent message at or after the handoff. */
static struct hd_val
first_agent(const struct hd_subject *s, const struct hd_route *route)
{
	size_t i =
	    route != NULL && route->handoff > 0 ? (size_t)route->handoff : 0;

	for (; i < s->th->n; i++)
		if (s->th->messages[i].public &&
		    s->th->messages[i].role == HD_ROLE_AGENT)
			return hd_subject_textval(s->th->messages[i].body);
	return hd_subject_textval((struct hd_str){ NULL, 0 });
}

/* The AI's last words before the handoff. */
static struct hd_val
ai_handoff(const struct hd_subject *s, const struct hd_route *route)
{
	int64_t i = route != NULL ? route->handoff : -1;

	for (; i >= 0; i--)
		if (s->th->messages[i].public &&
		    s->th->messages[i].role == HD_ROLE_AI)
			return hd_subject_textval(s->th->messages[i].body);
	return hd_subject_textval((struct hd_str){ NULL, 0 });
}

struct hd_val
hd_subject_arrival(struct hd_subject *s, size_t i, size_t n)
{
	const struct hd_textlist none = { NULL, 0, 0 }, *c = &s->customer;

	n = n < c->n ? n : c->n;
	switch (s->from[i]) {
	case FROM_TEXT:
		return hd_subject_textval(hd_subject_joined(s, n));
	case FROM_SUBJECT:
		return hd_subject_textval(s->th->subject);
	case FROM_FIRST:
		return n == 0 ? hd_subject_listval(&none, 0)
			      : hd_subject_textval(c->v[0]);
	case FROM_LAST:
		return n == 0 ? hd_subject_listval(&none, 0)
			      : hd_subject_textval(c->v[n - 1]);
	case FROM_MESSAGE:
		return hd_subject_listval(c, n);
	case FROM_PAGE:
		return hd_subject_textval(s->th->page);
	case FROM_ACTION:
		return hd_subject_textval(s->th->action);
	case FROM_LANGUAGE:
		return hd_subject_textval(s->th->language);
	case FROM_TAGS:
		return hd_subject_listval(&s->tags, SIZE_MAX);
	case FROM_CUSTOM:
		return custom_field(s, s->rs->fields[i].arg);
	case FROM_COLUMN:
		return column(s, i);
	default:
		return hd_subject_listval(&none, 0);
	}
}

static struct hd_val
value(struct hd_subject *s, size_t i, const struct hd_route *route,
    int64_t answer)
{
	switch (s->from[i]) {
	case FROM_AI:
		return hd_subject_listval(&s->ai, SIZE_MAX);
	case FROM_AGENT:
		return hd_subject_listval(&s->agent, SIZE_MAX);
	case FROM_NOTE:
		return hd_subject_listval(&s->note, SIZE_MAX);
	case FROM_AI_HANDOFF:
		return ai_handoff(s, route);
	case FROM_AGENT_FIRST:
		return first_agent(s, route);
	case FROM_ANSWER:
		return body_at(s, answer);
	case FROM_HANDOFF:
		return route == NULL ? hd_subject_listval(&s->ai, 0)
				     : hd_subject_numval(
					   route->path == HD_PATH_AI_TO_HUMAN);
	case FROM_PATH:
		return route == NULL || route->path == HD_PATH_UNKNOWN
			   ? hd_subject_listval(&s->ai, 0)
			   : hd_subject_textval(
				 hd_str(hd_path_name(route->path)));
	case FROM_CLUSTER_SIZE:
	case FROM_CLUSTER_SHARE:
	case FROM_CLUSTER_DURABLE:
		return s->th->clustered
			   ? hd_subject_numval(
				 s->th->cluster[s->from[i] - FROM_CLUSTER_SIZE])
			   : hd_subject_listval(&s->ai, 0);
	case FROM_RAW:
		return hd_subject_textval(hd_subject_raw(s, s->th->n));
	default:
		return hd_subject_arrival(s, i, SIZE_MAX);
	}
}

/* Every text holds the first message only. */
static struct hd_val
at_open(struct hd_subject *s, size_t i)
{
	return s->from[i] == FROM_RAW
		   ? hd_subject_textval(hd_subject_joined(s, 1))
		   : hd_subject_arrival(s, i, 1);
}

const struct hd_val *
hd_subject_vals(struct hd_subject *s, enum hd_stage stage,
    const struct hd_route *route, int64_t answer)
{
	for (size_t i = 0; i < s->rs->nfields; i++) {
		if (stage == HD_STAGE_WHOLE)
			s->vals[i] = value(s, i, route, answer);
		else if (s->rs->fields[i].known == HD_KNOWN_OUTCOME)
			s->vals[i] = hd_subject_listval(&s->ai, 0);
		else
			s->vals[i] = at_open(s, i);
	}
	return s->vals;
}

const struct hd_val *
hd_subject_only(struct hd_subject *s, const char *field, struct hd_str text)
{
	memset(s->vals, 0, s->rs->nfields * sizeof(*s->vals));
	s->naside = 0;
	return hd_subject_also(s, field, text);
}

const struct hd_val *
hd_subject_also(struct hd_subject *s, const char *field, struct hd_str text)
{
	int i = hd_ruleset_field(s->rs, field);
	struct hd_str *one;

	if (i < 0 || s->naside == HD_SUBJECT_ASIDE)
		return s->vals;
	one = &s->aside[s->naside++];
	*one = text;
	if (s->rs->fields[i].each)
		s->vals[i] =
		    (struct hd_val){ HD_VAL_LIST, 0, { NULL, 0 }, one, 1 };
	else
		s->vals[i] = hd_subject_textval(text);
	return s->vals;
}
