/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Intercom's tickets: the case with attributes of its type and a state, whose
 * parts are a conversation's.  `id` is what all else names; `ticket_id`, which
 * people see, is kept among the fields.
 */
#include "ingest/convert.h"
#include "ingest/fields.h"
#include "ingest/intercom.h"
#include "ingest/vendor.h"

bool
hd_intercom_is_ticket(const struct hd_json *j)
{
	return hd_str_eq(hd_json_at(j, "type"), "ticket") &&
	       (hd_json_get(j, "ticket_attributes") != NULL ||
		   hd_json_get(j, "ticket_parts") != NULL);
}

const char *
hd_intercom_state(struct hd_str state)
{
	static const struct {
		const char *state, *word;
	} words[] = {
		{ "submitted", "new" },
		{ "in_progress", "open" },
		{ "waiting_on_customer", "pending" },
		{ "resolved", "solved" },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (hd_str_ieq(state, words[i].state))
			return words[i].word;
	return NULL;
}

/* A category in an object, or in older versions the word alone. */
static void
status(struct hd_rec *r, const struct hd_json *j)
{
	struct hd_str raw = hd_json_at(j, "ticket_state.category");

	if (raw.p == NULL)
		raw = hd_json_at(j, "ticket_state");
	if (raw.p == NULL)
		return;
	hd_rec_text(r, HD_TK_STATUS_RAW, raw);
	hd_rec_null(r, HD_TK_STATUS);
	hd_rec_text(r, HD_TK_STATUS, hd_str(hd_intercom_state(raw)));
}

/* The title and the description have places of their own. */
static void
fields(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *a = hd_json_get(j, "ticket_attributes");
	struct hd_fields f;

	hd_fields_begin(&f, in);
	for (a = a != NULL ? a->child : NULL; a != NULL; a = a->next)
		if (a->key.p != NULL && !hd_str_eq(a->key, "_default_title_") &&
		    !hd_str_eq(a->key, "_default_description_"))
			hd_fields_add(&f, a->key, a);
	hd_fields_add(&f, hd_str("ticket_id"), hd_json_get(j, "ticket_id"));
	hd_fields_end(&f, r);
}

static int
columns(struct hd_ingest *in, struct hd_rec *r,
    const struct hd_intercom_thread *t, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_str title =
	    hd_json_at(j, "ticket_attributes._default_title_");

	if (hd_take_utc(r, HD_TK_CREATED, j, "created_at", err) != 0 ||
	    hd_take_utc(r, HD_TK_UPDATED, j, "updated_at", err) != 0)
		return -1;
	status(r, j);
	if (title.n > 0 && !hd_placeholder(title))
		hd_rec_text(r, HD_TK_SUBJECT, title);
	hd_intercom_who(r, HD_TK_TEAM, j, "team_assignee_id");
	hd_intercom_who(r, HD_TK_ASSIGNEE, j, "admin_assignee_id");
	hd_rec_text(r, HD_TK_CATEGORY, hd_json_at(j, "ticket_type.name"));
	hd_rec_text(r, HD_TK_FORM, hd_json_at(j, "ticket_type.id"));
	hd_intercom_requester(r, j);
	if (hd_json_at(j, "company_id").n > 0)
		hd_rec_text(r, HD_TK_ACCOUNT, hd_json_at(j, "company_id"));
	hd_intercom_tags(in, r, t, j);
	hd_intercom_link(in, r, j);
	fields(in, r, j);
	return 0;
}

/* Customers write tickets of the category Customer; of others nobody knows. */
static int
description(struct hd_ingest *in, const struct hd_intercom_thread *t,
    const struct hd_json *j, struct hd_err *err)
{
	struct hd_str body =
	    hd_json_at(j, "ticket_attributes._default_description_");
	struct hd_rec r, ticket;
	int bad;

	if (body.n == 0)
		return 0;
	hd_rec_init(&ticket, HD_REC_TICKET);
	hd_intercom_requester(&ticket, j);
	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_str("#description");
	r.ticket = t->ticket;
	r.ver = t->ver;
	bad = hd_take_utc(&r, HD_MS_AT, j, "created_at", err);
	hd_rec_int(&r, HD_MS_SEQ, -1);
	if (hd_str_ieq(hd_json_at(j, "category"), "Customer")) {
		hd_rec_int(&r, HD_MS_SAID, HD_ROLE_CUSTOMER);
		hd_rec_text(&r, HD_MS_AUTHOR, ticket.v[HD_TK_REQUESTER].s);
	}
	hd_rec_text(&r, HD_MS_BODY, hd_plain(in, body));
	return hd_emit_part(in, &r, bad, err);
}

int
hd_intercom_ticket(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_intercom_thread t;
	struct hd_rec r;

	hd_intercom_thread_init(&t, in, j, "ticket_parts");
	hd_rec_init(&r, HD_REC_TICKET);
	r.id = t.ticket;
	if (columns(in, &r, &t, j, err) != 0)
		return -1;
	if (r.v[HD_TK_UPDATED].type == HD_CELL_INT)
		r.ver = t.ver = r.v[HD_TK_UPDATED].i;
	if (hd_emit(in, &r, err) != 0 || description(in, &t, j, err) != 0 ||
	    hd_intercom_parts(in, &t, err) != 0)
		return -1;
	return hd_intercom_tag_events(in, &t, j, err);
}
