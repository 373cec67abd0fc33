/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_EXPLAIN_H
#define HD_EXPLAIN_H

#include "audit/tagset.h"
#include "render/table.h"

/*
 * Why the tickets of the selection have their tags: a row a condition that
 * held, with its rule, where it stands, and the words or the count that
 * decided; and a row a default.
 */
int hd_explain_selection(struct hd_db *db, const struct hd_tagset *set,
    const char *languages, struct hd_out *out, enum hd_format f,
    const char *columns, struct hd_err *err);

#endif
