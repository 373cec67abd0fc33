/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Page one: what a report comes to. */
#include "report/blocks.h"
#include "report/shiftfig.h"
#include "report/spoken.h"
#include "report/summary.h"

static void
nothing_known(struct hd_report *r, const struct hd_land *l)
{
	struct hd_doc *d = &r->doc;

	hd_doc_para(d, HD_TONE_LEAD);
	if (l->ceiling.sums.n == 0) {
		hd_doc_words(d, "No ticket was resolved in ");
		hd_spoken(r, &r->period);
		hd_doc_words(
		    d, ": how much could be automated cannot be told.");
		hd_doc_end(d);
		return;
	}
	hd_doc_words(
	    d, "How much could be automated cannot be told: none of the ");
	hd_doc_fig(d, hd_land_tickets(r, l), HD_AS_TEXT);
	hd_doc_words(d, " tickets resolved in ");
	hd_spoken(r, &r->period);
	hd_doc_words(
	    d, r->ruleset == 0
		   ? " is tagged. Run hs-tag, then this report again."
		   : " has a tier: too little text, a language that the rules "
		     "do not read, or rules without tiers.");
	hd_doc_end(d);
}

/*
 * "In May it was 18 %: up, +4 points (+1 to +7 points)."  mixed: the lead is by review,
 * and what both periods have are tags.
 */
static void
against_before(struct hd_report *r, const struct hd_landpair *p, bool mixed)
{
	struct hd_doc *d = &r->doc;

	if (p->before == HD_DOC_NONE) {
		hd_doc_words(
		    d, "There is no period before to compare it with.");
		return;
	}
	hd_doc_words(
	    d, mixed ? "Going by tags, which both periods have, in " : "In ");
	hd_spoken(r, &r->before);
	if (!hd_doc_shown(d, p->before)) {
		hd_doc_words(d, " it cannot be told.");
		return;
	}
	hd_doc_words(d, " it was ");
	hd_doc_fig(d, p->before, HD_AS_TEXT);
	if (mixed) {
		hd_doc_words(d, " and is now ");
		hd_doc_fig(d, p->now, HD_AS_TEXT);
	}
	hd_spoken_change(r, p->change);
	hd_doc_words(d, ".");
}

/* Why the ceiling by tags moved. */
static int
moved(struct hd_report *r, struct hd_err *err)
{
	struct hd_landshift s;

	if (hd_report_ceiling_shift(r, &s, err) != 0)
		return -1;
	hd_shift_why(r, s.cause, s.mix, s.rate);
	return 0;
}

/* By what the ceiling is known. */
static const char *
ground(enum hd_status status)
{
	if (status == HD_ESTIMATED)
		return "by review of a sample";
	if (status == HD_TRANSPORTED)
		return "by review of a sample of another period";
	return "going by their tags, which no review of these tickets "
	       "confirms yet";
}

static void
lead(struct hd_report *r, const struct hd_land *l)
{
	const struct hd_figure *best = hd_land_best(l);
	struct hd_doc *d = &r->doc;

	hd_doc_para(d, HD_TONE_LEAD);
	hd_doc_fig(d, hd_land_figure(r, l, best), HD_AS_BOTH);
	if (!r->small || best->status != HD_UNVERIFIED) {
		/* else it is told as "12 of 18" */
		hd_doc_words(d, " of the ");
		hd_doc_fig(d, hd_land_tickets(r, l), HD_AS_TEXT);
	}
	hd_doc_words(d, " tickets resolved in ");
	hd_spoken(r, &r->period);
	hd_doc_words(d, " could be answered without a person, %s.",
	    ground(best->status));
	if (l->ceiling.sums.known < l->ceiling.sums.n) {
		hd_doc_words(d, " ");
		hd_doc_fig(d,
		    hd_land_figure(r, l,
			hd_ceiling_figure(&l->ceiling, "ceiling.unknown")),
		    HD_AS_TEXT);
		hd_doc_words(d, " could not be judged, and count as no.");
	}
	hd_doc_end(d);
}

/* The ceiling in one sentence, against the period before, and what moved it. */
static int
ceiling(struct hd_report *r, const struct hd_land *l, struct hd_landpair *p,
    struct hd_err *err)
{
	bool reviewed =
	    hd_land_best(l) != hd_ceiling_figure(&l->ceiling, "ceiling.tagged");
	int n = 0;

