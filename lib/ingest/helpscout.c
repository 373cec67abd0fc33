/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Help Scout: conversations with or without their threads, threads, ratings,
 * customers and users.  Only data of API v3 tells its AI (system_user) from
 * people; in v2 both are users.
 */
#include "ingest/convert.h"
#include "ingest/fields.h"
#include "ingest/helpscout.h"
#include "ingest/parts.h"

static bool
is_conversation(const struct hd_json *j)
{
	return hd_json_get(j, "number") != NULL &&
	       hd_json_get(j, "mailboxId") != NULL &&
	       hd_json_get(j, "status") != NULL;
}

static bool
is_thread(const struct hd_json *j)
{
	return hd_json_path(j, "createdBy.type") != NULL &&
	       (hd_json_path(j, "source.via") != NULL ||
		   hd_helpscout_lineitem(j)) &&
	       hd_json_get(j, "state") != NULL &&
	       hd_json_get(j, "number") == NULL;
}

static bool
is_rating(const struct hd_json *j)
{
	return hd_json_get(j, "rating") != NULL &&
	       hd_json_get(j, "threadId") != NULL &&
	       (hd_json_get(j, "conversationId") != NULL ||
		   hd_json_get(j, "ticketId") != NULL);
}

static bool
is_user(const struct hd_json *j)
{
	return hd_json_get(j, "firstName") != NULL &&
	       hd_json_get(j, "role") != NULL &&
	       hd_json_get(j, "timezone") != NULL;
}

static bool
is_customer(const struct hd_json *j)
{
	return hd_json_get(j, "firstName") != NULL &&
	       (hd_json_get(j, "photoUrl") != NULL ||
		   hd_json_path(j, "_embedded.emails") != NULL);
}

/* The pages that the customer saw stand in a line of Beacon's. */
static void
page(struct hd_rec *r, const struct hd_json *list)
{
	struct hd_str url;

	if (list == NULL)
		return;
	for (list = list->child; list != NULL; list = list->next) {
		if (!hd_helpscout_lineitem(list) ||
		    !hd_str_starts(hd_json_at(list, "source.type"), "beacon"))
			continue;
		url = hd_first_page(hd_json_at(list, "body"));
		if (url.p == NULL)
			url = hd_first_page(hd_json_at(list, "action.text"));
		hd_rec_text(r, HD_TK_PAGE, url);
	}
}

static void
custom_fields(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *f = hd_json_get(j, "customFields");
	struct hd_fields out;
	struct hd_str text;

	hd_fields_begin(&out, in);
	for (f = f != NULL ? f->child : NULL; f != NULL; f = f->next) {
		text = hd_json_at(f, "text");
		if (text.n == 0)
			text = hd_json_at(f, "value");
		if (hd_json_at(f, "name").n > 0)
			hd_fields_text(&out, hd_json_at(f, "name"), text);
	}
	hd_fields_end(&out, r);
}

/* A conversation that a user began, but not a call that a user wrote down. */
static void
marks(struct hd_rec *r, const struct hd_json *j)
{
	if (r->v[HD_TK_MARK].type != HD_CELL_TEXT)
		hd_rec_null(r, HD_TK_MARK);
	if (hd_str_eq(hd_json_at(j, "createdBy.type"), "user") &&
	    hd_str_eq(hd_json_at(j, "source.via"), "user") &&
	    !hd_str_eq(hd_json_at(j, "type"), "phone"))
		hd_rec_text(r, HD_TK_MARK, hd_str("outbound"));
	if (hd_str_eq(hd_json_at(j, "state"), "deleted"))
		hd_rec_text(r, HD_TK_MARK, hd_str("deleted"));
	if (hd_str_eq(hd_json_at(j, "status"), "spam"))
		hd_rec_text(r, HD_TK_MARK, hd_str("spam"));
}

/* The newest rating of a person's reply. */
static int
satisfaction(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *list,
    struct hd_err *err)
{
	const struct hd_json *v;
	struct hd_str word;

	for (list = list != NULL ? list->child : NULL; list != NULL;
	     list = list->next) {
		v = hd_json_get(list, "rating");
		word = hd_helpscout_rating(hd_json_at(v, "rating"));
		if (word.n == 0 ||
		    hd_str_eq(hd_json_at(v, "user.type"), "system_user"))
			continue;
		if (hd_take_utc(r, HD_TK_CSAT_AT, v, "createdAt", err) != 0)
			return -1;
		return hd_convert(in, r, HD_TK_CSAT, 0, word, err);
	}
	return 0;
}

