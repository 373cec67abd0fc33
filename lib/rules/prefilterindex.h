/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_PREFILTERINDEX_H
#define HD_PREFILTERINDEX_H

#include "rules/literal.h"
#include "rules/prefilter.h"
#include "rules/prefilterkey.h"

/*
 * Private to prefilter*.c: the literals of all patterns, found by their keys,
 * some bytes of a literal.  A bitmap that stays in the first cache tells for
 * a place of a text whether a key may begin there; only then literals are
 * compared.  Unlike an automaton over the same literals it is made in no time
 * and its steps do not wait for each other.
 *
 * Most literals begin a word: they are looked for there alone, by their first
 * bytes.  The others may be anywhere; their keys are chosen so that they are
 * rare in texts and few literals share them.
 *
 * What is found sets bits: those of the patterns that need no more than that,
 * then one a clause for its first set, then those for the other sets.  And it
 * says where matches of some patterns may begin.
 */

/* What most literals are told apart by, small enough to stay at hand. */
struct hd_head {
	uint64_t head; /* the first bytes, up to eight, as a number */
	uint8_t n;     /* bytes of the literal */
	uint8_t key;   /* offset of the key in it */
	bool left, right;
	uint32_t entry;
};

struct hd_entry {
	struct hd_literal lit;
	uint32_t key;
	uint32_t bit, bits; /* run of owners */
	uint32_t near, nears;
};

/* A match of the pattern may begin lo to hi bytes before the literal. */
struct hd_start {
	uint32_t pattern;
	struct hd_litspan at;
};

/* Literals that are looked for at the same places. */
struct hd_keys {
	struct hd_head *heads; /* by bucket */
	size_t n;
	uint64_t masks[HD_KEY_WORD]; /* of the lengths that keys have */
	size_t nmasks;
	uint32_t start[HD_BUCKETS + 1];
	uint64_t seen[HD_SEEN / 64];
};

/* The pattern may match if the bits of all its sets are set. */
struct hd_clause {
	uint32_t pattern;
	uint32_t more, nmore; /* bits beside its own */
};

struct hd_prefilter {
	struct hd_arena arena; /* of the literals */
	size_t n;	       /* patterns */
	size_t words;	       /* of a set of patterns */
	uint64_t *always;
	uint64_t *placed;	   /* those with places to begin at */
	struct hd_clause *clauses; /* clause i has bit 64 * words + i */
	size_t nclauses, clauses_cap;
	size_t nbits;
	struct hd_entry *entries;
	size_t nentries, entries_cap;
	uint32_t *owners; /* bits */
	struct hd_start *nears;
	struct hd_keys word, any;
};

#endif
