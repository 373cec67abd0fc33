/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ceiling as reviews have it: see ceiling.h. */
#include <math.h>

#include "audit/ceiling.h"
#include "audit/status.h"
#include "stats/transport.h"

/* All that the figures are made of. */
struct reviews {
	struct hd_shares ceiling, calibration, ai, headroom;
	int64_t mature, young, blind, seen; /* see headroom_stratum */
};

static bool
speaks(const struct hd_tiers *t)
{
	return t->basis.ground == HD_GROUND_WINDOW ||
	       t->basis.ground == HD_GROUND_OTHER;
}

static struct hd_standing
standing(const struct hd_tiers *t, bool shown, int64_t n)
{
	return (struct hd_standing){
		.shown = shown,
		.reviewed = speaks(t),
		.n = n,
		.least = t->min_n,
		.transport = t->basis.ground == HD_GROUND_OTHER,
		.fits = true,
	};
}

static struct hd_figure
figure(const char *metric, const char *definition, const struct hd_share *s)
{
	struct hd_figure f = { metric, "all", s->e.p, s->e.lo, s->e.hi, s->x,
		s->n, s->N, 6, "mover", definition, HD_UNVERIFIED };

	return f;
}

static int
read_headroom(struct reviews *r, struct hd_tiers *t, struct hd_err *err)
{
	struct hd_stmt *st;
	int n;

	if (hd_tiers_shares(t, &r->headroom, "sql/share_headroom",
		HD_SHARE_FRAME, err) != 0)
		return -1;
	st = hd_stmt_named(t->db, "sql/headroom_counts", err);
	if (st == NULL)
		return -1;
	hd_bind_int(st, 1, t->basis.sample);
	n = hd_stmt_step(st, err);
	if (n == 1) {
		r->mature = hd_col_int(st, 0);
		r->young = hd_col_int(st, 1);
		r->blind = hd_col_int(st, 2);
		r->seen = hd_col_int(st, 3);
	}
	hd_stmt_close(st);
	return n < 0 ? -1 : 0;
}

static int
read_reviews(struct reviews *r, struct hd_tiers *t, struct hd_err *err)
{
	int64_t id = t->basis.sample;

	/* sensitivity is a matter of the machine, not of these tickets */
	if (hd_shares_read(&r->ceiling, t->db, "sql/share_ceiling", id,
		HD_SHARE_FRAME, t->future, err) != 0 ||
	    hd_shares_read(&r->calibration, t->db, "sql/share_calibration", id,
		HD_SHARE_FRAME, true, err) != 0 ||
	    hd_shares_read(&r->ai, t->db, "sql/share_ai", id, HD_SHARE_DOMAIN,
		t->future, err) != 0)
		return -1;
	return t->basis.ground == HD_GROUND_WINDOW ? read_headroom(r, t, err)
						   : 0;
}

/* One side of the machine's word; a side without tickets has N 0. */
static struct hd_estimate
side(const struct reviews *r, const char *name)
{
	return hd_map_get(&r->calibration.at, hd_str(name)) == NULL
		   ? hd_stratified_future(NULL, 0)
		   : hd_shares_of(&r->calibration, hd_str(name))->e;
}

static void
note_misfit(struct hd_tiers *t, enum hd_transported how,
    const struct hd_calibration *c, double share)
{
	if (how == HD_TRANSPORT_REFUSED)
		hd_buf_addf(&t->notes,
		    "%s cannot be carried over: by its review the tags hardly "
		    "tell what could be automated\n",
		    t->basis.name.p);
	else
		hd_buf_addf(&t->notes,
		    "%s does not fit these tickets: %.1f %% are tagged, and by "
		    "its review it would be %.1f %% if none could be "
		    "automated, %.1f %% if all could\n",
		    t->basis.name.p, 100 * share, 100 * (1 - c->sp),
		    100 * c->se);
}

/* From another period: the share tagged here, corrected by what tags are worth. */
static bool
transport(struct hd_tiers *t, const struct reviews *r,
    const struct hd_tier_sums *s, struct hd_figure *f)
{
	struct hd_estimate yes = side(r, "tagged"), no = side(r, "untagged");
	struct hd_calibration c = hd_calibration_of(&yes, &no);
	double x = (double)s->automate, n = (double)s->n;
	struct hd_interval i;
	enum hd_transported how = hd_transport(x, n, &c, &i);

	f->estimate = i.p;
	f->lo = i.lo;
	f->hi = i.hi;
	f->N = s->n;
	f->method = "transported";
	if (how != HD_TRANSPORT_OK && f->n >= t->min_n && s->known > 0)
		note_misfit(t, how, &c, x / n);
	return how == HD_TRANSPORT_OK;
}

