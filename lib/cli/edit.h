/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_EDIT_H
#define HD_EDIT_H

#include <stdint.h>

#include "base/buf.h"

/* A line that is being typed, in UTF-8, and the place of the cursor in it. */
struct hd_edit {
	struct hd_buf text;
	size_t at; /* bytes before the cursor */
};

void hd_edit_release(struct hd_edit *e);
void hd_edit_clear(struct hd_edit *e);
/* Begin with text, the cursor behind it. */
void hd_edit_set(struct hd_edit *e, struct hd_str text);
/* Put a character before the cursor. */
void hd_edit_put(struct hd_edit *e, uint32_t c);
/* Move by characters, -1 or 1; false at the end. */
bool hd_edit_move(struct hd_edit *e, int by);
/* Drop the character before the cursor; false: there is none. */
bool hd_edit_erase(struct hd_edit *e);
/*
 * The part to show in `room` cells, at least 2, so that the cursor is in it: *cursor
 * is its column there.
 */
struct hd_str hd_edit_view(const struct hd_edit *e, size_t room,
    int (*cells)(uint32_t c), size_t *cursor);

#endif
