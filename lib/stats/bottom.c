/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest of many: see bottom.h.  A heap with the largest kept on top. */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "stats/bottom.h"

static int
compare(const void *a, const void *b)
{
	const struct hd_bottom_one *x = a, *y = b;

	if (x->u != y->u)
		return x->u < y->u ? -1 : 1;
	return hd_str_cmp(
	    (struct hd_str){ x->key, x->n }, (struct hd_str){ y->key, y->n });
}

static void
swap(struct hd_bottom_one *a, struct hd_bottom_one *b)
{
	struct hd_bottom_one t = *a;

	*a = *b;
	*b = t;
}

static void
up(struct hd_bottom *b, size_t i)
{
	for (; i > 0 && compare(&b->v[i], &b->v[(i - 1) / 2]) > 0;
	     i = (i - 1) / 2)
		swap(&b->v[i], &b->v[(i - 1) / 2]);
}

static void
down(struct hd_bottom *b)
{
	size_t i = 0, c;

	while ((c = 2 * i + 1) < b->n) {
		if (c + 1 < b->n && compare(&b->v[c + 1], &b->v[c]) > 0)
			c++;
		if (compare(&b->v[i], &b->v[c]) >= 0)
			return;
		swap(&b->v[i], &b->v[c]);
		i = c;
	}
}

void
hd_bottom_add(struct hd_bottom *b, uint64_t u, struct hd_str key, int64_t id)
{
	struct hd_bottom_one one = { u, NULL, key.n, id };

	if (b->want == 0 || (b->n == b->want && u > b->v[0].u))
		return;
	one.key = hd_xmemdup(key.p, key.n);
	if (b->n < b->want) {
		b->v = hd_grow(b->v, &b->cap, b->n + 1, sizeof(*b->v));
		b->v[b->n] = one;
		up(b, b->n++);
	} else if (compare(&one, &b->v[0]) < 0) {
		free(b->v[0].key);
		b->v[0] = one;
		down(b);
	} else {
		free(one.key);
	}
}

void
hd_bottom_sort(struct hd_bottom *b)
{
	if (b->n > 0)
		qsort(b->v, b->n, sizeof(*b->v), compare);
}

void
hd_bottom_release(struct hd_bottom *b)
{
	for (size_t i = 0; i < b->n; i++)
		free(b->v[i].key);
	free(b->v);
	memset(b, 0, sizeof(*b));
}
