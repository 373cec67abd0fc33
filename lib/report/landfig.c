/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures of a landscape in the document: see lands.h. */
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "report/change.h"
#include "report/lands.h"
#include "store/query.h"

/* How SQL tells a figure. */
enum telling {
	NOT_BY_SQL, /* made of others */
	BY_SHARE,   /* tickets of the view tiered for which `what` holds */
	BY_REVIEW,  /* the figure's view, by the name of the sample */
	BY_HOURS,   /* their agents' time */
	BY_WEEK,    /* the same a week */
};

static const struct kind {
	const char *metric, *title, *unit;
	enum telling how;
	const char *what; /* a condition; NULL: the segment is one */
} kinds[] = {
	{ "ceiling.tagged", "Automation ceiling, by tags", "share", BY_SHARE,
	    "tier = 'automate'" },
	{ "ceiling.verified", "Automation ceiling, by review", "share",
	    BY_REVIEW, NULL },
	{ "ceiling.realisable", "Ceiling with the AI as good as it is today",
	    "share", NOT_BY_SQL, NULL },
	{ "ceiling.headroom", "Headroom under the ceiling", "share", BY_REVIEW,
	    NULL },
	{ "ceiling.assist", "AI drafts, a person approves", "share", BY_SHARE,
	    "tier = 'assist'" },
	{ "ceiling.human", "Stays with people", "share", BY_SHARE,
	    "tier = 'human'" },
	{ "ceiling.unknown", "Could not be judged", "share", BY_SHARE,
	    "tier = 'unknown'" },
	{ "targets.share", "Share of resolved tickets", "share", BY_SHARE,
	    NULL },
	{ "targets.handle", "Agents’ time", "hours", BY_HOURS, NULL },
	{ "map.share", "Share of resolved tickets", "share", BY_SHARE, NULL },
	{ "capacity.handle_per_week", "Agents’ time a week", "hours", BY_WEEK,
	    NULL },
};

static const struct kind *
kind_of(const char *metric)
{
	static const struct kind other = { NULL, NULL, "share", NOT_BY_SQL,
		NULL };

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].metric, metric) == 0)
			return &kinds[i];
	return &other;
}

/* "a=b,c=d" as a condition of SQL; "all" is none. */
static void
add_segment(struct hd_buf *b, const char *segment)
{
	struct hd_str rest = hd_str(segment), part, name;
	size_t from = b->n;

	if (strcmp(segment, "all") == 0)
		return;
	while (hd_str_split(&rest, ',', &part)) {
		if (!hd_str_split(&part, '=', &name) ||
		    (hd_str_eq(name, "tier") && hd_str_eq(part, "all")))
			continue;
		hd_buf_adds(b, b->n > from ? " AND " : "");
		hd_buf_add(b, name.p, name.n);
		hd_buf_adds(b, " = ");
		hd_query_text(b, part);
	}
}

static void
add_window(struct hd_buf *b, const struct hd_land *l)
{
	hd_buf_addf(b,
	    " FROM tiered WHERE excluded IS NULL AND solved >= %" PRId64
	    " AND solved < %" PRId64,
	    l->t.since, l->t.until);
}

static void
share_query(struct hd_buf *b, const struct hd_land *l, const struct kind *k,
    const char *segment)
{
	struct hd_buf x = HD_BUF_INIT;

	if (k->what != NULL) {
		hd_buf_adds(&x, k->what);
	} else {
		if (strcmp(k->metric, "targets.share") == 0)
			hd_buf_adds(&x, "tier = 'automate' AND ");
		add_segment(&x, segment);
	}
	hd_buf_addf(b,
	    "SELECT avg(x), sum(x), count(x), count(*) FROM (SELECT "
	    "coalesce(%s, 0) AS x",
	    hd_buf_cstr(&x));
	add_window(b, l);
	hd_buf_adds(b, ");");
	hd_buf_release(&x);
}

/* Of a week: the days that the tickets span, seven to it. */
static void
add_estimate(struct hd_buf *b, const struct hd_land *l, const struct kind *k,
    const char *what)
{
	hd_buf_addf(b, "SELECT %s", what);
	if (k->how == BY_WEEK)
		hd_buf_addf(b, " * 7 / %.0f", l->capacity.weeks * 7);
}

static void
hours_query(struct hd_buf *b, const struct hd_land *l, const struct kind *k,
    const char *segment)
{
	struct hd_buf where = HD_BUF_INIT;

	add_estimate(b, l, k, "total(handle_s)");
	hd_buf_adds(b, ", NULL, count(handle_s), count(*)");
	add_window(b, l);
	if (strcmp(k->metric, "targets.handle") == 0)
		hd_buf_adds(b, " AND tier = 'automate'");
	add_segment(&where, segment);
	if (where.n > 0)
		hd_buf_addf(b, " AND %s", where.s);
	hd_buf_addc(b, ';');
	hd_buf_release(&where);
}

/* What is made of others is told by hs-tiers. */
static void
add_list(struct hd_buf *b, const struct hd_land *l)
{
	char since[HD_TIME_TEXT], until[HD_TIME_TEXT];

	hd_buf_addf(b, "hs-tiers ceiling --figures --since %s --until %s",
	    hd_time_iso(l->t.since, since), hd_time_iso(l->t.until, until));
}

static bool
reviewed_time(const struct hd_figure *f)
{
	return strcmp(f->definition, "capacity_verified") == 0;
}

