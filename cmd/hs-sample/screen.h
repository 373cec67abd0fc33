/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_SCREEN_H
#define HD_SCREEN_H

#include "render/lines.h"

/* The terminal.  Nobody else sees its library. */

enum hd_key {
	HD_KEY_CHAR, /* a character, *c */
	HD_KEY_UP,
	HD_KEY_DOWN,
	HD_KEY_LEFT,
	HD_KEY_RIGHT,
	HD_KEY_PAGE_UP,
	HD_KEY_PAGE_DOWN,
	HD_KEY_HOME,
	HD_KEY_END,
	HD_KEY_ENTER,
	HD_KEY_TAB,
	HD_KEY_BACK_TAB,
	HD_KEY_BACKSPACE,
	HD_KEY_ESC,
	HD_KEY_REDRAW, /* Control-L */
	HD_KEY_RESIZE,
	HD_KEY_OTHER,
	HD_KEY_STOP, /* a signal, or the terminal is gone */
};

struct hd_screen;

/*
 * Take over the terminal of standard input and output; HD_EUSAGE if there is none
 * or it cannot place its cursor.  Close in any case: the terminal is as it was.
 */
struct hd_screen *hd_screen_open(struct hd_err *err);
void hd_screen_close(struct hd_screen *s);
/* Rows and columns now. */
void hd_screen_size(const struct hd_screen *s, size_t *rows, size_t *cols);
/* Cells of a character on an open screen, as hd_lines wants it. */
int hd_screen_cells(uint32_t c);
/* Clear; afresh: all of the terminal is drawn again by the next show. */
void hd_screen_clear(struct hd_screen *s, bool afresh);
/* Put clean text that fits into a row. */
void hd_screen_put(
    struct hd_screen *s, size_t row, struct hd_str text, enum hd_style style);
/* Show what was put, with the cursor at a place, or hidden for row -1. */
void hd_screen_show(struct hd_screen *s, int row, int col);
/* Wait for a key. */
enum hd_key hd_screen_key(struct hd_screen *s, uint32_t *c);

#endif
