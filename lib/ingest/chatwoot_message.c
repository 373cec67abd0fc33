/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Messages of Chatwoot: see chatwoot.h.  What happened to a conversation is
 * told by messages of type activity alone, in the account's language; the
 * English ones are events too.
 */
#include "ingest/author.h"
#include "ingest/chatwoot.h"
#include "ingest/convert.h"
#include "ingest/parts.h"

enum type {
	INCOMING,
	OUTGOING,
	ACTIVITY,
	TEMPLATE,
	OTHER,
};

/* A number in the API, a word in webhooks. */
static enum type
type_of(const struct hd_json *m)
{
	static const char *const words[] = { "incoming", "outgoing", "activity",
		"template" };
	static const char *const codes[] = { "0", "1", "2", "3" };
	struct hd_str s = hd_json_at(m, "message_type");

	for (int i = 0; i < OTHER; i++)
		if (hd_str_eq(s, words[i]) || hd_str_eq(s, codes[i]))
			return (enum type)i;
	return OTHER;
}

struct hd_str
hd_chatwoot_contact(struct hd_ingest *in, struct hd_str id)
{
	return hd_made_id(in, "contact:", id);
}

int
hd_chatwoot_agent(
    struct hd_ingest *in, const struct hd_json *agent, struct hd_err *err)
{
	struct hd_author who = { hd_json_at(agent, "id"),
		hd_json_at(agent, "name"), hd_json_at(agent, "email"),
		HD_ROLE_AGENT, NULL };

	return hd_author_emit(in, &who, err);
}

const struct hd_json *
hd_chatwoot_csat(const struct hd_json *m)
{
	const struct hd_json *v;

	if (!hd_str_eq(hd_json_at(m, "content_type"), "input_csat"))
		return NULL;
	v = hd_json_path(
	    m, "content_attributes.submitted_values.csat_survey_response");
	return hd_json_at(v, "rating").n > 0 ? v : NULL;
}

/* The survey is offered as a message; its answer is written into it. */
static int
survey(struct hd_ingest *in, const struct hd_json *m, struct hd_str ticket,
    struct hd_err *err)
{
	const struct hd_json *v = hd_chatwoot_csat(m);
	struct hd_answer a = { .ticket = ticket,
		.id = hd_json_at(m, "id"),
		.raw = hd_json_at(v, "rating"),
		.comment = hd_json_at(v, "feedback_message"),
		.scale = "1-5" };
	bool updated = hd_json_at(m, "updated_at").n > 0;

	return hd_emit_answer(
	    in, &a, m, updated ? "updated_at" : "created_at", err);
}

/* "AgentBot", "Captain::Assistant"; in newer versions in the sender. */
static const char *
ai_sender(const struct hd_json *m)
{
	struct hd_str type = hd_json_at(m, "sender_type");
	struct hd_str kind = hd_json_at(m, "sender.type");

	if (hd_str_eq(type, "AgentBot") || hd_str_eq(kind, "agent_bot"))
		return "sender_type AgentBot";
	if (hd_str_eq(type, "Captain::Assistant") ||
	    hd_str_eq(kind, "captain_assistant"))
		return "sender_type Captain::Assistant";
	return NULL;
}

/* Written by a rule or a campaign, in whose name so ever. */
static bool
automatic(const struct hd_json *m)
{
	return hd_json_at(m, "content_attributes.automation_rule_id").n > 0 ||
	       hd_json_at(m, "additional_attributes.campaign_id").n > 0;
}

static int
author(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *m,
    enum type type, struct hd_err *err)
{
	const char *ai = ai_sender(m);
	struct hd_str id = hd_json_at(m, "sender.id");

	if (id.p == NULL)
		id = hd_json_at(m, "sender_id");
	if (type == INCOMING) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_CUSTOMER);
		hd_rec_text(r, HD_MS_AUTHOR, hd_chatwoot_contact(in, id));
	} else if (type == ACTIVITY) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_SYSTEM);
	} else if (ai != NULL) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_AI);
		hd_rec_text(r, HD_MS_EVIDENCE, hd_str(ai));
		hd_rec_text(r, HD_MS_AUTHOR, hd_made_id(in, "ai:", id));
	} else if (type == TEMPLATE || automatic(m)) {
		hd_rec_int(r, HD_MS_SAID, HD_ROLE_SYSTEM);
	} else if (id.p != NULL) {
		struct hd_author who = { id, hd_json_at(m, "sender.name"),
			hd_json_at(m, "sender.email"), HD_ROLE_AGENT, NULL };

		hd_rec_text(r, HD_MS_AUTHOR, id);
		return hd_author_emit(in, &who, err);
	}
	return 0; /* sent by nobody named: unknown */
}

