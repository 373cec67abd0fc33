/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The export of Zendesk's AI agents: an ended conversation a line.  Its schema
 * is not published, so that members are looked for by several names.  What it
 * holds is in no export of tickets unless people got it.
 */
#include <stdio.h>
#include <string.h>

#include "ingest/zendesk_int.h"

bool
hd_zd_is_ai_conversation(const struct hd_json *j)
{
	return hd_json_get(j, "bot_id") != NULL &&
	       hd_json_get(j, "conversation_id") != NULL;
}

/* The first of several paths that holds something; ended by NULL. */
static struct hd_str
first(const struct hd_json *j, const char *const *paths)
{
	struct hd_str s = { NULL, 0 };

	for (; *paths != NULL && s.n == 0; paths++)
		s = hd_json_at(j, *paths);
	return s;
}

static bool
escalated(const struct hd_json *j)
{
	return hd_json_true(hd_json_get(j, "escalated")) ||
	       hd_json_true(hd_json_get(j, "is_escalated")) ||
	       hd_json_true(hd_json_get(j, "handed_over"));
}

static bool
has(struct hd_str s, const char *word)
{
	return s.p != NULL && hd_str_find(s, word) != NULL;
}

/* "unresolved", "not yet resolved" */
static bool
denied(struct hd_str before)
{
	struct hd_str tail = { before.p + before.n - 2, 2 };

	for (size_t i = 0; i + 3 <= before.n; i++)
		if (hd_str_ieq((struct hd_str){ before.p + i, 3 }, "not"))
			return true;
	return before.n >= 2 && hd_str_ieq(tail, "un");
}

/* The word stands in the text, in any case, and is not denied. */
static bool
says(struct hd_str s, const char *word)
{
	size_t n = strlen(word);

	for (size_t i = 0; i + n <= s.n; i++)
		if (hd_str_ieq((struct hd_str){ s.p + i, n }, word))
			return !denied((struct hd_str){ s.p, i });
	return false;
}

/* A machine judged that it was resolved, unless somebody confirmed it. */
static const char *
state_word(struct hd_str raw)
{
	static const struct {
		const char *has, *word;
	} words[] = {
		{ "escalat", "handed_over" },
		{ "handed", "handed_over" },
		{ "confirmed", "resolved_confirmed" },
		{ "abandoned", "abandoned" },
		{ "timed", "abandoned" },
		{ "negative", "negative_feedback" },
		{ "resolved", "resolved_assumed" },
		{ "automated", "resolved_assumed" },
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (says(raw, words[i].has))
			return words[i].word;
	return "unknown";
}

static void
state(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	static const char *const paths[] = { "resolution_status",
		"resolution_state", "resolution", "status", NULL };
	struct hd_str raw = first(j, paths);
	const char *word = state_word(raw);

	if (escalated(j)) {
		if (strcmp(word, "handed_over") != 0)
			raw = hd_join(in, raw, raw.n > 0 ? ", " : "",
			    hd_str("escalated"));
		word = "handed_over";
	}
	hd_rec_text(r, HD_TK_AI_STATE, hd_str(word));
	hd_rec_some(r, HD_TK_AI_STATE_RAW, raw);
}

static int
take_first(struct hd_rec *r, int col, const struct hd_json *j,
    const char *const *paths, struct hd_err *err)
{
	struct hd_str s = first(j, paths);

	return s.p != NULL ? hd_convert_utc(r, col, s, err) : 0;
}

static void
texts(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	static const char *const tickets[] = { "zendesk_ticket_id",
		"support_ticket_id", "external_ticket_id", "ticket_id",
		"ticket.id", NULL };
	static const char *const users[] = { "user_id", "end_user_id",
		"platform_user_id", "visitor_id", "user.id", NULL };
	static const char *const kept[] = { "bot_id", "bot_name", "knowledge",
		"knowledge_sources", "use_case", "intent" };

	hd_rec_text(r, HD_TK_ORIGIN, hd_str("ai"));
	hd_rec_text(r, HD_TK_LINK, first(j, tickets));
	hd_rec_text(r, HD_TK_CHANNEL, hd_json_at(j, "channel"));
	hd_rec_text(r, HD_TK_LANGUAGE, hd_json_at(j, "language"));
	hd_rec_text(r, HD_TK_REQUESTER, first(j, users));
	if (hd_json_true(hd_json_get(j, "is_test")) ||
	    hd_json_true(hd_json_get(j, "test")) ||
	    has(hd_json_at(j, "channel"), "preview"))
		hd_rec_text(r, HD_TK_MARK, hd_str("test"));
	hd_take_tags(in, r, hd_json_get(j, "tags"), "name");
	hd_zd_keep(in, r, j, kept, sizeof(kept) / sizeof(kept[0]));
}

static int
message(struct hd_ingest *in, const struct hd_json *m, struct hd_str ticket,
    size_t seq, struct hd_err *err)
{
	static const char *const senders[] = { "sender", "sender.type",
		"sender_type", "author", "author.type", "author_type", "role",
		"from", NULL };
	static const char *const authors[] = { "author.id", "sender.id",
		"author_id", "sender_id", "agent_id", NULL };
	static const char *const bodies[] = { "text", "message", "body",
		"content", "content.text", NULL };
	static const char *const times[] = { "timestamp", "created_at", "time",
		"sent_at", NULL };
	struct hd_str sender = first(m, senders), id = hd_json_at(m, "id");
	enum hd_role role = hd_role_read(sender);
	char number[24];
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_MESSAGE);
	(void)snprintf(number, sizeof(number), "#%zu", seq);
	r.id = id.n > 0 ? id : hd_str(number);
	r.ticket = ticket;
	bad = take_first(&r, HD_MS_AT, m, times, err);
	hd_rec_int(&r, HD_MS_SEQ, (int64_t)seq);
	hd_rec_text(&r, HD_MS_AUTHOR, first(m, authors));
	if (role != HD_ROLE_UNKNOWN)
		hd_rec_int(&r, HD_MS_SAID, role);
	if (role == HD_ROLE_AI)
		hd_rec_text(&r, HD_MS_EVIDENCE,
		    hd_join(in, hd_str("sender"), " ", sender));
	hd_rec_text(&r, HD_MS_BODY, first(m, bodies));
	return hd_emit_part(in, &r, bad, err);
}

