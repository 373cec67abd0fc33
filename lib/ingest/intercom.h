/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_INTERCOM_H
#define HD_INTERCOM_H

#include "ingest/ingest.h"

/* What the files of the Intercom reader share; for them alone. */

/*
 * Who wrote a part: unknown without an author, an AI on evidence alone, which
 * is set then.
 */
enum hd_role hd_intercom_role(
    const struct hd_json *author, const char **evidence);

/* The thread of one conversation or ticket. */
struct hd_intercom_thread {
	struct hd_str ticket;
	int64_t ver;
	const struct hd_json *parts; /* the first one, or NULL */
	size_t count;
};

/* The parts of a record, at "conversation_parts" or "ticket_parts". */
void hd_intercom_thread_init(struct hd_intercom_thread *t, struct hd_ingest *in,
    const struct hd_json *j, const char *name);
/* The first message, which is no part. */
int hd_intercom_source(struct hd_ingest *in, const struct hd_intercom_thread *t,
    const struct hd_json *j, struct hd_err *err);
/* Messages and events. */
int hd_intercom_parts(struct hd_ingest *in, const struct hd_intercom_thread *t,
    struct hd_err *err);
/* intercom_handoff.c: did an AI take part? */
bool hd_intercom_ai(
    const struct hd_intercom_thread *t, const struct hd_json *j);
/* The moment when the AI gave the conversation to people, if it did. */
int hd_intercom_handoff(struct hd_ingest *in,
    const struct hd_intercom_thread *t, const struct hd_json *j,
    struct hd_err *err);

/* intercom_more.c: what conversations and tickets have alike. */
void hd_intercom_tags(struct hd_ingest *in, struct hd_rec *r,
    const struct hd_intercom_thread *t, const struct hd_json *j);
int hd_intercom_tag_events(struct hd_ingest *in,
    const struct hd_intercom_thread *t, const struct hd_json *j,
    struct hd_err *err);
/* An id at a path, unless it is 0: nobody. */
void hd_intercom_who(
    struct hd_rec *r, int col, const struct hd_json *j, const char *name);
/* The first contact and its first company. */
void hd_intercom_requester(struct hd_rec *r, const struct hd_json *j);
/* The ticket of another helpdesk that this one became. */
void hd_intercom_link(
    struct hd_ingest *in, struct hd_rec *r, const struct hd_json *j);

/* intercom_rating.c */
int hd_intercom_rating(struct hd_ingest *in, struct hd_rec *r,
    const struct hd_json *j, bool ai, struct hd_err *err);
int hd_intercom_surveys(struct hd_ingest *in,
    const struct hd_intercom_thread *t, const struct hd_json *j, bool ai,
    struct hd_err *err);

/* intercom_people.c */
bool hd_intercom_is_contact(const struct hd_json *j);
int hd_intercom_contact(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
bool hd_intercom_is_admin(const struct hd_json *j);
int hd_intercom_admin(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
bool hd_intercom_is_company(const struct hd_json *j);
int hd_intercom_company(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
bool hd_intercom_is_team(const struct hd_json *j);
int hd_intercom_team(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
bool hd_intercom_is_other(const struct hd_json *j);
int hd_intercom_other(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);

/* intercom_ticket.c */
bool hd_intercom_is_ticket(const struct hd_json *j);
int hd_intercom_ticket(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
/* new, open, pending, solved for a ticket's state, or NULL. */
const char *hd_intercom_state(struct hd_str state);

#endif
