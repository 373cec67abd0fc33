/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_WORDS_H
#define HD_WORDS_H

#include "ingest/ingest.h"

/*
 * Cells that are words, for convert.c.  raw is as the export has it and is
 * kept; s is what the mapping file makes of it.  A word that nobody knows
 * leaves the column unknown.
 */
void hd_word_status(struct hd_rec *r, struct hd_str raw, struct hd_str s);
void hd_word_csat(struct hd_rec *r, struct hd_str raw, struct hd_str s);
void hd_word_state(struct hd_rec *r, struct hd_str raw, struct hd_str s);
void hd_word_role(struct hd_ingest *in, struct hd_rec *r, int col,
    struct hd_str raw, struct hd_str s);
/* Note what a record that was written has in words that nobody knows. */
void hd_words_unread(struct hd_ingest *in, const struct hd_rec *r);

#endif
