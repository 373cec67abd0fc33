/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SIDE_H
#define HD_SIDE_H

#include "ingest/row.h"

/*
 * Files of our own that say something of tickets: surveys, suggestions and
 * labels, a row or an object each.  A ticket is named by its key, or by its id
 * where --source says whose.
 */

/* A row of such a kind is not emitted as it is. */
bool hd_is_side(enum hd_rec_kind kind);
/* The target of a normalised name in a file of this kind. */
bool hd_side_target(
    struct hd_str name, enum hd_rec_kind kind, struct hd_target *t);
/* Emit what the row says. */
int hd_side_emit(struct hd_row *row, struct hd_err *err);

#endif
