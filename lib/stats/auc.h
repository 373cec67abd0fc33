/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_AUC_H
#define HD_AUC_H

#include <stddef.h>

/*
 * The area under the ROC curve: the probability that one of x is above one of
 * y, ties counting half (Mann and Whitney 1947, U over nx ny; by ranks).  NaN
 * when either is empty; x and y hold no NaN.
 */
double hd_auc(const double *x, size_t nx, const double *y, size_t ny);

#endif
