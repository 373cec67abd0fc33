/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PREFILTERTEXT_H
#define HD_PREFILTERTEXT_H

#include "base/mem.h"
#include "rules/prefilter.h"
#include "rules/ruleset.h"

/*
 * Private to lib/rules: the texts that a matcher is at or lately was at, each
 * with what patterns have said of it.  The same text comes again in another
 * field, at another stage, in the next ticket.
 */

#define HD_TEXT_BUCKETS 256

struct hd_text {
	struct hd_text *next; /* in the bucket */
	uint64_t hash;
	struct hd_str s; /* a copy, cut at HD_SUBJECT_MAX */
	uint64_t *set;	 /* the patterns that may match */
	struct hd_places places;
	unsigned char *memo; /* by pattern: 0, or 1 + enum hd_tri */
	uint32_t (*span)[2]; /* by pattern that matches: its bytes */
};

struct hd_texts {
	const struct hd_ruleset *rs;
	struct hd_arena arena;
	struct hd_scratch scratch;
	struct hd_text *buckets[HD_TEXT_BUCKETS];
	size_t n;
	bool plain; /* every pattern may match every text */
};

/* What was got before may go, now or at the next call. */
void hd_texts_begin(struct hd_texts *t);
/* Forget all. */
void hd_texts_clear(struct hd_texts *t);
void hd_texts_release(struct hd_texts *t);
/* The text with these bytes; borrowed until hd_texts_begin(). */
struct hd_text *hd_texts_get(struct hd_texts *t, struct hd_str s);

static inline bool
hd_text_may(const struct hd_text *text, size_t pattern)
{
	return (text->set[pattern / 64] >> (pattern % 64) & 1) != 0;
}

#endif
