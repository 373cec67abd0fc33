/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CLUSTERS_H
#define HD_CLUSTERS_H

#include "render/table.h"
#include "store/db.h"

/*
 * The answers that many tickets got, under a rule set, the most frequent first:
 * macros and articles that are there or should be.  A row a cluster with at
 * least five tickets of the selection, with the share of them that did not come
 * back (Wilson, 95 %), who gave the answer, their types, and the masked text of
 * the ticket that stands for them.  Uses the selection up.
 */
int hd_clusters_list(struct hd_db *db, int64_t ruleset, struct hd_out *out,
    enum hd_format f, const char *columns, struct hd_err *err);

#endif
