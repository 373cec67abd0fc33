/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MEASURE_H
#define HD_MEASURE_H

#include "metrics/metric.h"
#include "store/ladder.h"

/* Figures of metrics over the windows of store/ladder.h, with their intervals. */

struct hd_measure {
	struct hd_db *db;
	int win;
	const char *prefix; /* of every segment, "period=2026-06"; NULL: none */
	int64_t min_n;	    /* a figure of fewer tickets is not shown */
	/*
	 * Where they go.  by and value say which part of the window it is, value with
	 * p NULL where it is not known; borrowed until it returns.
	 */
	void (*give)(void *ctx, const struct hd_metric *m,
	    const struct hd_figure *f, const char *by, struct hd_str value);
	void *ctx;
	struct hd_buf *notes; /* why there is no number, a line each; or NULL */
};

/*
 * A metric, of the whole window or split `by` (hd_ladder_split()): rates by Wilson's
 * interval with accounts as clusters ("wilson-cluster"), means by Student's t over the
 * accounts ("t-cluster"), medians by order statistics ("order-statistic").  Of an
 * unsplit rate or mean the design effect follows, NAME.deff, its n the tickets and its
 * N the accounts.  Unsplit there is always a figure, split one for each part with
 * tickets.  Handle times of more than one basis are INCOMPATIBLE, unless split by it.
 */
int hd_measure(const struct hd_measure *m, const struct hd_metric *metric,
    const char *by, struct hd_err *err);

/* Do the handle times of the window have several bases?  Noted once where notes are. */
int hd_measure_mixed(
    const struct hd_measure *m, bool *mixed, struct hd_err *err);

#endif
