/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing again from a stored frame, for more or as a proof: see draw.h. */
#include <stdlib.h>
#include <string.h>

#include "audit/draw.h"

/* The strata of a stored sample; least: those it drew stay. */
static int
strata_of(struct hd_db *db, const struct hd_sample *s, struct hd_lot *lot,
    struct hd_err *err)
{
	struct hd_sample_stratum *v;
	struct hd_lot_stratum *l;
	size_t n, at;

	if (hd_sample_strata(db, s->id, &lot->arena, &v, &n, err) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		l = hd_lot_stratum(lot, v[i].name);
		if (lot->n != i + 1) /* two of one name */
			return hd_sample_stratum((int64_t)i, lot->n, &at, err);
		l->ceiling = v[i].ceiling;
		l->N = v[i].N;
		l->n = l->least = v[i].n;
	}
	return 0;
}

/* What the stored sample holds: its tickets, and whether each stratum has its N. */
struct held {
	size_t drawn;
	bool sized;
};

static bool
sized(const struct hd_lot *lot, const int64_t *N)
{
	for (size_t i = 0; i < lot->n; i++)
		if (N[i] != lot->v[i].N)
			return false;
	return true;
}

/* Draw anew, and see what is held. */
static int
draw_again(struct hd_db *db, const struct hd_sample *s, struct hd_lot *lot,
    struct held *held, struct hd_err *err)
{
	int64_t *N = hd_xcalloc(lot->n + 1, sizeof(*N));
	struct hd_stmt *st = hd_stmt_named(db, "sql/sample_draw_again", err);
	size_t h;
	int r = st == NULL ? -1 : 1;

	held->drawn = 0;
	if (st != NULL)
		hd_bind_int(st, 1, s->id);
	while (r == 1 && (r = hd_stmt_step(st, err)) == 1) {
		if (hd_sample_stratum(hd_col_int(st, 1), lot->n, &h, err) !=
		    0) {
			r = -1;
			break;
		}
		held->drawn += !hd_col_is_null(st, 3);
		N[h]++;
		hd_lot_add(lot, hd_col_text(st, 0), h, hd_col_int(st, 2));
	}
	held->sized = sized(lot, N);
	hd_stmt_close(st);
	hd_lot_end(lot);
	free(N);
	return r;
}

/* Does the sample hold each ticket at the place that the draw gives it? */
static int
same_tickets(struct hd_db *db, const struct hd_sample *s,
    const struct hd_lot *lot, bool *same, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/sample_place", err);
	const struct hd_bottom *b;
	int r = 1;

	*same = true;
	if (st == NULL)
		return -1;
	for (size_t i = 0; i < lot->n; i++) {
		b = &lot->v[i].drawn;
		for (size_t k = 0; k < b->n && r >= 0; k++) {
			hd_bind_int(st, 1, s->id);
			hd_bind_int(st, 2, b->v[k].id);
			r = hd_stmt_step(st, err);
			if (r == 0 ||
			    (r == 1 &&
				(hd_col_int(st, 0) != (int64_t)i ||
				    hd_col_int(st, 1) != (int64_t)k + 1)))
				*same = false;
			hd_stmt_reset(st);
		}
	}
	hd_stmt_close(st);
	return r < 0 ? -1 : 0;
}

int
hd_draw_verify(struct hd_db *db, const struct hd_sample *s, struct hd_lot *lot,
    const char **why, struct hd_err *err)
{
	struct held held;
	bool same;

	hd_lot_init(lot, s->seed);
	*why = NULL;
	if (strata_of(db, s, lot, err) != 0 ||
	    draw_again(db, s, lot, &held, err) != 0 ||
	    same_tickets(db, s, lot, &same, err) != 0)
		return -1;
	if (!hd_str_eq(s->frame, lot->frame))
		*why = "the frame is not the one that was drawn from";
	else if (!held.sized)
		*why = "a stratum has not the tickets it should have";
	else if (!same || held.drawn != (size_t)s->n)
		*why = "the tickets are not those that the seed chooses";
	return 0;
}

static int
more(struct hd_drawjob *job, const struct hd_sample *s, struct hd_err *err)
{
	struct held held;

	if (strata_of(job->db, s, &job->lot, err) != 0 ||
	    hd_draw_allocate(job, err) != 0 ||
	    draw_again(job->db, s, &job->lot, &held, err) != 0)
		return -1;
	if (!hd_str_eq(s->frame, job->lot.frame) || !held.sized)
		return hd_err_set(err, HD_EUSAGE,
		    "the tickets that '%s' was drawn from are not there any more "
		    "as they were: draw a new sample",
		    s->name.p);
	return hd_draw_put(job, err);
}

int
hd_draw_extend(
    struct hd_drawjob *job, const struct hd_sample *s, struct hd_err *err)
{
	hd_lot_init(&job->lot, s->seed);
	job->sample = s->id;
	job->name = s->name.p;
	job->seed = s->seed.p;
	job->twice = s->twice;
	if (job->n <= s->n)
		return hd_err_set(err, HD_EOPTION,
		    "-n %lld: '%s' has %lld tickets already", (long long)job->n,
		    s->name.p, (long long)s->n);
	return more(job, s, err);
}
