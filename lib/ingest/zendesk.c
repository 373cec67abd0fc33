/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Zendesk: the table of its records, and what their files share. */
#include <string.h>

#include "base/num.h"
#include "ingest/fields.h"
#include "ingest/zendesk_int.h"

bool
hd_zd_url_has(const struct hd_json *j, const char *part)
{
	struct hd_str url = hd_json_at(j, "url");

	return url.p != NULL && hd_str_find(url, part) != NULL;
}

/* https://SUBDOMAIN.zendesk.com/... */
int
hd_zd_source(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	struct hd_str url = hd_json_at(j, "url"), sub = { NULL, 0 };
	const char *dot =
	    url.p != NULL ? hd_str_find(url, ".zendesk.com/") : NULL;

	if (dot != NULL && hd_str_starts(url, "https://")) {
		sub.p = url.p + 8;
		sub.n = (size_t)(dot - sub.p);
	}
	return hd_set_source(in, "zendesk", sub, err);
}

/* The last number of a file's name: comments saved a file a ticket. */
static struct hd_str
id_in_file_name(const char *file)
{
	const char *end = file + strlen(file), *start;

	if (end - file > 4 && strcmp(end - 4, ".bz2") == 0)
		end -= 4;
	/* a member of an archive is "zip:member" */
	while (end > file && (end[-1] < '0' || end[-1] > '9') &&
	       end[-1] != '/' && end[-1] != ':')
		end--;
	for (start = end; start > file && start[-1] >= '0' && start[-1] <= '9';)
		start--;
	return (struct hd_str){ start, (size_t)(end - start) };
}

int
hd_zd_ticket_of(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str *ticket, struct hd_err *err)
{
	*ticket = hd_json_at(j, "ticket_id");
	if (ticket->p == NULL)
		*ticket = id_in_file_name(in->file);
	if (ticket->n == 0)
		return hd_err_set(err, HD_EDATA,
		    "the comment names no ticket: put the ticket's id into "
		    "the file's name, as 1001.json");
	return 0;
}

bool
hd_zd_chat_channel(struct hd_str via)
{
	static const char *const chats[] = { "chat", "chat_transcript",
		"native_messaging", "messaging", "sunshine_conversations_api",
		"whatsapp", "facebook", "instagram_dm", "line", "twilio_sms",
		"any_channel" };

	for (size_t i = 0; i < sizeof(chats) / sizeof(chats[0]); i++)
		if (hd_str_ieq(via, chats[i]))
			return true;
	/* as ticket events write it */
	return hd_str_ieq(via, "chat transcript") ||
	       hd_str_ieq(via, "native messaging");
}

bool
hd_zd_scrubbed(struct hd_str s)
{
	return hd_str_eq(hd_str_trim(s), "SCRUBBED");
}

bool
hd_zd_made_up(struct hd_str body)
{
	body = hd_str_trim(body);
	return body.n > 0 && hd_placeholder(body) &&
	       memchr(body.p, '\n', body.n) == NULL;
}

struct hd_str
hd_zd_line_feeds(struct hd_ingest *in, struct hd_str s)
{
	char *p;
	size_t n = 0;

	if (s.p == NULL || hd_str_find(s, "\\n") == NULL)
		return s;
	p = hd_arena_memdup(&in->arena, s.p, s.n);
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == '\\' && i + 1 < s.n && s.p[i + 1] == 'n') {
			p[n++] = '\n';
			i++;
		} else {
			p[n++] = s.p[i];
		}
	return (struct hd_str){ p, n };
}

void
hd_zd_rating(struct hd_answer *a, struct hd_str score)
{
	static const char *const with_comment[] = { "good_with_comment",
		"bad_with_comment", "good_without_comment",
		"bad_without_comment" };
	double stars;

	for (size_t i = 0; i < sizeof(with_comment) / sizeof(*with_comment);
	     i++)
		if (hd_str_eq(score, with_comment[i]))
			score.n = score.p[0] == 'g' ? 4 : 3;
	a->raw = score;
	a->scale = hd_num_real(score, &stars) ? "1-5" : "good-bad";
}

int
hd_zd_change(
    struct hd_ingest *in, const struct hd_zd_change *c, struct hd_err *err)
{
	struct hd_rec r;

	hd_rec_init(&r, HD_REC_EVENT);
	r.id = c->id;
	r.ticket = c->ticket;
	if (c->at != HD_TIME_NONE)
		hd_rec_int(&r, HD_EV_AT, c->at);
	hd_rec_text(&r, HD_EV_ACTOR, c->actor);
	hd_rec_text(&r, HD_EV_FIELD, c->field);
	hd_rec_text(&r, HD_EV_OLD, c->old);
	hd_rec_text(&r, HD_EV_NEW, c->new);
	return hd_emit_part(in, &r, 0, err);
}

void
hd_zd_keep(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    const char *const *names, size_t n)
{
	struct hd_fields f;

	hd_fields_begin(&f, in);
	hd_fields_named(&f, j, names, n);
	hd_fields_end(&f, r);
}

