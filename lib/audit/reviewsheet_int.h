/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_REVIEWSHEET_INT_H
#define HD_REVIEWSHEET_INT_H

#include "audit/reviewsheet.h"

/* Shared by reviewsheet.c and reviewpage.c. */

/* What is read of a sample for its sheet. */
struct hd_reviewread {
	struct hd_stmt *tickets;  /* sql/sheet_tickets, bound */
	struct hd_stmt *messages; /* sql/show_messages */
	struct hd_buf types;	  /* of issues: see codepage.h */
};

/* The sheet as pages of Markdown. */
int hd_reviewpages(struct hd_reviewsheet *s, struct hd_reviewread *r,
    struct hd_out *out, struct hd_err *err);

#endif
