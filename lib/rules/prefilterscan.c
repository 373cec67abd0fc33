/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass over a text: see prefilter.h, and prefilterindex.h for how. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "rules/prefilterindex.h"

#define PAD   HD_HEAD	   /* zero bytes behind a folded text */
#define CHUNK ((size_t)64) /* bytes of text at a time */
#define HITS  (CHUNK * HD_KEY_WORD)

/* A key may be at byte `at`. */
struct hit {
	uint32_t at, bucket;
};

void
hd_scratch_release(struct hd_scratch *scratch)
{
	free(scratch->text);
	free(scratch->bits);
	free(scratch->windows);
	free(scratch->last);
	memset(scratch, 0, sizeof(*scratch));
}

size_t
hd_prefilter_words(const struct hd_prefilter *f)
{
	return f->words;
}

static bool
test(const uint64_t *bits, size_t i)
{
	return (bits[i / 64] >> (i % 64) & 1) != 0;
}

bool
hd_prefilter_always(const struct hd_prefilter *f, size_t pattern)
{
	return test(f->always, pattern);
}

static bool
is_at(const struct hd_prefilter *f, const struct hd_head *h, struct hd_str text,
    size_t from)
{
	size_t n = h->n < HD_HEAD ? h->n : HD_HEAD;

	if ((hd_head_read(text.p + from) & hd_key_mask(n)) != h->head ||
	    text.n - from < h->n)
		return false;
	if (h->n > HD_HEAD &&
	    memcmp(text.p + from, f->entries[h->entry].lit.p, h->n) != 0)
		return false;
	if (h->left && !hd_fold_bound(text.p, text.n, from))
		return false;
	return !h->right || hd_fold_bound(text.p, text.n, from + h->n);
}

/* May the byte be part of a word character? */
static bool
wordlike(char c)
{
	return hd_key_word(c) || (unsigned char)c >= 0x80;
}

/*
 * The first byte that a match can have that is so far before byte `from`: as
 * it is not known where among the other bytes the runs are, each may be behind
 * all of them.
 */
static size_t
first_byte(const char *text, size_t from, struct hd_litspan at)
{
	for (unsigned i = 0; i <= at.runs; i++) {
		from = from > at.hi ? from - at.hi : 0;
		while (i < at.runs && from > 0 && wordlike(text[from - 1]))
			from--;
	}
	return from;
}

/* A match may begin where the literal at byte `from` says. */
static void
add_window(struct hd_scratch *s, const struct hd_start *start, size_t from)
{
	struct hd_window *w;

	if (from < start->at.lo)
		return;
	s->windows = hd_grow(
	    s->windows, &s->windows_cap, s->nwindows + 1, sizeof(*s->windows));
	w = &s->windows[s->nwindows++];
	w->lo = (uint32_t)first_byte(s->text, from, start->at);
	w->hi = (uint32_t)(from - start->at.lo);
	w->next = s->last[start->pattern];
	s->last[start->pattern] = (uint32_t)s->nwindows;
}

/* The literal is at byte `from`. */
static void
found(const struct hd_prefilter *f, const struct hd_entry *e, size_t from,
    struct hd_scratch *s)
{
	uint32_t bit;

	for (uint32_t i = e->bit; i < e->bit + e->bits; i++) {
		bit = f->owners[i];
		s->bits[bit / 64] |= (uint64_t)1 << (bit % 64);
	}
	for (uint32_t i = e->near; i < e->near + e->nears; i++)
		add_window(s, &f->nears[i], from);
}

/* Compare the literals whose keys may be at byte `at`. */
static void
compare(const struct hd_prefilter *f, const struct hd_head *h,
    const struct hd_head *end, struct hd_str text, size_t at,
    struct hd_scratch *s)
{
	for (; h < end; h++)
		if (at >= h->key && is_at(f, h, text, at - h->key))
			found(f, &f->entries[h->entry], at - h->key, s);
}

/*
 * Keys that may be at byte `at`, behind those in hits; how many there are then.
 * No step depends on what is found: it cannot be foretold, and a wrong guess of
 * the processor costs more than the step.
 */
static inline size_t
probe(const struct hd_keys *keys, struct hd_str text, size_t at,
    struct hit *hits, size_t n)
{
	uint64_t head = hd_head_read(text.p + at), hash;
	size_t seen;

