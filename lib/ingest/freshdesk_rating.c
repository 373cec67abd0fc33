/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Freshdesk's satisfaction ratings: 103 to -103, or on the old scale 1 2 3,
 * where less is better.
 */
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/freshdesk.h"
#include "ingest/survey.h"
#include "ingest/parts.h"

static struct hd_str
answer(const struct hd_json *j)
{
	return hd_json_at(j, "ratings.default_question");
}

/* What a rating of the one scale can be no rating of the other can. */
static const char *
scale(const struct hd_json *j)
{
	int64_t v =
	    hd_freshdesk_code(hd_json_get(j, "ratings"), "default_question");

	return v >= 1 && v <= 3 ? "freshdesk-classic" : "freshdesk";
}

bool
hd_freshdesk_is_rating(const struct hd_json *j)
{
	const struct hd_json *r = hd_json_get(j, "ratings");

	return r != NULL && r->type == HD_JOBJ &&
	       hd_json_get(j, "ticket_id") != NULL;
}

/* The ratings of a ticket: an array, or the only one. */
static const struct hd_json *
first(const struct hd_json *ticket)
{
	const struct hd_json *v = hd_json_get(ticket, "satisfaction_ratings");

	return v != NULL && v->type == HD_JARR ? v->child : v;
}

/* The latest answer is the ticket's. */
int
hd_freshdesk_ratings(struct hd_ingest *in, struct hd_rec *ticket,
    const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *v, *last = NULL;
	int64_t newest = HD_TIME_NONE;
	struct hd_score s;
	struct hd_rec r;

	(void)in;
	for (v = first(j); v != NULL; v = v->next) {
		hd_rec_init(&r, HD_REC_TICKET);
		if (hd_take_utc(&r, HD_TK_CSAT_AT, v, "created_at", err) != 0)
			return -1;
		if (last != NULL && (r.v[HD_TK_CSAT_AT].type != HD_CELL_INT ||
					r.v[HD_TK_CSAT_AT].i <= newest))
			continue;
		last = v;
		if (r.v[HD_TK_CSAT_AT].type == HD_CELL_INT)
			newest = r.v[HD_TK_CSAT_AT].i;
	}
	/* one that is no answer is reported with the surveys */
	if (last == NULL ||
	    hd_score_read(hd_str(scale(last)), answer(last), &s, err) != 1)
		return 0;
	hd_rec_text(ticket, HD_TK_CSAT_RAW, answer(last));
	hd_rec_real(ticket, HD_TK_CSAT, s.value);
	hd_rec_int(ticket, HD_TK_SATISFIED, s.satisfied);
	return hd_take_utc(ticket, HD_TK_CSAT_AT, last, "created_at", err);
}

static int
survey(struct hd_ingest *in, const struct hd_json *j, struct hd_str id,
    struct hd_str ticket, struct hd_err *err)
{
	struct hd_answer a = { .ticket = ticket,
		.id = id,
		.raw = answer(j),
		.comment = hd_json_at(j, "feedback"),
		.scale = scale(j) };

	if (hd_answer_version(&a, j, "updated_at", err) != 0)
		return hd_reject(in, HD_REC_SURVEY, err);
	return hd_emit_answer(in, &a, j, "created_at", err);
}

/* One of several has an id of its own, else its time is it. */
int
hd_freshdesk_surveys(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str ticket, struct hd_err *err)
{
	const struct hd_json *v;
	struct hd_str id;

	for (v = first(j); v != NULL; v = v->next) {
		if (v->type != HD_JOBJ)
			continue;
		id = hd_json_at(v, "id");
		if (id.n == 0 && (v != first(j) || v->next != NULL))
			id = hd_made_id(
			    in, "#csat ", hd_json_at(v, "created_at"));
		if (survey(in, v, id, ticket, err) != 0)
			return -1;
	}
	return 0;
}

int
hd_freshdesk_rating(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return survey(
	    in, j, hd_json_at(j, "id"), hd_json_at(j, "ticket_id"), err);
}