/* When people got it: the moment it names, else the end of the AI's part. */
static int
handoff(struct hd_ingest *in, const struct hd_json *j, const struct hd_rec *t,
    struct hd_err *err)
{
	static const char *const times[] = { "escalated_at", "handed_over_at",
		"ended_at", "end_time", NULL };
	struct hd_zd_change c = { .ticket = t->id,
		.id = hd_str("#handoff"),
		.field = hd_str("handoff"),
		.at = HD_TIME_NONE };
	struct hd_rec r;

	if (!escalated(j))
		return 0;
	hd_rec_init(&r, HD_REC_EVENT);
	if (take_first(&r, HD_EV_AT, j, times, err) != 0)
		return -1;
	if (r.v[HD_EV_AT].type == HD_CELL_INT)
		c.at = r.v[HD_EV_AT].i;
	c.new = hd_json_at(j, "escalation_reason");
	if (c.new.n == 0)
		c.new = hd_str("escalated");
	return hd_zd_change(in, &c, err);
}

static int
rating(struct hd_ingest *in, const struct hd_json *j, const struct hd_rec *t,
    struct hd_err *err)
{
	static const char *const paths[] = { "csat", "csat.score", "csat_score",
		"rating", NULL };
	struct hd_answer a = { .ticket = t->id, .rated = "ai", .within = true };

	hd_zd_rating(&a, first(j, paths));
	return hd_emit_answer(in, &a, NULL, "", err);
}

int
hd_zd_ai_conversation(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	static const char *const begins[] = { "created_at", "started_at",
		"start_time", "timestamp", NULL };
	static const char *const ends[] = { "updated_at", "ended_at",
		"end_time", NULL };
	const struct hd_json *m = hd_json_get(j, "messages");
	struct hd_rec r;
	size_t seq = 0;

	hd_rec_init(&r, HD_REC_TICKET);
	r.id = hd_json_at(j, "conversation_id");
	if (hd_zd_source(in, j, err) != 0 ||
	    take_first(&r, HD_TK_CREATED, j, begins, err) != 0 ||
	    take_first(&r, HD_TK_UPDATED, j, ends, err) != 0)
		return -1;
	if (r.v[HD_TK_UPDATED].type == HD_CELL_INT)
		r.ver = r.v[HD_TK_UPDATED].i;
	texts(in, &r, j);
	state(in, &r, j);
	/* all are ended: what is not with people now is closed */
	if (!escalated(j)) {
		hd_rec_text(&r, HD_TK_STATUS, hd_str("closed"));
		hd_rec_text(&r, HD_TK_STATUS_RAW, hd_str("ended"));
		if (r.v[HD_TK_UPDATED].type == HD_CELL_INT)
			hd_rec_int(&r, HD_TK_CLOSED, r.v[HD_TK_UPDATED].i);
	}
	if (hd_emit(in, &r, err) != 0 || handoff(in, j, &r, err) != 0 ||
	    rating(in, j, &r, err) != 0)
		return -1;
	for (m = m != NULL ? m->child : NULL; m != NULL; m = m->next)
		if (message(in, m, r.id, ++seq, err) != 0)
			return -1;
	return 0;
}
