/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Zendesk Chat as it was before messaging: a chat a record, with its history.
 * A chat that became a ticket adds to that ticket; others are their own.
 */
#include <stdio.h>

#include "ingest/transcript.h"
#include "ingest/zendesk_int.h"

bool
hd_zd_is_chat(const struct hd_json *j)
{
	const struct hd_json *h = hd_json_get(j, "history");
	const struct hd_json *v = hd_json_get(j, "visitor");

	return v != NULL && v->type == HD_JOBJ &&
	       (hd_str_eq(hd_json_at(j, "type"), "offline_msg") ||
		   (h != NULL && h->type == HD_JARR));
}

/* The last page the visitor was on when the chat began. */
static void
page(struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *w = hd_json_get(j, "webpath");
	struct hd_str to = { NULL, 0 }, one;

	for (w = w != NULL ? w->child : NULL; w != NULL; w = w->next) {
		one = hd_json_at(w, "to");
		if (one.p == NULL)
			one = hd_json_at(w, "from");
		if (one.n > 0 && to.p == NULL)
			to = one;
		if (one.n > 0 && hd_str_cmp(hd_json_at(w, "timestamp"),
				     hd_json_at(j, "timestamp")) <= 0)
			to = one;
	}
	if (to.p != NULL)
		hd_rec_text(r, HD_TK_PAGE, hd_page(to));
}

static void
fields(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	static const char *const names[] = { "missed", "department_name",
		"started_by", "triggered" };

	hd_zd_keep(in, r, j, names, sizeof(names) / sizeof(names[0]));
}

/* A chat has no version: what the ticket's own record says stands. */
static int
ticket(struct hd_ingest *in, const struct hd_json *j, struct hd_str id,
    struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = id;
	if (hd_take_utc(&r, HD_TK_CREATED, j, "timestamp", err) != 0 ||
	    hd_take(in, &r, HD_TK_CSAT, j, "rating", err) != 0 ||
	    hd_take(in, &r, HD_TK_FIRST_REPLY, j, "response_time.first", err) !=
		0)
		return -1;
	hd_rec_text(&r, HD_TK_CHANNEL, hd_str("chat"));
	hd_rec_text(&r, HD_TK_REQUESTER, hd_json_at(j, "visitor.id"));
	hd_take_tags(in, &r, hd_json_get(j, "tags"), "name");
	page(&r, j);
	fields(in, &r, j);
	return hd_emit(in, &r, err);
}

static int
rating(struct hd_ingest *in, const struct hd_json *j, struct hd_str ticket_id,
    struct hd_err *err)
{
	struct hd_answer a = { .ticket = ticket_id,
		.id = hd_made_id(in, "chat ", hd_json_at(j, "id")),
		.comment = hd_json_at(j, "comment"),
		.within = true };

	hd_zd_rating(&a, hd_json_at(j, "rating"));
	return hd_emit_answer(in, &a, NULL, "", err);
}

/* Is the name one of those who answered as agents? */
static bool
is_agent(const struct hd_json *j, struct hd_str name)
{
	const struct hd_json *a = hd_json_get(j, "agent_names");

	for (a = a != NULL ? a->child : NULL; a != NULL; a = a->next)
		if (hd_str_same(a->s, name))
			return true;
	return false;
}

/* The visitor is who the chat says, or who is not among the agents. */
static void
role(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    const struct hd_json *h)
{
	struct hd_str name = hd_json_at(h, "name");
	struct hd_str type = hd_json_at(h, "sender_type");

	hd_rec_text(r, HD_MS_AUTHOR, name);
	if (hd_str_ieq(type, "trigger") || hd_str_ieq(type, "system"))
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_SYSTEM);
	else if (hd_str_ieq(type, "visitor") || hd_str_ieq(type, "user") ||
		 (type.p == NULL &&
		     hd_str_same(name, hd_json_at(j, "visitor.name"))))
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_CUSTOMER);
	else if (hd_str_ieq(type, "bot")) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_AI);
		hd_rec_text(r, HD_MS_EVIDENCE, hd_str("sender_type bot"));
	} else if (!hd_str_ieq(type, "agent") && !is_agent(j, name))
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_CUSTOMER);
	else if (!hd_transcript_bot(name))
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_AGENT);
	else {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_AI);
		hd_rec_text(
		    r, HD_MS_EVIDENCE, hd_join(in, hd_str("name"), " ", name));
	}
}

static int
line(struct hd_ingest *in, const struct hd_json *j, const struct hd_json *h,
    struct hd_str id, struct hd_str ticket_id, struct hd_err *err)
{
	struct hd_str type = hd_json_at(h, "type");
	struct hd_zd_change c = { .ticket = ticket_id,
		.id = id,
		.actor = hd_json_at(h, "name"),
		.field = hd_str("agent_joined") };
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_MESSAGE);
	bad = hd_take_utc(&r, HD_MS_AT, h, "timestamp", err);
	if (bad == 0 && hd_str_eq(type, "chat.memberjoin") &&
	    is_agent(j, c.actor) && !hd_transcript_bot(c.actor)) {
		c.at = r.v[HD_MS_AT].type == HD_CELL_INT ? r.v[HD_MS_AT].i
							 : HD_TIME_NONE;
		return hd_zd_change(in, &c, err);
	}
	if (!hd_str_eq(type, "chat.msg")) {
		hd_skip(in, HD_REC_EVENT);
		return 0;
	}
	r.id = id;
	r.ticket = ticket_id;
	role(in, &r, j, h);
	hd_rec_text(&r, HD_MS_BODY, hd_json_at(h, "msg"));
	return hd_emit_part(in, &r, bad, err);
}

/* A message left while nobody was there. */
static int
offline(struct hd_ingest *in, const struct hd_json *j, struct hd_str id,
    struct hd_str ticket_id, struct hd_err *err)
{
	struct hd_rec r;
	int bad;

	if (hd_json_at(j, "message").n == 0)
		return 0;
	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = id;
	r.ticket = ticket_id;
	bad = hd_take_utc(&r, HD_MS_AT, j, "timestamp", err);
	hd_rec_int(&r, HD_MS_SAID, HD_ROLE_CUSTOMER);
	hd_rec_text(&r, HD_MS_AUTHOR, hd_json_at(j, "visitor.name"));
	hd_rec_text(&r, HD_MS_BODY, hd_json_at(j, "message"));
	return hd_emit_part(in, &r, bad, err);
}

int
hd_zd_chat(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *h = hd_json_get(j, "history");
	struct hd_str chat = hd_json_at(j, "id");
	struct hd_str id = hd_json_at(j, "zendesk_ticket_id");
	char number[24];
	size_t n = 0;

	if (id.n == 0)
		id = chat;
	if (chat.n == 0)
		return hd_err_set(err, HD_EDATA, "no id");
	if (hd_zd_source(in, j, err) != 0 || ticket(in, j, id, err) != 0 ||
	    rating(in, j, id, err) != 0 || offline(in, j, chat, id, err) != 0)
		return -1;
	for (h = h != NULL ? h->child : NULL; h != NULL; h = h->next) {
		(void)snprintf(number, sizeof(number), "%zu", ++n);
		if (line(in, j, h, hd_join(in, chat, "/", hd_str(number)), id,
			err) != 0)
			return -1;
	}
	return 0;
}
