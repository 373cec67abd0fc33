/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the index of all literals: see prefilterindex.h. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/mem.h"
#include "rules/literalset.h"
#include "rules/prefilterindex.h"

/* Kinds of bits that have no place yet, beside those of patterns. */
#define FIRST_SET ((uint32_t)1 << 30)
#define OTHER_SET ((uint32_t)1 << 31)

/* A bit to be set where an entry is found. */
struct pair {
	uint32_t entry, bit;
};

/* The literals of all patterns while they are gathered. */
struct gather {
	struct hd_prefilter *f;
	struct hd_map known;
	struct pair *pairs;
	size_t npairs, pairs_cap;
	size_t nmore; /* sets of clauses beside the first */
	uint32_t count[HD_BUCKETS], load[HD_BUCKETS];
};

static size_t
key_len(const struct hd_literal *l)
{
	return l->n < HD_KEY_MAX ? l->n : HD_KEY_MAX;
}

/* The bucket of the literal with its key at byte `at`. */
static uint32_t
bucket_at(const struct hd_literal *l, size_t at)
{
	char key[HD_KEY_MAX] = { 0 };
	size_t len = key_len(l);

	memcpy(key, l->p + at, len);
	return hd_key_bucket(hd_key_read(key), len);
}

/* Each place where the key of a literal may be. */
static void
count_keys(struct gather *g, const struct hd_literal *l)
{
	for (size_t i = 0; i + key_len(l) <= l->n; i++)
		g->count[bucket_at(l, i)]++;
}

/* What is in few literals is in few texts too. */
static void
choose_key(struct gather *g, struct hd_entry *e)
{
	size_t len = key_len(&e->lit);
	double rate, least = 0;
	struct hd_literal key;
	uint32_t b, best = 0;

	for (size_t i = 0; i + len <= e->lit.n; i++) {
		key = (struct hd_literal){ e->lit.p + i, len, false, false };
		b = bucket_at(&e->lit, i);
		rate = hd_litset_rate((struct hd_litset){ &key, 1 });
		rate *= g->count[b];
		rate *= 1 + g->load[b];
		if (i > 0 && rate >= least)
			continue;
		least = rate;
		e->key = (uint32_t)i;
		best = b;
	}
	g->load[best]++;
}

static void
add_entry(struct gather *g, const struct hd_literal *l)
{
	struct hd_prefilter *f = g->f;
	char head[HD_HEAD] = { 0 };
	struct hd_entry *e;

	f->entries = hd_grow(
	    f->entries, &f->entries_cap, f->nentries + 1, sizeof(*f->entries));
	e = &f->entries[f->nentries++];
	*e = (struct hd_entry){ .lit = *l, .mask = UINT64_MAX };
	e->lit.p = hd_arena_memdup(&f->arena, l->p, l->n);
	memcpy(head, l->p, l->n < HD_HEAD ? l->n : HD_HEAD);
	e->head = hd_head_read(head);
	if (l->n < HD_HEAD)
		e->mask = ((uint64_t)1 << (8 * l->n)) - 1;
	count_keys(g, l);
}

/* The entry of a literal, made when it is new. */
static uint32_t
entry_of(struct gather *g, const struct hd_literal *l)
{
	char name[HD_LITERAL_MAX + 1];
	int64_t *at;

	memcpy(name, l->p, l->n);
	name[l->n] = (char)('0' + l->left + 2 * l->right);
	at = hd_map_put(&g->known, (struct hd_str){ name, l->n + 1 }, -1);
	if (*at < 0) {
		*at = (int64_t)g->f->nentries;
		add_entry(g, l);
	}
	return (uint32_t)*at;
}

static void
gather(struct gather *g, size_t bit, struct hd_litset set)
{
	struct pair pair = { 0, (uint32_t)bit };

	for (size_t i = 0; i < set.n; i++) {
		pair.entry = entry_of(g, &set.v[i]);
		g->pairs = hd_grow(
		    g->pairs, &g->pairs_cap, g->npairs + 1, sizeof(*g->pairs));
		g->pairs[g->npairs++] = pair;
	}
}

