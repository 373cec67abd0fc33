/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TABLE_H
#define HD_TABLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/json.h"
#include "base/out.h"

/*
 * Rows to bytes in every format.  TSV, CSV and JSON are written row by row; an
 * aligned table waits for its last row.  Text from tickets is made harmless
 * for whatever reads the format: a terminal, a spreadsheet.
 */

enum hd_format {
	HD_FMT_TABLE,
	HD_FMT_TSV,
	HD_FMT_CSV,
	HD_FMT_JSON, /* one object a line */
	HD_FMT_MD,
};

/* -f's word; NULL is table on a terminal and TSV elsewhere. */
int hd_format_read(
    const char *word, bool terminal, enum hd_format *f, struct hd_err *err);

struct hd_table {
	struct hd_out *out;
	enum hd_format format;
	bool header;
	const char *const *names; /* borrowed */
	size_t ncols;
	size_t *show, nshow; /* indexes of the columns printed, in order */
	struct hd_cellbuf {
		struct hd_buf s;
		bool null, number;
	} * row;
	size_t at;	    /* next column of the row being filled */
	struct hd_buf held; /* cells of an aligned table, NUL-terminated */
	size_t *widths, rows;
	bool *right; /* columns of numbers */
	struct hd_jgen gen;
};

/*
 * Begin.  columns: "a,c" as in -c, or NULL for all; an unknown name is
 * HD_EUSAGE.  header: a header line in TSV (tables always, listings on -H).
 */
int hd_table_begin(struct hd_table *t, struct hd_out *out, enum hd_format f,
    const char *const *names, size_t ncols, const char *columns, bool header,
    struct hd_err *err);

/* The cells of a row, in the order of names. */
void hd_table_text(struct hd_table *t, struct hd_str s); /* p NULL: no value */
void hd_table_cstr(struct hd_table *t, const char *s);	 /* NULL: no value */
void hd_table_int(struct hd_table *t, int64_t v);
void hd_table_index(struct hd_table *t, int64_t v); /* below 0: no value */
/* Rounded to so many decimals, half to even as the C library does. */
void hd_table_real(struct hd_table *t, double v, int decimals);
void hd_table_null(struct hd_table *t);
/* A time as ISO 8601 UTC. */
void hd_table_time(struct hd_table *t, int64_t v);
void hd_table_row(struct hd_table *t); /* the row is complete */
/* Write what is held; the table may not be used after. */
void hd_table_end(struct hd_table *t);

#endif
