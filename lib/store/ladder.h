/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LADDER_H
#define HD_LADDER_H

#include "base/tstamp.h"
#include "store/select.h"

/*
 * What metrics are counted over.  A metric is a view with a column x over the view
 * ladder: 1, 0, a value, or NULL where it is not known.  Its estimate is avg(x), or the
 * median; its x sum(x), n count(x), N count(*).  The ladder of the tickets asked about
 * is worked out once, into a temporary table of that name, and temporary copies of the
 * metrics' views read it: the same definitions, faster.
 */

/* Where the tickets of a window come from: what makes its query. */
struct hd_window {
	int64_t since, until;
	enum hd_by by;
	const char *where; /* -w, NULL: none; borrowed */
	bool keys;	   /* tickets were named: no query tells them */
};

/* Begin without a ticket. */
int hd_ladder_begin(struct hd_db *db, struct hd_err *err);
/* Add the tickets of the selection, as window number win. */
int hd_ladder_add(struct hd_db *db, int win, struct hd_err *err);

/*
 * From now on n7 is what another column of the ladder says: "n7_24h", of every
 * ticket added.
 */
int hd_ladder_durable(struct hd_db *db, const char *column, struct hd_err *err);
/* Where and when the AI was on; HD_TIME_NONE, or p NULL: always, everywhere. */
struct hd_ai_on {
	int64_t since, until;
	struct hd_str channel, segment;
};
/* Fill n1 of every ticket added: it is in one of these. */
int hd_ladder_ai_on(
    struct hd_db *db, const struct hd_ai_on *on, size_t n, struct hd_err *err);

/*
 * Is it a column by which facts can be split: NULL (not at all), "segment" (a ticket
 * counts in each of its own), or a name of the view ladder?  HD_EUSAGE else.
 */
int hd_ladder_split(struct hd_db *db, const char *by, struct hd_err *err);
/*
 * Iterate by segment, then account: (segment, account, sum of x, known x, tickets, sum
 * of x squared) of a metric's view in a window.  segment is NULL where it is not
 * known; without `by` always.  Owned by caller.
 */
struct hd_stmt *hd_ladder_sums(struct hd_db *db, const char *view,
    const char *by, int win, struct hd_err *err);
/*
 * Work a metric's view out, for who asks of it again and again: the view "held" is a
 * copy of it until the next is held, with win, account, issue, complexity and x.
 */
int hd_ladder_hold(struct hd_db *db, const char *view, struct hd_err *err);
/* Iterate (issue, complexity, sum of x, known x) of a window by the first two. */
struct hd_stmt *hd_ladder_cells(
    struct hd_db *db, const char *view, int win, struct hd_err *err);
/* Iterate (segment, x) by segment, then x; what is not known comes first. */
struct hd_stmt *hd_ladder_values(struct hd_db *db, const char *view,
    const char *by, int win, struct hd_err *err);
/* Iterate keys by time, of those with x = 1 (hit) or x = 0; "" for `by` NULL. */
struct hd_stmt *hd_ladder_keys(struct hd_db *db, const char *view,
    const char *by, struct hd_str value, int win, bool hit, struct hd_err *err);
/*
 * The same of some of them, at most n, in no order that means anything.  Asked of
 * many values of a column, hd_ladder_index() of it comes first, once; it may be NULL
 * or "segment", which have none.
 */
int hd_ladder_index(struct hd_db *db, const char *by, struct hd_err *err);
struct hd_stmt *hd_ladder_few(struct hd_db *db, const char *view,
    const char *by, struct hd_str value, int win, size_t n, struct hd_err *err);

/* Was any ticket of a metric's view in a window watched for seven days?  1, 0, -1. */
int hd_ladder_old(
    struct hd_db *db, const char *view, int win, struct hd_err *err);

/*
 * Append the SQL that gives estimate, x, n and N of a metric's view for a window, one
 * row, in any SQLite client; nothing where none can.  value: of the column `by`, p
 * NULL: not known.
 */
void hd_ladder_query(struct hd_buf *b, const char *view, bool median,
    const char *by, struct hd_str value, const struct hd_window *w);

#endif
