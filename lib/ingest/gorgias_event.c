/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gorgias's events of tickets, and its satisfaction surveys. */
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/gorgias.h"
#include "ingest/parts.h"

bool
hd_gorgias_is_event(const struct hd_json *j)
{
	return hd_json_get(j, "object_type") != NULL &&
	       hd_json_get(j, "object_id") != NULL &&
	       hd_json_get(j, "created_datetime") != NULL;
}

static const struct {
	const char *type, *field, *old, *new,
	    *path; /* path: of the new value */
} kinds[] = {
	{ "ticket-closed", "status", "open", "closed", NULL },
	{ "ticket-reopened", "status", "closed", "open", NULL },
	{ "ticket-snoozed", "status", "open", "pending", NULL },
	{ "ticket-self-unsnoozed", "status", "pending", "open", NULL },
	{ "ticket-assigned", "assignee", NULL, NULL, "data.assignee_user_id" },
	{ "ticket-unassigned", "assignee", NULL, NULL, NULL },
	{ "ticket-team-assigned", "team", NULL, NULL, "data.assignee_team_id" },
	{ "ticket-team-unassigned", "team", NULL, NULL, NULL },
	{ "ticket-marked-spam", "spam", NULL, "true", NULL },
	{ "ticket-unmarked-spam", "spam", NULL, "false", NULL },
	{ "ticket-merged", "merged", NULL, NULL, NULL },
	{ "ticket-trashed", "trashed", NULL, "true", NULL },
	{ "ticket-untrashed", "trashed", NULL, "false", NULL },
};

#define NKINDS (sizeof(kinds) / sizeof(kinds[0]))

/* What all events of a record say. */
static int
begin(struct hd_rec *r, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str user = hd_json_at(j, "user_id");

	hd_rec_init(r, HD_REC_EVENT);
	r->id = hd_json_at(j, "id");
	r->ticket = hd_json_at(j, "object_id");
	if (hd_take_utc(r, HD_EV_AT, j, "created_datetime", err) != 0 ||
	    hd_take_version(r, j, "created_datetime", err) != 0)
		return -1;
	hd_rec_text(r, HD_EV_ACTOR, user);
	hd_rec_int(r, HD_EV_ROLE,
	    user.n == 0 || hd_json_true(hd_json_path(j, "data.auto_assigned"))
		? HD_ROLE_SYSTEM
		: HD_ROLE_AGENT);
	return 0;
}

/*
 * A tag is named by its number, and the ticket knows the number's name: the two
 * meet under one id, whichever comes first.
 */
static int
tag_events(struct hd_ingest *in, const struct hd_rec *common,
    const struct hd_json *list, int col, struct hd_err *err)
{
	struct hd_str id;
	struct hd_rec r;

	if (list == NULL || list->type != HD_JARR)
		return 0;
	for (list = list->child; list != NULL; list = list->next) {
		id = list->type == HD_JOBJ ? hd_json_at(list, "id")
					   : hd_json_str(list);
		if (id.n == 0)
			continue;
		r = *common;
		r.id = hd_made_id(in, col == HD_EV_NEW ? "tag:" : "untag:", id);
		hd_rec_text(&r, HD_EV_FIELD, hd_str("tag"));
		hd_rec_text(&r, col, id);
		if (hd_emit_part(in, &r, 0, err) != 0)
			return -1;
	}
	return 0;
}

int
hd_gorgias_handover(struct hd_ingest *in, const struct hd_rec *ticket,
    struct hd_str tag, struct hd_str name, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_EVENT);
	r.id = hd_made_id(in, "tag:", tag);
	r.ticket = ticket->id;
	r.ver = ticket->ver;
	hd_rec_text(&r, HD_EV_FIELD, hd_str("handoff"));
	hd_rec_text(&r, HD_EV_NEW, name);
	return hd_emit_part(in, &r, 0, err);
}

int
hd_gorgias_event(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str type = hd_json_at(j, "type");
	struct hd_rec r;
	size_t i;

	for (i = 0; i < NKINDS; i++)
		if (hd_str_eq(type, kinds[i].type))
			break;
	if (!hd_str_eq(hd_json_at(j, "object_type"), "Ticket") ||
	    (i == NKINDS && !hd_str_starts(type, "ticket-tags-"))) {
		hd_skip(in, HD_REC_EVENT);
		return 0;
	}
	if (begin(&r, j, err) != 0)
		return -1;
	if (i == NKINDS)
		return tag_events(in, &r, hd_json_path(j, "data.tags_added"),
			   HD_EV_NEW, err) != 0
			   ? -1
			   : tag_events(in, &r,
				 hd_json_path(j, "data.tags_removed"),
				 HD_EV_OLD, err);
	hd_rec_text(&r, HD_EV_FIELD, hd_str(kinds[i].field));
	hd_rec_text(&r, HD_EV_OLD, hd_str(kinds[i].old));
	hd_rec_text(&r, HD_EV_NEW, hd_str(kinds[i].new));
	if (kinds[i].path != NULL)
		hd_rec_text(&r, HD_EV_NEW, hd_json_at(j, kinds[i].path));
	return hd_emit(in, &r, err);
}

bool
hd_gorgias_is_survey(const struct hd_json *j)
{
	return hd_json_get(j, "score") != NULL &&
	       hd_json_get(j, "ticket_id") != NULL &&
	       (hd_json_get(j, "scored_datetime") != NULL ||
		   hd_json_get(j, "sent_datetime") != NULL);
}

int
hd_gorgias_answer(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str ticket, struct hd_err *err)
{
	struct hd_answer a = { .ticket = ticket,
		.id = hd_json_at(j, "id"),
		.raw = hd_json_at(j, "score"),
		.comment = hd_json_at(j, "body_text"),
		.scale = "1-5" };

	if (hd_answer_version(&a, j, "scored_datetime", err) != 0)
		return hd_reject(in, HD_REC_SURVEY, err);
	return hd_emit_answer(in, &a, j, "scored_datetime", err);
}

int
hd_gorgias_survey(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return hd_gorgias_answer(in, j, hd_json_at(j, "ticket_id"), err);
}
