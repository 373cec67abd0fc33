/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whether an AI took part in a conversation of Intercom, and when it gave it to
 * people: a bot's first assignment; else, where the state says that it did,
 * the first teammate's words after the bot's last, else the workflow's event.
 */
#include "ingest/intercom.h"
#include "ingest/parts.h"

static bool
by_bot(const struct hd_json *part)
{
	return hd_str_eq(hd_json_at(part, "author.type"), "bot");
}

static enum hd_role
role(const struct hd_json *part)
{
	const char *evidence;

	return hd_intercom_role(hd_json_get(part, "author"), &evidence);
}

bool
hd_intercom_ai(const struct hd_intercom_thread *t, const struct hd_json *j)
{
	const struct hd_json *ai = hd_json_get(j, "ai_agent");

	if (hd_json_true(hd_json_get(j, "ai_agent_participated")) ||
	    (ai != NULL && ai->type == HD_JOBJ))
		return true;
	for (const struct hd_json *p = t->parts; p != NULL; p = p->next)
		if (role(p) == HD_ROLE_AI)
			return true;
	return false;
}

static const struct hd_json *
assignment(const struct hd_json *p)
{
	for (; p != NULL; p = p->next)
		if (by_bot(p) && hd_json_at(p, "assigned_to.id").n > 0)
			return p;
	return NULL;
}

/* The first teammate's words behind the bot's last part. */
static const struct hd_json *
teammate(const struct hd_json *p)
{
	const struct hd_json *first = NULL;

	for (; p != NULL; p = p->next) {
		if (by_bot(p) || role(p) == HD_ROLE_AI)
			first = NULL;
		else if (first == NULL && role(p) == HD_ROLE_AGENT &&
			 hd_json_at(p, "body").n > 0 &&
			 !hd_str_eq(hd_json_at(p, "part_type"), "note"))
			first = p;
	}
	return first;
}

static const struct hd_json *
workflow(const struct hd_json *p)
{
	for (; p != NULL; p = p->next)
		if (hd_str_eq(
			hd_json_at(p, "part_type"), "operator_workflow_event"))
			return p;
	return NULL;
}

static const struct hd_json *
moment(const struct hd_intercom_thread *t, struct hd_str state,
    struct hd_str reason)
{
	const struct hd_json *p = assignment(t->parts);

	if (p == NULL && (reason.n > 0 || hd_str_eq(state, "escalated") ||
			     hd_str_eq(state, "routed_to_team") ||
			     hd_str_eq(state, "procedure_handoff"))) {
		p = teammate(t->parts);
		if (p == NULL)
			p = workflow(t->parts);
	}
	return p;
}

int
hd_intercom_handoff(struct hd_ingest *in, const struct hd_intercom_thread *t,
    const struct hd_json *j, struct hd_err *err)
{
	struct hd_str state = hd_json_at(j, "ai_agent.resolution_state");
	struct hd_str reason =
	    hd_json_at(j, "custom_attributes.Fin escalation reason");
	const struct hd_json *p;
	const char *evidence;
	struct hd_rec r;
	int bad;

	/* a workflow also files what the AI resolved with a team */
	if (!hd_intercom_ai(t, j) ||
	    (state.n > 0 && (hd_str_starts(state, "assumed") ||
				hd_str_starts(state, "confirmed"))))
		return 0;
	p = moment(t, state, reason);
	if (p == NULL)
		return 0;
	hd_rec_init(&r, HD_REC_EVENT);
	r.id = hd_str("#handoff");
	r.ticket = t->ticket;
	r.ver = t->ver;
	bad = hd_take_utc(&r, HD_EV_AT, p, "created_at", err);
	hd_rec_text(&r, HD_EV_ACTOR, hd_json_at(p, "author.id"));
	hd_rec_role(&r, HD_EV_ROLE,
	    hd_intercom_role(hd_json_get(p, "author"), &evidence));
	hd_rec_text(&r, HD_EV_FIELD, hd_str("handoff"));
	hd_rec_text(&r, HD_EV_NEW,
	    reason.n > 0  ? reason
	    : state.n > 0 ? state
			  : hd_json_at(p, "part_type"));
	return hd_emit_part(in, &r, bad, err);
}
