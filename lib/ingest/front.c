/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Front: conversations, their messages, comments (internal) and events, each a
 * record of its own that names its conversation by an address; teammates,
 * contacts and accounts.  Ids say what they are of: cnv_, msg_, com_ ...
 */
#include "ingest/accounts.h"
#include "ingest/convert.h"
#include "ingest/facts.h"
#include "ingest/front.h"
#include "ingest/parts.h"

static bool
id_is(const struct hd_json *j, const char *prefix)
{
	struct hd_str id = hd_json_at(j, "id");

	return id.p != NULL && hd_str_starts(id, prefix);
}

static bool
is_conversation(const struct hd_json *j)
{
	return id_is(j, "cnv_") && hd_json_get(j, "status") != NULL;
}

static bool
is_message(const struct hd_json *j)
{
	return id_is(j, "msg_") && hd_json_get(j, "is_inbound") != NULL;
}

static bool
is_comment(const struct hd_json *j)
{
	return id_is(j, "com_") && hd_json_get(j, "posted_at") != NULL;
}

static bool
is_event(const struct hd_json *j)
{
	return id_is(j, "evt_") && hd_json_get(j, "emitted_at") != NULL;
}

static bool
is_teammate(const struct hd_json *j)
{
	return id_is(j, "tea_") && hd_json_get(j, "email") != NULL;
}

static bool
is_contact(const struct hd_json *j)
{
	return id_is(j, "crd_") && hd_json_get(j, "handles") != NULL;
}

static bool
is_account(const struct hd_json *j)
{
	return id_is(j, "acc_") && hd_json_get(j, "name") != NULL;
}

struct hd_str
hd_front_customer(const struct hd_json *recipient)
{
	struct hd_str id = hd_url_id(
	    hd_json_at(recipient, "_links.related.contact"), "/contacts/");

	return id.p != NULL ? id : hd_json_at(recipient, "handle");
}

int
hd_front_conversation(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str *id, struct hd_err *err)
{
	*id = hd_url_id(
	    hd_json_at(j, "_links.related.conversation"), "/conversations/");
	if (id->p == NULL)
		*id = hd_json_at(j, "conversation.id");
	if (id->p == NULL)
		*id = hd_file_id(in->file, "cnv_");
	if (id->p == NULL)
		return hd_err_set(err, HD_EDATA,
		    "the record names no conversation: put the conversation's "
		    "id into the file's name, as cnv_1a2b.json");
	return 0;
}

/* The category of accounts with ticketing says more than the status. */
static int
status(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_str category = hd_json_at(j, "status_category");
	struct hd_str word = hd_status_or_raw(category);

	hd_rec_null(r, HD_TK_MARK);
	if (hd_take(in, r, HD_TK_STATUS, j, "status", err) != 0)
		return -1;
	if (hd_str_eq(hd_json_at(j, "status"), "deleted"))
		return 0;
	if (hd_str_eq(hd_json_at(j, "status"), "unassigned"))
		hd_rec_text(r, HD_TK_STATUS, hd_str("open"));
	if (hd_status_word(category) != NULL)
		hd_rec_text(r, HD_TK_STATUS, word);
	return 0;
}

static int
map_conversation(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str subject = hd_json_at(j, "subject");
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = hd_json_at(j, "id");
	if (hd_take_utc(&r, HD_TK_CREATED, j, "created_at", err) != 0 ||
	    hd_take_utc(&r, HD_TK_UPDATED, j, "updated_at", err) != 0 ||
	    hd_take_version(&r, j, "updated_at", err) != 0 ||
	    status(in, &r, j, err) != 0)
		return -1;
	if (subject.n > 0 && !hd_placeholder(subject))
		hd_rec_text(&r, HD_TK_SUBJECT, subject);
	hd_rec_text(&r, HD_TK_ASSIGNEE, hd_json_at(j, "assignee.id"));
	hd_rec_text(&r, HD_TK_REQUESTER,
	    hd_front_customer(hd_json_get(j, "recipient")));
	hd_take_tags(in, &r, hd_json_get(j, "tags"), "name");
	hd_take_fields(in, &r, hd_json_get(j, "custom_fields"));
	return hd_emit(in, &r, err);
}

static int
map_teammate(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_PERSON);
	r.id = hd_json_at(j, "id");
	hd_rec_text(&r, HD_PS_NAME,
	    hd_full_name(
		in, hd_json_at(j, "first_name"), hd_json_at(j, "last_name")));
	hd_rec_text(&r, HD_PS_EMAIL, hd_json_at(j, "email"));
	hd_rec_int(&r, HD_PS_ROLE, HD_ROLE_AGENT);
	return hd_emit(in, &r, err);
}

static int
map_contact(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *h = hd_json_get(j, "handles");
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_PERSON);
	r.id = hd_json_at(j, "id");
	hd_rec_text(&r, HD_PS_NAME, hd_json_at(j, "name"));
	for (h = h != NULL ? h->child : NULL; h != NULL; h = h->next)
		if (hd_str_eq(hd_json_at(h, "source"), "email") &&
		    r.v[HD_PS_EMAIL].type == HD_CELL_NONE)
			hd_rec_text(&r, HD_PS_EMAIL, hd_json_at(h, "handle"));
	hd_rec_text(&r, HD_PS_ACCOUNT, hd_json_at(j, "account.id"));
	hd_rec_int(&r, HD_PS_ROLE, HD_ROLE_CUSTOMER);
	if (hd_take_version(&r, j, "updated_at", err) != 0)
		return -1;
	return hd_emit(in, &r, err);
}

static int
map_account(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_ACCOUNT);
	r.id = hd_json_at(j, "id");
	if (hd_account_emit(in, &r, j, err) != 0)
		return -1;
	return hd_facts_object(
	    in, r.id, hd_json_get(j, "custom_fields"), r.ver, err);
}

static const struct hd_rectype types[] = {
	{ "conversation", HD_REC_TICKET, is_conversation, map_conversation },
	{ "message", HD_REC_MESSAGE, is_message, hd_front_message },
	{ "comment", HD_REC_MESSAGE, is_comment, hd_front_comment },
	{ "event", HD_REC_EVENT, is_event, hd_front_event },
	{ "teammate", HD_REC_PERSON, is_teammate, map_teammate },
	{ "contact", HD_REC_PERSON, is_contact, map_contact },
	{ "account", HD_REC_ACCOUNT, is_account, map_account },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_front = { "front", types };
