/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates and means of two windows: see compare.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "metrics/bytype.h"
#include "metrics/compare_int.h"
#include "stats/proportion.h"

#define LEAST	 5    /* tickets of a cell, in either window */
#define WORST_OF 20   /* tickets of a type that may be called the worst */
#define CALLED	 0.05 /* a change of it that somebody would be glad of */

/* The larger design effect of the two windows, 1 without clusters. */
static double
design(const struct hd_bytype *t)
{
	double worst = 1;

	for (int w = 0; w < 2; w++) {
		const struct hd_sums *all = &t->all[w];

		if (all->accounts < all->n)
			worst = fmax(worst, hd_sums_rate(all).deff);
	}
	return worst;
}

static bool
alone(const struct hd_bytype *t)
{
	return t->all[0].accounts == t->all[0].n &&
	       t->all[1].accounts == t->all[1].n;
}

/* Cells by issue and complexity in both windows. */
static int
read_cells(struct hd_comparing *x, struct hd_compared **cells, size_t *n,
    struct hd_err *err)
{
	struct hd_map place = HD_MAP_INIT;
	struct hd_buf name = HD_BUF_INIT;
	size_t cap = 0;
	int r = 0;

	for (int win = 0; win < 2 && r == 0; win++) {
		struct hd_stmt *st =
		    hd_ladder_cells(x->c->db, "held", win, err);

		r = -1;
		while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
			struct hd_str a = hd_col_text(st, 0);
			struct hd_str b = hd_col_text(st, 1);
			struct hd_compared *c;
			int64_t at;

			hd_buf_reset(&name);
			hd_buf_add(&name, a.p, a.n);
			hd_buf_addc(&name, '\n');
			hd_buf_add(&name, b.p, b.n);
			at =
			    *hd_map_put(&place, hd_buf_str(&name), (int64_t)*n);
			*cells = hd_grow(*cells, &cap, *n + 1, sizeof(**cells));
			c = &(*cells)[at];
			if ((size_t)at == *n) {
				*c = (struct hd_compared){ 0, 0, 0, 0 };
				++*n;
			}
			*(win == 0 ? &c->x0 : &c->x1) =
			    (int64_t)llround(hd_col_real(st, 2));
			*(win == 0 ? &c->n0 : &c->n1) = hd_col_int(st, 3);
		}
		hd_stmt_close(st);
	}
	hd_map_release(&place);
	hd_buf_release(&name);
	return r;
}

static int
standardised(
    struct hd_comparing *x, double deff, const int64_t n[2], struct hd_err *err)
{
	struct hd_compared *cells = NULL;
	struct hd_difference d = { NAN, NAN, NAN, NAN, false };
	struct hd_standardised s;
	size_t k = 0;
	int r = read_cells(x, &cells, &k, err);

	if (r == 0) {
		k = hd_compared_merge(cells, k, LEAST);
		s = hd_standardise(cells, k, HD_STANDARD_MEAN);
		d.d = s.diff;
		d.lo = s.diff - sqrt(deff) * (s.diff - s.lo);
		d.hi = s.diff + sqrt(deff) * (s.hi - s.diff);
		(void)hd_comparing_add(x, "standardised", NULL,
		    (struct hd_str){ NULL, 0 }, &d, n, "mover");
	}
	free(cells);
	return r;
}

/* What sums of fractions leave of 0 is 0, and has no sign. */
static double
nothing(double v)
{
	return fabs(v) < 1e-12 ? 0 : v;
}

/* What a type's own limits are of its part in the whole. */
static struct hd_difference
part(const struct hd_type *t, const struct hd_kitagawa_row *row)
{
	struct hd_clusters one = hd_sums_clusters(&t->in[1]),
			   zero = hd_sums_clusters(&t->in[0]);
	struct hd_difference d = hd_newcombe_cluster(&one, &zero);
	double w = (row->w0 + row->w1) / 2;

	if (isnan(row->r0) || isnan(row->r1))
		return (struct hd_difference){ 0, 0, 0, NAN, false };
	d.d = nothing(row->rate);
	d.lo *= w;
	d.hi *= w;
	return d;
}

/*
 * Who aims at the worst type sees it get better by chance as well: the worst of a
 * list owes its place to bad luck in part.
 */
static void
look_for_regression(const struct hd_comparing *x, const struct hd_bytype *t,
    const struct hd_kitagawa_row *rows)
{
	size_t worst = t->n, most = t->n;
	double better = x->m->better;
	struct hd_clusters one, zero;
	bool tie = false;

	for (size_t i = 0; i < t->n; i++) {
		if (t->v[i].in[0].n < WORST_OF || t->v[i].in[1].n < WORST_OF ||
		    hd_str_eq(t->v[i].name, "other") ||
		    hd_str_eq(t->v[i].name, "unknown"))
			continue;
		if (worst < t->n && rows[i].r0 == rows[worst].r0)
			tie = true;
		if (worst == t->n ||
		    better * rows[i].r0 < better * rows[worst].r0) {
			worst = i;
			tie = false;
		}
		if (most == t->n ||
		    better * rows[i].rate > better * rows[most].rate)
			most = i;
	}
	if (worst == t->n || worst != most || tie || x->c->notes == NULL)
		return;
	one = hd_sums_clusters(&t->v[worst].in[1]);
	zero = hd_sums_clusters(&t->v[worst].in[0]);
	if (better * rows[most].rate > 0 &&
	    hd_newcombe_cluster(&one, &zero).pvalue < CALLED)
		hd_buf_addf(x->c->notes,
		    "%s: %s was the worst type of %s and got better most: if "
		    "the change was aimed at it, some of that is regression to "
		    "the mean\n",
		    x->m->name, t->v[worst].name.p, x->c->win[0].name);
}

