/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FRONT_H
#define HD_FRONT_H

#include "ingest/vendor.h"

/* What is said and done in Front's conversations. */

/* A recipient's contact, else the handle. */
struct hd_str hd_front_customer(const struct hd_json *recipient);
/* The conversation a record is of: its address's, else the file name's. */
int hd_front_conversation(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str *id, struct hd_err *err);

int hd_front_message(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
int hd_front_comment(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
int hd_front_event(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);

#endif
