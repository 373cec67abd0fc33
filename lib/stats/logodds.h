/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LOGODDS_H
#define HD_LOGODDS_H

/*
 * Which terms mark one set of texts against another.  Counts are of texts that
 * hold the term, not of its occurrences: one pasted log must not win.
 */

struct hd_log_odds {
	double delta, z;
};

/*
 * Log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn
 * 2008): y1 of n1 against y2 of n2 under a prior of
 * a0 counts in all, shared out as in a background, where the term has yb of nb.
 * NaN for a term that the background has not, or has always.
 */
struct hd_log_odds hd_log_odds(double y1, double n1, double y2, double n2,
    double yb, double nb, double a0);

/*
 * How much is new: the share of what comes next that was never seen, when f1
 * of n were seen once (Good 1953).  n = 0: NaN.
 */
double hd_unseen(double f1, double n);

#endif
