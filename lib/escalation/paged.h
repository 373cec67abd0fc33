/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PAGED_H
#define HD_PAGED_H

#include "base/hash.h"
#include "store/db.h"

/*
 * Where tickets come with the page that the customer had open: the sources,
 * brands and channels of which one does.  The value of each is 1.
 */
int hd_paged_read(struct hd_map *paged, struct hd_db *db, struct hd_err *err);
/* Append the key of one of them; p NULL: it has none. */
void hd_paged_key(struct hd_buf *b, struct hd_str source, struct hd_str brand,
    struct hd_str channel);

#endif
