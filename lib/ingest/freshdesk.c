/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Freshdesk: the list of its records, and tickets, as version 2 of the API and
 * the export of version 1 write them.
 */

#include "base/num.h"
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/fields.h"
#include "ingest/freshdesk.h"
#include "ingest/parts.h"

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

int64_t
hd_freshdesk_code(const struct hd_json *j, const char *name)
{
	int64_t v;

	return hd_num_int(hd_json_at(j, name), &v) ? v : -1;
}

struct hd_str
hd_freshdesk_id(const struct hd_json *ticket)
{
	struct hd_str id = hd_json_at(ticket, "display_id");

	return id.n > 0 ? id : hd_json_at(ticket, "id");
}

/* The account's own statuses have a name in version 1 alone. */
static void
status(struct hd_rec *r, const struct hd_json *j)
{
	static const char *const words[] = { "open", "pending", "solved",
		"closed", "pending", "hold" };
	int64_t v = hd_freshdesk_code(j, "status");
	struct hd_str name = hd_json_at(j, "status_name");
	const char *word = name.n > 0 ? hd_status_word(name) : NULL;

	hd_rec_text(r, HD_TK_STATUS_RAW, hd_json_at(j, "status"));
	hd_rec_null(r, HD_TK_STATUS);
	if (v >= 2 && v <= 7)
		word = words[v - 2];
	hd_rec_text(r, HD_TK_STATUS, hd_str(word));
}

static void
channel(struct hd_rec *r, const struct hd_json *j)
{
	static const char *const words[] = { "email", "portal", "phone",
		"forum", "twitter", "facebook", "chat", "mobihelp", "widget",
		"outbound", "ecommerce", "bot" };
	int64_t v = hd_freshdesk_code(j, "source");

	hd_rec_null(r, HD_TK_MARK);
	if (v >= 1 && v <= 12)
		hd_rec_text(r, HD_TK_CHANNEL, hd_str(words[v - 1]));
	if (v == HD_FRESHDESK_OUTBOUND)
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
	int64_t v = hd_freshdesk_code(j, "priority");

	if (v >= 1 && v <= 4)
		hd_rec_text(r, HD_TK_PRIORITY, hd_str(words[v - 1]));
}

/* A first page or URL among the custom fields is where the customer was. */
static void
page(struct hd_rec *r, const struct hd_json *fields)
{
	if (fields == NULL || fields->type != HD_JOBJ)
		return;
	for (fields = fields->child; fields != NULL; fields = fields->next)
		hd_maybe_page(r, hd_json_str(fields));
}

/* Of the statistics, which a list has when it was asked for. */
static int
stats(struct hd_rec *r, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *s = hd_json_get(j, "stats");

	if (hd_take_utc(r, HD_TK_SOLVED, s, "resolved_at", err) != 0 ||
	    hd_take_utc(r, HD_TK_CLOSED, s, "closed_at", err) != 0)
		return -1;
	if (hd_json_at(s, "reopened_at").p != NULL)
		hd_rec_int(r, HD_TK_REOPENS, 1); /* at least */
	else if (hd_json_get(s, "reopened_at") != NULL)
		hd_rec_int(r, HD_TK_REOPENS, 0);
	/* of what we began ourselves there is no first reply */
	return hd_freshdesk_code(j, "source") == HD_FRESHDESK_OUTBOUND
		   ? 0
		   : hd_take_first_reply(r, s, "first_responded_at", err);
}

/* What the customer sounds like is the vendor's guess, and kept as such. */
static void
fields(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    const struct hd_json *custom)
{
	static const char *const scores[] = { "sentiment_score",
		"initial_sentiment_score" };
	struct hd_fields f;

	hd_fields_begin(&f, in);
	hd_fields_members(&f, custom);
	hd_fields_named(&f, j, scores, 2);
	hd_fields_end(&f, r);
}

/* "type" and "custom_fields" have other names in version 1. */
static const struct hd_json *
either(const struct hd_json *j, const char *name, const char *old)
{
	const struct hd_json *v = hd_json_get(j, name);

	return v != NULL ? v : hd_json_get(j, old);
}

