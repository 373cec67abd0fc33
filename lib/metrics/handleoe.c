/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Handle time observed beside expected: see handle.h. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_cdf.h>

#include "base/mem.h"
#include "metrics/handle.h"
#include "stats/compare.h"
#include "stats/fdr.h"
#include "stats/shrink.h"

/* A part of the window: an assignee, a month. */
struct part {
	struct hd_str name; /* p NULL: not known */
	struct hd_taken *cells;
	size_t ncells, cap;
	int64_t n, N; /* tickets with a counterpart, and all */
	struct hd_oe oe;
	double half; /* of the interval of its ratio */
};

struct parts {
	struct part *v;
	size_t n, cap;
	struct hd_arena arena;
};

static const char *const splits[] = { "month", "week", "channel", "path",
	"team", "brand", "assignee", NULL };

static bool
can_split(const char *by)
{
	for (size_t i = 0; by != NULL && splits[i] != NULL; i++)
		if (strcmp(splits[i], by) == 0)
			return true;
	return by == NULL;
}

/* Those who do the work, who are compared with each other and not named. */
static bool
is_people(const char *by)
{
	return by != NULL &&
	       (strcmp(by, "assignee") == 0 || strcmp(by, "team") == 0);
}

static struct part *
part_of(struct parts *t, struct hd_str name)
{
	struct part *p = t->n > 0 ? &t->v[t->n - 1] : NULL;

	if (p != NULL && (p->name.p == NULL) == (name.p == NULL) &&
	    (name.p == NULL || hd_str_same(p->name, name)))
		return p;
	t->v = hd_grow(t->v, &t->cap, t->n + 1, sizeof(*t->v));
	p = &t->v[t->n++];
	memset(p, 0, sizeof(*p));
	p->name = hd_str_keep(&t->arena, name);
	return p;
}

static void
add(struct parts *t, struct hd_stmt *st)
{
	struct part *p = part_of(t, hd_col_text(st, 0));

	p->N += hd_col_int(st, 1);
	/* one ticket in the baseline tells nothing of how they vary */
	if (hd_col_is_null(st, 3) || hd_col_int(st, 5) < 2)
		return;
	p->cells = hd_grow(p->cells, &p->cap, p->ncells + 1, sizeof(*p->cells));
	p->cells[p->ncells++] = (struct hd_taken){ hd_col_real(st, 3),
		hd_col_real(st, 4), hd_col_real(st, 1), hd_col_real(st, 2) };
	p->n += hd_col_int(st, 1);
}

static int
read_parts(struct parts *t, const struct hd_measure *m, int base,
    const char *by, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(m->db, "sql/handle_cells", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, m->win);
	hd_bind_int(st, 2, base);
	hd_bind_text(
	    st, 3, by != NULL ? hd_str(by) : (struct hd_str){ NULL, 0 });
	while ((r = hd_stmt_step(st, err)) == 1)
		add(t, st);
	hd_stmt_close(st);
	for (size_t i = 0; i < t->n; i++) {
		struct part *p = &t->v[i];

		p->oe = hd_observed_expected(p->cells, p->ncells);
		p->half = p->oe.hi - 1;
	}
	return r;
}

static void
give(const struct hd_measure *m, struct hd_figure *f, const char *by,
    const struct part *p, size_t place)
{
	struct hd_str value = p->name.p != NULL ? p->name : hd_str("unknown");
	struct hd_buf segment = HD_BUF_INIT;

	if (m->prefix != NULL)
		hd_buf_adds(&segment, m->prefix);
	if (by != NULL)
		hd_buf_addf(&segment, "%s%s=", segment.n > 0 ? "," : "", by);
	if (is_people(by) && p->name.p != NULL)
		hd_buf_addf(&segment, "A%zu", place);
	else if (by != NULL)
		hd_buf_add(&segment, value.p, value.n);
	f->segment = segment.n > 0 ? segment.s : "all";
	if (p->n == 0)
		f->status = HD_NOT_MEASURABLE;
	else if (p->n < m->min_n || isnan(p->oe.ratio))
		f->status = HD_SUPPRESSED;
	m->give(m->ctx, hd_metric_find("handle_s"), f, by, p->name);
	hd_buf_release(&segment);
}

static void
give_ratio(const struct hd_measure *m, const char *by, const struct part *p,
    size_t place)
{
	struct hd_figure f = { "handle_oe", NULL, p->oe.ratio,
		fmax(0, p->oe.ratio - p->half), p->oe.ratio + p->half, -1, p->n,
		p->N, 6, "observed-expected", "handle_s", HD_MEASURED };

	give(m, &f, by, p, place);
}

/* How each stands among the others. */
struct standing {
	double *x, *e, *p, *q;
};

/*
 * A ratio with its variance is as good as that of so many events of a Poisson
 * variable, which is what can be shrunk.
 */
static void
stand(struct standing *s, const struct parts *t)
{
	const double z = gsl_cdf_ugaussian_Pinv(0.975);

	for (size_t i = 0; i < t->n; i++) {
		const struct part *p = &t->v[i];
		double se = p->half / z;
		bool known = p->n > 0 && se > 0;

		s->e[i] = known ? 1 / (se * se) : 0;
		s->x[i] = known ? p->oe.ratio * s->e[i] : 0;
		s->p[i] =
		    known ? 2 * gsl_cdf_ugaussian_Q(fabs(p->oe.ratio - 1) / se)
			  : 1;
	}
	hd_fdr_bh(s->p, t->n, s->q);
}

static void
give_standing(const struct hd_measure *m, const char *by,
    const struct standing *s, const struct hd_gamma *g, const struct part *p,
    size_t i, size_t place)
{
	struct hd_shrunk shrunk = hd_shrink(*g, s->x[i], s->e[i], 1);
	struct hd_figure f = { "handle_oe.funnel", NULL, 1, p->oe.lo, p->oe.hi,
		-1, p->n, p->N, 6, "funnel", "handle_s", HD_MEASURED };

	give(m, &f, by, p, place);
	f = (struct hd_figure){ "handle_oe.shrunk", NULL, shrunk.mean, NAN, NAN,
		-1, p->n, p->N, 6, "gamma-poisson", "handle_s", HD_MEASURED };
	give(m, &f, by, p, place);
	f = (struct hd_figure){ "handle_oe.q", NULL, s->q[i], NAN, NAN, -1,
		p->n, p->N, 6, "benjamini-hochberg", "handle_s", HD_MEASURED };
	give(m, &f, by, p, place);
}

static void
give_all(const struct hd_measure *m, const char *by, const struct parts *t)
{
	double *room = hd_xcalloc(4 * t->n + 1, sizeof(*room));
	struct standing s = { room, room + t->n, room + 2 * t->n,
		room + 3 * t->n };
	struct hd_gamma g;
	size_t place = 0;

	stand(&s, t);
	g = hd_gamma_fit(s.x, s.e, t->n);
	for (size_t i = 0; i < t->n; i++) {
		place += t->v[i].name.p != NULL;
		give_ratio(m, by, &t->v[i], place);
		if (is_people(by))
			give_standing(m, by, &s, &g, &t->v[i], i, place);
	}
	free(room);
}

int
hd_handle_oe(
    const struct hd_measure *m, int base, const char *by, struct hd_err *err)
{
	struct parts t = { NULL, 0, 0, HD_ARENA_INIT };
	int r = can_split(by) ? read_parts(&t, m, base, by, err) : 0;

	if (r == 0)
		give_all(m, by, &t);
	for (size_t i = 0; i < t.n; i++)
		free(t.v[i].cells);
	free(t.v);
	hd_arena_release(&t.arena);
	return r;
}
