/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PATTERN_H
#define HD_PATTERN_H

#include <stddef.h>

#include "base/buf.h"
#include "rules/prefilter.h"
#include "rules/tri.h"

/*
 * Private to lib/rules: patterns and the limits under which they run.  A
 * pattern is read-only and shared; what matching changes is in a runner, one
 * a thread.  Only lib/rules includes pcre2.h.
 */

#define HD_PATTERN_MAX 4096 /* bytes of a pattern */

struct hd_pattern;

struct hd_pattern_err {
	size_t offset; /* byte of the pattern */
	char msg[256];
};

/* Compile; NULL with *err set.  Owned by the caller, text copied. */
struct hd_pattern *hd_pattern_new(
    struct hd_str text, struct hd_pattern_err *err);
void hd_pattern_free(struct hd_pattern *p);
/* As it was given; borrowed from p. */
struct hd_str hd_pattern_text(const struct hd_pattern *p);

struct hd_runner;

/* A runner for the patterns of one rule set, owned by the caller; NULL when
 * PCRE2 has no memory. */
struct hd_runner *hd_runner_new(
    struct hd_pattern *const *patterns, size_t npatterns);
void hd_runner_free(struct hd_runner *r);

/*
 * Does patterns[i] match somewhere in subject (valid UTF-8)?  HD_MAYBE: it
 * gave up.  span, unless NULL, gets the bytes of the match.
 */
enum hd_tri hd_runner_match(
    struct hd_runner *r, size_t i, struct hd_str subject, size_t span[2]);
/*
 * The same when a match can only begin in one of the n windows, which are from
 * left to right.
 */
enum hd_tri hd_runner_match_in(struct hd_runner *r, size_t i,
    struct hd_str subject, const struct hd_window *windows, size_t n,
    size_t span[2]);

#endif
