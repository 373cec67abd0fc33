/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Samples as stored: see sample.h. */
#include <string.h>

#include "store/sample.h"

int
hd_sample_kind(struct hd_str ceiling)
{
	return hd_str_eq(ceiling, "yes") ? 1 : hd_str_eq(ceiling, "no") ? 2 : 0;
}

static void
read_sample(struct hd_stmt *st, struct hd_arena *arena, struct hd_sample *s)
{
	*s = (struct hd_sample){ .id = hd_col_int(st, 0),
		.name = hd_str_keep(arena, hd_col_text(st, 1)),
		.seed = hd_str_keep(arena, hd_col_text(st, 2)),
		.frame = hd_str_keep(arena, hd_col_text(st, 3)),
		.strata = hd_str_keep(arena, hd_col_text(st, 4)),
		.ruleset = hd_col_index(st, 5),
		.windowed = !hd_col_is_null(st, 6),
		.by = (enum hd_by)hd_col_int(st, 6),
		.since = hd_col_int(st, 7),
		.until = hd_col_int(st, 8),
		.filter = hd_str_keep(arena, hd_col_text(st, 9)),
		.twice = hd_col_real(st, 10),
		.asof = hd_col_int(st, 11),
		.N = hd_col_int(st, 12),
		.n = hd_col_int(st, 13) };
}

int
hd_sample_find(struct hd_db *db, const char *name, struct hd_arena *arena,
    struct hd_sample *s, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/sample_find", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_text(
	    st, 1, name != NULL ? hd_str(name) : (struct hd_str){ NULL, 0 });
	r = hd_stmt_step(st, err);
	if (r == 1)
		read_sample(st, arena, s);
	hd_stmt_close(st);
	return r;
}

static int
none(struct hd_db *db, const char *name, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/sample_names", err);
	int r = st == NULL ? -1 : hd_stmt_step(st, err);

	if (r == 1 && !hd_col_is_null(st, 0))
		(void)hd_err_set(err, HD_EUSAGE, "no sample '%s'; there is %s",
		    name, hd_col_text(st, 0).p);
	else if (r == 1)
		(void)hd_err_set(err, HD_EUSAGE,
		    "no sample is drawn yet: hs-sample draw draws one");
	hd_stmt_close(st);
	return -1;
}

int
hd_sample_get(struct hd_db *db, const char *name, struct hd_arena *arena,
    struct hd_sample *s, struct hd_err *err)
{
	int r = hd_sample_find(db, name, arena, s, err);

	return r == 1 ? 0 : r == 0 ? none(db, name, err) : -1;
}

static int
damaged(struct hd_err *err)
{
	return hd_err_set(err, HD_ESYS,
	    "the strata of the sample are not as they were stored: draw a new "
	    "one");
}

int
hd_sample_stratum(int64_t stored, size_t n, size_t *stratum, struct hd_err *err)
{
	if (stored < 0 || (uint64_t)stored >= n)
		return damaged(err);
	*stratum = (size_t)stored;
	return 0;
}

int
hd_sample_strata(struct hd_db *db, int64_t sample, struct hd_arena *arena,
    struct hd_sample_stratum **v, size_t *n, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/sample_strata", err);
	struct hd_sample_stratum *s;
	int r;

	*v = NULL;
	*n = 0;
	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, sample);
	while ((r = hd_stmt_step(st, err)) == 1) {
		if (*v == NULL) /* the count of all is in every row */
			*v = hd_arena_alloc(
			    arena, (size_t)hd_col_int(st, 4) * sizeof(**v));
		s = &(*v)[(*n)++];
		s->name = hd_str_keep(arena, hd_col_text(st, 0));
		s->ceiling = hd_str_keep(arena, hd_col_text(st, 1));
		s->N = hd_col_int(st, 2);
		s->n = hd_col_int(st, 3);
		if (hd_col_int(st, 5) != (int64_t)*n - 1 || s->n < 0 ||
		    s->N < 0) {
			r = damaged(err);
			break;
		}
	}
	hd_stmt_close(st);
	return r;
}

int
hd_sample_select(
    struct hd_db *db, int64_t sample, bool twice, struct hd_err *err)
{
	struct hd_stmt *st;

	if (hd_sel_begin(db, err) != 0)
		return -1;
	st = hd_stmt_named(db, "sql/sample_select", err);
	if (st != NULL) {
		hd_bind_int(st, 1, sample);
		hd_bind_int(st, 2, twice);
	}
	return hd_stmt_once(st, err);
}

static void
bind_review(struct hd_stmt *st, const struct hd_review *r)
{
	hd_bind_int(st, 1, r->sample);
	hd_bind_int(st, 2, r->ticket);
	hd_bind_text(st, 3, r->reviewer);
	hd_bind_text(st, 4, r->question);
}

static int
review_before(struct hd_db *db, const struct hd_review *r,
    enum hd_review_change *was, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/review_get", err);
	struct hd_str old = { NULL, 0 };
	int n;

	if (st == NULL)
		return -1;
	bind_review(st, r);
	n = hd_stmt_step(st, err);
	if (n == 1)
		old = hd_col_text(st, 0);
	*was = n == 1 && r->value.p != NULL && hd_str_same(old, r->value)
		   ? HD_REVIEW_SAME
	       : n == 1		    ? HD_REVIEW_CHANGED
	       : r->value.p == NULL ? HD_REVIEW_SAME
				    : HD_REVIEW_NEW;
	hd_stmt_close(st);
	return n < 0 ? -1 : 0;
}

int
hd_review_put(struct hd_db *db, const struct hd_review *r,
    enum hd_review_change *was, struct hd_err *err)
{
	struct hd_stmt *st;

	if (review_before(db, r, was, err) != 0)
		return -1;
	if (*was == HD_REVIEW_SAME)
		return 0;
	st = hd_stmt_named(
	    db, r->value.p != NULL ? "sql/review_put" : "sql/review_drop", err);
	if (st != NULL) {
		bind_review(st, r);
		if (r->value.p != NULL)
			hd_bind_text(st, 5, r->value);
	}
	return hd_stmt_once(st, err);
}
