/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SHEET_H
#define HD_SHEET_H

#include "ingest/row.h"

/*
 * A table that is being read: what its columns mean, and its rows on the way
 * to records.  The reader of a file hands over a header and the cells of each
 * row; it owns both, and what is kept is copied.
 */
struct hd_sheet {
	struct hd_ingest *in;
	const struct hd_shape *shape; /* NULL: of no known vendor */
	enum hd_rec_kind kind;
	const char *vendor;
	struct hd_sheet_column {
		struct hd_str name;
		struct hd_name what;
		const struct hd_zone *zone; /* of its times, NULL: --tz */
	} * columns;
	size_t n;
	/*
	 * Whether the day or the month is first in a date of column i; -1 with
	 * HD_EDATA when the column has both.  NULL, or set after opening.
	 */
	int (*order)(void *ctx, size_t i, struct hd_str value,
	    enum hd_date_order *order, struct hd_err *err);
	void *ctx;
	struct hd_arena arena;
};

/*
 * Repeated names are to be "NAME (2)" and so on.  -1 only when the job cannot
 * go on.
 */
int hd_sheet_open(struct hd_sheet *t, struct hd_ingest *in,
    const struct hd_str *names, size_t n, struct hd_err *err);
/* May column i hold times? */
bool hd_sheet_time(const struct hd_sheet *t, size_t i);
/*
 * A row of at most as many cells as the header has; cells live until the next,
 * and the caller resets the arena of in between rows.  1 for a sound row, 0
 * for one that is skipped or rejected.
 */
int hd_sheet_row(struct hd_sheet *t, const struct hd_str *cells, size_t n,
    struct hd_err *err);
/* After the last row: what could not be written before all were read. */
int hd_sheet_end(struct hd_sheet *t, struct hd_err *err);
void hd_sheet_release(struct hd_sheet *t);
/* Tell what the header lacks, or has and nobody reads: sheetnotes.c. */
void hd_sheet_notes(const struct hd_sheet *t);

#endif
