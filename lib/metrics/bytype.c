/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A metric's sums by type: see bytype.h. */
#include <math.h>
#include <stdlib.h>

#include "metrics/bytype.h"

static struct hd_type *
type_at(struct hd_bytype *t, struct hd_str name)
{
	const struct hd_str key = name.p != NULL ? name : hd_str("unknown");
	int64_t *at = hd_map_put(&t->at, key, (int64_t)t->n);

	if ((size_t)*at == t->n) {
		t->v = hd_grow(t->v, &t->cap, t->n + 1, sizeof(*t->v));
		t->v[t->n++] =
		    (struct hd_type){ .name = hd_str_keep(&t->arena, key) };
	}
	return &t->v[*at];
}

/* What an account has of all types. */
struct account {
	double x, square;
	int64_t n, N;
};

struct accounts {
	struct account *v;
	size_t n, cap;
	struct hd_map at;
};

static void
add_account(struct accounts *t, struct hd_stmt *st)
{
	int64_t *at = hd_map_put(&t->at, hd_col_text(st, 1), (int64_t)t->n);
	struct account *a;

	if ((size_t)*at == t->n) {
		t->v = hd_grow(t->v, &t->cap, t->n + 1, sizeof(*t->v));
		t->v[t->n++] = (struct account){ 0, 0, 0, 0 };
	}
	a = &t->v[*at];
	a->x += hd_col_real(st, 2);
	a->n += hd_col_int(st, 3);
	a->N += hd_col_int(st, 4);
	a->square += hd_col_real(st, 5);
}

int
hd_bytype_add(
    struct hd_bytype *t, int window, struct hd_stmt *st, struct hd_err *err)
{
	struct accounts all = { NULL, 0, 0, HD_MAP_INIT };
	const struct account *a;
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		hd_sums_row(&type_at(t, hd_col_text(st, 0))->in[window], st);
		add_account(&all, st);
	}
	for (size_t i = 0; i < all.n; i++) {
		a = &all.v[i];
		hd_sums_add(&t->all[window], a->x, a->square, a->n, a->N);
	}
	hd_stmt_close(st);
	hd_map_release(&all.at);
	free(all.v);
	return r;
}

static int
by_name(const void *a, const void *b)
{
	return hd_str_cmp(((const struct hd_type *)a)->name,
	    ((const struct hd_type *)b)->name);
}

void
hd_bytype_settle(struct hd_bytype *t, int64_t least)
{
	struct hd_type other = { .name = hd_str("other") };
	size_t kept = 0;

	if (t->n > 1)
		qsort(t->v, t->n, sizeof(*t->v), by_name);
	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].in[0].n + t->v[i].in[1].n >= least) {
			t->v[kept++] = t->v[i];
			continue;
		}
		hd_sums_join(&other.in[0], &t->v[i].in[0]);
		hd_sums_join(&other.in[1], &t->v[i].in[1]);
	}
	if (other.in[0].n + other.in[1].n > 0)
		t->v[kept++] = other;
	t->n = kept;
}

struct hd_compared *
hd_bytype_cells(const struct hd_bytype *t)
{
	struct hd_compared *cells = hd_xcalloc(t->n + 1, sizeof(*cells));

	for (size_t i = 0; i < t->n; i++) {
		const struct hd_sums *in = t->v[i].in;

		cells[i] = (struct hd_compared){ llround(in[0].x), in[0].n,
			llround(in[1].x), in[1].n };
	}
	return cells;
}

void
hd_bytype_release(struct hd_bytype *t)
{
	free(t->v);
	hd_map_release(&t->at);
	hd_arena_release(&t->arena);
}
