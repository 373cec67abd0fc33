/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signatures of texts: see minhash.h. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "learn/mask.h"
#include "learn/minhash.h"

struct hd_minhash {
	uint32_t a[HD_MINHASH_K];
	uint32_t b[HD_MINHASH_K];
	struct hd_buf low;
};

/*
 * Places for words, the others are for pairs of words: another order or a word
 * between changes pairs, while words alone are too easily in common.
 */
#define WORDS 84
#define SHORT 3 /* letters of the shortest word that tells anything */
#define STEM  5 /* letters of a word that count: the rest is its ending */

/* splitmix64 (Steele, Lea and Flood 2014): any fixed odd numbers would do. */
static uint64_t
next_random(uint64_t *state)
{
	uint64_t z = (*state += UINT64_C(0x9E3779B97F4A7C15));

	z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
	return z ^ (z >> 31);
}

struct hd_minhash *
hd_minhash_new(void)
{
	struct hd_minhash *m = hd_xcalloc(1, sizeof(*m));
	uint64_t state = 0;

	for (size_t k = 0; k < HD_MINHASH_K; k++) {
		m->a[k] = (uint32_t)next_random(&state) | 1;
		m->b[k] = (uint32_t)next_random(&state);
	}
	return m;
}

void
hd_minhash_free(struct hd_minhash *m)
{
	if (m == NULL)
		return;
	hd_buf_release(&m->low);
	free(m);
}

/* The first letters of a word, in small ones. */
static struct hd_str
stem(struct hd_minhash *m, struct hd_str word)
{
	struct hd_str low;
	size_t letters = 0;

	hd_buf_reset(&m->low);
	hd_utf8_lower(&m->low, word);
	low = hd_buf_str(&m->low);
	for (size_t i = 0; i < low.n; i++) {
		if (((unsigned char)low.p[i] & 0xC0) == 0x80)
			continue;
		if (letters++ == STEM)
			low.n = i;
	}
	if (letters < SHORT)
		low.n = 0;
	return low;
}

/* The least value of each hash function from..to over a shingle's number. */
static void
lower(const struct hd_minhash *m, uint32_t x, uint32_t *least, size_t from,
    size_t to)
{
	uint32_t h;

	for (size_t k = from; k < to; k++) {
		h = m->a[k] * x + m->b[k];
		least[k] = h < least[k] ? h : least[k];
	}
}

size_t
hd_minhash_text(struct hd_minhash *m, struct hd_str masked, struct hd_sig *sig)
{
	uint32_t least[HD_MINHASH_K];
	uint64_t hash, before = 0;
	struct hd_str word;
	size_t n = 0;

	memset(least, 0xFF, sizeof(least));
	while (hd_mask_word(&masked, &word)) {
		word = stem(m, word);
		if (word.n == 0)
			continue;
		hash = hd_hash64(word);
		lower(m, (uint32_t)(hash >> 32), least, 0, WORDS);
		if (n++ > 0)
			lower(m, (uint32_t)((hash * 3 + before) >> 32), least,
			    WORDS, HD_MINHASH_K);
		before = hash;
	}
	/* one word alone is its own pair, or all such texts would be alike */
	if (n == 1)
		lower(m, (uint32_t)(before >> 32), least, WORDS, HD_MINHASH_K);
	for (size_t k = 0; k < HD_MINHASH_K; k++)
		sig->v[k] = (uint16_t)least[k];
	return n;
}

unsigned
hd_minhash_same(const struct hd_sig *a, const struct hd_sig *b)
{
	unsigned same = 0;

	for (size_t k = 0; k < HD_MINHASH_K; k++)
		same += a->v[k] == b->v[k];
	return same;
}
