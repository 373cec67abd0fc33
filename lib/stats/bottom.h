/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_BOTTOM_H
#define HD_BOTTOM_H

#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"

/*
 * The `want` smallest of any number of draw numbers, ties by key, in memory for
 * these alone (a bottom-k sketch): what comes in any order leaves the same.
 */
struct hd_bottom {
	struct hd_bottom_one {
		uint64_t u;
		char *key; /* owned by the bottom */
		size_t n;
		int64_t id;
	} * v;
	size_t n, cap, want;
};

/* Note one; its key is copied if it is kept. */
void hd_bottom_add(
    struct hd_bottom *b, uint64_t u, struct hd_str key, int64_t id);
/* In the order of the draw, the smallest first; nothing is added after. */
void hd_bottom_sort(struct hd_bottom *b);
void hd_bottom_release(struct hd_bottom *b);

#endif
