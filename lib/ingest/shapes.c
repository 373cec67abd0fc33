/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of vendors: see shape.h. */
#include <string.h>

#include "ingest/alias.h"
#include "ingest/shape.h"

/* The words that the records of the API have. */
static const struct hd_shape_word zendesk_words[] = {
	{ HD_TK_CHANNEL, "mail", "email" },
	{ HD_TK_CHANNEL, "email", "email" },
	{ HD_TK_CHANNEL, "web form", "web" },
	{ HD_TK_CHANNEL, "web", "web" },
	{ HD_TK_CHANNEL, "web service (api)", "api" },
	{ HD_TK_CHANNEL, "web service", "api" },
	{ HD_TK_CHANNEL, "api", "api" },
	{ HD_TK_CHANNEL, "chat", "chat" },
	{ HD_TK_CHANNEL, "messaging", "native_messaging" },
	{ HD_TK_CHANNEL, "phone call (incoming)", "voice" },
	{ HD_TK_CHANNEL, "phone call (outgoing)", "voice" },
	{ HD_TK_CHANNEL, "phone call (incoming voicemail)", "voice" },
	{ HD_TK_CHANNEL, "voicemail", "voice" },
	{ HD_TK_CHANNEL, "phone", "voice" },
	{ HD_TK_CHANNEL, "closed ticket", "closed_ticket" },
	{ HD_TK_CHANNEL, "web widget", "web_widget" },
	{ HD_TK_CHANNEL, "help center post", "help_center" },
	{ HD_TK_CHANNEL, "mobile sdk", "mobile_sdk" },
	{ HD_TK_CHANNEL, "facebook", "facebook" },
	{ HD_TK_CHANNEL, "twitter", "twitter" },
	{ HD_TK_PRIORITY, "low", "low" },
	{ HD_TK_PRIORITY, "normal", "normal" },
	{ HD_TK_PRIORITY, "high", "high" },
	{ HD_TK_PRIORITY, "urgent", "urgent" },
	{ HD_TK_CATEGORY, "question", "question" },
	{ HD_TK_CATEGORY, "incident", "incident" },
	{ HD_TK_CATEGORY, "problem", "problem" },
	{ HD_TK_CATEGORY, "task", "task" },
	{ 0, NULL, NULL },
};

/* A timer nobody started, a reply nobody gave: 0 is not what was measured. */
static const struct hd_shape_word freshdesk_words[] = {
	{ HD_TK_CHANNEL, "email", "email" },
	{ HD_TK_CHANNEL, "portal", "portal" },
	{ HD_TK_CHANNEL, "phone", "phone" },
	{ HD_TK_CHANNEL, "forum", "forum" },
	{ HD_TK_CHANNEL, "twitter", "twitter" },
	{ HD_TK_CHANNEL, "facebook", "facebook" },
	{ HD_TK_CHANNEL, "chat", "chat" },
	{ HD_TK_CHANNEL, "mobihelp", "mobihelp" },
	{ HD_TK_CHANNEL, "feedback widget", "widget" },
	{ HD_TK_CHANNEL, "outbound email", "outbound" },
	{ HD_TK_CHANNEL, "e-commerce", "ecommerce" },
	{ HD_TK_CHANNEL, "ecommerce", "ecommerce" },
	{ HD_TK_CHANNEL, "bot", "bot" },
	{ HD_TK_PRIORITY, "low", "low" },
	{ HD_TK_PRIORITY, "medium", "medium" },
	{ HD_TK_PRIORITY, "high", "high" },
	{ HD_TK_PRIORITY, "urgent", "urgent" },
	{ HD_TK_HANDLE, "0:00", "-" },
	{ HD_TK_HANDLE, "00:00", "-" },
	{ HD_TK_HANDLE, "0:00:00", "-" },
	{ HD_TK_HANDLE, "00:00:00", "-" },
	{ HD_TK_FIRST_REPLY, "0:00", "-" },
	{ HD_TK_FIRST_REPLY, "00:00", "-" },
	{ HD_TK_FIRST_REPLY, "0:00:00", "-" },
	{ HD_TK_FIRST_REPLY, "00:00:00", "-" },
	{ HD_TK_RESOLUTION, "0:00", "-" },
	{ HD_TK_RESOLUTION, "00:00", "-" },
	{ HD_TK_RESOLUTION, "0:00:00", "-" },
	{ HD_TK_RESOLUTION, "00:00:00", "-" },
	{ 0, NULL, NULL },
};

static const struct hd_shape_word intercom_words[] = {
	{ HD_SU_RATED, "teammate", "agent" },
	{ HD_SU_RATED, "chatbot", "ai" },
	{ HD_SU_RATED, "fin ai agent", "ai" },
	{ 0, NULL, NULL },
};

static const char *const freshdesk_nothing[] = { "No Agent", "No Product",
	"No Group", "No Company", NULL };
