/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Threads, messages, e-mails and notes of HubSpot: see hubspot.h. */
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/hubspot.h"
#include "ingest/parts.h"

bool
hd_hubspot_is_thread(const struct hd_json *j)
{
	return hd_json_get(j, "inboxId") != NULL &&
	       hd_json_get(j, "status") != NULL &&
	       (hd_json_get(j, "associatedContactId") != NULL ||
		   hd_json_get(j, "originalChannelId") != NULL);
}

bool
hd_hubspot_is_message(const struct hd_json *j)
{
	return hd_json_get(j, "type") != NULL &&
	       hd_json_get(j, "client") != NULL &&
	       (hd_json_get(j, "senders") != NULL ||
		   hd_json_get(j, "conversationsThreadId") != NULL);
}

bool
hd_hubspot_is_engagement(const struct hd_json *j)
{
	return hd_json_path(j, "properties.hs_email_direction") != NULL ||
	       hd_json_path(j, "properties.hs_note_body") != NULL;
}

int
hd_hubspot_thread(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = hd_made_id(in, "thread:", hd_json_at(j, "id"));
	hd_rec_null(&r, HD_TK_MARK);
	hd_rec_null(&r, HD_TK_CLOSED);
	if (hd_take_utc(&r, HD_TK_CREATED, j, "createdAt", err) != 0 ||
	    hd_take_utc(&r, HD_TK_CLOSED, j, "closedAt", err) != 0 ||
	    hd_take_utc(&r, HD_TK_UPDATED, j, "latestMessageTimestamp", err) !=
		0 ||
	    hd_take_version(&r, j, "latestMessageTimestamp", err) != 0 ||
	    hd_take(in, &r, HD_TK_STATUS, j, "status", err) != 0)
		return -1;
	hd_rec_some(&r, HD_TK_BRAND, hd_json_at(j, "inboxId"));
	hd_rec_some(&r, HD_TK_CHANNEL, hd_json_at(j, "originalChannelId"));
	hd_rec_some(&r, HD_TK_ASSIGNEE, hd_json_at(j, "assignedTo"));
	hd_rec_some(&r, HD_TK_REQUESTER, hd_json_at(j, "associatedContactId"));
	hd_rec_some(&r, HD_TK_LINK,
	    hd_made_id(in, "hubspot:",
		hd_json_at(j, "threadAssociations.associatedTicketId")));
	if (hd_json_true(hd_json_get(j, "spam")))
		hd_rec_text(&r, HD_TK_MARK, hd_str("spam"));
	else if (hd_json_true(hd_json_get(j, "archived")))
		hd_rec_text(&r, HD_TK_MARK, hd_str("deleted"));
	return hd_emit(in, &r, err);
}

/*
 * The letters before an actor's id are not documented; they are read as others
 * have seen them.  A bot and an integration are automations: whether such a
 * one is an AI is told by its name and by what it did.
 */
static int
author(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	const struct hd_json *from = hd_json_get(j, "senders");
	struct hd_author who = { .role = HD_ROLE_UNKNOWN };
	struct hd_str id;
	char kind;

	from = from != NULL ? from->child : NULL;
	id = hd_json_at(from, "actorId");
	if (id.n == 0)
		id = hd_json_at(j, "createdBy");
	who.id = id;
	who.name = hd_json_at(from, "name");
	kind = id.n > 2 && id.p[1] == '-' ? id.p[0] : '\0';
	hd_rec_some(r, HD_MS_AUTHOR, id);
	if (hd_str_eq(hd_json_at(j, "type"), "WELCOME_MESSAGE") ||
	    kind == 'S') {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_SYSTEM);
	} else if (kind == 'L') {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_AI);
		hd_rec_text(
		    r, HD_MS_EVIDENCE, hd_str("actor L- (language model)"));
	} else if (kind == 'V' || kind == 'E' ||
		   hd_str_eq(hd_json_at(j, "direction"), "INCOMING")) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_CUSTOMER);
	} else if (kind == 'A') {
		who.role = HD_ROLE_AGENT;
		return hd_author_emit(in, &who, err);
	} else if (kind == 'B' || kind == 'I') {
		who.role = HD_ROLE_SYSTEM;
		return hd_author_emit(in, &who, err);
	}
	return 0;
}

