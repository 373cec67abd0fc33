/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_HANDLE_H
#define HD_HANDLE_H

#include "metrics/measure.h"

/* Handle time: medians, what a mean makes of it, and observed beside expected. */

/*
 * handle_s (medians) of the window, by complexity and by `by`; handle_s.mean, and
 * handle_s.winsorised, the mean when the longest 1 % count as the 99th percentile;
 * handle_zero and handle_long.  Times of more than one basis are INCOMPATIBLE but
 * where `by` is handle_basis.
 */
int hd_handle_measure(
    const struct hd_measure *m, const char *by, struct hd_err *err);

/*
 * handle_oe: the sum of handle times by what tickets of the same type, complexity and
 * handle_basis took on average in window base (indirect standardisation), of the whole window
 * (by NULL; says something where base is another) or of its parts: by month, week,
 * channel, path, team, brand or assignee; of any other `by` there is none.  n are the
 * tickets that have a counterpart in base, N those with a handle time.  Limits are of
 * the ratio, by the variance of tickets within type and complexity.  Of teams and
 * assignees, called A1, A2 ... in the order of their ids, there are also
 *	handle_oe.funnel	between which a part is by chance alone
 *	handle_oe.shrunk	the ratio drawn towards all (stats/shrink.h)
 *	handle_oe.q		the rate of false discoveries when it is called
 * Few by tickets, not names: it is about work, not about people.
 */
int hd_handle_oe(
    const struct hd_measure *m, int base, const char *by, struct hd_err *err);

#endif
