/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SUGGEST_H
#define HD_SUGGEST_H

#include "check/testcover.h"

/*
 * Cases that are still to be written, ready to be appended to the file of tests
 * `name', which rs was read from: one for each alternative and policy that no
 * case is about, each side of a threshold without a value, and each policy that
 * routes break.  Facts come from a model of the solver, texts from the examples
 * of rules or their patterns; what is expected is what comes out today.  Only
 * cases that were run and do what they are for are appended to out; *left gets
 * how many could not be made up.
 */
int hd_suggest(const struct hd_rulesrc *src, const char *name,
    const struct hd_ruleset *rs, const struct hd_testcover *shown,
    const bool *wanted, struct hd_buf *out, size_t *left, struct hd_err *err);

/*
 * A text that the pattern may match, made of its letters: a guess that must be
 * tried.  attempt takes other branches of its choices.
 */
void hd_pattern_words(const char *pattern, size_t attempt, struct hd_buf *b);

#endif
