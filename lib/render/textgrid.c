/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of text: see textgrid.h. */
#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "render/lines.h"
#include "render/textgrid.h"

#define GAP    2  /* blanks between columns */
#define NARROW 12 /* no column is made narrower */
#define LONG   24 /* of a word: longer ones are broken anywhere */

int
hd_text_cells(uint32_t c)
{
	struct hd_buf b = HD_BUF_INIT;
	int w = 1;

	if (c >= 0x80) {
		hd_utf8_put(&b, c);
		w = (int)hd_utf8_width(hd_buf_str(&b));
		hd_buf_release(&b);
	}
	return w;
}

void
hd_text_line(struct hd_out *out, struct hd_str line)
{
	struct hd_buf b = HD_BUF_INIT;

	for (size_t i = 0; i < line.n; i++)
		if (i + 1 < line.n && line.p[i] == '\xC2' &&
		    line.p[i + 1] == '\xA0') {
			hd_buf_addc(&b, ' ');
			i++;
		} else {
			hd_buf_addc(&b, line.p[i]);
		}
	while (b.n > 0 && b.s[b.n - 1] == ' ')
		b.n--;
	hd_buf_addc(&b, '\n');
	hd_out_add(out, b.s, b.n);
	hd_buf_release(&b);
}

void
hd_textgrid_begin(struct hd_textgrid *g, size_t ncols)
{
	*g = (struct hd_textgrid){ .ncols = ncols };
	g->right = hd_xcalloc(ncols + 1, sizeof(*g->right));
}

void
hd_textgrid_cell(struct hd_textgrid *g, struct hd_str text)
{
	g->cells = hd_grow(g->cells, &g->cap, g->n + 1, sizeof(*g->cells));
	g->cells[g->n++] = hd_xmemdup(text.n > 0 ? text.p : "", text.n);
}

void
hd_textgrid_column(struct hd_textgrid *g, struct hd_str title, bool right)
{
	g->right[g->n] = right;
	hd_textgrid_cell(g, title);
}

static const char *
cell(const struct hd_textgrid *g, size_t row, size_t col)
{
	return g->cells[row * g->ncols + col];
}

static size_t
rows(const struct hd_textgrid *g)
{
	return g->ncols > 0 ? g->n / g->ncols : 0;
}

/* The widest word of a title: it may be broken at its blanks. */
static size_t
title_width(const char *title)
{
	struct hd_str rest = hd_str(title), word;
	size_t w = 0, k;

	while (hd_str_split(&rest, ' ', &word)) {
		k = hd_utf8_width(word);
		w = k > w ? k : w;
	}
	return w;
}

static size_t
wanted(const struct hd_textgrid *g, size_t col)
{
	size_t w = title_width(cell(g, 0, col)), k;

	for (size_t i = 1; i < rows(g); i++) {
		k = hd_utf8_width(hd_str(cell(g, i, col)));
		w = k > w ? k : w;
	}
	return w > 0 ? w : 1;
}

static size_t
total(const size_t *w, size_t n)
{
	size_t sum = n > 0 ? (n - 1) * GAP : 0;

	for (size_t i = 0; i < n; i++)
		sum += w[i];
	return sum;
}

/*
 * What a column is not made narrower than: its widest word, as limits are broken at
 * their "to" alone, but words without an end are.
 */
static size_t
least(const struct hd_textgrid *g, size_t col)
{
	size_t w = 0, k;

	for (size_t i = 0; i < rows(g); i++) {
		k = title_width(cell(g, i, col));
		w = k > w ? k : w;
	}
	return w < NARROW ? NARROW : w > LONG && !g->right[col] ? LONG : w;
}

/*
 * Make the widest column narrower, as long as there is one of long words, else any;
 * false: none can be.
 */
static bool
narrow(const struct hd_textgrid *g, size_t *w, size_t n, bool any)
{
	size_t best = n, lowest;

	for (size_t i = 0; i < n; i++) {
		lowest = any ? least(g, i) : LONG;
		if ((any || !g->right[i]) && w[i] > lowest &&
		    (best == n || w[i] > w[best]))
			best = i;
	}
	if (best == n)
		return false;
	w[best]--;
	return true;
}

