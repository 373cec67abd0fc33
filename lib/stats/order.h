/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_ORDER_H
#define HD_ORDER_H

#include <stddef.h>

/* Values put in order, and what can be read off them then. */

/* Sort n values, smallest first; none is NaN. */
void hd_order_sort(double *v, size_t n);

/*
 * The 2.5th and 97.5th percentile of n values, which are sorted on the way:
 * the percentile interval of a bootstrap.  Both NaN when n = 0.
 */
void hd_order_limits(double *v, size_t n, double *lo, double *hi);

#endif
