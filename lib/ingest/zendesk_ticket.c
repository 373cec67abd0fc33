/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zendesk's tickets, with or without their comments. */
#include "base/num.h"
#include "ingest/fields.h"
#include "ingest/zendesk_int.h"

bool
hd_zd_is_ticket(const struct hd_json *j)
{
	const struct hd_json *via = hd_json_get(j, "via");

	return hd_zd_url_has(j, "/api/v2/tickets/") ||
	       (via != NULL && via->type == HD_JOBJ &&
		   hd_json_get(j, "requester_id") != NULL &&
		   hd_json_get(j, "status") != NULL);
}

static int
message_made(struct hd_ingest *in, const struct hd_json *j, int64_t ver,
    struct hd_str body, struct hd_err *err)
{
	struct hd_str author = hd_json_at(j, "submitter_id");
	struct hd_rec r;
	int bad;

	hd_rec_init(&r, HD_REC_MESSAGE);
	r.ver = ver;
	r.id = hd_str("#description");
	r.ticket = hd_json_at(j, "id");
	bad = hd_take_utc(&r, HD_MS_AT, j, "created_at", err);
	hd_rec_text(&r, HD_MS_AUTHOR,
	    author.p != NULL ? author : hd_json_at(j, "requester_id"));
	hd_rec_text(&r, HD_MS_BODY, body);
	return hd_emit_part(in, &r, bad, err);
}

/* The description is the first comment; it stands in where there are none. */
static int
description(struct hd_ingest *in, const struct hd_json *j, int64_t ver,
    struct hd_err *err)
{
	struct hd_str body = hd_json_at(j, "description");

	if (hd_str_eq(hd_json_at(j, "via.channel"), "voice"))
		body = hd_zd_line_feeds(in, body);
	if (body.n == 0 || hd_zd_made_up(body))
		return 0;
	if (hd_zd_scrubbed(body))
		body.n = 0; /* what stood here is to go */
	return message_made(in, j, ver, body, err);
}

/* Custom fields as {"id": value}; the first that is an address is the page. */
static void
custom_fields(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *f = hd_json_get(j, "custom_fields"), *v;
	struct hd_fields out;

	if (f == NULL || f->type != HD_JARR)
		f = hd_json_get(j, "fields");
	hd_fields_begin(&out, in);
	for (f = f != NULL ? f->child : NULL; f != NULL; f = f->next) {
		v = hd_json_get(f, "value");
		if (hd_json_at(f, "id").n == 0)
			continue;
		hd_fields_add(&out, hd_whole_id(hd_json_at(f, "id")), v);
		hd_maybe_page(r, hd_json_str(v));
	}
	hd_fields_end(&out, r);
}

/* A web form often puts the page's address on a line of its own, the first. */
static void
page_in_text(struct hd_rec *r, const struct hd_json *j)
{
	struct hd_str rest = hd_json_at(j, "description"), line;

	if (r->v[HD_TK_PAGE].type != HD_CELL_NONE || !hd_is_address(rest) ||
	    !hd_str_split(&rest, '\n', &line))
		return;
	line = hd_str_trim(line);
	for (size_t i = 0; i < line.n; i++)
		if (line.p[i] == ' ' || line.p[i] == '\t')
			return;
	hd_rec_text(r, HD_TK_PAGE, hd_page(line));
}

const char *
hd_zd_ai_tag(struct hd_str tag)
{
	static const struct {
		const char *tag, *state;
	} tags[] = {
		{ "escalated_by_ultimate", "handed_over" },
		{ "opencx_handedoff", "handed_over" },
		{ "ai_agent_automated_resolution", "resolved_assumed" },
		{ "ar_marked_unhelpful", "negative_feedback" },
		{ "ar_marked_helpful", "unknown" },
		{ "ar_suggest_true", "unknown" },
		{ "ab_suggest_true", "unknown" },
		{ "answer_bot_fired", "unknown" },
		{ "bot_chat", "unknown" },
		{ "opencx", "unknown" },
		{ "opencx_autopilot", "unknown" },
	};

	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		if (hd_str_eq(tag, tags[i].tag))
			return tags[i].state;
	return hd_str_starts(tag, "ai_agent_") ? "unknown" : NULL;
}

