/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SPOKEN_H
#define HD_SPOKEN_H

#include "report/report.h"

/* Words that many sections of a report use, and metrics of both its periods. */

/* "June 2026", in what is open. */
void hd_spoken(struct hd_report *r, const struct hd_docspan *s);
/*
 * ": up, +4.0 points (+1.2 to +6.8 points)", or that there is no change that the data can
 * show; nothing where the change is not known.
 */
void hd_spoken_change(struct hd_report *r, size_t change);

/* A metric of the period and of the one before it, HD_DOC_NONE: there is none. */
struct hd_beside {
	const char *title;
	int better; /* 1 more is, -1 less is, 0 */
	size_t now, before, change;
};
int hd_report_beside(struct hd_report *r, const char *metric,
    struct hd_beside *c, struct hd_err *err);

#endif
