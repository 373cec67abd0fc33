/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The landscape against that of the quarter before. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "report/blocks.h"
#include "report/lands.h"
#include "report/spoken.h"
#include "store/query.h"

#define TARGETS 20 /* as hs-tiers lists */

/* A type's place among the targets, from 1; 0: it is none. */
static size_t
rank_of(const struct hd_land *l, struct hd_str issue)
{
	for (size_t i = 0; i < l->targets.n; i++)
		if (hd_str_same(l->targets.v[i].issue, issue))
			return i + 1;
	return 0;
}

static void
rank_query(struct hd_buf *b, const struct hd_land *l, const struct hd_target *x)
{
	hd_buf_addf(b,
	    "SELECT 1 + count(*), NULL, NULL, NULL FROM (SELECT issue, "
	    "count(*) AS n FROM tiered WHERE excluded IS NULL AND solved >= "
	    "%" PRId64 " AND solved < %" PRId64
	    " AND tier = 'automate' AND issue IS NOT NULL GROUP BY issue) "
	    "WHERE n > %" PRId64 " OR n = %" PRId64 " AND issue < ",
	    l->t.since, l->t.until, x->n, x->n);
	hd_query_text(b, x->issue);
	hd_buf_addc(b, ';');
}

static size_t
rank_figure(struct hd_report *r, const struct hd_land *l, size_t rank)
{
	const struct hd_target *x = &l->targets.v[rank - 1];
	struct hd_buf query = HD_BUF_INIT, segment = HD_BUF_INIT;
	struct hd_docfig d = { .f = { "targets.rank", NULL, (double)rank,
				   (double)x->rank_lo, (double)x->rank_hi, -1,
				   -1, -1, 0, "rank", "tiered", HD_UNVERIFIED },
		.title = "Rank among the types to automate",
		.unit = "count" };
	size_t fig;

	if (l->win == HD_WIN_BEFORE)
		hd_buf_addf(&segment, "period=%s,", r->before.name);
	hd_buf_adds(&segment, x->segment);
	rank_query(&query, l, x);
	d.f.segment = segment.s;
	d.query = hd_buf_str(&query);
	fig = hd_doc_figure(&r->doc, &d);
	hd_buf_release(&query);
	hd_buf_release(&segment);
	return fig;
}

static void
rank_cell(struct hd_report *r, const struct hd_land *l, size_t rank)
{
	if (rank == 0)
		hd_doc_cell(&r->doc, "none");
	else
		hd_doc_cell_fig(&r->doc, rank_figure(r, l, rank), HD_AS_BOTH);
}

/* The first targets of one landscape that were none of the other's first. */
static void
table(struct hd_report *r, const struct hd_land *in, const struct hd_land *out,
    const char *id, const char *title)
{
	static const struct hd_doccol columns[] = { { "Type", false },
		{ "Rank", true }, { "In the other", true },
		{ "For example", false } };
	struct hd_doc *d = &r->doc;
	bool begun = false;
	size_t other;

	for (size_t i = 0; i < in->targets.n && i < TARGETS; i++) {
		other = rank_of(out, in->targets.v[i].issue);
		if (other > 0 && other <= TARGETS)
			continue;
		if (!begun)
			hd_doc_table(d, id, title,
			    "A rank comes with the places that it may have had "
			    "by chance.",
			    columns, 4);
		begun = true;
		hd_doc_row(d);
		hd_doc_cell_text(d, in->targets.v[i].issue);
		rank_cell(r, in, i + 1);
		rank_cell(r, out, other);
		hd_doc_cell_ticket(d, in->targets.v[i].key);
	}
	if (begun)
		hd_doc_end(d);
	else
		hd_doc_say(d, HD_TONE_PLAIN, "%s: none.", title);
}

static void
ceiling(struct hd_report *r, const struct hd_landpair *p)
{
	struct hd_doc *d = &r->doc;

	hd_doc_para(d, HD_TONE_LEAD);
	hd_doc_words(d, "The ceiling of automation, %s, was ",
	    p->reviewed ? "by review" : "going by tags");
	hd_doc_fig(d, p->before, HD_AS_BOTH);
	hd_doc_words(d, " in ");
	hd_spoken(r, &r->before);
	hd_doc_words(d, " and is ");
	hd_doc_fig(d, p->now, HD_AS_BOTH);
	hd_spoken_change(r, p->change);
	hd_doc_words(d, ".");
	hd_doc_end(d);
}

static void
tiers(struct hd_report *r, const struct hd_land *now,
    const struct hd_land *before)
{
	static const char *const metrics[] = { "ceiling.tagged",
		"ceiling.assist", "ceiling.human", "ceiling.unknown" };
	static const char *const names[] = { "Could be automated, by tags",
		"AI drafts, a person approves", "Stays with people",
		"Could not be judged" };
	static const struct hd_doccol columns[] = { { "Tier", false },
		{ "Tickets", true }, { "Share", true }, { "Before", true } };
	struct hd_doc *d = &r->doc;
	size_t a, b;

	hd_doc_table(
	    d, "quarter-tiers", "Tiers then and now", NULL, columns, 4);
	for (size_t i = 0; i < sizeof(metrics) / sizeof(metrics[0]); i++) {
		a = hd_land_figure(
		    r, now, hd_ceiling_figure(&now->ceiling, metrics[i]));
		b = hd_land_figure(
		    r, before, hd_ceiling_figure(&before->ceiling, metrics[i]));
		hd_doc_row(d);
		hd_doc_cell(d, names[i]);
		hd_doc_cell_fig(d, a, HD_AS_XN);
		hd_doc_cell_fig(d, a, HD_AS_TEXT);
		hd_doc_cell_fig(d, b, HD_AS_TEXT);
	}
	hd_doc_end(d);
}

/* Are both tagged by the same rules? */
static void
rules(struct hd_report *r, const struct hd_land *now,
    const struct hd_land *before)
{
	int64_t n = now->covers.untagged + now->covers.outdated +
		    before->covers.untagged + before->covers.outdated;

	if (n == 0)
		hd_doc_say(&r->doc, HD_TONE_NOTE,
		    "All tickets of both are tagged by one rule set (%s), so "
		    "what differs is not the rules.",
		    hd_buf_cstr(&r->hash));
	else
		hd_doc_say(&r->doc, HD_TONE_WARN,
		    "%" PRId64 " tickets of the two are not tagged by the "
		    "active rule set (%s) and count as not judged: run hs-tag, "
		    "then compare again.",
		    n, hd_buf_cstr(&r->hash));
}

int
hd_section_quarter(struct hd_report *r, struct hd_err *err)
{
	const struct hd_land *now, *before;
	struct hd_landpair p;

	if (hd_report_land(r, HD_WIN_PERIOD, &now, err) != 0 ||
	    hd_report_land(r, HD_WIN_BEFORE, &before, err) != 0 ||
	    hd_report_ceilings(r, &p, err) != 0)
		return -1;
	if (before == NULL || now->ceiling.sums.known == 0 ||
	    before->ceiling.sums.known == 0) {
		hd_doc_say(&r->doc, HD_TONE_PLAIN,
		    "There is no landscape before this one to compare it "
		    "with.");
		return 0;
	}
	ceiling(r, &p);
	rules(r, now, before);
	tiers(r, now, before);
	table(r, now, before, "targets-entered",
	    "Types that entered the twenty to automate first");
	table(r, before, now, "targets-left",
	    "Types that left the twenty to automate first");
	return 0;
}
