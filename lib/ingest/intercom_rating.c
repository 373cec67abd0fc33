/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ratings of Intercom: one of the conversation, which may be of a bot, and one
 * of the AI agent.  The ticket's satisfaction is what was said of people.
 */
#include "ingest/convert.h"
#include "ingest/intercom.h"
#include "ingest/parts.h"

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

int
hd_intercom_surveys(struct hd_ingest *in, const struct hd_intercom_thread *t,
    const struct hd_json *j, bool ai, struct hd_err *err)
{
	const struct hd_json *rating = hd_json_get(j, "conversation_rating");
	struct hd_answer a = { .ticket = t->ticket,
		.raw = hd_json_at(rating, "rating"),
		.comment = hd_json_at(rating, "remark"),
		.scale = "1-5",
		.rated = rated(rating, ai),
		.ver = t->ver != HD_TIME_NONE ? t->ver : 0,
		.within = true };
	struct hd_str all = a.raw;

	if (hd_emit_answer(in, &a, rating, "created_at", err) != 0)
		return -1;
	a.id = hd_str("#csat ai");
	a.raw = hd_json_at(j, "ai_agent.rating");
	a.comment = hd_json_at(j, "ai_agent.rating_remark");
	a.rated = "ai";
	/* one answer, told in both places */
	if (of_ai(rating, ai) && hd_str_same(all, a.raw))
		return 0;
	return hd_emit_answer(in, &a, NULL, "", err);
}
