/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes two windows no fair comparison: see compare.h. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "metrics/compare_int.h"
#include "stats/fdr.h"
#include "stats/trend.h"
#include "store/baseline.h"

#define DAY	   86400
#define FOUR_WEEKS (28 * DAY)
#define YOUNGER	   0.01	 /* share of unripe tickets more, in one window */
#define UNFINISHED 0.005 /* share of open tickets more, in one window */
#define WEEKS	   3	 /* that a drift is looked for in */
#define DRIFT	   0.05

/* Days from Monday to Friday, and others; whole days of [since, until). */
static void
days(const struct hd_compare *c, int w, int *work, int *other)
{
	int64_t t = c->win[w].since;
	struct hd_civil v;

	*work = *other = 0;
	while (t < c->win[w].until) {
		hd_zone_civil(c->zone, t, &v);
		/* 1970-01-01, day 0 in UTC, was a Thursday */
		struct hd_civil noon = { v.year, v.month, v.day, 0, 0, 0 };
		const struct hd_zone utc = HD_ZONE_UTC;
		int64_t day = hd_zone_utc(&utc, &noon) / DAY;
		int64_t weekday = ((day + 3) % 7 + 7) % 7;

		if (weekday < 5)
			++*work;
		else
			++*other;
		noon.day++;
		t = hd_zone_utc(c->zone, &noon);
	}
}

static void
spans(const struct hd_compare *c)
{
	const struct hd_compare_window *a = &c->win[0], *b = &c->win[1];
	int work[2], other[2];

	for (int w = 0; w < 2; w++)
		if (c->win[w].until - c->win[w].since < FOUR_WEEKS)
			hd_buf_addf(c->notes,
			    "%s is shorter than four weeks: one odd week is "
			    "much of it\n",
			    c->win[w].name);
	if (a->since < b->until && b->since < a->until)
		hd_buf_addf(c->notes,
		    "%s and %s overlap: tickets of both count in both\n",
		    a->name, b->name);
	days(c, 0, &work[0], &other[0]);
	days(c, 1, &work[1], &other[1]);
	if (work[0] * other[1] != work[1] * other[0])
		hd_buf_addf(c->notes,
		    "weekdays are unequal: %s has %d from Monday to Friday and "
		    "%d others, %s %d and %d\n",
		    a->name, work[0], other[0], b->name, work[1], other[1]);
}

static void
tags(const struct hd_compare *c, int w, struct hd_stmt *st)
{
	const char *name = c->win[w].name;
	double all = hd_col_real(st, 1), bare = hd_col_real(st, 2),
	       foreign = hd_col_real(st, 3);

	if (bare > 0)
		hd_buf_addf(c->notes,
		    "%.0f of %.0f tickets of %s are not tagged by the active "
		    "rule set, %.0f of them by another: run hs-tag\n",
		    bare, all, name, foreign);
}

/* Tags, and how long tickets have been watched. */
static int
tickets(const struct hd_compare *c, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(c->db, "sql/compare_windows", err);
	double young[2] = { 0, 0 }, solved[2] = { 0, 0 }, all[2] = { 0, 0 },
	       open[2] = { 0, 0 };
	int r = -1, w;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		w = hd_col_int(st, 0) != 0;
		tags(c, w, st);
		solved[w] = hd_col_real(st, 4);
		young[w] = hd_col_real(st, 5);
		all[w] = hd_col_real(st, 1);
		open[w] = hd_col_real(st, 6);
	}
	hd_stmt_close(st);
	if (r == 0 && solved[0] > 0 && solved[1] > 0 &&
	    fabs(young[0] / solved[0] - young[1] / solved[1]) > YOUNGER)
		hd_buf_addf(c->notes,
		    "not equally old: %.0f of %.0f solved tickets of %s have "
		    "been watched for less than seven days, %.0f of %.0f of "
		    "%s\n",
		    young[0], solved[0], c->win[0].name, young[1], solved[1],
		    c->win[1].name);
	if (r == 0 && all[0] > 0 && all[1] > 0 &&
	    fabs(open[0] / all[0] - open[1] / all[1]) > UNFINISHED)
		hd_buf_addf(c->notes,
		    "not equally finished: %.0f of %.0f tickets of %s are "
		    "still open with the AI alone, %.0f of %.0f of %s; they "
		    "count as not resolved, and deflection may yet rise\n",
		    open[0], all[0], c->win[0].name, open[1], all[1],
		    c->win[1].name);
	return r;
}

