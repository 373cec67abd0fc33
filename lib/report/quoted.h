/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_QUOTED_H
#define HD_QUOTED_H

#include "report/report.h"
#include "store/thread.h"

/*
 * What people wrote in a ticket, as a report may show it: redacted unless
 * --show-text was given, in one line, and no longer than is read at a glance.
 */
struct hd_quoted {
	struct hd_redactor *redactor; /* the report's */
	struct hd_arena arena;
};

#define HD_QUOTED_MOST 600 /* bytes of a text */

/* The ticket whose people are looked up; end it in any case. */
int hd_quoted_begin(struct hd_quoted *q, struct hd_report *r, int64_t ticket,
    struct hd_err *err);
void hd_quoted_end(struct hd_quoted *q);
/* Borrowed until the end; p NULL stays NULL. */
struct hd_str hd_quoted(struct hd_quoted *q, struct hd_str text);
/* The same of what a thing is called. */
struct hd_str hd_quoted_label(struct hd_quoted *q, struct hd_str text);
/* The same of a whole message, without the history that mail programs quote. */
struct hd_str hd_quoted_message(
    struct hd_quoted *q, const struct hd_message *m);
/* "customer", "ai", "agent", else "system". */
const char *hd_quoted_role(enum hd_role role);

#endif
