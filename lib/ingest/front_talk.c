/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages, comments and events of Front: see front.h. */
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/front.h"
#include "ingest/parts.h"

static const struct hd_json *
sender(const struct hd_json *j)
{
	const struct hd_json *r = hd_json_get(j, "recipients");

	for (r = r != NULL ? r->child : NULL; r != NULL; r = r->next)
		if (hd_str_eq(hd_json_at(r, "role"), "from"))
			return r;
	return NULL;
}

/* Who is written by a program, whoever set it up. */
static bool
is_machine(struct hd_str type)
{
	static const char *const types[] = { "api", "application", "bulk_reply",
		"csat", "smart_csat", "integration", "macro", "rule" };

	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (hd_str_eq(type, types[i]))
			return true;
	return false;
}

static int
teammate(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *a,
    struct hd_err *err)
{
	struct hd_author who = { .id = hd_json_at(a, "id"),
		.name = hd_full_name(in, hd_json_at(a, "first_name"),
		    hd_json_at(a, "last_name")),
		.email = hd_json_at(a, "email"),
		.role = HD_ROLE_AGENT };

	hd_rec_text(r, HD_MS_AUTHOR, who.id);
	return hd_author_emit(in, &who, err);
}

static int
author(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	const struct hd_json *a = hd_json_get(j, "author");
	struct hd_str type = hd_json_at(a, "type");
	bool inbound = hd_json_true(hd_json_get(j, "is_inbound"));

	hd_rec_text(r, HD_MS_AUTHOR, hd_json_at(a, "id"));
	if (hd_str_eq(type, "ai")) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_AI);
		hd_rec_text(r, HD_MS_EVIDENCE, hd_str("author.type ai"));
	} else if (is_machine(type) && !inbound) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_SYSTEM);
	} else if (inbound || hd_str_eq(type, "visitor")) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_CUSTOMER);
		hd_rec_text(r, HD_MS_AUTHOR, hd_front_customer(sender(j)));
	} else if (a != NULL && a->type == HD_JOBJ) {
		return teammate(in, r, a, err);
	}
	return 0; /* sent by nobody named: unknown */
}

/* Where the visitor was: the first of a conversation is the ticket's page. */
static int
page(struct hd_ingest *in, const struct hd_json *j, struct hd_str ticket,
    struct hd_err *err)
{
	struct hd_str url = hd_json_at(j, "metadata.chat_visitor_url");
	struct hd_change c = { .ticket = ticket,
		.id = hd_made_id(in, "page:", hd_json_at(j, "id")),
		.role = HD_ROLE_CUSTOMER,
		.field = "page" };

	if (url.n == 0)
		return 0;
	c.new = hd_page(url);
	return hd_emit_change(in, &c, j, "created_at", err);
}

int
hd_front_message(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str text = hd_json_at(j, "text");
	struct hd_rec r;

	if (hd_json_at(j, "draft_mode").n > 0 ||
	    hd_json_true(hd_json_get(j, "is_draft"))) {
		hd_skip(in, HD_REC_MESSAGE);
		return 0;
	}
	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_json_at(j, "id");
	if (hd_front_conversation(in, j, &r.ticket, err) != 0 ||
	    hd_take_utc(&r, HD_MS_AT, j, "created_at", err) != 0 ||
	    author(in, &r, j, err) != 0)
		return -1;
	hd_rec_int(&r, HD_MS_PUBLIC, 1);
	hd_rec_text(&r, HD_MS_BODY,
	    text.n > 0 ? text : hd_plain(in, hd_json_at(j, "body")));
	if (hd_emit(in, &r, err) != 0)
		return -1;
	return page(in, j, r.ticket, err);
}

int
hd_front_comment(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *a = hd_json_get(j, "author");
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_json_at(j, "id");
	if (hd_front_conversation(in, j, &r.ticket, err) != 0 ||
	    hd_take_utc(&r, HD_MS_AT, j, "posted_at", err) != 0)
		return -1;
	if (hd_str_eq(hd_json_at(a, "type"), "ai")) {
		hd_rec_int(&r, HD_MS_SAID, HD_ROLE_AI);
		hd_rec_text(&r, HD_MS_EVIDENCE, hd_str("author.type ai"));
		hd_rec_text(&r, HD_MS_AUTHOR, hd_json_at(a, "id"));
	} else if (is_machine(hd_json_at(a, "type"))) {
		hd_rec_int(&r, HD_MS_SAID, HD_ROLE_SYSTEM);
		hd_rec_text(&r, HD_MS_AUTHOR, hd_json_at(a, "id"));
	} else if (a != NULL && a->type == HD_JOBJ &&
		   teammate(in, &r, a, err) != 0) {
		return -1;
	}
	hd_rec_int(&r, HD_MS_PUBLIC, 0);
	hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
	hd_rec_text(&r, HD_MS_BODY, hd_json_at(j, "body"));
	return hd_emit(in, &r, err);
}

/* What the types of events change; a message and a comment are records. */
static const struct {
	const char *type, *field, *old, *new;
} events[] = {
	{ "archive", "status", "open", "closed" },
	{ "reopen", "status", "closed", "open" },
	{ "trash", "status", NULL, "deleted" },
	{ "restore", "status", "deleted", "open" },
	{ "reminder", "status", "pending", "open" },
	{ "assign", "assignee", NULL, NULL },
	{ "unassign", "assignee", NULL, NULL },
	{ "move", "team", NULL, NULL },
	{ "tag", "tag", NULL, NULL },
	{ "untag", "tag", NULL, NULL },
	{ "inbound", NULL, NULL, NULL },
	{ "outbound", NULL, NULL, NULL },
	{ "out_reply", NULL, NULL, NULL },
	{ "comment", NULL, NULL, NULL },
	{ "mention", NULL, NULL, NULL },
};

#define NEVENTS (sizeof(events) / sizeof(events[0]))

/* The target's id, of a tag its name; targets may be a list. */
static void
target(struct hd_change *c, const struct hd_json *j, struct hd_str type)
{
	const struct hd_json *t = hd_json_path(j, "target.data");

	if (t != NULL && t->type == HD_JARR)
		t = t->child;
	if (hd_str_eq(type, "untag"))
		c->old = hd_json_at(t, "name");
	else if (hd_str_eq(type, "tag"))
		c->new = hd_json_at(t, "name");
	else if (c->new.p == NULL)
		c->new = hd_json_at(t, "id");
}

int
hd_front_event(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str type = hd_json_at(j, "type");
	struct hd_str source = hd_json_at(j, "source._meta.type");
	struct hd_change c = { .id = hd_json_at(j, "id"),
		.actor = hd_json_at(j, "source.data.id"),
		.role = hd_str_eq(source, "teammate") ? HD_ROLE_AGENT
						      : HD_ROLE_SYSTEM };
	size_t i = 0;

	while (i < NEVENTS && !hd_str_eq(type, events[i].type))
		i++;
	if (type.n == 0)
		return hd_err_set(err, HD_EDATA, "the event has no type");
	if (i < NEVENTS && events[i].field == NULL) {
		hd_skip(in, HD_REC_EVENT);
		return 0;
	}
	c.field = i < NEVENTS ? events[i].field
			      : hd_arena_memdup(&in->arena, type.p, type.n);
	if (i < NEVENTS && events[i].old != NULL)
		c.old = hd_str(events[i].old);
	if (i < NEVENTS && events[i].new != NULL)
		c.new = hd_str(events[i].new);
	target(&c, j, type);
	if (hd_front_conversation(in, j, &c.ticket, err) != 0)
		return -1;
	return hd_emit_change(in, &c, j, "emitted_at", err);
}
