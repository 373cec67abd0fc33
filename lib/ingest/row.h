/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ROW_H
#define HD_ROW_H

#include "ingest/mapping.h"
#include "ingest/vendor.h"

/*
 * A row of a table, or the members of an unknown JSON object, on the way to
 * canonical records: named values go in, a ticket with its first message, a
 * message, or an account with its facts comes out.
 */
struct hd_row {
	struct hd_ingest *in;
	struct hd_rec r;
	struct hd_str description;
	struct hd_row_other {
		struct hd_str name, text;
		struct hd_target t;
	} * others; /* in the record's arena */
	size_t n, cap;
	int64_t since;
	struct hd_str domains; /* of an account, as given */
};

void hd_row_begin(
    struct hd_row *row, struct hd_ingest *in, enum hd_rec_kind kind);
/* Where values of this name go; found once a name. */
struct hd_target hd_row_target(
    struct hd_ingest *in, enum hd_rec_kind kind, struct hd_str name);
/* A value; -1 with HD_EDATA when it cannot be what its column is. */
int hd_row_put(struct hd_row *row, struct hd_str name, struct hd_target t,
    struct hd_str text, struct hd_err *err);
/* The currency that the row names, p NULL if none. */
struct hd_str hd_row_currency(const struct hd_row *row);
/* Emit the record, without the description. */
int hd_row_emit(struct hd_row *row, struct hd_err *err);
/* Emit the description as the first message, if there is one. */
int hd_row_description(struct hd_row *row, struct hd_err *err);

#endif
