/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FIGURE_H
#define HD_FIGURE_H

#include <stdbool.h>

#include "render/table.h"

/*
 * The figure: every number a user sees.  estimate, lo and hi are in the
 * metric's unit (shares 0-1, seconds, cents, counts); x and n numerator and
 * denominator, N the population spoken for.
 */
enum hd_status {
	HD_MEASURED,
	HD_ESTIMATED,
	HD_TRANSPORTED, /* ESTIMATED(transported): by another period's review */
	HD_ASSUMED,	/* ESTIMATED(assumed): a stated assumption stands in */
	HD_UNVERIFIED,
	HD_IMMATURE,
	HD_SUPPRESSED,
	HD_NOT_MEASURABLE,
	HD_INCOMPATIBLE,
};

struct hd_figure {
	const char *metric;
	const char *segment;	 /* "all" or "name=value,..." */
	double estimate, lo, hi; /* NaN: none */
	int64_t x, n, N;	 /* -1: none */
	int decimals; /* of estimate, lo and hi: 6 for shares, 0 for counts */
	const char *method, *definition;
	enum hd_status status;
};

extern const char *const hd_figure_columns[11];
const char *hd_status_name(enum hd_status s);
/* Its status leaves no number to show, whatever estimate is. */
bool hd_figure_hidden(const struct hd_figure *f);
/* estimate, lo and hi as cells of another table, none where none is shown. */
void hd_figure_limits(
    struct hd_table *t, const struct hd_figure *f, int decimals);
/* A row of a table begun with hd_figure_columns. */
void hd_figure_row(struct hd_table *t, const struct hd_figure *f);

#endif
