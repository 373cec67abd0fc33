/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of metrics: see measure.h. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "metrics/measure.h"
#include "metrics/sums.h"
#include "stats/order.h"

struct state {
	const struct hd_measure *m;
	const struct hd_metric *metric;
	const char *by;
	bool mixed; /* handle times of several kinds */
	bool young; /* no ticket is old enough for it */
};

/* Why there is nothing to show of tickets that there are. */
static enum hd_status
silent(const struct state *s, const struct hd_figure *f)
{
	if (s->by == NULL && s->m->notes != NULL)
		hd_buf_addf(s->m->notes, "%s: %s\n", f->metric,
		    s->young ? "no ticket is old enough yet"
			     : s->metric->needs);
	return s->young ? HD_IMMATURE : HD_NOT_MEASURABLE;
}

static void
give(const struct state *s, struct hd_figure *f, struct hd_str value)
{
	const struct hd_measure *m = s->m;
	const struct hd_str name = value.p == NULL ? hd_str("unknown") : value;
	struct hd_buf segment = HD_BUF_INIT;

	if (m->prefix != NULL)
		hd_buf_adds(&segment, m->prefix);
	if (s->by != NULL) {
		hd_buf_addf(&segment, "%s%s=", segment.n > 0 ? "," : "", s->by);
		hd_buf_add(&segment, name.p, name.n);
	}
	f->segment = segment.n > 0 ? segment.s : "all";
	if (f->n == 0)
		f->status = f->N > 0 ? silent(s, f) : HD_NOT_MEASURABLE;
	else if (f->n < m->min_n)
		f->status = HD_SUPPRESSED;
	else if (s->mixed && !hd_figure_hidden(f))
		f->status = HD_INCOMPATIBLE;
	m->give(m->ctx, s->metric, f, s->by, value);
	hd_buf_release(&segment);
}

static void
give_deff(const struct state *s, const struct hd_sums *t, double deff)
{
	struct hd_buf name = HD_BUF_INIT;
	struct hd_figure f = { NULL, NULL, deff, NAN, NAN, -1, t->n,
		t->accounts, 6, "count", s->metric->name, HD_MEASURED };

	if (isnan(deff) || t->n < s->m->min_n)
		return;
	hd_buf_addf(&name, "%s.deff", s->metric->name);
	f.metric = name.s;
	give(s, &f, (struct hd_str){ NULL, 0 });
	hd_buf_release(&name);
}

static void
give_sums(const struct state *s, const struct hd_sums *t, struct hd_str value)
{
	struct hd_figure f = { s->metric->name, NULL, NAN, NAN, NAN, -1, t->n,
		t->N, 6, "wilson-cluster", s->metric->name, s->metric->status };
	struct hd_interval i;

	if (s->metric->kind == HD_KIND_MEAN) {
		f.method = "t-cluster";
		f.decimals = 2;
		i = hd_sums_mean(t);
	} else {
		f.x = (int64_t)llround(t->x);
		i = hd_sums_rate(t);
	}
	f.estimate = i.p;
	f.lo = i.lo;
	f.hi = i.hi;
	give(s, &f, value);
	if (s->by == NULL)
		give_deff(s, t, i.deff);
}

/* The part that the rows at hand are of. */
struct part {
	struct hd_buf value;
	bool known, open;
};

static struct hd_str
part_value(const struct part *p)
{
	return p->known ? hd_str(hd_buf_cstr(&p->value))
			: (struct hd_str){ NULL, 0 };
}

/* Are rows of another part to come, with this value? */
static bool
part_ends(const struct part *p, struct hd_str v)
{
	return p->open &&
	       (p->known != (v.p != NULL) ||
		   (p->known && !hd_str_eq(v, hd_buf_cstr(&p->value))));
}

static void
part_begin(struct part *p, struct hd_str v)
{
	p->open = true;
	p->known = v.p != NULL;
	hd_buf_reset(&p->value);
	if (p->known)
		hd_buf_add(&p->value, v.p, v.n);
}

