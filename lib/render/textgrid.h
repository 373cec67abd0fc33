/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_TEXTGRID_H
#define HD_TEXTGRID_H

#include <stdbool.h>
#include <stdint.h>

#include "base/out.h"

/*
 * A table of text in so many columns of a terminal: what is too wide is broken
 * into lines within its cell, and where that does not help the last columns are
 * left out, and that is said.
 */
struct hd_textgrid {
	size_t ncols;
	bool *right;  /* a column of numbers */
	char **cells; /* by rows; the first are the titles */
	size_t n, cap;
};

void hd_textgrid_begin(struct hd_textgrid *g, size_t ncols);
/* The title of the next column, then the cells of rows; copied. */
void hd_textgrid_column(struct hd_textgrid *g, struct hd_str title, bool right);
void hd_textgrid_cell(struct hd_textgrid *g, struct hd_str text);
/* Write and release. */
void hd_textgrid_end(struct hd_textgrid *g, size_t width, struct hd_out *out);

/* Columns that a character takes on a terminal. */
int hd_text_cells(uint32_t c);
/* Write a line, its trailing blanks left out and U+00A0 as a blank. */
void hd_text_line(struct hd_out *out, struct hd_str line);

#endif
