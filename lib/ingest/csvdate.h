/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CSVDATE_H
#define HD_CSVDATE_H

#include "ingest/csvcut.h"
#include "ingest/sheet.h"

/*
 * Day or month first, decided for each column of a table and not for each
 * value: one date that can be read in one way only decides for all.
 */
struct hd_csvdates {
	struct hd_csvdate {
		bool time;	 /* a column of times */
		bool open;	 /* it has dates, and none decides */
		size_t dmy, mdy; /* the lines that prove it, or 0 */
	} * cols;
	size_t n;
	bool scanned;
};

void hd_csvdates_init(struct hd_csvdates *d, const struct hd_sheet *sheet);
void hd_csvdates_release(struct hd_csvdates *d);

/*
 * The order in which a value of column i of the row at hand is to be read.
 * When it is not known yet, the rows to come are looked through, once, and c
 * gives them all the same.  -1 with HD_EDATA when the column has both orders,
 * with another code when looking ahead failed.
 */
int hd_csvdates_order(struct hd_csvdates *d, struct hd_csv *c, size_t i,
    struct hd_str value, enum hd_date_order *order, struct hd_err *err);

#endif
