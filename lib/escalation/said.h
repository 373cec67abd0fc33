/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SAID_H
#define HD_SAID_H

#include <stdbool.h>

#include "base/buf.h"
#include "base/mem.h"

/*
 * The particulars of what somebody said, to be found again in the words of
 * another: values, which have a digit, as they stand, and words by their first
 * letters, without those that any talk with a support desk is full of.
 */
struct hd_said {
	struct hd_str *v;
	size_t n, cap;
	struct hd_arena *arena;
};

void hd_said_add(struct hd_said *s, struct hd_str text);
/* Take out the words, not the values, of greetings and subjects. */
void hd_said_drop(struct hd_said *s, struct hd_str text);

/* What of it was taken up, each once; the first of them as it stands there. */
struct hd_taken {
	size_t values, words;
	struct hd_str value, word; /* p NULL: none */
};
/*
 * Add to t what a text takes up, and take it out of s; words: not values alone.
 */
void hd_said_take(
    struct hd_said *s, struct hd_str text, bool words, struct hd_taken *t);

#endif