static int
measure_sums(const struct state *s, struct hd_err *err)
{
	struct hd_stmt *st =
	    hd_ladder_sums(s->m->db, s->metric->name, s->by, s->m->win, err);
	struct part part = { HD_BUF_INIT, false, s->by == NULL };
	struct hd_sums t = { 0 };
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		struct hd_str v = hd_col_text(st, 0);

		if (part_ends(&part, v)) {
			give_sums(s, &t, part_value(&part));
			memset(&t, 0, sizeof(t));
		}
		part_begin(&part, v);
		hd_sums_row(&t, st);
	}
	if (r == 0 && part.open)
		give_sums(s, &t, part_value(&part));
	hd_stmt_close(st);
	hd_buf_release(&part.value);
	return r;
}

/* Values of a part, in order. */
struct values {
	double *v;
	size_t n, cap;
	int64_t N;
};

static void
give_values(const struct state *s, struct values *t, struct hd_str value)
{
	struct hd_median m = hd_median(t->v, t->n);
	struct hd_figure f = { s->metric->name, NULL, m.median, m.lo, m.hi, -1,
		(int64_t)t->n, t->N, s->metric->unit == HD_UNIT_SECONDS ? 1 : 6,
		"order-statistic", s->metric->name, s->metric->status };

	give(s, &f, value);
}

/* Unknown values come first in a part, and count in N. */
static int
measure_values(const struct state *s, struct hd_err *err)
{
	struct hd_stmt *st =
	    hd_ladder_values(s->m->db, s->metric->name, s->by, s->m->win, err);
	struct part part = { HD_BUF_INIT, false, s->by == NULL };
	struct values t = { NULL, 0, 0, 0 };
	int r = -1;

	while (st != NULL && (r = hd_stmt_step(st, err)) == 1) {
		struct hd_str v = hd_col_text(st, 0);

		if (part_ends(&part, v)) {
			give_values(s, &t, part_value(&part));
			t.n = 0;
			t.N = 0;
		}
		part_begin(&part, v);
		t.N++;
		if (hd_col_is_null(st, 1))
			continue;
		t.v = hd_grow(t.v, &t.cap, t.n + 1, sizeof(*t.v));
		t.v[t.n++] = hd_col_real(st, 1);
	}
	if (r == 0 && part.open)
		give_values(s, &t, part_value(&part));
	hd_stmt_close(st);
	hd_buf_release(&part.value);
	free(t.v);
	return r;
}

int
hd_measure_mixed(const struct hd_measure *m, bool *mixed, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(m->db, "sql/handle_bases", err);
	struct hd_buf list = HD_BUF_INIT;
	int n = 0, r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, m->win);
	for (; (r = hd_stmt_step(st, err)) == 1; n++)
		hd_buf_addf(&list, "%s%s %lld", n > 0 ? ", " : "",
		    hd_col_text(st, 0).p, (long long)hd_col_int(st, 1));
	*mixed = n > 1;
	if (*mixed && m->notes != NULL &&
	    strstr(hd_buf_cstr(m->notes), list.s) == NULL)
		hd_buf_addf(m->notes,
		    "handle times are of several kinds (%s): see them apart "
		    "with --split handle_basis\n",
		    list.s);
	hd_buf_release(&list);
	hd_stmt_close(st);
	return r;
}

int
hd_measure(const struct hd_measure *m, const struct hd_metric *metric,
    const char *by, struct hd_err *err)
{
	struct state s = { m, metric, by, false, false };
	int old = metric->matures
		      ? hd_ladder_old(m->db, metric->name, m->win, err)
		      : 1;

	if (old < 0)
		return -1;
	s.young = old == 0;
	if (strncmp(metric->name, "handle_", 7) == 0 &&
	    (by == NULL || strcmp(by, "handle_basis") != 0) &&
	    hd_measure_mixed(m, &s.mixed, err) != 0)
		return -1;
	return metric->kind == HD_KIND_MEDIAN ? measure_values(&s, err)
					      : measure_sums(&s, err);
}
