/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MEASURED_H
#define HD_MEASURED_H

#include "metrics/metric.h"
#include "report/report.h"

/*
 * Metrics as figures of a report's document: measured over one of its windows,
 * with the query that gives the same, the command that lists the tickets, and
 * some of those.
 */

/* The word for a unit that a figure of the document wants. */
const char *hd_report_unit(enum hd_unit unit);

/* A metric of the whole window. */
int hd_report_metric(struct hd_report *r, const char *metric,
    enum hd_reportwin win, size_t *fig, struct hd_err *err);

struct hd_reportparts {
	struct hd_reportpart {
		struct hd_str value; /* p NULL: not known; the doc's */
		size_t fig;
	} * v;
	size_t n, cap;
};

/*
 * A metric for each part of the window `by` a column (hd_ladder_split()), in the
 * order of values; parts is emptied first and released by the caller.
 */
int hd_report_split(struct hd_report *r, const char *metric,
    enum hd_reportwin win, const char *by, struct hd_reportparts *parts,
    struct hd_err *err);
void hd_reportparts_release(struct hd_reportparts *parts);
/* The figure of a value, HD_DOC_NONE: there is none. */
size_t hd_reportparts_find(
    const struct hd_reportparts *parts, struct hd_str value);

/* Name the tickets of the figures that are used; once, in the end. */
int hd_report_keys(struct hd_report *r, struct hd_err *err);

#endif
