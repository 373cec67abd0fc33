/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The AI's answers by review, and its resolutions by survival: see accuracy.h. */
#include <math.h>
#include <stdlib.h>

#include "audit/status.h"
#include "base/mem.h"
#include "metrics/accuracy.h"
#include "stats/survival.h"

#define DURABLE_S (7 * 86400)

static void
give(const struct hd_measure *m, struct hd_figure *f)
{
	if (f->segment == NULL)
		f->segment = m->prefix != NULL ? m->prefix : "all";
	m->give(m->ctx, NULL, f, NULL, (struct hd_str){ NULL, 0 });
}

static void
give_accuracy(const struct hd_measure *m, const struct hd_basis *b,
    const struct hd_share *s)
{
	const struct hd_standing st = {
		.shown = s->n > 0,
		.reviewed = s->n > 0,
		.n = s->n,
		.least = m->min_n,
		.transport = b->ground != HD_GROUND_WINDOW,
		.fits = true,
	};
	struct hd_figure f = { "accuracy", NULL, s->e.p, s->e.lo, s->e.hi, s->x,
		s->n, s->N, 6, "mover", "ceiling_ai_accuracy",
		hd_standing_status(&st) };

	if (s->n == 0) {
		f.x = f.n = f.N = -1;
		if (m->notes != NULL)
			hd_buf_adds(m->notes,
			    "accuracy: nobody reviewed answers of the AI\n");
	}
	give(m, &f);
}

int
hd_accuracy_measure(
    const struct hd_measure *m, const struct hd_listing *w, struct hd_err *err)
{
	struct hd_shares shares = { 0 };
	struct hd_basis basis;
	int r = hd_basis_find(&basis, m->db, w, err);

	if (r == 0 && (basis.ground == HD_GROUND_WINDOW ||
			  basis.ground == HD_GROUND_OTHER))
		r = hd_shares_read(&shares, m->db, "sql/share_ai", basis.sample,
		    HD_SHARE_DOMAIN, false, err);
	if (r == 0)
		give_accuracy(m, &basis, hd_shares_of(&shares, hd_str("all")));
	hd_shares_release(&shares);
	hd_basis_release(&basis);
	return r;
}

/* The tickets of the view; NULL where their fate is not known. */
struct fates {
	struct hd_watched *v;
	size_t n, cap;
	int64_t N;
};

static int
read_fates(struct fates *t, const struct hd_measure *m, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(m->db, "sql/durable_times", err);
	int r;

	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, m->win);
	while ((r = hd_stmt_step(st, err)) == 1) {
		t->N++;
		if (hd_col_is_null(st, 0))
			continue;
		t->v = hd_grow(t->v, &t->cap, t->n + 1, sizeof(*t->v));
		t->v[t->n++] = (struct hd_watched){ hd_col_real(st, 0),
			hd_col_int(st, 1) != 0 };
	}
	hd_stmt_close(st);
	return r;
}

int
hd_durable_measure(const struct hd_measure *m, struct hd_err *err)
{
	struct fates t = { NULL, 0, 0, 0 };
	int r = read_fates(&t, m, err);
	struct hd_incidence i = hd_incidence(t.v, t.n, DURABLE_S);
	struct hd_figure f = { "durable.km", NULL, 1 - i.p, 1 - i.hi, 1 - i.lo,
		(int64_t)i.events, (int64_t)t.n, t.N, 6, "kaplan-meier",
		"durable_km", HD_MEASURED };

	if (t.n == 0)
		f.status = HD_NOT_MEASURABLE;
	else if (isnan(i.p))
		f.status = HD_IMMATURE;
	else if (f.n < m->min_n)
		f.status = HD_SUPPRESSED;
	if (r == 0)
		give(m, &f);
	free(t.v);
	return r;
}
