/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_KNOWN_H
#define HD_KNOWN_H

#include "base/hash.h"
#include "store/db.h"

/*
 * What a source knows of its tickets at all: the brands of which every eighth
 * ticket or more has a page, or the AIs that serve such tickets where it names
 * no brand; and whether any ticket has an account.  The value of each is 1.
 */
int hd_known_read(struct hd_map *known, struct hd_db *db, struct hd_err *err);

bool hd_known_pages(const struct hd_map *known, struct hd_str source,
    struct hd_str brand, struct hd_str ai);
bool hd_known_accounts(const struct hd_map *known, struct hd_str source);

#endif
