/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values of a thread's facts: see subject.h. */
#include <string.h>

#include "audit/subject_int.h"

static struct hd_val
text(struct hd_str s)
{
	struct hd_val v = { HD_VAL_STR, 0, s, NULL, 0 };

	if (s.p == NULL || s.n == 0)
		v.kind = HD_VAL_UNSET;
	return v;
}

static struct hd_val
list(const struct hd_textlist *l, size_t max)
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
	return (struct hd_val){ HD_VAL_NUM, d, { NULL, 0 }, NULL, 0 };
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
		return text((struct hd_str){ NULL, 0 });
	c = &s->th->facts[s->column[i]];
	return c->kind == HD_FACT_NUM ? number(c->num) : text(c->str);
}

static struct hd_val
body_at(const struct hd_subject *s, int64_t i)
{
	return text(i >= 0 && i < (int64_t)s->th->n
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
			return text(s->th->messages[i].body);
	return text((struct hd_str){ NULL, 0 });
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
	return text((struct hd_str){ NULL, 0 });
}

/* Texts of the customer, and what arrival knows. */
static struct hd_val
arrival_value(struct hd_subject *s, size_t i, bool open)
{
	size_t n = open ? 1 : SIZE_MAX;
	struct hd_textlist *c = &s->customer;

	switch (s->from[i]) {
	case FROM_TEXT:
		return text(open ? s->open_text : s->text);
	case FROM_RAW:
		return text(open ? s->open_text : hd_subject_raw(s));
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
	case FROM_CLUSTER_SIZE:
	case FROM_CLUSTER_SHARE:
	case FROM_CLUSTER_DURABLE:
		return s->th->clustered
			   ? number(
				 s->th->cluster[s->from[i] - FROM_CLUSTER_SIZE])
			   : list(&s->ai, 0);
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
		s->vals[i] =
		    (struct hd_val){ HD_VAL_LIST, 0, { NULL, 0 }, &s->one, 1 };
	else
		s->vals[i] = text(body);
	return s->vals;
}
