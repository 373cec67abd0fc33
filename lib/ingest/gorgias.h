/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_GORGIAS_H
#define HD_GORGIAS_H

#include "ingest/ingest.h"

/* What the files of the Gorgias reader share; for them alone. */

/* gorgias_talk.c: the messages of a ticket, or a file of them. */
int hd_gorgias_talk(struct hd_ingest *in, const struct hd_json *ticket,
    struct hd_str id, struct hd_err *err);
bool hd_gorgias_is_message(const struct hd_json *j);
int hd_gorgias_message(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
/* A user or customer named in another record. */
int hd_gorgias_person(struct hd_ingest *in, const struct hd_json *j,
    enum hd_role role, struct hd_err *err);
bool hd_gorgias_is_person(const struct hd_json *j);
int hd_gorgias_someone(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
bool hd_gorgias_is_other(const struct hd_json *j);
int hd_gorgias_other(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);

/* gorgias_event.c: what happened, and what customers answered. */
bool hd_gorgias_is_event(const struct hd_json *j);
int hd_gorgias_event(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
/* The tag by which an AI gave a ticket away; the event tells when. */
int hd_gorgias_handover(struct hd_ingest *in, const struct hd_rec *ticket,
    struct hd_str tag, struct hd_str name, struct hd_err *err);
bool hd_gorgias_is_survey(const struct hd_json *j);
int hd_gorgias_answer(struct hd_ingest *in, const struct hd_json *j,
    struct hd_str ticket, struct hd_err *err);
int hd_gorgias_survey(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);

#endif
