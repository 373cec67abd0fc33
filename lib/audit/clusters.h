/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CLUSTERS_H
#define HD_CLUSTERS_H

#include "audit/rulejob.h"

/*
 * The answers that many tickets got, the most frequent first: macros and articles
 * that are there or should be.  ruleset: what the hash of a stored one begins
 * with, NULL the active one.  A row a cluster with at
 * least five tickets of the selection, with the share of them that did not come
 * back (Wilson, 95 %), who gave the answer, their types, and the masked text of
 * the ticket that stands for them.  Uses the selection up.
 */
int hd_clusters_list(
    const struct hd_rulejob *job, const char *ruleset, struct hd_err *err);

#endif
