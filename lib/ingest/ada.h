/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ADA_H
#define HD_ADA_H

#include "ingest/ingest.h"

/* What the files of the Ada reader share; for them alone. */

/* ada_talk.c: messages, and the rating of a conversation. */
bool hd_ada_is_message(const struct hd_json *j);
int hd_ada_message(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
int hd_ada_rating(struct hd_ingest *in, const struct hd_json *conversation,
    int64_t ver, struct hd_err *err);
/* What was said of people is the ticket's satisfaction. */
void hd_ada_csat(struct hd_rec *ticket, const struct hd_json *conversation);

#endif
