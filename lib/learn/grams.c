/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * N-grams of a text: see grams.h.  The text is first folded into one line,
 * " my card is lost ! ": then every n-gram is a run of bytes of the line.
 */
#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "learn/grams.h"

#define CHARS_MIN 3
#define CHARS_MAX 5

/* Every byte of the line from `at` on stands for [start, end) of the text. */
static void
note(struct hd_grams *g, size_t at, size_t start, size_t end)
{
	g->from =
	    hd_grow(g->from, &g->fromcap, g->line.n + 1, sizeof(*g->from));
	for (; at < g->line.n; at++)
		g->from[at] =
		    (struct hd_gram_byte){ (uint32_t)start, (uint32_t)end };
}

/* A blank ends where the word before it ends, and starts with the next. */
static void
blank(struct hd_grams *g)
{
	size_t n = g->line.n;
	uint32_t end = n > 0 ? g->from[n - 1].end : 0;

	if (n > 0 && g->line.s[n - 1] == ' ')
		return;
	hd_buf_addc(&g->line, ' ');
	note(g, n, end, end);
}

enum kind {
	GAP,
	MARK,
	LETTER
};

static enum kind
kind(uint32_t c, bool inside)
{
	if (hd_utf8_letter(c) || (inside && (c == '\'' || c == 0x2019)))
		return LETTER;
	return c == '!' || c == '?' || c >= 0x2190 ? MARK : GAP;
}

/* The character c of n bytes at p, folded. */
static void
put(struct hd_grams *g, uint32_t c, const char *p, size_t n)
{
	if (c >= '0' && c <= '9')
		hd_buf_addc(&g->line, '0');
	else if (c == 0x2019)
		hd_buf_addc(&g->line, '\'');
	else
		hd_utf8_lower(&g->line, (struct hd_str){ p, n });
}

static void
fold(struct hd_grams *g, struct hd_str text)
{
	const char *p = text.p, *end = text.p + text.n;
	bool inside = false;
	enum kind k;
	uint32_t c;
	size_t n, at, from;

	hd_buf_reset(&g->line);
	blank(g);
	for (; p < end; p += n) {
		n = hd_utf8_get(p, end, &c);
		k = kind(c, inside);
		if (k != LETTER || !inside)
			blank(g);
		inside = k == LETTER;
		if (k == GAP)
			continue;
		at = (size_t)(p - text.p);
		if (g->line.s[g->line.n - 1] == ' ')
			g->from[g->line.n - 1].start = (uint32_t)at;
		from = g->line.n;
		put(g, c, p, n);
		note(g, from, at, at + n);
	}
	blank(g);
}

static void
add(struct hd_grams *g, size_t a, size_t b, uint32_t words)
{
	struct hd_str s = { g->line.s + a, b - a };
	uint32_t key = (uint32_t)(hd_hash64(s) >> 32);

	g->v = hd_grow(g->v, &g->cap, g->n + 1, sizeof(*g->v));
	g->v[g->n++] = (struct hd_gram){ (key & ~UINT32_C(1)) | words,
		g->from[a].start, g->from[b - 1].end };
}

/* The end of the character that begins at byte a of the line. */
static size_t
after(const struct hd_buf *line, size_t a)
{
	do
		a++;
	while (a < line->n && ((unsigned char)line->s[a] & 0xC0) == 0x80);
	return a;
}

/* Runs of characters in [a, b), the blanks at both edges among them. */
static void
cut_chars(struct hd_grams *g, size_t a, size_t b)
{
	size_t e;

	for (; a < b; a = after(&g->line, a)) {
		e = a;
		for (int n = 1; n <= CHARS_MAX && e < b; n++) {
			e = after(&g->line, e);
			if (n >= CHARS_MIN)
				add(g, a, e, 0);
		}
	}
}

void
hd_grams_cut(struct hd_grams *g, struct hd_str text)
{
	size_t a = 1, b, before = 0;

	g->n = 0;
	fold(g, hd_utf8_head(text, HD_GRAMS_TEXT));
	for (; a < g->line.n; a = b + 1) {
		for (b = a; g->line.s[b] != ' ';)
			b++;
		add(g, a, b, 1);
		if (before > 0)
			add(g, before, b, 1);
		cut_chars(g, a - 1, b + 1);
		before = a;
	}
}

void
hd_grams_tags(struct hd_grams *g, const struct hd_str *tags, size_t n)
{
	uint32_t key;

	g->n = 0;
	for (size_t i = 0; i < n; i++) {
		/* a word of a text has no line feed */
		hd_buf_reset(&g->line);
		hd_buf_addc(&g->line, '\n');
		hd_buf_add(&g->line, tags[i].p, tags[i].n);
		key = (uint32_t)(hd_hash64(hd_buf_str(&g->line)) >> 32);
		g->v = hd_grow(g->v, &g->cap, g->n + 1, sizeof(*g->v));
		g->v[g->n++] =
		    (struct hd_gram){ key | 1, (uint32_t)i, (uint32_t)i + 1 };
	}
}

void
hd_grams_release(struct hd_grams *g)
{
	free(g->v);
	free(g->from);
	hd_buf_release(&g->line);
	*g = (struct hd_grams)HD_GRAMS_INIT;
}
