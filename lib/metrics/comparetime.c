/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times of two windows: see compare.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "metrics/compare_int.h"
#include "stats/twosample.h"

/* Values in order, smallest first. */
struct values {
	double *v;
	size_t n, cap;
};

/* A complexity, or all, in both windows. */
struct level {
	const char *name; /* NULL: all */
	struct values w[2];
};

struct levels {
	struct level *v;
	size_t n, cap;
};

static struct level *
level_of(struct levels *l, struct hd_str name, struct hd_arena *arena)
{
	for (size_t i = 0; i < l->n; i++)
		if (name.p == NULL
			? l->v[i].name == NULL
			: l->v[i].name != NULL && hd_str_eq(name, l->v[i].name))
			return &l->v[i];
	l->v = hd_grow(l->v, &l->cap, l->n + 1, sizeof(*l->v));
	memset(&l->v[l->n], 0, sizeof(*l->v));
	l->v[l->n].name = hd_str_keep(arena, name).p;
	return &l->v[l->n++];
}

static int
read_values(struct levels *l, struct hd_comparing *x, const char *by, int win,
    struct hd_err *err)
{
	struct hd_stmt *st =
	    hd_ladder_values(x->c->db, x->m->name, by, win, err);
	struct hd_str name;
	struct values *w;
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		name = hd_col_text(st, 0);
		x->N += by == NULL;
		if (hd_col_is_null(st, 1))
			continue;
		if (by != NULL && name.p == NULL)
			name = hd_str("unknown");
		w = &level_of(l, name, &x->arena)->w[win];
		w->v = hd_grow(w->v, &w->cap, w->n + 1, sizeof(*w->v));
		w->v[w->n++] = hd_col_real(st, 1);
	}
	hd_stmt_close(st);
	return r;
}

/* The window after is x, the one before y. */
static struct hd_two
two(const struct level *l)
{
	return (struct hd_two){ l->w[1].v, l->w[1].n, l->w[0].v, l->w[0].n };
}

/* Of what is above 0: a time of nothing has no logarithm. */
static struct hd_two
above_zero(struct hd_two s)
{
	for (; s.nx > 0 && *s.x <= 0; s.nx--)
		s.x++;
	for (; s.ny > 0 && *s.y <= 0; s.ny--)
		s.y++;
	return s;
}

static void
compare(struct hd_comparing *x, const struct level *l)
{
	const char *by = l->name != NULL ? "complexity" : NULL;
	struct hd_str value = { l->name, l->name ? strlen(l->name) : 0 };
	struct hd_two s = two(l), positive = above_zero(s);
	struct hd_shift h = hd_hodges_lehmann(&s);
	struct hd_ratio g = hd_geometric_ratio(&positive);
	struct hd_difference d = { h.shift, h.lo, h.hi, hd_mann_whitney(&s).p,
		false };
	const int64_t n[2] = { (int64_t)s.ny, (int64_t)s.nx };
	const int64_t m[2] = { (int64_t)positive.ny, (int64_t)positive.nx };

	(void)hd_comparing_add(
	    x, "difference", by, value, &d, n, "hodges-lehmann");
	d = (struct hd_difference){ g.ratio, g.lo, g.hi, NAN, false };
	(void)hd_comparing_add(x, "ratio", by, value, &d, m, "geometric-welch");
}

static void
within(struct hd_comparing *x, const struct levels *l)
{
	struct hd_two *strata = hd_xcalloc(l->n + 1, sizeof(*strata));
	struct hd_difference d = { NAN, NAN, NAN, NAN, false };
	struct hd_ranksum w;
	int64_t n[2] = { 0, 0 };
	size_t k = 0;

	for (size_t i = 0; i < l->n; i++) {
		struct hd_two s = two(&l->v[i]);

		if (l->v[i].name == NULL || s.nx == 0 || s.ny == 0)
			continue;
		n[0] += (int64_t)s.ny;
		n[1] += (int64_t)s.nx;
		strata[k++] = s;
	}
	w = hd_van_elteren(strata, k);
	d.d = w.above;
	d.pvalue = w.p;
	(void)hd_comparing_add(x, "within", NULL, (struct hd_str){ NULL, 0 },
	    &d, n, "van-elteren");
	free(strata);
}

/* Vendor's figures and our own are no two measurements of one thing. */
static int
check_bases(struct hd_comparing *x, size_t from, struct hd_err *err)
{
	struct hd_stmt *st;
	bool differ = false;
	int r;

	if (strcmp(x->m->name, "handle_s") != 0)
		return 0;
	st = hd_stmt_named(x->c->db, "sql/compare_bases", err);
	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1)
		differ = differ || hd_col_real(st, 1) == 0 ||
			 hd_col_real(st, 2) == 0;
	hd_stmt_close(st);
	for (size_t i = from; i < x->n && differ; i++)
		if (!hd_figure_hidden(&x->v[i].f)) {
			x->v[i].f.status = HD_INCOMPATIBLE;
			x->v[i].p = NAN;
		}
	if (differ && x->c->notes != NULL)
		hd_buf_addf(x->c->notes,
		    "handle times of %s and %s were not got in the same way: "
		    "see handle_basis\n",
		    x->c->win[0].name, x->c->win[1].name);
	return r;
}

int
hd_compare_times(struct hd_comparing *x, struct hd_err *err)
{
	static const char *const order[] = { "low", "medium", "high" };
	struct levels l = { NULL, 0, 0 };
	size_t from = x->n;
	int r = 0;

	(void)level_of(&l, (struct hd_str){ NULL, 0 }, &x->arena);
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		(void)level_of(&l, hd_str(order[i]), &x->arena);
	x->N = 0;
	for (int win = 0; win < 2 && r == 0; win++) {
		r = read_values(&l, x, NULL, win, err);
		if (r == 0)
			r = read_values(&l, x, "complexity", win, err);
	}
	for (size_t i = 0; i < l.n && r == 0; i++) {
		if (i == 0 || (l.v[i].w[0].n > 0 && l.v[i].w[1].n > 0))
			compare(x, &l.v[i]);
		if (i == 0 && l.v[i].w[0].n > 0 && l.v[i].w[1].n > 0)
			within(x, &l);
	}
	if (r == 0)
		r = check_bases(x, from, err);
	for (size_t i = 0; i < l.n; i++) {
		free(l.v[i].w[0].v);
		free(l.v[i].w[1].v);
	}
	free(l.v);
	return r;
}
