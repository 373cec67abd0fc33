/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_CLAIM_H
#define HD_CLAIM_H

#include <stdint.h>

/*
 * p-values, two-sided, of a share that somebody claims against one that was counted.
 * Numbers in, numbers out; distributions are GSL's.
 */

/*
 * The exact binomial test of x in n against the share p0: the chance of every outcome
 * that is no likelier than x (Clopper and Pearson's model; outcomes ordered by their
 * probability, as R's binom.test does).  n <= 0: 1.
 */
double hd_binomial_p(int64_t x, int64_t n, double p0);

/*
 * The score test of a share seen in an effective number of tickets, n over the design
 * effect, in m clusters: z = (share - p0) / sqrt(p0 (1 - p0) / n_eff) by Student's t
 * with m - 1 degrees of freedom.  It says 0.05 where p0 is a limit of
 * hd_wilson_cluster().  m < 2: NaN.
 */
double hd_score_p(double share, double n_eff, int64_t m, double p0);

#endif
