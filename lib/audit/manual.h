/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MANUAL_H
#define HD_MANUAL_H

#include "rules/ruleset.h"
#include "store/db.h"

/*
 * Tags by hand: "dimension=value" for every ticket of the selection, or
 * "dimension=" to leave it to the rules again.  The tickets' tags are stale
 * then.  A dimension or value that the rule set does not have is HD_EUSAGE and
 * names those it has.
 */
int hd_manual_set(struct hd_db *db, const struct hd_ruleset *rs,
    const char *assignment, const char *why, struct hd_err *err);

#endif
