/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CHANGE_H
#define HD_CHANGE_H

#include "report/report.h"
#include "stats/proportion.h"

/* Differences of two figures of a report, and what may be said of them. */

/*
 * The change from one figure of the document to the other, as a figure: limits are
 * those of MOVER over the limits of either, of shares Newcombe's.  HD_DOC_NONE
 * where either is or has no number.
 */
size_t hd_report_change(struct hd_report *r, size_t now, size_t before);
/* The same with limits that the caller has. */
size_t hd_report_difference(struct hd_report *r, size_t now, size_t before,
    const struct hd_interval *d);

enum hd_trend {
	HD_TREND_UNKNOWN, /* there is no change to look at */
	HD_TREND_NONE,	  /* none that the data can show */
	HD_TREND_UP,
	HD_TREND_DOWN,
};
enum hd_trend hd_report_trend(const struct hd_report *r, size_t change);

#endif
