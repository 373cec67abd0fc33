/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PAST_H
#define HD_PAST_H

#include "base/mem.h"
#include "store/db.h"

/*
 * What is known before a ticket is read: how often the AI resolved each type
 * for good when it had a ticket alone, and what reviewers said of tickets.
 */

struct hd_esctype {
	struct hd_str issue;
	int64_t known;	 /* tickets of the AI alone of which it is known */
	int64_t durable; /* of them, those it resolved for good */
};

struct hd_escreview {
	int64_t ticket;
	const char *code; /* a verdict of the audit `needed` */
};

struct hd_escpast {
	struct hd_esctype *types; /* by issue */
	size_t ntypes, typecap;
	struct hd_escreview *reviews; /* by ticket */
	size_t nreviews, reviewcap;
	struct hd_arena arena;
};

/* Zero it before; release in any case. */
int hd_escpast_read(struct hd_escpast *k, struct hd_db *db, struct hd_err *err);
void hd_escpast_release(struct hd_escpast *k);

/* k NULL: nothing is known.  NULL: nothing of that type or ticket. */
const struct hd_esctype *hd_escpast_type(
    const struct hd_escpast *k, struct hd_str issue);
const char *hd_escpast_review(const struct hd_escpast *k, int64_t ticket);

#endif
