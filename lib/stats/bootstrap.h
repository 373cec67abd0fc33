/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BOOTSTRAP_H
#define HD_BOOTSTRAP_H

#include <stddef.h>
#include <stdint.h>

/*
 * What bootstraps share: where their seed comes from and how limits are read
 * off.  The generator is gsl_rng_mt19937, indices are gsl_rng_uniform_int.
 */

#define HD_BOOT_ROUNDS 2000

/*
 * A seed of its own for each figure of each segment, so that one more figure
 * changes no other: the first four bytes, big-endian, of the SHA-256 of
 * seed 0x1F metric 0x1F segment.
 */
uint32_t hd_boot_seed(
    const char *seed, const char *metric, const char *segment);

/*
 * 95 % percentile limits (Efron and Tibshirani 1993, 13.3) of the n values v,
 * which it sorts and which hold no NaN.  n = 0: NaN.
 */
void hd_boot_limits(double *v, size_t n, double *lo, double *hi);

#endif
