/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CSVNOTE_H
#define HD_CSVNOTE_H

#include "ingest/csvcut.h"

/* What a row of a table is, when it is no record. */
enum hd_csvrow {
	HD_CSVROW_RECORD,
	HD_CSVROW_BLANK,  /* empty cells only */
	HD_CSVROW_HEADER, /* the header once more */
	HD_CSVROW_TOTAL,  /* a word for a sum, and numbers */
	HD_CSVROW_NOTE,	  /* one cell of text: below the table a note */
};

/* header: the text of the header's cells, as they were cut. */
enum hd_csvrow hd_csv_row_is(const struct hd_csv *c, struct hd_str header);

#endif
