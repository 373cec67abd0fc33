/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Messages of Freshdesk: conversations of version 2, notes of version 1.
 * Automations answer under an automation_id; whether such a one is an AI is
 * told by what it did (settle_people.sql), so each becomes a person of role
 * system first.  An agent may be a virtual one: who he is decides.
 */
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/freshdesk.h"
#include "ingest/parts.h"

#define SOURCE_SURVEY 6

bool
hd_freshdesk_is_conversation(const struct hd_json *j)
{
	return hd_json_get(j, "incoming") != NULL &&
	       hd_json_get(j, "private") != NULL;
}

/*
 * In version 2 body_text is the text of body; in version 1 body is that of
 * body_html, as description is of description_html.
 */
static struct hd_str
body_of(struct hd_ingest *in, const struct hd_json *j, const char *text,
    const char *html, const char *old)
{
	struct hd_str s = hd_json_at(j, text);

	if (s.n > 0)
		return s;
	if (hd_json_get(j, old) != NULL && hd_json_at(j, html).n > 0)
		return hd_json_at(j, html);
	if (hd_json_get(j, old) != NULL)
		return hd_plain(in, hd_json_at(j, old));
	return hd_plain(in, hd_json_at(j, html));
}

int
hd_freshdesk_description(
    struct hd_ingest *in, const struct hd_json *ticket, struct hd_err *err)
{
	bool ours =
	    hd_freshdesk_code(ticket, "source") == HD_FRESHDESK_OUTBOUND;
	struct hd_str agent = hd_json_at(ticket, "responder_id");
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_MESSAGE);
	hd_rec_text(&r, HD_MS_BODY,
	    body_of(in, ticket, "description_text", "description",
		"description_html"));
	if (r.v[HD_MS_BODY].s.n == 0)
		return 0;
	r.id = hd_str("#description");
	r.ticket = hd_freshdesk_id(ticket);
	bad = hd_take_utc(&r, HD_MS_AT, ticket, "created_at", err);
	hd_rec_int(&r, HD_MS_SEQ, -1); /* before a reply of the same second */
	hd_rec_int(&r, HD_MS_SAID, ours ? HD_ROLE_AGENT : HD_ROLE_CUSTOMER);
	hd_rec_text(&r, HD_MS_AUTHOR,
	    ours && agent.n > 0 ? agent : hd_json_at(ticket, "requester_id"));
	return hd_emit_part(in, &r, bad, err);
}

/* An automation as an author: "automation:430005511". */
static int
automation(struct hd_ingest *in, struct hd_rec *r, struct hd_str id,
    struct hd_err *err)
{
	struct hd_author a = { hd_made_id(in, "automation:", id), { NULL, 0 },
		{ NULL, 0 }, HD_ROLE_SYSTEM, NULL };

	a.name = a.id;
	hd_rec_text(r, HD_MS_AUTHOR, a.id);
	return hd_author_emit(in, &a, err);
}

static int
author(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_author a = { hd_json_at(j, "user_id"), { NULL, 0 },
		{ NULL, 0 }, HD_ROLE_AGENT, NULL };
	struct hd_str id = hd_json_at(j, "automation_id");

	hd_rec_text(r, HD_MS_AUTHOR, a.id);
	if (hd_json_true(hd_json_get(j, "incoming"))) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_CUSTOMER);
		return 0;
	}
	if (id.n > 0)
		return automation(in, r, id, err);
	if (hd_json_true(hd_json_get(j, "auto_response"))) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_SYSTEM);
		hd_rec_text(r, HD_MS_EVIDENCE, hd_str("auto_response"));
		return 0;
	}
	return hd_author_emit(in, &a, err);
}

/*
 * The only mark of an edit there is: which message was changed, when and by
 * whom.  What it said before is not kept by anybody.
 */
static int
edit(struct hd_ingest *in, const struct hd_json *j, const struct hd_rec *m,
    struct hd_err *err)
{
	struct hd_rec r;
	int bad;

	if (hd_json_at(j, "last_edited_at").n == 0)
		return 0;
	hd_rec_init(&r, HD_REC_EVENT);
	r.id = hd_made_id(in, "edit:", m->id);
	r.ticket = m->ticket;
	r.ver = m->ver;
	bad = hd_take_utc(&r, HD_EV_AT, j, "last_edited_at", err);
	hd_rec_text(&r, HD_EV_ACTOR, hd_json_at(j, "last_edited_user_id"));
	hd_rec_text(&r, HD_EV_FIELD, hd_str("edited"));
	hd_rec_text(&r, HD_EV_NEW, m->id);
	return hd_emit_part(in, &r, bad, err);
}

static int
message(struct hd_ingest *in, const struct hd_json *j, struct hd_str ticket,
    struct hd_err *err)
{
	bool private = hd_json_true(hd_json_get(j, "private"));
	struct hd_rec r;

	/* a survey answer is written as a message, and is none */
	if (hd_freshdesk_code(j, "source") == SOURCE_SURVEY ||
	    hd_json_true(hd_json_get(j, "deleted"))) {
		hd_skip(in, HD_REC_MESSAGE);
		return 0;
	}
	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_json_at(j, "id");
	r.ticket = ticket;
	if (hd_take_utc(&r, HD_MS_AT, j, "created_at", err) != 0 ||
	    hd_take_version(&r, j, "updated_at", err) != 0)
		return -1;
	hd_rec_int(&r, HD_MS_PUBLIC, !private);
	if (private)
		hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
	hd_rec_text(
	    &r, HD_MS_BODY, body_of(in, j, "body_text", "body", "body_html"));
	if (author(in, &r, j, err) != 0 || hd_emit(in, &r, err) != 0)
		return -1;
	return edit(in, j, &r, err);
}

int
hd_freshdesk_conversation(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str ticket = hd_json_at(j, "ticket_id");

	if (ticket.n == 0)
		return hd_err_set(err, HD_EDATA, "the message names no ticket");
	return message(in, j, ticket, err);
}

int
hd_freshdesk_talk(struct hd_ingest *in, const struct hd_json *array,
    struct hd_str ticket, struct hd_err *err)
{
	const struct hd_json *j;

	if (array == NULL || array->type != HD_JARR)
		return 0;
	for (array = array->child; array != NULL; array = array->next) {
		j = hd_json_get(array, "note");
		if (message(in, j != NULL ? j : array, ticket, err) == 0)
			continue;
		if (err->code != HD_EDATA)
			return -1;
		(void)hd_reject(in, HD_REC_MESSAGE, err);
	}
	return 0;
}
