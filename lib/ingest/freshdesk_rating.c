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
static struct hd_str
scale(const struct hd_json *j)
{
	int64_t v =
	    hd_freshdesk_code(hd_json_get(j, "ratings"), "default_question");

	return hd_str(v >= 1 && v <= 3 ? "freshdesk-classic" : "freshdesk");
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
	    hd_score_read(scale(last), answer(last), &s, err) != 1)
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
	struct hd_str said = hd_json_at(j, "feedback");
	struct hd_rec r;
	int any;

	hd_rec_init(&r, HD_REC_SURVEY);
	r.id = id;
	r.ticket = ticket;
	any = hd_survey_fill(&r, "csat", scale(j), answer(j), err);
	if (any == 0) {
		hd_skip(in, HD_REC_SURVEY);
		return 0;
	}
	if (any < 0 || hd_take_utc(&r, HD_SU_AT, j, "created_at", err) != 0 ||
	    hd_take_version(&r, j, "updated_at", err) != 0)
		return hd_emit_part(in, &r, -1, err);
	if (said.n > 0)
		hd_rec_text(&r, HD_SU_COMMENT, said);
	return hd_emit_part(in, &r, 0, err);
}

int
hd_freshdesk_surveys(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str ticket, struct hd_err *err)
{
	const struct hd_json *v;
	struct hd_str id;
	struct hd_str at;

	for (v = first(j); v != NULL; v = v->next) {
		if (v->type != HD_JOBJ)
			continue;
		id = hd_json_at(v, "id");
		at = hd_json_at(v, "created_at");
		if (id.n == 0)
			id = v == first(j) && v->next == NULL
				 ? hd_str("#csat")
				 : hd_made_id(in, "#csat ", at);
		if (survey(in, v, id, ticket, err) != 0)
			return -1;
	}
	return 0;
}

int
hd_freshdesk_rating(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str id = hd_json_at(j, "id");

	return survey(in, j, id.n > 0 ? id : hd_str("#csat"),
	    hd_json_at(j, "ticket_id"), err);
}
