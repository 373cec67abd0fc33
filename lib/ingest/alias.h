/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ALIAS_H
#define HD_ALIAS_H

#include "ingest/mapping.h"

/* The alias table, for mapping.c. */

/* The target of a normalised name among the aliases of a kind. */
bool hd_alias_find(
    struct hd_str name, enum hd_rec_kind kind, struct hd_target *t);

/* Is a normalised name among these names of columns? */
bool hd_alias_in(const struct hd_str *names, size_t n, const char *name);

/*
 * A name as the tables hold it, in b: lower case, "_" and runs of blanks as one
 * blank, without a byte order mark and a trailing zone "(America/New_York)".
 */
void hd_alias_normal(struct hd_str name, struct hd_buf *b);
/* That zone, p NULL when the name has none. */
struct hd_str hd_alias_zone(struct hd_str name);

#endif
