/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of words, and the telling ones: see telling.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "learn/telling.h"

#define WORD_MAX 40 /* bytes; a longer run of letters is no word */
#define HOLD_MIN 3  /* rows: fewer may be one customer */
#define COMMON	 10 /* held by more than one row in so many */

void
hd_words_init(struct hd_words *w)
{
	memset(w, 0, sizeof(*w));
	w->rows = hd_grow(NULL, &w->rowcap, 1, sizeof(*w->rows));
	w->rows[0] = 0;
}

void
hd_words_release(struct hd_words *w)
{
	hd_map_release(&w->map);
	free(w->ids);
	free(w->rows);
	free(w->held);
	hd_buf_release(&w->low);
}

/* Small letters, the typographic apostrophe as the plain one. */
static struct hd_str
plain(struct hd_words *w, struct hd_str word)
{
	static const char quote[] = "\xE2\x80\x99";
	const char *at;

	hd_buf_reset(&w->low);
	while ((at = hd_str_find(word, quote)) != NULL) {
		hd_utf8_lower(
		    &w->low, (struct hd_str){ word.p, (size_t)(at - word.p) });
		hd_buf_addc(&w->low, '\'');
		word.n -= (size_t)(at - word.p) + sizeof(quote) - 1;
		word.p = at + sizeof(quote) - 1;
	}
	hd_utf8_lower(&w->low, word);
	return hd_buf_str(&w->low);
}

static void
note(struct hd_words *w, uint32_t id)
{
	size_t was = w->heldcap;

	w->held = hd_grow(w->held, &w->heldcap, id + 1, sizeof(*w->held));
	if (w->heldcap > was)
		memset(w->held + was, 0, (w->heldcap - was) * sizeof(*w->held));
	if (w->held[id].last != w->nrows + 1) {
		w->held[id].last = (uint32_t)w->nrows + 1;
		w->held[id].held++;
	}
}

static void
put(struct hd_words *w, uint32_t id)
{
	w->ids = hd_grow(w->ids, &w->cap, w->n + 1, sizeof(*w->ids));
	w->ids[w->n++] = id;
}

void
hd_words_row(struct hd_words *w, struct hd_str text)
{
	struct hd_str line, word;
	uint32_t id;

	while (hd_str_split(&text, '\n', &line)) {
		while (hd_utf8_word(&line, &word)) {
			if (word.n > WORD_MAX)
				continue;
			id = (uint32_t)*hd_map_put(
			    &w->map, plain(w, word), (int64_t)w->map.count);
			note(w, id);
			put(w, id);
		}
		put(w, HD_WORDS_NONE);
	}
	w->rows = hd_grow(w->rows, &w->rowcap, w->nrows + 2, sizeof(*w->rows));
	w->rows[++w->nrows] = w->n;
}

struct hd_str
hd_words_text(const struct hd_words *w, uint32_t word)
{
	return (
	    struct hd_str){ w->map.entries[word].key, w->map.entries[word].n };
}

uint32_t
hd_words_find(struct hd_words *w, struct hd_str word)
{
	const int64_t *n =
	    word.n > WORD_MAX ? NULL : hd_map_get(&w->map, plain(w, word));

	return n == NULL ? HD_WORDS_NONE : (uint32_t)*n;
}

/* a of the group's `in` rows hold it, c of the `out` others. */
static double
log_odds_z(double a, double in, double c, double out)
{
	double b = in - a + 0.5, d = out - c + 0.5;

	a += 0.5;
	c += 0.5;
	return log(a * d / (b * c)) / sqrt(1 / a + 1 / b + 1 / c + 1 / d);
}

/* 1, falling to 0 for words of any talk: those that many rows hold. */
static double
damping(double rows, double held)
{
	double rare = log(rows / held) / log(COMMON);

	return rare < 1 ? rare : 1;
}

static int
by_score(const void *a, const void *b)
{
	const struct hd_telling *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? 1 : -1;
	return (x->word > y->word) - (x->word < y->word);
}

/* By word: rows of the group that hold it; their number in *size. */
static uint32_t *
count(
    const struct hd_words *w, const uint32_t *of, uint32_t group, size_t *size)
{
	uint32_t *in = hd_xcalloc(w->map.count + 1, sizeof(*in));
	uint32_t *last = hd_xcalloc(w->map.count + 1, sizeof(*last)), id;

	*size = 0;
	for (size_t r = 0; r < w->nrows; r++) {
		if (of[r] != group)
			continue;
		++*size;
		for (size_t i = w->rows[r]; i < w->rows[r + 1]; i++) {
			id = w->ids[i];
			if (id == HD_WORDS_NONE || last[id] == r + 1)
				continue;
			last[id] = (uint32_t)r + 1;
			in[id]++;
		}
	}
	free(last);
	return in;
}

size_t
hd_telling(const struct hd_words *w, const uint32_t *of, uint32_t group,
    struct hd_telling *out, size_t max)
{
	size_t size, n = 0, cap = 0;
	uint32_t *in = count(w, of, group, &size);
	struct hd_telling *all = NULL, one;

	for (size_t id = 0; id < w->map.count; id++) {
		if (in[id] < HOLD_MIN)
			continue;
		one.word = (uint32_t)id;
		one.score = log_odds_z(in[id], (double)size,
				(double)w->held[id].held - in[id],
				(double)(w->nrows - size)) *
			    damping((double)w->nrows, w->held[id].held);
		if (one.score <= 0)
			continue;
		all = hd_grow(all, &cap, n + 1, sizeof(*all));
		all[n++] = one;
	}
	if (n > 0)
		qsort(all, n, sizeof(*all), by_score);
	n = n < max ? n : max;
	for (size_t i = 0; i < n; i++)
		out[i] = all[i];
	free(all);
	free(in);
	return n;
}
