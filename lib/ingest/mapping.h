/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MAPPING_H
#define HD_MAPPING_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/err.h"
#include "base/hash.h"
#include "store/record.h"

/*
 * Names in exports to columns of canonical records: the alias table, and a
 * file of the user's that comes first.
 */

/* Columns below 0 are no columns of the row. */
enum hd_target_col {
	HD_T_ID = -1,	       /* the record's own id */
	HD_T_TICKET = -2,      /* the ticket a message belongs to */
	HD_T_DESCRIPTION = -3, /* the first message */
	HD_T_PRIVATE = -4,     /* public, negated */
	HD_T_SINCE = -5,       /* from when the facts of an account row hold */
	HD_T_FACT = -6,	       /* a fact of the account: see hd_fact_name() */
	HD_T_IGNORE = -7,
	HD_T_KEY = -8,	    /* key of the ticket that a row says something of */
	HD_T_VERSION = -11, /* when this version of the row was written */
	HD_T_DOMAIN = -9,   /* domains of an account */
	HD_T_OTHER = -10,   /* no column: kept among the ticket's fields */
};

struct hd_target {
	int col;
	double unit; /* seconds a bare number counts; 0: not a duration */
};

/* A parsed --map FILE. */
struct hd_mapping {
	enum hd_rec_kind kind;
	bool kind_set;
	struct hd_map names; /* normalised name -> index of targets */
	struct hd_target *targets;
	size_t n, cap;
};

/*
 * Lines "column = name in the export", "#" comments, and at most one "type =
 * ticket|message|account".  The error names file and line.
 */
int hd_mapping_read(struct hd_mapping *m, const char *path, struct hd_err *err);
void hd_mapping_release(struct hd_mapping *m);

/*
 * Where a value of this name goes in a record of this kind; m may be NULL.
 * Names compare without case, with "_" as a blank.
 */
struct hd_target hd_target_of(
    const struct hd_mapping *m, enum hd_rec_kind kind, struct hd_str name);

/*
 * What a table with these column names holds: a ticket a row, a message a row,
 * or an account a row; and the vendor that writes such a header, or "generic".
 */
enum hd_rec_kind hd_table_kind(const struct hd_str *names, size_t n);
const char *hd_table_vendor(const struct hd_str *names, size_t n);

#endif
