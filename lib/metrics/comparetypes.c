/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A metric's sums by type: see comparetypes.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "metrics/comparetypes.h"

static void
add(struct hd_sums *s, struct hd_stmt *st)
{
	double x = hd_col_real(st, 2), n = hd_col_real(st, 3);

	s->N += hd_col_int(st, 4);
	if (n < 1)
		return;
	s->x += x;
	s->square += hd_col_real(st, 5);
	s->n += hd_col_int(st, 3);
	s->xx += x * x;
	s->xn += x * n;
	s->nn += n * n;
	s->m++;
}

struct hd_clusters
hd_sums_clusters(const struct hd_sums *s)
{
	double p = s->n > 0 ? s->x / (double)s->n : 0;

	return (struct hd_clusters){ (int64_t)llround(s->x), s->n, s->m,
		fmax(0, s->xx - 2 * p * s->xn + p * p * s->nn) };
}

static struct hd_type *
type_of(struct hd_bytype *t, struct hd_str name, struct hd_arena *arena)
{
	int64_t *at = hd_map_put(&t->place, name, (int64_t)t->n);

	if ((size_t)*at == t->n) {
		t->v = hd_grow(t->v, &t->cap, t->n + 1, sizeof(*t->v));
		memset(&t->v[t->n], 0, sizeof(*t->v));
		t->v[t->n++].name = hd_str_keep(arena, name).p;
	}
	return &t->v[*at];
}

/* An account's tickets of all types are one cluster: summed apart. */
static int
read_all(
    struct hd_bytype *t, struct hd_comparing *x, int win, struct hd_err *err)
{
	struct hd_stmt *st = hd_ladder_sums(x->c->db, "held", NULL, win, err);
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1)
		add(&t->all[win], st);
	hd_stmt_close(st);
	return r;
}

static int
read_types(
    struct hd_bytype *t, struct hd_comparing *x, int win, struct hd_err *err)
{
	struct hd_stmt *st =
	    hd_ladder_sums(x->c->db, "held", "issue", win, err);
	struct hd_str name;
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		name = hd_col_text(st, 0);
		if (name.p == NULL)
			name = hd_str("unknown");
		add(&type_of(t, name, &x->arena)->w[win], st);
	}
	hd_stmt_close(st);
	return r;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct hd_type *)a)->name,
	    ((const struct hd_type *)b)->name);
}

static void
merge(struct hd_sums *into, const struct hd_sums *s)
{
	into->x += s->x;
	into->square += s->square;
	into->xx += s->xx;
	into->xn += s->xn;
	into->nn += s->nn;
	into->n += s->n;
	into->m += s->m;
}

/* In order of names; the few of rare types are one, and last. */
static void
settle(struct hd_bytype *t, int64_t least)
{
	struct hd_type other = { .name = "other" };
	size_t kept = 0;

	if (t->n > 1)
		qsort(t->v, t->n, sizeof(*t->v), by_name);
	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].w[0].n + t->v[i].w[1].n >= least) {
			t->v[kept++] = t->v[i];
			continue;
		}
		merge(&other.w[0], &t->v[i].w[0]);
		merge(&other.w[1], &t->v[i].w[1]);
	}
	if (other.w[0].n + other.w[1].n > 0)
		t->v[kept++] = other;
	t->n = kept;
}

int
hd_bytype_read(struct hd_bytype *t, struct hd_comparing *x, struct hd_err *err)
{
	for (int win = 0; win < 2; win++)
		if (read_all(t, x, win, err) != 0 ||
		    read_types(t, x, win, err) != 0)
			return -1;
	settle(t, x->c->min_n);
	return 0;
}

void
hd_bytype_release(struct hd_bytype *t)
{
	free(t->v);
	hd_map_release(&t->place);
}
