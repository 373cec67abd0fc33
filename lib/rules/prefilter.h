/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PREFILTER_H
#define HD_PREFILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * Private to lib/rules: which patterns can match a text at all and where a
 * match can begin, found for all of them in one pass.  It may name too many
 * and never too few, so that PCRE2 decides and what comes out is the same
 * without it.  Read-only once made and shared by threads; each has its own
 * scratch.
 */

struct hd_prefilter;

/* Bytes of a text, first and last, at which a match may begin. */
struct hd_window {
	uint32_t lo, hi;
	uint32_t next; /* 1 + the index of another of the pattern, 0: none */
};

#define HD_WINDOWS  32
#define HD_ANYWHERE ((size_t)-1)

/* The places of all patterns in one text. */
struct hd_places {
	const struct hd_window *v;
	const uint32_t *last; /* by pattern, as `next`; NULL: anywhere */
};

struct hd_scratch {
	char *text; /* folded */
	size_t cap;
	uint64_t *bits; /* what was found in it */
	size_t bits_cap;
	struct hd_window *windows; /* and where matches may begin */
	size_t nwindows, windows_cap;
	uint32_t *last;
	size_t last_cap;
	bool anywhere; /* what was found does not say */
};

/* Over n patterns, which are not needed later; owned by the caller. */
struct hd_prefilter *hd_prefilter_new(const struct hd_str *patterns, size_t n);
void hd_prefilter_free(struct hd_prefilter *f); /* NULL is allowed */

/* Words of a set of patterns; bit i % 64 of word i / 64 is pattern i. */
size_t hd_prefilter_words(const struct hd_prefilter *f);
/* The set of those that may match text (valid UTF-8). */
void hd_prefilter_scan(const struct hd_prefilter *f, struct hd_scratch *scratch,
    struct hd_str text, uint64_t *set);
/* The places found by the last scan; borrowed until the next. */
struct hd_places hd_prefilter_places(const struct hd_scratch *scratch);
/*
 * Where a match of the pattern may begin in a text of len bytes: windows from
 * left to right and apart.  HD_ANYWHERE: to look there alone does not pay.
 */
size_t hd_prefilter_windows(const struct hd_prefilter *f,
    const struct hd_places *places, size_t pattern, size_t len,
    struct hd_window windows[HD_WINDOWS]);
/* Is the pattern in every set, because nothing is known of it? */
bool hd_prefilter_always(const struct hd_prefilter *f, size_t pattern);
void hd_scratch_release(struct hd_scratch *scratch);

#endif
