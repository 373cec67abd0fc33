/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef TEST_RANDOM_H
#define TEST_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Numbers for tests that try many cases: splitmix64 (Steele, Lea and Flood
 * 2014), the same in every run.
 */
static inline uint64_t
rnd(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

/* 0 to n - 1. */
static inline unsigned
rnd_below(uint64_t *state, unsigned n)
{
	return (unsigned)(rnd(state) >> 33) % n;
}

static inline bool
rnd_in(uint64_t *state, unsigned n)
{
	return rnd_below(state, n) == 0;
}

#endif
