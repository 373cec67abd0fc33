/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CHATWOOT_H
#define HD_CHATWOOT_H

#include "ingest/vendor.h"

/*
 * Messages of Chatwoot, nested or records of their own.  Users and contacts
 * are numbered each from 1: a contact is known as contact:7.
 */

/* What the status of a conversation was before the message at hand. */
struct hd_chatwoot_state {
	struct hd_str status; /* normalised, p NULL when not known */
	bool ai;	      /* an AI spoke, and no person after it */
};

struct hd_str hd_chatwoot_contact(struct hd_ingest *in, struct hd_str id);
/* Emit an agent whom another record names: {id, name, email}. */
int hd_chatwoot_agent(
    struct hd_ingest *in, const struct hd_json *agent, struct hd_err *err);
/* The answer in a survey's message, or NULL. */
const struct hd_json *hd_chatwoot_csat(const struct hd_json *message);
/* Emit one message as a message, a note, events or a survey's answer. */
int hd_chatwoot_message(struct hd_ingest *in, const struct hd_json *m,
    struct hd_str ticket, struct hd_chatwoot_state *state, struct hd_err *err);

#endif
