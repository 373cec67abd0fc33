/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ROW_H
#define HD_ROW_H

#include "ingest/mapping.h"
#include "ingest/vendor.h"

struct hd_shape;

/*
 * A row of a table, or the members of an unknown JSON object, on the way to
 * canonical records: named values go in, a ticket with its first message, a
 * message, or an account with its facts comes out.
 */
struct hd_row {
	struct hd_ingest *in;
	struct hd_rec r;
	const struct hd_shape *shape; /* of the table; NULL: none we know */
	struct hd_str description;
	struct hd_str who, mail; /* of the requester */
	struct hd_row_other {
		struct hd_str name, text;
		struct hd_target t;
		const struct hd_zone *zone; /* of its column */
		enum hd_date_order order;   /* the same */
	} * others;			    /* in the record's arena */
	size_t n, cap;
	int64_t since;
	struct hd_str *where; /* what the wheres of the mapping file look at */
	bool dropped;	      /* they do not want this row */
	bool bad;	      /* a value was none, as why says */
	struct hd_err why;
	int rank[HD_TK_COUNT - HD_T_MIN]; /* of the name that filled a column */
	struct hd_str domains;		  /* of an account, as given */
};

void hd_row_begin(
    struct hd_row *row, struct hd_ingest *in, enum hd_rec_kind kind);
/* What values of this name are for; found once a name. */
struct hd_name hd_row_name(
    struct hd_ingest *in, enum hd_rec_kind kind, struct hd_str name);
/*
 * A value.  One that cannot be what its column is makes the row bad, which
 * hd_row_emit() tells.
 */
void hd_row_put(struct hd_row *row, struct hd_str name,
    const struct hd_name *what, struct hd_str text);
/* All members of a JSON value that the mapping file or an alias knows. */
void hd_row_members(
    struct hd_row *row, const struct hd_json *j, struct hd_str prefix);
/* What no column took, by its name; p NULL when there is none. */
struct hd_str hd_row_other(const struct hd_row *row, const char *name);
/* The same as a cell of a record. */
int hd_row_take(const struct hd_row *row, const char *name, struct hd_rec *r,
    int col, struct hd_err *err);
/* The currency that the row names, p NULL if none. */
struct hd_str hd_row_currency(const struct hd_row *row);
/* Is it known whose row it is: of a table or by a mapping file of a vendor? */
bool hd_row_of_vendor(const struct hd_row *row);
/*
 * Emit the record, without the description.  Nothing is emitted, and 0
 * returned, when the row is dropped.
 */
int hd_row_emit(struct hd_row *row, struct hd_err *err);
/* Emit the description as the first message, if there is one. */
int hd_row_description(struct hd_row *row, struct hd_err *err);
/*
 * Emit, once, a member of the team of whom the table has but the name, so that
 * what is said of people's names and --ai-author hold for them.
 */
int hd_row_member(struct hd_row *row, struct hd_str who, struct hd_err *err);

#endif