static int
happened(const struct hd_compare *c, int w, struct hd_err *err)
{
	struct hd_stmt *st =
	    hd_notes(c->db, c->win[w].since, c->win[w].until, err);
	struct hd_str text;
	struct hd_civil v;
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		hd_zone_civil(c->zone, hd_col_int(st, 1), &v);
		text = hd_col_text(st, 2);
		hd_buf_addf(c->notes, "in %s, %04d-%02d-%02d: %.*s\n",
		    c->win[w].name, (int)v.year, v.month, v.day, (int)text.n,
		    text.p);
	}
	hd_stmt_close(st);
	return r;
}

/* A metric week by week in the window before. */
struct drift {
	const struct hd_metric *m;
	struct hd_trend trend;
	double first, last; /* the share in the first week and in the last */
};

static int
weeks(const struct hd_compare *c, struct drift *d, struct hd_err *err)
{
	struct hd_stmt *st = hd_ladder_sums(c->db, d->m->name, "week", 0, err);
	struct hd_trend_point *v = NULL;
	struct hd_buf week = HD_BUF_INIT;
	size_t n = 0, cap = 0;
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		struct hd_str name = hd_col_text(st, 0);

		if (n == 0 || !hd_str_eq(name, hd_buf_cstr(&week))) {
			v = hd_grow(v, &cap, n + 1, sizeof(*v));
			v[n++] = (struct hd_trend_point){ 0, 0 };
			hd_buf_reset(&week);
			hd_buf_add(&week, name.p, name.n);
		}
		v[n - 1].x += (int64_t)llround(hd_col_real(st, 2));
		v[n - 1].n += hd_col_int(st, 3);
	}
	hd_stmt_close(st);
	hd_buf_release(&week);
	d->trend = hd_trend_test(v, n, 1);
	if (n >= WEEKS && v[0].n > 0 && v[n - 1].n > 0) {
		d->first = (double)v[0].x / (double)v[0].n;
		d->last = (double)v[n - 1].x / (double)v[n - 1].n;
	} else {
		d->trend.p = NAN;
	}
	free(v);
	return r;
}

static void
tell_drifts(const struct hd_compare *c, struct drift *d, size_t n)
{
	double *q = hd_xcalloc(n + 1, sizeof(*q));
	size_t k = 0;

	for (size_t i = 0; i < n; i++)
		if (!isnan(d[i].trend.p))
			q[k++] = d[i].trend.p;
	hd_fdr_bh(q, k, q);
	k = 0;
	for (size_t i = 0; i < n; i++) {
		if (isnan(d[i].trend.p) || q[k++] > DRIFT)
			continue;
		hd_buf_addf(c->notes,
		    "%s was %s in %s already, from %.3f in its first week to "
		    "%.3f in its last\n",
		    d[i].m->name, d[i].trend.z > 0 ? "rising" : "falling",
		    c->win[0].name, d[i].first, d[i].last);
	}
	free(q);
}

static int
drifts(const struct hd_compare *c, const struct hd_metric *const *metrics,
    struct hd_err *err)
{
	struct drift *d = NULL;
	size_t n = 0, cap = 0;
	int r = 0;

	for (size_t i = 0; metrics[i] != NULL && r == 0; i++) {
		if (metrics[i]->kind != HD_KIND_RATE)
			continue;
		d = hd_grow(d, &cap, n + 1, sizeof(*d));
		memset(&d[n], 0, sizeof(*d));
		d[n].m = metrics[i];
		r = weeks(c, &d[n++], err);
	}
	if (r == 0)
		tell_drifts(c, d, n);
	free(d);
	return r;
}

int
hd_compare_hygiene(const struct hd_compare *c,
    const struct hd_metric *const *metrics, struct hd_err *err)
{
	bool periods = strcmp(c->by, "period") == 0;

	for (int w = 0; w < 2; w++)
		if (c->win[w].other_rules)
			hd_buf_addf(c->notes,
			    "%s was set under another rule set: both periods "
			    "are counted under the active one\n",
			    c->win[w].name);
	if (periods)
		spans(c);
	if (tickets(c, err) != 0)
		return -1;
	if (periods && drifts(c, metrics, err) != 0)
		return -1;
	if (happened(c, 0, err) != 0)
		return -1;
	return periods ? happened(c, 1, err) : 0;
}