/* 1 when it was an event, not a message. */
static int
event(struct hd_ingest *in, const struct hd_json *j, struct hd_str ticket,
    struct hd_err *err)
{
	struct hd_str type = hd_json_at(j, "type");
	struct hd_str to = hd_json_at(j, "newStatus");
	struct hd_str actor = hd_json_at(j, "createdBy");
	struct hd_change c = { .ticket = ticket,
		.id = hd_json_at(j, "id"),
		.actor = actor,
		.role = actor.n > 2 && hd_str_starts(actor, "A-")
			    ? HD_ROLE_AGENT
			    : HD_ROLE_SYSTEM };

	if (hd_str_eq(type, "THREAD_STATUS_CHANGE")) {
		bool close = hd_str_ieq(to, "CLOSED");

		c.field = "status";
		c.new = hd_status_or_raw(to);
		c.old = hd_str(close ? "open" : "closed");
	} else if (hd_str_eq(type, "ASSIGNMENT")) {
		c.field = "assignee";
		c.old = hd_json_at(j, "assignedFrom");
		c.new = hd_json_at(j, "assignedTo");
	} else if (hd_str_eq(type, "THREAD_INBOX_CHANGE")) {
		c.field = "team";
		c.old = hd_json_at(j, "fromInboxId");
		c.new = hd_json_at(j, "toInboxId");
	} else {
		return 0;
	}
	return hd_emit_change(in, &c, j, "createdAt", err) != 0 ? -1 : 1;
}

int
hd_hubspot_message(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str thread = hd_json_at(j, "conversationsThreadId");
	struct hd_str text = hd_json_at(j, "text");
	bool note = hd_str_eq(hd_json_at(j, "type"), "COMMENT");
	struct hd_rec r;
	int done;

	if (thread.p == NULL)
		thread = hd_file_number(in->file);
	if (thread.p == NULL)
		return hd_err_set(err, HD_EDATA,
		    "the message names no thread: put the thread's id into "
		    "the file's name, as 123.json");
	thread = hd_made_id(in, "thread:", thread);
	done = event(in, j, thread, err);
	if (done != 0)
		return done < 0 ? -1 : 0;
	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_json_at(j, "id");
	r.ticket = thread;
	if (hd_take_utc(&r, HD_MS_AT, j, "createdAt", err) != 0 ||
	    hd_take_version(&r, j, "updatedAt", err) != 0 ||
	    author(in, &r, j, err) != 0)
		return -1;
	hd_rec_int(&r, HD_MS_PUBLIC, !note);
	if (note)
		hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
	hd_rec_text(&r, HD_MS_BODY,
	    text.n > 0 ? text : hd_plain(in, hd_json_at(j, "richText")));
	return hd_emit(in, &r, err);
}

/* An e-mail or a note that is associated with a ticket. */
int
hd_hubspot_engagement(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *p = hd_json_get(j, "properties");
	struct hd_str way = hd_json_at(p, "hs_email_direction");
	struct hd_str body = hd_json_at(p, "hs_email_text");
	bool note = way.n == 0;
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_made_id(in, note ? "note:" : "email:", hd_json_at(j, "id"));
	r.ticket = hd_hubspot_to(j, "tickets");
	if (r.ticket.p == NULL) { /* of a deal or a contact alone */
		hd_skip(in, HD_REC_MESSAGE);
		return 0;
	}
	if (hd_take_utc(&r, HD_MS_AT, p, "hs_timestamp", err) != 0 ||
	    hd_take_version(&r, p, "hs_lastmodifieddate", err) != 0)
		return -1;
	/* a note that nobody owns may be a workflow's */
	if (hd_str_eq(way, "INCOMING_EMAIL"))
		hd_rec_int(&r, HD_MS_SAID, HD_ROLE_CUSTOMER);
	else if (!note || hd_json_at(p, "hubspot_owner_id").n > 0)
		hd_rec_int(&r, HD_MS_SAID, HD_ROLE_AGENT);
	hd_rec_some(&r, HD_MS_AUTHOR,
	    hd_str_eq(way, "INCOMING_EMAIL")
		? hd_hubspot_to(j, "contacts")
		: hd_json_at(p, "hubspot_owner_id"));
	note = note || hd_str_eq(way, "FORWARDED_EMAIL");
	hd_rec_int(&r, HD_MS_PUBLIC, !note);
	if (note)
		hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
	if (body.n == 0)
		body = hd_plain(in, hd_json_at(p, "hs_email_html"));
	if (body.n == 0)
		body = hd_plain(in, hd_json_at(p, "hs_note_body"));
	hd_rec_text(&r, HD_MS_BODY, body);
	return hd_emit(in, &r, err);
}