static const char *const intercom_nothing[] = { "Unassigned", NULL };

static const struct hd_shape_column freshdesk_columns[] = {
	/* an id of the contact, or an address */
	{ "contact id", HD_TK_REQUESTER },
	{ "product", HD_TK_BRAND },
	{ NULL, 0 },
};

static const struct hd_shape_column intercom_csat[] = {
	{ "conversation id", HD_T_TICKET },
	{ "conversation rating", HD_SU_RAW },
	{ "conversation rating remark", HD_SU_COMMENT },
	{ "updated at", HD_SU_AT },
	{ "agent rated type", HD_SU_RATED },
	{ NULL, 0 },
};

static const struct hd_shape_column chatwoot_csat[] = {
	{ "link to the conversation", HD_T_LINK },
	{ "rating", HD_SU_RAW },
	{ "feedback comment", HD_SU_COMMENT },
	{ "recorded date", HD_SU_AT },
	{ NULL, 0 },
};

static const struct hd_shape_column prodsight[] = {
	{ "message id", HD_T_ID },
	{ "conversation id", HD_T_TICKET },
	{ "message body", HD_T_HTML },
	{ "message created at", HD_MS_AT },
	{ "message author type", HD_MS_SAID },
	{ "message author id", HD_MS_AUTHOR },
	{ NULL, 0 },
};

static const struct hd_shape_column front_messages[] = {
	{ "message api id", HD_T_ID },
	{ "message id", HD_T_ID },
	{ "conversation api id", HD_T_TICKET },
	{ "conversation id", HD_T_TICKET },
	{ "message date", HD_MS_AT },
	{ "extract", HD_MS_BODY },
	{ "author", HD_T_OTHER },
	{ NULL, 0 },
};

static const struct hd_shape_column front_activities[] = {
	{ "activity api id", HD_T_ID },
	{ "activity id", HD_T_ID },
	{ "conversation api id", HD_T_TICKET },
	{ "conversation id", HD_T_TICKET },
	{ "message date", HD_EV_AT },
	{ "type", HD_T_OTHER },
	{ NULL, 0 },
};

static const struct hd_shape_column jira_columns[] = {
	{ "issue key", HD_T_ID },
	{ "comment", HD_T_COMMENT },
	{ "status category", HD_T_OTHER },
	{ NULL, 0 },
};

static const char chatwoot_report[] =
    "skipped: a report of figures by agent, inbox or label, which holds no "
    "tickets: export the conversations through the API";

static const struct hd_shape shapes[] = {
	{ .vendor = "zendesk",
	    .marks = { "summation column" },
	    .who = "requester",
	    .mail = "requester email",
	    .tag_sep = ' ',
	    .typed = true,
	    .words = zendesk_words,
	    .emit = hd_marked_row },
	{ .vendor = "zendesk",
	    .marks = { "requester external id" },
	    .who = "requester",
	    .mail = "requester email",
	    .tag_sep = ' ',
	    .typed = true,
	    .words = zendesk_words,
	    .emit = hd_marked_row },
	{ .vendor = "zendesk",
	    .marks = { "ticket created - timestamp" },
	    .who = "requester name",
	    .mail = "requester email",
	    .repeats = true,
	    .words = zendesk_words,
	    .emit = hd_marked_row },
	{ .vendor = "zendesk",
	    .marks = { "ticket id", "ticket group", "requester name" },
	    .who = "requester name",
	    .mail = "requester email",
	    .repeats = true,
	    .words = zendesk_words,
	    .emit = hd_marked_row },
	{ .vendor = "zendesk",
	    .marks = { "ticket id", "ticket created - date" },
	    .who = "requester name",
	    .mail = "requester email",
	    .repeats = true,
	    .words = zendesk_words,
	    .emit = hd_marked_row },
	{ .vendor = "freshdesk",
	    .marks = { "agent interactions" },
	    .who = "full name",
	    .mail = "email",
	    .tag_sep = ',',
	    .columns = freshdesk_columns,
	    .words = freshdesk_words,
	    .nothing = freshdesk_nothing,
	    .emit = hd_marked_row },
	{ .vendor = "freshdesk",
	    .marks = { "ticket id", "due by time", "last update time" },
	    .who = "full name",
	    .mail = "email",
	    .tag_sep = ',',
	    .columns = freshdesk_columns,
	    .words = freshdesk_words,
	    .nothing = freshdesk_nothing,
	    .emit = hd_marked_row },
	{ .vendor = "freshservice",
	    .marks = { "ticket id", "experience score" },
	    .who = "requester name",
	    .mail = "requester email",
	    .tag_sep = ',',
	    .nothing = freshdesk_nothing },
	{ .vendor = "freshservice",
	    .marks = { "ticket id", "requester name", "created time" },
	    .who = "requester name",
	    .mail = "requester email",
	    .tag_sep = ',',
	    .nothing = freshdesk_nothing },
	{ .vendor = "intercom",
	    .marks = { "conversation id", "agent rated type" },
	    .kind = HD_REC_SURVEY,
	    .columns = intercom_csat,
	    .words = intercom_words,
	    .emit = hd_csat_row },
	{ .vendor = "intercom",
	    .marks = { "fin ai agent resolution state" },
	    .who = "user name",
	    .mail = "user email",
	    .tag_sep = ',',
	    .nothing = intercom_nothing,
	    .emit = hd_intercom_row },
	{ .vendor = "intercom",
	    .marks = { "conversation id", "conversation started at",
		"teammate currently assigned" },
	    .who = "user name",
	    .mail = "user email",
	    .tag_sep = ',',
	    .nothing = intercom_nothing,
	    .emit = hd_intercom_row },
	{ .vendor = "intercom",
	    .marks = { "message author type", "conversation state",
		"message body" },
	    .kind = HD_REC_MESSAGE,
	    .columns = prodsight,
	    .emit = hd_prodsight_row },
	{ .vendor = "front",
	    .marks = { "activity id", "conversation id", "type" },
	    .kind = HD_REC_EVENT,
	    .columns = front_activities,
	    .emit = hd_front_activity },
	{ .vendor = "front",
	    .marks = { "message id", "conversation id", "extract" },
	    .kind = HD_REC_MESSAGE,
	    .columns = front_messages,
	    .emit = hd_front_row },
	{ .vendor = "chatwoot",
	    .marks = { "link to the conversation", "rating" },
	    .kind = HD_REC_SURVEY,
	    .columns = chatwoot_csat,
	    .emit = hd_csat_row },
	{ .vendor = "chatwoot",
	    .marks = { "avg first response time", "avg resolution time" },
	    .skip = chatwoot_report },
	{ .vendor = "jira",
	    .marks = { "issue key", "issue type" },
	    .columns = jira_columns,
	    .emit = hd_jira_row },
	{ .vendor = "osticket",
	    .marks = { "ticket number", "help topic" },
	    .who = "from",
	    .mail = "from email" },
	{ .vendor = "hubspot",
	    .marks = { "ticket name", "pipeline" },
	    .tag_sep = ';' },
};

