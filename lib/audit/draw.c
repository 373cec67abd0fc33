/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing a sample and storing it: see draw.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/draw.h"
#include "base/num.h"
#include "stats/draw.h"
#include "store/frame.h"
#include "store/tagging.h"

/* A statement's run with the sample as its first parameter. */
static int
run_for(struct hd_db *db, const char *name, int64_t sample, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, name, err);

	if (st != NULL)
		hd_bind_int(st, 1, sample);
	return hd_stmt_once(st, err);
}

/* The sample's row; its frame is not known yet. */
static int
put_sample(struct hd_drawjob *job, struct hd_err *err)
{
	struct hd_stmt *st;
	struct hd_buf strata = HD_BUF_INIT;
	int64_t ruleset = -1;
	int r = hd_ruleset_find(job->db, NULL, &ruleset, err);

	st = r < 0 ? NULL : hd_stmt_named(job->db, "sql/sample_put", err);
	hd_buf_adds(&strata, "ceiling");
	for (size_t i = 0; i < job->ncolumns; i++)
		hd_buf_addf(&strata, ",%s", job->columns[i]);
	if (st != NULL) {
		hd_bind_text(st, 1, hd_str(job->name));
		hd_bind_text(st, 2, hd_str(job->seed));
		hd_bind_text(st, 3, hd_buf_str(&strata));
		hd_bind_index(st, 4, r == 1 ? ruleset : -1);
		hd_bind_index(st, 5, job->windowed ? (int64_t)job->by : -1);
		if (job->windowed) {
			hd_bind_int(st, 6, job->since);
			hd_bind_int(st, 7, job->until);
		}
		hd_bind_text(st, 8,
		    job->filter != NULL ? hd_str(job->filter)
					: (struct hd_str){ NULL, 0 });
		hd_bind_real(st, 9, job->twice);
		hd_bind_int(st, 10, job->asof);
	}
	hd_buf_release(&strata);
	if (hd_stmt_once(st, err) != 0)
		return -1;
	job->sample = hd_db_last_id(job->db);
	return 0;
}

/* Every ticket of the temporary frame to the draw, and into sample_frame. */
static int
each_key(struct hd_drawjob *job, const struct hd_map *raw, struct hd_err *err)
{
	struct hd_stmt *st = hd_frame_keys(job->db, err);
	struct hd_stmt *put =
	    hd_stmt_named(job->db, "sql/sample_frame_put", err);
	int64_t stratum;
	int r = st == NULL || put == NULL ? -1 : 1;

	while (r == 1 && (r = hd_stmt_step(st, err)) == 1) {
		stratum = *hd_map_get(raw, hd_col_text(st, 1));
		hd_lot_add(&job->lot, hd_col_text(st, 0), (size_t)stratum,
		    hd_col_int(st, 2));
		hd_bind_int(put, 1, job->sample);
		hd_bind_int(put, 2, hd_col_int(st, 2));
		hd_bind_int(put, 3, stratum);
		if (hd_stmt_run(put, err) != 0)
			r = -1;
	}
	hd_stmt_close(st);
	hd_stmt_close(put);
	return r;
}

/* What is drawn, in an order that tells nothing of strata. */
struct drawn {
	uint64_t order;
	const struct hd_bottom_one *one;
	size_t stratum, place;
	bool twice;
};

static int
by_order(const void *a, const void *b)
{
	const struct drawn *x = a, *y = b;

	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return (x->one->id > y->one->id) - (x->one->id < y->one->id);
}

/*
 * Those not drawn before, ordered by another number of the seed than the one they
 * were drawn by; the first of that order go to a second reviewer, and then the
 * order is made anew, so that these too are spread over the sheet.
 */
static void
shuffle(struct hd_drawjob *job, const char *salt, struct drawn *d, size_t n)
{
	struct hd_buf seed = HD_BUF_INIT;

	hd_buf_addf(&seed, "%s\x1f%s", job->seed, salt);
	for (size_t i = 0; i < n; i++)
		d[i].order = hd_draw_number(hd_buf_str(&seed),
		    (struct hd_str){ d[i].one->key, d[i].one->n });
	if (n > 0)
		qsort(d, n, sizeof(*d), by_order);
	hd_buf_release(&seed);
}

