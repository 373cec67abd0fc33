/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_COMMONWORDS_H
#define HD_COMMONWORDS_H

#include <stdbool.h>

#include "base/buf.h"

/* Letters by which a word is known, whatever its ending: refund, refunded. */
#define HD_WORD_STEM 5

/*
 * Does a word that is no hd_word_stop() say nothing of a case either, as words
 * of courtesy and of any support desk do?  stem: its first HD_WORD_STEM
 * letters, in small letters, at least four; of the same four languages.
 */
bool hd_word_common(struct hd_str stem);

#endif
