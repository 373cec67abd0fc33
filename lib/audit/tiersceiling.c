/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The automation ceiling: what the tiers add up to. */
#include <math.h>
#include <stdio.h>

#include "audit/ceiling.h"

static struct hd_figure
figure(const char *metric, double estimate, int64_t x, int64_t n,
    enum hd_status status)
{
	struct hd_figure f = { metric, "all", estimate, NAN, NAN, x, n, n, 6,
		"count", "landscape", status };

	return f;
}

/* Shares of machine tags; nothing is known when no ticket has a tier. */
struct hd_figure
hd_ceiling_share(const struct hd_ceiling *c, enum hd_ceiling_part part)
{
	const struct hd_tier_sums *s = &c->sums;
	const struct {
		const char *metric;
		int64_t x, known;
	} parts[HD_CEILING_PARTS] = {
		[HD_CEILING_TAGGED] = { "ceiling.tagged", s->automate,
		    s->known },
		[HD_CEILING_ARRIVAL] = { "ceiling.tagged.arrival", c->open,
		    c->open_known },
		[HD_CEILING_ASSIST] = { "ceiling.assist", s->assist, s->known },
		[HD_CEILING_HUMAN] = { "ceiling.human", s->human, s->known },
		[HD_CEILING_KEPT] = { "ceiling.kept", s->kept, s->known },
		[HD_CEILING_UNKNOWN] = { "ceiling.unknown", s->n - s->known,
		    s->n },
	};
	int64_t x = parts[part].x, n = s->n;

	return figure(parts[part].metric, n > 0 ? (double)x / (double)n : NAN,
	    x, n,
	    n == 0 || parts[part].known == 0 ? HD_NOT_MEASURABLE
					     : HD_UNVERIFIED);
}

static void
share(
    struct hd_table *tb, const struct hd_ceiling *c, enum hd_ceiling_part part)
{
	struct hd_figure f = hd_ceiling_share(c, part);

	hd_figure_row(tb, &f);
}

/* The tiers that arrival facts alone give. */
static int
open_sums(
    struct hd_tiers *t, int64_t *automate, int64_t *known, struct hd_err *err)
{
	struct hd_stmt *st = hd_stmt_named(t->db, "sql/tiers_open", err);
	int r;

	*automate = *known = 0;
	if (st == NULL)
		return -1;
	while ((r = hd_stmt_step(st, err)) == 1) {
		if (hd_str_eq(hd_col_text(st, 0), "unknown"))
			continue;
		*known += hd_col_int(st, 2);
		if (hd_str_eq(hd_col_text(st, 0), "automate") &&
		    !hd_tiers_kept(t, st, 1))
			*automate += hd_col_int(st, 2);
	}
	hd_stmt_close(st);
	return r;
}

/* What the review adds to the tags, in a sentence. */
static void
say_review(struct hd_tiers *t, const struct hd_figure *v)
{
	const char *name = t->basis.name.p;
	double lo = 100 * v->lo, hi = 100 * v->hi;

	if (v->status == HD_ESTIMATED)
		hd_out_addf(t->out,
		    "By review of %lld of them (%s) it is %.1f %%, 95 %% interval "
		    "%.1f to %.1f %%.\n",
		    (long long)v->n, name, 100 * v->estimate, lo, hi);
	else if (v->status == HD_TRANSPORTED)
		hd_out_addf(t->out,
		    "Going by the review of another period (%lld tickets of %s) "
		    "it is %.1f %%,\n95 %% interval %.1f to %.1f %%.\n",
		    (long long)v->n, name, 100 * v->estimate, lo, hi);
	else if (v->status == HD_SUPPRESSED)
		hd_out_addf(t->out,
		    "Reviewed tickets of %s: %lld, too few to say how far that "
		    "holds.\n",
		    name, (long long)v->n);
	else if (v->status == HD_INCOMPATIBLE)
		hd_out_addf(t->out,
		    "The review of another period (%s) does not fit these "
		    "tickets.\n",
		    name);
	else
		hd_out_adds(t->out,
		    t->basis.ground == HD_GROUND_RULESET
			? "Only tags of other rules have been reviewed: this "
			  "is UNVERIFIED.\n"
			: "No sample has been reviewed yet: this is "
			  "UNVERIFIED.\n");
	if (v->status == HD_UNVERIFIED || v->status == HD_INCOMPATIBLE)
		hd_out_adds(t->out,
		    "hs-sample draw, with the same period and -w, draws one "
		    "to review.\n");
}

