/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What happened to Freshdesk's tickets: entries of time worked, and the export
 * of ticket activities, the one place where its AI agent leaves a trace.
 */
#include <string.h>

#include "ingest/author.h"
#include "ingest/convert.h"
#include "ingest/freshdesk.h"
#include "ingest/parts.h"

bool
hd_freshdesk_is_time(const struct hd_json *j)
{
	return (hd_json_get(j, "time_spent") != NULL ||
		   hd_json_get(j, "timespent") != NULL) &&
	       hd_json_get(j, "billable") != NULL;
}

/* "00:20" is hours and minutes; version 1 writes hours, as "0.50". */
static int
seconds(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_str s = hd_json_at(j, "time_spent");
	struct hd_rec tmp;
	struct hd_buf b = HD_BUF_INIT;

	if (s.p == NULL)
		s = hd_json_at(j, "timespent");
	hd_rec_init(&tmp, HD_REC_TICKET);
	if (hd_convert(in, &tmp, HD_TK_HANDLE, 3600, s, err) != 0)
		return -1;
	if (tmp.v[HD_TK_HANDLE].type != HD_CELL_INT)
		return hd_err_set(err, HD_EDATA, "no time in the time entry");
	hd_buf_addf(&b, "%lld", (long long)tmp.v[HD_TK_HANDLE].i);
	hd_rec_text(r, HD_EV_NEW,
	    (struct hd_str){ hd_arena_memdup(&in->arena, b.s, b.n), b.n });
	hd_buf_release(&b);
	return 0;
}

/* The sum of a ticket's entries is its handle time: settle_messages.sql. */
int
hd_freshdesk_time(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const char *at = hd_json_at(j, "executed_at").p != NULL ? "executed_at"
								: "created_at";
	struct hd_str agent = hd_json_at(j, "agent_id");
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_EVENT);
	r.id = hd_made_id(in, "time:", hd_json_at(j, "id"));
	r.ticket = hd_json_at(j, "ticket_id");
	if (hd_json_at(j, "id").n == 0)
		return hd_err_set(err, HD_EDATA, "no id");
	hd_rec_text(&r, HD_EV_FIELD, hd_str("worked"));
	hd_rec_text(
	    &r, HD_EV_ACTOR, agent.n > 0 ? agent : hd_json_at(j, "user_id"));
	if (seconds(in, &r, j, err) != 0 ||
	    hd_take_utc(&r, HD_EV_AT, j, at, err) != 0 ||
	    hd_take_version(&r, j, "updated_at", err) != 0)
		return -1;
	return hd_emit(in, &r, err);
}

bool
hd_freshdesk_is_activity(const struct hd_json *j)
{
	return hd_json_get(j, "performed_at") != NULL &&
	       hd_json_get(j, "performer_type") != NULL;
}

/* The activity at hand: what all its events have in common. */
struct act {
	struct hd_ingest *in;
	const struct hd_json *j;
	struct hd_rec r;
	struct hd_err *err;
};

/*
 * Activities have no id: the time, who did it and what is its name.  A value
 * that is absent is no event.
 */
static int
event(struct act *a, const char *field, int col, struct hd_str value)
{
	struct hd_rec r = a->r;
	struct hd_str parts[] = { hd_json_at(a->j, "performed_at"),
		hd_json_at(a->j, "performer_id"), value };
	struct hd_buf b = HD_BUF_INIT;

	if (value.n == 0)
		return 0;
	hd_buf_adds(&b, field);
	for (size_t i = 0; i < 3; i++) {
		hd_buf_addc(&b, '/');
		hd_buf_add(&b, parts[i].n > 0 ? parts[i].p : "", parts[i].n);
	}
	for (size_t i = 0; i < b.n; i++) /* a key is a line in a pipe */
		if ((unsigned char)b.s[i] < 0x20)
			b.s[i] = ' ';
	r.id = (struct hd_str){ hd_arena_memdup(&a->in->arena, b.s, b.n), b.n };
	hd_buf_release(&b);
	hd_rec_text(&r, HD_EV_FIELD, hd_str(field));
	hd_rec_text(&r, col, value);
	return hd_emit_part(a->in, &r, 0, a->err);
}

static bool
begins(struct hd_str s, const char *head, struct hd_str *rest)
{
	struct hd_str h = hd_str(head);
	struct hd_str cut = { s.p, h.n };

	if (s.n < h.n || !hd_str_ieq(cut, head))
		return false;
	*rest = (struct hd_str){ s.p + h.n, s.n - h.n };
	while (rest->n > 0 && strchr(" -:(.", rest->p[0]) != NULL) {
		rest->p++;
		rest->n--;
	}
	while (rest->n > 0 && strchr(" ).", rest->p[rest->n - 1]) != NULL)
		rest->n--;
	return true;
}

