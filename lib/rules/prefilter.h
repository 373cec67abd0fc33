/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PREFILTER_H
#define HD_PREFILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * Private to lib/rules: which patterns can match a text at all, found for all
 * of them in one pass.  It may name too many and never too few, so that PCRE2
 * decides and what comes out is the same without it.  Read-only once made and
 * shared by threads; each has its own scratch.
 */

struct hd_prefilter;

struct hd_scratch {
	char *text; /* folded */
	size_t cap;
	uint64_t *bits; /* what was found in it */
	size_t bits_cap;
};

/* Over n patterns, which are not needed later; owned by the caller. */
struct hd_prefilter *hd_prefilter_new(const struct hd_str *patterns, size_t n);
void hd_prefilter_free(struct hd_prefilter *f); /* NULL is allowed */

/* Words of a set of patterns; bit i % 64 of word i / 64 is pattern i. */
size_t hd_prefilter_words(const struct hd_prefilter *f);
/* The set of those that may match text (valid UTF-8). */
void hd_prefilter_scan(const struct hd_prefilter *f, struct hd_scratch *scratch,
    struct hd_str text, uint64_t *set);
/* Is the pattern in every set, because nothing is known of it? */
bool hd_prefilter_always(const struct hd_prefilter *f, size_t pattern);
void hd_scratch_release(struct hd_scratch *scratch);

#endif
