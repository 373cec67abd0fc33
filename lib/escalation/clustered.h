/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CLUSTERED_H
#define HD_CLUSTERED_H

#include "escalation/escalation.h"
#include "render/figure.h"

/* Values of tickets, those of one account being a cluster. */
struct hd_clustered {
	struct hd_clustervalue {
		int64_t account; /* below 0: the ticket stands for itself */
		double v;
	} * v;
	size_t n, cap;
};

/* What stands for the account of a ticket here. */
int64_t hd_clustered_account(const struct hd_escalation *e);
/* The value of a ticket of that account; NaN: it has none. */
void hd_clustered_add(struct hd_clustered *c, int64_t account, double v);
void hd_clustered_release(struct hd_clustered *c);

/*
 * The mean with limits: V = m / (m - 1) sum over the m accounts of (sum of its
 * tickets less their number times the mean)^2 / n^2 (Cochran 1977, 2.11) and
 * Student's t with m - 1 degrees of freedom.  One account: no limits.  Method
 * "t-cluster", x and N -1.
 */
struct hd_figure hd_clustered_mean(
    struct hd_clustered *c, const char *metric, const char *segment);
/* Of values 0 and 1 the share, see hd_wilson_cluster(); "wilson-cluster". */
struct hd_figure hd_clustered_rate(
    struct hd_clustered *c, const char *metric, const char *segment);
/* The median, see hd_median(); "median", x and N -1. */
struct hd_figure hd_clustered_median(
    struct hd_clustered *c, const char *metric, const char *segment);

#endif
