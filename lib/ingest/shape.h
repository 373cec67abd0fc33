/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SHAPE_H
#define HD_SHAPE_H

#include "ingest/row.h"

/*
 * The tables that vendors write, told by their headers, and what in them is
 * not said by the alias table: columns, words, how tags are cut.  A table more
 * is a line in shapes.c.
 */

/* A column of this table alone; it comes before the alias table. */
struct hd_shape_column {
	const char *name; /* normalised */
	int col;
};

/* A word of this table for one that is known. */
struct hd_shape_word {
	int col;
	const char *word, *value;
};

struct hd_shape {
	const char *vendor;
	const char *marks[3]; /* names that are all in the header */
	enum hd_rec_kind kind;
	char tag_sep;	  /* between tags; 0: comma, else blank */
	bool typed;	  /* "Severity [list]" is a column of the user's */
	bool repeats;	  /* a ticket has a row for each of its values */
	bool utc;	  /* times without a zone are UTC */
	const char *skip; /* no records: what it is */
	const char *who, *mail; /* names of the requester's name and address */
	const struct hd_shape_column *columns;
	const struct hd_shape_word *words;
	const char *const *nothing; /* words that say nothing */
	/* Emit the row; NULL: hd_row_emit() and the description. */
	int (*emit)(struct hd_row *row, struct hd_err *err);
};

/* The shape of a header, or NULL. */
const struct hd_shape *hd_shape_of(const struct hd_str *names, size_t n);
/* That of a vendor's table whose header does not tell, or NULL. */
const struct hd_shape *hd_shape_for(const char *vendor, enum hd_rec_kind kind);
/* Does the shape give this name a column of its own? */
bool hd_shape_column(
    const struct hd_shape *s, struct hd_str name, struct hd_target *t);
/* Does it say something of the requester?  The column keeps its other use. */
bool hd_shape_person(
    const struct hd_shape *s, struct hd_str name, struct hd_target *t);
bool hd_shape_nothing(const struct hd_shape *s, struct hd_str text);
/* The word that text stands for in a column, else text. */
struct hd_str hd_shape_word(
    const struct hd_shape *s, int col, struct hd_str text);

/* Rows that are more than one record. */
int hd_jira_row(struct hd_row *row, struct hd_err *err);
int hd_front_row(struct hd_row *row, struct hd_err *err);
int hd_front_activity(struct hd_row *row, struct hd_err *err);
int hd_intercom_row(struct hd_row *row, struct hd_err *err);
int hd_prodsight_row(struct hd_row *row, struct hd_err *err);
/* The same as without, but for what is in no population. */
int hd_marked_row(struct hd_row *row, struct hd_err *err);
int hd_csat_row(struct hd_row *row, struct hd_err *err);

#endif
