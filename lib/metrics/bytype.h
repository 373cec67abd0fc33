/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BYTYPE_H
#define HD_BYTYPE_H

#include "base/hash.h"
#include "base/mem.h"
#include "metrics/sums.h"
#include "stats/compare.h"

/*
 * A metric in two windows, 0 the one before and 1 the one after, type by type: what
 * came in, and how it went.
 */

struct hd_type {
	struct hd_str name; /* "unknown": of tickets of no type */
	struct hd_sums in[2];
};

/* Zero it, add both windows, settle it, release in any case. */
struct hd_bytype {
	struct hd_type *v;
	size_t n, cap;
	/* an account's tickets of all types are one cluster */
	struct hd_sums all[2];
	struct hd_map at; /* from the name to the index, until it is settled */
	struct hd_arena arena;
};

/*
 * Add the rows (type, account, x, n, N, square) of a statement, as of
 * hd_ladder_sums(), which is closed.
 */
int hd_bytype_add(
    struct hd_bytype *t, int window, struct hd_stmt *st, struct hd_err *err);
/*
 * Put types in the order of their names; those of less than `least` tickets in both
 * windows together become one, "other", which is last.
 */
void hd_bytype_settle(struct hd_bytype *t, int64_t least);
/* A cell for each type; owned by caller. */
struct hd_compared *hd_bytype_cells(const struct hd_bytype *t);
void hd_bytype_release(struct hd_bytype *t);

#endif
