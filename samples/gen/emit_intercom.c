/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conversations as the API of Intercom gives them. */
#include <stdio.h>
#include <string.h>

#include "gen/emit.h"

static void
contact_id(const struct gen_user *u, char out[GEN_VALUE])
{
	(void)snprintf(out, GEN_VALUE, "68c0de%018llx", (long long)u->id);
}

static void
author(struct hd_jgen *g, const struct gen_story *st, const struct gen_msg *m)
{
	char s[GEN_VALUE];

	gen_kobj(g, "author");
	switch (m->role) {
	case GEN_CUSTOMER:
		contact_id(&st->user, s);
		gen_kstr(g, "type", st->user.account >= 0 ? "user" : "lead");
		gen_kstr(g, "id", s);
		gen_kstr(g, "name", st->user.full);
		gen_kstr(g, "email", st->user.email);
		break;
	case GEN_AI:
		gen_kstr(g, "type", "bot");
		gen_kidstr(g, "id", 7719000 + st->bot);
		gen_kstr(g, "name", gen_bots[st->bot].name);
		gen_kstr(g, "email", "operator+dk@intercom.example.com");
		gen_kbool(g, "from_ai_agent", true);
		gen_kbool(g, "is_ai_answer", m->answer);
		break;
	case GEN_AGENT:
		gen_kstr(g, "type", "admin");
		gen_kidstr(g, "id", gen_agent_id(m->agent));
		gen_kstr(g, "name", gen_agents[m->agent].name);
		(void)snprintf(
		    s, sizeof(s), "agent%d@draftkite.example.com", m->agent);
		gen_kstr(g, "email", s);
		break;
	case GEN_SYSTEM:
	default:
		gen_kstr(g, "type", "bot");
		gen_kstr(g, "id", "7718990");
		gen_kstr(g, "name", "Operator");
		gen_kstr(g, "email", "operator@intercom.example.com");
		break;
	}
	hd_jgen_endobj(g);
}

static void
part(struct gen_files *fs, const struct gen_story *st, const struct gen_msg *m)
{
	static const char *const type[] = { "comment", "note", "assignment",
		"close", "open" };
	struct hd_jgen *g = &fs->f[GEN_OUT_INTERCOM].g;

	fs->part += 137;
	hd_jgen_obj(g);
	gen_kstr(g, "type", "conversation_part");
	gen_kidstr(g, "id", INT64_C(41900000000) + fs->part);
	gen_kstr(g, "part_type", type[m->kind]);
	hd_buf_reset(&fs->scratch);
	if (m->kind <= GEN_NOTE)
		gen_to_html(m, GEN_HTML_INTERCOM, &fs->scratch);
	gen_kopt(g, "body", hd_buf_cstr(&fs->scratch));
	gen_kint(g, "created_at", m->at);
	gen_kint(g, "updated_at", m->at);
	gen_kint(g, "notified_at", m->at);
	if (m->kind == GEN_ASSIGN) {
		gen_kobj(g, "assigned_to");
		gen_kstr(g, "type", "team");
		gen_kidstr(g, "id", gen_team_id(m->team));
		gen_kstr(g, "name", gen_teams[m->team].name);
		hd_jgen_endobj(g);
	} else {
		gen_knull(g, "assigned_to");
	}
	author(g, st, m);
	gen_karr(g, "attachments");
	hd_jgen_endarr(g);
	gen_knull(g, "external_id");
	gen_kbool(g, "redacted", false);
	hd_jgen_endobj(g);
}

static void
source(struct gen_files *fs, const struct gen_story *st)
{
	struct hd_jgen *g = &fs->f[GEN_OUT_INTERCOM].g;

	gen_kobj(g, "source");
	gen_kstr(g, "type",
	    st->chat	       ? "conversation"
	    : st->channel < 85 ? "email"
			       : "whatsapp");
	gen_kidstr(g, "id", st->id + 7);
	gen_kstr(g, "delivered_as",
	    st->excluded == GEN_OUTBOUND ? "admin_initiated"
					 : "customer_initiated");
	hd_buf_reset(&fs->scratch);
	if (!st->chat)
		hd_buf_addf(
		    &fs->scratch, "<p>%s</p>", hd_buf_cstr(&st->subject));
	gen_kstr(g, "subject", hd_buf_cstr(&fs->scratch));
	hd_buf_reset(&fs->scratch);
	gen_to_html(&st->msg[0], GEN_HTML_INTERCOM, &fs->scratch);
	gen_kstr(g, "body", fs->scratch.s);
	author(g, st, &st->msg[0]);
	gen_karr(g, "attachments");
	hd_jgen_endarr(g);
	gen_kopt(g, "url", hd_buf_cstr(&st->page));
	gen_kbool(g, "redacted", false);
	hd_jgen_endobj(g);
}

