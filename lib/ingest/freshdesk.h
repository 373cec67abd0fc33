/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FRESHDESK_H
#define HD_FRESHDESK_H

#include "ingest/ingest.h"

/* What the files of the Freshdesk reader share; for them alone. */

#define HD_FRESHDESK_OUTBOUND 10 /* a ticket's source: we wrote first */

/* A number among the members, or -1. */
int64_t hd_freshdesk_code(const struct hd_json *j, const char *name);
/* The ticket's visible number: in version 1 `id` is an internal one. */
struct hd_str hd_freshdesk_id(const struct hd_json *ticket);

/* freshdesk_talk.c: the first message, and an array of replies and notes. */
int hd_freshdesk_description(
    struct hd_ingest *in, const struct hd_json *ticket, struct hd_err *err);
int hd_freshdesk_talk(struct hd_ingest *in, const struct hd_json *array,
    struct hd_str ticket, struct hd_err *err);
bool hd_freshdesk_is_conversation(const struct hd_json *j);
int hd_freshdesk_conversation(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);

/* freshdesk_rating.c: the ticket's ratings, and a file of them. */
int hd_freshdesk_ratings(struct hd_ingest *in, struct hd_rec *ticket,
    const struct hd_json *j, struct hd_err *err);
int hd_freshdesk_surveys(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str ticket, struct hd_err *err);
bool hd_freshdesk_is_rating(const struct hd_json *j);
int hd_freshdesk_rating(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);

/* freshdesk_event.c: time entries and activities. */
bool hd_freshdesk_is_time(const struct hd_json *j);
int hd_freshdesk_time(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
bool hd_freshdesk_is_activity(const struct hd_json *j);
int hd_freshdesk_activity(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);

/* freshdesk_people.c */
bool hd_freshdesk_is_contact(const struct hd_json *j);
int hd_freshdesk_contact(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
bool hd_freshdesk_is_agent(const struct hd_json *j);
int hd_freshdesk_agent(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
bool hd_freshdesk_is_group(const struct hd_json *j);
int hd_freshdesk_group(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
bool hd_freshdesk_is_company(const struct hd_json *j);
int hd_freshdesk_company(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);

#endif
