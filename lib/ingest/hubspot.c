/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * HubSpot: tickets, contacts, companies, owners and survey answers as objects
 * {id, properties}, whose values are all strings, often empty; and the talk of
 * the inbox (hubspot_talk.c).
 */
#include "ingest/convert.h"
#include "ingest/facts.h"
#include "ingest/fields.h"
#include "ingest/generic.h"
#include "ingest/hubspot.h"
#include "ingest/parts.h"

static struct hd_str
property(const struct hd_json *j, const char *name)
{
	return hd_json_at(hd_json_get(j, "properties"), name);
}

static bool
has(const struct hd_json *j, const char *name)
{
	return hd_json_get(hd_json_get(j, "properties"), name) != NULL;
}

static bool
is_ticket(const struct hd_json *j)
{
	return has(j, "hs_pipeline_stage") && !has(j, "dealname");
}

static bool
is_contact(const struct hd_json *j)
{
	return has(j, "email") &&
	       (has(j, "firstname") || has(j, "lastmodifieddate"));
}

static bool
is_company(const struct hd_json *j)
{
	return has(j, "name") && (has(j, "domain") || has(j, "hs_object_id")) &&
	       !has(j, "email");
}

static bool
is_answer(const struct hd_json *j)
{
	return has(j, "hs_survey_type");
}

static bool
is_owner(const struct hd_json *j)
{
	return hd_json_get(j, "userId") != NULL &&
	       hd_json_get(j, "firstName") != NULL &&
	       hd_json_get(j, "email") != NULL;
}

/* Of tickets or of deals. */
static bool
is_pipeline(const struct hd_json *j)
{
	const struct hd_json *s = hd_json_get(j, "stages");

	return s != NULL && s->type == HD_JARR &&
	       hd_json_get(j, "label") != NULL;
}

struct hd_str
hd_hubspot_to(const struct hd_json *j, const char *type)
{
	const struct hd_json *a =
	    hd_json_get(hd_json_get(j, "associations"), type);

	a = hd_json_get(a, "results");
	a = a != NULL ? a->child : NULL;
	return hd_json_at(a, "id");
}

/* The time at which the object was changed, inside or beside properties. */
static int
version(struct hd_rec *r, const struct hd_json *j, struct hd_err *err)
{
	static const char *const paths[] = { "properties.hs_lastmodifieddate",
		"properties.lastmodifieddate", "updatedAt" };

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
		if (hd_json_at(j, paths[i]).n > 0)
			return hd_take_version(r, j, paths[i], err);
	return 0;
}

/* What is no column, and none of HubSpot's own hs_ properties, is a field. */
static void
fields(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *p)
{
	static const char *const taken[] = { "subject", "content", "createdate",
		"closed_date", "first_agent_reply_date", "hubspot_owner_id",
		"hubspot_team_id", "source_type", NULL };
	struct hd_fields out;
	size_t i;

	hd_fields_begin(&out, in);
	for (p = p != NULL ? p->child : NULL; p != NULL; p = p->next) {
		for (i = 0; taken[i] != NULL; i++)
			if (hd_str_eq(p->key, taken[i]))
				break;
		if (taken[i] == NULL && !hd_str_starts(p->key, "hs_"))
			hd_fields_text(&out, p->key, hd_json_str(p));
	}
	hd_fields_end(&out, r);
}

static int
times(struct hd_rec *r, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *p = hd_json_get(j, "properties");

	if (has(j, "closed_date")) /* emptied when it is reopened */
		hd_rec_null(r, HD_TK_CLOSED);
	if (hd_take_utc(r, HD_TK_CREATED, j, "createdAt", err) != 0 ||
	    hd_take_utc(r, HD_TK_CREATED, p, "createdate", err) != 0 ||
	    hd_take_utc(r, HD_TK_CLOSED, p, "closed_date", err) != 0 ||
	    hd_take_first_reply(r, p, "first_agent_reply_date", err) != 0 ||
	    version(r, j, err) != 0)
		return -1;
	if (r->ver != HD_TIME_NONE)
		hd_rec_int(r, HD_TK_UPDATED, r->ver);
	return 0;
}

