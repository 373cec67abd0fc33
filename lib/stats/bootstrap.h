/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BOOTSTRAP_H
#define HD_BOOTSTRAP_H

#include <stdint.h>

/*
 * What bootstraps share.  The generator is gsl_rng_mt19937, indices are
 * gsl_rng_uniform_int; limits are read off by hd_order_limits().
 */

#define HD_BOOT_ROUNDS 2000

/*
 * A seed of its own for each figure of each segment, so that one more figure
 * changes no other: the first four bytes, big-endian, of the SHA-256 of
 * seed 0x1F metric 0x1F segment.
 */
uint32_t hd_boot_seed(
    const char *seed, const char *metric, const char *segment);

#endif