/* What decides where tags say several things: a handoff did take place. */
static int
rank(const char *state)
{
	static const char *const order[] = { "unknown", "negative_feedback",
		"resolved_assumed", "handed_over" };

	for (int i = 0; state != NULL && i < 4; i++)
		if (hd_str_eq(hd_str(state), order[i]))
			return i;
	return -1;
}

/*
 * The state of the AI as the tags tell it.  The verdict of a resolution comes
 * 72 hours late, so that no verdict means unknown.
 */
static void
ai_state(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *t = hd_json_get(j, "tags");
	struct hd_str type = hd_json_at(j, "resolution_type");
	struct hd_str raw = { NULL, 0 };
	const char *best = NULL, *state;

	for (t = t != NULL ? t->child : NULL; t != NULL; t = t->next) {
		state = hd_zd_ai_tag(t->s);
		if (state == NULL)
			continue;
		raw = raw.p == NULL ? t->s : hd_join(in, raw, " ", t->s);
		if (rank(state) > rank(best))
			best = state;
	}
	if (hd_str_ieq(type, "Automated") &&
	    rank("resolved_assumed") > rank(best)) {
		best = "resolved_assumed";
		raw = hd_str("Resolution type Automated");
	}
	if (best == NULL)
		return;
	hd_rec_text(r, HD_TK_AI_STATE, hd_str(best));
	hd_rec_text(r, HD_TK_AI_STATE_RAW, raw);
}

static void
marks(struct hd_rec *r, const struct hd_json *j)
{
	const struct hd_json *tags = hd_json_get(j, "tags"), *t;
	struct hd_str via = hd_json_at(j, "via.channel");

	if (r->v[HD_TK_MARK].type == HD_CELL_NONE)
		hd_rec_null(r, HD_TK_MARK);
	if (hd_str_eq(via, "sample_ticket"))
		hd_rec_text(r, HD_TK_MARK, hd_str("test"));
	if (hd_str_eq(via, "voice") &&
	    hd_str_eq(hd_json_at(j, "via.source.rel"), "outbound"))
		hd_rec_text(r, HD_TK_MARK, hd_str("outbound"));
	for (t = tags != NULL ? tags->child : NULL; t != NULL; t = t->next) {
		if (hd_str_eq(t->s, "closed_by_merge"))
			hd_rec_text(r, HD_TK_MARK, hd_str("merged"));
		else if (hd_str_eq(t->s, "spam"))
			hd_rec_text(r, HD_TK_MARK, hd_str("spam"));
	}
}

static void
names(struct hd_rec *r, const struct hd_json *j)
{
	struct hd_str subject = hd_json_at(j, "subject");

	if (subject.p == NULL)
		subject = hd_json_at(j, "raw_subject");
	if (hd_zd_scrubbed(subject))
		/* empty and not unknown: no older record is to fill it */
		hd_rec_text(r, HD_TK_SUBJECT, hd_str(""));
	else if (subject.n > 0 && !hd_placeholder(subject))
		hd_rec_text(r, HD_TK_SUBJECT, subject);
	hd_rec_text(r, HD_TK_CHANNEL, hd_json_at(j, "via.channel"));
	hd_rec_text(r, HD_TK_TEAM, hd_json_at(j, "group_id"));
	hd_rec_text(r, HD_TK_ASSIGNEE, hd_json_at(j, "assignee_id"));
	hd_rec_text(r, HD_TK_CATEGORY, hd_json_at(j, "type"));
	hd_rec_text(r, HD_TK_PRIORITY, hd_json_at(j, "priority"));
	hd_rec_text(r, HD_TK_REQUESTER, hd_json_at(j, "requester_id"));
	if (hd_json_get(j, "organization_id") != NULL)
		hd_rec_null(r, HD_TK_ACCOUNT);
	hd_rec_text(r, HD_TK_ACCOUNT, hd_json_at(j, "organization_id"));
	hd_rec_text(r, HD_TK_BRAND, hd_json_at(j, "brand_id"));
	hd_rec_text(r, HD_TK_FORM, hd_json_at(j, "ticket_form_id"));
}

