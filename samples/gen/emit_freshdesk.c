/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tickets and conversations as the API of Freshdesk gives them. */
#include <string.h>

#include "gen/emit.h"

static void
html_and_text(struct gen_files *fs, struct hd_jgen *g, const struct gen_msg *m,
    const char *html, const char *text)
{
	hd_buf_reset(&fs->scratch);
	gen_to_html(m, GEN_HTML_FRESHDESK, &fs->scratch);
	gen_kstr(g, html, fs->scratch.s);
	hd_buf_reset(&fs->scratch);
	gen_to_text(m, &fs->scratch);
	gen_kstr(g, text, fs->scratch.s);
}

static int64_t
automation_of(const struct gen_story *st, const struct gen_msg *m)
{
	if (m->role == GEN_AI)
		return INT64_C(55700005500) + st->bot;
	return m->role == GEN_SYSTEM ? INT64_C(55700009001) : -1;
}

static int64_t
user_of(const struct gen_story *st, const struct gen_msg *m)
{
	if (m->role == GEN_CUSTOMER)
		return st->user.id;
	if (m->role == GEN_AI)
		return gen_bot_id(st->bot);
	return gen_agent_id(m->agent);
}

static void
conversation(
    struct gen_files *fs, const struct gen_story *st, const struct gen_msg *m)
{
	struct gen_file *f = &fs->f[GEN_OUT_FRESHTALK];
	struct hd_jgen *g = &f->g;

	fs->part += 211;
	hd_jgen_obj(g);
	gen_kint(g, "id", INT64_C(56300000000) + fs->part);
	gen_kint(g, "ticket_id", st->id);
	html_and_text(fs, g, m, "body", "body_text");
	gen_kbool(g, "incoming", m->role == GEN_CUSTOMER);
	gen_kbool(g, "private", m->kind == GEN_NOTE);
	gen_kint(g, "user_id", user_of(st, m));
	gen_kint(g, "source", m->kind == GEN_NOTE ? 2 : 0);
	gen_kint(g, "category",
	    m->role == GEN_CUSTOMER ? 1
	    : m->kind == GEN_NOTE   ? 2
				    : 3);
	gen_kbool(g, "auto_response", m->role == GEN_SYSTEM);
	gen_kid(g, "automation_id", automation_of(st, m));
	gen_knull(g, "support_email");
	gen_karr(g, "to_emails");
	hd_jgen_endarr(g);
	gen_karr(g, "attachments");
	hd_jgen_endarr(g);
	gen_ktime(g, "created_at", m->at);
	gen_ktime(g, "updated_at", m->at);
	gen_knull(g, "last_edited_at");
	gen_knull(g, "last_edited_user_id");
	hd_jgen_endobj(g);
	gen_file_flush(f);
}

/* The answer to a survey is stored as one more incoming conversation. */
static void
survey(struct gen_files *fs, const struct gen_story *st)
{
	struct gen_file *f = &fs->f[GEN_OUT_FRESHTALK];
	struct hd_jgen *g = &f->g;

	fs->part += 211;
	hd_jgen_obj(g);
	gen_kint(g, "id", INT64_C(56300000000) + fs->part);
	gen_kint(g, "ticket_id", st->id);
	hd_buf_reset(&fs->scratch);
	hd_buf_addf(&fs->scratch, "<div>%s</div>", hd_buf_cstr(&st->remark));
	gen_kstr(g, "body", fs->scratch.s);
	gen_kstr(g, "body_text", hd_buf_cstr(&st->remark));
	gen_kbool(g, "incoming", true);
	gen_kbool(g, "private", false);
	gen_kint(g, "user_id", st->user.id);
	gen_kint(g, "source", 6);
	gen_kint(g, "category", 7);
	gen_kbool(g, "auto_response", false);
	gen_knull(g, "automation_id");
	gen_ktime(g, "created_at", st->last_close + 300);
	gen_ktime(g, "updated_at", st->last_close + 300);
	hd_jgen_endobj(g);
	gen_file_flush(f);
}

static int
status_of(const struct gen_story *st)
{
	const struct gen_msg *last = &st->msg[st->nmsg - 1];

	if (st->last_close != 0)
		return st->w->until - st->last_close > 2 * GEN_DAY ? 5 : 4;
	if (last->role == GEN_AGENT && last->kind == GEN_REPLY)
		return st->channel % 4 == 0 ? 6 : 3;
	return 2;
}

static int
source_of(const struct gen_story *st)
{
	if (st->excluded == GEN_OUTBOUND)
		return 10;
	if (st->chat)
		return st->channel < 70 ? 7 : 9;
	return st->channel < 60 ? 1 : st->channel < 95 ? 2 : 3;
}

