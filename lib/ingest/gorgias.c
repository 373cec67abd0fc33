/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Gorgias: the list of its records, and tickets.  Its times have no zone and
 * are UTC.  What its AI agent did is told by tags.
 */
#include "ingest/convert.h"
#include "ingest/fields.h"
#include "ingest/gorgias.h"
#include "ingest/parts.h"

static bool
is_ticket(const struct hd_json *j)
{
	return hd_json_get(j, "created_datetime") != NULL &&
	       hd_json_get(j, "status") != NULL &&
	       hd_json_get(j, "channel") != NULL &&
	       hd_json_get(j, "ticket_id") == NULL;
}

static const struct hd_json *
first_tag(const struct hd_json *j)
{
	const struct hd_json *tags = hd_json_get(j, "tags");

	return tags != NULL && tags->type == HD_JARR ? tags->child : NULL;
}

static const struct {
	const char *tag, *state;
} states[] = {
	/* what tells more comes first */
	{ "ai_handover", "handed_over" },
	{ "ai_close", "resolved_confirmed" },
	{ "ai_snooze", "pending" },
	{ "ai_processing", "pending" },
	{ "ai_answered", "unknown" },
};

#define NSTATES (sizeof(states) / sizeof(states[0]))

static void
ai_state(struct hd_rec *r, const struct hd_json *j)
{
	size_t best = NSTATES;

	for (j = first_tag(j); j != NULL; j = j->next)
		for (size_t i = 0; i < best; i++)
			if (hd_str_ieq(hd_json_at(j, "name"), states[i].tag))
				best = i;
	if (best == NSTATES)
		return;
	hd_rec_text(r, HD_TK_AI_STATE, hd_str(states[best].state));
	hd_rec_text(r, HD_TK_AI_STATE_RAW, hd_str(states[best].tag));
}

/* {"12": {"id": 12, "value": ...}}, or a list of such. */
static void
fields(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *f = hd_json_get(j, "custom_fields");
	struct hd_fields out;

	hd_fields_begin(&out, in);
	for (f = f != NULL ? f->child : NULL; f != NULL; f = f->next)
		if (hd_json_at(f, "id").n > 0)
			hd_fields_add(&out, hd_whole_id(hd_json_at(f, "id")),
			    hd_json_get(f, "value"));
	hd_fields_end(&out, r);
}

/* All messages are here, and none is the customer's. */
static bool
outbound(struct hd_ingest *in, const struct hd_json *j)
{
	const struct hd_json *m = hd_json_get(j, "messages");
	struct hd_err ignored = HD_ERR_INIT;
	struct hd_rec all;

	if (m == NULL || m->type != HD_JARR || m->count == 0)
		return false;
	hd_rec_init(&all, HD_REC_TICKET);
	if (hd_take(in, &all, HD_TK_REPLIES, j, "messages_count", &ignored) !=
		0 ||
	    (all.v[HD_TK_REPLIES].type == HD_CELL_INT &&
		all.v[HD_TK_REPLIES].i > (int64_t)m->count))
		return false;
	for (m = m->child; m != NULL; m = m->next)
		if (!hd_json_true(hd_json_get(m, "from_agent")))
			return false;
	return true;
}

static void
marks(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	hd_rec_null(r, HD_TK_MARK);
	if (outbound(in, j))
		hd_rec_text(r, HD_TK_MARK, hd_str("outbound"));
	if (hd_json_true(hd_json_get(j, "spam")))
		hd_rec_text(r, HD_TK_MARK, hd_str("spam"));
	if (hd_json_at(j, "trashed_datetime").n > 0)
		hd_rec_text(r, HD_TK_MARK, hd_str("deleted"));
}

/* An id in an object, or beside where that would be. */
static void
who(struct hd_rec *r, int col, const struct hd_json *j, const char *object,
    const char *id)
{
	struct hd_str s = hd_json_at(hd_json_get(j, object), "id");

	if (s.n == 0)
		s = hd_json_at(j, id);
	if (hd_json_get(j, object) != NULL || hd_json_get(j, id) != NULL)
		hd_rec_null(r, col);
	if (s.n > 0)
		hd_rec_text(r, col, s);
}

