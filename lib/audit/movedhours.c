/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moved tickets take of people's time: see moved.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/moved.h"
#include "base/mem.h"

#define HOUR 3600.0

void
hd_moved_time(struct hd_moved *m, int64_t issue, int64_t handle_s, int net)
{
	size_t i = (size_t)(issue + 1), n = m->ntimes;
	struct hd_timed *t;

	if (i >= n) {
		m->ntimes = i + 1;
		m->times =
		    hd_xreallocarray(m->times, m->ntimes, sizeof(*m->times));
		memset(m->times + n, 0, (m->ntimes - n) * sizeof(*m->times));
	}
	t = &m->times[i];
	t->net += net;
	if (handle_s < 0)
		return;
	t->v = hd_grow(t->v, &t->cap, t->n + 1, sizeof(*t->v));
	t->v[t->n++] = (double)handle_s;
	m->timed++;
}

static int
by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

static void
sort(double *v, size_t n)
{
	if (n > 0)
		qsort(v, n, sizeof(*v), by_value);
}

void
hd_moved_times_sort(struct hd_moved *m)
{
	for (size_t i = 0; i < m->ntimes; i++)
		sort(m->times[i].v, m->times[i].n);
}

/* The median of all issues together. */
static struct hd_median
median_of_all(const struct hd_moved *m)
{
	double *v = hd_xcalloc((size_t)m->timed + 1, sizeof(*v));
	struct hd_median all;
	size_t n = 0;

	for (size_t i = 0; i < m->ntimes; i++) {
		if (m->times[i].n > 0)
			memcpy(
			    v + n, m->times[i].v, m->times[i].n * sizeof(*v));
		n += m->times[i].n;
	}
	sort(v, n);
	all = hd_median(v, n);
	free(v);
	return all;
}

struct hd_median
hd_moved_hours(const struct hd_moved *m)
{
	struct hd_median all = median_of_all(m), one, sum = { 0, 0, 0, 0 };
	double n;

	for (size_t i = 0; i < m->ntimes; i++) {
		if (m->times[i].net == 0)
			continue;
		one = hd_median(m->times[i].v, m->times[i].n);
		if (isnan(one.lo))
			one = all;
		n = (double)m->times[i].net / HOUR;
		sum.median += n * one.median;
		sum.lo += n * (n < 0 ? one.hi : one.lo);
		sum.hi += n * (n < 0 ? one.lo : one.hi);
	}
	if (m->timed == 0)
		sum.median = sum.lo = sum.hi = NAN;
	return sum;
}
