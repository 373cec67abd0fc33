/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PLAYED_H
#define HD_PLAYED_H

#include "store/db.h"

/*
 * Tickets that colleagues played on the live site, to see whether the rules
 * hold: they count as tests, whatever is imported later, and are in no
 * population.
 */

/* The ticket was played as that journey; once more replaces it. */
int hd_played_put(struct hd_db *db, int64_t ticket, struct hd_str journey,
    struct hd_err *err);

#endif
