/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moved a share: see types.h. */
#include <math.h>
#include <stdlib.h>

#include "report/types.h"
#include "stats/difference.h"

/* A part of a change that is less of it than this is not named. */
#define SMALL 0.2

static struct hd_type *
type_at(struct hd_types *t, struct hd_str name)
{
	const struct hd_str key = name.p != NULL ? name : hd_str("unknown");
	int64_t *at = hd_map_get(&t->at, key);

	if (at != NULL)
		return &t->v[*at];
	(void)hd_map_put(&t->at, key, (int64_t)t->n);
	t->v = hd_grow(t->v, &t->cap, t->n + 1, sizeof(*t->v));
	t->v[t->n] = (struct hd_type){ .name = hd_str_keep(&t->arena, key) };
	return &t->v[t->n++];
}

static void
add(struct hd_typesum *s, double x, double n)
{
	s->x += (int64_t)llround(x);
	s->n += (int64_t)llround(n);
	s->accounts += n > 0;
	s->xx += x * x;
	s->xn += x * n;
	s->nn += n * n;
}

/* An account's tickets of all types together are one cluster of the whole. */
struct account {
	double x, n;
};

static void
add_account(struct hd_map *at, struct account **v, size_t *n, size_t *cap,
    struct hd_stmt *st)
{
	int64_t *i = hd_map_get(at, hd_col_text(st, 1));

	if (i == NULL) {
		i = hd_map_put(at, hd_col_text(st, 1), (int64_t)*n);
		*v = hd_grow(*v, cap, *n + 1, sizeof(**v));
		(*v)[(*n)++] = (struct account){ 0, 0 };
	}
	(*v)[*i].x += hd_col_real(st, 2);
	(*v)[*i].n += hd_col_real(st, 3);
}

int
hd_types_add(
    struct hd_types *t, int window, struct hd_stmt *st, struct hd_err *err)
{
	struct hd_map at = HD_MAP_INIT;
	struct account *v = NULL;
	size_t n = 0, cap = 0;
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		if (hd_col_real(st, 3) < 1)
			continue;
		add(&type_at(t, hd_col_text(st, 0))->in[window],
		    hd_col_real(st, 2), hd_col_real(st, 3));
		add_account(&at, &v, &n, &cap, st);
	}
	for (size_t i = 0; i < n; i++)
		add(&t->all[window], v[i].x, v[i].n);
	hd_stmt_close(st);
	hd_map_release(&at);
	free(v);
	return r;
}

static void
join(struct hd_typesum *to, const struct hd_typesum *s)
{
	to->x += s->x;
	to->n += s->n;
	to->accounts += s->accounts;
	to->xx += s->xx;
	to->xn += s->xn;
	to->nn += s->nn;
}

void
hd_types_merge(struct hd_types *t, int64_t least)
{
	struct hd_type other = { .name = hd_str("other") };
	size_t kept = 0;

	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].in[0].n + t->v[i].in[1].n >= least) {
			t->v[kept++] = t->v[i];
			continue;
		}
		join(&other.in[0], &t->v[i].in[0]);
		join(&other.in[1], &t->v[i].in[1]);
	}
	if (kept < t->n)
		t->v[kept++] = other;
	t->n = kept;
}

void
hd_types_release(struct hd_types *t)
{
	free(t->v);
	hd_map_release(&t->at);
	hd_arena_release(&t->arena);
}

struct hd_interval
hd_typesum_interval(const struct hd_typesum *s)
{
	double p = s->n > 0 ? (double)s->x / (double)s->n : 0;

	return hd_wilson_cluster(s->x, s->n, s->accounts,
	    fmax(0, s->xx - 2 * p * s->xn + p * p * s->nn));
}

/* Of a type: one account has no variance to correct by. */
static struct hd_interval
cell(const struct hd_typesum *s)
{
	return s->accounts < 2 ? hd_wilson(s->x, s->n) : hd_typesum_interval(s);
}

static void
rate_limits(const struct hd_types *t, struct hd_typeshift *s)
{
	struct hd_interval *a = hd_xcalloc(t->n + 1, 2 * sizeof(*a)), *b;
	double *w = hd_xcalloc(t->n + 1, sizeof(*w));

	b = a + t->n;
	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].in[0].n == 0 || t->v[i].in[1].n == 0)
			continue;
		w[i] = (s->rows[i].w0 + s->rows[i].w1) / 2;
		a[i] = cell(&t->v[i].in[1]);
		b[i] = cell(&t->v[i].in[0]);
	}
	s->rate = hd_interval_contrast(w, a, b, t->n);
	free(a);
	free(w);
}

void
hd_types_shift(const struct hd_types *t, struct hd_typeshift *s)
{
	struct hd_compared *cells = hd_xcalloc(t->n + 1, sizeof(*cells));

	s->rows = hd_xcalloc(t->n + 1, sizeof(*s->rows));
	for (size_t i = 0; i < t->n; i++)
		cells[i] = (struct hd_compared){ t->v[i].in[0].x,
			t->v[i].in[0].n, t->v[i].in[1].x, t->v[i].in[1].n };
	s->k = hd_kitagawa(cells, t->n, s->rows);
	rate_limits(t, s);
	s->n = t->all[0].n + t->all[1].n;
	s->before = hd_typesum_interval(&t->all[0]);
	s->after = hd_typesum_interval(&t->all[1]);
	s->change = hd_interval_difference(&s->after, &s->before);
	free(cells);
}

void
hd_typeshift_release(struct hd_typeshift *s)
{
	free(s->rows);
}

enum hd_cause
hd_shift_cause(const struct hd_interval *change, const struct hd_interval *rate,
    double mix)
{
	bool moved = rate->lo > 0 || rate->hi < 0;

	if (isnan(change->lo) || isnan(rate->lo) || isnan(mix))
		return HD_SHIFT_UNKNOWN;
	if (change->lo <= 0 && change->hi >= 0)
		return moved ? HD_SHIFT_HIDDEN : HD_SHIFT_NONE;
	if (!moved)
		return HD_SHIFT_MIX;
	return fabs(mix) < SMALL * fabs(change->p) ? HD_SHIFT_RATE
						   : HD_SHIFT_BOTH;
}
