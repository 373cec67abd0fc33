/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two windows compared: see compare.h. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "metrics/compare_int.h"
#include "metrics/handle.h"
#include "stats/fdr.h"

static const char *
keep(struct hd_arena *a, const char *first, const char *second)
{
	struct hd_buf b = HD_BUF_INIT;
	const char *s;

	hd_buf_addf(&b, "%s.%s", first, second);
	s = hd_arena_memdup(a, b.s, b.n);
	hd_buf_release(&b);
	return s;
}

static const char *
segment(struct hd_arena *a, const char *by, struct hd_str value)
{
	struct hd_buf b = HD_BUF_INIT;
	const char *s;

	if (by == NULL)
		return "all";
	hd_buf_addf(&b, "%s=", by);
	hd_buf_add(&b, value.p, value.n);
	s = hd_arena_memdup(a, b.s, b.n);
	hd_buf_release(&b);
	return s;
}

static int
decimals(const struct hd_metric *m, const char *what)
{
	if (m->unit != HD_UNIT_SECONDS || strcmp(what, "difference") != 0)
		return 6;
	return m->kind == HD_KIND_MEAN ? 2 : 1;
}

struct hd_compared_figure *
hd_comparing_add(struct hd_comparing *x, const char *what, const char *by,
    struct hd_str value, const struct hd_difference *d, const int64_t n[2],
    const char *method)
{
	struct hd_compared_figure *i;

	x->v = hd_grow(x->v, &x->cap, x->n + 1, sizeof(*x->v));
	i = &x->v[x->n++];
	memset(i, 0, sizeof(*i));
	i->m = x->m;
	i->by = by;
	i->what = what;
	i->value = hd_str_keep(&x->arena, value);
	i->f = (struct hd_figure){ keep(&x->arena, x->m->name, what),
		segment(&x->arena, by, value), d->d, d->lo, d->hi, -1,
		n[0] + n[1], by == NULL ? x->N : n[0] + n[1],
		decimals(x->m, what), method, x->m->name, x->m->status };
	i->p = d->pvalue;
	i->q = NAN;
	if (n[0] == 0 || n[1] == 0)
		i->f.status = HD_NOT_MEASURABLE;
	else if (n[0] < x->c->min_n || n[1] < x->c->min_n || isnan(d->d))
		i->f.status = HD_SUPPRESSED;
	if (i->f.status != x->m->status)
		i->p = NAN;
	return i;
}

/* Are they tests of one list: of the same kind, both of all or both of parts? */
static bool
alike(const struct hd_compared_figure *a, const struct hd_compared_figure *b)
{
	return !isnan(b->p) && (a->by != NULL) == (b->by != NULL) &&
	       strcmp(a->what, b->what) == 0;
}

static void
discover(struct hd_comparing *x)
{
	double *p = hd_xcalloc(x->n + 1, sizeof(*p));
	size_t n;

	for (size_t first = 0; first < x->n; first++) {
		if (isnan(x->v[first].p) || !isnan(x->v[first].q))
			continue;
		n = 0;
		for (size_t i = first; i < x->n; i++)
			if (alike(&x->v[first], &x->v[i]))
				p[n++] = x->v[i].p;
		hd_fdr_bh(p, n, p);
		n = 0;
		for (size_t i = first; i < x->n; i++)
			if (alike(&x->v[first], &x->v[i]))
				x->v[i].q = p[n++];
	}
	free(p);
}

static void
give(struct hd_comparing *x, const struct hd_compared_figure *i)
{
	const struct hd_compare *c = x->c;
	struct hd_figure f = i->f;

	c->give(c->ctx, i->m, &f, i->by, i->value);
	if (isnan(i->p))
		return;
	f.lo = f.hi = NAN;
	f.decimals = 6;
	f.metric = keep(&x->arena, i->f.metric, "p");
	f.estimate = i->p;
	c->give(c->ctx, i->m, &f, i->by, i->value);
	f.metric = keep(&x->arena, i->f.metric, "q");
	f.estimate = i->q;
	f.method = "benjamini-hochberg";
	c->give(c->ctx, i->m, &f, i->by, i->value);
}

static struct hd_measure
measurer(const struct hd_compare *c)
{
	return (struct hd_measure){
		.db = c->db, .min_n = c->min_n, .give = c->give, .ctx = c->ctx
	};
}

/* The window after by what the one before took for the same. */
static int
expected(const struct hd_comparing *x, struct hd_err *err)
{
	struct hd_measure m = measurer(x->c);

	m.win = 1;
	return strcmp(x->m->name, "handle_s") == 0
		   ? hd_handle_oe(&m, 0, NULL, err)
		   : 0;
}

/* The windows by themselves. */
static int
windows(const struct hd_comparing *x, struct hd_err *err)
{
	const struct hd_compare *c = x->c;
	struct hd_measure m = measurer(c);
	struct hd_buf prefix = HD_BUF_INIT;
	int r = 0;

	for (m.win = 0; m.win < 2 && r == 0; m.win++) {
		hd_buf_reset(&prefix);
		hd_buf_addf(&prefix, "%s=%s", c->by, c->win[m.win].name);
		m.prefix = prefix.s;
		m.notes = m.win == 1 ? c->notes : NULL;
		r = hd_measure(&m, x->m, NULL, err);
	}
	hd_buf_release(&prefix);
	return r;
}

int
hd_compare_metrics(const struct hd_compare *c,
    const struct hd_metric *const *metrics, struct hd_err *err)
{
	struct hd_comparing x = { .c = c };
	size_t shown = 0;
	int r = 0;

	for (size_t i = 0; metrics[i] != NULL && r == 0; i++) {
		x.m = metrics[i];
		r = metrics[i]->kind == HD_KIND_MEDIAN
			? hd_compare_times(&x, err)
			: hd_compare_rate(&x, err);
	}
	discover(&x);
	for (size_t i = 0; metrics[i] != NULL && r == 0; i++) {
		x.m = metrics[i];
		r = windows(&x, err);
		for (; shown < x.n && x.v[shown].m == metrics[i]; shown++)
			give(&x, &x.v[shown]);
		if (r == 0)
			r = expected(&x, err);
	}
	free(x.v);
	hd_arena_release(&x.arena);
	return r;
}
