/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_LITERALSET_H
#define HD_LITERALSET_H

#include "rules/literal.h"
#include "rules/literaltree.h"

/*
 * Private to literal*.c: sets of literals.  Memory is the arena's and sets do
 * not change once made, so they may share it.
 */

/* The set of the empty literal with these edges. */
struct hd_litset hd_litset_empty(struct hd_arena *a, bool left, bool right);
/* One literal of a character each. */
struct hd_litset hd_litset_chars(
    struct hd_arena *a, const struct hd_litnode *node);
/* The same literals in a part that begins at `at`. */
struct hd_litset hd_litset_shift(
    struct hd_arena *a, struct hd_litset s, struct hd_litspan at);
/* Any of x or y; false: too many. */
bool hd_litset_union(struct hd_arena *a, struct hd_litset x, struct hd_litset y,
    struct hd_litset *out);
/* One of x, directly followed by one of y; false: too many, too long. */
bool hd_litset_cross(struct hd_arena *a, struct hd_litset x, struct hd_litset y,
    struct hd_litset *out);
/*
 * How often some literal of the set is found in a byte of text, roughly;
 * 1 when one of them is empty.
 */
double hd_litset_rate(struct hd_litset s);
/* Leave out literals that hold another one of the set. */
void hd_litset_reduce(struct hd_litset *s);

#endif
