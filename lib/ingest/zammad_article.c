/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles and histories of Zammad: see zammad.h. */
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/parts.h"
#include "ingest/zammad.h"

bool
hd_zammad_is_article(const struct hd_json *j)
{
	return hd_json_get(j, "ticket_id") != NULL &&
	       hd_json_get(j, "internal") != NULL &&
	       (hd_json_get(j, "sender") != NULL ||
		   hd_json_get(j, "sender_id") != NULL);
}

bool
hd_zammad_is_history(const struct hd_json *j)
{
	return hd_json_get(j, "object") != NULL &&
	       hd_json_get(j, "o_id") != NULL &&
	       hd_json_get(j, "created_by_id") != NULL;
}

bool
hd_zammad_is_time(const struct hd_json *j)
{
	return hd_json_get(j, "ticket_id") != NULL &&
	       hd_json_get(j, "time_unit") != NULL &&
	       hd_json_get(j, "ticket_article_id") != NULL;
}

int
hd_zammad_time(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	(void)j;
	(void)err;
	hd_skip(in, HD_REC_EVENT);
	return 0;
}

/* By name, else by the ids that are the same everywhere. */
static enum hd_role
sender(const struct hd_json *j)
{
	struct hd_str name = hd_json_at(j, "sender");
	struct hd_str id = hd_json_at(j, "sender_id");

	if (hd_str_eq(name, "Customer") || (name.n == 0 && hd_str_eq(id, "2")))
		return HD_ROLE_CUSTOMER;
	if (hd_str_eq(name, "System") || (name.n == 0 && hd_str_eq(id, "3")))
		return HD_ROLE_SYSTEM;
	return hd_str_eq(name, "Agent") || (name.n == 0 && hd_str_eq(id, "1"))
		   ? HD_ROLE_AGENT
		   : HD_ROLE_UNKNOWN;
}

/* Whoever wrote it, not who typed it in: a call is written down by an agent. */
static int
author(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_str id = hd_json_at(j, "origin_by_id");
	struct hd_author who = { .role = sender(j) };
	enum hd_role role = who.role;

	if (id.p == NULL)
		id = hd_json_at(j, "created_by_id");
	hd_rec_text(r, HD_MS_AUTHOR, id);
	if (role == HD_ROLE_UNKNOWN)
		return 0;
	if (role != HD_ROLE_AGENT) {
		hd_rec_int(r, HD_MS_SAID, role);
		return 0;
	}
	who.id = id;
	who.name = hd_json_at(j, "created_by");
	return hd_author_emit(in, &who, err);
}

int
hd_zammad_article_of(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str ticket, struct hd_err *err)
{
	bool internal = hd_json_true(hd_json_get(j, "internal"));
	struct hd_str type = hd_json_at(j, "content_type");
	struct hd_str body = hd_json_at(j, "body");
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_json_at(j, "id");
	r.ticket = ticket;
	bad = hd_take_utc(&r, HD_MS_AT, j, "created_at", err);
	if (bad == 0)
		bad = hd_take_version(&r, j, "updated_at", err);
	if (author(in, &r, j, err) != 0)
		return -1;
	hd_rec_int(&r, HD_MS_PUBLIC, !internal);
	if (internal)
		hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
	hd_rec_text(&r, HD_MS_BODY,
	    hd_str_starts(type, "text/plain") ? body : hd_plain(in, body));
	return hd_emit_part(in, &r, bad, err);
}

int
hd_zammad_article(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return hd_zammad_article_of(in, j, hd_json_at(j, "ticket_id"), err);
}

/* 1 is nobody. */
static struct hd_str
owner_of(struct hd_str id)
{
	id = hd_whole_id(id);
	return hd_str_eq(id, "1") ? (struct hd_str){ NULL, 0 } : id;
}

/* Of people the id, of other things the name. */
static void
values(struct hd_change *c, const struct hd_json *j)
{
	struct hd_str attribute = hd_json_at(j, "attribute");
	bool owner = hd_str_eq(attribute, "owner");

	c->old = hd_json_at(j, owner ? "id_from" : "value_from");
	c->new = hd_json_at(j, owner ? "id_to" : "value_to");
	if (owner) {
		c->field = "assignee";
		c->old = owner_of(c->old);
		c->new = owner_of(c->new);
	} else if (hd_str_eq(attribute, "group")) {
		c->field = "team";
	} else if (hd_str_eq(attribute, "state")) {
		c->field = "status";
		c->old = hd_zammad_status(c->old);
		c->new = hd_zammad_status(c->new);
	}
}

int
hd_zammad_history(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str attribute = hd_json_at(j, "attribute");
	struct hd_change c = { .ticket = hd_json_at(j, "o_id"),
		.id = hd_json_at(j, "id"),
		.actor = hd_whole_id(hd_json_at(j, "created_by_id")) };

	/* articles come as such; that a ticket was made is in the ticket */
	if (!hd_str_eq(hd_json_at(j, "object"), "Ticket") || attribute.n == 0) {
		hd_skip(in, HD_REC_EVENT);
		return 0;
	}
	c.field = hd_arena_memdup(&in->arena, attribute.p, attribute.n);
	values(&c, j);
	if (hd_str_eq(c.actor, "1"))
		c.role = HD_ROLE_SYSTEM;
	else if (hd_str_eq(attribute, "owner") || hd_str_eq(attribute, "group"))
		c.role = HD_ROLE_AGENT; /* customers cannot */
	return hd_emit_change(in, &c, j, "created_at", err);
}
