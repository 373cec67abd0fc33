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

/* name, type, known when, one a message, enum values */
static const struct hd_fact facts[] = {
	{ "text", HD_FT_TEXT, HD_KNOWN_ARRIVAL, false, NULL },
	{ "text.raw", HD_FT_TEXT, HD_KNOWN_ARRIVAL, false, NULL },
	{ "subject", HD_FT_TEXT, HD_KNOWN_ARRIVAL, false, NULL },
	{ "body", HD_FT_TEXT, HD_KNOWN_ARRIVAL, false, NULL },
	{ "message", HD_FT_TEXT, HD_KNOWN_ARRIVAL, true, NULL },
	{ "first", HD_FT_TEXT, HD_KNOWN_ARRIVAL, false, NULL },
	{ "last", HD_FT_TEXT, HD_KNOWN_ARRIVAL, false, NULL },
	{ "ai", HD_FT_TEXT, HD_KNOWN_OUTCOME, true, NULL },
	{ "ai.handoff", HD_FT_TEXT, HD_KNOWN_OUTCOME, false, NULL },
	{ "agent", HD_FT_TEXT, HD_KNOWN_OUTCOME, true, NULL },
	{ "agent.first", HD_FT_TEXT, HD_KNOWN_OUTCOME, false, NULL },
	{ "note", HD_FT_TEXT, HD_KNOWN_OUTCOME, true, NULL },
	{ "answer", HD_FT_TEXT, HD_KNOWN_OUTCOME, false, NULL },
	{ "page", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL },
	{ "action", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL },
	{ "ticket.channel", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL },
	{ "ticket.brand", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL },
	{ "ticket.form", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL },
	{ "ticket.category", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL },
	{ "ticket.priority", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL },
	{ "ticket.language", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL },
	{ "ticket.hour", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL },
	{ "ticket.tag", HD_FT_LIST, HD_KNOWN_ARRIVAL, false, NULL },
	{ "ticket.field", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL },
	{ "account.plan", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL },
	{ "account.age", HD_FT_DURATION, HD_KNOWN_ARRIVAL, false, NULL },
	{ "account.arr", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL },
	{ "account.mrr", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL },
	{ "account.churn", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL },
	{ "account.health", HD_FT_STRING, HD_KNOWN_ARRIVAL, false, NULL },
	{ "account.seats", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL },
	{ "account.bad_csat", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL },
	{ "account.tickets_90d", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL },
	{ "account.open", HD_FT_NUMBER, HD_KNOWN_ARRIVAL, false, NULL },
	{ "account.advocate", HD_FT_BOOL, HD_KNOWN_ARRIVAL, false, NULL },
	{ "account.failure_30d", HD_FT_BOOL, HD_KNOWN_ARRIVAL, false, NULL },
	{ "requester.first_contact", HD_FT_BOOL, HD_KNOWN_ARRIVAL, false,
	    NULL },
	{ "ticket.reopens", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL },
	{ "ticket.messages", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL },
	{ "ticket.customer_turns", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false,
	    NULL },
	{ "ticket.ai_turns", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL },
	{ "ticket.agent_turns", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL },
	{ "ticket.transfers", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL },
	{ "ticket.handoff", HD_FT_BOOL, HD_KNOWN_OUTCOME, false, NULL },
	{ "ticket.first_reply", HD_FT_DURATION, HD_KNOWN_OUTCOME, false, NULL },
	{ "ticket.handle", HD_FT_DURATION, HD_KNOWN_OUTCOME, false, NULL },
	{ "ticket.csat", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL },
	{ "ticket.wants_human", HD_FT_BOOL, HD_KNOWN_OUTCOME, false, NULL },
	{ "ticket.solved", HD_FT_BOOL, HD_KNOWN_OUTCOME, false, NULL },
	{ "cluster.size", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL },
	{ "cluster.share", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL },
	{ "cluster.durable", HD_FT_NUMBER, HD_KNOWN_OUTCOME, false, NULL },
	{ "path", HD_FT_ENUM, HD_KNOWN_OUTCOME, false, paths },
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
