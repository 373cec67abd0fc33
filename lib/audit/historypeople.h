/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HISTORYPEOPLE_H
#define HD_HISTORYPEOPLE_H

#include "audit/history.h"
#include "store/db.h"

/*
 * What people said of the tickets of the selection, beside what rules say: the
 * judged and corrected of struct hd_rulehistory.  Read once, in the order of
 * tickets.
 */
struct hd_historypeople;

/* Owned by caller; the selection must stay as it is until it is freed. */
struct hd_historypeople *hd_historypeople_new(
    struct hd_db *db, struct hd_history *h, struct hd_err *err);
void hd_historypeople_free(struct hd_historypeople *p); /* NULL is allowed */
/* For the ticket added to the history last. */
int hd_historypeople_add(struct hd_historypeople *p,
    const struct hd_sighting *s, struct hd_err *err);
/*
 * After the last, and hd_history_end(): a tag that nobody ever corrects may be
 * right, or nobody uses `hs-tag set`; then there is nothing to tell.
 */
void hd_historypeople_end(struct hd_historypeople *p);

#endif