static void
columns(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	struct hd_str subject = property(j, "subject");

	hd_rec_null(r, HD_TK_MARK);
	if (hd_json_true(hd_json_get(j, "archived")))
		hd_rec_text(r, HD_TK_MARK, hd_str("deleted"));
	if (subject.n > 0 && !hd_placeholder(subject))
		hd_rec_text(r, HD_TK_SUBJECT, subject);
	/* what a stage means, its pipeline says */
	hd_rec_some(r, HD_TK_STATUS_RAW, property(j, "hs_pipeline_stage"));
	hd_rec_some(r, HD_TK_FORM, property(j, "hs_pipeline"));
	hd_rec_some(r, HD_TK_CHANNEL, property(j, "source_type"));
	hd_rec_some(r, HD_TK_PRIORITY, property(j, "hs_ticket_priority"));
	hd_rec_some(r, HD_TK_CATEGORY, property(j, "hs_ticket_category"));
	hd_rec_some(r, HD_TK_ASSIGNEE, property(j, "hubspot_owner_id"));
	hd_rec_some(r, HD_TK_TEAM, property(j, "hubspot_team_id"));
	hd_rec_some(r, HD_TK_REQUESTER, hd_hubspot_to(j, "contacts"));
	hd_rec_some(r, HD_TK_ACCOUNT, hd_hubspot_to(j, "companies"));
	fields(in, r, hd_json_get(j, "properties"));
}

/* The customer's words, where a customer made the ticket. */
static int
description(struct hd_ingest *in, const struct hd_rec *t,
    const struct hd_json *j, struct hd_err *err)
{
	struct hd_str source = property(j, "source_type");
	struct hd_rec r;

	if (property(j, "content").n == 0)
		return 0;
	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_str("#description");
	r.ticket = t->id;
	r.ver = t->ver;
	r.v[HD_MS_AT] = t->v[HD_TK_CREATED];
	hd_rec_int(&r, HD_MS_SEQ, -1);
	if (hd_str_eq(source, "EMAIL") || hd_str_eq(source, "FORM") ||
	    hd_str_eq(source, "CHAT"))
		hd_rec_int(&r, HD_MS_SAID, HD_ROLE_CUSTOMER);
	hd_rec_text(&r, HD_MS_BODY, hd_plain(in, property(j, "content")));
	return hd_emit_part(in, &r, 0, err);
}

static int
map_ticket(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = hd_json_at(j, "id");
	if (times(&r, j, err) != 0)
		return -1;
	columns(in, &r, j);
	if (hd_emit(in, &r, err) != 0)
		return -1;
	return description(in, &r, j, err);
}

static int
map_contact(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str company = hd_hubspot_to(j, "companies");
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_PERSON);
	r.id = hd_json_at(j, "id");
	hd_rec_some(&r, HD_PS_NAME,
	    hd_full_name(
		in, property(j, "firstname"), property(j, "lastname")));
	hd_rec_some(&r, HD_PS_EMAIL, property(j, "email"));
	hd_rec_some(&r, HD_PS_ACCOUNT,
	    company.n > 0 ? company : property(j, "associatedcompanyid"));
	hd_rec_int(&r, HD_PS_ROLE, HD_ROLE_CUSTOMER);
	if (version(&r, j, err) != 0)
		return -1;
	return hd_emit(in, &r, err);
}

static int
map_owner(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_PERSON);
	r.id = hd_made_id(in, "A-", hd_json_at(j, "userId")); /* as an author */
	hd_rec_some(&r, HD_PS_NAME,
	    hd_full_name(
		in, hd_json_at(j, "firstName"), hd_json_at(j, "lastName")));
	hd_rec_some(&r, HD_PS_EMAIL, hd_json_at(j, "email"));
	hd_rec_int(&r, HD_PS_ROLE, HD_ROLE_AGENT);
	if (version(&r, j, err) != 0)
		return -1;
	return hd_emit(in, &r, err);
}

/* Its properties are named as the columns of HubSpot's tables. */
static int
map_company(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *p = hd_json_get(j, "properties");

	if (p == NULL)
		return hd_err_set(err, HD_EDATA, "no properties");
	return hd_map_members(in, p, HD_REC_ACCOUNT, hd_json_at(j, "id"), err);
}

