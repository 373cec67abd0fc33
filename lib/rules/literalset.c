/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets of literals: see literalset.h. */
#include <string.h>

#include "base/utf8.h"
#include "rules/literalset.h"

#define CROSS_MAX  ((size_t)64)	  /* by combining, not by listing */
#define UNION_MAX  ((size_t)2048) /* literals of a set */
#define REDUCE_MAX ((size_t)64)	  /* it takes time squared */

struct hd_litset
hd_litset_empty(struct hd_arena *a, bool left, bool right)
{
	struct hd_litset s = { hd_arena_alloc(a, sizeof(*s.v)), 1 };

	/* an assertion between two parts is at the edge of both */
	s.v[0] = (struct hd_literal){ "", 0, left || right, left || right,
		{ 0, 0, 0 } };
	return s;
}

static struct hd_literal
letter(struct hd_arena *a, uint32_t c)
{
	struct hd_literal l = { NULL, 1, false, false, { 0, 0, 0 } };
	struct hd_buf b = HD_BUF_INIT;
	char ascii = (char)c;

	if (c < 0x80) {
		l.p = hd_arena_memdup(a, &ascii, 1);
		return l;
	}
	hd_utf8_put(&b, c);
	l.p = hd_arena_memdup(a, b.s, b.n);
	l.n = b.n;
	hd_buf_release(&b);
	return l;
}

struct hd_litset
hd_litset_chars(struct hd_arena *a, const struct hd_litnode *node)
{
	struct hd_litset s = { NULL, node->nchars };

	s.v = hd_arena_alloc(a, s.n * sizeof(*s.v));
	for (size_t i = 0; i < s.n; i++)
		s.v[i] = letter(a, node->chars[i]);
	return s;
}

struct hd_litset
hd_litset_shift(struct hd_arena *a, struct hd_litset s, struct hd_litspan at)
{
	struct hd_litset to = { hd_arena_alloc(a, s.n * sizeof(*s.v)), s.n };

	for (size_t i = 0; i < s.n; i++) {
		to.v[i] = s.v[i];
		to.v[i].at = hd_lit_behind(s.v[i].at, at);
	}
	return to;
}

bool
hd_litset_union(struct hd_arena *a, struct hd_litset x, struct hd_litset y,
    struct hd_litset *out)
{
	if (x.n + y.n > UNION_MAX)
		return false;
	out->n = x.n + y.n;
	out->v = hd_arena_alloc(a, out->n * sizeof(*out->v));
	if (x.n > 0)
		memcpy(out->v, x.v, x.n * sizeof(*x.v));
	if (y.n > 0)
		memcpy(out->v + x.n, y.v, y.n * sizeof(*y.v));
	return true;
}

static struct hd_literal
join(struct hd_arena *a, struct hd_literal x, struct hd_literal y)
{
	struct hd_literal z = { NULL, x.n + y.n, x.left, y.right, { 0, 0, 0 } };
	char *p;

	if (x.n == 0)
		z.left = x.left || y.left;
	if (y.n == 0)
		z.right = x.right || y.right;
	if (x.n == 0 || y.n == 0) {
		z.p = x.n == 0 ? y.p : x.p;
		return z;
	}
	p = hd_arena_alloc(a, z.n);
	memcpy(p, x.p, x.n);
	memcpy(p + x.n, y.p, y.n);
	z.p = p;
	return z;
}

static size_t
longest(struct hd_litset s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++)
		n = s.v[i].n > n ? s.v[i].n : n;
	return n;
}

bool
hd_litset_cross(struct hd_arena *a, struct hd_litset x, struct hd_litset y,
    struct hd_litset *out)
{
	struct hd_litset z = { NULL, x.n * y.n };

	if ((x.n > 1 && y.n > 1 && z.n > CROSS_MAX) ||
	    longest(x) + longest(y) > HD_LITERAL_MAX)
		return false;
	z.v = hd_arena_alloc(a, z.n * sizeof(*z.v));
	for (size_t i = 0; i < x.n; i++)
		for (size_t k = 0; k < y.n; k++)
			z.v[i * y.n + k] = join(a, x.v[i], y.v[k]);
	*out = z;
	return true;
}

/* Is there an x wherever there is a y?  *at bytes behind it. */
static bool
holds(const struct hd_literal *y, const struct hd_literal *x, size_t *at)
{
	bool left, right;

	for (size_t i = 0; i + x->n <= y->n; i++) {
		if (y->p[i] != x->p[0] || memcmp(y->p + i, x->p, x->n) != 0)
			continue;
		left = !x->left ||
		       (i == 0 ? y->left : hd_fold_bound(y->p, y->n, i));
		right = !x->right || (i + x->n == y->n ? y->right
						       : hd_fold_bound(y->p,
							     y->n, i + x->n));
		*at = i;
		if (left && right)
			return true;
	}
	return false;
}

/* y goes and x, which is `at` bytes behind it, stands for it. */
static void
stand_for(struct hd_literal *x, const struct hd_literal *y, size_t at)
{
	struct hd_litspan s = { (unsigned)at, (unsigned)at, 0 };

	s = hd_lit_behind(y->at, s);
	if (s.lo < x->at.lo)
		x->at.lo = s.lo;
	if (s.hi > x->at.hi)
		x->at.hi = s.hi;
	if (s.runs > x->at.runs)
		x->at.runs = s.runs;
}

void
hd_litset_reduce(struct hd_litset *s)
{
	struct hd_literal *x;
	size_t n = 0, at, other;

	if (s->n > REDUCE_MAX)
		return;
	/* those left out are behind: of two that are the same one stays */
	for (size_t i = 0; i < s->n; i++) {
		x = NULL;
		for (size_t k = 0; k < n && x == NULL; k++)
			if (holds(&s->v[i], &s->v[k], &at))
				x = &s->v[k];
		for (size_t k = i + 1; k < s->n && x == NULL; k++)
			if (holds(&s->v[i], &s->v[k], &at) &&
			    !holds(&s->v[k], &s->v[i], &other))
				x = &s->v[k];
		if (x != NULL)
			stand_for(x, &s->v[i], at);
		else
			s->v[n++] = s->v[i];
	}
	s->n = n;
}
