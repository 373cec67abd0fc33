/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RULECOLUMNS_H
#define HD_RULECOLUMNS_H

#include "base/mem.h"
#include "check/lint.h"
#include "store/db.h"

/*
 * The columns of the view rule_facts of a database, for lint: *v and the names
 * in it are the arena's.
 */
int hd_rule_columns(struct hd_db *db, struct hd_arena *arena,
    const struct hd_lintcolumn **v, size_t *n, struct hd_err *err);

#endif
