/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HUBSPOT_H
#define HD_HUBSPOT_H

#include "ingest/vendor.h"

/*
 * What is said in HubSpot: threads of the inbox with their messages, and the
 * e-mails and notes of the CRM.  A thread is a ticket of its own, thread:ID,
 * with a link to the ticket that it is associated with.
 */

/* The first object of a type that a record is associated with. */
struct hd_str hd_hubspot_to(const struct hd_json *j, const char *type);

bool hd_hubspot_is_thread(const struct hd_json *j);
int hd_hubspot_thread(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
bool hd_hubspot_is_message(const struct hd_json *j);
int hd_hubspot_message(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
bool hd_hubspot_is_engagement(const struct hd_json *j);
int hd_hubspot_engagement(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);

#endif