static void
contacts(struct hd_jgen *g, const struct gen_story *st)
{
	const struct gen_user *u = &st->user;
	char s[GEN_VALUE];

	contact_id(u, s);
	gen_kobj(g, "contacts");
	gen_kstr(g, "type", "contact.list");
	gen_karr(g, "contacts");
	hd_jgen_obj(g);
	gen_kstr(g, "type", "contact");
	gen_kstr(g, "id", s);
	gen_kopt(g, "external_id", u->account >= 0 ? u->email : NULL);
	gen_kobj(g, "companies");
	gen_kstr(g, "type", "list");
	gen_karr(g, "data");
	if (u->account >= 0) {
		hd_jgen_obj(g);
		gen_kstr(g, "type", "company");
		gen_kidstr(g, "id", st->w->accounts[u->account].id);
		gen_kstr(g, "name", st->w->accounts[u->account].name);
		hd_jgen_endobj(g);
	}
	hd_jgen_endarr(g);
	gen_kint(g, "total_count", u->account >= 0);
	hd_jgen_endobj(g);
	hd_jgen_endobj(g);
	hd_jgen_endarr(g);
	hd_jgen_endobj(g);
}

static const char *
resolution(const struct gen_story *st)
{
	if (st->path == GEN_AI_TO_HUMAN)
		return "escalated";
	if (st->last_close == 0)
		return NULL;
	if (st->gave_up)
		return st->channel % 2 == 0 ? "negative_feedback"
					    : "assumed_resolution";
	return st->confirmed ? "confirmed_resolution" : "assumed_resolution";
}

static void
ai_agent(struct hd_jgen *g, const struct gen_story *st)
{
	bool rated = st->path == GEN_AI_ONLY && st->csat >= GEN_BAD;

	gen_kbool(g, "ai_agent_participated", st->bot >= 0);
	if (st->bot < 0 && st->excluded != GEN_TEST) {
		gen_knull(g, "ai_agent");
		return;
	}
	gen_kobj(g, "ai_agent");
	gen_kstr(g, "source_type",
	    st->excluded == GEN_TEST ? "fin_preview" : "workflow");
	gen_kstr(g, "source_title",
	    st->bot >= 0 ? gen_bots[st->bot].name : "Preview");
	gen_kstr(g, "last_answer_type", "ai_answer");
	gen_kopt(g, "resolution_state", resolution(st));
	if (rated)
		gen_kint(g, "rating", st->csat == GEN_GOOD ? 5 : 2);
	else
		gen_knull(g, "rating");
	gen_kopt(g, "rating_remark", rated ? hd_buf_cstr(&st->remark) : NULL);
	gen_kint(g, "created_at", st->created);
	gen_kint(g, "updated_at", st->msg[st->nmsg - 1].at);
	gen_kobj(g, "content_sources");
	gen_kstr(g, "type", "content_source.list");
	gen_karr(g, "content_sources");
	hd_jgen_endarr(g);
	gen_kint(g, "total_count", 0);
	hd_jgen_endobj(g);
	hd_jgen_endobj(g);
}

static void
rating(struct hd_jgen *g, const struct gen_story *st)
{
	char s[GEN_VALUE];
	int v = st->csat == GEN_GOOD	? 4 + st->channel % 2
		: st->csat == GEN_MIXED ? 3
					: 1 + st->channel % 2;

	if (st->csat < GEN_BAD) {
		gen_knull(g, "conversation_rating");
		return;
	}
	contact_id(&st->user, s);
	gen_kobj(g, "conversation_rating");
	gen_kint(g, "rating", v);
	gen_kopt(g, "remark", hd_buf_cstr(&st->remark));
	gen_kint(g, "created_at", st->last_close + 240);
	gen_kobj(g, "contact");
	gen_kstr(g, "type", "contact");
	gen_kstr(g, "id", s);
	hd_jgen_endobj(g);
	gen_kobj(g, "teammate");
	gen_kstr(g, "type", st->path == GEN_AI_ONLY ? "bot" : "admin");
	gen_kidstr(g, "id",
	    st->path == GEN_AI_ONLY ? 7719000 + st->bot
				    : gen_agent_id(st->agent));
	hd_jgen_endobj(g);
	hd_jgen_endobj(g);
}