static bool
is_group(const struct hd_json *j)
{
	return hd_zd_url_has(j, "/api/v2/groups/");
}

static bool
is_custom_status(const struct hd_json *j)
{
	return hd_zd_url_has(j, "/api/v2/custom_status") ||
	       (hd_json_get(j, "status_category") != NULL &&
		   hd_json_get(j, "agent_label") != NULL);
}

static bool
is_ticket_field(const struct hd_json *j)
{
	return hd_zd_url_has(j, "/api/v2/ticket_fields/") ||
	       (hd_json_get(j, "raw_title") != NULL &&
		   hd_json_get(j, "title_in_portal") != NULL);
}

static bool
is_suspended(const struct hd_json *j)
{
	return hd_zd_url_has(j, "/api/v2/suspended_tickets/");
}

/* What tools copy along with tickets, and what settings are. */
static bool
is_other(const struct hd_json *j)
{
	static const char *const parts[] = { "/api/v2/brands/",
		"/api/v2/ticket_forms/", "/api/v2/macros/", "/api/v2/triggers/",
		"/api/v2/automations/", "/api/v2/views/",
		"/api/v2/group_memberships/",
		"/api/v2/organization_memberships/", "/api/v2/slas/policies/",
		"/api/v2/schedules/", "/api/v2/user_fields/",
		"/api/v2/organization_fields/", "/api/v2/audit_logs/" };

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (hd_zd_url_has(j, parts[i]))
			return true;
	/* what was done in the admin's pages */
	return hd_json_get(j, "action_label") != NULL &&
	       hd_json_get(j, "source_type") != NULL &&
	       hd_json_get(j, "actor_id") != NULL;
}

/* Measurements that add up to the figures of ticket_metrics. */
static bool
is_metric_event(const struct hd_json *j)
{
	return hd_json_get(j, "metric") != NULL &&
	       hd_json_get(j, "instance_id") != NULL &&
	       hd_json_get(j, "ticket_id") != NULL;
}

int
hd_zd_skip(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	(void)j;
	(void)err;
	hd_skip(in, HD_REC_TICKET);
	return 0;
}

static int
name(struct hd_ingest *in, const struct hd_json *j, const char *head,
    const char *member, struct hd_err *err)
{
	return hd_zd_source(in, j, err) != 0
		   ? -1
		   : hd_emit_name(in, head, j, member, err);
}

static int
group(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return name(in, j, "group/", "name", err);
}

static int
ticket_field(struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)
{
	return name(in, j, "field/", "title", err);
}

static const struct hd_rectype types[] = {
	{ "organization", HD_REC_ACCOUNT, hd_zd_is_organization,
	    hd_zd_organization },
	{ "user", HD_REC_PERSON, hd_zd_is_user, hd_zd_user },
	{ "ticket", HD_REC_TICKET, hd_zd_is_ticket, hd_zd_ticket },
	{ "ticket_audit", HD_REC_EVENT, hd_zd_is_audit, hd_zd_audit },
	{ "ticket_event", HD_REC_EVENT, hd_zd_is_ticket_event,
	    hd_zd_ticket_event },
	{ "ticket_metric", HD_REC_TICKET, hd_zd_is_ticket_metric,
	    hd_zd_ticket_metric },
	{ "engagement", HD_REC_EVENT, hd_zd_is_engagement, hd_zd_engagement },
	{ "satisfaction_rating", HD_REC_SURVEY, hd_zd_is_satisfaction_rating,
	    hd_zd_satisfaction_rating },
	{ "comment", HD_REC_MESSAGE, hd_zd_is_lone_comment,
	    hd_zd_lone_comment },
	{ "conversation_log", HD_REC_MESSAGE, hd_zd_is_log_entry,
	    hd_zd_log_entry },
	{ "message_event", HD_REC_MESSAGE, hd_zd_is_message_event,
	    hd_zd_message_event },
	{ "chat_event", HD_REC_MESSAGE, hd_zd_is_chat_event, hd_zd_chat_event },
	{ "chat", HD_REC_TICKET, hd_zd_is_chat, hd_zd_chat },
	{ "ai_conversation", HD_REC_TICKET, hd_zd_is_ai_conversation,
	    hd_zd_ai_conversation },
	{ "group", HD_REC_NAME, is_group, group },
	{ "custom_status", HD_REC_TICKET, is_custom_status, hd_zd_skip },
	{ "ticket_field", HD_REC_NAME, is_ticket_field, ticket_field },
	{ "suspended_ticket", HD_REC_TICKET, is_suspended, hd_zd_skip },
	{ "metric_event", HD_REC_TICKET, is_metric_event, hd_zd_skip },
	{ "other", HD_REC_TICKET, is_other, hd_zd_skip },
	{ NULL, HD_REC_TICKET, NULL, NULL },
};

const struct hd_vendor hd_zendesk = { "zendesk", types };
