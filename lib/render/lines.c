/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text in lines: see lines.h. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "render/lines.h"

#define MARKS 4 /* a cell of the terminal library holds no more */

void
hd_lines_begin(struct hd_lines *l, size_t width, int (*cells)(uint32_t c))
{
	hd_buf_reset(&l->text);
	l->n = 0;
	l->width = width;
	l->cells = cells;
}

void
hd_lines_release(struct hd_lines *l)
{
	hd_buf_release(&l->text);
	free(l->v);
	*l = (struct hd_lines){ .n = 0 };
}

/*
 * Joiners, variation selectors, tags and other characters that only shape their
 * neighbours: terminals disagree about what they do to widths, and a screen
 * drawn on another belief is garbled.  The text reads well without them.
 */
static bool
shapes(uint32_t c)
{
	return c == 0xAD || c == 0x34F || (c >= 0x180B && c <= 0x180F) ||
	       c == 0x200C || c == 0x200D || (c >= 0x2060 && c <= 0x206F) ||
	       (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFFF9 && c <= 0xFFFB) ||
	       (c >= 0xE0000 && c <= 0xE0FFF);
}

static void
clean(
    const struct hd_lines *l, struct hd_buf *b, struct hd_str text, bool lines)
{
	struct hd_buf safe = HD_BUF_INIT;
	const char *p, *end;
	int marks = MARKS, k;
	uint32_t c;
	size_t n;

	hd_utf8_safe(&safe, text, lines);
	p = hd_buf_cstr(&safe);
	for (end = p + safe.n; p < end; p += n) {
		n = hd_utf8_get(p, end, &c);
		k = c == '\n' ? 1 : l->cells(c);
		if (k == 0 || shapes(c)) {
			if (marks++ < MARKS && !shapes(c))
				hd_buf_add(b, p, n);
			continue;
		}
		/* a blank may end a line: what stood on it would begin one */
		marks = c == ' ' || c == '\n' ? MARKS : 0;
		if (k < 0)
			hd_buf_addc(b, '?');
		else
			hd_buf_add(b, p, n);
	}
	hd_buf_release(&safe);
}

void
hd_lines_clean(const struct hd_lines *l, struct hd_buf *b, struct hd_str text)
{
	clean(l, b, text, false);
}

/* Bytes at the head of s for a line of `width`; words: better whole words. */
static size_t
fits(const struct hd_lines *l, struct hd_str s, size_t width, bool words)
{
	size_t at = 0, cut = 0, w = 0, n, k;
	uint32_t c;

	for (; at < s.n; at += n) {
		n = hd_utf8_get(s.p + at, s.p + s.n, &c);
		k = (size_t)l->cells(c);
		if (words && (c == ' ' || k > 1))
			cut = at;
		if (w + k > width)
			return cut > 0 ? cut : at;
		w += k;
	}
	return s.n;
}

size_t
hd_lines_cells(const struct hd_lines *l, struct hd_str s)
{
	size_t w = 0, n;
	uint32_t c;

	for (; s.n > 0; s.p += n, s.n -= n) {
		n = hd_utf8_get(s.p, s.p + s.n, &c);
		w += (size_t)l->cells(c);
	}
	return w;
}

static void
open_line(struct hd_lines *l, enum hd_style style)
{
	l->v = hd_grow(l->v, &l->cap, l->n + 1, sizeof(*l->v));
	l->v[l->n++] = (struct hd_line){ l->text.n, 0, style };
}

static void
pad(struct hd_lines *l, const char *with, size_t n)
{
	for (size_t i = 0; i < n; i++)
		hd_buf_adds(&l->text, with);
}

static void
close_line(struct hd_lines *l)
{
	l->v[l->n - 1].n = l->text.n - l->v[l->n - 1].off;
}

void
hd_lines_add(
    struct hd_lines *l, struct hd_str text, size_t indent, enum hd_style style)
{
	struct hd_buf b = HD_BUF_INIT;
	struct hd_str rest, s;
	size_t n;

	indent = indent + 8 > l->width ? 0 : indent;
	clean(l, &b, text, true);
	rest = (struct hd_str){ hd_buf_cstr(&b), b.n };
	while (hd_str_split(&rest, '\n', &s)) {
		do {
			n = fits(l, s, l->width - indent, true);
			if (n == 0 && s.n > 0) /* wider than the line */
				n = fits(l, s, 2, false);
			open_line(l, style);
			pad(l, " ", n > 0 ? indent : 0);
			hd_buf_add(&l->text, s.p, n);
			close_line(l);
			s.p += n;
			s.n -= n;
			while (s.n > 0 && s.p[0] == ' ') {
				s.p++;
				s.n--;
			}
		} while (s.n > 0);
	}
	hd_buf_release(&b);
}

void
hd_lines_flow(struct hd_lines *l, const struct hd_str *words, size_t n,
    enum hd_style style)
{
	struct hd_buf b = HD_BUF_INIT;
	size_t w = 0, k;
	struct hd_str s;

	for (size_t i = 0; i < n; i++) {
		hd_buf_reset(&b);
		clean(l, &b, words[i], false);
		s = hd_buf_str(&b);
		s.n = fits(l, s, l->width, false);
		k = hd_lines_cells(l, s);
		if (i == 0 || w + 2 + k > l->width) {
			open_line(l, style);
			w = 0;
		} else {
			hd_buf_adds(&l->text, "  ");
			w += 2;
		}
		hd_buf_add(&l->text, s.p, s.n);
		w += k;
		close_line(l);
	}
	hd_buf_release(&b);
}

void
hd_lines_pair(struct hd_lines *l, struct hd_str left, struct hd_str right,
    const char *fill, enum hd_style style)
{
	struct hd_buf a = HD_BUF_INIT, b = HD_BUF_INIT;
	size_t room, w;

	clean(l, &a, left, false);
	clean(l, &b, right, false);
	open_line(l, style);
	b.n = fits(l, hd_buf_str(&b), l->width, false);
	room = l->width - hd_lines_cells(l, hd_buf_str(&b));
	room -= room > 0 && b.n > 0; /* something stands between them */
	a.n = fits(l, hd_buf_str(&a), room, false);
	w = hd_lines_cells(l, hd_buf_str(&a)) +
	    hd_lines_cells(l, hd_buf_str(&b));
	hd_buf_add(&l->text, hd_buf_cstr(&a), a.n);
	pad(l, fill, l->width - w);
	hd_buf_add(&l->text, hd_buf_cstr(&b), b.n);
	close_line(l);
	hd_buf_release(&a);
	hd_buf_release(&b);
}

struct hd_str
hd_lines_at(const struct hd_lines *l, size_t i)
{
	return (
	    struct hd_str){ hd_buf_cstr(&l->text) + l->v[i].off, l->v[i].n };
}
