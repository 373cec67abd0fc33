/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The built-in facts: see facts.h.  A new fact is a new row. */
#include <string.h>

#include "rules/facts.h"

static const char *const paths[] = {
	"ai_only",
	"ai_to_human",
	"human_only",
	"human_to_ai",
	"no_reply",
	NULL,
};

#define ANY   HD_RANGE_ANY
#define WHOLE HD_RANGE_WHOLE
#define HOUR  HD_RANGE_HOUR

/* name, type, known when, one a message, enum values, range */
static const struct hd_fact facts[] = {
	{ "text", HD_FT_TEXT, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "text.raw", HD_FT_TEXT, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "subject", HD_FT_TEXT, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "body", HD_FT_TEXT, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "message", HD_FT_TEXT, HD_KNOWN_ARRIVAL, true, NULL, ANY },
	{ "first", HD_FT_TEXT, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "last", HD_FT_TEXT, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "ai", HD_FT_TEXT, HD_KNOWN_OUTCOME, true, NULL, ANY },
	{ "ai.handoff", HD_FT_TEXT, HD_KNOWN_OUTCOME, false, NULL, ANY },
	{ "agent", HD_FT_TEXT, HD_KNOWN_OUTCOME, true, NULL, ANY },
	{ "agent.first", HD_FT_TEXT, HD_KNOWN_OUTCOME, false, NULL, ANY },
	{ "note", HD_FT_TEXT, HD_KNOWN_OUTCOME, true, NULL, ANY },
	{ "answer", HD_FT_TEXT, HD_KNOWN_OUTCOME, false, NULL, ANY },
	{ "page", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "action", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "ticket.channel", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "ticket.brand", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "ticket.form", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "ticket.category", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "ticket.priority", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "ticket.language", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "ticket.hour", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL, HOUR },
	{ "ticket.tag", HD_FT_LIST, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "ticket.field", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "account.plan", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "account.age", HD_FT_DURATION, HD_KNOWN_ARRIVAL, false, NULL, WHOLE },
	{ "account.arr", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "account.mrr", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "account.churn", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "account.health", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "account.seats", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "account.bad_csat", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL,
	    WHOLE },
	{ "account.tickets_90d", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL,
	    WHOLE },
	{ "account.open", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL, WHOLE },
	{ "account.advocate", HD_FT_BOOL, HD_KNOWN_ARRIVAL, false, NULL, ANY },
	{ "account.failure_30d", HD_FT_BOOL, HD_KNOWN_ARRIVAL, false, NULL,
	    ANY },
	{ "requester.first_contact", HD_FT_BOOL, HD_KNOWN_ARRIVAL, false, NULL,
	    ANY },
	{ "ticket.reopens", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL,
	    WHOLE },
	{ "ticket.messages", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL,
	    WHOLE },
	{ "ticket.customer_turns", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL,
	    WHOLE },
	{ "ticket.ai_turns", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL,
	    WHOLE },
	{ "ticket.agent_turns", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL,
	    WHOLE },
	{ "ticket.transfers", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL,
	    WHOLE },
	{ "ticket.handoff", HD_FT_BOOL, HD_KNOWN_OUTCOME, false, NULL, ANY },
	{ "ticket.first_reply", HD_FT_DURATION, HD_KNOWN_OUTCOME, false, NULL,
	    WHOLE },
	{ "ticket.handle", HD_FT_DURATION, HD_KNOWN_OUTCOME, false, NULL,
	    WHOLE },
	{ "ticket.csat", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL, ANY },
	{ "ticket.wants_human", HD_FT_BOOL, HD_KNOWN_OUTCOME, false, NULL,
	    ANY },
	{ "ticket.solved", HD_FT_BOOL, HD_KNOWN_OUTCOME, false, NULL, ANY },
	{ "cluster.size", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL, WHOLE },
	{ "cluster.share", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL, ANY },
	{ "cluster.durable", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL, ANY },
	{ "path", HD_FT_ENUM, HD_KNOWN_OUTCOME, false, paths, ANY },
};

#define NFACTS (sizeof(facts) / sizeof(facts[0]))

/* By enum hd_ftype. */
static const char *const types[] = {
	"text",
	"string",
	"list",
	"number",
	"duration",
	"bool",
	"enum",
};

const struct hd_fact *
hd_facts(size_t *n)
{
	*n = NFACTS;
	return facts;
}

const struct hd_fact *
hd_fact_find(struct hd_str name)
{
	for (size_t i = 0; i < NFACTS; i++)
		if (hd_str_eq(name, facts[i].name))
			return &facts[i];
	return NULL;
}

bool
hd_fact_late(struct hd_str name)
{
	static const char *const late[] = { "ticket.reopens",
		"ticket.transfers", "ticket.handle", "ticket.csat",
		"ticket.solved", "answer", "ai.handoff", "agent.first", "path",
		"cluster.size", "cluster.share", "cluster.durable" };

	for (size_t i = 0; i < sizeof(late) / sizeof(late[0]); i++)
		if (hd_str_eq(name, late[i]))
			return true;
	return false;
}

bool
hd_ftype_parse(struct hd_str s, enum hd_ftype *type)
{
	for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++)
		if (hd_str_eq(s, types[i])) {
			*type = (enum hd_ftype)i;
			return true;
		}
	return false;
}

const char *
hd_ftype_name(enum hd_ftype type)
{
	return types[type];
}
