/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_METRICS_COMPARE_H
#define HD_METRICS_COMPARE_H

#include "base/tstamp.h"
#include "metrics/metric.h"
#include "store/ladder.h"

/*
 * Windows 0 and 1 of store/ladder.h compared, metric by metric: the one after less
 * the one before.
 */

struct hd_compare_window {
	const char *name;     /* "2026-05", of a baseline, of an arm */
	int64_t since, until; /* [since, until) */
	bool other_rules;     /* a baseline set under another rule set */
};

struct hd_compare {
	struct hd_db *db;
	const char *by; /* what the windows are: "period", "arm" */
	struct hd_compare_window win[2];
	const struct hd_zone *zone; /* in which days are cut */
	int64_t min_n;
	/* As of struct hd_measure. */
	void (*give)(void *ctx, const struct hd_metric *m,
	    const struct hd_figure *f, const char *by, struct hd_str value);
	void *ctx;
	struct hd_buf *notes; /* why, and what to beware of, a line each */
};

/*
 * Of each metric NAME, ended by NULL, its figures of the windows, segment "BY=name",
 * and then, where both have some:
 *	NAME.difference	crude; rates by Newcombe ("newcombe", with accounts as
 *			clusters "newcombe-cluster"), means by MOVER, medians as the
 *			shift of Hodges and Lehmann; of medians also by complexity
 * of rates
 *	NAME.standardised	direct, by issue and complexity, cells of less than five
 *			tickets in a window made one
 *	NAME.rate, .mix	Kitagawa's effects, in all and of each issue, whose sum is
 *			exactly NAME.difference; types of less than min_n tickets in
 *			both windows together are "other"
 *	NAME.odds	Mantel and Haenszel's common ratio over issues; INCOMPATIBLE
 *			where types went both ways
 * of medians
 *	NAME.ratio	of geometric means, of values above 0, also by complexity
 *	NAME.within	P(after > before) within complexities (van Elteren)
 * of handle_s handle_oe as well (handle.h): after by what the same took before
 * and for whatever is tested .p behind it, and .q, the rate of false discoveries
 * (Benjamini and Hochberg) among all such tests of all the metrics: a list for
 * every kind of test, one of metrics and one of their parts.  Where accounts have several tickets, the limits of
 * .standardised and .rate are wider by the root of the larger window's design effect.
 */
int hd_compare_metrics(const struct hd_compare *c,
    const struct hd_metric *const *metrics, struct hd_err *err);

/*
 * What makes the two no fair comparison, as notes: too short, other weekdays, not
 * equally old, tickets the active rule set has not tagged, another rule set, a rate
 * that drifted before the change already, and what is noted to have happened.
 */
int hd_compare_hygiene(const struct hd_compare *c,
    const struct hd_metric *const *metrics, struct hd_err *err);

#endif
