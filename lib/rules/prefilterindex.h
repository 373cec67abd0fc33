/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PREFILTERINDEX_H
#define HD_PREFILTERINDEX_H

#include "rules/literal.h"
#include "rules/prefilter.h"

/*
 * Private to prefilter*.c: the literals of all patterns, found by their keys,
 * up to four bytes of a literal, chosen so that they are rare in texts and few
 * literals share them.  A bitmap that stays in the first cache tells for each
 * place of a text whether a key may begin there; only then literals are
 * compared.  Unlike an automaton over the same literals it is made in no time
 * and its steps do not wait for each other.
 *
 * What is found sets bits: those of the patterns that need no more than that,
 * then one a clause for its first set, then those for the other sets.
 */

#define HD_KEY_MAX 4
#define HD_HEAD	   8
#define HD_BUCKETS ((size_t)1 << 16)

struct hd_entry {
	struct hd_literal lit;
	uint64_t mask, head; /* its first bytes, up to eight, as a number */
	uint32_t key;	     /* offset of the key in lit */
	uint32_t first, n;   /* run of owners */
};

/* The pattern may match if the bits of all its sets are set. */
struct hd_clause {
	uint32_t pattern;
	uint32_t more, nmore; /* bits beside its own */
};

struct hd_prefilter {
	struct hd_arena arena; /* of the literals */
	size_t words;	       /* of a set of patterns */
	uint64_t *always;
	struct hd_clause *clauses; /* clause i has bit 64 * words + i */
	size_t nclauses, clauses_cap;
	size_t nbits;
	struct hd_entry *entries; /* by bucket */
	size_t nentries, entries_cap;
	uint32_t *owners; /* bits */
	uint32_t start[HD_BUCKETS + 1];
	/* by the length of a key - 1: may it begin with these bytes? */
	uint64_t seen[HD_KEY_MAX][HD_BUCKETS / 64];
	bool used[HD_KEY_MAX];
};

/* The bytes of a key as a number, whatever the byte order of the machine. */
static inline uint32_t
hd_key_read(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;

	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[3] << 24;
}

static inline uint64_t
hd_head_read(const char *s)
{
	return hd_key_read(s) | (uint64_t)hd_key_read(s + 4) << 32;
}

/* Where literals with this key are, which has len bytes. */
static inline uint32_t
hd_key_bucket(uint32_t key, size_t len)
{
	key &= UINT32_MAX >> (32 - 8 * len);
	return ((key + (uint32_t)len) * 0x9E3779B1U) >> 16;
}

#endif