static size_t
collect(struct hd_drawjob *job, struct drawn **out)
{
	struct hd_lot *l = &job->lot;
	struct drawn *d;
	size_t n = 0, twice;

	for (size_t i = 0; i < l->n; i++)
		n += l->v[i].drawn.n;
	*out = d = hd_xcalloc(n + 1, sizeof(*d));
	n = 0;
	for (size_t i = 0; i < l->n; i++)
		for (size_t k = (size_t)l->v[i].least; k < l->v[i].drawn.n; k++)
			d[n++] = (struct drawn){ 0, &l->v[i].drawn.v[k], i,
				k + 1, false };
	twice = (size_t)(job->twice * (double)n + 0.5);
	shuffle(job, "twice", d, n);
	for (size_t i = 0; i < twice && i < n; i++)
		d[i].twice = true;
	shuffle(job, "sheet", d, n);
	return n;
}

/* The tickets that are new in the sample, after those that are in it. */
static int
put_drawn(struct hd_drawjob *job, struct hd_err *err)
{
	struct hd_stmt *st =
	    hd_stmt_named(job->db, "sql/sample_ticket_put", err);
	struct drawn *d;
	size_t n = collect(job, &d);
	int r = st == NULL ? -1 : 0;

	for (size_t i = 0; i < n && r == 0; i++) {
		hd_bind_int(st, 1, job->sample);
		hd_bind_int(st, 2, d[i].one->id);
		hd_bind_int(st, 3, (int64_t)d[i].stratum);
		hd_bind_int(st, 4, (int64_t)d[i].place);
		hd_bind_int(st, 5, d[i].twice);
		r = hd_stmt_run(st, err);
	}
	hd_stmt_close(st);
	free(d);
	return r;
}

static int
put_strata(struct hd_drawjob *job, struct hd_err *err)
{
	struct hd_stmt *st =
	    hd_stmt_named(job->db, "sql/sample_stratum_put", err);
	const struct hd_lot_stratum *s;
	int r = st == NULL ? -1 : 0;

	for (size_t i = 0; i < job->lot.n && r == 0; i++) {
		s = &job->lot.v[i];
		hd_bind_int(st, 1, job->sample);
		hd_bind_int(st, 2, (int64_t)i);
		hd_bind_text(st, 3, s->name);
		hd_bind_text(st, 4, s->ceiling);
		hd_bind_int(st, 5, s->N);
		hd_bind_int(st, 6, s->n);
		r = hd_stmt_run(st, err);
	}
	hd_stmt_close(st);
	return r;
}

static int
put_frame(struct hd_drawjob *job, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(job->db, "sql/sample_hash", err);

	if (st != NULL) {
		hd_bind_int(st, 1, job->sample);
		hd_bind_text(st, 2, hd_str(job->lot.frame));
	}
	return hd_stmt_once(st, err);
}

int
hd_draw_put(struct hd_drawjob *job, struct hd_err *err)
{
	return put_strata(job, err) == 0 ? put_drawn(job, err) : -1;
}

int
hd_draw(struct hd_drawjob *job, struct hd_err *err)
{
	struct hd_map raw = HD_MAP_INIT;
	int r;

	hd_lot_init(&job->lot, hd_str(job->seed));
	r = hd_frame_fill(job->db, job->columns, job->ncolumns, err);
	if (r == 0)
		r = hd_draw_strata(job, &raw, err);
	if (r == 0)
		r = hd_draw_allocate(job, err);
	if (r == 0)
		r = put_sample(job, err);
	if (r == 0)
		r = each_key(job, &raw, err);
	hd_lot_end(&job->lot);
	if (r == 0 && (put_frame(job, err) != 0 ||
			  run_for(job->db, "sql/sample_keep_put", job->sample,
			      err) != 0 ||
			  hd_draw_put(job, err) != 0 ||
			  run_for(job->db, "sql/sample_counts_put", job->sample,
			      err) != 0))
		r = -1;
	hd_map_release(&raw);
	return r;
}
