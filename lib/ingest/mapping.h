/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MAPPING_H
#define HD_MAPPING_H

#include <stdbool.h>

#include "base/buf.h"
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
	HD_T_DOMAIN = -9,   /* domains of an account */
	HD_T_OTHER = -10,   /* no column: kept among the ticket's fields */
	HD_T_VERSION = -11, /* when this version of the row was written */
	HD_T_STATIONS = -12, /* groups a ticket was in: transfers and one */
	HD_T_COMMENT = -13,  /* a message in a cell: "date;author;body" */
	HD_T_LINK = -14,     /* an address that ends in the ticket's id */
	HD_T_HTML = -15,     /* the body, or the description, as HTML */
	HD_T_WHO = -16,	     /* the requester's name, besides an id */
	HD_T_MAIL = -17,     /* and address */
	HD_T_MIN = -20,
};

struct hd_target {
	int col;
	int rank;	  /* of several names for one column the least counts */
	double unit;	  /* seconds a bare number counts; 0: not a duration */
	const char *fact; /* of HD_T_FACT */
};

struct hd_mapping;

/* What values of one name are for. */
struct hd_name {
	struct hd_target t[4];
	size_t n;
	size_t where; /* number of the first where of this name, or 0 */
	bool inside;  /* mapped names lead into its JSON: "name.member" */
};

/*
 * What a value of this name is for in a record of this kind; m may be NULL.
 * Names compare without case, with "_" as a blank.
 */
struct hd_name hd_name_of(
    const struct hd_mapping *m, enum hd_rec_kind kind, struct hd_str name);
/* The first of these, HD_T_OTHER when there is none. */
struct hd_target hd_target_of(
    const struct hd_mapping *m, enum hd_rec_kind kind, struct hd_str name);

/* Is it the name of a column of any kind of record? */
bool hd_name_known(const struct hd_mapping *m, struct hd_str name);

/*
 * What a table with these column names holds: a ticket a row, a message a row,
 * or an account a row.
 */
enum hd_rec_kind hd_table_kind(const struct hd_str *names, size_t n);
/* The CRM that names these, or "generic"; tables of helpdesks have shapes. */
const char *hd_table_vendor(const struct hd_str *names, size_t n);

#endif
