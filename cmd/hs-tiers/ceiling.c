/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hs-tiers ceiling and capacity: what the tiers add up to. */
#include "audit/capacity.h"
#include "hs-tiers/hs-tiers.h"

/* What the review adds to the tags, in a sentence. */
static void
say_review(struct hd_landscape *l, const struct hd_figure *v)
{
	const char *name = l->t.basis.name.p;
	double lo = 100 * v->lo, hi = 100 * v->hi;

	if (v->status == HD_ESTIMATED)
		hd_out_addf(l->out,
		    "By review of %lld of them (%s) it is %.1f %%, 95 %% interval "
		    "%.1f to %.1f %%.\n",
		    (long long)v->n, name, 100 * v->estimate, lo, hi);
	else if (v->status == HD_TRANSPORTED)
		hd_out_addf(l->out,
		    "Going by the review of another period (%lld tickets of %s) "
		    "it is %.1f %%,\n95 %% interval %.1f to %.1f %%.\n",
		    (long long)v->n, name, 100 * v->estimate, lo, hi);
	else if (v->status == HD_SUPPRESSED)
		hd_out_addf(l->out,
		    "Reviewed tickets of %s: %lld, too few to say how far that "
		    "holds.\n",
		    name, (long long)v->n);
	else if (v->status == HD_INCOMPATIBLE)
		hd_out_addf(l->out,
		    "The review of another period (%s) does not fit these "
		    "tickets.\n",
		    name);
	else
		hd_out_adds(l->out,
		    l->t.basis.ground == HD_GROUND_RULESET
			? "Only tags of other rules have been reviewed: this "
			  "is UNVERIFIED.\n"
			: "No sample has been reviewed yet: this is "
			  "UNVERIFIED.\n");
	if (v->status == HD_UNVERIFIED || v->status == HD_INCOMPATIBLE)
		hd_out_adds(l->out,
		    "hs-sample draw, with the same period and -w, draws one "
		    "to review.\n");
}

static void
sentence(struct hd_landscape *l, const struct hd_tier_sums *s,
    const struct hd_figure *verified)
{
	const char *bullet = l->format == HD_FMT_MD ? "\n" : "";

	if (l->format != HD_FMT_TABLE && l->format != HD_FMT_MD)
		return;
	if (s->n == 0) {
		hd_out_adds(l->out, "No resolved tickets in this period.\n\n");
		return;
	}
	if (s->known == 0) {
		hd_out_addf(l->out,
		    "How much could be automated cannot be told: none of %lld "
		    "tickets has a tier.\nToo little text, a language the "
		    "rules do not read, or rules without tiers.\n%s\n",
		    (long long)s->n, bullet);
		return;
	}
	hd_out_addf(l->out,
	    "By their tags %.1f %% of %lld resolved tickets could be "
	    "automated,\nand AI could draft %.1f %% more; %.1f %% could not "
	    "be judged.\n",
	    100.0 * (double)s->automate / (double)s->n, (long long)s->n,
	    100.0 * (double)s->assist / (double)s->n,
	    100.0 * (double)(s->n - s->known) / (double)s->n);
	say_review(l, verified);
	hd_out_addf(l->out, "%s\n", bullet);
}

/* What fits: intervals are wide, and so is the status of what is transported. */
static const char *
columns(const struct hd_landscape *l)
{
	if (l->t.basis.ground == HD_GROUND_OTHER)
		return "metric,estimate,lo,hi,status";
	return l->t.basis.ground == HD_GROUND_WINDOW
		   ? "metric,estimate,lo,hi,n,status"
		   : "metric,estimate,lo,hi,x,n,status";
}

static int
begin(struct hd_landscape *l, struct hd_table *tb, const char *few,
    struct hd_err *err)
{
	return hd_table_begin(tb, l->out, l->format, hd_figure_columns, 11,
	    hd_landscape_columns(l, few), true, err);
}

int
hd_landscape_ceiling(struct hd_landscape *l, struct hd_err *err)
{
	struct hd_tiers_ceiling c;
	struct hd_table tb;

	if (hd_tiers_ceiling(&l->t, &c, err) != 0)
		return -1;
	sentence(l, &c.sums, hd_ceiling_figure(&c, "ceiling.verified"));
	if (begin(l, &tb, columns(l), err) != 0)
		return -1;
	for (size_t i = 0; i < c.n; i++)
		hd_figure_row(&tb, &c.v[i]);
	hd_table_end(&tb);
	return 0;
}

int
hd_landscape_capacity(struct hd_landscape *l, struct hd_err *err)
{
	static const enum hd_tier order[] = { HD_TIER_UNKNOWN, HD_TIER_HUMAN,
		HD_TIER_ASSIST, HD_TIER_AUTOMATE };
	struct hd_capacity c;
	struct hd_table tb;

	if (hd_tiers_capacity(&l->t, &c, err) != 0 ||
	    begin(l, &tb,
		/* with limits of 95 % a status has no room in 80 */
		l->t.basis.ground == HD_GROUND_WINDOW
		    ? "metric,segment,estimate,lo,hi,n"
		    : "metric,segment,estimate,lo,hi,status",
		err) != 0)
		return -1;
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++)
		for (int k = 0; k < HD_CAPACITY_PARTS; k++)
			hd_figure_row(&tb, &c.v[order[i]][k]);
	hd_table_end(&tb);
	return 0;
}
