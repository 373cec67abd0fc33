/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vectors of documents: see space.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "learn/space.h"

/* An n-gram that one group alone knows says nothing of another. */
#define MIN_GROUPS 2
/* The length of the block of characters, that of words being 1. */
#define CHARS 0.7F
/* How much a number's one standard deviation is beside them. */
#define COUNTS 0.5F

/*
 * Groups of the sample that each item stands in: copies of a ticket, and the
 * tickets of one customer, are one witness.
 */
static uint32_t *
count_groups(const struct hd_sample *s)
{
	const struct hd_bags *b = s->bags;
	uint32_t *df = hd_xcalloc(b->keys.n + 1, sizeof(*df));
	uint32_t *last = hd_xcalloc(b->keys.n + 1, sizeof(*last));
	uint32_t *next = hd_xmalloc((b->ndocs + 1) * sizeof(*next));
	uint32_t *head = hd_xcalloc(s->ngroups + 1, sizeof(*head)), id;

	/* lists of documents by group: document + 1, 0 ends */
	for (size_t d = b->ndocs; d-- > 0;)
		if (s->in[d]) {
			next[d] = head[s->group[d]];
			head[s->group[d]] = (uint32_t)d + 1;
		}
	for (uint32_t g = 0; g < s->ngroups; g++)
		for (uint32_t d = head[g]; d != 0; d = next[d - 1])
			for (size_t i = b->rows[b->first[d - 1]];
			     i < b->rows[b->first[d]]; i++) {
				id = b->items[i].id;
				df[id] += last[id] != g + 1;
				last[id] = g + 1;
			}
	free(last);
	free(next);
	free(head);
	return df;
}

struct rank {
	uint32_t df, id;
};

static int
commonest_first(const void *a, const void *b)
{
	const struct rank *x = a, *y = b;

	if (x->df != y->df)
		return x->df < y->df ? 1 : -1;
	return (x->id > y->id) - (x->id < y->id);
}

static double
groups_in(const struct hd_sample *s)
{
	bool *seen = hd_xcalloc(s->ngroups + 1, sizeof(*seen));
	size_t n = 0;

	for (size_t d = 0; d < s->bags->ndocs; d++)
		if (s->in[d] && !seen[s->group[d]]) {
			seen[s->group[d]] = true;
			n++;
		}
	free(seen);
	return (double)n;
}

/* What is common stays in the processor's cache when it stands together. */
static void
fit_words(struct hd_space *s, const struct hd_sample *sample, uint32_t *local)
{
	const struct hd_keys *keys = &sample->bags->keys;
	uint32_t *df = count_groups(sample);
	struct rank *r = hd_xmalloc((keys->n + 1) * sizeof(*r));
	double groups = groups_in(sample);
	size_t n = 0;

	for (uint32_t i = 0; i < keys->n; i++) {
		local[i] = HD_KEYS_NONE;
		if (df[i] >= MIN_GROUPS)
			r[n++] = (struct rank){ df[i], i };
	}
	qsort(r, n, sizeof(*r), commonest_first);
	s->idf = hd_xmalloc((n + 1) * sizeof(*s->idf));
	for (size_t i = 0; i < n; i++) {
		local[r[i].id] = hd_keys_put(&s->keys, keys->key[r[i].id]);
		s->idf[i] = (float)(1 + log((1 + groups) / (1 + r[i].df)));
	}
	free(r);
	free(df);
}

static void
fit_count(
    struct hd_space_count *c, const struct hd_sample *sample, size_t which)
{
	double sum = 0, sq = 0, n = 0, x;

	for (size_t d = 0; d < sample->bags->ndocs; d++) {
		if (!sample->in[d])
			continue;
		x = log1p(sample->docs[d].counts[which]);
		sum += x;
		sq += x * x;
		n++;
	}
	c->mean = n > 0 ? (float)(sum / n) : 0;
	x = n > 0 ? sq / n - sum / n * (sum / n) : 0;
	c->scale = x > 1e-9 ? COUNTS / (float)sqrt(x) : 0;
}

void
hd_space_fit(
    struct hd_space *s, const struct hd_sample *sample, uint32_t *local)
{
	*s = (struct hd_space)HD_SPACE_INIT;
	fit_words(s, sample, local);
	s->ncounts = sample->ncounts;
	s->counts = hd_xcalloc(s->ncounts + 1, sizeof(*s->counts));
	for (size_t k = 0; k < s->ncounts; k++)
		fit_count(&s->counts[k], sample, k);
}

void
hd_space_release(struct hd_space *s)
{
	hd_keys_release(&s->keys);
	free(s->idf);
	free(s->counts);
	*s = (struct hd_space)HD_SPACE_INIT;
}

size_t
hd_space_size(const struct hd_space *s)
{
	return s->keys.n + s->ncounts;
}

size_t
hd_space_vector(
    const struct hd_space *s, struct hd_item *v, size_t n, const double *counts)
{
	float length[2] = { CHARS, 1 }, scale[2];
	double sq[2] = { 0, 0 };
	const struct hd_space_count *c;

	for (size_t i = 0; i < n; i++) {
		v[i].times = (1 + logf(v[i].times)) * s->idf[v[i].id];
		sq[s->keys.key[v[i].id] & 1] += v[i].times * v[i].times;
	}
	for (int b = 0; b < 2; b++)
		scale[b] = sq[b] > 0 ? length[b] / (float)sqrt(sq[b]) : 0;
	for (size_t i = 0; i < n; i++)
		v[i].times *= scale[s->keys.key[v[i].id] & 1];
	for (size_t k = 0; counts != NULL && k < s->ncounts; k++) {
		c = &s->counts[k];
		v[n++] = (struct hd_item){ (uint32_t)(s->keys.n + k),
			((float)log1p(counts[k]) - c->mean) * c->scale };
	}
	return n;
}