static int
columns(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	const struct hd_json *custom =
	    either(j, "custom_fields", "custom_field");
	struct hd_str subject = hd_json_at(j, "subject");

	if (hd_take_utc(r, HD_TK_CREATED, j, "created_at", err) != 0 ||
	    hd_take_utc(r, HD_TK_UPDATED, j, "updated_at", err) != 0 ||
	    stats(r, j, err) != 0 || hd_freshdesk_ratings(in, r, j, err) != 0)
		return -1;
	status(r, j);
	channel(r, j);
	priority(r, j);
	if (subject.p != NULL && subject.n > 0 && !hd_placeholder(subject))
		hd_rec_text(r, HD_TK_SUBJECT, subject);
	hd_rec_text(r, HD_TK_TEAM, hd_json_at(j, "group_id"));
	hd_rec_text(r, HD_TK_ASSIGNEE, hd_json_at(j, "responder_id"));
	hd_rec_text(
	    r, HD_TK_CATEGORY, hd_json_str(either(j, "type", "ticket_type")));
	hd_rec_text(r, HD_TK_REQUESTER, hd_json_at(j, "requester_id"));
	hd_rec_text(r, HD_TK_ACCOUNT, hd_json_at(j, "company_id"));
	hd_rec_text(r, HD_TK_BRAND, hd_json_at(j, "product_id"));
	hd_take_tags(in, r, hd_json_get(j, "tags"), "name");
	fields(in, r, j, custom);
	page(r, custom);
	return 0;
}

/*
 * Whom the ticket names.  An agent may be a requester too, so that role is not
 * said here; what he asks is the customer's by the ticket's own word.
 */
static int
people(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *q = hd_json_get(j, "requester");
	struct hd_author asks = { hd_json_at(j, "requester_id"),
		hd_json_at(q, "name"), hd_json_at(q, "email"), HD_ROLE_UNKNOWN,
		NULL };
	struct hd_author works = { hd_json_at(j, "responder_id"),
		hd_json_at(j, "responder_name"), { NULL, 0 }, HD_ROLE_AGENT,
		NULL };

	if (asks.name.n == 0)
		asks.name = hd_json_at(j, "requester_name");
	if (hd_str_ieq(hd_json_at(j, "status_name"), "Assigned to AI Agent"))
		works.ai = "status Assigned to AI Agent";
	if ((asks.name.n > 0 || asks.email.n > 0) &&
	    hd_author_emit(in, &asks, err) != 0)
		return -1;
	return works.name.n > 0 || works.ai != NULL
		   ? hd_author_emit(in, &works, err)
		   : 0;
}

static int
map_ticket(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = hd_freshdesk_id(j);
	if (columns(in, &r, j, err) != 0)
		return -1;
	if (r.v[HD_TK_UPDATED].type == HD_CELL_INT)
		r.ver = r.v[HD_TK_UPDATED].i;
	if (hd_emit(in, &r, err) != 0 || people(in, j, err) != 0 ||
	    hd_freshdesk_description(in, j, err) != 0 ||
	    hd_freshdesk_talk(
		in, either(j, "conversations", "notes"), r.id, err) != 0)
		return -1;
	return hd_freshdesk_surveys(in, j, r.id, err);
}

static const struct hd_rectype types[] = {
	{ "conversation", HD_REC_MESSAGE, hd_freshdesk_is_conversation,
	    hd_freshdesk_conversation },
	{ "rating", HD_REC_SURVEY, hd_freshdesk_is_rating,
	    hd_freshdesk_rating },
	{ "time_entry", HD_REC_EVENT, hd_freshdesk_is_time, hd_freshdesk_time },
	{ "activity", HD_REC_EVENT, hd_freshdesk_is_activity,
	    hd_freshdesk_activity },
	{ "ticket", HD_REC_TICKET, is_ticket, map_ticket },
	{ "company", HD_REC_ACCOUNT, hd_freshdesk_is_company,
	    hd_freshdesk_company },
	{ "agent", HD_REC_PERSON, hd_freshdesk_is_agent, hd_freshdesk_agent },
	{ "contact", HD_REC_PERSON, hd_freshdesk_is_contact,
	    hd_freshdesk_contact },
	{ "group", HD_REC_NAME, hd_freshdesk_is_group, hd_freshdesk_group },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_freshdesk = { "freshdesk", types };
