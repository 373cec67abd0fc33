/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Freshdesk: tickets, conversations and companies.  Automations answer under an
 * automation_id; whether such a one is an AI is told by what it did
 * (settle_people.sql), so each becomes a person of role system first.
 */
#include <string.h>

#include "base/num.h"
#include "ingest/accounts.h"
#include "ingest/convert.h"
#include "ingest/facts.h"
#include "ingest/vendor.h"

#define SOURCE_OUTBOUND 10
#define SOURCE_SURVEY	6

static bool
is_number(const struct hd_json *j, const char *name)
{
	const struct hd_json *v = hd_json_get(j, name);

	return v != NULL && v->type == HD_JNUM;
}

static bool
is_ticket(const struct hd_json *j)
{
	return is_number(j, "status") && is_number(j, "priority") &&
	       is_number(j, "source") && hd_json_get(j, "subject") != NULL;
}

static bool
is_conversation(const struct hd_json *j)
{
	return hd_json_get(j, "incoming") != NULL &&
	       hd_json_get(j, "private") != NULL;
}

static bool
is_company(const struct hd_json *j)
{
	return hd_json_get(j, "health_score") != NULL &&
	       hd_json_get(j, "renewal_date") != NULL;
}

static int64_t
code(const struct hd_json *j, const char *name)
{
	int64_t v;

	return hd_num_int(hd_json_at(j, name), &v) ? v : -1;
}

static void
status(struct hd_rec *r, const struct hd_json *j)
{
	static const char *const words[] = { "open", "pending", "solved",
		"closed", "pending", "hold" };
	int64_t v = code(j, "status");

	hd_rec_text(r, HD_TK_STATUS_RAW, hd_json_at(j, "status"));
	hd_rec_null(r, HD_TK_STATUS);
	if (v >= 2 && v <= 7)
		hd_rec_text(r, HD_TK_STATUS, hd_str(words[v - 2]));
}

static void
channel(struct hd_rec *r, const struct hd_json *j)
{
	static const char *const words[] = { "email", "portal", "phone",
		"forum", "twitter", "facebook", "chat", "mobihelp", "widget",
		"outbound", "ecommerce", "bot" };
	int64_t v = code(j, "source");

	hd_rec_null(r, HD_TK_MARK);
	if (v >= 1 && v <= 12)
		hd_rec_text(r, HD_TK_CHANNEL, hd_str(words[v - 1]));
	if (v == SOURCE_OUTBOUND)
		hd_rec_text(r, HD_TK_MARK, hd_str("outbound"));
	if (hd_json_true(hd_json_get(j, "spam")))
		hd_rec_text(r, HD_TK_MARK, hd_str("spam"));
	if (hd_json_true(hd_json_get(j, "deleted")))
		hd_rec_text(r, HD_TK_MARK, hd_str("deleted"));
}

static void
priority(struct hd_rec *r, const struct hd_json *j)
{
	static const char *const words[] = { "low", "medium", "high",
		"urgent" };
	int64_t v = code(j, "priority");

	if (v >= 1 && v <= 4)
		hd_rec_text(r, HD_TK_PRIORITY, hd_str(words[v - 1]));
}

/* A first page or URL among the custom fields is where the customer was. */
static void
page(struct hd_rec *r, const struct hd_json *fields)
{
	struct hd_str s;

	if (fields == NULL || fields->type != HD_JOBJ)
		return;
	for (fields = fields->child; fields != NULL; fields = fields->next) {
		s = hd_json_str(fields);
		if (s.p != NULL && (hd_str_starts(s, "https://") ||
				       hd_str_starts(s, "http://"))) {
			hd_rec_text(r, HD_TK_PAGE, hd_page(s));
			return;
		}
	}
}

