/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_NOTES_H
#define HD_NOTES_H

#include "ingest/ingest.h"

/* What a user should know of an import besides its counts. */

/*
 * After the last input: what the user should know of it, a line each, as names
 * of the mapping file that are in no header and words that nobody knows.
 */
void hd_ingest_notes(const struct hd_ingest *in,
    void (*say)(void *ctx, const char *text), void *ctx);
/* Something to tell of the file at hand that is no record's fault. */
void hd_ingest_note(struct hd_ingest *in, const char *text);
/* A word of a column that says nothing to us; it is kept, and told once. */
void hd_word_unread(
    struct hd_ingest *in, const char *column, struct hd_str word);

#endif
