/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BRIEF_H
#define HD_BRIEF_H

#include "base/out.h"
#include "store/db.h"

/*
 * The brief of a ticket: who asks, what is known of the account, what happened
 * before, what the AI tried, how it was handed over, and how others like it were
 * resolved.  History is what was known when the ticket was created; of the talk
 * it is what stands before a person took over.  What is not known is said to be
 * so, and nothing is guessed.
 */
struct hd_briefopt {
	bool json;	       /* an object a line; else text */
	bool show_text;	       /* what customers wrote, and who they are */
	const char *languages; /* the path of languages.conf */
};

/* One a ticket of the selection, in key order. */
int hd_brief_tickets(struct hd_db *db, const struct hd_briefopt *o,
    struct hd_out *out, struct hd_err *err);
/*
 * That of an account, SOURCE:ID or an id that one source alone has, as of the
 * newest event imported; HD_EUSAGE when there is none.
 */
int hd_brief_account(struct hd_db *db, struct hd_str key,
    const struct hd_briefopt *o, struct hd_out *out, struct hd_err *err);

#endif
