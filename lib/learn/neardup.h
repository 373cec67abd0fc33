/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_NEARDUP_H
#define HD_NEARDUP_H

#include <stddef.h>

#include "learn/minhash.h"

/*
 * Places that must agree between two texts of a group, and between two groups
 * on average.
 *
 * Wordings of one macro, a share of 0.22: with words replaced, sentences left out
 * and put in another order they mostly agree in 0.3 and more, different answers
 * of one team in 0.15 and less.
 */
#define HD_NEARDUP_WORDING 28
/*
 * Copies, a share of 0.8: a template with another number in it, which is masked,
 * or of a score of words or more with another name, while two people who say the
 * same thing in words of their own stay apart.
 */
#define HD_NEARDUP_COPY 101

/*
 * Groups of near-duplicates among n signatures: at least `alike` of the
 * HD_MINHASH_K places agree, 1 or more.  group[i] is the index of the
 * typical member of i's group, i itself where nothing is like it.  Candidates
 * come from bands of equal places (locality-sensitive hashing); groups grow
 * from the most alike pairs down and two become one while their members are
 * alike on average (average linkage, by a sample of each), so that a row of
 * small steps makes no chain.
 *
 * Which signatures fall together does not depend on their order; of members
 * that are equally typical the first one stands for the group.  Memory is about
 * 160 bytes a signature beside the signatures; time grows as n log n.
 */
void hd_neardup(
    const struct hd_sig *sigs, size_t n, unsigned alike, uint32_t *group);

/*
 * The same for texts as they come, which are masked first; one without words
 * is alone.
 */
void hd_neardup_texts(
    const struct hd_str *texts, size_t n, unsigned alike, uint32_t *group);

#endif
