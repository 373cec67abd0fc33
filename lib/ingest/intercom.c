/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Intercom: conversations with their parts, and companies.  The first message
 * is the conversation's source, not a part.  A bot is an AI only when the part
 * says so: Operator's greetings and surveys are the system's.
 */
#include <string.h>

#include "ingest/accounts.h"
#include "ingest/convert.h"
#include "ingest/facts.h"
#include "ingest/vendor.h"

static bool
is_conversation(const struct hd_json *j)
{
	return hd_str_eq(hd_json_at(j, "type"), "conversation");
}

static bool
is_company(const struct hd_json *j)
{
	return hd_str_eq(hd_json_at(j, "type"), "company");
}

static enum hd_role
author_role(const struct hd_json *a, const char **evidence)
{
	struct hd_str type = hd_json_at(a, "type");
	struct hd_str name = hd_json_at(a, "name");
	struct hd_str mail = hd_json_at(a, "email");

	if (hd_json_true(hd_json_get(a, "from_ai_agent"))) {
		*evidence = "from_ai_agent";
		return HD_ROLE_AI;
	}
	if (hd_str_eq(type, "user") || hd_str_eq(type, "lead") ||
	    hd_str_eq(type, "contact"))
		return HD_ROLE_CUSTOMER;
	if ((hd_str_eq(type, "bot") || hd_str_eq(type, "admin")) &&
	    (hd_str_eq(name, "Fin") || hd_str_eq(name, "Fin AI Agent"))) {
		*evidence = "name Fin";
		return HD_ROLE_AI;
	}
	if (hd_str_eq(type, "admin") && !hd_str_eq(name, "Operator") &&
	    !(mail.p != NULL && hd_str_starts(mail, "operator+")))
		return HD_ROLE_AGENT;
	return HD_ROLE_SYSTEM;
}

static int
emit_message(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    const struct hd_json *author, struct hd_str html, struct hd_err *err)
{
	const char *evidence = NULL;
	int bad = hd_take_utc(r, HD_MS_AT, j, "created_at", err);

	hd_rec_int(r, HD_MS_SAID, author_role(author, &evidence));
	if (evidence != NULL)
		hd_rec_text(r, HD_MS_EVIDENCE, hd_str(evidence));
	hd_rec_text(r, HD_MS_AUTHOR, hd_json_at(author, "id"));
	hd_rec_text(r, HD_MS_BODY, hd_plain(in, html));
	return hd_emit_part(in, r, bad, err);
}

/* A part without words: an assignment, a close, a reopening. */
static int
part_event(struct hd_ingest *in, const struct hd_json *p, struct hd_str ticket,
    struct hd_str type, struct hd_err *err)
{
	const struct hd_json *author = hd_json_get(p, "author");
	const char *evidence;
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_EVENT);
	r.id = hd_json_at(p, "id");
	r.ticket = ticket;
	bad = hd_take_utc(&r, HD_EV_AT, p, "created_at", err);
	hd_rec_text(&r, HD_EV_ACTOR, hd_json_at(author, "id"));
	hd_rec_int(&r, HD_EV_ROLE, author_role(author, &evidence));
	if (hd_str_eq(type, "close") || hd_str_eq(type, "open")) {
		bool close = type.n == 5;

		hd_rec_text(&r, HD_EV_FIELD, hd_str("status"));
		hd_rec_text(&r, HD_EV_OLD, hd_str(close ? "open" : "closed"));
		hd_rec_text(&r, HD_EV_NEW, hd_str(close ? "closed" : "open"));
	} else if (hd_json_get(p, "assigned_to") != NULL &&
		   hd_json_get(p, "assigned_to")->type == HD_JOBJ) {
		hd_rec_text(&r, HD_EV_FIELD,
		    hd_str(hd_str_eq(hd_json_at(p, "assigned_to.type"), "team")
			       ? "team"
			       : "assignee"));
		hd_rec_text(&r, HD_EV_NEW, hd_json_at(p, "assigned_to.id"));
	} else {
		hd_rec_text(&r, HD_EV_FIELD, type);
	}
	return hd_emit_part(in, &r, bad, err);
}

