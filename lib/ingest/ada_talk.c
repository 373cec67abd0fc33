/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Ada's messages and ratings.  Who sent a message is "bot" (or Ada), "agent",
 * or else the id of the chatter.
 */
#include "ingest/ada.h"
#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/parts.h"
#include "ingest/survey.h"

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
	struct hd_answer a = { .ticket = hd_json_at(j, "conversation_id"),
		.id = hd_made_id(in, "review:", hd_json_at(j, "_id")),
		.scale = "good-bad",
		.rated = "ai",
		.within = true };

	a.raw = thumb;
	if (hd_str_eq(thumb, "0"))
		return 0;
	if (hd_str_eq(thumb, "1") || hd_str_eq(thumb, "true"))
		a.raw = hd_str("good");
	else if (hd_str_eq(thumb, "-1") || hd_str_eq(thumb, "false"))
		a.raw = hd_str("bad");
	return hd_emit_answer(in, &a, j, "date_created", err);
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
static void
answer(struct hd_answer *a, const struct hd_json *csat)
{
	const struct hd_json *score = hd_json_get(csat, "score");
	struct hd_str style = hd_json_at(csat, "style");

	a->raw = hd_json_str(score);
	a->scale = hd_str_find(style, "10") != NULL ? "1-10" : "1-5";
	if ((score == NULL || score->type != HD_JBOOL) &&
	    hd_str_find(style, "thumb") == NULL &&
	    hd_str_find(style, "binary") == NULL)
		return;
	a->scale = "good-bad";
	if (hd_str_eq(a->raw, "1") || hd_str_eq(a->raw, "true"))
		a->raw = hd_str("good");
	else if (hd_str_eq(a->raw, "0") || hd_str_eq(a->raw, "false"))
		a->raw = hd_str("bad");
}

void
hd_ada_csat(struct hd_rec *ticket, const struct hd_json *conversation)
{
	struct hd_err ignored = HD_ERR_INIT;
	struct hd_answer a = { .scale = NULL };
	struct hd_score s;

	answer(&a, hd_json_get(conversation, "csat"));
	if (!hd_str_eq(hd_str(rated(conversation)), "agent") ||
	    hd_score_read(hd_str(a.scale), a.raw, &s, &ignored) != 1)
		return;
	hd_rec_text(ticket, HD_TK_CSAT_RAW, a.raw);
	hd_rec_real(ticket, HD_TK_CSAT, s.value);
	hd_rec_int(ticket, HD_TK_SATISFIED, s.satisfied);
}

int
hd_ada_rating(struct hd_ingest *in, const struct hd_json *conversation,
    int64_t ver, struct hd_err *err)
{
	const struct hd_json *csat = hd_json_get(conversation, "csat");
	struct hd_answer a = { .ticket = hd_json_at(conversation, "_id"),
		.comment = hd_json_at(csat, "comment"),
		.rated = rated(conversation),
		.ver = ver != HD_TIME_NONE ? ver : 0,
		.within = true };

	answer(&a, csat);
	return hd_emit_answer(in, &a, NULL, "", err);
}