static void
odds(struct hd_comparing *x, const struct hd_compared *cells, size_t k,
    const int64_t n[2])
{
	struct hd_mantel m = hd_mantel_haenszel(cells, k);
	struct hd_difference d = { m.odds, m.lo, m.hi, m.p, false };
	struct hd_compared_figure *i;

	if (isnan(m.odds) || isinf(m.odds))
		return;
	i = hd_comparing_add(x, "odds", NULL, (struct hd_str){ NULL, 0 }, &d, n,
	    "mantel-haenszel");
	if (m.up > 0 && m.down > 0) {
		i->f.status = HD_INCOMPATIBLE;
		i->p = NAN;
	}
}

static void
kitagawa(struct hd_comparing *x, const struct hd_bytype *t, double deff,
    const int64_t n[2])
{
	const struct hd_str none = { NULL, 0 };
	struct hd_compared *cells = hd_bytype_cells(t);
	struct hd_kitagawa_row *rows = hd_xcalloc(t->n + 1, sizeof(*rows));
	struct hd_difference d = { NAN, NAN, NAN, NAN, false };
	struct hd_kitagawa all;

	all = hd_kitagawa(cells, t->n, rows);
	d.d = nothing(all.rate);
	d.lo = all.rate - 1.959963984540054 * sqrt(deff) * all.rate_se;
	d.hi = all.rate + 1.959963984540054 * sqrt(deff) * all.rate_se;
	(void)hd_comparing_add(x, "rate", NULL, none, &d, n, "kitagawa");
	d = (struct hd_difference){ nothing(all.mix), NAN, NAN, NAN, false };
	(void)hd_comparing_add(x, "mix", NULL, none, &d, n, "kitagawa");
	odds(x, cells, t->n, n);
	for (size_t i = 0; i < t->n && n[0] > 0 && n[1] > 0; i++) {
		struct hd_str name = t->v[i].name;
		struct hd_compared_figure *f;

		d = part(&t->v[i], &rows[i]);
		f = hd_comparing_add(
		    x, "rate", "issue", name, &d, n, "kitagawa");
		f->f.n = f->f.N = cells[i].n0 + cells[i].n1;
		d = (struct hd_difference){ nothing(rows[i].mix), NAN, NAN, NAN,
			false };
		f = hd_comparing_add(
		    x, "mix", "issue", name, &d, n, "kitagawa");
		f->f.n = f->f.N = cells[i].n0 + cells[i].n1;
	}
	if (x->m->better != 0)
		look_for_regression(x, t, rows);
	free(cells);
	free(rows);
}

static struct hd_difference
mean_difference(const struct hd_bytype *t)
{
	struct hd_interval one = hd_sums_mean(&t->all[1]);
	struct hd_interval zero = hd_sums_mean(&t->all[0]);

	return hd_mover(&one, &zero);
}

/* What is held, in both windows. */
static int
read_types(struct hd_bytype *t, struct hd_comparing *x, struct hd_err *err)
{
	struct hd_db *db = x->c->db;

	for (int win = 0; win < 2; win++)
		if (hd_bytype_add(t, win,
			hd_ladder_sums(db, "held", "issue", win, err),
			err) != 0)
			return -1;
	hd_bytype_settle(t, x->c->min_n);
	return 0;
}

int
hd_compare_rate(struct hd_comparing *x, struct hd_err *err)
{
	const struct hd_str none = { NULL, 0 };
	struct hd_bytype t = { .at = HD_MAP_INIT };
	struct hd_difference d;
	int r = hd_ladder_hold(x->c->db, x->m->name, err);

	if (r == 0)
		r = read_types(&t, x, err);
	if (r == 0) {
		const int64_t n[2] = { t.all[0].n, t.all[1].n };
		struct hd_clusters one = hd_sums_clusters(&t.all[1]);
		struct hd_clusters zero = hd_sums_clusters(&t.all[0]);
		bool rate = x->m->kind == HD_KIND_RATE;

		x->N = t.all[0].N + t.all[1].N;
		d = rate ? hd_newcombe_cluster(&one, &zero)
			 : mean_difference(&t);
		(void)hd_comparing_add(x, "difference", NULL, none, &d, n,
		    !rate	? "mover"
		    : alone(&t) ? "newcombe"
				: "newcombe-cluster");
		if (rate && n[0] > 0 && n[1] > 0) {
			r = standardised(x, design(&t), n, err);
			kitagawa(x, &t, design(&t), n);
		}
	}
	hd_bytype_release(&t);
	return r;
}
