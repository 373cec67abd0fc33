/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * "did you mean": the nearest known name by edit distance (insert, delete,
 * replace, swap of neighbours), at most 3 and half of the word.
 */
#include <stdio.h>
#include <string.h>

#include "rules/link.h"

#define NEAR_MAX     ((size_t)3)
#define NAME_MAX_LEN ((size_t)64)

static size_t
min2(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t
distance(struct hd_str a, struct hd_str b)
{
	size_t row[3][NAME_MAX_LEN + 1], *old = row[0], *prev = row[1];
	size_t *cur = row[2], *tmp, d;

	for (size_t j = 0; j <= b.n; j++)
		old[j] = prev[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		cur[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			d = prev[j - 1] + (a.p[i - 1] != b.p[j - 1]);
			d = min2(d, min2(prev[j], cur[j - 1]) + 1);
			if (i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] &&
			    a.p[i - 2] == b.p[j - 1])
				d = min2(d, old[j - 2] + 1);
			cur[j] = d;
		}
		tmp = old;
		old = prev;
		prev = cur;
		cur = tmp;
	}
	return prev[b.n];
}

void
hd_near_init(struct hd_near *n, struct hd_str want)
{
	n->want = want;
	n->best = NULL;
	n->distance = min2(NEAR_MAX, want.n / 2) + 1;
	n->hint[0] = '\0';
}

void
hd_near_try(struct hd_near *n, const char *name)
{
	struct hd_str s = hd_str(name);
	size_t d;

	if (s.n > NAME_MAX_LEN || n->want.n > NAME_MAX_LEN)
		return;
	d = distance(n->want, s);
	if (d < n->distance) {
		n->distance = d;
		n->best = name;
	}
}

const char *
hd_near_hint(struct hd_near *n)
{
	if (n->best != NULL)
		(void)snprintf(
		    n->hint, sizeof(n->hint), ": did you mean '%s'?", n->best);
	return n->hint;
}