static int
columns(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    const struct hd_json *threads, struct hd_err *err)
{
	struct hd_str subject = hd_json_at(j, "subject");
	struct hd_str channel = hd_json_at(j, "source.type");

	if (hd_take_utc(r, HD_TK_CREATED, j, "createdAt", err) != 0 ||
	    hd_take_utc(r, HD_TK_UPDATED, j, "userUpdatedAt", err) != 0 ||
	    hd_take_utc(r, HD_TK_CLOSED, j, "closedAt", err) != 0 ||
	    hd_take(in, r, HD_TK_STATUS, j, "status", err) != 0)
		return -1;
	if (satisfaction(in, r, threads, err) != 0)
		return -1;
	if (subject.n > 0 && !hd_placeholder(subject))
		hd_rec_text(r, HD_TK_SUBJECT, subject);
	hd_rec_text(
	    r, HD_TK_CHANNEL, channel.n > 0 ? channel : hd_json_at(j, "type"));
	hd_rec_text(r, HD_TK_TEAM, hd_json_at(j, "mailboxId"));
	hd_rec_text(r, HD_TK_ASSIGNEE, hd_json_at(j, "assignee.id"));
	hd_rec_text(r, HD_TK_REQUESTER,
	    hd_made_id(in, "customer:", hd_json_at(j, "primaryCustomer.id")));
	hd_take_tags(in, r, hd_json_get(j, "tags"), "tag");
	custom_fields(in, r, j);
	page(r, threads);
	marks(r, j);
	return 0;
}

static int
map_conversation(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *list = hd_json_path(j, "_embedded.threads");
	struct hd_rec r;

	if (list == NULL)
		list = hd_json_get(j, "threads"); /* also a count */
	if (list != NULL && list->type != HD_JARR)
		list = NULL;
	hd_rec_init(&r, HD_REC_TICKET);
	r.id = hd_json_at(j, "id");
	if (columns(in, &r, j, list, err) != 0)
		return -1;
	if (r.v[HD_TK_UPDATED].type == HD_CELL_INT)
		r.ver = r.v[HD_TK_UPDATED].i;
	if (hd_emit(in, &r, err) != 0)
		return -1;
	return list != NULL ? hd_helpscout_threads(in, list, r.id, err) : 0;
}

static int
map_thread(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str ticket = hd_json_at(j, "conversationId");

	if (ticket.p == NULL)
		ticket = hd_url_id(hd_json_at(j, "_links.conversation.href"),
		    "/conversations/");
	if (ticket.p == NULL)
		ticket = hd_file_number(in->file);
	if (ticket.p == NULL)
		return hd_err_set(err, HD_EDATA,
		    "the thread names no conversation: put the conversation's "
		    "id into the file's name, as 123.json, or export with "
		    "embed=threads");
	return hd_helpscout_alone(in, j, ticket, err);
}

static int
map_rating(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str ticket = hd_json_at(j, "conversationId");

	return hd_helpscout_rate(
	    in, j, ticket.p != NULL ? ticket : hd_json_at(j, "ticketId"), err);
}

static int
person(struct hd_ingest *in, const struct hd_json *j, enum hd_role role,
    struct hd_err *err)
{
	const struct hd_json *mail = hd_json_path(j, "_embedded.emails");
	struct hd_str company = hd_json_at(j, "organizationId");
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_PERSON);
	r.id = hd_json_at(j, "id");
	if (role == HD_ROLE_CUSTOMER) /* numbered apart from the users */
		r.id = hd_made_id(in, "customer:", r.id);
	hd_rec_text(&r, HD_PS_NAME,
	    hd_full_name(
		in, hd_json_at(j, "firstName"), hd_json_at(j, "lastName")));
	hd_rec_text(&r, HD_PS_EMAIL, hd_json_at(j, "email"));
	if (mail != NULL && mail->child != NULL)
		hd_rec_text(&r, HD_PS_EMAIL, hd_json_at(mail->child, "value"));
	if (company.n == 0)
		company = hd_json_at(j, "organization");
	if (company.n > 0)
		hd_rec_text(&r, HD_PS_ACCOUNT, company);
	hd_rec_int(&r, HD_PS_ROLE, role);
	if (hd_take_version(&r, j, "updatedAt", err) != 0)
		return -1;
	return hd_emit(in, &r, err);
}

static int
map_user(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return person(in, j, HD_ROLE_AGENT, err);
}

static int
map_customer(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return person(in, j, HD_ROLE_CUSTOMER, err);
}

static const struct hd_rectype types[] = {
	{ "conversation", HD_REC_TICKET, is_conversation, map_conversation },
	{ "thread", HD_REC_MESSAGE, is_thread, map_thread },
	{ "rating", HD_REC_SURVEY, is_rating, map_rating },
	{ "user", HD_REC_PERSON, is_user, map_user },
	{ "customer", HD_REC_PERSON, is_customer, map_customer },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_helpscout = { "helpscout", types };
