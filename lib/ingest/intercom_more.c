/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What conversations and tickets of Intercom have alike. */
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/intercom.h"
#include "ingest/parts.h"

/* {"tags": [...]} or the array itself: its first tag. */
static const struct hd_json *
first_tag(const struct hd_json *j)
{
	const struct hd_json *list = hd_json_get(j, "tags");

	if (list != NULL && list->type == HD_JOBJ)
		list = hd_json_get(list, "tags");
	return list != NULL && list->type == HD_JARR ? list->child : NULL;
}

static void
add_tags(struct hd_ingest *in, struct hd_map *seen, const struct hd_json *t)
{
	struct hd_str name;

	for (; t != NULL; t = t->next) {
		name = hd_json_at(t, "name");
		if (name.n == 0 || hd_map_get(seen, name) != NULL)
			continue;
		(void)hd_map_put(seen, name, 1);
		hd_jgen_str(&in->gen, name);
	}
}

void
hd_intercom_tags(struct hd_ingest *in, struct hd_rec *r,
    const struct hd_intercom_thread *t, const struct hd_json *j)
{
	struct hd_map seen = HD_MAP_INIT;

	hd_jgen_arr(&in->gen);
	add_tags(in, &seen, first_tag(j));
	for (const struct hd_json *p = t->parts; p != NULL; p = p->next)
		add_tags(in, &seen, first_tag(p));
	hd_jgen_endarr(&in->gen);
	if (seen.count > 0) {
		hd_keep_json(in, r, HD_TK_TAGS);
	} else {
		hd_buf_reset(&in->text);
		hd_jgen_take(&in->gen, &in->text);
	}
	hd_map_release(&seen);
}

static enum hd_role
applied_by(struct hd_str type)
{
	return hd_str_eq(type, "bot") ? HD_ROLE_SYSTEM : hd_role_read(type);
}

int
hd_intercom_tag_events(struct hd_ingest *in, const struct hd_intercom_thread *t,
    const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;
	int bad;

	for (j = first_tag(j); j != NULL; j = j->next) {
		if (hd_json_at(j, "applied_at").n == 0)
			continue;
		hd_rec_init(&r, HD_REC_EVENT);
		r.id = hd_json_at(j, "id");
		r.id = hd_made_id(
		    in, "tag:", r.id.n > 0 ? r.id : hd_json_at(j, "name"));
		r.ticket = t->ticket;
		r.ver = t->ver;
		bad = hd_take_utc(&r, HD_EV_AT, j, "applied_at", err);
		hd_rec_text(&r, HD_EV_ACTOR, hd_json_at(j, "applied_by.id"));
		hd_rec_role(&r, HD_EV_ROLE,
		    applied_by(hd_json_at(j, "applied_by.type")));
		hd_rec_text(&r, HD_EV_FIELD, hd_str("tag"));
		hd_rec_text(&r, HD_EV_NEW, hd_json_at(j, "name"));
		if (hd_emit_part(in, &r, bad, err) != 0)
			return -1;
	}
	return 0;
}

void
hd_intercom_who(
    struct hd_rec *r, int col, const struct hd_json *j, const char *name)
{
	struct hd_str id = hd_whole_id(hd_json_at(j, name));

	if (hd_json_get(j, name) != NULL)
		hd_rec_null(r, col);
	if (id.n > 0 && !hd_str_eq(id, "0"))
		hd_rec_text(r, col, id);
}

void
hd_intercom_requester(struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *c = hd_json_path(j, "contacts.contacts"), *co;

	c = c != NULL ? c->child : NULL;
	hd_rec_text(r, HD_TK_REQUESTER, hd_json_at(c, "id"));
	if (c == NULL)
		hd_rec_text(
		    r, HD_TK_REQUESTER, hd_json_at(j, "source.author.id"));
	co = hd_json_path(c, "companies.data");
	if (co != NULL && co->child != NULL)
		hd_rec_text(r, HD_TK_ACCOUNT, hd_json_at(co->child, "id"));
}

/* "zendesk_ticket" is Zendesk's: "zendesk:". */
static const char *
helpdesk(struct hd_str type)
{
	static const struct {
		const char *name, *head;
	} list[] = {
		{ "zendesk", "zendesk:" },
		{ "freshdesk", "freshdesk:" },
		{ "gorgias", "gorgias:" },
		{ "helpscout", "helpscout:" },
		{ "hubspot", "hubspot:" },
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (type.n > 0 && hd_str_starts(type, list[i].name))
			return list[i].head;
	return NULL;
}

/* Of an object that refers to one: where and which. */
static bool
reference(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	static const char *const ids[] = { "external_id", "reference_id",
		"ticket_id", "id" };
	const char *head = helpdesk(hd_json_at(j, "type"));
	struct hd_str id;

	if (head == NULL)
		head = helpdesk(hd_json_at(j, "reference_type"));
	if (head == NULL)
		head = helpdesk(hd_json_at(j, "category"));
	for (size_t i = 0; head != NULL && i < 4; i++) {
		id = hd_json_at(j, ids[i]);
		if (id.n == 0)
			continue;
		hd_rec_text(r, HD_TK_LINK, hd_made_id(in, head, id));
		return true;
	}
	return false;
}

void
hd_intercom_link(
    struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	static const char *const names[] = { "external_references",
		"linked_objects" };
	const struct hd_json *list;

	for (size_t i = 0; i < 2; i++) {
		list = hd_json_get(j, names[i]);
		if (list != NULL && list->type == HD_JOBJ)
			list = hd_json_get(list, "data") != NULL
				   ? hd_json_get(list, "data")
				   : hd_json_get(list, names[i]);
		if (list == NULL || list->type != HD_JARR)
			continue;
		for (list = list->child; list != NULL; list = list->next)
			if (reference(in, r, list))
				return;
	}
}
