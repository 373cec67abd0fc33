/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_MINHASH_H
#define HD_MINHASH_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * Signatures of masked texts by which near-duplicates are found: MinHash
 * (Broder 1997) by multiplicative hashing of a 64-bit hash, the low bits of each
 * minimum kept (Li and Koenig 2010).  Two thirds of the places are for words, the
 * others for pairs of words, so the share of equal places estimates that mixture
 * of the two Jaccard similarities; its standard error is at most 0.045.
 */
#define HD_MINHASH_K 126

struct hd_sig {
	uint16_t v[HD_MINHASH_K];
};

/* The hash functions and room for a text's shingles; owned by caller. */
struct hd_minhash;
struct hd_minhash *hd_minhash_new(void);
void hd_minhash_free(struct hd_minhash *m);
/*
 * The signature of a masked text.  Returns how many words it rests on; with 0
 * there is nothing to tell the text by.
 */
size_t hd_minhash_text(
    struct hd_minhash *m, struct hd_str masked, struct hd_sig *sig);

/* In how many of the HD_MINHASH_K places two signatures agree. */
unsigned hd_minhash_same(const struct hd_sig *a, const struct hd_sig *b);

#endif
