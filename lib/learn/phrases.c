/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The phrases that find a group: see telling.h.  A greedy cover: of all words
 * and pairs of near words the one that adds most, then the next.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "learn/telling.h"

#define OUTWEIGHS 2  /* rows of the group that one other row takes away */
#define ADDS_PART 50 /* a phrase adds that part of the group at least */
#define ADDS_MIN  2  /* and that many rows */

/* Rows that hold a candidate: words first, then pairs. */
struct held {
	uint32_t *rows;
	size_t n, cap;
};

struct cover {
	const struct hd_words *w;
	const uint32_t *of;
	uint32_t group;
	uint32_t *place; /* by word: its place among those given, + 1 */
	size_t nwords, ncandidates;
	struct held *held; /* by candidate */
	bool *found;	   /* by row */
};

static void
hold(struct held *h, uint32_t row)
{
	if (h->n > 0 && h->rows[h->n - 1] == row)
		return;
	h->rows = hd_grow(h->rows, &h->cap, h->n + 1, sizeof(*h->rows));
	h->rows[h->n++] = row;
}

/* Candidate n is word n; the others are a pair each. */
static size_t
pair(const struct cover *c, size_t a, size_t b)
{
	return c->nwords + a * c->nwords + b;
}

/* The place of word i of all, 0: not among those given. */
static uint32_t
place(const struct cover *c, size_t i)
{
	uint32_t id = c->w->ids[i];

	return id == HD_WORDS_NONE ? 0 : c->place[id];
}

static void
read_row(struct cover *c, uint32_t row)
{
	size_t end = c->w->rows[row + 1];
	uint32_t a, b;

	for (size_t i = c->w->rows[row]; i < end; i++) {
		a = place(c, i);
		if (a == 0)
			continue;
		hold(&c->held[a - 1], row);
		for (size_t k = i + 1; k < end && k <= i + HD_PHRASE_REACH &&
				       c->w->ids[k] != HD_WORDS_NONE;
		     k++) {
			b = place(c, k);
			if (b > 0 && b != a)
				hold(&c->held[pair(c, a - 1, b - 1)], row);
		}
	}
}

/* Rows not yet found that the candidate would add. */
static void
adds(const struct cover *c, const struct held *h, size_t *in, size_t *out)
{
	*in = *out = 0;
	for (size_t i = 0; i < h->n; i++) {
		if (c->found[h->rows[i]])
			continue;
		if (c->of[h->rows[i]] == c->group)
			++*in;
		else
			++*out;
	}
}

/* The best candidate, or ncandidates when none adds enough. */
static size_t
best(const struct cover *c, size_t least)
{
	size_t choice = c->ncandidates, in, out;
	double most = 0, v;

	for (size_t i = 0; i < c->ncandidates; i++) {
		if (c->held[i].n < least)
			continue;
		adds(c, &c->held[i], &in, &out);
		v = (double)in - OUTWEIGHS * (double)out;
		if (in >= least && v > most) {
			most = v;
			choice = i;
		}
	}
	return choice;
}

/* Where nothing finds the group and little else: what comes nearest. */
static size_t
second_best(const struct cover *c)
{
	size_t choice = c->ncandidates, in, out;
	double most = 0, v;

	for (size_t i = 0; i < c->ncandidates; i++) {
		adds(c, &c->held[i], &in, &out);
		v = in > 0 ? (double)in * (double)in / (double)(in + out) : 0;
		if (v > most) {
			most = v;
			choice = i;
		}
	}
	return choice;
}

static struct hd_phrase
take(struct cover *c, size_t choice, const struct hd_telling *words)
{
	const struct held *h = &c->held[choice];
	size_t p = choice - c->nwords;

	for (size_t i = 0; i < h->n; i++)
		c->found[h->rows[i]] = true;
	if (choice < c->nwords)
		return (struct hd_phrase){ words[choice].word, HD_WORDS_NONE };
	return (struct hd_phrase){ words[p / c->nwords].word,
		words[p % c->nwords].word };
}

static size_t
begin(struct cover *c, const struct hd_telling *words)
{
	size_t size = 0;

	c->ncandidates = c->nwords + c->nwords * c->nwords;
	c->place = hd_xcalloc(c->w->map.count + 1, sizeof(*c->place));
	c->held = hd_xcalloc(c->ncandidates + 1, sizeof(*c->held));
	c->found = hd_xcalloc(c->w->nrows + 1, sizeof(*c->found));
	for (size_t i = 0; i < c->nwords; i++)
		c->place[words[i].word] = (uint32_t)i + 1;
	for (size_t r = 0; r < c->w->nrows; r++) {
		size += c->of[r] == c->group;
		read_row(c, (uint32_t)r);
	}
	return size;
}

static void
end(struct cover *c)
{
	for (size_t i = 0; i < c->ncandidates; i++)
		free(c->held[i].rows);
	free(c->held);
	free(c->place);
	free(c->found);
}

size_t
hd_phrases(const struct hd_words *w, const uint32_t *of, uint32_t group,
    const struct hd_telling *words, size_t nwords, struct hd_phrase *out,
    size_t max)
{
	struct cover c = { .w = w, .of = of, .group = group, .nwords = nwords };
	size_t least = begin(&c, words) / ADDS_PART, n = 0, choice;

	least = least < ADDS_MIN ? ADDS_MIN : least;
	while (n < max && (choice = best(&c, least)) < c.ncandidates)
		out[n++] = take(&c, choice, words);
	if (n == 0 && max > 0 && (choice = second_best(&c)) < c.ncandidates)
		out[n++] = take(&c, choice, words);
	end(&c);
	return n;
}
