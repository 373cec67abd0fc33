/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The review that speaks for a listing: see basis.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "audit/basis.h"
#include "store/sample.h"

/* How far the selection is no longer what the sample was drawn from. */
static int
count_moved(struct hd_basis *b, struct hd_db *db, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/basis_moved", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, b->sample);
	r = hd_stmt_step(st, err);
	if (r == 1) {
		b->came = hd_col_int(st, 0);
		b->gone = hd_col_int(st, 1);
	}
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}

int
hd_basis_find(struct hd_basis *b, struct hd_db *db, const struct hd_listing *w,
    struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/basis", err);
	int r;

	memset(b, 0, sizeof(*b));
	if (st == NULL)
		return -1;
	hd_bind_int_as(st, ":keys", w->keys);
	hd_bind_int_as(st, ":by", (int64_t)w->by);
	hd_bind_int_as(st, ":since", w->since);
	hd_bind_int_as(st, ":until", w->until);
	hd_bind_text_as(st, ":filter",
	    w->filter != NULL ? hd_str(w->filter) : (struct hd_str){ NULL, 0 });
	r = hd_stmt_step(st, err);
	if (r == 1) {
		b->sample = hd_col_int(st, 0);
		b->name = hd_str_keep(&b->arena, hd_col_text(st, 1));
		b->N = hd_col_int(st, 2);
		b->ground = (enum hd_ground)hd_col_int(st, 3);
		b->retagged = hd_col_int(st, 4) != 0;
	}
	hd_stmt_close(st);
	if (r == 1 && b->ground == HD_GROUND_WINDOW)
		return count_moved(b, db, err);
	return r < 0 ? -1 : 0;
}

void
hd_basis_release(struct hd_basis *b)
{
	hd_arena_release(&b->arena);
	memset(b, 0, sizeof(*b));
}

/* --- shares --- */

/* The strata of the segment being read. */
struct strata {
	struct hd_stratum *v;
	int *kind;
	size_t n, cap, kind_cap;
};

static struct hd_share
share(struct strata *s, enum hd_sharing how, bool future)
{
	struct hd_share one = { { NAN, 0, 1, NAN, 0, 0, 0, 0 }, 0, 0, 0 };
	double x = 0, n = 0, N = 0;

	for (size_t i = 0; i < s->n; i++) {
		x += s->v[i].x;
		n += s->v[i].n;
		N += s->v[i].N;
	}
	one.x = (int64_t)x;
	one.n = (int64_t)n;
	one.N = (int64_t)round(N);
	if (n > 0)
		one.e = hd_review_share(s->v, s->kind, s->n, how, future);
	return one;
}

static void
add_stratum(struct strata *s, struct hd_stmt *st)
{
	s->v = hd_grow(s->v, &s->cap, s->n + 1, sizeof(*s->v));
	s->kind = hd_grow(s->kind, &s->kind_cap, s->n + 1, sizeof(*s->kind));
	s->kind[s->n] = hd_sample_kind(hd_col_text(st, 1));
	s->v[s->n++] = (struct hd_stratum){ hd_col_real(st, 2),
		hd_col_real(st, 3), hd_col_real(st, 4) };
}

static struct hd_share *
share_at(struct hd_shares *s, struct hd_str segment)
{
	(void)hd_map_put(&s->at, segment, (int64_t)s->n);
	s->v = hd_grow(s->v, &s->cap, s->n + 1, sizeof(*s->v));
	return &s->v[s->n++];
}

int
hd_shares_read(struct hd_shares *s, struct hd_db *db, const char *statement,
    int64_t sample, enum hd_sharing how, bool future, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, statement, err);
	struct strata now = { NULL, NULL, 0, 0, 0 };
	int r;

	memset(s, 0, sizeof(*s));
	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, sample);
	while ((r = hd_stmt_step(st, err)) == 1) {
		if (hd_map_get(&s->at, hd_col_text(st, 0)) == NULL) {
			if (s->n > 0)
				s->v[s->n - 1] = share(&now, how, future);
			now.n = 0;
			(void)share_at(s, hd_col_text(st, 0));
		}
		add_stratum(&now, st);
	}
	if (s->n > 0)
		s->v[s->n - 1] = share(&now, how, future);
	for (size_t i = 0; i < now.n; i++)
		now.v[i].x = 0;
	now.n = how == HD_SHARE_DOMAIN ? 0 : now.n; /* nobody is in it */
	s->none = share(&now, how, future);
	free(now.v);
	free(now.kind);
	hd_stmt_close(st);
	return r;
}

void
hd_shares_release(struct hd_shares *s)
{
	free(s->v);
	hd_map_release(&s->at);
	memset(s, 0, sizeof(*s));
}

const struct hd_share *
hd_shares_of(const struct hd_shares *s, struct hd_str segment)
{
	const int64_t *at = hd_map_get(&s->at, segment);

	return at != NULL ? &s->v[*at] : &s->none;
}
