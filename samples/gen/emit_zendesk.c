/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tickets, users and organizations as an account export of Zendesk has them. */
#include <stdio.h>
#include <string.h>

#include "gen/emit.h"

#define HOST "https://larkskerry.zendesk.example.com/api/v2"

static const char *
channel_of(const struct gen_story *st)
{
	if (st->excluded == GEN_TEST)
		return "sample_ticket";
	if (st->excluded == GEN_OUTBOUND)
		return "api";
	if (st->bot >= 0 && gen_bots[st->bot].widget)
		return "answer_bot_for_web_widget";
	if (st->chat)
		return st->channel < 60	  ? "native_messaging"
		       : st->channel < 85 ? "chat"
					  : "whatsapp";
	return st->channel < 62	  ? "email"
	       : st->channel < 94 ? "web"
				  : "mobile_sdk";
}

static int64_t
author_of(const struct gen_story *st, const struct gen_msg *m)
{
	switch (m->role) {
	case GEN_CUSTOMER:
		return st->user.id;
	case GEN_AI:
		return gen_bot_id(st->bot);
	case GEN_AGENT:
		return gen_agent_id(m->agent);
	case GEN_SYSTEM:
	default:
		return -1;
	}
}

static void
via(struct hd_jgen *g, const struct gen_story *st, const char *channel,
    bool ticket)
{
	gen_kobj(g, "via");
	gen_kstr(g, "channel", channel);
	if (!ticket) {
		hd_jgen_endobj(g);
		return;
	}
	gen_kobj(g, "source");
	gen_kobj(g, "from");
	if (strcmp(channel, "email") == 0) {
		gen_kstr(g, "address", st->user.email);
		gen_kstr(g, "name", st->user.full);
	}
	hd_jgen_endobj(g);
	gen_kobj(g, "to");
	hd_jgen_endobj(g);
	gen_kopt(g, "rel",
	    st->prev != 0 && st->channel % 2 == 0 ? "follow_up" : NULL);
	hd_jgen_endobj(g);
	hd_jgen_endobj(g);
}

static void
comment(
    struct gen_files *fs, const struct gen_story *st, const struct gen_msg *m)
{
	struct hd_jgen *g = &fs->f[GEN_OUT_ZENDESK].g;
	const char *channel = "web";

	if (m->role == GEN_CUSTOMER)
		channel = channel_of(st);
	else if (m->role == GEN_SYSTEM)
		channel = "rule";
	else if (m->role == GEN_AI)
		channel = gen_bots[st->bot].widget ? "answer_bot_for_web_widget"
						   : "api";
	fs->part += 113;
	hd_jgen_obj(g);
	gen_kint(g, "id", INT64_C(20480000000000) + fs->part);
	gen_kstr(g, "type", "Comment");
	gen_kint(g, "author_id", author_of(st, m));
	hd_buf_reset(&fs->scratch);
	gen_to_text(m, &fs->scratch);
	gen_kstr(g, "body", fs->scratch.s);
	hd_buf_reset(&fs->scratch);
	gen_to_html(m, GEN_HTML_ZENDESK, &fs->scratch);
	gen_kstr(g, "html_body", fs->scratch.s);
	gen_kbool(g, "public", m->kind == GEN_REPLY);
	gen_karr(g, "attachments");
	hd_jgen_endarr(g);
	via(g, st, channel, false);
	gen_ktime(g, "created_at", m->at);
	hd_jgen_endobj(g);
}

static void
two_times(struct hd_jgen *g, const char *key, int64_t from, int64_t to)
{
	gen_kobj(g, key);
	if (to == 0) {
		gen_knull(g, "calendar");
		gen_knull(g, "business");
	} else {
		gen_kint(g, "calendar", (to - from) / 60);
		gen_kint(g, "business", gen_work_minutes(from, to));
	}
	hd_jgen_endobj(g);
}

static void
metrics(
    struct hd_jgen *g, const struct gen_story *st, const struct gen_figures *f)
{
	int64_t c = st->created;