static void
custom(struct hd_jgen *g, const struct gen_story *st)
{
	bool kept =
	    st->wording != NULL && strcmp(st->wording, "context-kept") == 0;
	bool form = source_of(st) == 2 && st->channel % 2 == 0;

	gen_kobj(g, "custom_fields");
	gen_kopt(g, "cf_page_url", hd_buf_cstr(&st->page));
	gen_kopt(g, "cf_order_number",
	    (kept || form) && (st->seen & BIT(SLOT_ORDER)) != 0
		? st->value[SLOT_ORDER]
		: NULL);
	gen_kopt(g, "cf_asset_tag",
	    (kept || form) && (st->seen & BIT(SLOT_HOST)) != 0
		? st->value[SLOT_HOST]
		: NULL);
	gen_kopt(g, "cf_handoff_reason", kept ? "no solution found" : NULL);
	gen_kopt(g, "cf_plan",
	    st->user.account >= 0
		? gen_plans[st->w->accounts[st->user.account].plan]
		: NULL);
	hd_jgen_endobj(g);
}

static void
tags(struct hd_jgen *g, const struct gen_story *st)
{
	gen_karr(g, "tags");
	if (st->bot >= 0)
		hd_jgen_cstr(g, gen_bots[st->bot].tag);
	if (st->lang != &gen_en)
		hd_jgen_cstr(g, st->lang->code);
	if (st->excluded == GEN_TEST)
		hd_jgen_cstr(g, "test");
	if (st->excluded == GEN_MERGED)
		hd_jgen_cstr(g, "merged");
	hd_jgen_endarr(g);
}

static void
stats(struct hd_jgen *g, const struct gen_story *st)
{
	struct gen_figures f;
	int64_t reopened = 0;

	gen_figure(st, &f);
	for (size_t i = 0; i < st->nmsg; i++)
		if (st->msg[i].kind == GEN_OPEN)
			reopened = st->msg[i].at;
	gen_kobj(g, "stats");
	gen_ktime(g, "agent_responded_at", f.last_agent);
	gen_ktime(g, "requester_responded_at",
	    f.last_customer > st->created ? f.last_customer : 0);
	gen_ktime(g, "first_responded_at", f.first_reply);
	gen_ktime(g, "status_updated_at", f.last);
	gen_ktime(g, "reopened_at", reopened);
	gen_ktime(g, "resolved_at", st->last_close);
	gen_ktime(g, "closed_at", status_of(st) == 5 ? st->last_close + 60 : 0);
	gen_ktime(g, "pending_since",
	    status_of(st) == 3 || status_of(st) == 6 ? f.last_agent : 0);
	hd_jgen_endobj(g);
}

static void
ratings(struct hd_jgen *g, const struct gen_story *st)
{
	static const int value[] = { 0, 0, -103, 100, 103 };

	gen_karr(g, "satisfaction_ratings");
	if (st->csat >= GEN_BAD) {
		hd_jgen_obj(g);
		gen_kint(g, "id", INT64_C(56900000000) + st->id);
		gen_kint(g, "ticket_id", st->id);
		gen_kopt(g, "feedback", hd_buf_cstr(&st->remark));
		gen_kobj(g, "ratings");
		gen_kint(g, "default_question", value[st->csat]);
		hd_jgen_endobj(g);
		gen_ktime(g, "created_at", st->last_close + 300);
		hd_jgen_endobj(g);
	}
	hd_jgen_endarr(g);
}

static void
ticket(struct gen_files *fs, const struct gen_story *st)
{
	struct hd_jgen *g = &fs->f[GEN_OUT_FRESHDESK].g;
	const struct gen_user *u = &st->user;

	hd_jgen_obj(g);
	gen_kint(g, "id", st->id);
	gen_kstr(g, "subject", hd_buf_cstr(&st->subject));
	html_and_text(fs, g, &st->msg[0], "description", "description_text");
	gen_kint(g, "status", status_of(st));
	gen_kint(g, "priority", st->channel % 12 == 0 ? 3 : 1);
	gen_kint(g, "source", source_of(st));
	gen_knull(g, "type");
	gen_kbool(g, "spam", st->excluded == GEN_SPAM);
	gen_kbool(g, "deleted", false);
	gen_ktime(g, "created_at", st->created);
	gen_ktime(g, "updated_at", st->msg[st->nmsg - 1].at);
	gen_kint(g, "requester_id", u->id);
	gen_kobj(g, "requester");
	gen_kint(g, "id", u->id);
	gen_kstr(g, "name", u->full);
	gen_kstr(g, "email", u->email);
	hd_jgen_endobj(g);
	gen_kid(g, "responder_id",
	    st->first_human >= 0 ? gen_agent_id(st->agent) : -1);
	gen_kint(g, "group_id", gen_team_id(st->team));
	gen_kid(g, "company_id",
	    u->account >= 0 ? st->w->accounts[u->account].id : -1);
	tags(g, st);
	custom(g, st);
	gen_knull(g, "sentiment_score");
	stats(g, st);
	ratings(g, st);
	hd_jgen_endobj(g);
	gen_file_flush(&fs->f[GEN_OUT_FRESHDESK]);
}

void
gen_emit_freshdesk(struct gen_files *fs, const struct gen_story *st)
{
	ticket(fs, st);
	for (size_t i = 1; i < st->nmsg; i++)
		if (st->msg[i].kind <= GEN_NOTE)
			conversation(fs, st, &st->msg[i]);
	if (st->csat >= GEN_BAD && st->remark.n > 0)
		survey(fs, st);
}
