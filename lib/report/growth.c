/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often types came in: see growth.h. */
#include <math.h>
#include <stdlib.h>

#include "report/growth.h"
#include "stats/fdr.h"

#define DAY   86400.0
#define WEEK  604800
#define LEAST 10   /* tickets in one of the periods */
#define MORE  1.25 /* times as often; as seldom: one by that */
#define Q     0.05

/* The days of a span of which there is data. */
static double
days(const struct hd_report *r, const struct hd_docspan *s)
{
	int64_t end = r->asof < s->until ? r->asof : s->until;

	return end > s->since ? (double)(end - s->since) / DAY : 0;
}

static int
counts(struct hd_grownall *g, struct hd_report *r, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(r->db, "sql/growth_counts", err);
	struct hd_grown *t;
	int got = -1;

	if (st != NULL) {
		hd_bind_int(st, 1, HD_WIN_PERIOD);
		hd_bind_int(st, 2, HD_WIN_BEFORE);
	}
	while (st != NULL && (got = hd_stmt_step(st, err)) == 1) {
		g->v = hd_grow(g->v, &g->cap, g->n + 1, sizeof(*g->v));
		t = &g->v[g->n];
		*t = (struct hd_grown){
			.issue = hd_str_keep(&g->arena, hd_col_text(st, 0)),
			.key = hd_str_keep(&g->arena, hd_col_text(st, 3)),
			.now = hd_col_int(st, 1),
			.before = hd_col_int(st, 2),
		};
		g->now += t->now;
		g->before += t->before;
		(void)hd_map_put(&g->at, t->issue, (int64_t)g->n++);
	}
	hd_stmt_close(st);
	return got;
}

/* How much counts of a week vary where nothing changes: the period before. */
static int
dispersion(struct hd_grownall *g, struct hd_report *r, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(r->db, "sql/growth_weeks", err);
	size_t weeks = (size_t)(g->days_before / 7);
	double *count = hd_xcalloc(g->n * weeks + 1, sizeof(*count));
	const int64_t *at;
	int got = -1;

	if (st != NULL) {
		hd_bind_int(st, 1, HD_WIN_BEFORE);
		hd_bind_int(st, 2, r->before.since);
		hd_bind_int(st, 3, (int64_t)weeks);
	}
	while (st != NULL && (got = hd_stmt_step(st, err)) == 1) {
		at = hd_map_get(&g->at, hd_col_text(st, 0));
		count[(size_t)*at * weeks + (size_t)hd_col_int(st, 1)] =
		    hd_col_real(st, 2);
	}
	g->phi = weeks > 1 ? hd_overdispersion(count, g->n, weeks) : 1;
	hd_stmt_close(st);
	free(count);
	return got;
}

static int
first_seen(struct hd_grownall *g, struct hd_report *r, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(r->db, "sql/growth_first", err);
	const int64_t *at;
	int got = -1;

	while (st != NULL && (got = hd_stmt_step(st, err)) == 1) {
		at = hd_map_get(&g->at, hd_col_text(st, 0));
		if (at != NULL)
			g->v[*at].first = hd_col_int(st, 1);
	}
	hd_stmt_close(st);
	return got;
}

static void
test(struct hd_grownall *g)
{
	double *p = hd_xcalloc(g->n + 1, sizeof(*p));
	struct hd_grown *t;

	for (size_t i = 0; i < g->n; i++) {
		t = &g->v[i];
		t->up = hd_rate_ratio(
		    t->now, g->days, t->before, g->days_before, g->phi);
		t->down = hd_rate_ratio(
		    t->before, g->days_before, t->now, g->days, g->phi);
		p[i] = t->p = fmin(1, 2 * fmin(t->up.mid_p, t->down.mid_p));
	}
	hd_fdr_bh(p, g->n, p);
	for (size_t i = 0; i < g->n; i++)
		g->v[i].q = p[i];
	free(p);
}

int
hd_grown_read(struct hd_grownall *g, struct hd_report *r, struct hd_err *err)
{
	static const struct hd_grownall empty;

	*g = empty;
	g->days = days(r, &r->period);
	g->days_before = days(r, &r->before);
	if (counts(g, r, err) != 0 || dispersion(g, r, err) != 0 ||
	    first_seen(g, r, err) != 0)
		return -1;
	test(g);
	return 0;
}

void
hd_grown_release(struct hd_grownall *g)
{
	free(g->v);
	hd_map_release(&g->at);
	hd_arena_release(&g->arena);
}

int
hd_grown_way(const struct hd_grown *t)
{
	if (t->q > Q || (t->now < LEAST && t->before < LEAST))
		return 0;
	if (t->up.ratio >= MORE)
		return 1;
	return t->up.ratio <= 1 / MORE ? -1 : 0;
}