/* The latest of the two answers scales: 103 .. -103, and 1 2 3 of old. */
static int
rating(struct hd_rec *r, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *v = hd_json_get(j, "satisfaction_ratings");
	static const int ranks[] = { -103, -102, -101, 100, 101, 102, 103 };
	int64_t score;

	if (v != NULL && v->type == HD_JARR)
		v = v->child;
	if (v == NULL)
		return 0;
	score = code(hd_json_get(v, "ratings"), "default_question");
	hd_rec_text(
	    r, HD_TK_CSAT_RAW, hd_json_at(v, "ratings.default_question"));
	if (hd_take_utc(r, HD_TK_CSAT_AT, v, "created_at", err) != 0)
		return -1;
	for (int i = 0; i < 7; i++)
		if (score == ranks[i]) {
			hd_rec_real(r, HD_TK_CSAT, i / 6.0);
			hd_rec_int(r, HD_TK_SATISFIED, score >= 101);
		}
	if (score >= 1 && score <= 3) { /* classic: 1 is the best */
		hd_rec_real(r, HD_TK_CSAT, (double)(3 - score) / 2);
		hd_rec_int(r, HD_TK_SATISFIED, score == 1);
	}
	return 0;
}

static int
columns(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_str subject = hd_json_at(j, "subject");

	if (hd_take_utc(r, HD_TK_CREATED, j, "created_at", err) != 0 ||
	    hd_take_utc(r, HD_TK_UPDATED, j, "updated_at", err) != 0 ||
	    hd_take_utc(r, HD_TK_SOLVED, j, "stats.resolved_at", err) != 0 ||
	    hd_take_utc(r, HD_TK_CLOSED, j, "stats.closed_at", err) != 0 ||
	    rating(r, j, err) != 0)
		return -1;
	status(r, j);
	channel(r, j);
	priority(r, j);
	if (subject.p != NULL && subject.n > 0 && !hd_placeholder(subject))
		hd_rec_text(r, HD_TK_SUBJECT, subject);
	if (hd_json_at(j, "stats.reopened_at").p != NULL)
		hd_rec_int(r, HD_TK_REOPENS, 1); /* at least */
	else if (hd_json_get(hd_json_get(j, "stats"), "reopened_at") != NULL)
		hd_rec_int(r, HD_TK_REOPENS, 0);
	hd_rec_text(r, HD_TK_TEAM, hd_json_at(j, "group_id"));
	hd_rec_text(r, HD_TK_ASSIGNEE, hd_json_at(j, "responder_id"));
	hd_rec_text(r, HD_TK_CATEGORY, hd_json_at(j, "type"));
	hd_rec_text(r, HD_TK_REQUESTER, hd_json_at(j, "requester_id"));
	hd_rec_text(r, HD_TK_ACCOUNT, hd_json_at(j, "company_id"));
	hd_rec_text(r, HD_TK_BRAND, hd_json_at(j, "product_id"));
	hd_take_json(in, r, HD_TK_TAGS, hd_json_get(j, "tags"));
	hd_take_fields(in, r, hd_json_get(j, "custom_fields"));
	page(r, hd_json_get(j, "custom_fields"));
	return 0;
}

static struct hd_str
body_of(struct hd_ingest *in, const struct hd_json *j, const char *text,
    const char *html)
{
	struct hd_str s = hd_json_at(j, text);

	return s.n > 0 ? s : hd_plain(in, hd_json_at(j, html));
}

static int
description(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_str("#description");
	r.ticket = hd_json_at(j, "id");
	bad = hd_take_utc(&r, HD_MS_AT, j, "created_at", err);
	hd_rec_int(&r, HD_MS_SEQ, -1); /* before a reply of the same second */
	hd_rec_int(&r, HD_MS_SAID,
	    code(j, "source") == SOURCE_OUTBOUND ? HD_ROLE_AGENT
						 : HD_ROLE_CUSTOMER);
	hd_rec_text(&r, HD_MS_AUTHOR, hd_json_at(j, "requester_id"));
	hd_rec_text(
	    &r, HD_MS_BODY, body_of(in, j, "description_text", "description"));
	return hd_emit_part(in, &r, bad, err);
}

