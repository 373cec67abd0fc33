/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TELLING_H
#define HD_TELLING_H

#include <stddef.h>
#include <stdint.h>

#include "base/hash.h"

/*
 * Texts as rows of words in their order, small letters; what a group of rows
 * says that the others do not, and the phrases that find it again.
 */

#define HD_WORDS_NONE UINT32_MAX

struct hd_words {
	struct hd_map map; /* word -> number; entries[number].key is the word */
	uint32_t *ids;	   /* HD_WORDS_NONE: a line ends */
	size_t n, cap;
	size_t *rows; /* where a row begins in ids; nrows + 1 of them */
	size_t nrows, rowcap;
	struct hd_wordrows {
		uint32_t held; /* rows that hold the word */
		uint32_t last; /* the last of them, + 1 */
	} * held;	       /* by word */
	size_t heldcap;
	struct hd_buf low;
};

void hd_words_init(struct hd_words *w);
void hd_words_release(struct hd_words *w);
/* The next row, from text (valid UTF-8); no phrase goes past a line's end. */
void hd_words_row(struct hd_words *w, struct hd_str text);
struct hd_str hd_words_text(const struct hd_words *w, uint32_t word);
/* The number of a word as written, HD_WORDS_NONE: no row holds it. */
uint32_t hd_words_find(struct hd_words *w, struct hd_str word);

struct hd_telling {
	uint32_t word;
	double score;
};

/*
 * The at most `max` words, three rows of the group holding each, that it uses
 * more than the other rows do; the most telling first: by the log odds ratio of
 * holding it over its standard error, a half added to every count (Haldane
 * 1956, Anscombe 1956), less for words that more than a tenth of all rows hold.
 * of[row] is the row's group.
 */
size_t hd_telling(const struct hd_words *w, const uint32_t *of, uint32_t group,
    struct hd_telling *out, size_t max);

/* Two words, the second at most HD_PHRASE_REACH words after the first. */
#define HD_PHRASE_REACH 5
struct hd_phrase {
	uint32_t first, second; /* second HD_WORDS_NONE: one word alone */
};

/*
 * The at most `max` phrases of the words given that together find most rows of
 * the group and few others, each chosen for what it adds: an other row outweighs
 * two of the group.
 */
size_t hd_phrases(const struct hd_words *w, const uint32_t *of, uint32_t group,
    const struct hd_telling *words, size_t nwords, struct hd_phrase *out,
    size_t max);

#endif
