/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of weighted terms: see terms.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "learn/terms.h"

#define WORD_MAX   60  /* bytes; a longer run of letters is no word */
#define MIN_ROWS   2   /* a term of one ticket says nothing of others */
#define GRAM_TIMES 0.5 /* there are more runs in a word than words */

void
hd_terms_init(struct hd_terms *t)
{
	memset(t, 0, sizeof(*t));
	t->rows = hd_grow(NULL, &t->rowcap, 1, sizeof(*t->rows));
	t->rows[0] = 0;
}

void
hd_terms_release(struct hd_terms *t)
{
	hd_map_release(&t->map);
	free(t->cells);
	free(t->rows);
	hd_buf_release(&t->word);
	hd_buf_release(&t->gram);
}

static void
put(struct hd_terms *t, struct hd_str term, double times)
{
	int64_t n = *hd_map_put(&t->map, term, (int64_t)t->map.count);

	t->cells = hd_grow(t->cells, &t->cap, t->ncells + 1, sizeof(*t->cells));
	t->cells[t->ncells++] =
	    (struct hd_termcell){ (uint32_t)n, (float)times };
}

/* "<word>" as "#<wo", "#wor", ...: the mark keeps runs apart from words. */
static void
put_grams(struct hd_terms *t, double times)
{
	const char *p = t->gram.s, *end = t->gram.s + t->gram.n, *q;
	size_t step = 1;
	uint32_t c;

	for (; p < end; p += step) {
		step = hd_utf8_get(p, end, &c);
		q = p + step;
		for (int i = 0; i < 2 && q < end; i++)
			q += hd_utf8_get(q, end, &c);
		hd_buf_reset(&t->word);
		hd_buf_addc(&t->word, '#');
		hd_buf_add(&t->word, p, (size_t)(q - p));
		put(t, hd_buf_str(&t->word), times);
		if (q == end)
			break;
	}
}

void
hd_terms_add(struct hd_terms *t, struct hd_str text, double times)
{
	struct hd_str word;

	while (hd_utf8_word(&text, &word)) {
		if (word.n > WORD_MAX)
			continue;
		hd_buf_reset(&t->word);
		hd_utf8_lower(&t->word, word);
		hd_buf_reset(&t->gram);
		hd_buf_addc(&t->gram, '<');
		hd_buf_add(&t->gram, t->word.s, t->word.n);
		hd_buf_addc(&t->gram, '>');
		put(t, hd_buf_str(&t->word), times);
		put_grams(t, times * GRAM_TIMES);
	}
}

static int
by_term(const void *a, const void *b)
{
	const struct hd_termcell *x = a, *y = b;

	return (x->term > y->term) - (x->term < y->term);
}

void
hd_terms_row(struct hd_terms *t)
{
	size_t from = t->rows[t->nrows], to = from;

	if (t->ncells > from)
		qsort(t->cells + from, t->ncells - from, sizeof(*t->cells),
		    by_term);
	for (size_t i = from; i < t->ncells; i++) {
		if (to > from && t->cells[to - 1].term == t->cells[i].term)
			t->cells[to - 1].weight += t->cells[i].weight;
		else
			t->cells[to++] = t->cells[i];
	}
	t->ncells = to;
	t->rows = hd_grow(t->rows, &t->rowcap, t->nrows + 2, sizeof(*t->rows));
	t->rows[++t->nrows] = to;
}

/* By term: its weight, and in number[] its place among those that stay. */
static double *
weights(struct hd_terms *t, uint32_t *number)
{
	double *w = hd_xcalloc(t->map.count + 1, sizeof(*w));

	for (size_t i = 0; i < t->ncells; i++)
		w[t->cells[i].term]++;
	for (size_t i = 0; i < t->map.count; i++) {
		number[i] = (uint32_t)t->nterms;
		if (w[i] >= MIN_ROWS) {
			w[i] = log((double)t->nrows / w[i]);
			t->nterms++;
		} else {
			w[i] = 0;
		}
	}
	return w;
}

void
hd_terms_weigh(struct hd_terms *t)
{
	uint32_t *number = hd_xcalloc(t->map.count + 1, sizeof(*number));
	double *w = weights(t, number), v, square;
	size_t to = 0, from, end;

	for (size_t r = 0; r < t->nrows; r++) {
		from = t->rows[r];
		end = t->rows[r + 1];
		t->rows[r] = to;
		square = 0;
		for (size_t i = from; i < end; i++) {
			v = t->cells[i].weight;
			v = (v > 1 ? 1 + log(v) : v) * w[t->cells[i].term];
			if (v <= 0)
				continue;
			square += v * v;
			t->cells[to++] =
			    (struct hd_termcell){ number[t->cells[i].term],
				    (float)v };
		}
		for (size_t i = t->rows[r]; i < to; i++)
			t->cells[i].weight /= (float)sqrt(square);
	}
	t->rows[t->nrows] = t->ncells = to;
	free(w);
	free(number);
	hd_map_release(&t->map);
}