static int
map_ticket(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = hd_json_at(j, "id");
	if (columns(in, &r, j, err) != 0)
		return -1;
	if (r.v[HD_TK_UPDATED].type == HD_CELL_INT)
		r.ver = r.v[HD_TK_UPDATED].i;
	if (hd_emit(in, &r, err) != 0)
		return -1;
	return hd_json_at(j, "description").n > 0 ||
		       hd_json_at(j, "description_text").n > 0
		   ? description(in, j, err)
		   : 0;
}

/* An automation as an author: "automation:430005511". */
static int
automation(struct hd_ingest *in, struct hd_rec *r, struct hd_str id,
    struct hd_err *err)
{
	struct hd_rec p;
	char *name;

	name = hd_arena_alloc(&in->arena, id.n + 12);
	memcpy(name, "automation:", 11);
	memcpy(name + 11, id.p, id.n);
	name[11 + id.n] = '\0';
	hd_rec_text(r, HD_MS_AUTHOR, hd_str(name));
	if (hd_map_get(&in->people, hd_str(name)) != NULL)
		return 0;
	(void)hd_map_put(&in->people, hd_str(name), 1);
	hd_rec_init(&p, HD_REC_PERSON);
	p.id = hd_str(name);
	hd_rec_text(&p, HD_PS_NAME, hd_str(name));
	hd_rec_int(&p, HD_PS_ROLE, HD_ROLE_SYSTEM);
	return hd_emit(in, &p, err);
}

static int
author(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_str id = hd_json_at(j, "automation_id");

	hd_rec_text(r, HD_MS_AUTHOR, hd_json_at(j, "user_id"));
	if (hd_json_true(hd_json_get(j, "incoming")))
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_CUSTOMER);
	else if (id.p != NULL)
		return automation(in, r, id, err);
	else
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_AGENT);
	return 0;
}

static int
map_conversation(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	bool private = hd_json_true(hd_json_get(j, "private"));
	struct hd_rec r;

	/* a survey answer is written as a message: it is none */
	if (code(j, "source") == SOURCE_SURVEY) {
		hd_skip(in, HD_REC_MESSAGE);
		return 0;
	}
	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_json_at(j, "id");
	r.ticket = hd_json_at(j, "ticket_id");
	if (hd_take_utc(&r, HD_MS_AT, j, "created_at", err) != 0 ||
	    author(in, &r, j, err) != 0 ||
	    hd_take_version(&r, j, "updated_at", err) != 0)
		return -1;
	hd_rec_int(&r, HD_MS_PUBLIC, !private);
	if (private)
		hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
	hd_rec_text(&r, HD_MS_BODY, body_of(in, j, "body_text", "body"));
	return hd_emit(in, &r, err);
}

static int
map_company(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_ACCOUNT);
	r.id = hd_json_at(j, "id");
	hd_rec_text(&r, HD_AC_NAME, hd_json_at(j, "name"));
	hd_json_domains(in, &r, hd_json_get(j, "domains"));
	if (hd_take_utc(&r, HD_AC_CREATED, j, "created_at", err) != 0 ||
	    hd_take_version(&r, j, "updated_at", err) != 0 ||
	    hd_emit(in, &r, err) != 0 ||
	    hd_facts_object(in, r.id, j, r.ver, err) != 0)
		return -1;
	return hd_facts_object(
	    in, r.id, hd_json_get(j, "custom_fields"), r.ver, err);
}

static const struct hd_rectype types[] = {
	{ "conversation", HD_REC_MESSAGE, is_conversation, map_conversation },
	{ "company", HD_REC_ACCOUNT, is_company, map_company },
	{ "ticket", HD_REC_TICKET, is_ticket, map_ticket },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_freshdesk = { "freshdesk", types };
