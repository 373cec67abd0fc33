/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Intercom: the list of its records, and conversations. */
#include "ingest/convert.h"
#include "ingest/fields.h"
#include "ingest/intercom.h"
#include "ingest/parts.h"

static bool
is_conversation(const struct hd_json *j)
{
	return hd_str_eq(hd_json_at(j, "type"), "conversation");
}

static void
marks(struct hd_rec *r, const struct hd_json *j)
{
	struct hd_str how = hd_json_at(j, "source.delivered_as");
	struct hd_str test = hd_json_at(j, "ai_agent.source_type");

	hd_rec_null(r, HD_TK_MARK);
	if (hd_str_eq(how, "admin_initiated") ||
	    hd_str_eq(how, "operator_initiated") || hd_str_eq(how, "automated"))
		hd_rec_text(r, HD_TK_MARK, hd_str("outbound"));
	if (hd_str_eq(test, "workflow_preview") ||
	    hd_str_eq(test, "fin_preview"))
		hd_rec_text(r, HD_TK_MARK, hd_str("test"));
}

static int
figures(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	const struct hd_json *s = hd_json_get(j, "statistics");

	if (hd_take_utc(r, HD_TK_FIRST_SOLVED, s, "first_close_at", err) != 0 ||
	    hd_take(in, r, HD_TK_REOPENS, s, "count_reopens", err) != 0 ||
	    hd_take(in, r, HD_TK_HANDLE, s, "handling_time", err) != 0)
		return -1;
	return hd_str_eq(hd_json_at(j, "state"), "closed")
		   ? hd_take_utc(r, HD_TK_SOLVED, s, "last_close_at", err)
		   : 0;
}

/*
 * From the start to a teammate's first words: of a head without parts, where
 * no AI answered before.  time_to_admin_reply leaves out closed hours.
 */
static int
first_reply(struct hd_rec *r, const struct hd_intercom_thread *t,
    const struct hd_json *j, struct hd_err *err)
{
	return t->count > 0 || hd_intercom_ai(t, j)
		   ? 0
		   : hd_take_first_reply(
			 r, j, "statistics.first_admin_reply_at", err);
}

static void
subject_and_page(
    struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	struct hd_str title = hd_json_at(j, "title");
	struct hd_str url = hd_json_at(j, "source.url");

	if (title.n == 0)
		title = hd_plain(in, hd_json_at(j, "source.subject"));
	if (title.n > 0 && !hd_placeholder(title))
		hd_rec_text(r, HD_TK_SUBJECT, title);
	if (url.n == 0)
		url = hd_json_at(j, "first_contact_reply.url");
	if (url.n > 0)
		hd_rec_text(r, HD_TK_PAGE, hd_page(url));
}

static void
fields(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *topics = hd_json_path(j, "topics.topics");
	struct hd_str type = hd_json_at(j, "ticket.ticket_type.name");
	struct hd_fields f;

	hd_fields_begin(&f, in);
	hd_fields_members(&f, hd_json_get(j, "custom_attributes"));
	hd_fields_list(&f, "topics", topics, "name");
	hd_fields_text(
	    &f, hd_str("sla_status"), hd_json_at(j, "sla_applied.sla_status"));
	hd_fields_text(&f, hd_str("ai_answer_type"),
	    hd_json_at(j, "ai_agent.last_answer_type"));
	hd_fields_list(&f, "ai_sources",
	    hd_json_path(j, "ai_agent.content_sources.content_sources"), "url");
	hd_fields_end(&f, r);
	if (type.n == 0 && topics != NULL)
		type = hd_json_at(topics->child, "name");
	if (type.n > 0)
		hd_rec_text(r, HD_TK_CATEGORY, type);
}

static int
columns(struct hd_ingest *in, struct hd_rec *r,
    const struct hd_intercom_thread *t, const struct hd_json *j,
    struct hd_err *err)
{
	if (hd_take_utc(r, HD_TK_CREATED, j, "created_at", err) != 0 ||
	    hd_take_utc(r, HD_TK_UPDATED, j, "updated_at", err) != 0 ||
	    hd_take(in, r, HD_TK_STATUS, j, "state", err) != 0 ||
	    hd_take(in, r, HD_TK_AI_STATE, j, "ai_agent.resolution_state",
		err) != 0 ||
	    figures(in, r, j, err) != 0 || first_reply(r, t, j, err) != 0 ||
	    hd_intercom_rating(in, r, j, hd_intercom_ai(t, j), err) != 0)
		return -1;
	subject_and_page(in, r, j);
	hd_rec_text(r, HD_TK_CHANNEL, hd_json_at(j, "source.type"));
	hd_rec_text(r, HD_TK_CHANNEL, hd_json_at(j, "channel.initial"));
	hd_intercom_who(r, HD_TK_TEAM, j, "team_assignee_id");
	hd_intercom_who(r, HD_TK_ASSIGNEE, j, "admin_assignee_id");
	hd_rec_text(r, HD_TK_PRIORITY, hd_json_at(j, "priority"));
	hd_rec_text(r, HD_TK_BRAND, hd_json_at(j, "custom_attributes.Brand"));
	hd_rec_text(r, HD_TK_BRAND, hd_json_at(j, "custom_attributes.brand"));
	hd_rec_text(
	    r, HD_TK_LANGUAGE, hd_json_at(j, "custom_attributes.Language"));
	hd_intercom_requester(r, j);
	hd_intercom_tags(in, r, t, j);
	hd_intercom_link(in, r, j);
	fields(in, r, j);
	marks(r, j);
	return 0;
}

static int
map_conversation(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_intercom_thread t;
	struct hd_rec r;

	hd_intercom_thread_init(&t, in, j, "conversation_parts");
	hd_rec_init(&r, HD_REC_TICKET);
	r.id = t.ticket;
	if (columns(in, &r, &t, j, err) != 0)
		return -1;
	if (r.v[HD_TK_UPDATED].type == HD_CELL_INT)
		r.ver = t.ver = r.v[HD_TK_UPDATED].i;
	if (hd_emit(in, &r, err) != 0 ||
	    hd_intercom_source(in, &t, j, err) != 0 ||
	    hd_intercom_parts(in, &t, err) != 0 ||
	    hd_intercom_handoff(in, &t, j, err) != 0 ||
	    hd_intercom_tag_events(in, &t, j, err) != 0)
		return -1;
	return hd_intercom_surveys(in, &t, j, hd_intercom_ai(&t, j), err);
}

static const struct hd_rectype types[] = {
	{ "conversation", HD_REC_TICKET, is_conversation, map_conversation },
	{ "ticket", HD_REC_TICKET, hd_intercom_is_ticket, hd_intercom_ticket },
	{ "company", HD_REC_ACCOUNT, hd_intercom_is_company,
	    hd_intercom_company },
	{ "contact", HD_REC_PERSON, hd_intercom_is_contact,
	    hd_intercom_contact },
	{ "admin", HD_REC_PERSON, hd_intercom_is_admin, hd_intercom_admin },
	{ "team", HD_REC_NAME, hd_intercom_is_team, hd_intercom_team },
	{ "other", HD_REC_PERSON, hd_intercom_is_other, hd_intercom_other },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_intercom = { "intercom", types };
