/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_OVERRIDE_H
#define HD_OVERRIDE_H

#include "store/db.h"

/*
 * Tags that a person decided: they stand whatever rules and models find, until
 * they are dropped.
 */

/* For the tickets of the selection; an older one of that dimension is replaced. */
int hd_override_put(struct hd_db *db, struct hd_str dimension,
    struct hd_str value, struct hd_str why, struct hd_err *err);
int hd_override_drop(
    struct hd_db *db, struct hd_str dimension, struct hd_err *err);
/* All tags of the selected tickets are stale now. */
int hd_override_stale(struct hd_db *db, struct hd_err *err);
/*
 * How many stand, over all tickets, and how many name a dimension or a value
 * that the rule set does not have.
 */
int hd_override_counts(struct hd_db *db, int64_t ruleset, int64_t *stand,
    int64_t *lost, struct hd_err *err);

#endif