/* NPS from 0 to 10, effort from 1 to 7, satisfaction by one of three faces. */
static const struct {
	const char *type, *kind, *scale;
} surveys[] = {
	{ "NPS", "nps", "0-10" },
	{ "CES", "ces", "7-agree" },
	{ "CSAT", "csat", "great-okay-not good" },
};

static struct hd_str
face(struct hd_str group)
{
	return hd_str(hd_str_ieq(group, "happy")     ? "great"
		      : hd_str_ieq(group, "neutral") ? "okay"
		      : hd_str_ieq(group, "unhappy") ? "not good"
						     : NULL);
}

static int
map_answer(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_answer a = { .ticket = hd_hubspot_to(j, "tickets"),
		.id = hd_json_at(j, "id"),
		.raw = property(j, "hs_value"),
		.comment = property(j, "hs_content") };
	size_t i = 0;

	while (i < 3 &&
	       !hd_str_ieq(property(j, "hs_survey_type"), surveys[i].type))
		i++;
	if (i == 2) {
		a.given = property(j, "hs_response_group");
		a.raw = face(a.given);
	}
	/* about no ticket, or in words of the portal's own */
	if (i == 3 || a.raw.n == 0 || a.ticket.n == 0) {
		hd_skip(in, HD_REC_SURVEY);
		return 0;
	}
	a.kind = surveys[i].kind;
	a.scale = surveys[i].scale;
	return hd_emit_answer(
	    in, &a, j, "properties.hs_submission_timestamp", err);
}

/* Closed stages say so; what the open ones wait for is in their names. */
static const char *
meaning(const struct hd_json *stage)
{
	struct hd_str name = hd_json_at(stage, "label");
	const char *word = hd_status_word(name);

	if (hd_str_eq(hd_json_at(stage, "metadata.ticketState"), "CLOSED") ||
	    hd_str_eq(hd_json_at(stage, "metadata.isClosed"), "true"))
		return "closed";
	if (hd_str_ieq(name, "waiting on contact"))
		return "pending";
	if (word == NULL || hd_str_eq(hd_str(word), "solved") ||
	    hd_str_eq(hd_str(word), "closed") ||
	    hd_str_eq(hd_str(word), "deleted"))
		return "open";
	return word;
}

static int
map_pipeline(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *s = hd_json_get(j, "stages");
	struct hd_rec r;
	int bad;

	for (s = s != NULL ? s->child : NULL; s != NULL; s = s->next) {
		if (hd_json_path(s, "metadata.ticketState") == NULL) {
			hd_skip(in, HD_REC_STAGE); /* of deals */
			continue;
		}
		hd_rec_init(&r, HD_REC_STAGE);
		r.id = hd_json_at(s, "id");
		hd_rec_some(&r, HD_ST_NAME, hd_json_at(s, "label"));
		hd_rec_text(&r, HD_ST_STATUS, hd_str(meaning(s)));
		bad = hd_take_version(&r, s, "updatedAt", err);
		if (hd_emit_part(in, &r, bad, err) != 0)
			return -1;
	}
	return 0;
}

static const struct hd_rectype types[] = {
	{ "ticket", HD_REC_TICKET, is_ticket, map_ticket },
	{ "thread", HD_REC_TICKET, hd_hubspot_is_thread, hd_hubspot_thread },
	{ "message", HD_REC_MESSAGE, hd_hubspot_is_message,
	    hd_hubspot_message },
	{ "engagement", HD_REC_MESSAGE, hd_hubspot_is_engagement,
	    hd_hubspot_engagement },
	{ "feedback", HD_REC_SURVEY, is_answer, map_answer },
	{ "contact", HD_REC_PERSON, is_contact, map_contact },
	{ "company", HD_REC_ACCOUNT, is_company, map_company },
	{ "owner", HD_REC_PERSON, is_owner, map_owner },
	{ "pipeline", HD_REC_STAGE, is_pipeline, map_pipeline },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_hubspot = { "hubspot", types };