/* Where the customer was when the chat began. */
static void
page(struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *m = hd_json_get(j, "messages");
	struct hd_str url;

	for (m = m != NULL ? m->child : NULL; m != NULL; m = m->next) {
		url = hd_json_at(m, "meta.current_page");
		if (url.n > 0) {
			hd_rec_text(r, HD_TK_PAGE, hd_page(url));
			return;
		}
	}
}

static int
columns(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_str subject = hd_json_at(j, "subject");
	const struct hd_json *survey = hd_json_get(j, "satisfaction_survey");

	if (hd_take_utc(r, HD_TK_CREATED, j, "created_datetime", err) != 0 ||
	    hd_take_utc(r, HD_TK_UPDATED, j, "updated_datetime", err) != 0 ||
	    hd_take(in, r, HD_TK_STATUS, j, "status", err) != 0 ||
	    hd_take(in, r, HD_TK_CSAT, survey, "score", err) != 0)
		return -1;
	if (hd_str_eq(hd_json_at(j, "status"), "closed") &&
	    hd_take_utc(r, HD_TK_SOLVED, j, "closed_datetime", err) != 0)
		return -1;
	if (r->v[HD_TK_CSAT_RAW].type == HD_CELL_TEXT &&
	    hd_take_utc(r, HD_TK_CSAT_AT, survey, "scored_datetime", err) != 0)
		return -1;
	if (subject.n > 0 && !hd_placeholder(subject))
		hd_rec_text(r, HD_TK_SUBJECT, subject);
	hd_rec_text(r, HD_TK_CHANNEL, hd_json_at(j, "channel"));
	hd_rec_text(r, HD_TK_PRIORITY, hd_json_at(j, "priority"));
	hd_rec_text(r, HD_TK_LANGUAGE, hd_json_at(j, "language"));
	who(r, HD_TK_REQUESTER, j, "customer", "customer_id");
	who(r, HD_TK_ASSIGNEE, j, "assignee_user", "assignee_user_id");
	who(r, HD_TK_TEAM, j, "assignee_team", "assignee_team_id");
	ai_state(r, j);
	hd_take_tags(in, r, hd_json_get(j, "tags"), "name");
	fields(in, r, j);
	page(r, j);
	marks(in, r, j);
	return 0;
}

static int
handovers(struct hd_ingest *in, const struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_str name;

	for (j = first_tag(j); j != NULL; j = j->next) {
		name = hd_json_at(j, "name");
		if (hd_str_ieq(name, "ai_handover") &&
		    hd_json_at(j, "id").n > 0 &&
		    hd_gorgias_handover(
			in, r, hd_json_at(j, "id"), name, err) != 0)
			return -1;
	}
	return 0;
}

static int
map_ticket(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *survey = hd_json_get(j, "satisfaction_survey");
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = hd_json_at(j, "id");
	if (columns(in, &r, j, err) != 0)
		return -1;
	if (r.v[HD_TK_UPDATED].type == HD_CELL_INT)
		r.ver = r.v[HD_TK_UPDATED].i;
	if (hd_emit(in, &r, err) != 0 ||
	    hd_gorgias_person(
		in, hd_json_get(j, "customer"), HD_ROLE_CUSTOMER, err) != 0 ||
	    hd_gorgias_person(
		in, hd_json_get(j, "assignee_user"), HD_ROLE_AGENT, err) != 0 ||
	    hd_gorgias_talk(in, j, r.id, err) != 0 ||
	    handovers(in, &r, j, err) != 0)
		return -1;
	return survey != NULL && survey->type == HD_JOBJ
		   ? hd_gorgias_answer(in, survey, r.id, err)
		   : 0;
}

static const struct hd_rectype types[] = {
	{ "message", HD_REC_MESSAGE, hd_gorgias_is_message,
	    hd_gorgias_message },
	{ "event", HD_REC_EVENT, hd_gorgias_is_event, hd_gorgias_event },
	{ "survey", HD_REC_SURVEY, hd_gorgias_is_survey, hd_gorgias_survey },
	{ "ticket", HD_REC_TICKET, is_ticket, map_ticket },
	{ "person", HD_REC_PERSON, hd_gorgias_is_person, hd_gorgias_someone },
	{ "other", HD_REC_PERSON, hd_gorgias_is_other, hd_gorgias_other },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_gorgias = { "gorgias", types };
