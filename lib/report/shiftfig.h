/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SHIFTFIG_H
#define HD_SHIFTFIG_H

#include "report/report.h"
#include "report/types.h"

/* What moved a share, as figures of a report and in words. */

/* A share, and how SQL gives its tickets: rows (type, w, x), w 1 in the period. */
struct hd_shiftof {
	const char *metric;	/* "deflection" */
	const char *title;	/* "Deflection" */
	const char *definition; /* a view */
	enum hd_status status;	/* of a figure with numbers */
	struct hd_str rows;
};

/* The parts of a change: in all, and of a type. */
struct hd_shiftfigs {
	size_t rate, mix;
};
struct hd_shiftfigs hd_shift_all(struct hd_report *r,
    const struct hd_shiftof *of, const struct hd_typeshift *s);
struct hd_shiftfigs hd_shift_type(struct hd_report *r,
    const struct hd_shiftof *of, const struct hd_types *t,
    const struct hd_typeshift *s, size_t type);

/*
 * Why it moved, in the paragraph that is open; nothing where nothing can be said.
 */
void hd_shift_why(struct hd_report *r, const struct hd_shiftof *of,
    const struct hd_typeshift *s);

/* Append rows of a view in the windows of the report by `when`, a column. */
void hd_shift_rows(struct hd_buf *b, const struct hd_report *r,
    const char *view, const char *x, const char *when);

#endif