const struct hd_shape *
hd_shape_of(const struct hd_str *names, size_t n)
{
	const struct hd_shape *s;
	size_t k;

	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++) {
		s = &shapes[i];
		for (k = 0; k < 3 && s->marks[k] != NULL; k++)
			if (!hd_alias_in(names, n, s->marks[k]))
				break;
		if (k == 3 || s->marks[k] == NULL)
			return s;
	}
	return NULL;
}

const struct hd_shape *
hd_shape_for(const char *vendor, enum hd_rec_kind kind)
{
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
		if (shapes[i].kind == kind && shapes[i].skip == NULL &&
		    !shapes[i].repeats && strcmp(shapes[i].vendor, vendor) == 0)
			return &shapes[i];
	return NULL;
}

bool
hd_shape_person(
    const struct hd_shape *s, struct hd_str name, struct hd_target *t)
{
	struct hd_buf b = HD_BUF_INIT;

	*t = (struct hd_target){ HD_T_OTHER, 0, 0, NULL };
	hd_alias_normal(name, &b);
	if (s->who != NULL && hd_str_eq(hd_buf_str(&b), s->who))
		t->col = HD_T_WHO;
	if (s->mail != NULL && hd_str_eq(hd_buf_str(&b), s->mail))
		t->col = HD_T_MAIL;
	hd_buf_release(&b);
	return t->col != HD_T_OTHER;
}

bool
hd_shape_column(
    const struct hd_shape *s, struct hd_str name, struct hd_target *t)
{
	struct hd_buf b = HD_BUF_INIT;
	bool found = false;

	hd_alias_normal(name, &b);
	for (const struct hd_shape_column *c = s->columns;
	     c != NULL && c->name != NULL && !found; c++) {
		found = hd_str_eq(hd_buf_str(&b), c->name);
		if (found) /* before all aliases, in this order */
			*t = (struct hd_target){ c->col,
				(int)(c - s->columns) - 1000, 0, NULL };
	}
	hd_buf_release(&b);
	return found;
}

bool
hd_shape_nothing(const struct hd_shape *s, struct hd_str text)
{
	for (const char *const *w = s->nothing; w != NULL && *w != NULL; w++)
		if (hd_str_ieq(text, *w))
			return true;
	return false;
}

struct hd_str
hd_shape_word(const struct hd_shape *s, int col, struct hd_str text)
{
	for (const struct hd_shape_word *w = s->words;
	     w != NULL && w->word != NULL; w++)
		if (w->col == col && hd_str_ieq(text, w->word))
			return hd_str(w->value);
	return text;
}
