/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_DRAW_H
#define HD_DRAW_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * Drawing a review sample: which tickets, how many, how many of each stratum.
 * Everything follows from the seed and the counts.
 */

/*
 * The permanent random number of a ticket (Ohlsson 1995): the first eight
 * bytes, big-endian, of the SHA-256 of seed 0x1F key; over 2^64 it is uniform
 * on [0, 1).  The n smallest of a stratum (ties by key) are a simple random
 * sample without replacement, whatever the order of rows; a larger n keeps
 * those drawn before.
 */
uint64_t hd_draw_number(struct hd_str seed, struct hd_str key);

/*
 * How many to review; whole numbers, rounded up, never above N.  N <= 0 is a
 * population without end.  -1: no number is enough, or the question is none.
 */

/*
 * For a share near p within a margin of d, both in (0, 1), at 95 % (Cochran
 * 1977, 4.4): n0 = z^2 p (1 - p) / d^2, n = n0 / (1 + (n0 - 1) / N); at least 1.
 */
int64_t hd_size_margin(double p, double d, double N);
/*
 * The same over h strata, W their shares of the population, S the standard
 * deviations sqrt(p (1 - p)) in them, under Neyman's allocation (Cochran 1977,
 * 5.9): n = (sum W S)^2 / ((d / z)^2 + sum W S^2 / N).
 */
int64_t hd_size_stratified(
    const double *W, const double *S, size_t h, double d, double N);
/*
 * In each of two groups, for p0 and p1 to be told apart at the two-sided level
 * alpha with the given power (Fleiss, Levin and Paik 2003, 4.2, without
 * continuity correction).
 */
int64_t hd_size_two(double p0, double p1, double alpha, double power);
/* To see one event of share p at least once with probability 1 - alpha. */
int64_t hd_size_rare(double p, double alpha);

/* One stratum of hd_allocate(). */
struct hd_alloc {
	int64_t N;     /* tickets */
	double s2;     /* variance p (1 - p) of the last review; NaN: none */
	int64_t n;     /* out: to review */
	int64_t least; /* at least so many (drawn before, or a minimum) */
};

/* Strata of so few tickets are taken whole. */
#define HD_ALLOCATE_WHOLE 10
/* Least s2: a stratum whose last review found no error is still looked at. */
#define HD_ALLOCATE_FLOOR 0.02

/*
 * Share n among h strata in proportion to N S, S = sqrt(s2) (Neyman 1934), s2
 * no less than HD_ALLOCATE_FLOOR; an s2 that is not known counts as 1/4, the
 * most there is.  Equal s2 make it proportional.  Each stratum gets at least
 * min(least, N), at most N, and all of N up to HD_ALLOCATE_WHOLE; what one
 * cannot take goes to the others.  Whole numbers by largest remainder, the
 * first of equals.
 *
 * Returns the sum of all .n: n, unless the least of the strata are more (their
 * sum then) or there are fewer tickets (all of them).
 */
int64_t hd_allocate(struct hd_alloc *s, size_t h, int64_t n);

#endif