static struct hd_figure
verified(struct hd_tiers *t, const struct reviews *r,
    const struct hd_tier_sums *s, struct hd_standing *st)
{
	const struct hd_share *share =
	    hd_shares_of(&r->ceiling, hd_str("verified"));
	struct hd_figure f =
	    figure("ceiling.verified", "ceiling_verified", share);

	*st = standing(t, s->known > 0, share->n);
	if (!speaks(t)) {
		f = (struct hd_figure){ f.metric, f.segment, NAN, NAN, NAN, -1,
			-1, s->n, f.decimals, "review", f.definition,
			HD_UNVERIFIED };
	} else if (st->transport) {
		st->fits = transport(t, r, s, &f);
	}
	f.status = hd_standing_status(st);
	return f;
}

static struct hd_figure
unclear_as(const struct hd_tiers *t, const struct reviews *r, const char *what,
    const char *metric, bool shown)
{
	const struct hd_share *s = hd_shares_of(&r->ceiling, hd_str(what));
	struct hd_standing st = standing(t, shown, s->n);
	struct hd_figure f = figure(metric, "ceiling_verified", s);

	f.status = hd_standing_status(&st);
	return f;
}

/* Verified times what the AI gets right for certain. */
static struct hd_figure
realisable(const struct hd_figure *v, const struct hd_standing *of,
    const struct hd_share *ai)
{
	struct hd_standing st = *of;
	struct hd_figure f = *v;

	st.shown = st.shown && ai->n > 0;
	st.n = ai->n < st.n ? ai->n : st.n;
	f.metric = "ceiling.realisable";
	f.method = "product";
	f.estimate = v->estimate * ai->e.lo;
	f.lo = v->lo * ai->e.lo;
	f.hi = v->hi * ai->e.lo;
	f.x = -1;
	f.n = ai->n > 0 ? st.n : -1;
	f.status = hd_standing_status(&st);
	return f;
}

static struct hd_figure
headroom(
    struct hd_tiers *t, const struct reviews *r, const struct hd_tier_sums *s)
{
	const struct hd_share *share =
	    hd_shares_of(&r->headroom, hd_str("all"));
	bool told =
	    r->mature == 0 || (share->n > 0 && (r->blind == 0 || r->seen > 0));
	struct hd_standing st = standing(t, s->known > 0 && told, share->n);
	struct hd_figure f =
	    figure("ceiling.headroom", "ceiling_headroom", share);

	st.shown = st.shown && t->basis.ground == HD_GROUND_WINDOW;
	st.young = r->mature == 0 && r->young > 0;
	f.status = hd_standing_status(&st);
	if (f.status == HD_ESTIMATED && r->blind > 0)
		hd_buf_addf(&t->notes,
		    "%s: %lld reviewed tickets that the AI closed alone are no "
		    "part of the headroom: whether they came back is not "
		    "known\n",
		    t->basis.name.p, (long long)r->blind);
	if (f.status == HD_ESTIMATED && share->e.empty > 0)
		hd_buf_addf(&t->notes,
		    "%s: in %zu strata no reviewed ticket tells whether it was "
		    "resolved for good: the headroom there counts as anything "
		    "from 0 to 1\n",
		    t->basis.name.p, share->e.empty);
	if (share->n == 0) {
		f.x = f.n = -1;
		f.N = s->n;
	}
	return f;
}

static struct hd_figure
accuracy(const struct hd_tiers *t, const struct hd_share *ai, int64_t N)
{
	struct hd_standing st = standing(t, ai->n > 0, ai->n);
	struct hd_figure f =
	    figure("ceiling.ai_accuracy", "ceiling_ai_accuracy", ai);

	f.status = hd_standing_status(&st);
	if (ai->n == 0) {
		f.x = f.n = -1;
		f.N = N;
	}
	return f;
}

int
hd_ceiling_reviewed(struct hd_tiers *t, const struct hd_tier_sums *s,
    struct hd_figure f[HD_CEILING_REVIEWS], bool *unclear, struct hd_err *err)
{
	static const struct reviews none;
	struct reviews r = none;
	struct hd_standing st;
	const struct hd_share *ai;
	int n = speaks(t) ? read_reviews(&r, t, err) : 0;

	ai = hd_shares_of(&r.ai, hd_str("all"));
	f[HD_CEILING_VERIFIED] = verified(t, &r, s, &st);
	f[HD_CEILING_UNCLEAR_NO] = unclear_as(
	    t, &r, "unclear_no", "ceiling.verified.min", s->known > 0);
	f[HD_CEILING_UNCLEAR_YES] = unclear_as(
	    t, &r, "unclear_yes", "ceiling.verified.max", s->known > 0);
	*unclear = t->basis.ground == HD_GROUND_WINDOW &&
		   f[HD_CEILING_UNCLEAR_NO].n > f[HD_CEILING_VERIFIED].n;
	f[HD_CEILING_AI_ACCURACY] = accuracy(t, ai, s->n);
	f[HD_CEILING_REALISABLE] = realisable(&f[HD_CEILING_VERIFIED], &st, ai);
	f[HD_CEILING_HEADROOM] = headroom(t, &r, s);
	hd_shares_release(&r.ceiling);
	hd_shares_release(&r.calibration);
	hd_shares_release(&r.ai);
	hd_shares_release(&r.headroom);
	return n;
}