/* Of the frame of the review; its time by the tier that reviewers gave. */
static void
reviewed_query(struct hd_buf *b, const struct hd_land *l, const struct kind *k,
    const struct hd_figure *f)
{
	const char *tier = strchr(f->segment, '=');

	add_estimate(b, l, k, "estimate");
	hd_buf_addf(b, ", %s, n, tickets FROM %s WHERE name = ",
	    reviewed_time(f) ? "NULL" : "x", f->definition);
	hd_query_text(b, l->t.basis.name);
	if (reviewed_time(f) && tier != NULL) {
		hd_buf_adds(b, " AND tier = ");
		hd_query_text(b, hd_str(tier + 1));
	}
	hd_buf_addc(b, ';');
}

static void
add_query(struct hd_buf *b, const struct hd_land *l, const struct kind *k,
    const struct hd_figure *f)
{
	bool review = k->how == BY_REVIEW || reviewed_time(f);

	if (k->how == NOT_BY_SQL || hd_figure_hidden(f))
		return;
	if (review && f->status == HD_ESTIMATED)
		reviewed_query(b, l, k, f);
	else if (k->how == BY_SHARE)
		share_query(b, l, k, f->segment);
	else if (!review && f->status != HD_ASSUMED)
		hours_query(b, l, k, f->segment);
}

static const char *
why(const struct hd_land *l, const struct kind *k, const struct hd_figure *f)
{
	if (f->status == HD_SUPPRESSED)
		return "too few of them";
	if (f->status == HD_INCOMPATIBLE)
		return "the review of another period does not fit these "
		       "tickets";
	if (f->status == HD_UNVERIFIED && isnan(f->estimate))
		return "no sample of these tickets was reviewed";
	if (f->status != HD_NOT_MEASURABLE)
		return NULL;
	if (l->ceiling.sums.n == 0)
		return "no ticket was resolved";
	if (l->ceiling.sums.known == 0)
		return "no ticket has a tier";
	if (k->how == BY_WEEK && l->capacity.weeks < 1)
		return "the tickets span less than a week";
	return k->how == BY_HOURS || k->how == BY_WEEK
		   ? "handle times are missing"
		   : "nobody reviewed what it needs";
}

size_t
hd_land_figure(
    struct hd_report *r, const struct hd_land *land, const struct hd_figure *f)
{
	const struct kind *k = kind_of(f->metric);
	struct hd_buf query = HD_BUF_INIT, list = HD_BUF_INIT,
		      segment = HD_BUF_INIT;
	struct hd_docfig d = { .f = *f, .title = k->title, .unit = k->unit };
	size_t fig;

	if (land->win == HD_WIN_BEFORE) {
		hd_buf_addf(&segment, "period=%s", r->before.name);
		if (strcmp(f->segment, "all") != 0)
			hd_buf_addf(&segment, ",%s", f->segment);
		d.f.segment = segment.s;
	}
	add_query(&query, land, k, f);
	if (strcmp(f->definition, "landscape") == 0)
		d.f.definition = "tiered";
	d.why = why(land, k, f);
	if (query.n > 0)
		d.query = hd_buf_str(&query);
	else if (!hd_figure_hidden(f))
		add_list(&list, land);
	if (list.n > 0)
		d.list = hd_buf_str(&list);
	fig = hd_doc_figure(&r->doc, &d);
	hd_buf_release(&query);
	hd_buf_release(&list);
	hd_buf_release(&segment);
	return fig;
}

size_t
hd_land_tickets(struct hd_report *r, const struct hd_land *land)
{
	struct hd_buf query = HD_BUF_INIT, segment = HD_BUF_INIT;
	struct hd_docfig d = { .f = { "landscape.tickets", "all",
				   (double)land->ceiling.sums.n, NAN, NAN, -1,
				   -1, -1, 0, "count", "tiered", HD_MEASURED },
		.title = "Resolved tickets",
		.unit = "count" };
	size_t fig;

	hd_buf_adds(&query, "SELECT count(*), NULL, NULL, NULL");
	add_window(&query, land);
	hd_buf_addc(&query, ';');
	d.query = hd_buf_str(&query);
	if (land->win == HD_WIN_BEFORE) {
		hd_buf_addf(&segment, "period=%s", r->before.name);
		d.f.segment = segment.s;
	}
	fig = hd_doc_figure(&r->doc, &d);
	hd_buf_release(&query);
	hd_buf_release(&segment);
	return fig;
}

int
hd_report_ceilings(
    struct hd_report *r, struct hd_landpair *pair, struct hd_err *err)
{
	const struct hd_land *now, *before;
	const struct hd_figure *best;
	const char *metric = "ceiling.tagged";
	struct hd_landshift s;

	*pair = (struct hd_landpair){ HD_DOC_NONE, HD_DOC_NONE, HD_DOC_NONE,
		false };
	if (hd_report_land(r, HD_WIN_PERIOD, &now, err) != 0 ||
	    hd_report_land(r, HD_WIN_BEFORE, &before, err) != 0)
		return -1;
	best = hd_land_best(now);
	pair->reviewed =
	    strcmp(best->metric, "ceiling.verified") == 0 &&
	    (before == NULL || hd_land_best(before)->status == best->status);
	if (pair->reviewed)
		metric = best->metric;
	pair->now =
	    hd_land_figure(r, now, hd_ceiling_figure(&now->ceiling, metric));
	if (before == NULL)
		return 0;
	pair->before = hd_land_figure(
	    r, before, hd_ceiling_figure(&before->ceiling, metric));
	if (pair->reviewed) {
		pair->change = hd_report_change(r, pair->now, pair->before);
		return 0;
	}
	/*
	 * What was tagged is known of these very tickets, and they are a sample
	 * only of how the operation goes on: the interval is of that.
	 */
	if (hd_report_ceiling_shift(r, &s, err) != 0)
		return -1;
	pair->change =
	    hd_report_difference(r, pair->now, pair->before, &s.change);
	return 0;
}
