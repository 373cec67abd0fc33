/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HELPSCOUT_H
#define HD_HELPSCOUT_H

#include "ingest/vendor.h"

/* Threads and ratings of Help Scout, nested or records of their own. */

/* The word for a rating: great, okay, not good, or "" for none. */
struct hd_str hd_helpscout_rating(struct hd_str raw);
/* Emit a rating as a survey. */
int hd_helpscout_rate(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str ticket, struct hd_err *err);
/* A line of the history, nobody's message. */
bool hd_helpscout_lineitem(const struct hd_json *t);
/* Emit one thread as a message or an event. */
int hd_helpscout_thread(struct hd_ingest *in, const struct hd_json *t,
    struct hd_str ticket, struct hd_err *err);
/*
 * The same of a thread that is a record of its own: as the one before it is not
 * at hand, the status that it left is told, changed or not.
 */
int hd_helpscout_alone(struct hd_ingest *in, const struct hd_json *t,
    struct hd_str ticket, struct hd_err *err);
/* Emit all threads of a conversation and what changed from each to the next. */
int hd_helpscout_threads(struct hd_ingest *in, const struct hd_json *list,
    struct hd_str ticket, struct hd_err *err);

#endif
