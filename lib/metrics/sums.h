/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SUMS_H
#define HD_SUMS_H

#include "stats/difference.h"
#include "store/db.h"

/*
 * Sums of a metric's x over the accounts of a part of the tickets: what its mean, its
 * interval with accounts as clusters and differences of such are worked out from.
 */
struct hd_sums {
	double x, square;  /* of x, of x^2 */
	double xx, xn, nn; /* of accounts' sums: x^2, x n, n^2 */
	int64_t n, N;	   /* tickets whose x is known, and all */
	int64_t accounts;  /* with any that is known */
};

/* Add an account's own: its sums of x and x^2, its n and N. */
void hd_sums_add(
    struct hd_sums *s, double x, double square, int64_t n, int64_t N);
/* The same from a row (part, account, x, n, N, square), as of hd_ladder_sums(). */
void hd_sums_row(struct hd_sums *s, struct hd_stmt *st);
/* Add another part's. */
void hd_sums_join(struct hd_sums *s, const struct hd_sums *more);

/* Of x that is 1 or 0. */
struct hd_clusters hd_sums_clusters(const struct hd_sums *s);
/* Wilson's and Student's interval, with the design effect; NaN where n is 0. */
struct hd_interval hd_sums_rate(const struct hd_sums *s);
struct hd_interval hd_sums_mean(const struct hd_sums *s);

#endif