static int
columns(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_str gen = hd_json_at(j, "generated_timestamp");

	r->id = hd_json_at(j, "id");
	if (hd_take_utc(r, HD_TK_CREATED, j, "created_at", err) != 0 ||
	    hd_take_utc(r, HD_TK_UPDATED, j, "updated_at", err) != 0 ||
	    hd_take(in, r, HD_TK_STATUS, j, "status", err) != 0 ||
	    hd_take(in, r, HD_TK_CSAT, j, "satisfaction_rating.score", err) !=
		0 ||
	    hd_zd_metrics(in, r, hd_json_get(j, "metric_set"), err) != 0)
		return -1;
	if (r->v[HD_TK_UPDATED].type == HD_CELL_INT)
		r->ver = r->v[HD_TK_UPDATED].i;
	if (gen.p != NULL && !hd_num_int(gen, &r->ver))
		return hd_err_set(
		    err, HD_EDATA, "generated_timestamp is no number");
	names(r, j);
	hd_take_tags(in, r, hd_json_get(j, "tags"), "name");
	custom_fields(in, r, j);
	page_in_text(r, j);
	ai_state(in, r, j);
	marks(r, j);
	return 0;
}

/* The rating, as an answer beside the ticket's figure. */
static int
rating(struct hd_ingest *in, const struct hd_json *j, int64_t ver,
    struct hd_err *err)
{
	const struct hd_json *s = hd_json_get(j, "satisfaction_rating");
	struct hd_answer a = { .ticket = hd_json_at(j, "id"),
		.id = hd_json_at(s, "id"),
		.comment = hd_json_at(s, "comment"),
		.ver = ver != HD_TIME_NONE ? ver : 0,
		.within = true };

	hd_zd_rating(&a, hd_json_at(s, "score"));
	return hd_emit_answer(in, &a, NULL, "", err);
}

/* A ticket that goes on where a closed one ended. */
static int
follow_up(struct hd_ingest *in, const struct hd_rec *r, const struct hd_json *j,
    struct hd_err *err)
{
	struct hd_zd_change c = { .ticket = r->id,
		.id = hd_str("#follow_up"),
		.field = hd_str("follow_up"),
		.at = HD_TIME_NONE };

	c.old = hd_json_at(j, "via.source.from.ticket_id");
	if (!hd_str_eq(hd_json_at(j, "via.source.rel"), "follow_up") ||
	    c.old.p == NULL)
		return 0;
	if (r->v[HD_TK_CREATED].type == HD_CELL_INT)
		c.at = r->v[HD_TK_CREATED].i;
	return hd_zd_change(in, &c, err);
}

/* "Conversation with Ann": the requester's name. */
static struct hd_str
name_in_subject(const struct hd_json *j)
{
	struct hd_str s = hd_json_at(j, "subject");

	if (s.p == NULL || !hd_str_starts(s, "Conversation with "))
		return (struct hd_str){ NULL, 0 };
	return hd_str_trim((struct hd_str){ s.p + 18, s.n - 18 });
}

int
hd_zd_ticket(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	const struct hd_json *c = hd_json_get(j, "comments");
	struct hd_zd_about about;
	struct hd_rec r;
	int64_t seq = 0;

	hd_rec_init(&r, HD_REC_TICKET);
	if (hd_zd_source(in, j, err) != 0 || columns(in, &r, j, err) != 0 ||
	    hd_emit(in, &r, err) != 0 || rating(in, j, r.ver, err) != 0 ||
	    follow_up(in, &r, j, err) != 0)
		return -1;
	if (c == NULL || c->count == 0)
		return description(in, j, r.ver, err);
	about = (struct hd_zd_about){ r.id,
		hd_whole_id(hd_json_at(j, "requester_id")), name_in_subject(j),
		r.ver };
	for (c = c->child; c != NULL; c = c->next)
		if (hd_zd_comment(in, c, NULL, &about, seq++, err) != 0)
			return -1;
	return 0;
}
