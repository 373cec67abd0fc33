/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SAMEWORDS_H
#define HD_SAMEWORDS_H

#include "base/buf.h"

/*
 * Has the text a word of the page, which is an address or the name of one?
 * Words count from four letters on, without accents, and are the same when
 * they begin alike but for an ending; those that any address has do not.
 */
bool hd_same_words(struct hd_str page, struct hd_str text);

#endif