/* Widths within `width`; returns how many columns there is room for. */
static size_t
fit(const struct hd_textgrid *g, size_t *w, size_t width)
{
	size_t n = g->ncols;

	while (n > 1) {
		for (size_t i = 0; i < n; i++)
			w[i] = wanted(g, i);
		while (total(w, n) > width &&
		       (narrow(g, w, n, false) || narrow(g, w, n, true)))
			continue;
		if (total(w, n) <= width)
			return n;
		n--;
	}
	w[0] = wanted(g, 0) < width ? wanted(g, 0) : width;
	return n;
}

static void
blanks(struct hd_buf *b, size_t n)
{
	while (n-- > 0)
		hd_buf_addc(b, ' ');
}

/* Line k of each cell side by side; false: no cell has so many. */
static bool
row_line(const struct hd_textgrid *g, struct hd_lines *l, const size_t *w,
    size_t n, size_t k, struct hd_out *out)
{
	struct hd_buf b = HD_BUF_INIT;
	size_t used, room = 0;
	bool any = false;

	for (size_t i = 0; i < n; i++) {
		struct hd_str s = { "", 0 };

		if (k < l[i].n) {
			s = hd_lines_at(&l[i], k);
			any = true;
		}
		used = hd_lines_cells(&l[i], s);
		used = used < w[i] ? w[i] - used : 0;
		blanks(&b, room + (g->right[i] ? used : 0));
		hd_buf_add(&b, s.p, s.n);
		room = GAP + (g->right[i] ? 0 : used);
	}
	if (any)
		hd_text_line(out, hd_buf_str(&b));
	hd_buf_release(&b);
	return any;
}

static void
print_row(const struct hd_textgrid *g, struct hd_lines *l, const size_t *w,
    size_t n, size_t row, struct hd_out *out)
{
	for (size_t i = 0; i < n; i++) {
		hd_lines_begin(&l[i], w[i], hd_text_cells);
		hd_lines_add(&l[i], hd_str(cell(g, row, i)), 0, HD_STYLE_TEXT);
	}
	for (size_t k = 0; row_line(g, l, w, n, k, out); k++)
		continue;
}

static void
rule(const size_t *w, size_t n, struct hd_out *out)
{
	for (size_t i = 0; i < n; i++) {
		hd_out_adds(out, i > 0 ? "  " : "");
		for (size_t k = 0; k < w[i]; k++)
			hd_out_adds(out, "-");
	}
	hd_out_adds(out, "\n");
}

static void
left_out(
    const struct hd_textgrid *g, size_t n, size_t width, struct hd_out *out)
{
	struct hd_lines l = { 0 };
	struct hd_buf b = HD_BUF_INIT;

	hd_buf_adds(&b, "Too wide for this page, and left out: ");
	for (size_t i = n; i < g->ncols; i++)
		hd_buf_addf(&b, "%s%s", i > n ? ", " : "", cell(g, 0, i));
	hd_lines_begin(&l, width, hd_text_cells);
	hd_lines_add(&l, hd_buf_str(&b), 0, HD_STYLE_TEXT);
	for (size_t i = 0; i < l.n; i++)
		hd_text_line(out, hd_lines_at(&l, i));
	hd_lines_release(&l);
	hd_buf_release(&b);
}

static void
release(struct hd_textgrid *g)
{
	for (size_t i = 0; i < g->n; i++)
		free(g->cells[i]);
	free(g->cells);
	free(g->right);
}

void
hd_textgrid_end(struct hd_textgrid *g, size_t width, struct hd_out *out)
{
	size_t *w = hd_xcalloc(g->ncols + 1, sizeof(*w));
	size_t n = g->ncols > 0 ? fit(g, w, width) : 0;
	struct hd_lines *l = hd_xcalloc(g->ncols + 1, sizeof(*l));

	for (size_t i = 0; n > 0 && i < rows(g); i++) {
		print_row(g, l, w, n, i, out);
		if (i == 0)
			rule(w, n, out);
	}
	if (n < g->ncols)
		left_out(g, n, width, out);
	for (size_t i = 0; i < g->ncols; i++)
		hd_lines_release(&l[i]);
	free(l);
	free(w);
	release(g);
}
