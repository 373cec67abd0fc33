/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LINES_H
#define HD_LINES_H

#include <stdint.h>

#include "base/buf.h"

/*
 * Text in lines for a terminal: harmless (hd_utf8_safe()), cut between words,
 * and never wider than the terminal, as the terminal counts.
 */
enum hd_style {
	HD_STYLE_TEXT,
	HD_STYLE_TITLE,
	HD_STYLE_QUIET,
	HD_STYLE_BAR,
};

struct hd_line {
	size_t off, n; /* bytes of text */
	enum hd_style style;
};

struct hd_lines {
	size_t width; /* cells of a line */
	/*
	 * Cells that a character takes; 0: it stands on the one before it, -1:
	 * it cannot be shown ('?' is).
	 */
	int (*cells)(uint32_t c);
	struct hd_buf text;
	struct hd_line *v;
	size_t n, cap;
};

/* Begin anew, empty; release in the end. */
void hd_lines_begin(struct hd_lines *l, size_t width, int (*cells)(uint32_t c));
void hd_lines_release(struct hd_lines *l);
/*
 * Add text, a line or more: line feeds end lines, longer ones are cut at the
 * last blank or before a wide character that fits, else anywhere; all are
 * indented.  Text without a character is an empty line.
 */
void hd_lines_add(
    struct hd_lines *l, struct hd_str text, size_t indent, enum hd_style style);
/*
 * Add words one beside the other, two blanks between them, in as many lines as
 * they need.
 */
void hd_lines_flow(struct hd_lines *l, const struct hd_str *words, size_t n,
    enum hd_style style);
/* Add one line, cut where it is too long, with `right` at its right end. */
void hd_lines_pair(struct hd_lines *l, struct hd_str left, struct hd_str right,
    const char *fill, enum hd_style style);
/* Line i, borrowed until the next is added. */
struct hd_str hd_lines_at(const struct hd_lines *l, size_t i);
/* Cells of text that is in lines already. */
size_t hd_lines_cells(const struct hd_lines *l, struct hd_str s);
/* Append to b what a line may show of text, without line feeds. */
void hd_lines_clean(
    const struct hd_lines *l, struct hd_buf *b, struct hd_str text);

#endif
