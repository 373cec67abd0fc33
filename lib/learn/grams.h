/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_GRAMS_H
#define HD_GRAMS_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * What a text is made of for a model: its words, pairs of neighbouring words,
 * and runs of 3 to 5 characters inside words, an edge counting as a character.
 * Letters are lower-cased and digits become 0; of what is neither, only
 * exclamation and question marks and symbols beyond ASCII are words.  An
 * n-gram is known by a hash, so that no text is kept.
 */
struct hd_gram {
	uint32_t key;	     /* bit 0: words, else characters */
	uint32_t start, end; /* bytes of the text that it stands for */
};

/* Bytes of one text that are looked at: what comes later says little new. */
#define HD_GRAMS_TEXT ((size_t)4096)

struct hd_grams {
	struct hd_gram *v;
	size_t n, cap;
	/* the line of folded words that n-grams are cut from, and its origin */
	struct hd_buf line;
	struct hd_gram_byte {
		uint32_t start, end;
	} * from;
	size_t fromcap;
};

#define HD_GRAMS_INIT                            \
	{                                        \
		NULL, 0, 0, HD_BUF_INIT, NULL, 0 \
	}

/* The n-grams of text (valid UTF-8) in place of those before; in its order. */
void hd_grams_cut(struct hd_grams *g, struct hd_str text);
/*
 * Tags in place of n-grams: each is a word that no text has; start is its index
 * and end the one after.
 */
void hd_grams_tags(struct hd_grams *g, const struct hd_str *tags, size_t n);
void hd_grams_release(struct hd_grams *g);

#endif
