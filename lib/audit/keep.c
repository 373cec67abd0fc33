/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keep-human list: see keep.h. */
#include <string.h>

#include "audit/keep.h"
#include "base/tstamp.h"
#include "stats/proportion.h"
#include "store/select.h"

#define DAYS 90

/* The sums of one flag over clusters: x, x^2, x n, n^2 and n. */
struct sums {
	double x, xx, xn, nn;
	int64_t n, m;
};

static void
rate(const struct sums *s, struct hd_keep_row *row)
{
	double p = s->n > 0 ? s->x / (double)s->n : 0;
	double sum_sq = s->xx - 2 * p * s->xn + p * p * s->nn;
	struct hd_interval i =
	    hd_wilson_cluster((int64_t)s->x, s->n, s->m, sum_sq);

	/* one account has no variance to correct by: rather keep than not */
	if (s->m < 2)
		i = hd_wilson((int64_t)s->x, s->n);
	row->x = (int64_t)s->x;
	row->n = s->n;
	row->rate = i.p;
	row->lo = i.lo;
	row->hi = i.hi;
	row->deff = i.deff;
	row->clusters = s->m;
	row->kept = s->n > 0 && i.lo > row->threshold;
}

static struct sums
sums_at(struct hd_stmt *st, int x, int n2, int64_t n, int64_t m)
{
	return (struct sums){ hd_col_real(st, x), hd_col_real(st, x + 1),
		hd_col_real(st, x + 2), hd_col_real(st, n2), n, m };
}

static int
each_reason(struct hd_stmt *st, const struct hd_keep_limits *l,
    struct hd_keep_row *row,
    int (*fn)(void *, const struct hd_keep_row *, struct hd_err *), void *ctx,
    struct hd_err *err)
{
	int64_t n = hd_col_int(st, 1), m = hd_col_int(st, 2);
	const struct {
		const char *reason;
		double threshold;
		struct sums s;
	} reasons[] = {
		{ "emotion", l->emotion, sums_at(st, 3, 6, n, m) },
		{ "risk", l->risk, sums_at(st, 7, 6, n, m) },
		{ "reopen", l->reopen,
		    sums_at(
			st, 10, 13, hd_col_int(st, 14), hd_col_int(st, 15)) },
	};

	for (size_t i = 0; i < 3; i++) {
		row->reason = reasons[i].reason;
		row->threshold = reasons[i].threshold;
		rate(&reasons[i].s, row);
		if (fn(ctx, row, err) != 0)
			return -1;
	}
	return 0;
}

int
hd_keep_each(struct hd_db *db, const struct hd_keep_limits *limits,
    int (*fn)(void *ctx, const struct hd_keep_row *row, struct hd_err *err),
    void *ctx, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/keep_counts", err);
	struct hd_keep_row row;
	int r;

	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1) {
		memset(&row, 0, sizeof(row));
		row.issue = hd_col_text(st, 0).p;
		row.key = hd_col_text(st, 16).p;
		row.tickets = hd_col_int(st, 1);
		if (row.tickets < limits->min_tickets)
			continue;
		if (each_reason(st, limits, &row, fn, ctx, err) != 0) {
			r = -1;
			break;
		}
	}
	hd_stmt_close(st);
	return r;
}

struct store {
	struct hd_stmt *put;
	int64_t ruleset;
};

static int
store_row(void *ctx, const struct hd_keep_row *row, struct hd_err *err)
{
	struct store *s = ctx;

	if (!row->kept)
		return 0;
	hd_bind_int(s->put, 1, s->ruleset);
	hd_bind_text(s->put, 2, hd_str(row->issue));
	hd_bind_text(s->put, 3, hd_str(row->reason));
	hd_bind_int(s->put, 4, row->x);
	hd_bind_int(s->put, 5, row->n);
	hd_bind_real(s->put, 6, row->lo);
	hd_bind_real(s->put, 7, row->threshold);
	return hd_stmt_run(s->put, err);
}

/* The landscape view speaks of the active rule set only. */
static bool
is_active(struct hd_db *db, int64_t ruleset, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(db, "sql/active", err);
	bool same = st != NULL && hd_stmt_step(st, err) == 1 &&
		    hd_col_int(st, 0) == ruleset;

	hd_stmt_close(st);
	return same;
}

int
hd_keep_select(struct hd_db *db, struct hd_err *err)
{
	int64_t newest, until;

	if (hd_newest(db, &newest, err) != 0)
		return -1;
	until = newest == HD_TIME_NONE ? 0 : newest - newest % 86400 + 86400;
	if (hd_sel_begin(db, err) != 0 ||
	    hd_sel_period(db, HD_BY_SOLVED, until - DAYS * 86400, until, err) !=
		0)
		return -1;
	return hd_db_script(db, "sql/sel_excluded", err);
}

int
hd_keep_update(struct hd_db *db, int64_t ruleset, struct hd_err *err)
{
	static const struct hd_keep_limits limits = HD_KEEP_LIMITS;
	struct store s = { NULL, ruleset };
	struct hd_stmt *clear;
	int r = -1;

	if (!is_active(db, ruleset, err))
		return err->code == HD_OK ? 0 : -1;
	if (hd_keep_select(db, err) != 0)
		return -1;
	clear = hd_stmt_named(db, "sql/keep_clear", err);
	s.put = hd_stmt_named(db, "sql/keep_put", err);
	if (clear != NULL && s.put != NULL) {
		hd_bind_int(clear, 1, ruleset);
		r = hd_stmt_run(clear, err);
	}
	if (r == 0)
		r = hd_keep_each(db, &limits, store_row, &s, err);
	hd_stmt_close(clear);
	hd_stmt_close(s.put);
	return r;
}
