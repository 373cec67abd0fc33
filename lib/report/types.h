/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TYPES_H
#define HD_TYPES_H

#include "base/hash.h"
#include "base/mem.h"
#include "stats/compare.h"
#include "stats/proportion.h"
#include "store/db.h"

/*
 * A share in two windows, 0 the one before and 1 the one after, type by type: has
 * it changed, and was it what came in or how it was handled?
 */

/* x of n, with the sums over accounts that an interval needs. */
struct hd_typesum {
	int64_t x, n, accounts;
	double xx, xn, nn;
};

struct hd_type {
	struct hd_str name; /* "unknown": of tickets of no type */
	struct hd_typesum in[2];
};

/* Zero it, add both windows, release in any case. */
struct hd_types {
	struct hd_type *v; /* in the order in which they came */
	size_t n, cap;
	struct hd_typesum all[2];
	struct hd_map at; /* from the name to the index */
	struct hd_arena arena;
};

/* Add the rows (type, account, x, n, ...) of a statement, which is closed. */
int hd_types_add(
    struct hd_types *t, int window, struct hd_stmt *st, struct hd_err *err);
/* Types of less than `least` tickets in both together become one, "other". */
void hd_types_merge(struct hd_types *t, int64_t least);
void hd_types_release(struct hd_types *t);

/* Its interval, accounts as clusters. */
struct hd_interval hd_typesum_interval(const struct hd_typesum *s);

struct hd_typeshift {
	struct hd_interval before, after, change;
	struct hd_kitagawa k; /* change = k.rate + k.mix */
	struct hd_interval
	    rate; /* k.rate with limits, the mix taken as it is */
	struct hd_kitagawa_row *rows; /* one a type */
	int64_t n;		      /* tickets, of both windows */
};

/* What moved the share; release it. */
void hd_types_shift(const struct hd_types *t, struct hd_typeshift *s);
void hd_typeshift_release(struct hd_typeshift *s);

/* What can be said of a change, its part by rates and that by the mix. */
enum hd_cause {
	HD_SHIFT_NONE,	 /* no change that the data can show */
	HD_SHIFT_HIDDEN, /* none in all, but rates moved against the mix */
	HD_SHIFT_MIX,	 /* and no change of rates that the data can show */
	HD_SHIFT_RATE,	 /* most of it */
	HD_SHIFT_BOTH,
	HD_SHIFT_UNKNOWN, /* a window is empty, or has no interval */
};
enum hd_cause hd_shift_cause(const struct hd_interval *change,
    const struct hd_interval *rate, double mix);

#endif
