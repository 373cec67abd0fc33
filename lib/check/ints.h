/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef HD_INTS_H
#define HD_INTS_H

#include <stddef.h>

#include "base/mem.h"

/* Private to lib/check: a growing list of numbers; v is freed with free(3). */
struct hd_ints {
	int *v;
	size_t n, cap;
};

static inline void
hd_ints_push(struct hd_ints *a, int x)
{
	if (a->n == a->cap)
		a->v = hd_grow(a->v, &a->cap, a->n + 1, sizeof(*a->v));
	a->v[a->n++] = x;
}

#endif
