/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CSVCUT_H
#define HD_CSVCUT_H

#include <csv.h>

#include "ingest/csvline.h"

/*
 * Records of a table.  libcsv cuts them, strictly; where it cannot, the next
 * line that looks like a record is found, and what lies between is named.
 * What a record looks like is learned from the sound ones.
 */

/* The cells of a row, each ended by a NUL; ends[i] is where cell i's stands. */
struct hd_cells {
	struct hd_buf text;
	size_t *ends, n, cap;
	bool ended; /* the row has */
};

struct hd_csv {
	struct hd_csvline l;
	struct csv_parser p;
	char delimiter;
	bool lenient; /* mend what can be mended */
	struct hd_cells row;
	size_t first, last; /* lines of the record */
	const char *why;    /* it could not be read; borrowed */
	/* what a record looks like, as far as it is known */
	size_t width; /* cells; 0: not known */
	size_t id;    /* the cell that names it; SIZE_MAX: none */
	bool learned, digits, blanks;
	size_t shortest, longest; /* ids */
	struct hd_cells probe;	  /* of a line that might be a record */
};

enum hd_cut {
	HD_CUT_END,
	HD_CUT_ROW,
	HD_CUT_BAD,  /* lines first to last hold no record, and why */
	HD_CUT_OVER, /* they hold one past the limit */
};

/* What the first bytes say about how the table is written. */
struct hd_csvhead {
	char delimiter;
	bool cr;	 /* lines end with lone carriage returns */
	size_t preamble; /* lines before the header */
};
void hd_csv_head(
    struct hd_csvhead *h, struct hd_str head, const struct hd_mapping *map);

void hd_csv_init(struct hd_csv *c, struct hd_reader *r, size_t max,
    const struct hd_csvhead *h);
void hd_csv_release(struct hd_csv *c);
/* The next record, its cells borrowed until the next call. */
enum hd_cut hd_csv_next(struct hd_csv *c);
/* A second reading of what is still to come; c reads it again afterwards. */
void hd_csv_ahead(struct hd_csv *ahead, const struct hd_csv *c, FILE *tee);

struct hd_str hd_cell(const struct hd_cells *cells, size_t i);
/* This was the id of a sound record. */
void hd_csv_learn(struct hd_csv *c, struct hd_str id);
/* Does it look like the ids so far? */
bool hd_csv_is_id(const struct hd_csv *c, struct hd_str s);

/* A parser for hd_csv_feed(); ended by csv_free(). */
void hd_csv_parser(struct csv_parser *p, char delimiter, bool strict);
/* A line, with its end, to cells: false when the quoting is bad. */
bool hd_csv_feed(
    struct csv_parser *p, struct hd_cells *cells, struct hd_str line, bool cr);
bool hd_csv_finish(struct csv_parser *p, struct hd_cells *cells);
void hd_cells_reset(struct hd_cells *cells);
void hd_cells_release(struct hd_cells *cells);

#endif
