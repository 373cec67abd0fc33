/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_EXPLAIN_H
#define HD_EXPLAIN_H

#include "audit/tagset.h"
#include "render/table.h"

/*
 * Why the tickets of the selection have their tags: a row a condition that
 * held, with its rule, where it stands, and the words or the count that
 * decided; a row a default; and for a ticket whose answer others got too, what
 * they have in common.  ruleset: the id of the set in the
 * database.
 */
int hd_explain_selection(struct hd_db *db, const struct hd_tagset *set,
    int64_t ruleset, const char *languages, struct hd_out *out,
    enum hd_format f, const char *columns, struct hd_err *err);

#endif
