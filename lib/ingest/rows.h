/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ROWS_H
#define HD_ROWS_H

#include "ingest/ingest.h"

struct hd_sheet;

/*
 * Rows of a table and JSON objects as they are, names and texts, for files that
 * hold no records: whoever fills in.rows of a struct hd_ingest takes them, and
 * needs no loader.
 */
struct hd_named {
	struct hd_str name, text; /* text: valid UTF-8, not trimmed */
};

struct hd_rows {
	/*
	 * A row, borrowed until it returns.  HD_EDATA rejects it and goes on,
	 * any other error ends the job.
	 */
	int (*take)(void *ctx, const struct hd_named *cells, size_t n,
	    struct hd_err *err);
	void *ctx;
};

/* Text made valid UTF-8 in form NFC, in the record's arena. */
void hd_clean(struct hd_ingest *in, struct hd_str *s);
/* For readers; they clean the texts, and tell of a row that is rejected. */
int hd_rows_take(
    struct hd_ingest *in, struct hd_named *cells, size_t n, struct hd_err *err);
/* The cells of a row; as hd_sheet_row(). */
int hd_rows_cells(struct hd_sheet *t, const struct hd_str *cells, size_t n,
    struct hd_err *err);
/* Spreadsheets are kept from taking text for a formula by a quote: without it. */
struct hd_str hd_unescaped(struct hd_str s);
/* The members of an object that are no arrays and objects. */
int hd_rows_object(
    struct hd_ingest *in, const struct hd_json *j, struct hd_err *err);
/* ": raise --max-record", if the program has that option. */
const char *hd_rows_raise(const struct hd_ingest *in);
/* A record over the limit, in words. */
const char *hd_rows_over(const struct hd_ingest *in);

#endif