static void
statistics(struct hd_jgen *g, const struct gen_story *st)
{
	struct gen_figures f;

	gen_figure(st, &f);
	gen_kobj(g, "statistics");
	gen_kstr(g, "type", "conversation_statistics");
	if (f.first_reply != 0)
		gen_kint(g, "time_to_admin_reply",
		    gen_work_minutes(st->created, f.first_reply) * 60);
	else
		gen_knull(g, "time_to_admin_reply");
	if (st->first_close != 0)
		gen_kint(g, "time_to_first_close",
		    gen_work_minutes(st->created, st->first_close) * 60);
	else
		gen_knull(g, "time_to_first_close");
	gen_kepoch(g, "first_contact_reply_at", st->created);
	gen_kepoch(g, "first_admin_reply_at", f.first_reply);
	gen_kepoch(g, "last_admin_reply_at", f.last_agent);
	gen_kepoch(g, "last_contact_reply_at", f.last_customer);
	gen_kepoch(g, "first_close_at", st->first_close);
	gen_kepoch(g, "last_close_at", st->last_close);
	gen_kint(g, "count_assignments", f.moves);
	gen_kint(g, "count_reopens", f.reopens);
	gen_kint(g, "count_conversation_parts", (int64_t)st->nmsg - 1);
	if (f.replies > 0)
		gen_kint(g, "handling_time", 240 * f.replies + st->channel * 5);
	else
		gen_knull(g, "handling_time");
	hd_jgen_endobj(g);
}

static void
tag_list(struct hd_jgen *g, const struct gen_story *st)
{
	const char *name = st->excluded == GEN_SPAM	? "spam"
			   : st->excluded == GEN_MERGED ? "merged"
			   : st->excluded == GEN_TEST	? "test"
			   : st->lang != &gen_en	? st->lang->code
							: NULL;

	gen_kobj(g, "tags");
	gen_kstr(g, "type", "tag.list");
	gen_karr(g, "tags");
	if (name != NULL) {
		hd_jgen_obj(g);
		gen_kstr(g, "type", "tag");
		gen_kidstr(g, "id", 990100 + (int64_t)strlen(name));
		gen_kstr(g, "name", name);
		hd_jgen_endobj(g);
	}
	hd_jgen_endarr(g);
	hd_jgen_endobj(g);
}

static void
attributes(struct hd_jgen *g, const struct gen_story *st)
{
	const struct gen_user *u = &st->user;

	gen_kobj(g, "custom_attributes");
	gen_kstr(g, "Brand", gen_brands[st->domain]);
	if (u->account >= 0)
		gen_kstr(
		    g, "Plan", gen_plans[st->w->accounts[u->account].plan]);
	if (st->wording != NULL && strcmp(st->wording, "context-kept") == 0) {
		gen_kstr(
		    g, "Fin escalation reason", "Escalation requested by user");
		gen_kstr(g, "Handover summary", st->issue->what);
	}
	hd_jgen_endobj(g);
}

void
gen_emit_intercom(struct gen_files *fs, const struct gen_story *st)
{
	struct gen_file *f = &fs->f[GEN_OUT_INTERCOM];
	struct hd_jgen *g = &f->g;
	bool human = st->first_human >= 0;

	hd_jgen_obj(g);
	gen_kstr(g, "type", "conversation");
	gen_kidstr(g, "id", st->id);
	gen_kint(g, "created_at", st->created);
	gen_kint(g, "updated_at", st->msg[st->nmsg - 1].at);
	gen_knull(g, "waiting_since");
	gen_knull(g, "snoozed_until");
	gen_kopt(g, "title",
	    st->channel % 2 == 0 ? hd_buf_cstr(&st->subject) : NULL);
	source(fs, st);
	contacts(g, st);
	gen_kid(g, "admin_assignee_id", human ? gen_agent_id(st->agent) : 0);
	gen_kid(g, "team_assignee_id",
	    human || st->handoff_at != 0 ? gen_team_id(st->team) : 0);
	gen_kbool(g, "open", st->last_close == 0);
	gen_kstr(g, "state", st->last_close == 0 ? "open" : "closed");
	gen_kbool(g, "read", st->channel % 10 != 0);
	gen_kstr(g, "priority", st->channel % 9 == 0 ? "high" : "none");
	tag_list(g, st);
	attributes(g, st);
	ai_agent(g, st);
	rating(g, st);
	statistics(g, st);
	gen_kobj(g, "conversation_parts");
	gen_kstr(g, "type", "conversation_part.list");
	gen_karr(g, "conversation_parts");
	for (size_t i = 1; i < st->nmsg; i++)
		part(fs, st, &st->msg[i]);
	hd_jgen_endarr(g);
	gen_kint(g, "total_count", (int64_t)st->nmsg - 1);
	hd_jgen_endobj(g);
	hd_jgen_endobj(g);
	gen_file_flush(f);
}