static void
sentence(struct hd_tiers *t, const struct hd_tier_sums *s,
    const struct hd_figure *verified)
{
	const char *bullet = t->format == HD_FMT_MD ? "\n" : "";

	if (t->format != HD_FMT_TABLE && t->format != HD_FMT_MD)
		return;
	if (s->n == 0) {
		hd_out_adds(t->out, "No resolved tickets in this period.\n\n");
		return;
	}
	if (s->known == 0) {
		hd_out_addf(t->out,
		    "How much could be automated cannot be told: none of %lld "
		    "tickets has a tier.\nToo little text, a language the "
		    "rules do not read, or rules without tiers.\n%s\n",
		    (long long)s->n, bullet);
		return;
	}
	hd_out_addf(t->out,
	    "By their tags %.1f %% of %lld resolved tickets could be "
	    "automated,\nand AI could draft %.1f %% more; %.1f %% could not "
	    "be judged.\n",
	    100.0 * (double)s->automate / (double)s->n, (long long)s->n,
	    100.0 * (double)s->assist / (double)s->n,
	    100.0 * (double)(s->n - s->known) / (double)s->n);
	say_review(t, verified);
	hd_out_addf(t->out, "%s\n", bullet);
}

int
hd_ceiling_read(struct hd_tiers *t, struct hd_ceiling *c, struct hd_err *err)
{
	return hd_tier_sums(t, &c->sums, err) != 0
		   ? -1
		   : open_sums(t, &c->open, &c->open_known, err);
}

static void
rows(struct hd_table *tb, const struct hd_ceiling *c,
    const struct hd_figure review[HD_CEILING_REVIEWS], bool unclear,
    const struct hd_tier_total *totals)
{
	const struct hd_tier_sums *s = &c->sums;
	struct hd_figure f;

	share(tb, c, HD_CEILING_TAGGED);
	share(tb, c, HD_CEILING_ARRIVAL);
	for (int i = 0; i < HD_CEILING_REVIEWS; i++)
		if (unclear ||
		    (i != HD_CEILING_UNCLEAR_NO && i != HD_CEILING_UNCLEAR_YES))
			hd_figure_row(tb, &review[i]);
	share(tb, c, HD_CEILING_ASSIST);
	share(tb, c, HD_CEILING_HUMAN);
	share(tb, c, HD_CEILING_KEPT);
	share(tb, c, HD_CEILING_UNKNOWN);
	f = hd_tier_time("ceiling.handle", &s->automate_hours, s->known > 0,
	    &totals[HD_TIER_AUTOMATE]);
	hd_figure_row(tb, &f);
	f = hd_tier_time("ceiling.assist.handle", &s->assist_hours,
	    s->known > 0, &totals[HD_TIER_ASSIST]);
	hd_figure_row(tb, &f);
}

/* What fits: intervals are wide, and so is the status of what is transported. */
static const char *
columns(const struct hd_tiers *t)
{
	if (t->basis.ground == HD_GROUND_OTHER)
		return "metric,estimate,lo,hi,status";
	return t->basis.ground == HD_GROUND_WINDOW
		   ? "metric,estimate,lo,hi,n,status"
		   : "metric,estimate,lo,hi,x,n,status";
}

int
hd_tiers_ceiling(struct hd_tiers *t, struct hd_err *err)
{
	struct hd_ceiling c;
	struct hd_figure review[HD_CEILING_REVIEWS];
	struct hd_tier_total totals[HD_TIER_HUMAN + 1];
	struct hd_table tb;
	bool unclear;

	if (hd_ceiling_read(t, &c, err) != 0 ||
	    hd_tiers_basis(t, true, err) != 0 ||
	    hd_ceiling_reviewed(t, &c.sums, review, &unclear, err) != 0 ||
	    hd_tier_totals(t, totals, err) != 0)
		return -1;
	sentence(t, &c.sums, &review[HD_CEILING_VERIFIED]);
	if (hd_table_begin(&tb, t->out, t->format, hd_figure_columns, 11,
		hd_tiers_columns(t, columns(t)), true, err) != 0)
		return -1;
	rows(&tb, &c, review, unclear, totals);
	hd_table_end(&tb);
	return 0;
}
