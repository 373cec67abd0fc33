/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ratings of Intercom: one of the conversation, which may be of a bot, and one
 * of the AI agent.  The ticket's satisfaction is what was said of people.
 */
#include "ingest/convert.h"
#include "ingest/intercom.h"
#include "ingest/survey.h"
#include "ingest/vendor.h"

/* Who was rated: ai, agent, or NULL where nothing says. */
static const char *
rated(const struct hd_json *rating, bool ai)
{
	const struct hd_json *mate = hd_json_get(rating, "teammate");
	struct hd_str type = hd_json_at(mate, "type");

	if (mate == NULL)
		return NULL;
	if (hd_str_eq(type, "admin") || hd_str_eq(type, "team"))
		return "agent";
	return hd_str_eq(type, "bot") || ai ? "ai" : NULL;
}

static bool
of_ai(const struct hd_json *rating, bool ai)
{
	return hd_str_eq(hd_str(rated(rating, ai)), "ai");
}

int
hd_intercom_rating(struct hd_ingest *in, struct hd_rec *r,
    const struct hd_json *j, bool ai, struct hd_err *err)
{
	const struct hd_json *rating = hd_json_get(j, "conversation_rating");

	if (of_ai(rating, ai))
		return 0;
	if (hd_take(in, r, HD_TK_CSAT, rating, "rating", err) != 0)
		return -1;
	return r->v[HD_TK_CSAT_RAW].type == HD_CELL_TEXT
		   ? hd_take_utc(r, HD_TK_CSAT_AT, rating, "created_at", err)
		   : 0;
}

/* One answer from 1 to 5. */
struct reply {
	const char *id, *rated;
	struct hd_str score, comment;
	const struct hd_json *at;
};

static int
emit(struct hd_ingest *in, const struct hd_intercom_thread *t,
    const struct reply *a, struct hd_err *err)
{
	struct hd_rec r;
	int any, bad = 0;

	hd_rec_init(&r, HD_REC_SURVEY);
	r.id = hd_str(a->id);
	r.ticket = t->ticket;
	r.ver = t->ver;
	any = hd_survey_fill(&r, "csat", hd_str("1-5"), a->score, err);
	if (any == 0)
		return 0;
	if (any < 0 || hd_take_utc(&r, HD_SU_AT, a->at, "created_at", err) != 0)
		bad = -1;
	hd_rec_text(&r, HD_SU_RATED, hd_str(a->rated));
	if (a->comment.n > 0)
		hd_rec_text(&r, HD_SU_COMMENT, a->comment);
	return hd_emit_part(in, &r, bad, err);
}

int
hd_intercom_surveys(struct hd_ingest *in, const struct hd_intercom_thread *t,
    const struct hd_json *j, bool ai, struct hd_err *err)
{
	const struct hd_json *rating = hd_json_get(j, "conversation_rating");
	const struct hd_json *agent = hd_json_get(j, "ai_agent");
	const struct reply all = { "#csat", rated(rating, ai),
		hd_json_at(rating, "rating"), hd_json_at(rating, "remark"),
		rating };
	const struct reply its = { "#csat ai", "ai",
		hd_json_at(agent, "rating"), hd_json_at(agent, "rating_remark"),
		NULL };

	if (emit(in, t, &all, err) != 0)
		return -1;
	/* one answer, told in both places */
	if (of_ai(rating, ai) && hd_str_same(all.score, its.score))
		return 0;
	return emit(in, t, &its, err);
}