	for (size_t i = 0; i < keys->nmasks; i++) {
		hash = hd_key_hash(head & keys->masks[i]);
		seen = hd_key_seen(hash);
		hits[n].at = (uint32_t)at;
		hits[n].bucket = (uint32_t)hd_key_bucket(hash);
		n += keys->seen[seen / 64] >> (seen % 64) & 1;
	}
	return n;
}

/* All buckets are read before the first literal is, that they come together. */
static void
try_hits(const struct hd_prefilter *f, const struct hd_keys *keys,
    struct hd_str text, const struct hit *hits, size_t n, struct hd_scratch *s)
{
	uint32_t first[HITS], end[HITS];

	for (size_t i = 0; i < n; i++) {
		first[i] = keys->start[hits[i].bucket];
		end[i] = keys->start[hits[i].bucket + 1];
	}
	for (size_t i = 0; i < n; i++)
		compare(f, &keys->heads[first[i]], &keys->heads[end[i]], text,
		    hits[i].at, s);
}

/* The beginnings of words from byte `from` on, up to `end`. */
static size_t
word_starts(struct hd_str text, size_t from, size_t end, uint32_t starts[CHUNK])
{
	bool before = from > 0 && hd_key_word(text.p[from - 1]), word;
	size_t n = 0;

	for (size_t i = from; i < end; i++, before = word) {
		word = hd_key_word(text.p[i]);
		starts[n] = (uint32_t)i;
		n += word & !before;
	}
	return n;
}

static void
scan(const struct hd_prefilter *f, struct hd_str text, struct hd_scratch *s)
{
	struct hit hits[HITS + 1];
	uint32_t starts[CHUNK];
	size_t n, end, words;

	for (size_t from = 0; from < text.n; from = end) {
		end = text.n - from < CHUNK ? text.n : from + CHUNK;
		words = word_starts(text, from, end, starts);
		n = 0;
		for (size_t i = 0; i < words; i++)
			n = probe(&f->word, text, starts[i], hits, n);
		try_hits(f, &f->word, text, hits, n, s);
		n = 0;
		for (size_t i = from; i < end; i++)
			n = probe(&f->any, text, i, hits, n);
		try_hits(f, &f->any, text, hits, n, s);
	}
}

/* The patterns of clauses that hold join those that need no more. */
static void
try_clauses(const struct hd_prefilter *f, uint64_t *bits)
{
	const struct hd_clause *c;
	bool all;

	for (size_t i = 0; i < f->nclauses; i++) {
		if (i % 64 == 0 && bits[f->words + i / 64] == 0) {
			i += 63;
			continue;
		}
		c = &f->clauses[i];
		all = test(bits, f->words * 64 + i);
		for (uint32_t k = 0; k < c->nmore && all; k++)
			all = test(bits, c->more + k);
		bits[c->pattern / 64] |= (uint64_t)all << (c->pattern % 64);
	}
}

static void
clear(const struct hd_prefilter *f, struct hd_scratch *s)
{
	size_t words = f->nbits / 64 + 1;

	s->bits = hd_grow(s->bits, &s->bits_cap, words, sizeof(*s->bits));
	memset(s->bits, 0, words * sizeof(*s->bits));
	s->last = hd_grow(s->last, &s->last_cap, f->n, sizeof(*s->last));
	memset(s->last, 0, f->n * sizeof(*s->last));
	s->nwindows = 0;
}

void
hd_prefilter_scan(const struct hd_prefilter *f, struct hd_scratch *scratch,
    struct hd_str text, uint64_t *set)
{
	scratch->text = hd_grow(scratch->text, &scratch->cap, text.n + PAD, 1);
	memset(scratch->text + text.n, 0, PAD);
	scratch->anywhere = !hd_fold_text(text, scratch->text);
	if (scratch->anywhere) {
		memset(set, 0xFF, f->words * sizeof(*set));
		return;
	}
	clear(f, scratch);
	text.p = scratch->text;
	scan(f, text, scratch);
	try_clauses(f, scratch->bits);
	for (size_t i = 0; i < f->words; i++)
		set[i] = f->always[i] | scratch->bits[i];
}
