/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Zendesk's figures: ticket_metrics, engagements of agents, ratings.  They come
 * in files of their own, before or after the tickets.
 */
#include <stdio.h>

#include "ingest/zendesk_int.h"

bool
hd_zd_is_ticket_metric(const struct hd_json *j)
{
	return hd_zd_url_has(j, "/api/v2/ticket_metrics/") ||
	       (hd_json_get(j, "ticket_id") != NULL &&
		   hd_json_get(j, "group_stations") != NULL &&
		   hd_json_get(j, "reopens") != NULL);
}

bool
hd_zd_is_engagement(const struct hd_json *j)
{
	return hd_json_get(j, "engagement_id") != NULL &&
	       hd_json_get(j, "engagement_start_time") != NULL;
}

bool
hd_zd_is_satisfaction_rating(const struct hd_json *j)
{
	return hd_zd_url_has(j, "/api/v2/satisfaction_ratings/") ||
	       (hd_json_at(j, "score").p != NULL &&
		   hd_json_get(j, "ticket_id") != NULL &&
		   hd_json_get(j, "requester_id") != NULL &&
		   hd_json_get(j, "assignee_id") != NULL);
}

/* The first station is no transfer. */
static int
transfers(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *m,
    struct hd_err *err)
{
	if (hd_take(in, r, HD_TK_TRANSFERS, m, "group_stations", err) != 0)
		return -1;
	if (r->v[HD_TK_TRANSFERS].type == HD_CELL_INT &&
	    r->v[HD_TK_TRANSFERS].i > 0)
		r->v[HD_TK_TRANSFERS].i--;
	return 0;
}

/* In messaging tickets the time to the first reply is in seconds alone. */
static int
first_reply(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *m,
    struct hd_err *err)
{
	struct hd_str s = hd_json_at(m, "reply_time_in_seconds.calendar");

	if (s.p != NULL)
		return hd_convert(in, r, HD_TK_FIRST_REPLY, 1, s, err);
	s = hd_json_at(m, "reply_time_in_minutes.calendar");
	return s.p != NULL ? hd_convert(in, r, HD_TK_FIRST_REPLY, 60, s, err)
			   : 0;
}

int
hd_zd_metrics(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *m,
    struct hd_err *err)
{
	static const char *const full =
	    "full_resolution_time_in_minutes.calendar";

	if (m == NULL || m->type != HD_JOBJ)
		return 0;
	/* null: it was reopened */
	if (hd_json_get(m, "solved_at") != NULL)
		hd_rec_null(r, HD_TK_SOLVED);
	if (hd_take_utc(r, HD_TK_SOLVED, m, "solved_at", err) != 0 ||
	    hd_take(in, r, HD_TK_REOPENS, m, "reopens", err) != 0 ||
	    hd_take(in, r, HD_TK_REPLIES, m, "replies", err) != 0 ||
	    first_reply(in, r, m, err) != 0 || transfers(in, r, m, err) != 0)
		return -1;
	return hd_json_at(m, full).p != NULL
		   ? hd_convert(
			 in, r, HD_TK_RESOLUTION, 60, hd_json_at(m, full), err)
		   : 0;
}

int
hd_zd_ticket_metric(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_TICKET);
	r.part = true;
	r.id = hd_json_at(j, "ticket_id");
	if (hd_zd_source(in, j, err) != 0 ||
	    hd_take_version(&r, j, "updated_at", err) != 0 ||
	    hd_zd_metrics(in, &r, j, err) != 0)
		return -1;
	return hd_emit(in, &r, err);
}

/*
 * The time an agent was at it, as an event whose new value is seconds; which of
 * them are machines is settled later.
 */
int
hd_zd_engagement(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_zd_change c = { .field = hd_str("engagement"),
		.at = HD_TIME_NONE };
	struct hd_rec t;
	char seconds[24];

	hd_rec_init(&t, HD_REC_TICKET);
	if (hd_zd_source(in, j, err) != 0 ||
	    hd_take_utc(&t, HD_TK_CREATED, j, "engagement_start_time", err) !=
		0 ||
	    hd_take_utc(&t, HD_TK_CLOSED, j, "engagement_end_time", err) != 0)
		return -1;
	if (t.v[HD_TK_CREATED].type != HD_CELL_INT)
		return hd_err_set(err, HD_EDATA, "no engagement_start_time");
	c.at = t.v[HD_TK_CREATED].i;
	/* one that goes on has no length yet */
	if (t.v[HD_TK_CLOSED].type == HD_CELL_INT) {
		if (t.v[HD_TK_CLOSED].i < c.at)
			return hd_err_set(err, HD_EDATA,
			    "the engagement ends before it starts");
		(void)snprintf(seconds, sizeof(seconds), "%lld",
		    (long long)(t.v[HD_TK_CLOSED].i - c.at));
		c.new = hd_str(seconds);
	}
	c.ticket = hd_json_at(j, "ticket_id");
	c.id = hd_join(
	    in, hd_str("engagement "), "", hd_json_at(j, "engagement_id"));
	c.actor = hd_json_at(j, "agent_id");
	return hd_zd_change(in, &c, err);
}

int
hd_zd_satisfaction_rating(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_answer a = { .ticket = hd_json_at(j, "ticket_id"),
		.id = hd_json_at(j, "id"),
		.comment = hd_json_at(j, "comment") };

	hd_zd_rating(&a, hd_json_at(j, "score"));
	if (hd_zd_source(in, j, err) != 0 ||
	    hd_answer_version(&a, j, "updated_at", err) != 0)
		return -1;
	return hd_emit_answer(in, &a, j, "created_at", err);
}