	gen_kobj(g, "metric_set");
	gen_kint(g, "id", INT64_C(20990000000000) + st->id);
	gen_kint(g, "ticket_id", st->id);
	gen_kint(g, "group_stations", 1 + f->moves);
	gen_kint(g, "assignee_stations",
	    f->assignees + (st->bot >= 0 && !gen_bots[st->bot].widget));
	gen_kint(g, "reopens", f->reopens);
	gen_kint(g, "replies", f->replies);
	gen_ktime(g, "assignee_updated_at", f->last_agent);
	gen_ktime(g, "requester_updated_at", f->last_customer);
	gen_ktime(g, "status_updated_at", f->last);
	gen_ktime(g, "initially_assigned_at",
	    st->handoff_at != 0 ? st->handoff_at : f->first_reply);
	gen_ktime(g, "assigned_at",
	    st->handoff_at != 0 ? st->handoff_at : f->first_reply);
	gen_ktime(g, "solved_at", st->last_close);
	gen_ktime(g, "latest_comment_added_at", f->last);
	two_times(g, "reply_time_in_minutes", c, f->first_reply);
	two_times(g, "first_resolution_time_in_minutes", c, st->first_close);
	two_times(g, "full_resolution_time_in_minutes", c, st->last_close);
	two_times(g, "agent_wait_time_in_minutes", c,
	    f->first_reply != 0 && f->last_customer > f->first_reply
		? c + (f->last_customer - f->first_reply)
		: 0);
	two_times(g, "requester_wait_time_in_minutes", c, f->first_reply);
	two_times(g, "on_hold_time_in_minutes", c, c);
	gen_ktime(g, "created_at", c);
	gen_ktime(g, "updated_at", f->last);
	hd_jgen_endobj(g);
}

static void
tags(struct hd_jgen *g, const struct gen_story *st)
{
	const struct gen_user *u = &st->user;

	gen_karr(g, "tags");
	if (st->bot >= 0)
		hd_jgen_cstr(g, gen_bots[st->bot].tag);
	if (st->wording != NULL && strcmp(st->wording, "silent") != 0 &&
	    st->channel % 3 != 0)
		hd_jgen_cstr(g, "ai_escalated");
	/* the verdict comes 72 hours after the last word of the customer */
	if (st->path == GEN_AI_ONLY && st->last_close != 0 && !st->gave_up &&
	    st->last_close + 3 * GEN_DAY < st->w->until)
		hd_jgen_cstr(g, "ai_agent_automated_resolution");
	if (st->lang != &gen_en)
		hd_jgen_cstr(g, st->lang->code);
	if (u->account >= 0 && st->w->accounts[u->account].plan == 3)
		hd_jgen_cstr(g, "enterprise");
	if (st->excluded == GEN_MERGED)
		hd_jgen_cstr(g, "closed_by_merge");
	if (st->excluded == GEN_SPAM)
		hd_jgen_cstr(g, "spam");
	if (st->excluded == GEN_TEST)
		hd_jgen_cstr(g, "test");
	hd_jgen_endarr(g);
}

static void
field(struct hd_jgen *g, int64_t id, const char *value)
{
	hd_jgen_obj(g);
	gen_kint(g, "id", id);
	gen_kopt(g, "value", value);
	hd_jgen_endobj(g);
}

static void
fields(struct gen_files *fs, struct hd_jgen *g, const struct gen_story *st)
{
	const int64_t base = INT64_C(22480011220100);
	bool kept =
	    st->wording != NULL && strcmp(st->wording, "context-kept") == 0;
	const char *ref = NULL;

	for (int i = 0; kept && i < GEN_NITEMS && ref == NULL; i++)
		if ((st->seen & st->issue->items & BIT(i)) != 0)
			ref = st->value[i];
	hd_buf_reset(&fs->scratch);
	hd_buf_adds(&fs->scratch, hd_buf_cstr(&st->page));
	gen_karr(g, "custom_fields");
	field(g, base + 1, hd_buf_cstr(&fs->scratch));
	field(g, base + 2,
	    st->user.account >= 0
		? gen_plans[st->w->accounts[st->user.account].plan]
		: NULL);
	field(g, base + 3, kept ? "needs_account_access" : NULL);
	field(g, base + 4, ref);
	hd_jgen_endarr(g);
}

