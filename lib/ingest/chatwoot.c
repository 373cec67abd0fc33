/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Chatwoot: conversations with their last or all messages, messages, survey
 * answers, contacts and agents.  A conversation's id is the number the account
 * shows, which messages name too.
 */
#include <stdlib.h>

#include "ingest/chatwoot.h"
#include "ingest/convert.h"
#include "ingest/parts.h"

static bool
is_message(const struct hd_json *j)
{
	return hd_json_get(j, "message_type") != NULL &&
	       hd_json_get(j, "content") != NULL &&
	       (hd_json_get(j, "inbox_id") != NULL ||
		   hd_json_get(j, "content_attributes") != NULL);
}

static bool
is_conversation(const struct hd_json *j)
{
	return hd_json_get(j, "inbox_id") != NULL &&
	       hd_json_get(j, "status") != NULL &&
	       hd_json_get(j, "message_type") == NULL &&
	       (hd_json_get(j, "messages") != NULL ||
		   hd_json_get(j, "can_reply") != NULL ||
		   hd_json_path(j, "meta.sender") != NULL);
}

static bool
is_csat(const struct hd_json *j)
{
	return hd_json_get(j, "rating") != NULL &&
	       hd_json_get(j, "message_id") != NULL &&
	       hd_json_get(j, "conversation_id") != NULL;
}

static bool
is_agent(const struct hd_json *j)
{
	return hd_json_get(j, "availability_status") != NULL &&
	       hd_json_get(j, "role") != NULL &&
	       hd_json_get(j, "account_id") != NULL;
}

static bool
is_contact(const struct hd_json *j)
{
	return hd_json_get(j, "phone_number") != NULL &&
	       hd_json_get(j, "thumbnail") != NULL &&
	       hd_json_get(j, "inbox_id") == NULL;
}

static int
map_message(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_chatwoot_state unknown = { { NULL, 0 }, false };
	struct hd_str ticket = hd_json_at(j, "conversation_id");

	if (ticket.p == NULL)
		ticket = hd_json_at(j, "conversation.id");
	if (ticket.p == NULL)
		return hd_err_set(
		    err, HD_EDATA, "the message names no conversation");
	return hd_chatwoot_message(in, j, ticket, &unknown, err);
}

static int
map_csat(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	/* the id of the message, under which conversations tell it too */
	struct hd_answer a = { .ticket = hd_json_at(j, "conversation_id"),
		.id = hd_json_at(j, "message_id"),
		.raw = hd_json_at(j, "rating"),
		.comment = hd_json_at(j, "feedback_message"),
		.scale = "1-5" };

	return hd_emit_answer(in, &a, j, "created_at", err);
}

/* Ids grow with time: the shorter number is the smaller. */
static int
by_id(const void *pa, const void *pb)
{
	const struct hd_json *const *a = pa, *const *b = pb;
	struct hd_str x = hd_json_at(*a, "id"), y = hd_json_at(*b, "id");

	return x.n != y.n ? (x.n < y.n ? -1 : 1) : hd_str_cmp(x, y);
}

static int
messages(struct hd_ingest *in, const struct hd_json *list, struct hd_str ticket,
    struct hd_err *err)
{
	struct hd_chatwoot_state state = { { NULL, 0 }, false };
	const struct hd_json **v, *m;
	size_t n = 0;

	v = hd_arena_alloc(&in->arena, list->count * sizeof(const void *));
	for (m = list->child; m != NULL; m = m->next)
		v[n++] = m;
	qsort(v, n, sizeof(*v), by_id);
	for (size_t i = 0; i < n; i++)
		if (hd_chatwoot_message(in, v[i], ticket, &state, err) != 0)
			return -1;
	return 0;
}

static int
satisfaction(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *list,
    struct hd_err *err)
{
	const struct hd_json *v;

	for (list = list->child; list != NULL; list = list->next) {
		v = hd_chatwoot_csat(list);
		if (v == NULL)
			continue;
		if (hd_take(in, r, HD_TK_CSAT, v, "rating", err) != 0 ||
		    hd_take_utc(r, HD_TK_CSAT_AT, list,
			hd_json_at(list, "updated_at").n > 0 ? "updated_at"
							     : "created_at",
			err) != 0)
			return -1;
	}
	return 0;
}

