/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each metric is made of, and where helpdesks keep it: see coverage.h. */
#include <string.h>

#include "audit/coverage.h"

const struct hd_need hd_needs[] = {
	{ "demand by period", "created", NULL },
	{ "demand by channel", "created+channel", NULL },
	{ "resolution rate", "solved|status", NULL },
	{ "automation ceiling", "customer_text|subject", "UNVERIFIED" },
	{ "capacity in hours", "handle|agent_text+message_times", NULL },
	{ "resolution path", "ai_text|agent_text|ai_state", NULL },
	{ "containment", "ai_text|ai_state", NULL },
	{ "deflection", "ai_text+status|ai_text+solved|ai_state", NULL },
	{ "durable resolution",
	    "ai_text+solved+reopens+requester|"
	    "ai_state+solved+reopens+requester",
	    NULL },
	{ "vendor's claim tested", "ai_state+ai_text", NULL },
	{ "escalation rate", "ai_text|ai_state", NULL },
	{ "escalation needed", "ai_text+agent_text+customer_text", NULL },
	{ "handoff completeness", "ai_text+agent_text", NULL },
	{ "repeat-request rate", "customer_text+agent_text+ai_text", NULL },
	{ "first response time", "first_reply|customer_text+message_times",
	    NULL },
	{ "handle time", "handle|agent_text+message_times", NULL },
	{ "first-contact resolution", "agent_text+solved+reopens", NULL },
	{ "reopen rate", "solved+reopens", NULL },
	{ "recontact rate", "solved+requester", NULL },
	{ "transfer count", "transfers", NULL },
	{ "CSAT", "csat", NULL },
	{ "AI CSAT", "ai_csat", NULL },
	{ "CES", "ces", NULL },
	{ "NPS", "nps", NULL },
	{ "page contact rate", "page", NULL },
	{ "figures by account", "account", NULL },
	{ "figures by plan", "plan", NULL },
	{ "figures by revenue", "revenue", NULL },
	{ "crosswalk with categories", "category", NULL },
	{ "AI suggestion edit rate", "suggestions", NULL },
	{ "agreement with labels", "labels", NULL },
	{ NULL, NULL, NULL },
};

static bool
filled(const struct hd_cover *c, struct hd_str name)
{
	for (size_t i = 0; i < c->n; i++)
		if (hd_str_eq(name, c->fields[i].name))
			return c->fields[i].filled > 0;
	return false;
}

/* Fields of a set that lack, their names in missing. */
static size_t
lacking(const struct hd_cover *c, struct hd_str set, struct hd_buf *missing)
{
	struct hd_str name;
	size_t n = 0;

	hd_buf_reset(missing);
	while (hd_str_split(&set, '+', &name)) {
		if (filled(c, name))
			continue;
		hd_buf_addf(
		    missing, "%s%.*s", n > 0 ? "+" : "", (int)name.n, name.p);
		n++;
	}
	return n;
}

bool
hd_need_met(const struct hd_need *need, const struct hd_cover *c,
    struct hd_buf *set, struct hd_buf *missing)
{
	struct hd_str rest = hd_str(need->needs), one, best = { NULL, 0 };
	size_t least = SIZE_MAX, n;

	while (hd_str_split(&rest, '|', &one)) {
		n = lacking(c, one, missing);
		if (n < least) {
			least = n;
			best = one;
		}
	}
	(void)lacking(c, best, missing);
	hd_buf_reset(set);
	hd_buf_add(set, best.p, best.n);
	return least == 0;
}