static const char *
status_of(const struct gen_story *st)
{
	const struct gen_msg *last = &st->msg[st->nmsg - 1];

	if (st->excluded == GEN_SPAM)
		return "deleted";
	if (st->last_close != 0)
		return st->w->until - st->last_close > 4 * GEN_DAY ? "closed"
								   : "solved";
	if (st->nbody == 1)
		return "new";
	if (last->role == GEN_AGENT && last->kind == GEN_REPLY)
		return st->channel % 5 == 0 ? "hold" : "pending";
	return "open";
}

static void
satisfaction(struct hd_jgen *g, const struct gen_story *st)
{
	static const char *const score[] = { "unoffered", "offered", "bad",
		"good", "good" };

	gen_kobj(g, "satisfaction_rating");
	gen_kstr(g, "score", score[st->csat]);
	if (st->csat >= GEN_BAD) {
		gen_kint(g, "id", INT64_C(23600000000000) + st->id);
		gen_kopt(g, "comment", hd_buf_cstr(&st->remark));
	}
	hd_jgen_endobj(g);
}

static void
head(struct gen_files *fs, struct hd_jgen *g, const struct gen_story *st,
    const struct gen_figures *f)
{
	const struct gen_user *u = &st->user;
	const char *subject = hd_buf_cstr(&st->subject);
	char s[GEN_VALUE];

	(void)snprintf(
	    s, sizeof(s), "%s/tickets/%lld.json", HOST, (long long)st->id);
	gen_kstr(g, "url", s);
	gen_kint(g, "id", st->id);
	gen_knull(g, "external_id");
	via(g, st, channel_of(st), true);
	gen_ktime(g, "created_at", st->created);
	gen_ktime(g, "updated_at", f->last);
	gen_knull(g, "type");
	if (st->chat && st->excluded == GEN_COUNTED) {
		(void)snprintf(
		    s, sizeof(s), "Conversation with %.50s", u->full);
		subject = s;
	}
	gen_kstr(g, "subject", subject);
	gen_kstr(g, "raw_subject", subject);
	hd_buf_reset(&fs->scratch);
	gen_to_text(&st->msg[0], &fs->scratch);
	gen_kstr(g, "description", fs->scratch.s);
	gen_kstr(g, "priority", st->channel % 9 == 0 ? "high" : "normal");
	gen_kstr(g, "status", status_of(st));
	gen_kint(g, "requester_id", u->id);
	gen_kint(g, "submitter_id",
	    st->excluded == GEN_OUTBOUND ? gen_agent_id(st->agent) : u->id);
	if (st->first_human >= 0)
		gen_kint(g, "assignee_id", gen_agent_id(st->agent));
	else
		gen_kid(g, "assignee_id",
		    st->path == GEN_AI_ONLY ? gen_bot_id(st->bot) : -1);
	gen_kid(g, "organization_id",
	    u->account >= 0 ? st->w->accounts[u->account].id : -1);
	gen_kint(g, "group_id", gen_team_id(st->team));
	gen_kint(g, "brand_id", INT64_C(22800000001000) + st->domain);
	gen_kbool(g, "from_messaging_channel",
	    st->chat && (st->bot < 0 || !gen_bots[st->bot].widget));
}

void
gen_emit_zendesk(struct gen_files *fs, const struct gen_story *st)
{
	struct hd_jgen *g = &fs->f[GEN_OUT_ZENDESK].g;
	struct gen_figures f;

	gen_figure(st, &f);
	hd_jgen_obj(g);
	head(fs, g, st, &f);
	tags(g, st);
	fields(fs, g, st);
	satisfaction(g, st);
	metrics(g, st, &f);
	gen_karr(g, "comments");
	for (size_t i = 0; i < st->nmsg; i++)
		if (st->msg[i].kind <= GEN_NOTE)
			comment(fs, st, &st->msg[i]);
	hd_jgen_endarr(g);
	hd_jgen_endobj(g);
	gen_file_flush(&fs->f[GEN_OUT_ZENDESK]);
}
