/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The alias table: what exports call the canonical columns. */
#include <string.h>

#include "base/mem.h"
#include "ingest/accounts.h"
#include "ingest/alias.h"
#include "ingest/facts.h"

#define TICKET(h, id, unit)                        \
	{                                          \
		h, HD_REC_TICKET, HD_TK_##id, unit \
	}
#define MESSAGE(h, id)                           \
	{                                        \
		h, HD_REC_MESSAGE, HD_MS_##id, 0 \
	}
#define SPECIAL(h, kind, id)                   \
	{                                      \
		h, HD_REC_##kind, HD_T_##id, 0 \
	}

static const struct {
	const char *name;
	enum hd_rec_kind kind;
	int col;
	double unit;
} aliases[] = {
	SPECIAL("id", TICKET, ID),
	SPECIAL("ticket id", TICKET, ID),
	SPECIAL("ticket number", TICKET, ID),
	SPECIAL("ticket", TICKET, ID),
	SPECIAL("number", TICKET, ID),
	SPECIAL("issue key", TICKET, ID),
	SPECIAL("conversation id", TICKET, ID),
	SPECIAL("ticket #", TICKET, ID),
	SPECIAL("case number", TICKET, ID),
	SPECIAL("casenumber", TICKET, ID),
	SPECIAL("case id", TICKET, ID),
	TICKET("subject", SUBJECT, 0),
	TICKET("ticket subject", SUBJECT, 0),
	TICKET("title", SUBJECT, 0),
	TICKET("summary", SUBJECT, 0),
	TICKET("ticket name", SUBJECT, 0),
	TICKET("raw subject", SUBJECT, 0),
	SPECIAL("description", TICKET, DESCRIPTION),
	SPECIAL("ticket description", TICKET, DESCRIPTION),
	SPECIAL("comment", TICKET, DESCRIPTION),
	SPECIAL("content", TICKET, DESCRIPTION),
	SPECIAL("body", TICKET, DESCRIPTION),
	SPECIAL("message body", TICKET, DESCRIPTION),
	TICKET("status", STATUS, 0),
	TICKET("ticket status", STATUS, 0),
	TICKET("current status", STATUS, 0),
	TICKET("current conversation state", STATUS, 0),
	TICKET("state", STATUS, 0),
	TICKET("priority", PRIORITY, 0),
	TICKET("ticket priority", PRIORITY, 0),
	TICKET("conversation priority", PRIORITY, 0),
	TICKET("via", CHANNEL, 0),
	TICKET("source", CHANNEL, 0),
	TICKET("channel", CHANNEL, 0),
	TICKET("ticket channel", CHANNEL, 0),
	TICKET("origin", CHANNEL, 0),
	TICKET("conversation source", CHANNEL, 0),
	TICKET("ticket type", CATEGORY, 0),
	TICKET("type", CATEGORY, 0),
	TICKET("custom field (request type)", CATEGORY, 0),
	TICKET("issue type", CATEGORY, 0),
	TICKET("category", CATEGORY, 0),
	TICKET("help topic", CATEGORY, 0),
	TICKET("ticket category", CATEGORY, 0),
	TICKET("topics", CATEGORY, 0),
	TICKET("ai topic", CATEGORY, 0),
	TICKET("group", TEAM, 0),
	TICKET("ticket group", TEAM, 0),
	TICKET("department", TEAM, 0),
	TICKET("team currently assigned", TEAM, 0),
	TICKET("team assigned", TEAM, 0),
	TICKET("team", TEAM, 0),
	TICKET("inbox", TEAM, 0),
	TICKET("assignee", ASSIGNEE, 0),
	TICKET("agent", ASSIGNEE, 0),
	TICKET("assignee name", ASSIGNEE, 0),
	TICKET("teammate currently assigned", ASSIGNEE, 0),
	TICKET("agent assigned", ASSIGNEE, 0),
	TICKET("ticket owner", ASSIGNEE, 0),
	TICKET("requester id", REQUESTER, 0),
	TICKET("requester", REQUESTER, 0),
	TICKET("requester email", REQUESTER, 0),
	TICKET("from email", REQUESTER, 0),
	TICKET("contact id", REQUESTER, 0),
	TICKET("user email", REQUESTER, 0),
	TICKET("user id", REQUESTER, 0),
	TICKET("full name", REQUESTER, 0),
	TICKET("requester name", REQUESTER, 0),
	TICKET("all associated contact emails", REQUESTER, 0),
	TICKET("reporter", REQUESTER, 0),
	TICKET("organization id", ACCOUNT, 0),
	TICKET("company id", ACCOUNT, 0),
	TICKET("account id", ACCOUNT, 0),
	TICKET("account", ACCOUNT, 0),
	TICKET("organization", ACCOUNT, 0),
	TICKET("organization name", ACCOUNT, 0),
	TICKET("requester organization name", ACCOUNT, 0),
	TICKET("company name", ACCOUNT, 0),
	TICKET("associated company (primary)", ACCOUNT, 0),
	TICKET("account name", ACCOUNT, 0),
	TICKET("custom field (organizations)", ACCOUNT, 0),
	TICKET("brand", BRAND, 0),
	TICKET("product", BRAND, 0),
	TICKET("form", FORM, 0),
	TICKET("ticket form", FORM, 0),
	TICKET("ticket form id", FORM, 0),
	TICKET("language", LANGUAGE, 0),
	TICKET("locale", LANGUAGE, 0),
	TICKET("created at", CREATED, 0),
	TICKET("created time", CREATED, 0),
	TICKET("date created", CREATED, 0),
	TICKET("create date", CREATED, 0),
	TICKET("created", CREATED, 0),
	TICKET("requested", CREATED, 0),
	TICKET("conversation started at", CREATED, 0),
	TICKET("conversation created at", CREATED, 0),
	TICKET("ticket created - timestamp", CREATED, 0),
	TICKET("submitted at", CREATED, 0),
	TICKET("updated at", UPDATED, 0),
	TICKET("last update time", UPDATED, 0),
	TICKET("last updated", UPDATED, 0),
	TICKET("updated", UPDATED, 0),
	TICKET("conversation updated at", UPDATED, 0),
	TICKET("ticket updated - timestamp", UPDATED, 0),
	TICKET("solved at", SOLVED, 0),
	TICKET("resolved time", SOLVED, 0),
	TICKET("resolved at", SOLVED, 0),
	TICKET("resolved", SOLVED, 0),
	TICKET("solved", SOLVED, 0),
	TICKET("ticket solved - timestamp", SOLVED, 0),
	TICKET("conversation last closed at", SOLVED, 0),
	TICKET("closed time", CLOSED, 0),
	TICKET("close date", CLOSED, 0),
	TICKET("closed date", CLOSED, 0),
	TICKET("closed at", CLOSED, 0),
	TICKET("closed", CLOSED, 0),
	TICKET("conversation first closed at", FIRST_SOLVED, 0),
	TICKET("first reply time in minutes", FIRST_REPLY, 60),
	TICKET("first reply time (min)", FIRST_REPLY, 60),
	TICKET("first reply time (hrs)", FIRST_REPLY, 3600),
	TICKET("first response time (in hrs)", FIRST_REPLY, 3600),
	TICKET("first response time (seconds)", FIRST_REPLY, 1),
	TICKET("first response time minutes", FIRST_REPLY, 60),
	TICKET("time to first agent email reply (hh:mm:ss)", FIRST_REPLY, 1),
	TICKET("full resolution time in minutes", RESOLUTION, 60),
	TICKET("resolution time (in hrs)", RESOLUTION, 3600),
	TICKET("resolution time [h]", RESOLUTION, 3600),
	TICKET("time to close (seconds)", RESOLUTION, 1),
	TICKET("full resolution time (min)", RESOLUTION, 60),
	TICKET("full resolution time (hrs)", RESOLUTION, 3600),
	TICKET("resolution time hours", RESOLUTION, 3600),
	TICKET("handling time (seconds)", HANDLE, 1),
	TICKET("time tracked", HANDLE, 3600),
	TICKET("handle time", HANDLE, 1),
	TICKET("total time spent (sec)", HANDLE, 1),
	TICKET("replies", REPLIES, 0),
	TICKET("agent interactions", REPLIES, 0),
	TICKET("replies to close a conversation", REPLIES, 0),
	TICKET("reopens", REOPENS, 0),
	TICKET("reopen count", REOPENS, 0),
	TICKET("transfers", TRANSFERS, 0),
	SPECIAL("group stations", TICKET, STATIONS),
	TICKET("satisfaction score", CSAT, 0),
	TICKET("ticket satisfaction rating", CSAT, 0),
	TICKET("survey results", CSAT, 0),
	TICKET("conversation rating", CSAT, 0),
	TICKET("last teammate rating", CSAT, 0),
	TICKET("survey rating", CSAT, 0),
	TICKET("rating", CSAT, 0),
	TICKET("csat", CSAT, 0),
	TICKET("satisfaction rating", CSAT, 0),
	TICKET("custom field (satisfaction rating)", CSAT, 0),
	TICKET("last csat survey rating", CSAT, 0),
	TICKET("experience score", CSAT, 0),
	TICKET("tags", TAGS, 0),
	TICKET("ticket tags", TAGS, 0),
	TICKET("labels", TAGS, 0),
	TICKET("conversation tag", TAGS, 0),
	TICKET("tag", TAGS, 0),
	TICKET("source url", PAGE, 0),
	TICKET("page", PAGE, 0),
	TICKET("page url", PAGE, 0),
	TICKET("url", PAGE, 0),
	TICKET("current page", PAGE, 0),
	TICKET("referer", PAGE, 0),
	TICKET("action", ACTION, 0),
	TICKET("fin ai agent resolution state", AI_STATE, 0),
	TICKET("resolution type", AI_STATE, 0),
	TICKET("automated resolution classification", AI_STATE, 0),
	TICKET("ai state", AI_STATE, 0),
	SPECIAL("summation column", TICKET, IGNORE),
	SPECIAL("message id", MESSAGE, ID),
	SPECIAL("id", MESSAGE, ID),
	SPECIAL("ticket id", MESSAGE, TICKET),
	SPECIAL("conversation id", MESSAGE, TICKET),
	SPECIAL("ticket", MESSAGE, TICKET),
	MESSAGE("role", SAID),
	MESSAGE("author type", SAID),
	MESSAGE("message author type", SAID),
	MESSAGE("sender type", SAID),
	MESSAGE("sender", SAID),
	MESSAGE("body", BODY),
	MESSAGE("text", BODY),
	MESSAGE("message", BODY),
	MESSAGE("message body", BODY),
	MESSAGE("content", BODY),
	MESSAGE("at", AT),
	MESSAGE("created at", AT),
	MESSAGE("message created at", AT),
	MESSAGE("timestamp", AT),
	MESSAGE("date", AT),
	MESSAGE("public", PUBLIC),
	SPECIAL("private", MESSAGE, PRIVATE),
	SPECIAL("internal", MESSAGE, PRIVATE),
	MESSAGE("kind", KIND),
	MESSAGE("author", AUTHOR),
	MESSAGE("author id", AUTHOR),
	MESSAGE("evidence", EVIDENCE),
	SPECIAL("id", ACCOUNT, ID),
	SPECIAL("account id", ACCOUNT, ID),
	SPECIAL("company id", ACCOUNT, ID),
	SPECIAL("organization id", ACCOUNT, ID),
	{ "name", HD_REC_ACCOUNT, HD_AC_NAME, 0 },
	{ "account name", HD_REC_ACCOUNT, HD_AC_NAME, 0 },
	{ "company name", HD_REC_ACCOUNT, HD_AC_NAME, 0 },
	{ "created", HD_REC_ACCOUNT, HD_AC_CREATED, 0 },
	{ "created at", HD_REC_ACCOUNT, HD_AC_CREATED, 0 },
	{ "signup date", HD_REC_ACCOUNT, HD_AC_CREATED, 0 },
	SPECIAL("valid from", ACCOUNT, SINCE),
};

