/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ada's messages and ratings.  Who sent a message is "bot" (or Ada), "agent",
 * or else the id of the chatter.
 */
#include "ingest/ada.h"
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/survey.h"
#include "ingest/parts.h"

bool
hd_ada_is_message(const struct hd_json *j)
{
	return hd_json_get(j, "conversation_id") != NULL &&
	       hd_json_get(j, "message_data") != NULL &&
	       hd_json_get(j, "sender") != NULL;
}

static void
author(struct hd_rec *r, struct hd_str sender)
{
	if (hd_str_ieq(sender, "bot") || hd_str_ieq(sender, "Ada")) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_AI);
		hd_rec_text(r, HD_MS_EVIDENCE, hd_str("sender is Ada's bot"));
	} else if (hd_str_ieq(sender, "agent")) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_AGENT);
	} else if (hd_str_ieq(sender, "system")) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_SYSTEM);
	} else if (sender.n > 0) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_CUSTOMER);
		hd_rec_text(r, HD_MS_AUTHOR, sender);
	}
}

/* A message about the conversation: that an agent is being called. */
static int
event(struct hd_ingest *in, const struct hd_json *j, struct hd_str type,
    struct hd_err *err)
{
	struct hd_rec r;

	if (hd_str_find(type, "handoff") == NULL &&
	    hd_str_find(type, "escalat") == NULL) {
		hd_skip(in, HD_REC_MESSAGE);
		return 0;
	}
	hd_rec_init(&r, HD_REC_EVENT);
	r.id = hd_json_at(j, "_id");
	r.ticket = hd_json_at(j, "conversation_id");
	if (hd_take_utc(&r, HD_EV_AT, j, "date_created", err) != 0)
		return -1;
	hd_rec_int(&r, HD_EV_ROLE, HD_ROLE_AI);
	hd_rec_text(&r, HD_EV_FIELD, hd_str("handoff"));
	hd_rec_text(&r, HD_EV_NEW, type);
	return hd_emit(in, &r, err);
}

/* A thumb up or down under an answer. */
static int
review(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str thumb = hd_json_at(j, "review");
	struct hd_rec r;
	int bad;

	if (thumb.n == 0 || hd_str_eq(thumb, "0"))
		return 0;
	hd_rec_init(&r, HD_REC_SURVEY);
	r.id = hd_made_id(in, "review:", hd_json_at(j, "_id"));
	r.ticket = hd_json_at(j, "conversation_id");
	bad = hd_survey_fill(&r, "csat", hd_str("good-bad"),
	    hd_str(thumb.p[0] == '-' ? "bad" : "good"), err);
	if (bad >= 0)
		bad = hd_take_utc(&r, HD_SU_AT, j, "date_created", err);
	hd_rec_text(&r, HD_SU_RATED, hd_str("ai"));
	return hd_emit_part(in, &r, bad, err);
}

int
hd_ada_message(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *data = hd_json_get(j, "message_data");
	struct hd_str body = hd_json_at(data, "body");
	struct hd_str type = hd_json_at(data, "_type");
	struct hd_rec r;

	if (body.n == 0)
		body = hd_json_at(data, "alt_text");
	if (body.n == 0)
		return event(in, j, type.n > 0 ? type : hd_str(""), err);
	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_json_at(j, "_id");
	r.ticket = hd_json_at(j, "conversation_id");
	if (hd_take_utc(&r, HD_MS_AT, j, "date_created", err) != 0 ||
	    hd_take_version(&r, j, "record_last_updated", err) != 0)
		return -1;
	author(&r, hd_json_at(j, "sender"));
	hd_rec_text(&r, HD_MS_BODY, body);
	if (hd_emit(in, &r, err) != 0)
		return -1;
	return review(in, j, err);
}

static const char *
rated(const struct hd_json *conversation)
{
	struct hd_str type = hd_json_at(conversation, "csat.survey_type");

	if (hd_str_ieq(type, "agent") || hd_str_ieq(type, "live_agent"))
		return "agent";
	if (hd_str_ieq(type, "bot") ||
	    !hd_json_true(hd_json_get(conversation, "is_escalated")))
		return "ai";
	return NULL;
}

/* Thumbs are 0 and 1, or true and false; all else goes from 1 to 5 or 10. */
static int
fill(struct hd_rec *r, const struct hd_json *csat, struct hd_err *err)
{
	const struct hd_json *score = hd_json_get(csat, "score");
	struct hd_str style = hd_json_at(csat, "style");
	struct hd_str s = hd_json_str(score);
	bool thumbs =
	    (score != NULL && score->type == HD_JBOOL) ||
	    (style.n > 0 && (hd_str_find(style, "thumb") != NULL ||
				hd_str_find(style, "binary") != NULL));
	const char *scale =
	    style.n > 0 && hd_str_find(style, "10") != NULL ? "1-10" : "1-5";

	if (thumbs)
		return hd_survey_fill(r, "csat", hd_str("good-bad"),
		    s.n == 0 ? s
			     : hd_str(hd_str_eq(s, "1") || hd_str_eq(s, "true")
					  ? "good"
					  : "bad"),
		    err);
	return hd_survey_fill(r, "csat", hd_str(scale), s, err);
}

void
hd_ada_csat(struct hd_rec *ticket, const struct hd_json *conversation)
{
	const char *of = rated(conversation);
	struct hd_err ignored = HD_ERR_INIT;
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_SURVEY);
	if (of == NULL || !hd_str_eq(hd_str(of), "agent") ||
	    fill(&r, hd_json_get(conversation, "csat"), &ignored) != 1)
		return;
	hd_rec_text(ticket, HD_TK_CSAT_RAW, r.v[HD_SU_RAW].s);
	hd_rec_real(ticket, HD_TK_CSAT, r.v[HD_SU_VALUE].d);
	hd_rec_int(ticket, HD_TK_SATISFIED, r.v[HD_SU_SATISFIED].i);
}

int
hd_ada_rating(struct hd_ingest *in, const struct hd_json *conversation,
    int64_t ver, struct hd_err *err)
{
	const struct hd_json *csat = hd_json_get(conversation, "csat");
	struct hd_str said = hd_json_at(csat, "comment");
	struct hd_rec r;
	int any;

	if (csat == NULL || csat->type != HD_JOBJ)
		return 0;
	hd_rec_init(&r, HD_REC_SURVEY);
	r.id = hd_str("#csat");
	r.ticket = hd_json_at(conversation, "_id");
	r.ver = ver;
	any = fill(&r, csat, err);
	if (any == 0)
		return 0;
	hd_rec_text(&r, HD_SU_RATED, hd_str(rated(conversation)));
	if (said.n > 0)
		hd_rec_text(&r, HD_SU_COMMENT, said);
	return hd_emit_part(in, &r, any < 0 ? -1 : 0, err);
}
