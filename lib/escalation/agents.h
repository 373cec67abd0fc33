/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_AGENTS_H
#define HD_AGENTS_H

#include "base/hash.h"
#include "store/db.h"

/*
 * What agents are called where findings are read: A1, A2 and so on in the order
 * in which they are met, or by their names.
 */
struct hd_agents {
	struct hd_map number; /* of SOURCE:AUTHOR */
	struct hd_stmt *name; /* NULL: numbers */
	struct hd_buf b;
};

/* named: by name, where the export has one. */
int hd_agents_init(
    struct hd_agents *a, struct hd_db *db, bool named, struct hd_err *err);
void hd_agents_release(struct hd_agents *a);
/*
 * Of an author of the ticket of that key; borrowed until the next call, p NULL
 * for an author that is not known.
 */
int hd_agents_call(struct hd_agents *a, struct hd_str key, struct hd_str author,
    struct hd_str *called, struct hd_err *err);

#endif
