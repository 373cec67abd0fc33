/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REGROUP_H
#define HD_REGROUP_H

#include "rules/ruleset.h"
#include "store/db.h"

/*
 * Group the answers stored under a rule set by their signatures (learn/neardup.h)
 * and store with each ticket which tickets have the same answer, how many, the
 * share of its type, and how many of them did not come back.  A ticket that came
 * back counts in those of others and has none itself.
 *
 * Then the selection is the tickets whose tags are other for it: those on which
 * a condition on cluster.size, .share or .durable now comes out differently.
 */
int hd_regroup(struct hd_db *db, const struct hd_ruleset *rs, int64_t ruleset,
    struct hd_err *err);

#endif