/* What the AI agent did, by the words Freshdesk has for it. */
static int
verdict(struct act *a, struct hd_str text, struct hd_str reason)
{
	struct hd_str rest;
	const char *state;

	if (begins(text, "Ticket is handed over", &rest)) {
		if (rest.n == 0)
			rest = reason.n > 0 ? reason : text;
		if (event(a, "handoff", HD_EV_NEW, rest) != 0)
			return -1;
		state = "handed_over";
	} else if (begins(text, "Ticket is resolved", &rest)) {
		if (rest.n == 0)
			rest = reason;
		state = begins(rest, "positive", &rest) ? "resolved_confirmed"
							: "resolved_assumed";
	} else if (begins(text, "Ticket has timed out", &rest)) {
		state = "abandoned";
	} else {
		return 0;
	}
	return event(a, "ai_state", HD_EV_NEW, hd_str(state));
}

/* Where in the activity these words stand is not the same everywhere. */
static int
verdicts(struct act *a, const struct hd_json *j)
{
	struct hd_str reason = hd_json_at(j, "reason");

	for (j = j->child; j != NULL; j = j->next) {
		if ((j->type == HD_JOBJ || j->type == HD_JARR) &&
		    verdicts(a, j) != 0)
			return -1;
		if (j->type == HD_JSTR && verdict(a, j->s, reason) != 0)
			return -1;
	}
	return 0;
}

static int
tags(struct act *a, const struct hd_json *list, int col)
{
	if (list == NULL || list->type != HD_JARR)
		return 0;
	for (list = list->child; list != NULL; list = list->next)
		if (event(a, "tag", col, hd_json_str(list)) != 0)
			return -1;
	return 0;
}

/* The agent a ticket is given to under this status is a virtual one. */
static int
ai_agent(struct act *a, const struct hd_json *what)
{
	struct hd_author who = { hd_json_at(what, "agent_id"), { NULL, 0 },
		{ NULL, 0 }, HD_ROLE_AGENT, "status Assigned to AI Agent" };

	if (!hd_str_ieq(hd_json_at(what, "status"), "Assigned to AI Agent"))
		return 0;
	return hd_author_emit(a->in, &who, a->err);
}

int
hd_freshdesk_activity(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	static const struct hd_zone utc = HD_ZONE_UTC;
	const struct hd_timeopt opt = { &utc, HD_ORDER_DMY };
	const struct hd_json *what = hd_json_get(j, "activity");
	struct hd_str status = hd_json_at(what, "status");
	struct hd_str team = hd_json_at(what, "group_id");
	const char *word = hd_status_word(status);
	struct act a = { in, j, { 0 }, err };
	int64_t at;
	bool zoned;

	if (hd_time_parse(
		hd_json_at(j, "performed_at"), &opt, &at, &zoned, err) != 0)
		return -1;
	if (what == NULL || what->type != HD_JOBJ ||
	    hd_json_at(j, "ticket_id").n == 0)
		return hd_err_set(
		    err, HD_EDATA, "the activity names no ticket");
	hd_rec_init(&a.r, HD_REC_EVENT);
	a.r.ticket = hd_json_at(j, "ticket_id");
	hd_rec_int(&a.r, HD_EV_AT, at);
	hd_rec_text(&a.r, HD_EV_ACTOR, hd_json_at(j, "performer_id"));
	if (hd_str_eq(hd_json_at(j, "performer_type"), "system"))
		hd_rec_int(&a.r, HD_EV_ROLE, HD_ROLE_SYSTEM);
	if (team.n == 0)
		team = hd_json_at(what, "group");
	if (event(&a, "status", HD_EV_NEW,
		word != NULL ? hd_str(word) : status) != 0 ||
	    event(&a, "assignee", HD_EV_NEW, hd_json_at(what, "agent_id")) !=
		0 ||
	    event(&a, "team", HD_EV_NEW, team) != 0 ||
	    tags(&a, hd_json_get(what, "added_tags"), HD_EV_NEW) != 0 ||
	    tags(&a, hd_json_get(what, "removed_tags"), HD_EV_OLD) != 0 ||
	    ai_agent(&a, what) != 0)
		return -1;
	return verdicts(&a, what);
}
