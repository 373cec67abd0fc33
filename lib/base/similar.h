/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SIMILAR_H
#define HD_SIMILAR_H

#include "base/buf.h"

/*
 * How far a text was changed: the Levenshtein distance in words, as a share of
 * the longer one's words; 0 the same words, 1 none in common.  Case and blanks
 * do not count.  Of a text of more than HD_SIMILAR_WORDS words the first are
 * compared.
 */
#define HD_SIMILAR_WORDS 2000

double hd_edit_share(struct hd_str a, struct hd_str b);

#endif
