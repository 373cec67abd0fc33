/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ZENDESK_INT_H
#define HD_ZENDESK_INT_H

#include "ingest/convert.h"
#include "ingest/parts.h"

/* Shared by the files of Zendesk's only: a pair of is and map a record type. */

/* The record's url has this part. */
bool hd_zd_url_has(const struct hd_json *j, const char *part);
/* Records that follow are of the account whose url this is. */
int hd_zd_source(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
/* The ticket a record names, else the last number of the file's name. */
int hd_zd_ticket_of(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str *ticket, struct hd_err *err);
/* Known, and not wanted. */
int hd_zd_skip(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);

/* What a tag says of an AI: its state's word, or NULL. */
const char *hd_zd_ai_tag(struct hd_str tag);
/* A channel in which people chat. */
bool hd_zd_chat_channel(struct hd_str via);
/* "SCRUBBED", which the vendor writes over what it deleted. */
bool hd_zd_scrubbed(struct hd_str s);
/* "Conversation with Ann": nobody said this. */
bool hd_zd_made_up(struct hd_str body);
/* A voicemail's "\n", two letters, as line feeds. */
struct hd_str hd_zd_line_feeds(struct hd_ingest *in, struct hd_str s);
/* Set raw and scale of an answer: good or bad, or one to five. */
void hd_zd_rating(struct hd_answer *a, struct hd_str score);
/* The figures of ticket_metrics in a ticket; m may be NULL. */
int hd_zd_metrics(struct hd_ingest *in, struct hd_rec *r,
    const struct hd_json *m, struct hd_err *err);

/* The ticket around a comment, as far as the record tells. */
struct hd_zd_about {
	struct hd_str id, requester; /* p NULL: not told */
	struct hd_str name;	     /* the requester's */
	int64_t ver;
};

/*
 * A comment as its messages: one, or the lines of a chat.  around: the audit
 * or ticket event that holds it, else NULL; seq -1: its place is not known.
 */
int hd_zd_comment(struct hd_ingest *in, const struct hd_json *c,
    const struct hd_json *around, const struct hd_zd_about *t, int64_t seq,
    struct hd_err *err);
/* The messages and joinings of a chat: an object with chat_id and history. */
int hd_zd_chat_history(struct hd_ingest *in, const struct hd_json *value,
    struct hd_str ticket, struct hd_err *err);
/* An event of the ticket at a time; what is p NULL stays unsaid. */
struct hd_zd_change {
	struct hd_str ticket, id, actor, field, old, new;
	int64_t at;
};
int hd_zd_change(
    struct hd_ingest *in, const struct hd_zd_change *c, struct hd_err *err);
/* These members, where they say something, become the ticket's fields. */
void hd_zd_keep(struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j,
    const char *const *names, size_t n);
#define HD_ZD_TYPE(name)                               \
	bool hd_zd_is_##name(const struct hd_json *j); \
	int hd_zd_##name(                              \
	    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err)

HD_ZD_TYPE(ticket);
HD_ZD_TYPE(lone_comment);
HD_ZD_TYPE(audit);
HD_ZD_TYPE(ticket_event);
HD_ZD_TYPE(ticket_metric);
HD_ZD_TYPE(engagement);
HD_ZD_TYPE(satisfaction_rating);
HD_ZD_TYPE(user);
HD_ZD_TYPE(organization);
HD_ZD_TYPE(log_entry);
HD_ZD_TYPE(message_event);
HD_ZD_TYPE(chat_event);
HD_ZD_TYPE(chat);
HD_ZD_TYPE(ai_conversation);

#endif