static int
part(struct hd_ingest *in, const struct hd_json *p, struct hd_str ticket,
    size_t seq, struct hd_err *err)
{
	struct hd_str type = hd_json_at(p, "part_type");
	struct hd_str body = hd_json_at(p, "body");
	struct hd_rec r;

	if (type.p == NULL) {
		hd_skip(in, HD_REC_MESSAGE);
		return 0;
	}
	if (body.n > 0) {
		hd_rec_init(&r, HD_REC_MESSAGE);
		r.id = hd_json_at(p, "id");
		r.ticket = ticket;
		hd_rec_int(&r, HD_MS_SEQ, (int64_t)seq);
		hd_rec_int(&r, HD_MS_PUBLIC, !hd_str_eq(type, "note"));
		if (hd_str_eq(type, "note"))
			hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
		if (emit_message(
			in, &r, p, hd_json_get(p, "author"), body, err) != 0)
			return -1;
	}
	if (hd_str_eq(type, "comment") || hd_str_eq(type, "note"))
		return 0;
	return part_event(in, p, ticket, type, err);
}

static int
source_message(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *src = hd_json_get(j, "source");
	struct hd_str body = hd_json_at(src, "body");
	struct hd_rec r;

	if (body.n == 0)
		return 0;
	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_json_at(src, "id");
	if (r.id.n == 0)
		r.id = hd_str("#source");
	r.ticket = hd_json_at(j, "id");
	return emit_message(in, &r, j, hd_json_get(src, "author"), body, err);
}

static void
tags(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *t = hd_json_path(j, "tags.tags");

	if (t == NULL || t->count == 0)
		return;
	hd_jgen_arr(&in->gen);
	for (t = t->child; t != NULL; t = t->next)
		hd_jgen_str(&in->gen, hd_json_at(t, "name"));
	hd_jgen_endarr(&in->gen);
	hd_keep_json(in, r, HD_TK_TAGS);
}

static void
marks(struct hd_rec *r, const struct hd_json *j)
{
	struct hd_str how = hd_json_at(j, "source.delivered_as");
	struct hd_str test = hd_json_at(j, "ai_agent.source_type");

	hd_rec_null(r, HD_TK_MARK);
	if (hd_str_eq(how, "admin_initiated") ||
	    hd_str_eq(how, "operator_initiated") || hd_str_eq(how, "automated"))
		hd_rec_text(r, HD_TK_MARK, hd_str("outbound"));
	if (hd_str_eq(test, "workflow_preview") ||
	    hd_str_eq(test, "fin_preview"))
		hd_rec_text(r, HD_TK_MARK, hd_str("test"));
}

/* The first contact and its first company. */
static void
requester(struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *c = hd_json_path(j, "contacts.contacts"), *co;

	c = c != NULL ? c->child : NULL;
	hd_rec_text(r, HD_TK_REQUESTER, hd_json_at(c, "id"));
	if (c == NULL)
		hd_rec_text(
		    r, HD_TK_REQUESTER, hd_json_at(j, "source.author.id"));
	co = hd_json_path(c, "companies.data");
	if (co != NULL && co->child != NULL)
		hd_rec_text(r, HD_TK_ACCOUNT, hd_json_at(co->child, "id"));
}

