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
#define NO_BIT	  UINT32_MAX

/* What is done where an entry is found: a bit is set, or a place is noted. */
struct pair {
	uint32_t entry, bit;
	struct hd_start near;
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

/* Is the literal at the beginning of a word, wherever it is? */
static bool
begins_word(const struct hd_literal *l)
{
	return l->left && hd_key_word(l->p[0]);
}

static size_t
key_len(const struct hd_literal *l)
{
	size_t max = begins_word(l) ? HD_KEY_WORD : HD_KEY_ANY;

	return l->n < max ? l->n : max;
}

/* The hash of the key of the literal, which is at byte `at`. */
static uint64_t
hash_at(const struct hd_literal *l, size_t at)
{
	char key[HD_KEY_WORD] = { 0 };

	memcpy(key, l->p + at, key_len(l));
	return hd_key_hash(hd_head_read(key));
}

/* Each place where the key of a literal may be. */
static void
count_keys(struct gather *g, const struct hd_literal *l)
{
	for (size_t i = 0; i + key_len(l) <= l->n; i++)
		g->count[hd_key_bucket(hash_at(l, i))]++;
}

/* What is in few literals is in few texts too. */
static void
choose_key(struct gather *g, struct hd_entry *e)
{
	size_t len = key_len(&e->lit);
	double rate, least = 0;
	struct hd_literal key;
	size_t b, best = 0;

	if (begins_word(&e->lit))
		return;
	for (size_t i = 0; i + len <= e->lit.n; i++) {
		key = (struct hd_literal){ e->lit.p + i, len, false, false,
			{ 0, 0, 0 } };
		b = hd_key_bucket(hash_at(&e->lit, i));
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
	struct hd_entry *e;

	f->entries = hd_grow(
	    f->entries, &f->entries_cap, f->nentries + 1, sizeof(*f->entries));
	e = &f->entries[f->nentries++];
	*e = (struct hd_entry){ .lit = *l };
	e->lit.p = hd_arena_memdup(&f->arena, l->p, l->n);
	if (!begins_word(l))
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
add_pair(struct gather *g, const struct hd_literal *l, uint32_t bit,
    struct hd_start near)
{
	struct pair pair = { entry_of(g, l), bit, near };

	g->pairs =
	    hd_grow(g->pairs, &g->pairs_cap, g->npairs + 1, sizeof(*g->pairs));
	g->pairs[g->npairs++] = pair;
}

static void
gather(struct gather *g, size_t bit, struct hd_litset set)
{
	const struct hd_start none = { 0, { 0, 0, 0 } };

	for (size_t i = 0; i < set.n; i++)
		add_pair(g, &set.v[i], (uint32_t)bit, none);
}

static void
gather_near(struct gather *g, size_t pattern, struct hd_litset set)
{
	struct hd_start near = { (uint32_t)pattern, { 0, 0, 0 } };

	if (set.n > 0)
		g->f->placed[pattern / 64] |= (uint64_t)1 << (pattern % 64);
	for (size_t i = 0; i < set.n; i++) {
		near.at = set.v[i].at;
		add_pair(g, &set.v[i], NO_BIT, near);
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
			/* found in most texts, but one of them must be */
			if (need.near.n > 0)
				gather(g, i, need.near);
			else
				f->always[i / 64] |= (uint64_t)1 << (i % 64);
		}
		gather_near(g, i, need.near);
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
		if (*bit == NO_BIT)
			continue;
		if ((*bit & FIRST_SET) != 0)
			*bit = (*bit & ~FIRST_SET) + first;
		else if ((*bit & OTHER_SET) != 0)
			*bit = (*bit & ~OTHER_SET) + other;
	}
}

/* Where the runs of the entries begin; their lengths are counted again. */
static void
place_runs(struct gather *g)
{
	uint32_t bits = 0, nears = 0;
	struct hd_entry *e;

	for (size_t i = 0; i < g->npairs; i++) {
		e = &g->f->entries[g->pairs[i].entry];
		if (g->pairs[i].bit == NO_BIT)
			e->nears++;
		else
			e->bits++;
	}
	for (size_t i = 0; i < g->f->nentries; i++) {
		e = &g->f->entries[i];
		e->bit = bits;
		e->near = nears;
		bits += e->bits;
		nears += e->nears;
		e->bits = e->nears = 0;
	}
	g->f->owners = hd_xcalloc(bits, sizeof(*g->f->owners));
	g->f->nears = hd_xcalloc(nears, sizeof(*g->f->nears));
}

static void
fill_runs(struct gather *g)
{
	struct hd_prefilter *f = g->f;
	const struct pair *p;
	struct hd_entry *e;

	place_runs(g);
	for (size_t i = 0; i < g->npairs; i++) {
		p = &g->pairs[i];
		e = &g->f->entries[p->entry];
		if (p->bit == NO_BIT)
			f->nears[e->near + e->nears++] = p->near;
		else
			f->owners[e->bit + e->bits++] = p->bit;
	}
}

static void
add_mask(struct hd_keys *keys, uint64_t mask)
{
	for (size_t i = 0; i < keys->nmasks; i++)
		if (keys->masks[i] == mask)
			return;
	keys->masks[keys->nmasks++] = mask;
}

static struct hd_head
head_of(const struct hd_entry *e, size_t at)
{
	char head[HD_HEAD] = { 0 };

	memcpy(head, e->lit.p, e->lit.n < HD_HEAD ? e->lit.n : HD_HEAD);
	return (struct hd_head){ hd_head_read(head), (uint8_t)e->lit.n,
		(uint8_t)e->key, e->lit.left, e->lit.right, (uint32_t)at };
}

/* Sort the entries of a kind by bucket, and say where keys may begin. */
static void
fill_keys(struct gather *g, struct hd_keys *keys, bool word)
{
	const struct hd_entry *e;
	uint64_t hash;
	size_t seen;

	memset(g->load, 0, sizeof(g->load));
	for (size_t i = 0; i < g->f->nentries; i++) {
		e = &g->f->entries[i];
		if (begins_word(&e->lit) != word)
			continue;
		hash = hash_at(&e->lit, e->key);
		seen = hd_key_seen(hash);
		keys->seen[seen / 64] |= (uint64_t)1 << (seen % 64);
		add_mask(keys, hd_key_mask(key_len(&e->lit)));
		g->load[hd_key_bucket(hash)]++;
		keys->n++;
	}
	for (size_t i = 0; i < HD_BUCKETS; i++) {
		keys->start[i + 1] = keys->start[i] + g->load[i];
		g->load[i] = keys->start[i];
	}
	keys->heads = hd_xcalloc(keys->n, sizeof(*keys->heads));
	for (size_t i = 0; i < g->f->nentries; i++) {
		e = &g->f->entries[i];
		if (begins_word(&e->lit) == word) {
			hash = hash_at(&e->lit, e->key);
			keys->heads[g->load[hd_key_bucket(hash)]++] =
			    head_of(e, i);
		}
	}
}

struct hd_prefilter *
hd_prefilter_new(const struct hd_str *patterns, size_t n)
{
	struct hd_prefilter *f = hd_xcalloc(1, sizeof(*f));
	struct gather *g = hd_xcalloc(1, sizeof(*g));

	g->f = f;
	f->n = n;
	f->words = (n + 63) / 64;
	f->always = hd_xcalloc(f->words, sizeof(*f->always));
	f->placed = hd_xcalloc(f->words, sizeof(*f->placed));
	gather_all(g, patterns, n);
	for (size_t i = 0; i < g->f->nentries; i++)
		choose_key(g, &g->f->entries[i]);
	place_bits(g);
	fill_runs(g);
	fill_keys(g, &f->word, true);
	fill_keys(g, &f->any, false);
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
	free(f->placed);
	free(f->clauses);
	free(f->entries);
	free(f->word.heads);
	free(f->any.heads);
	free(f->owners);
	free(f->nears);
	free(f);
}
