/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_NARROW_H
#define HD_NARROW_H

#include "cli/edit.h"

/* A list of words that typing narrows, and the one that is chosen of it. */
struct hd_narrow {
	const struct hd_str *v; /* borrowed */
	size_t n;
	size_t always; /* so many at the end fit whatever is typed */
	struct hd_edit typed;
	size_t *fits; /* indexes of v: those that begin so, others, always */
	size_t nfits, cap;
	size_t chosen; /* index of fits; nfits: none is */
};

/* Set v, n and always first; release in the end. */
void hd_narrow_begin(struct hd_narrow *w);
void hd_narrow_release(struct hd_narrow *w);
/* A character more; the first that fits is chosen, none if none does. */
void hd_narrow_type(struct hd_narrow *w, uint32_t c);
/* One less; false: nothing was typed. */
bool hd_narrow_erase(struct hd_narrow *w);
/* Choose the next (1) or the one before (-1), around the end. */
void hd_narrow_cycle(struct hd_narrow *w, int by);
/* The word chosen, or p NULL. */
struct hd_str hd_narrow_chosen(const struct hd_narrow *w);

#endif
