/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The order of decisions: those that took part in late conflicts first, and of
 * two alike the older, so that every run goes the same way.  What was in none
 * is most of it, and goes by its number; the others are in a binary heap.
 */
#include "check/sat_int.h"

#define ACTIVITY_MAX 1e100

static bool
before(const struct hd_sat *s, int a, int b)
{
	double x = s->var[a].activity, y = s->var[b].activity;

	return x > y || (x >= y && a < b);
}

static void
set(struct hd_sat *s, size_t at, int v)
{
	s->heap.v[at] = v;
	s->var[v].at = at;
}

static void
up(struct hd_sat *s, size_t at)
{
	int v = s->heap.v[at];
	size_t parent;

	for (; at > 0; at = parent) {
		parent = (at - 1) / 2;
		if (!before(s, v, s->heap.v[parent]))
			break;
		set(s, at, s->heap.v[parent]);
	}
	set(s, at, v);
}

static void
down(struct hd_sat *s, size_t at)
{
	int v = s->heap.v[at];
	size_t child;

	for (; (child = 2 * at + 1) < s->heap.n; at = child) {
		if (child + 1 < s->heap.n &&
		    before(s, s->heap.v[child + 1], s->heap.v[child]))
			child++;
		if (!before(s, s->heap.v[child], v))
			break;
		set(s, at, s->heap.v[child]);
	}
	set(s, at, v);
}

static bool
inside(const struct hd_sat *s, size_t v)
{
	return s->var[v].at < s->heap.n && s->heap.v[s->var[v].at] == (int)v;
}

void
hd_satorder_put(struct hd_sat *s, size_t v)
{
	if (!s->var[v].tried)
		return;
	if (s->var[v].activity <= 0) {
		if (s->next > v)
			s->next = v;
		return;
	}
	if (inside(s, v))
		return;
	hd_ints_push(&s->heap, (int)v);
	up(s, s->heap.n - 1);
}

void
hd_satorder_bump(struct hd_sat *s, size_t v)
{
	s->var[v].activity += s->bump;
	if (s->var[v].activity > ACTIVITY_MAX) {
		for (size_t i = 0; i < s->nvars; i++)
			s->var[i].activity /= ACTIVITY_MAX;
		s->bump /= ACTIVITY_MAX;
	}
	if (inside(s, v))
		up(s, s->var[v].at);
}

/* The oldest open variable that is not in the heap. */
static bool
take_next(struct hd_sat *s, size_t *v)
{
	while (s->next < s->nvars &&
	       (!s->var[s->next].tried || s->val[2 * s->next] != 0))
		s->next++;
	*v = s->next;
	return s->next < s->nvars;
}

bool
hd_satorder_take(struct hd_sat *s, size_t *v)
{
	int last;

	if (s->heap.n == 0)
		return take_next(s, v);
	*v = (size_t)s->heap.v[0];
	last = s->heap.v[--s->heap.n];
	if (s->heap.n > 0) {
		s->heap.v[0] = last;
		down(s, 0);
	}
	return true;
}