	if (hd_report_ceilings(r, p, err) != 0)
		return -1;
	if (l->ceiling.sums.known == 0) {
		nothing_known(r, l);
		return 0;
	}
	lead(r, l);
	hd_doc_para(&r->doc, HD_TONE_PLAIN);
	against_before(r, p, reviewed && !p->reviewed);
	if (p->before != HD_DOC_NONE)
		n = moved(r, err);
	hd_doc_end(&r->doc);
	return n;
}

static size_t
week_of(struct hd_report *r, const struct hd_land *l, enum hd_tier tier)
{
	return hd_land_figure(r, l, &l->capacity.v[tier][HD_CAPACITY_WEEK]);
}

/* Is the ceiling by review, and this by tags all the same? */
static bool
by_tags_alone(const struct hd_report *r, const struct hd_land *l, size_t takes)
{
	return hd_land_best(l)->status != HD_UNVERIFIED &&
	       hd_doc_known(&r->doc, takes)->status == HD_UNVERIFIED;
}

/* Hours of people that automation could take, and those that stay. */
static void
hours(struct hd_report *r, const struct hd_land *l)
{
	size_t takes = week_of(r, l, HD_TIER_AUTOMATE),
	       stays = week_of(r, l, HD_TIER_HUMAN);
	struct hd_doc *d = &r->doc;
	bool a = hd_doc_shown(d, takes), b = hd_doc_shown(d, stays);

	if (l->ceiling.sums.known == 0)
		return;
	hd_doc_para(d, HD_TONE_PLAIN);
	hd_doc_words(d,
	    a || b ? "In a week agents spent "
		   : "How many hours of people that is cannot be told: handle "
		     "times are missing, or the tickets span less than a "
		     "week.");
	if (a)
		hd_doc_fig(d, takes, HD_AS_BOTH);
	if (a)
		hd_doc_words(d, " on tickets that could be automated%s",
		    b ? ", and " : ".");
	if (b)
		hd_doc_fig(d, stays, HD_AS_BOTH);
	if (b)
		hd_doc_words(d, " on tickets that stay with people.");
	if ((a || b) && by_tags_alone(r, l, a ? takes : stays))
		hd_doc_words(d, " Hours go by tags, not by that review.");
	hd_doc_end(d);
}

/* The AI's layer and the people's beside each other, and the ceiling. */
static int
tiles(struct hd_report *r, const struct hd_land *l, const struct hd_landpair *p,
    struct hd_err *err)
{
	static const char *const metrics[] = { "deflection",
		"verified_deflection", "csat" };
	struct hd_doc *d = &r->doc;
	struct hd_beside c[3];

	for (size_t i = 0; i < 3; i++)
		if (hd_report_beside(r, metrics[i], &c[i], err) != 0)
			return -1;
	hd_doc_tiles(d);
	hd_doc_tile(d, "Could be automated", p->now, p->before, p->change, 0);
	hd_doc_tile(d, "Automation could take, a week",
	    week_of(r, l, HD_TIER_AUTOMATE), HD_DOC_NONE, HD_DOC_NONE, 0);
	hd_doc_tile(d, "Stays with people, a week",
	    week_of(r, l, HD_TIER_HUMAN), HD_DOC_NONE, HD_DOC_NONE, 0);
	for (size_t i = 0; i < 3; i++)
		hd_doc_tile(d, c[i].title, c[i].now, c[i].before, c[i].change,
		    c[i].better);
	hd_doc_end(d);
	return 0;
}

int
hd_section_summary(struct hd_report *r, struct hd_err *err)
{
	const struct hd_land *l;
	struct hd_landpair p;

	if (hd_report_land(r, HD_WIN_PERIOD, &l, err) != 0 ||
	    ceiling(r, l, &p, err) != 0)
		return -1;
	hours(r, l);
	if (tiles(r, l, &p, err) != 0)
		return -1;
	hd_summary_targets(r, l);
	if (hd_summary_claim(r, err) != 0 || hd_summary_worst(r, err) != 0)
		return -1;
	hd_summary_caveats(r, l);
	return 0;
}
