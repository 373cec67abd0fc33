/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What reviews make of the landscape's shares: see tiers.h. */
#include <math.h>

#include "audit/status.h"
#include "audit/tiers.h"

static void
note_moved(struct hd_tiers *t)
{
	const struct hd_basis *b = &t->basis;

	if (b->came > 0)
		hd_buf_addf(&t->notes,
		    "%s speaks for the %lld tickets it was drawn from: %lld "
		    "came since\n",
		    b->name.p, (long long)b->N, (long long)b->came);
	if (b->gone > 0)
		hd_buf_addf(&t->notes,
		    "%s was drawn from %lld tickets that are no longer here\n",
		    b->name.p, (long long)b->gone);
	if (b->retagged)
		hd_buf_addf(&t->notes,
		    "%s was drawn under another rule set; what it verifies "
		    "are the tags of the draw\n",
		    b->name.p);
}

/* What holds wherever the review was drawn. */
static int
note_sample(struct hd_tiers *t, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/empty_strata", err);
	int r;

	if (st == NULL)
		return -1;
	if (t->own_keep)
		hd_buf_addf(&t->notes,
		    "%s was judged by the keep-human list of its draw, not by "
		    "this one\n",
		    t->basis.name.p);
	hd_bind_int(st, 1, t->basis.sample);
	while ((r = hd_stmt_step(st, err)) == 1)
		hd_buf_addf(&t->notes,
		    "%s: nobody reviewed any of the %lld tickets of stratum "
		    "%s: its share counts as anything from 0 to 1\n",
		    t->basis.name.p, (long long)hd_col_int(st, 1),
		    hd_col_text(st, 0).p);
	hd_stmt_close(st);
	return r;
}

int
hd_tiers_basis(struct hd_tiers *t, bool carried, struct hd_err *err)
{
	const struct hd_listing w = { t->by, t->since, t->until, t->filter,
		t->keys };

	hd_basis_release(&t->basis);
	if (hd_basis_find(&t->basis, t->db, &w, err) != 0)
		return -1;
	switch (t->basis.ground) {
	case HD_GROUND_NONE:
		return 0;
	case HD_GROUND_RULESET:
		hd_buf_addf(&t->notes,
		    "%s was reviewed for another period and under another rule "
		    "set: it says nothing of these tickets\n",
		    t->basis.name.p);
		return 0;
	case HD_GROUND_OTHER:
		if (!carried)
			return 0;
		break;
	case HD_GROUND_WINDOW:
		note_moved(t);
		break;
	}
	return note_sample(t, err);
}

int
hd_tiers_shares(struct hd_tiers *t, struct hd_shares *s, const char *statement,
    enum hd_sharing how, struct hd_err *err)
{
	static const struct hd_shares no_shares;

	*s = no_shares;
	return t->basis.ground != HD_GROUND_WINDOW
		   ? 0
		   : hd_shares_read(s, t->db, statement, t->basis.sample, how,
			 t->future, err);
}

struct hd_figure
hd_tiers_reviewed(const struct hd_tiers *t, const char *metric,
    const struct hd_share *s, int64_t N, const char *definition)
{
	const struct hd_standing standing = {
		.shown = true,
		.reviewed = t->basis.ground == HD_GROUND_WINDOW,
		.n = s->n,
		.least = t->min_n,
		.fits = true,
	};
	struct hd_figure f = { metric, "all", s->e.p, s->e.lo, s->e.hi, s->x,
		s->n, s->N, 6, "mover", definition,
		hd_standing_status(&standing) };

	if (standing.reviewed)
		return f;
	f.estimate = f.lo = f.hi = NAN;
	f.x = f.n = -1;
	f.N = N;
	return f;
}
