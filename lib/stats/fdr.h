/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_FDR_H
#define HD_FDR_H

#include <stddef.h>

/*
 * False discoveries among many tests: q[i] is the smallest rate of them at
 * which test i would be called.  n counts all that was tested, not only what
 * will be shown.  p holds no NaN; p and q may be the same.
 */

/* Benjamini and Hochberg (1995): tests independent, or dependent positively. */
void hd_fdr_bh(const double *p, size_t n, double *q);

/* Benjamini and Yekutieli (2001): whatever the dependence. */
void hd_fdr_by(const double *p, size_t n, double *q);

/*
 * Not a rate, but the chance of a single false call among all n: the p-values
 * of Holm (1979, Scandinavian Journal of Statistics 6:65), whatever the
 * dependence.
 */
void hd_holm(const double *p, size_t n, double *q);

#endif
