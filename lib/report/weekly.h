/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_WEEKLY_H
#define HD_WEEKLY_H

#include "report/blocks.h"
#include "report/report.h"

/* Series of weeks over the period and the one before it, but those cut by an end. */

struct hd_weeklyline {
	const char *metric, *name, *tone;
};

/*
 * A chart with a line for each metric, and the notes of hs-metrics; none where no
 * week has a number.
 */
int hd_report_weekly(struct hd_report *r, const struct hd_docchart *c,
    const struct hd_weeklyline *lines, size_t n, struct hd_err *err);

#endif
