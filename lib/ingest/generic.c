/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * JSON of no known vendor: members by the alias table or a mapping file, with
 * messages nested or as records of their own.
 */
#include <string.h>

#include "ingest/convert.h"
#include "ingest/generic.h"
#include "ingest/mapfile.h"
#include "ingest/parts.h"
#include "ingest/row.h"

static bool
has_target(const struct hd_json *j, enum hd_rec_kind kind, int col)
{
	struct hd_target t;

	if (j->type != HD_JOBJ)
		return false;
	for (j = j->child; j != NULL; j = j->next) {
		t = hd_target_of(NULL, kind, j->key);
		if (t.col == col)
			return true;
	}
	return false;
}

static bool
is_message(const struct hd_json *j)
{
	return hd_json_get(j, "subject") == NULL &&
	       hd_json_get(j, "messages") == NULL &&
	       has_target(j, HD_REC_MESSAGE, HD_T_TICKET) &&
	       has_target(j, HD_REC_MESSAGE, HD_MS_SAID) &&
	       has_target(j, HD_REC_MESSAGE, HD_MS_BODY);
}

static bool
is_table_of(const struct hd_json *j, enum hd_rec_kind kind)
{
	struct hd_str names[64];
	size_t n = 0;

	if (j->type != HD_JOBJ)
		return false;
	for (j = j->child; j != NULL && n < 64; j = j->next)
		names[n++] = j->key;
	return hd_table_kind(names, n) == kind;
}

static bool
is_account(const struct hd_json *j)
{
	return is_table_of(j, HD_REC_ACCOUNT);
}

static bool
is_subscription(const struct hd_json *j)
{
	return is_table_of(j, HD_REC_SUBSCRIPTION);
}

/*
 * Anything with a subject, a status or messages, or a description that is not
 * of something with a name; never another record of Zendesk's API.
 */
static bool
is_ticket(const struct hd_json *j)
{
	struct hd_str url = hd_json_at(j, "url");

	if (j->type != HD_JOBJ ||
	    (url.p != NULL && hd_str_find(url, "/api/v2/") != NULL))
		return false;
	return hd_json_get(j, "messages") != NULL ||
	       has_target(j, HD_REC_TICKET, HD_TK_SUBJECT) ||
	       has_target(j, HD_REC_TICKET, HD_TK_STATUS) ||
	       (has_target(j, HD_REC_TICKET, HD_T_DESCRIPTION) &&
		   hd_json_get(j, "name") == NULL);
}

/* A message without an id is known by its place: "#3". */
static struct hd_str
place_id(struct hd_ingest *in, size_t seq)
{
	char *p = hd_arena_alloc(&in->arena, 24);
	size_t at = 23;

	p[at] = '\0';
	do
		p[--at] = (char)('0' + seq % 10);
	while ((seq /= 10) > 0);
	p[--at] = '#';
	return hd_str(p + at);
}

static int
nested_message(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str ticket, size_t seq, struct hd_err *err)
{
	struct hd_row row;

	hd_row_begin(&row, in, HD_REC_MESSAGE);
	if (j->type == HD_JOBJ)
		hd_row_members(&row, j, (struct hd_str){ NULL, 0 });
	else
		row.bad =
		    hd_err_set(&row.why, HD_EDATA, "not a JSON object") != 0;
	if (row.bad)
		*err = row.why;
	row.r.ticket = ticket;
	if (row.r.id.p == NULL)
		row.r.id = place_id(in, seq);
	hd_rec_int(&row.r, HD_MS_SEQ, (int64_t)seq);
	if (row.r.v[HD_MS_PUBLIC].type == HD_CELL_INT &&
	    !row.r.v[HD_MS_PUBLIC].i)
		hd_rec_text(&row.r, HD_MS_KIND, hd_str("note"));
	return hd_emit_part(in, &row.r, row.bad ? -1 : 0, err);
}

static int
map_ticket(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *m = hd_json_get(j, "messages");
	struct hd_row row;
	size_t seq = 0;

	hd_row_begin(&row, in, HD_REC_TICKET);
	hd_row_members(&row, j, (struct hd_str){ NULL, 0 });
	if (hd_row_emit(&row, err) != 0)
		return -1;
	if (row.dropped)
		return 0;
	if (m == NULL || m->type != HD_JARR || m->count == 0)
		return hd_row_description(&row, err);
	for (m = m->child; m != NULL; m = m->next)
		if (nested_message(in, m, row.r.id, seq++, err) != 0)
			return -1;
	return 0;
}

int
hd_map_members(struct hd_ingest *in, const struct hd_json *j,
    enum hd_rec_kind kind, struct hd_str id, struct hd_err *err)
{
	struct hd_row row;

	hd_row_begin(&row, in, kind);
	hd_row_members(&row, j, (struct hd_str){ NULL, 0 });
	if (row.r.id.p == NULL)
		row.r.id = id;
	return hd_row_emit(&row, err);
}

static int
map_flat(struct hd_ingest *in, const struct hd_json *j, enum hd_rec_kind kind,
    struct hd_err *err)
{
	return hd_map_members(in, j, kind, (struct hd_str){ NULL, 0 }, err);
}

int
hd_map_by_file(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return in->o->map->kind == HD_REC_TICKET
		   ? map_ticket(in, j, err)
		   : map_flat(in, j, in->o->map->kind, err);
}

static int
map_message(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return map_flat(in, j, HD_REC_MESSAGE, err);
}

static int
map_account(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return map_flat(in, j, HD_REC_ACCOUNT, err);
}

static int
map_subscription(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return map_flat(in, j, HD_REC_SUBSCRIPTION, err);
}

static int
map_survey(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return map_flat(in, j, HD_REC_SURVEY, err);
}

static int
map_suggestion(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return map_flat(in, j, HD_REC_SUGGESTION, err);
}

static int
map_label(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return map_flat(in, j, HD_REC_LABEL, err);
}

/* Files of our own are named by --as: what they hold is too plain to tell. */
static bool
is_named(const struct hd_json *j)
{
	(void)j;
	return false;
}

static const struct hd_rectype types[] = {
	{ "survey", HD_REC_SURVEY, is_named, map_survey },
	{ "suggestion", HD_REC_SUGGESTION, is_named, map_suggestion },
	{ "label", HD_REC_LABEL, is_named, map_label },
	{ "message", HD_REC_MESSAGE, is_message, map_message },
	{ "subscription", HD_REC_SUBSCRIPTION, is_subscription,
	    map_subscription },
	{ "account", HD_REC_ACCOUNT, is_account, map_account },
	{ "ticket", HD_REC_TICKET, is_ticket, map_ticket },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_generic = { "generic", types };
