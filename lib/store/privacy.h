/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PRIVACY_H
#define HD_PRIVACY_H

#include "store/db.h"

/*
 * Erasing what requesters wrote and who they are, and copies of a database
 * without either.  Counts, times, roles and tags of rules stay, so that every
 * figure does.  What was forgotten is remembered by keyed hashes alone: an old
 * export does not bring it back.
 */

struct hd_forgot {
	int64_t requesters, tickets, messages;
};

/* Inside a transaction: take the names of requesters one by one, then erase. */
int hd_forget_begin(struct hd_db *db, struct hd_err *err);
/*
 * One requester: an e-mail address, SOURCE:ID, or an id in every source there
 * is.  *known: is anything of it here?
 */
int hd_forget_add(
    struct hd_db *db, struct hd_str who, bool *known, struct hd_err *err);
int hd_forget_all(struct hd_db *db, struct hd_forgot *n, struct hd_err *err);
/* After the commit: leave no byte of what was erased in the file. */
int hd_forget_scrub(struct hd_db *db, struct hd_err *err);

/*
 * Write a copy for others under a name that does not exist yet, whole or not
 * at all.
 */
int hd_redacted_copy(struct hd_db *db, const char *out, struct hd_err *err);

#endif
