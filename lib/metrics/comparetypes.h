/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_COMPARETYPES_H
#define HD_COMPARETYPES_H

#include "base/hash.h"
#include "metrics/compare_int.h"

/* What is held of a metric (hd_ladder_hold()), by issue, in both windows. */

/* Of x over the accounts of a part: sums, and those of accounts' sums squared. */
struct hd_sums {
	double x, square, xx, xn, nn;
	int64_t n, N, m; /* known, all, accounts */
};

struct hd_type {
	const char *name;
	struct hd_sums w[2];
};

struct hd_bytype {
	struct hd_type *v; /* by name; "other" is last */
	size_t n, cap;
	struct hd_map place;
	struct hd_sums all[2];
};

struct hd_clusters hd_sums_clusters(const struct hd_sums *s);
/* Fill a struct of zeros; names are of x's arena.  Types below min_n are "other". */
int hd_bytype_read(
    struct hd_bytype *t, struct hd_comparing *x, struct hd_err *err);
void hd_bytype_release(struct hd_bytype *t);

#endif
