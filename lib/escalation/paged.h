/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PAGED_H
#define HD_PAGED_H

#include "base/hash.h"
#include "store/db.h"

/*
 * Where a page can be known: the sources, each with the brands of which a ticket
 * has one or, where the export names no brand, the AI who serves it.  The value
 * of each is 1.
 */
int hd_paged_read(struct hd_map *paged, struct hd_db *db, struct hd_err *err);
/* Append the key of one; brand p NULL: there is none. */
void hd_paged_key(struct hd_buf *b, struct hd_str source, struct hd_str brand,
    struct hd_str ai);

#endif
