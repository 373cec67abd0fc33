/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PARALLEL_H
#define HD_PARALLEL_H

#include <stddef.h>

/*
 * Run fn(ctx, i) once for each i < n on up to `jobs` threads, the caller's
 * among them; returns when all are done.  Which thread runs which i is open:
 * fn writes to places of i alone.
 */
void hd_parallel(
    size_t n, unsigned jobs, void (*fn)(void *ctx, size_t i), void *ctx);

#endif
