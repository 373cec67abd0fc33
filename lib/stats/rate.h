/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_RATE_H
#define HD_RATE_H

#include <stddef.h>
#include <stdint.h>

/* Counts of two windows: has something become more frequent? */

struct hd_rate_ratio {
	double ratio, lo, hi; /* 95 % limits */
	double p;	      /* of so many in the window, or more */
	double mid_p;	      /* the same, of what was seen counting half */
};

/*
 * x1 events in t1 days against x0 in t0, conditional on their sum: x1 is then
 * binomial with t1 / (t1 + t0) (Przyborowski and Wilenski 1940); p one-sided,
 * limits those of Clopper and Pearson, mid-P after Lancaster (1961).  phi, 1 or
 * more, is how much more than Poisson counts vary: events count as x / phi.
 * x0 = 0: ratio and upper limit are infinite; x1 = 0: ratio and lower limit 0,
 * p 1.  No event, or a window without days: ratio NaN, limits 0 and infinite,
 * p 1.
 */
struct hd_rate_ratio hd_rate_ratio(
    int64_t x1, double t1, int64_t x0, double t0, double phi);

/*
 * Over-dispersion of counts, one row a type and one column a week (count[i *
 * weeks + w]): Pearson's chi-squared around each type's mean, pooled, by its
 * degrees of freedom (McCullagh and Nelder 1989); 1 at least.  Types
 * without an event say nothing.  1 where nothing can be said.
 */
double hd_overdispersion(const double *count, size_t types, size_t weeks);

#endif