/* How English activities begin, and the status they tell of. */
static const struct {
	const char *head, *old, *new;
} activities[] = {
	{ "Conversation was marked resolved by ", NULL, "solved" },
	{ "Conversation was resolved by ", NULL, "solved" },
	{ "Conversation was marked as pending by ", NULL, "pending" },
	{ "Conversation was snoozed by ", NULL, "pending" },
	{ "Conversation was marked open by ", "pending", "open" },
	{ "Conversation was reopened by ", NULL, "open" },
	{ "System reopened the conversation", "solved", "open" },
};

/* From the AI's queue to the people's: it was handed over. */
static int
handoff(struct hd_ingest *in, const struct hd_json *m, struct hd_str ticket,
    struct hd_err *err)
{
	struct hd_change c = { .ticket = ticket,
		.id = hd_made_id(in, "handoff:", hd_json_at(m, "id")),
		.new = hd_json_at(m, "content"),
		.role = HD_ROLE_SYSTEM,
		.field = "handoff" };

	return hd_emit_change(in, &c, m, "created_at", err);
}

static int
activity(struct hd_ingest *in, const struct hd_json *m, struct hd_str ticket,
    struct hd_chatwoot_state *state, struct hd_err *err)
{
	struct hd_str text = hd_json_at(m, "content");
	struct hd_change c = { .ticket = ticket,
		.id = hd_json_at(m, "id"),
		.role = HD_ROLE_SYSTEM,
		.field = "status" };
	size_t i = 0, n = sizeof(activities) / sizeof(activities[0]);
	bool opened;

	while (i < n && !hd_str_starts(text, activities[i].head))
		i++;
	if (i == n)
		return 0;
	c.new = hd_str(activities[i].new);
	c.old = state->status;
	if (activities[i].old != NULL)
		c.old = hd_str(activities[i].old);
	opened = hd_str_eq(c.new, "open");
	if (opened && c.old.p == NULL && state->ai)
		c.old = hd_str("pending");
	state->status = c.new;
	if (hd_emit_change(in, &c, m, "created_at", err) != 0)
		return -1;
	return opened && hd_str_eq(c.old, "pending") &&
		       (state->ai || activities[i].old != NULL)
		   ? handoff(in, m, ticket, err)
		   : 0;
}

int
hd_chatwoot_message(struct hd_ingest *in, const struct hd_json *m,
    struct hd_str ticket, struct hd_chatwoot_state *state, struct hd_err *err)
{
	enum type type = type_of(m);
	bool private = hd_json_true(hd_json_get(m, "private"));
	struct hd_rec r;
	int bad;

	if (hd_str_eq(hd_json_at(m, "content_type"), "input_csat"))
		return survey(in, m, ticket, err);
	hd_rec_init(&r, HD_REC_MESSAGE);
	r.id = hd_json_at(m, "id");
	r.ticket = ticket;
	bad = hd_take_utc(&r, HD_MS_AT, m, "created_at", err);
	if (bad == 0)
		bad = hd_take_version(&r, m, "updated_at", err);
	if (author(in, &r, m, type, err) != 0)
		return -1;
	/* the customer does not see what happened to the conversation */
	private = private || type == ACTIVITY;
	hd_rec_int(&r, HD_MS_PUBLIC, !private);
	if (private)
		hd_rec_text(&r, HD_MS_KIND, hd_str("note"));
	hd_rec_text(&r, HD_MS_BODY, hd_plain(in, hd_json_at(m, "content")));
	if (type == OUTGOING && !private)
		state->ai = ai_sender(m) != NULL;
	if (hd_emit_part(in, &r, bad, err) != 0)
		return -1;
	return type == ACTIVITY ? activity(in, m, ticket, state, err) : 0;
}
