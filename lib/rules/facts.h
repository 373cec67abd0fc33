/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FACTS_H
#define HD_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * The facts that rules may test without declaring them: a table, and nothing
 * about where their values come from.
 */

enum hd_ftype {
	HD_FT_TEXT, /* tested by patterns only */
	HD_FT_STRING,
	HD_FT_LIST, /* of strings */
	HD_FT_NUMBER,
	HD_FT_DURATION, /* seconds */
	HD_FT_BOOL,
	HD_FT_ENUM,
};

/* When a value is known. */
enum hd_known {
	HD_KNOWN_ARRIVAL, /* when the ticket opens */
	HD_KNOWN_OUTCOME, /* later; unset at stage open */
	HD_KNOWN_VIEW,	  /* declared: the database view says */
};

/* What a number can be; whole ones are counts, or seconds of the clock. */
enum hd_range {
	HD_RANGE_ANY,
	HD_RANGE_WHOLE, /* 0, 1, 2 and so on */
	HD_RANGE_HOUR,	/* 0 to 23 */
};

struct hd_fact {
	const char *name; /* ticket.field stands for every ticket.field("X") */
	enum hd_ftype type;
	enum hd_known known;
	bool each;		   /* one text a message */
	const char *const *values; /* of an enum, NULL-terminated */
	enum hd_range range;	   /* of numbers and durations */
};

/* The table, in the order of the manual; *n gets its length. */
const struct hd_fact *hd_facts(size_t *n);
/* The fact of that name, or NULL. */
const struct hd_fact *hd_fact_find(struct hd_str name);
/* Known only once the ticket has ended: unset wherever a route is asked. */
bool hd_fact_late(struct hd_str name);
/* Can a rule set declare a dimension of that name? */
bool hd_dimension_name(struct hd_str name);
/* The keyword of a type in a field line; false when there is none such. */
bool hd_ftype_parse(struct hd_str s, enum hd_ftype *type);
const char *hd_ftype_name(enum hd_ftype type);

#endif