static int
columns(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	const char *updated = hd_json_at(j, "updated_at").n > 0
				  ? "updated_at"
				  : "last_activity_at";
	struct hd_str channel = hd_json_at(j, "meta.channel");
	struct hd_str page = hd_json_at(j, "additional_attributes.referer");

	if (hd_take_utc(r, HD_TK_CREATED, j, "created_at", err) != 0 ||
	    hd_take_utc(r, HD_TK_UPDATED, j, updated, err) != 0 ||
	    hd_take_version(r, j, updated, err) != 0 ||
	    hd_take(in, r, HD_TK_STATUS, j, "status", err) != 0)
		return -1;
	if (hd_str_starts(channel, "Channel::")) {
		channel.p += 9;
		channel.n -= 9;
	}
	hd_rec_text(r, HD_TK_CHANNEL, channel);
	hd_rec_text(r, HD_TK_BRAND, hd_json_at(j, "inbox_id"));
	hd_rec_text(r, HD_TK_TEAM, hd_json_at(j, "meta.team.id"));
	hd_rec_text(r, HD_TK_ASSIGNEE, hd_json_at(j, "meta.assignee.id"));
	hd_rec_some(r, HD_TK_PRIORITY, hd_json_at(j, "priority"));
	hd_rec_text(r, HD_TK_REQUESTER,
	    hd_chatwoot_contact(in, hd_json_at(j, "meta.sender.id")));
	hd_rec_some(r, HD_TK_ACCOUNT,
	    hd_json_at(j, "meta.sender.additional_attributes.company_name"));
	hd_rec_some(r, HD_TK_SUBJECT,
	    hd_json_at(j, "additional_attributes.mail_subject"));
	hd_rec_some(r, HD_TK_LANGUAGE,
	    hd_json_at(j, "additional_attributes.browser_language"));
	if (page.n > 0)
		hd_rec_text(r, HD_TK_PAGE, hd_page(page));
	hd_take_tags(in, r, hd_json_get(j, "labels"), "title");
	hd_take_fields(in, r, hd_json_get(j, "custom_attributes"));
	return 0;
}

static int
map_conversation(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *list = hd_json_get(j, "messages");
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = hd_json_at(j, "id");
	if (columns(in, &r, j, err) != 0)
		return -1;
	if (list != NULL && list->type != HD_JARR)
		list = NULL;
	if (list != NULL && satisfaction(in, &r, list, err) != 0)
		return -1;
	if (hd_emit(in, &r, err) != 0 ||
	    hd_chatwoot_agent(in, hd_json_path(j, "meta.assignee"), err) != 0)
		return -1;
	return list != NULL ? messages(in, list, r.id, err) : 0;
}

static int
map_agent(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_PERSON);
	r.id = hd_json_at(j, "id");
	hd_rec_some(&r, HD_PS_NAME, hd_json_at(j, "name"));
	hd_rec_some(&r, HD_PS_EMAIL, hd_json_at(j, "email"));
	hd_rec_int(&r, HD_PS_ROLE, HD_ROLE_AGENT);
	return hd_emit(in, &r, err);
}

static int
map_contact(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_PERSON);
	r.id = hd_chatwoot_contact(in, hd_json_at(j, "id"));
	hd_rec_some(&r, HD_PS_NAME, hd_json_at(j, "name"));
	hd_rec_some(&r, HD_PS_EMAIL, hd_json_at(j, "email"));
	hd_rec_some(&r, HD_PS_ACCOUNT,
	    hd_json_at(j, "additional_attributes.company_name"));
	hd_rec_int(&r, HD_PS_ROLE, HD_ROLE_CUSTOMER);
	return hd_emit(in, &r, err);
}

static const struct hd_rectype types[] = {
	{ "message", HD_REC_MESSAGE, is_message, map_message },
	{ "conversation", HD_REC_TICKET, is_conversation, map_conversation },
	{ "csat", HD_REC_SURVEY, is_csat, map_csat },
	{ "agent", HD_REC_PERSON, is_agent, map_agent },
	{ "contact", HD_REC_PERSON, is_contact, map_contact },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_chatwoot = { "chatwoot", types };
