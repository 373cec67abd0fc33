/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FRAME_H
#define HD_FRAME_H

#include "store/db.h"

/*
 * The frame of a sample while it is drawn: the temporary table `frame` with the
 * key of every selected ticket, what the tags say of the ceiling, and its stratum.
 */

/*
 * Fill it from the selection.  The first cut is what the tags say of the ceiling
 * (yes, no, unknown), so that it is one thing within a stratum; columns: of the
 * view tickets, or "handle" (thirds by handle time); a name that is neither is
 * HD_EUSAGE.  A stratum is called "ceiling=yes,issue=refund"; control
 * characters and commas of values are replaced, and what is unknown is called so.
 */
int hd_frame_fill(
    struct hd_db *db, const char *const *columns, size_t n, struct hd_err *err);

/*
 * Iterate: (stratum, ceiling, tickets) of the strata by name, and (key, stratum,
 * ticket) by key.  Owned by caller.
 */
struct hd_stmt *hd_frame_strata(struct hd_db *db, struct hd_err *err);
struct hd_stmt *hd_frame_keys(struct hd_db *db, struct hd_err *err);

#endif
