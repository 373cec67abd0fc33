/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One pass over a text: see prefilter.h, and prefilterindex.h for how. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "rules/prefilterindex.h"

#define PAD HD_HEAD /* zero bytes behind a folded text */

void
hd_scratch_release(struct hd_scratch *scratch)
{
	free(scratch->text);
	free(scratch->bits);
	*scratch = (struct hd_scratch){ NULL, 0, NULL, 0 };
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
is_at(const struct hd_entry *e, struct hd_str text, size_t from)
{
	if ((hd_head_read(text.p + from) & e->mask) != e->head ||
	    text.n - from < e->lit.n)
		return false;
	if (e->lit.n > HD_HEAD &&
	    memcmp(text.p + from, e->lit.p, e->lit.n) != 0)
		return false;
	if (e->lit.left && !hd_fold_bound(text.p, text.n, from))
		return false;
	return !e->lit.right || hd_fold_bound(text.p, text.n, from + e->lit.n);
}

/* Compare the literals of bucket b, whose keys may be at byte `at`. */
static void
compare(const struct hd_prefilter *f, struct hd_str text, size_t at, uint32_t b,
    uint64_t *bits)
{
	const struct hd_entry *e = &f->entries[f->start[b]];
	const struct hd_entry *end = &f->entries[f->start[b + 1]];
	uint32_t bit;

	for (; e < end; e++) {
		if (at < e->key || !is_at(e, text, at - e->key))
			continue;
		for (uint32_t i = e->first; i < e->first + e->n; i++) {
			bit = f->owners[i];
			bits[bit / 64] |= (uint64_t)1 << (bit % 64);
		}
	}
}

static void
scan_keys(const struct hd_prefilter *f, struct hd_str text, size_t len,
    uint64_t *bits)
{
	const uint64_t *seen = f->seen[len - 1];
	uint32_t b;

	for (size_t i = 0; i + len <= text.n; i++) {
		b = hd_key_bucket(hd_key_read(text.p + i), len);
		if (seen[b / 64] >> (b % 64) & 1)
			compare(f, text, i, b, bits);
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

void
hd_prefilter_scan(const struct hd_prefilter *f, struct hd_scratch *scratch,
    struct hd_str text, uint64_t *set)
{
	size_t words = f->nbits / 64 + 1;

	scratch->text = hd_grow(scratch->text, &scratch->cap, text.n + PAD, 1);
	memset(scratch->text + text.n, 0, PAD);
	if (!hd_fold_text(text, scratch->text)) {
		memset(set, 0xFF, f->words * sizeof(*set));
		return;
	}
	scratch->bits = hd_grow(
	    scratch->bits, &scratch->bits_cap, words, sizeof(*scratch->bits));
	memset(scratch->bits, 0, words * sizeof(*scratch->bits));
	text.p = scratch->text;
	for (size_t len = 1; len <= HD_KEY_MAX; len++)
		if (f->used[len - 1])
			scan_keys(f, text, len, scratch->bits);
	try_clauses(f, scratch->bits);
	for (size_t i = 0; i < f->words; i++)
		set[i] = f->always[i] | scratch->bits[i];
}