bool
hd_alias_find(struct hd_str name, enum hd_rec_kind kind, struct hd_target *t)
{
	for (size_t i = 0; i < sizeof(aliases) / sizeof(aliases[0]); i++)
		if (aliases[i].kind == kind &&
		    hd_str_eq(name, aliases[i].name)) {
			*t = (struct hd_target){ aliases[i].col, (int)i,
				aliases[i].unit, NULL };
			return true;
		}
	return false;
}

bool
hd_alias_in(const struct hd_str *names, size_t n, const char *name)
{
	struct hd_buf b = HD_BUF_INIT;
	bool found = false;

	for (size_t i = 0; i < n && !found; i++) {
		hd_alias_normal(names[i], &b);
		found = hd_str_eq(hd_buf_str(&b), name);
	}
	hd_buf_release(&b);
	return found;
}

static bool
any_of(const struct hd_str *names, size_t n, const char *const *list)
{
	for (; *list != NULL; list++)
		if (hd_alias_in(names, n, *list))
			return true;
	return false;
}

enum hd_rec_kind
hd_table_kind(const struct hd_str *names, size_t n)
{
	static const char *const tickets[] = { "ticket id", "conversation id",
		"ticket", "key", NULL };
	static const char *const roles[] = { "role", "author type",
		"message author type", "sender type", NULL };
	static const char *const texts[] = { "message", "body", "text",
		"message body", "content", NULL };
	static const char *const scores[] = { "score", "rating", NULL };
	enum hd_rec_kind account = hd_account_table(names, n);
	size_t facts = 0;

	if (account != HD_REC_KINDS)
		return account;
	for (size_t i = 0; i < n; i++)
		facts += hd_fact_name(names[i]) != NULL;
	if (hd_alias_in(names, n, "subject") || hd_alias_in(names, n, "status"))
		return HD_REC_TICKET;
	if (facts > 0 && (hd_alias_in(names, n, "name") ||
			     hd_alias_in(names, n, "account id") ||
			     hd_alias_in(names, n, "account name")))
		return HD_REC_ACCOUNT;
	if (any_of(names, n, tickets) &&
	    (any_of(names, n, roles) ||
		(hd_alias_in(names, n, "sender") && any_of(names, n, texts))))
		return HD_REC_MESSAGE;
	if (hd_alias_in(names, n, "draft") && hd_alias_in(names, n, "sent"))
		return HD_REC_SUGGESTION;
	if (any_of(names, n, tickets) && any_of(names, n, scores) &&
	    !any_of(names, n, texts))
		return HD_REC_SURVEY;
	return HD_REC_TICKET;
}

const char *
hd_table_vendor(const struct hd_str *names, size_t n)
{
	static const struct {
		const char *name, *vendor;
	} marks[] = {
		{ "company domain name", "hubspot" },
		{ "systemmodstamp", "salesforce" },
		{ "lastmodifieddate", "salesforce" },
		{ "createddate", "salesforce" },
		{ "annualrevenue", "salesforce" },
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++)
		if (hd_alias_in(names, n, marks[i].name))
			return marks[i].vendor;
	return "generic";
}
