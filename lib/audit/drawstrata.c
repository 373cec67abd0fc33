/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strata of a draw, and how many tickets each gives: see draw.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/draw.h"
#include "stats/draw.h"
#include "store/frame.h"

/* A stratum as the columns cut it. */
struct raw {
	const char *name;
	const char *ceiling;
	int64_t N;
	bool alone;
};

struct raws {
	struct raw *v;
	size_t n, cap;
	struct hd_arena arena;
};

static int
read_raw(struct raws *rs, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_frame_strata(db, err);
	struct hd_str name, ceiling;
	int r;

	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1) {
		name = hd_col_text(st, 0);
		ceiling = hd_col_text(st, 1);
		rs->v = hd_grow(rs->v, &rs->cap, rs->n + 1, sizeof(*rs->v));
		rs->v[rs->n++] = (struct raw){
			hd_arena_memdup(&rs->arena, name.p, name.n),
			hd_arena_memdup(&rs->arena, ceiling.p, ceiling.n),
			hd_col_int(st, 2),
			false,
		};
	}
	hd_stmt_close(st);
	return r;
}

static int
by_size(const void *a, const void *b)
{
	const struct raw *x = a, *y = b;

	if (x->N != y->N)
		return x->N > y->N ? -1 : 1;
	return strcmp(x->name, y->name);
}

/*
 * As many strata as half of the tickets fill with HD_DRAW_LEAST each stand
 * alone, the largest of them; the rest of yes, of no and of unknown are one each.
 */
static void
stand_alone(struct raws *rs, int64_t n)
{
	size_t room = (size_t)(n / (2 * HD_DRAW_LEAST));

	if (rs->n > 0)
		qsort(rs->v, rs->n, sizeof(*rs->v), by_size);
	for (size_t i = 0; i < rs->n; i++)
		rs->v[i].alone = rs->n <= room || i + 3 < room;
}

static bool
last_of_its_kind(const struct raws *rs, size_t i)
{
	for (size_t k = 0; k < rs->n; k++)
		if (k != i && !rs->v[k].alone &&
		    strcmp(rs->v[k].ceiling, rs->v[i].ceiling) == 0)
			return false;
	return true;
}

int
hd_draw_strata(struct hd_drawjob *job, struct hd_map *raw, struct hd_err *err)
{
	struct raws rs = { NULL, 0, 0, HD_ARENA_INIT };
	struct hd_lot_stratum *s;
	struct hd_buf name = HD_BUF_INIT;
	int r = read_raw(&rs, job->db, err);

	stand_alone(&rs, job->n);
	for (size_t i = 0; i < rs.n && r == 0; i++) {
		hd_buf_reset(&name);
		if (rs.v[i].alone || last_of_its_kind(&rs, i))
			hd_buf_adds(&name, rs.v[i].name);
		else
			hd_buf_addf(&name, "ceiling=%s,other", rs.v[i].ceiling);
		s = hd_lot_stratum(&job->lot, hd_buf_str(&name));
		if (s->ceiling.p == NULL)
			s->ceiling = hd_str_keep(
			    &job->lot.arena, hd_str(rs.v[i].ceiling));
		s->N += rs.v[i].N;
		(void)hd_map_put(raw, hd_str(rs.v[i].name), s - job->lot.v);
	}
	hd_buf_release(&name);
	hd_arena_release(&rs.arena);
	free(rs.v);
	return r;
}

/* What the last review says: by the name of a stratum, else by its ceiling. */
struct history {
	struct hd_map at;
	struct {
		double x, n;
	} * v;
	size_t n, cap;
};

static void
note(struct history *h, struct hd_str name, double x, double n)
{
	int64_t i = *hd_map_put(&h->at, name, (int64_t)h->n);

	if ((size_t)i == h->n) {
		h->v = hd_grow(h->v, &h->cap, h->n + 1, sizeof(*h->v));
		h->v[h->n].x = h->v[h->n].n = 0;
		h->n++;
	}
	h->v[i].x += x;
	h->v[i].n += n;
}

static int
read_history(struct history *h, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/draw_history", err);
	double x, n;
	int r;

	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1) {
		n = hd_col_real(st, 2);
		x = hd_col_real(st, 3);
		note(h, hd_col_text(st, 0), x, n);
		note(h, hd_col_text(st, 1), x, n);
	}
	hd_stmt_close(st);
	return r;
}

/* The share of at least HD_DRAW_LEAST reviewed, or NaN. */
static double
share(const struct history *h, struct hd_str name)
{
	const int64_t *i = hd_map_get(&h->at, name);

	if (i == NULL || h->v[*i].n < HD_DRAW_LEAST)
		return NAN;
	return h->v[*i].x / h->v[*i].n;
}

int
hd_draw_allocate(struct hd_drawjob *job, struct hd_err *err)
{
	struct hd_lot *l = &job->lot;
	struct history h = { HD_MAP_INIT, NULL, 0, 0 };
	struct hd_alloc *a = hd_xcalloc(l->n + 1, sizeof(*a));
	struct hd_lot_stratum *s;
	int64_t least = job->n / (2 * (int64_t)(l->n + 1));
	int r = job->proportional ? 0 : read_history(&h, job->db, err);

	/* half of a small sample still goes by size */
	least = least < HD_DRAW_LEAST ? least : HD_DRAW_LEAST;
	for (size_t i = 0; i < l->n && r == 0; i++) {
		s = &l->v[i];
		s->p = share(&h, s->name);
		if (isnan(s->p) && s->ceiling.p != NULL)
			s->p = share(&h, s->ceiling);
		a[i].N = s->N;
		a[i].least = s->least > least ? s->least : least;
		a[i].s2 = s->p * (1 - s->p);
		job->neyman = job->neyman || !isnan(s->p);
	}
	if (r == 0)
		(void)hd_allocate(a, l->n, job->n);
	for (size_t i = 0; i < l->n; i++)
		l->v[i].n = a[i].n;
	free(a);
	free(h.v);
	hd_map_release(&h.at);
	return r;
}