static int
columns(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_str title = hd_json_at(j, "title");
	struct hd_str state = hd_json_at(j, "state");
	struct hd_str url = hd_json_at(j, "source.url");

	if (hd_take_utc(r, HD_TK_CREATED, j, "created_at", err) != 0 ||
	    hd_take_utc(r, HD_TK_UPDATED, j, "updated_at", err) != 0 ||
	    hd_take(in, r, HD_TK_STATUS, j, "state", err) != 0 ||
	    hd_take_utc(r, HD_TK_FIRST_SOLVED, j, "statistics.first_close_at",
		err) != 0 ||
	    hd_take(in, r, HD_TK_CSAT, j, "conversation_rating.rating", err) !=
		0 ||
	    hd_take_utc(r, HD_TK_CSAT_AT, j, "conversation_rating.created_at",
		err) != 0 ||
	    hd_take(in, r, HD_TK_AI_STATE, j, "ai_agent.resolution_state",
		err) != 0 ||
	    hd_take(in, r, HD_TK_REOPENS, j, "statistics.count_reopens", err) !=
		0 ||
	    hd_take(in, r, HD_TK_HANDLE, j, "statistics.handling_time", err) !=
		0)
		return -1;
	if (hd_str_eq(state, "closed") &&
	    hd_take_utc(r, HD_TK_SOLVED, j, "statistics.last_close_at", err) !=
		0)
		return -1;
	if (title.n == 0)
		title = hd_plain(in, hd_json_at(j, "source.subject"));
	if (title.n > 0 && !hd_placeholder(title))
		hd_rec_text(r, HD_TK_SUBJECT, title);
	hd_rec_text(r, HD_TK_CHANNEL, hd_json_at(j, "source.type"));
	hd_rec_text(r, HD_TK_TEAM, hd_json_at(j, "team_assignee_id"));
	hd_rec_text(r, HD_TK_ASSIGNEE, hd_json_at(j, "admin_assignee_id"));
	hd_rec_text(r, HD_TK_PRIORITY, hd_json_at(j, "priority"));
	hd_rec_text(r, HD_TK_BRAND, hd_json_at(j, "custom_attributes.Brand"));
	hd_rec_text(r, HD_TK_BRAND, hd_json_at(j, "custom_attributes.brand"));
	hd_rec_text(
	    r, HD_TK_LANGUAGE, hd_json_at(j, "custom_attributes.Language"));
	if (url.p != NULL)
		hd_rec_text(r, HD_TK_PAGE, hd_page(url));
	hd_take_fields(in, r, hd_json_get(j, "custom_attributes"));
	requester(r, j);
	tags(in, r, j);
	marks(r, j);
	return 0;
}

static int
map_conversation(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *p;
	struct hd_rec r;
	size_t seq = 0;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = hd_json_at(j, "id");
	if (columns(in, &r, j, err) != 0)
		return -1;
	if (r.v[HD_TK_UPDATED].type == HD_CELL_INT)
		r.ver = r.v[HD_TK_UPDATED].i;
	if (hd_emit(in, &r, err) != 0 || source_message(in, j, err) != 0)
		return -1;
	p = hd_json_path(j, "conversation_parts.conversation_parts");
	for (p = p != NULL ? p->child : NULL; p != NULL; p = p->next)
		if (part(in, p, r.id, ++seq, err) != 0)
			return -1;
	return 0;
}

static int
map_company(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str created = hd_json_at(j, "remote_created_at");
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_ACCOUNT);
	r.id = hd_json_at(j, "id");
	hd_rec_text(&r, HD_AC_NAME, hd_json_at(j, "name"));
	if (hd_json_at(j, "company_id").n > 0)
		hd_rec_text(&r, HD_AC_EXTERNAL, hd_json_at(j, "company_id"));
	hd_json_domains(in, &r, hd_json_get(j, "website"));
	if (created.p == NULL)
		created = hd_json_at(j, "created_at");
	if ((created.p != NULL &&
		hd_convert_utc(&r, HD_AC_CREATED, created, err) != 0) ||
	    hd_take_version(&r, j, "updated_at", err) != 0 ||
	    hd_emit(in, &r, err) != 0)
		return -1;
	if (hd_json_at(j, "plan.name").p != NULL &&
	    hd_fact(in, r.id, "plan", hd_json_at(j, "plan.name"), HD_TIME_NONE,
		r.ver, err) != 0)
		return -1;
	if (hd_facts_object(
		in, r.id, hd_json_get(j, "custom_attributes"), r.ver, err) != 0)
		return -1;
	return hd_facts_object(in, r.id, j, r.ver, err);
}

static const struct hd_rectype types[] = {
	{ "conversation", HD_REC_TICKET, is_conversation, map_conversation },
	{ "company", HD_REC_ACCOUNT, is_company, map_company },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_intercom = { "intercom", types };
