/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SENTENCE_H
#define HD_SENTENCE_H

#include <stdbool.h>

#include "base/buf.h"

/*
 * Cut the next sentence of *rest: up to its mark, which it keeps, or to the end
 * of the line; false when none is left.
 */
bool hd_sentence_next(struct hd_str *rest, struct hd_str *sentence);
/*
 * The sentence of text in which words of it begin; text when they begin in
 * none, and words where their p is NULL.
 */
struct hd_str hd_sentence_at(struct hd_str text, struct hd_str words);
/*
 * All of the sentences around words of the text, as mails wrap them: a line may
 * end inside, a paragraph or the item of a list may not.
 */
struct hd_str hd_sentence_of(struct hd_str text, struct hd_str words);

#endif
