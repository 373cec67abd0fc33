/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SHIFTFIG_H
#define HD_SHIFTFIG_H

#include "report/report.h"
#include "report/types.h"

/* What moved a share, as figures of a report and in words. */

enum hd_shiftpart {
	HD_PART_RATE,	      /* what types did: Kitagawa */
	HD_PART_MIX,	      /* what came in */
	HD_PART_STANDARDISED, /* the mix of types and complexities held */
};

/*
 * A share, and how SQL gives its tickets: rows (type, cell, w, x), w 1 in the period
 * and 0 before it, cell their complexity.
 */
struct hd_shiftof {
	const char *metric;	/* "deflection" */
	const char *title;	/* "Deflection" */
	const char *definition; /* a view */
	struct hd_str rows;
};
/* Append rows of a view in the windows of the report by `when`, a column. */
void hd_shift_rows(struct hd_buf *b, const struct hd_report *r,
    const char *view, const char *x, const char *when);

/*
 * A part of a change as a figure: f has its numbers, n and status; issue p NULL: in
 * all.
 */
size_t hd_shift_figure(struct hd_report *r, const struct hd_shiftof *of,
    enum hd_shiftpart part, const struct hd_figure *f, struct hd_str issue);
/*
 * Why it moved, in the paragraph that is open; nothing where nothing can be said.
 */
void hd_shift_why(
    struct hd_report *r, enum hd_cause cause, size_t mix, size_t rate);

#endif