static void
gather_clause(struct gather *g, size_t pattern, const struct hd_litclause *need)
{
	struct hd_prefilter *f = g->f;
	struct hd_clause *c;

	if (need->n == 1) {
		gather(g, pattern, need->sets[0]);
		return;
	}
	f->clauses = hd_grow(
	    f->clauses, &f->clauses_cap, f->nclauses + 1, sizeof(*f->clauses));
	c = &f->clauses[f->nclauses];
	c->pattern = (uint32_t)pattern;
	c->more = (uint32_t)g->nmore;
	c->nmore = (uint32_t)need->n - 1;
	gather(g, FIRST_SET | f->nclauses++, need->sets[0]);
	for (size_t i = 1; i < need->n; i++)
		gather(g, OTHER_SET | g->nmore++, need->sets[i]);
}

static void
gather_all(struct gather *g, const struct hd_str *patterns, size_t n)
{
	struct hd_prefilter *f = g->f;
	struct hd_arena work = HD_ARENA_INIT;
	struct hd_litneed need;

	for (size_t i = 0; i < n; i++) {
		hd_arena_reset(&work);
		if (!hd_literals(&work, patterns[i], &need)) {
			f->always[i / 64] |= (uint64_t)1 << (i % 64);
			continue;
		}
		for (size_t k = 0; k < need.n; k++)
			gather_clause(g, i, &need.v[k]);
	}
	hd_arena_release(&work);
}

/* Now that all are counted, give each kind of bit its place. */
static void
place_bits(struct gather *g)
{
	struct hd_prefilter *f = g->f;
	uint32_t first = (uint32_t)f->words * 64;
	uint32_t other = first + (uint32_t)f->nclauses, *bit;

	f->nbits = other + g->nmore;
	for (size_t i = 0; i < f->nclauses; i++)
		f->clauses[i].more += other;
	for (size_t i = 0; i < g->npairs; i++) {
		bit = &g->pairs[i].bit;
		if ((*bit & FIRST_SET) != 0)
			*bit = (*bit & ~FIRST_SET) + first;
		else if ((*bit & OTHER_SET) != 0)
			*bit = (*bit & ~OTHER_SET) + other;
	}
}

/* The bits of each entry, as runs of owners. */
static void
fill_owners(struct gather *g)
{
	struct hd_prefilter *f = g->f;
	struct hd_entry *e;
	uint32_t n = 0;

	for (size_t i = 0; i < g->npairs; i++)
		f->entries[g->pairs[i].entry].n++;
	for (size_t i = 0; i < f->nentries; i++) {
		f->entries[i].first = n;
		n += f->entries[i].n;
		f->entries[i].n = 0;
	}
	f->owners = hd_xcalloc(g->npairs, sizeof(*f->owners));
	for (size_t i = 0; i < g->npairs; i++) {
		e = &f->entries[g->pairs[i].entry];
		f->owners[e->first + e->n++] = g->pairs[i].bit;
	}
}

/* Sort the entries by bucket, and say where keys may begin. */
static void
fill_buckets(struct gather *g)
{
	struct hd_prefilter *f = g->f;
	struct hd_entry *sorted = hd_xcalloc(f->nentries, sizeof(*sorted));
	uint32_t b, n = 0;
	size_t len;

	for (size_t i = 0; i < HD_BUCKETS; i++) {
		f->start[i] = n;
		n += g->load[i];
		g->load[i] = f->start[i];
	}
	f->start[HD_BUCKETS] = n;
	for (size_t i = 0; i < f->nentries; i++) {
		len = key_len(&f->entries[i].lit);
		b = bucket_at(&f->entries[i].lit, f->entries[i].key);
		sorted[g->load[b]++] = f->entries[i];
		f->used[len - 1] = true;
		f->seen[len - 1][b / 64] |= (uint64_t)1 << (b % 64);
	}
	free(f->entries);
	f->entries = sorted;
}

struct hd_prefilter *
hd_prefilter_new(const struct hd_str *patterns, size_t n)
{
	struct hd_prefilter *f = hd_xcalloc(1, sizeof(*f));
	struct gather *g = hd_xcalloc(1, sizeof(*g));

	g->f = f;
	f->words = (n + 63) / 64;
	f->always = hd_xcalloc(f->words, sizeof(*f->always));
	gather_all(g, patterns, n);
	for (size_t i = 0; i < f->nentries; i++)
		choose_key(g, &f->entries[i]);
	place_bits(g);
	fill_owners(g);
	fill_buckets(g);
	hd_map_release(&g->known);
	free(g->pairs);
	free(g);
	return f;
}

void
hd_prefilter_free(struct hd_prefilter *f)
{
	if (f == NULL)
		return;
	hd_arena_release(&f->arena);
	free(f->always);
	free(f->clauses);
	free(f->entries);
	free(f->owners);
	free(f);
}
