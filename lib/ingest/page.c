/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages and envelopes: see page.h. */
#include <string.h>

#include "ingest/page.h"
#include "ingest/vendor.h"

static bool
listed(struct hd_str name, const char *const *list)
{
	for (; *list != NULL; list++)
		if (hd_str_eq(name, *list))
			return true;
	return false;
}

/* These stand beside each other in a page, and in no record. */
bool
hd_is_page_array(struct hd_str name)
{
	static const char *const names[] = { "tickets", "conversations",
		"ticket_events", "audits", "ticket_audits", "ticket_metrics",
		"ticket_metric_events", "metric_sets", "satisfaction_ratings",
		"users", "organizations", "groups", "ticket_fields", "chats",
		"agent_engagement_data", "suspended_tickets", "custom_statuses",
		"activities_data", "issues", NULL };

	return listed(name, names);
}

bool
hd_is_record_array(struct hd_str name)
{
	/* some are members of records too, but those have an id */
	static const char *const names[] = { "results", "comments", "data",
		"payload", "threads", "_results", "companies", "contacts",
		"articles", "records", "value", "conversation_log", "customers",
		"history", "time_entries", "admins", "teams", NULL };

	return hd_is_page_array(name) || listed(name, names);
}

bool
hd_is_record_noun(struct hd_str name)
{
	static const char *const nouns[] = { "ticket", "helpdesk_ticket",
		"conversation", "comment", "user", "organization", "note",
		"company", "contact", "ticket_audit", "audit", "ticket_event",
		"ticket_metric", "satisfaction_rating", "conversation_log",
		"group", "ticket_field", "custom_status", "chat", "time_entry",
		"agent", NULL };

	return listed(name, nouns);
}

enum hd_says
hd_says(const struct hd_json *j)
{
	enum hd_says says = HD_SAYS_PAGE;

	for (j = j->child; j != NULL; j = j->next) {
		if (hd_str_eq(j->key, "id") || hd_str_eq(j->key, "_id") ||
		    hd_str_eq(j->key, "ticket_id"))
			return HD_SAYS_RECORD;
		if (j->key.n > 3 &&
		    memcmp(j->key.p + j->key.n - 3, "_id", 3) == 0)
			says = HD_SAYS_TICKETS;
	}
	return says;
}

bool
hd_may_list(enum hd_says says, struct hd_str name)
{
	return says != HD_SAYS_RECORD && hd_is_record_array(name) &&
	       (says == HD_SAYS_PAGE || hd_str_eq(name, "tickets"));
}

/* At most two levels down. */
static bool
is_page(const struct hd_json *j, int depth)
{
	enum hd_says says;

	if (j->type != HD_JOBJ)
		return false;
	says = hd_says(j);
	for (j = j->child; j != NULL && says != HD_SAYS_RECORD; j = j->next)
		if ((j->type == HD_JARR && hd_may_list(says, j->key)) ||
		    (depth > 0 && says == HD_SAYS_PAGE &&
			is_page(j, depth - 1)))
			return true;
	return false;
}

bool
hd_is_page(const struct hd_json *j)
{
	return is_page(j, 1);
}

int
hd_map_page_members(
    struct hd_ingest *in, const struct hd_json *page, struct hd_err *err)
{
	int r = 0;

	for (const struct hd_json *m = page->child; m != NULL && r == 0;
	     m = m->next) {
		if (m->type == HD_JOBJ && hd_is_record_noun(m->key))
			r = hd_map_record(in, m->key, m, err);
		else if (m->type == HD_JOBJ && is_page(m, 0))
			r = hd_map_page_members(in, m, err);
		else if (m->type == HD_JARR && hd_is_record_array(m->key))
			for (const struct hd_json *e = m->child;
			     e != NULL && r == 0; e = e->next)
				r = hd_map_record(in, m->key, e, err);
	}
	return r;
}

/* Pipelines send more than records; those messages say so. */
static bool
is_control(const struct hd_json *j)
{
	static const char *const types[] = { "SCHEMA", "STATE",
		"ACTIVATE_VERSION", "BATCH", "LOG", "TRACE", "CATALOG",
		"CONNECTION_STATUS", "SPEC", "CONTROL", NULL };
	struct hd_str type = hd_json_at(j, "type");

	return type.p != NULL && listed(type, types) &&
	       hd_json_get(j, "id") == NULL;
}

/* What the envelope holds, or NULL when it is none. */
static const struct hd_json *
inside(struct hd_ingest *in, const struct hd_json *j)
{
	const struct hd_json *stream = hd_json_get(j, "stream");
	const struct hd_json *data = hd_json_get(j, "_airbyte_data");
	struct hd_err err = HD_ERR_INIT;

	if (data != NULL && data->type == HD_JSTR) /* JSON in a cell */
		data = hd_json_parse(&in->arena, data->s, &err);
	else if (data == NULL && stream != NULL && stream->type == HD_JSTR)
		data = hd_json_get(j, "data");
	if (data == NULL && hd_str_eq(hd_json_at(j, "type"), "RECORD"))
		data = hd_json_get(j, "record");
	if (data == NULL && stream != NULL && stream->type == HD_JSTR)
		data = hd_json_get(j, "record");
	return data != NULL && data->type == HD_JOBJ ? data : NULL;
}

/* When the pipeline read the record. */
static void
extracted(struct hd_ingest *in, const struct hd_json *j)
{
	static const char *const names[] = { "emitted_at", "time_extracted",
		"_airbyte_extracted_at", "_airbyte_emitted_at" };
	struct hd_err err = HD_ERR_INIT;
	struct hd_rec tmp;

	hd_rec_init(&tmp, HD_REC_TICKET);
	tmp.ver = HD_TIME_NONE;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (tmp.ver == HD_TIME_NONE)
			(void)hd_take_version(&tmp, j, names[i], &err);
	if (tmp.ver != HD_TIME_NONE)
		in->extracted = tmp.ver;
}

const struct hd_json *
hd_unwrap(struct hd_ingest *in, const struct hd_json *j, struct hd_str *hint)
{
	const struct hd_json *data;
	struct hd_str stream;

	in->extracted = HD_TIME_NONE;
	if (is_control(j))
		return NULL;
	while ((data = inside(in, j)) != NULL) {
		extracted(in, j);
		stream = hd_json_at(j, "stream");
		if (stream.p != NULL)
			*hint = stream;
		j = data;
	}
	while (j->count == 1 && j->child->type == HD_JOBJ &&
	       hd_is_record_noun(j->child->key)) {
		*hint = j->child->key;
		j = j->child;
	}
	return j;
}