/* The first that fits; vendor NULL is any. */
static const struct {
	const char *vendor, *field, *how;
} advice[] = {
	{ "zendesk", "customer_text",
	    "export JSON with comments (/tickets/ID/comments, or ticket_events "
	    "with include=comment_events); CSV exports hold none" },
	{ "zendesk", "agent_text",
	    "export comments and the users file: an author's role is told "
	    "there" },
	{ "zendesk", "ai_text",
	    "export the AI agents conversations (AI agents > Data export) and "
	    "the chat transcripts; or name the machine with --ai-author" },
	{ "zendesk", "ai_state",
	    "export the AI agents conversations; tickets carry only the tag "
	    "ai_agent_automated_resolution" },
	{ "zendesk", "ai_conversations",
	    "ticket exports hold no conversation that the AI closed alone: "
	    "import the AI agents' data export too" },
	{ "zendesk", "solved", "export ticket_metrics, or audits, or CSV" },
	{ "zendesk", "reopens", "export ticket_metrics, or audits, or CSV" },
	{ "zendesk", "transfers", "export ticket_metrics or audits" },
	{ "zendesk", "handle",
	    "export agent_engagement_data, or install Time Tracking" },
	{ "zendesk", "first_reply", "export ticket_metrics or CSV" },
	{ "zendesk", "csat",
	    "switch satisfaction surveys on; export satisfaction_ratings" },
	{ "zendesk", "account", "export organizations and users" },
	{ "zendesk", "page",
	    "add the page's address as a custom field of the web form, or "
	    "export chats (webpath)" },
	{ "freshdesk", "customer_text",
	    "export JSON with conversations (include=conversations, or "
	    "/tickets/ID/conversations); CSV exports hold none" },
	{ "freshdesk", "agent_text",
	    "export conversations, one file a ticket" },
	{ "freshdesk", "ai_text",
	    "export conversations, and name Freddy's user with --ai-author" },
	{ "freshdesk", "ai_state", "export account activities as JSON" },
	{ "freshdesk", "solved", "export tickets with include=stats, or CSV" },
	{ "freshdesk", "reopens",
	    "export account activities; stats tell only the last reopening" },
	{ "freshdesk", "transfers", "export account activities as JSON" },
	{ "freshdesk", "handle", "export time_entries; CSV: Time tracked" },
	{ "freshdesk", "csat",
	    "switch surveys on; export "
	    "satisfaction_ratings" },
	{ "freshdesk", "account", "export companies and contacts" },
	{ "intercom", "customer_text",
	    "export each conversation with its parts (/conversations/ID): "
	    "lists and datasets hold none" },
	{ "intercom", "agent_text", "export conversations with their parts" },
	{ "intercom", "ai_text", "export conversations with their parts" },
	{ "intercom", "ai_state",
	    "export conversations with API version 2.11 or later (ai_agent)" },
	{ "intercom", "ai_csat", "switch Fin's rating request on" },
	{ "intercom", "page", "ask for source.url: only the Messenger has it" },
	{ "intercom", "revenue",
	    "export companies (monthly_spend), or import accounts" },
	{ "gorgias", "customer_text",
	    "export messages (/messages, or tickets with them): a ticket holds "
	    "a cut excerpt" },
	{ "gorgias", "ai_text",
	    "export messages and users; name the AI agent's user with "
	    "--ai-author" },
	{ "gorgias", "ai_state",
	    "the AI agent says it by the tags ai_close, ai_answered and "
	    "ai_handover" },
	{ "gorgias", "csat", "export satisfaction-surveys" },
	{ "ada", "customer_text", "export messages beside conversations" },
	{ "ada", "page", "set the metavariable initialurl" },
	{ "helpscout", "customer_text",
	    "export conversations with embed=threads: report files hold none" },
	{ "helpscout", "ai_text",
	    "export threads by API v3: before it an AI's answers are a "
	    "user's" },
	{ "helpscout", "csat", "switch ratings on; export them" },
	{ "helpscout", "page", "only conversations of the Beacon have it" },
	{ "front", "customer_text",
	    "export messages (/conversations/ID/messages): analytics hold an "
	    "excerpt" },
	{ "front", "page", "only messages of the chat have it" },
	{ "chatwoot", "customer_text",
	    "export conversations with their messages: reports hold none" },
	{ "chatwoot", "csat", "switch CSAT surveys on in the inbox" },
	{ "chatwoot", "page", "only conversations of the web widget have it" },
	{ "zammad", "customer_text",
	    "export ticket_articles: tickets hold none" },
	{ "zammad", "csat",
	    "Zammad asks for no rating: import answers of a survey "
	    "(--as generic:survey)" },
	{ "hubspot", "customer_text",
	    "export the threads and their messages: tickets hold the first "
	    "text alone" },
	{ "hubspot", "status", "export the pipelines too: stages are ids" },
	{ "hubspot", "solved", "export closed_date, and the pipelines" },
	{ "hubspot", "account", "export companies and associations" },
	{ "jira", "customer_text",
	    "export issues with fields.comment: JSON, or CSV (all fields)" },
	{ "jira", "reopens", "export with expand=changelog" },
	{ "jira", "transfers", "export with expand=changelog" },
	{ "jira", "solved", "export resolutiondate, or expand=changelog" },
	{ NULL, "customer_text",
	    "export the messages with their texts, or a table of messages" },
	{ NULL, "agent_text",
	    "export the messages with who wrote them (role)" },
	{ NULL, "ai_text",
	    "nothing shows an AI: if one answered, name it with --ai-author, "
	    "or import its own export" },
	{ NULL, "ai_state", "import the AI vendor's export of its outcomes" },
	{ NULL, "message_times", "export when each message was written" },
	{ NULL, "created", "export when each ticket was created" },
	{ NULL, "status", "export the status" },
	{ NULL, "solved", "export when it was solved, or status changes" },
	{ NULL, "reopens", "export a count of reopens, or status changes" },
	{ NULL, "transfers",
	    "export a count of transfers, or assignment changes" },
	{ NULL, "subject", "export the subject" },
	{ NULL, "channel", "export the channel" },
	{ NULL, "category", "export the team's own category or type" },
	{ NULL, "requester", "export an id of the requester" },
	{ NULL, "account", "export the requester's company" },
	{ NULL, "plan", "import a table of accounts with plan" },
	{ NULL, "revenue", "import a table of accounts with mrr or arr" },
	{ NULL, "page", "export the page the request came from" },
	{ NULL, "csat", "export answers to the satisfaction survey" },
	{ NULL, "ai_csat",
	    "import survey answers with rated=ai (--as generic:survey)" },
	{ NULL, "ces",
	    "import survey answers of kind ces with their scale "
	    "(--as generic:survey)" },
	{ NULL, "nps",
	    "import survey answers of kind nps (--as "
	    "generic:survey)" },
	{ NULL, "first_reply", "export the time to the first reply" },
	{ NULL, "handle", "export handle time, or times of messages" },
	{ NULL, "suggestions",
	    "import drafts and what was sent (--as generic:suggestion)" },
	{ NULL, "labels", "import labels of people (--labels)" },
};

const char *
hd_cover_advice(const char *vendor, struct hd_str field)
{
	for (size_t i = 0; i < sizeof(advice) / sizeof(advice[0]); i++)
		if ((advice[i].vendor == NULL ||
			strcmp(advice[i].vendor, vendor) == 0) &&
		    hd_str_eq(field, advice[i].field))
			return advice[i].how;
	return NULL;
}
